/** A team's own checklists: versions, what is offered, what a draft can become (docs/checklists.md). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checklist } from '@/utils/checklist/checklist';
import { choicesOf, firstChoice, newerAgreed } from '@/utils/checklist/own/choices';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { agreed, bothLanguages, copyOf, freeCode, freeItemId, inSections, isEditable, nextVersion, offered, ownTopicId, ownTopics, retired } from '@/utils/checklist/own/own';
import { pinKey } from '@/utils/deal/deal';
import { checklistSchema } from '@/utils/checklist/schema';
import { FIRST_CALL, TOPICS } from './lists';

const AS = { id: 'own-a', code: 'E', name: { ko: '우리 것', en: '' } };
const draft = (more: Partial<Checklist> = {}): OwnChecklist => { const own = copyOf(FIRST_CALL, TOPICS, AS, 5); return { ...own, list: { ...own.list, ...more }, id: pinKey({ ...own.list, ...more }) }; };
const SIGNED = { sales: ' 박서연 ', delivery: '한지우', on: '2026-11-27', note: ' 문장 고침 ' };

describe('a copy', () => {
  it('has the same items under its own code, both names, and no agreement', () => {
    const own = copyOf({ ...FIRST_CALL, version: 7, status: 'agreed', agreement: { sales: { name: 'a', at: 'x' }, delivery: { name: 'b', at: 'x' } } }, TOPICS, AS, 5);
    expect([own.id, own.list.name, own.list.version, own.list.status, own.list.agreement]).toEqual(['own-a.v1', { ko: '우리 것', en: '우리 것' }, 1, 'draft', null]);
    expect(own.list.items.map(({ id }) => id)).toEqual(FIRST_CALL.items.map((_item, i) => `E-${String(i + 1).padStart(2, '0')}`));
    expect(own.list.items.map(({ topic, ask }) => [topic, ask])).toEqual(inSections(FIRST_CALL).items.map(({ topic, ask }) => [topic, ask]));
    expect(checklistSchema.safeParse(own.list).success).toBe(true);
    expect([own.createdAt, own.updatedAt, own.note]).toEqual([5, 5, '']);
  });

  it('takes the topics along that only its source has', () => {
    const mine = { ko: '보안', en: 'Security', packetSection: 'environment' };
    const list = { ...FIRST_CALL, items: FIRST_CALL.items.map((item, i) => (i === 0 ? { ...item, topic: 'own.sec' } : item)) };
    expect(copyOf(list, { ...TOPICS, 'own.sec': mine, 'own.other': mine }, AS, 5).topics).toEqual({ 'own.sec': mine });
    expect(ownTopics(list, TOPICS)).toEqual({});
  });
});

it('codes and ids are free ones', () => {
  expect([freeCode(new Set()), freeCode(new Set(['A', 'B'])), freeCode(new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZ')), freeCode(new Set([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'AA']))]).toEqual(['A', 'C', 'AA', 'AB']);
  fc.assert(fc.property(fc.nat({ max: 800 }), (n) => {
    const taken = new Set<string>();
    for (let i = 0; i < n; i += 1) taken.add(freeCode(taken));
    return taken.size === n && !taken.has(freeCode(taken)) && /^[A-Z]+$/u.test(freeCode(taken));
  }), { numRuns: 20 });
  expect(freeItemId({ code: 'E', items: [] })).toBe('E-01');
  // The number of one that was taken away in the middle is not given again.
  expect(freeItemId({ code: 'E', items: [{ id: 'E-02' }, { id: 'E-11' }, { id: 'E-04' }] as never })).toBe('E-12');
  fc.assert(fc.property(fc.uuid(), (id) => /^own\.[a-z]{24}$/u.test(ownTopicId(id))));
  expect(new Set(fc.sample(fc.uuid(), 200).map(ownTopicId)).size).toBe(200);
});

it.each([['가', '', '가', '가'], ['', 'a', 'a', 'a'], [' 가 ', ' a', '가', 'a'], ['', ' ', '', '']])('“%s” and “%s” read as “%s” and “%s”', (ko, en, both, other) => {
  expect(bothLanguages({ ko, en })).toEqual({ ko: both, en: other });
});

describe('a version', () => {
  it('is signed by both sides and never changes again; the next begins as its copy', () => {
    const signed = agreed(draft(), SIGNED, 9);
    expect(signed.list).toMatchObject({ status: 'agreed', agreement: { sales: { name: '박서연', at: '2026-11-27' }, delivery: { name: '한지우', at: '2026-11-27' } } });
    expect([signed.note, signed.updatedAt, isEditable(draft()), isEditable(signed), isEditable(retired(signed, false, 1))]).toEqual(['문장 고침', 9, true, false, false]);
    const next = nextVersion(signed, 11);
    expect([next.id, next.list.version, next.list.status, next.list.agreement, next.note, next.createdAt]).toEqual(['own-a.v2', 2, 'draft', null, '', 11]);
    expect(next.list.items).toEqual(signed.list.items);
  });

  it('is retired and comes back as what it was', () => {
    const signed = agreed(draft(), SIGNED, 9);
    expect([retired(signed, false, 1), retired(retired(signed, false, 1), true, 2), retired(retired(draft(), false, 1), true, 2)].map(({ list }) => list.status)).toEqual(['retired', 'agreed', 'draft']);
    expect(retired(signed, false, 1).list.agreement).toEqual(signed.list.agreement);
  });
});

describe('a new deal', () => {
  const v1 = agreed(draft(), SIGNED, 10);
  const v2 = nextVersion(v1, 20);
  const v2Signed = agreed(v2, SIGNED, 30);
  const other = { ...draft({ id: 'own-b' }), updatedAt: 99 };
  const keys = (rows: OwnChecklist[]): string[] => offered(rows).map(({ id }) => id);

  it('is offered the newest agreed version of each, a draft only while none is agreed; agreed ones first', () => {
    expect(keys([v1, v2])).toEqual(['own-a.v1']);
    expect(keys([v2Signed, v1])).toEqual(['own-a.v2']);
    expect(keys([other, v1])).toEqual(['own-a.v1', 'own-b.v1']);
    expect(keys([retired(v2Signed, false, 1), v1])).toEqual(['own-a.v1']);
    expect(keys([retired(v1, false, 1)])).toEqual([]);
    expect(keys([draft(), { ...other, updatedAt: 1 }])).toEqual(['own-a.v1', 'own-b.v1']);
  });

  it('begins with the agreed one, else with ours for development', () => {
    expect([firstChoice([]), firstChoice([draft()]), firstChoice([v1, v2]), firstChoice([retired(v1, false, 1)])]).toEqual([
      { id: 'custom-development', version: 1 }, { id: 'custom-development', version: 1 }, { id: 'own-a', version: 1 }, { id: 'custom-development', version: 1 },
    ]);
  });

  it('may have ours too; what a deal has stays a choice, and says what it is', () => {
    const list = choicesOf([retired(v1, false, 1), v2Signed], ['own-a.v1', 'gone.v1']);
    expect(list.slice(0, 2).map(({ key, status, own }) => [key, status, own])).toEqual([['own-a.v2', 'agreed', true], ['own-a.v1', 'agreed', true]]);
    expect(list.slice(2).map(({ key, own }) => [key, own])).toEqual([['custom-development.v1', false], ['solution-saas.v1', false], ['existing-customer.v1', false], ['first-call.v1', false]]);
    expect(choicesOf([retired(draft(), false, 1)], ['own-a.v1'])[0]).toMatchObject({ key: 'own-a.v1', status: 'draft' });
    expect(choicesOf([v1, v2], [])).toHaveLength(5);
  });

  it('hears of a version that was agreed since', () => {
    const list = choicesOf([v1, v2Signed], ['own-a.v1']);
    expect([newerAgreed(list, { id: 'own-a', version: 1 }), newerAgreed(list, { id: 'own-a', version: 2 }), newerAgreed(list, { id: 'own-b', version: 1 }), newerAgreed(choicesOf([v1, v2], ['own-a.v1', 'own-a.v2']), { id: 'own-a', version: 1 })]).toEqual([2, null, null, null]);
  });
});
