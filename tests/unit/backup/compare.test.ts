/** What a restore would change: the newer stands, a tie changes nothing, and only a replace takes anything away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planTable, RESTORE_MODES } from '@/utils/backup/compare';
import { sameContent } from '@/utils/backup/same-content';
import type { KeptReply } from '@/utils/reply/schema';
import { aReply, kept } from '../reply/small-reply';

describe('the same content', () => {
  it('is what a file gives back, in whatever order its fields stand', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(sameContent(value, JSON.parse(JSON.stringify(value)))).toBe(true);
    }));
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (row) => {
      expect(sameContent(row, Object.fromEntries(Object.entries(row).reverse()))).toBe(true);
    }));
  });

  it.each<[unknown, unknown]>([
    [{ a: 1, b: undefined }, { a: 1 }], [{ a: 1 }, { a: 1, b: undefined }], [{ a: -0 }, { a: 0 }], [{ a: Number.NaN }, { a: Number.NaN }], [[], []], [[1, [2]], [1, [2]]], [null, null], ['', ''],
  ])('%j and %j', (a, b) => { expect([sameContent(a, b), sameContent(b, a)]).toEqual([true, true]); });

  it.each<[unknown, unknown]>([
    [{ a: 1 }, { a: 2 }], [{ a: 1 }, { b: 1 }], [{ a: 1 }, { a: 1, b: 1 }], [{ a: 1 }, {}], [{ a: null }, {}], [{ a: { b: 1 } }, { a: { b: 2 } }], [[1, 2], [2, 1]], [['a'], { 0: 'a' }], [[], {}], [{}, null], [null, {}], [0, null], [0, ''], [0, 1], [1, 0], ['1', 1],
    [{ a: undefined, b: 1 }, { a: undefined, c: 1 }], [{ toString: 1 }, { a: 1 }], [{ toString: Object.prototype.toString }, { a: 1 }], ['a', { 0: 'a' }], [{}, 'a'], [{}, ''],
  ])('%j is not %j', (a, b) => { expect([sameContent(a, b), sameContent(b, a)]).toEqual([false, false]); });
});

describe('restoring a table', () => {
  const row = (id: string, more: object = {}): Record<string, unknown> => ({ id, text: 'as it was', updatedAt: 5, ...more });

  it('counts what is new, same, different and only here, and removes what is only here in a replace', () => {
    const file = [row('new'), row('same'), row('other', { text: 'file' })];
    const here = [row('same'), row('other'), row('mine'), row('mine too')];
    for (const mode of RESTORE_MODES) {
      expect(planTable('notes', file, here, mode)).toMatchObject({ difference: { fresh: 1, same: 1, different: 1, onlyHere: 2 }, remove: mode === 'replace' ? ['mine', 'mine too'] : [] });
    }
  });

  it.each([
    ['merge', 6, ['new', 'a']], ['merge', 5, ['new']], ['merge', 4, ['new']],
    ['keep', 6, ['new']], ['keep', 4, ['new']],
    ['replace', 6, ['new', 'a']], ['replace', 5, ['new', 'a']], ['replace', 4, ['new', 'a']],
  ] as const)('by %s, changed in the file at %i and here at 5, writes %j', (mode, updatedAt, ids) => {
    const file = [row('new'), row('a', { text: 'file', updatedAt }), row('same')];
    expect(planTable('notes', file, [row('a'), row('same')], mode).put).toEqual(file.filter(({ id }) => ids.some((one) => one === id)));
  });

  it.each([
    ['contradictions', { resolvedAt: 9, at: 1 }, { resolvedAt: null, at: 1 }], ['contradictions', { resolvedAt: 9, at: 1 }, { resolvedAt: 8, at: 1 }], ['answers', { at: 2 }, { at: 1 }], ['packets', { createdAt: 2, json: '{}' }, { createdAt: 1, json: '{}' }],
    ['packets', { createdAt: 1, json: '{}', replies: [kept(aReply(), { keptAt: 9 })] }, { createdAt: 1, json: '{}' }], ['packets', { createdAt: 1, json: '' }, { createdAt: 2, json: '{}' }], ['deals', { updatedAt: 2, createdAt: 1 }, { updatedAt: 1, createdAt: 9 }],
  ] as const)('of %s takes %j for newer than %j', (table, newer, older) => {
    const [a, b] = [{ id: 'x', text: 'a', ...newer }, { id: 'x', text: 'b', ...older }];
    expect([planTable(table, [a], [b], 'merge').put, planTable(table, [b], [a], 'merge').put]).toEqual([[a], []]);
  });

  it('keeps a costing that only one side has worked out, and the newer of two', () => {
    const [costed, renamed] = [{ id: 'd', name: 'a', updatedAt: 3, costing: { price: 1 } }, { id: 'd', name: 'b', updatedAt: 9 }];
    const both = { ...renamed, costing: { price: 1 } };
    expect([planTable('deals', [renamed], [costed], 'merge').put, planTable('deals', [costed], [renamed], 'merge').put, planTable('deals', [costed], [both], 'merge').put]).toEqual([[both], [both], []]);
    expect(planTable('deals', [{ ...both, costing: { price: 2 } }], [costed], 'merge').put).toEqual([{ ...both, costing: { price: 2 } }]);
  });

  it('loses no step of a deal that was taken on either side, nor what it was signed with, and puts back no reason that is gone', () => {
    const step = (to: string, at: number) => ({ to, on: '2026-12-01', why: '', at });
    const signing = { contract: { goLiveOn: null, warrantyEndsOn: null, endsOn: '2027-12-31' }, risksAccepted: [{ kind: 'gap', ref: 'g', by: '박서연', why: '', at: 3 }], itemsAccepted: [{ topic: 'scope.must', by: '박서연', why: '', at: 3 }] };
    const deal = (updatedAt: number, more: object = {}) => ({ id: 'd', name: `name ${String(updatedAt)}`, updatedAt, ...more });
    const [signed, renamed] = [deal(3, { course: [step('contracted', 3)], ...signing }), deal(9)];
    // Signed on one machine, given another name on the other: both hold, whichever is merged into which.
    const both = deal(9, { course: [step('contracted', 3)], ...signing });
    expect(planTable('deals', [renamed], [signed], 'merge').put).toEqual([both]);
    expect(planTable('deals', [signed], [renamed], 'merge').put).toEqual([both]);
    expect(planTable('deals', [signed], [both], 'merge').put).toEqual([]);
    // Two steps, each on its machine, stand in the order in which they were written down.
    const delivering = deal(12, { course: [step('contracted', 3), step('delivering', 12)], ...signing });
    const held = deal(10, { course: [step('on_hold', 2), step('open', 2.5), step('contracted', 3)], ...signing, contract: null });
    expect(planTable('deals', [held], [delivering], 'merge').put).toEqual([{ ...delivering, course: [step('on_hold', 2), step('open', 2.5), step('contracted', 3), step('delivering', 12)] }]);
    // What was forgotten here since is not brought back by an older file.
    expect(planTable('deals', [signed], [{ ...signed, risksAccepted: [] }], 'merge').put).toEqual([]);
    expect(planTable('deals', [renamed], [signed], 'keep').put).toEqual([]);
  });

  it('loses no reply that came on either side, nor what was taken over of it, and says it once', () => {
    const packet = (replies: KeptReply[], json = '{}') => ({ id: 'p', createdAt: 1, json, replies });
    const [a, b] = [kept(aReply({ summary: '비밀' }), { id: 'a', keptAt: 3, applied: ['x'] }), kept(aReply({ summary: '비밀' }), { id: 'b', keptAt: 9 })];
    const more = { ...a, applied: ['x', 'y'] };
    expect(planTable('packets', [packet([a])], [packet([b])], 'merge').put).toEqual([packet([b, a])]);
    expect(planTable('packets', [packet([b])], [packet([a])], 'merge').put).toEqual([packet([b, a])]);
    expect(planTable('packets', [packet([more])], [packet([a])], 'merge').put).toEqual([packet([more])]);
    expect(planTable('packets', [packet([a])], [packet([b, more])], 'merge').put).toEqual([]);
    expect(planTable('packets', [packet([a])], [packet([b])], 'keep').put).toEqual([]);
    expect(planTable('packets', [packet([a])], [packet([b])], 'replace').put).toEqual([packet([a])]);
    // What went off the record on one side stays off.
    for (const [file, here] of [[packet([a]), packet([], '')], [packet([], ''), packet([a])]] as const) {
      const [made = here] = planTable('packets', [file], [here], 'merge').put;
      expect(made).toMatchObject({ json: '', replies: [{ id: 'a', applied: ['x'], reply: { verdict: 'accepted', summary: '' } }] });
    }
  });

  it('leaves a row alone where neither says when it was changed', () => {
    expect(planTable('notes', [{ id: 'x', text: 'file' }], [{ id: 'x', text: 'here' }], 'merge').put).toEqual([]);
  });

  it('takes a row that says when it was changed over one that does not', () => {
    expect(planTable('notes', [row('x')], [{ id: 'x', text: 'here' }], 'merge').put).toEqual([row('x')]);
  });

  it('knows a draft by its key', () => {
    const draft = (key: string, text: string): Record<string, unknown> => ({ key, meetingId: '', text, updatedAt: 5 });
    expect(planTable('drafts', [draft('capture:a', '1'), draft('capture:b', '1')], [draft('capture:a', '2'), draft('capture:c', '3')], 'replace')).toMatchObject({ difference: { fresh: 1, different: 1, onlyHere: 1 }, remove: ['capture:c'] });
  });
});
