/** What can be done to a draft's items and sections, and what keeps it from being agreed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checklist } from '@/utils/checklist/checklist';
import { blankItem, movedItem, movedSection, tidyItem, withItem, withoutItem, withoutSection, withSection } from '@/utils/checklist/own/edits';
import { copyOf } from '@/utils/checklist/own/own';
import { draftProblems } from '@/utils/checklist/own/problems';
import { checklistSchema } from '@/utils/checklist/schema';
import { FIRST_CALL, TOPICS } from './lists';

const LIST = copyOf(FIRST_CALL, TOPICS, { id: 'own-a', code: 'E', name: { ko: '우리 것', en: 'Ours' } }, 1).list;
const fields = (more: object = {}) => ({ ...blankItem('why'), topic: 'goal.metric', ask: { ko: '무엇이면 성공인가요?', en: '' }, ...more });
const ids = (list: Checklist): string[] => list.items.map(({ id }) => id);
const order = (list: Checklist): string[] => list.items.map(({ section }) => section);

describe('items', () => {
  it('are added at the end of their section, under a new id, in both languages', () => {
    const more = withItem(LIST, null, fields());
    const at = more.items.findIndex(({ id }) => id === 'E-13');
    expect([more.items[at]?.ask, order(more)]).toEqual([{ ko: '무엇이면 성공인가요?', en: '무엇이면 성공인가요?' }, order(more).toSorted((a, b) => LIST.sections.findIndex((s) => s.id === a) - LIST.sections.findIndex((s) => s.id === b))]);
    expect(more.items[at + 1]?.section).not.toBe('why');
    expect(LIST.items).toHaveLength(12);
  });

  it('are changed in place, or go to another section with their id', () => {
    const [first] = LIST.items;
    if (!first) throw new Error('no items');
    const { id, ...rest } = first;
    const changed = withItem(LIST, id, { ...rest, need: 'nice' });
    expect([ids(changed), changed.items[0]?.need]).toEqual([ids(LIST), 'nice']);
    const moved = withItem(LIST, id, { ...rest, section: 'next' });
    expect([ids(moved).at(-1), ids(moved).toSorted()]).toEqual([id, ids(LIST).toSorted()]);
    expect(ids(withItem(LIST, 'nobody', rest))).toEqual(ids(LIST));
  });

  it('keep only what their type asks for; options pair by their place', () => {
    const options = { ko: ['예', ' ', '아니오', ''], en: ['yes', '', '', 'maybe'] };
    expect(tidyItem(fields({ type: 'choice', options, multi: true, unit: { ko: '명', en: '' } }))).toMatchObject({ options: { ko: ['예', '아니오', 'maybe'], en: ['yes', '아니오', 'maybe'] }, multi: true });
    expect(tidyItem(fields({ type: 'choice', options, unit: { ko: '명', en: '' } }))).not.toHaveProperty('unit');
    expect(tidyItem(fields({ type: 'number', options, multi: true, unit: { ko: '명', en: '' } }))).toMatchObject({ unit: { ko: '명', en: '명' } });
    for (const extra of ['options', 'multi']) expect(tidyItem(fields({ type: 'number', options, multi: true }))).not.toHaveProperty(extra);
    expect(tidyItem(fields({ type: 'number', unit: { ko: ' ', en: '' } }))).not.toHaveProperty('unit');
  });

  it('are taken away, but for the last one, and their numbers with them', () => {
    expect(ids(withoutItem(LIST, 'E-03'))).toEqual(ids(LIST).filter((id) => id !== 'E-03'));
    // Answers and "?" name an item by its number.
    const added = withItem(withoutItem(withoutItem(LIST, 'E-12'), 'E-11'), null, fields());
    expect(ids(added).filter((id) => !ids(LIST).includes(id))).toEqual(['E-13']);
    expect(ids(withItem(withoutItem(added, 'E-13'), null, fields()))).toContain('E-14');
    expect(copyOf(withoutItem(LIST, 'E-12'), TOPICS, { id: 'own-b', code: 'F', name: LIST.name }, 1).list).not.toHaveProperty('lastNumber');
    const one = { ...LIST, items: LIST.items.slice(0, 1) };
    expect(withoutItem(one, 'E-01')).toBe(one);
  });

  it('move within their section, and stop at its ends', () => {
    const why = LIST.items.filter(({ section }) => section === 'why').map(({ id }) => id);
    const [a, b] = why;
    expect(ids(movedItem(LIST, b ?? '', -1)).slice(0, 2)).toEqual([b, a]);
    expect(movedItem(LIST, a ?? '', -1)).toBe(LIST);
    expect(movedItem(LIST, why.at(-1) ?? '', 1)).toBe(LIST);
    expect(movedItem(LIST, 'nobody', 1)).toBe(LIST);
    fc.assert(fc.property(fc.constantFrom(...ids(LIST)), fc.constantFrom(1 as const, -1 as const), (id, by) => {
      const there = movedItem(LIST, id, by);
      return order(there).join() === order(LIST).join() && (there === LIST || ids(movedItem(there, id, by === 1 ? -1 : 1)).join() === ids(LIST).join());
    }));
  });
});

describe('sections', () => {
  it('are added under a free id, named in both languages, and take their items along when they move', () => {
    const more = withSection({ ...LIST, sections: [...LIST.sections, { id: 's6', ko: '가', en: 'a' }] }, null, { ko: '', en: 'Security' });
    expect(more.sections.at(-1)).toEqual({ id: 's7', ko: 'Security', en: 'Security' });
    expect(withSection(LIST, null, { ko: '보안', en: '' }).sections.at(-1)?.id).toBe('s6');
    expect(withSection(LIST, 'why', { ko: '왜 지금', en: '' }).sections[0]).toEqual({ id: 'why', ko: '왜 지금', en: '왜 지금' });
    const moved = movedSection(LIST, 'why', 1);
    expect([moved.sections.map(({ id }) => id).slice(0, 2), order(moved)[0]]).toEqual([['what', 'why'], 'what']);
    expect(ids(moved).toSorted()).toEqual(ids(LIST).toSorted());
    expect([movedSection(LIST, 'why', -1), movedSection(LIST, 'next', 1), movedSection(LIST, 'nobody', 1)]).toEqual([LIST, LIST, LIST]);
  });

  it('go only when they are empty, and never the last', () => {
    const more = withSection(LIST, null, { ko: '보안', en: '' });
    expect(withoutSection(more, 's6').sections).toEqual(LIST.sections);
    expect(withoutSection(LIST, 'why')).toBe(LIST);
    const bare = { ...LIST, sections: LIST.sections.slice(0, 1), items: [] };
    expect(withoutSection(bare, 'why')).toBe(bare);
  });
});

describe('it can be agreed', () => {
  const code = (list: Checklist): string[] => draftProblems(list, TOPICS).map((one) => `${one.code} ${'itemId' in one ? one.itemId : 'topic' in one ? one.topic : ''}`.trim());
  const swapped = (id: string, more: object): Checklist => ({ ...LIST, items: LIST.items.map((item) => (item.id === id ? { ...item, ...more } : item)) });
  const on = (topic: string): string => LIST.items.find((item) => item.topic === topic)?.id ?? '';

  it('as it is copied from ours', () => { expect(code(LIST)).toEqual([]); });

  it.each(['pain.primary', 'scope.must', 'next.deadline'])('not without a minimum item on %s', (topic) => {
    expect(code(swapped(on(topic), { need: 'nice' }))).toEqual([`no_minimum ${topic}`]);
    expect(code(withoutItem(LIST, on(topic)))).toEqual([`no_minimum ${topic}`]);
  });

  it('not without names, questions, known topics once, options and sections', () => {
    expect(code({ ...LIST, name: { ko: ' ', en: '' } })).toEqual(['no_name']);
    expect(code(swapped('E-01', { ask: { ko: '', en: ' ' } }))).toEqual(['no_question E-01']);
    expect(code(swapped('E-01', { topic: 'own.unknown' }))).toEqual(['no_topic E-01']);
    expect(code(swapped('E-03', { topic: LIST.items[0]?.topic }))).toContain('topic_twice E-03');
    expect(code(swapped('E-01', { type: 'choice', options: { ko: ['하나'], en: ['one'] } }))).toEqual(['few_options E-01']);
    expect(code(swapped('E-01', { type: 'choice' }))).toEqual(['few_options E-01']);
    expect(code(swapped('E-01', { section: 'gone' }))).toEqual(['no_section E-01']);
  });

  it('and every edit leaves a list that a backup takes', () => {
    const edit = fc.oneof(
      fc.constantFrom(...ids(LIST)).map((id) => (list: Checklist) => withoutItem(list, id)),
      fc.tuple(fc.constantFrom(...ids(LIST)), fc.constantFrom(1 as const, -1 as const)).map(([id, by]) => (list: Checklist) => movedItem(list, id, by)),
      fc.tuple(fc.constantFrom(...LIST.sections.map(({ id }) => id)), fc.constantFrom(1 as const, -1 as const)).map(([id, by]) => (list: Checklist) => movedSection(list, id, by)),
      fc.string({ minLength: 1 }).filter((name) => name.trim() !== '').map((name) => (list: Checklist) => withSection(list, null, { ko: name, en: '' })),
      fc.constantFrom(...LIST.sections.map(({ id }) => id)).map((id) => (list: Checklist) => withoutSection(list, id)),
      fc.constantFrom(null, ...ids(LIST)).map((id) => (list: Checklist) => withItem(list, id, fields())),
    );
    fc.assert(fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      const list = edits.reduce((now, one) => one(now), LIST);
      expect(checklistSchema.safeParse(list).error).toBeUndefined();
      expect(new Set(ids(list)).size).toBe(list.items.length);
    }));
  });
});
