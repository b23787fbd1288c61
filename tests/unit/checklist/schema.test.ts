/** What makes a checklist one that may be agreed on: the problems are named, all of them. */
import { describe, expect, it } from 'vitest';
import { checklistProblems, topicProblems } from '@/utils/checklist/schema';
import { extraItems } from '@/utils/checklist/union';
import type { Checklist, ChecklistItem } from '@/utils/checklist/checklist';
import { item } from './builders';

const KEY_TOPICS = ['pain.primary', 'scope.must', 'next.deadline'];
const label = { ko: '가', en: 'a' };
const TOPICS = Object.fromEntries([...KEY_TOPICS, 'context.trigger'].map((topic) => [topic, { ...label, packetSection: 's' }]));
const items = KEY_TOPICS.map((topic, i) => item({ id: `A-0${String(i + 1)}`, topic }));

function list(part: Partial<Checklist> = {}, more: Partial<ChecklistItem>[] = []): Checklist {
  return {
    id: 'first-call', code: 'D', version: 1, status: 'draft', agreement: null, name: label, purpose: label, sections: [{ id: 'goal', ...label }],
    items: [...items, ...more.map((one, i) => item({ id: `A-1${String(i)}`, ...one }))], ...part,
  };
}
const problems = (part: Partial<Checklist>, more?: Partial<ChecklistItem>[]): string[] => checklistProblems(list(part, more), TOPICS);

describe('a checklist', () => {
  it('with the three things nothing can be handed over without is sound', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ status: 'agreed', agreement: { sales: { name: '박서연', at: '2026-11-01' }, delivery: { name: '최민재', at: '2026-11-02' } } })).toEqual([]);
  });

  it.each(KEY_TOPICS)('must ask for %s, as part of the minimum', (topic) => {
    expect(problems({ items: items.filter((i) => i.topic !== topic) })).toEqual([`no minimum item on ${topic}`]);
    expect(problems({ items: items.map((i) => (i.topic === topic ? { ...i, need: 'nice' as const } : i)) })).toEqual([`no minimum item on ${topic}`]);
  });

  it('names every problem at once', () => {
    expect(problems({ status: 'agreed' }, [{ id: 'A-01', topic: 'pain.primary' }, { topic: 'no.such', section: 'nowhere' }])).toEqual([
      'A-01: appears twice', 'A-01: topic pain.primary is asked twice', 'A-11: unknown section nowhere', 'A-11: unknown topic no.such', 'agreed without an agreement',
    ]);
  });

  it('may wait for its agreement as a draft, and be retired without one', () => {
    expect([problems({ status: 'draft' }), problems({ status: 'retired' })]).toEqual([[], []]);
  });

  it.each<[string, Partial<ChecklistItem>]>([
    ['no options', { type: 'choice' }], ['options in one language only', { type: 'choice', options: { ko: ['가', '나'], en: ['a'] } }], ['one option', { type: 'choice', options: { ko: ['가'], en: ['a'] } }],
  ])('a choice with %s is none', (_what, part) => {
    expect(problems({}, [part])).toEqual(['items.3: a choice needs the same options in both languages']);
  });

  it('a choice of the same options in both languages is one, and only choices need them', () => {
    expect(problems({}, [{ type: 'choice', options: { ko: ['가', '나'], en: ['a', 'b'] } }])).toEqual([]);
    expect(problems({}, [{ type: 'text', options: { ko: ['가'], en: [] } }])).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['items.0.ask.en', { ...list(), items: [{ ...items[0], ask: { ko: '가', en: '' } }] }], ['items.0.id', { ...list(), items: [{ ...items[0], id: 'A-1' }] }], ['items.0.topic', { ...list(), items: [{ ...items[0], topic: 'pain' }] }], ['sections', list({ sections: [] })], ['items', list({ items: [] })],
    ['version', list({ version: 0 })], ['id', list({ id: 'First Call' })], ['agreement.delivery.name', list({ agreement: { sales: { name: 'a', at: 'b' }, delivery: { name: '', at: 'b' } } })],
  ])('that does not fit says where: %s', (path, raw) => {
    expect(checklistProblems(raw, TOPICS).map((line) => line.split(':')[0])).toEqual([path]);
  });

  it.each([null, 'text', [], {}])('is not %j', (raw) => { expect(checklistProblems(raw, TOPICS).length).toBeGreaterThan(0); });
});

describe('the catalogue of topics', () => {
  it('needs both languages and a section for each', () => {
    expect(topicProblems(TOPICS)).toEqual([]);
    expect(topicProblems({ 'a.b': { ko: '가', en: '', packetSection: 's' }, 'a.c': label }).map((line) => line.split(':')[0])).toEqual(['a.b.en', 'a.c.packetSection']);
    expect(topicProblems(null).length).toBe(1);
  });
});

describe('several checklists in one meeting', () => {
  it('ask for each topic once: the pinned one first, then what is new, in its own order', () => {
    const also = [list({ items: [item({ id: 'B-01', topic: 'scope.must' }), item({ id: 'B-02', topic: 'x.b' }), item({ id: 'B-03', topic: 'x.a' })] }), list({ items: [item({ id: 'C-01', topic: 'x.a' }), item({ id: 'C-02', topic: 'x.c' })] })];
    expect(extraItems(list(), also).map(({ id }) => id)).toEqual(['B-02', 'B-03', 'C-02']);
    expect(extraItems(list(), [])).toEqual([]);
  });
});
