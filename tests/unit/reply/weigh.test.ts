/** How a reply stands beside its packet and the deal as it is by now (domain.md §4.7, edge case 40). */
import { describe, expect, it } from 'vitest';
import type { Reply } from '@/utils/reply/schema';
import type { AnsweredPacket, DealNow } from '@/utils/reply/weigh';
import { canApply, tickedFirst, weighReply } from '@/utils/reply/weigh';
import { aContradiction, anAnswer, aPromise, aWant, DAY, T0 } from '../packet/small';
import type { Rows } from './small-reply';
import { aReply, kept, now, sent } from './small-reply';

// Another want and promise stand before them; a packet's instants lose the milliseconds.
const ROWS: Rows = { answers: [anAnswer('scope.must', '재고 조회', { at: T0 + 61_345 })], wants: [aWant('w0'), aWant('w1')], commitments: [aPromise('p0', { due: '2026-12-01' }), aPromise('p1')] };
const JUDGED: Partial<Reply> = {
  items: [{ itemId: 'A-01', verdict: 'ok', text: '' }, { itemId: 'A-02', verdict: 'not_usable', text: '어떤 창고인지 모름' }, { itemId: 'A-05', verdict: 'question', text: '누가 정하나요?' }],
  wants: [{ wantId: 'w1', feasibility: 'feasible', conditions: [], alternative: '' }], commitments: [{ commitmentId: 'p1', verdict: 'can', condition: '', alternative: '' }],
  questions: [{ text: 'ERP는?', itemId: null, route: null, due: null }, { text: '언제?', itemId: 'A-02', route: null, due: null }],
};

function weigh(answered: AnsweredPacket, deal: DealNow, more: Partial<Reply> = {}) {
  return weighReply(aReply({ ...JUDGED, contentHash: answered.contentHash, ...more }), 'reply-1', answered, deal);
}
const standings = ({ effects }: ReturnType<typeof weigh>) => Object.fromEntries(effects.map((effect) => [effect.key, effect.standing]));
const ALL_NEW = { 'item:A-02': 'new', 'item:A-05': 'new', 'question:0': 'new', 'question:1': 'new', 'want:w1': 'new', 'commitment:p1': 'new' };

describe('a reply, weighed', () => {
  it('is all new to a deal that nobody has touched since, and what needs nothing is left out', () => {
    const made = weigh(sent(ROWS), now(ROWS));
    expect([standings(made), made.doubts, made.kept]).toEqual([ALL_NEW, [], null]);
    expect(tickedFirst(made)).toEqual(Object.keys(ALL_NEW));
    expect(made.effects.find((effect) => effect.key === 'item:A-02')).toMatchObject({ view: { item: { topic: 'scope.must' } } });
  });

  it.each<[string, Rows, string[]]>([
    ['another answer', { ...ROWS, answers: [...ROWS.answers ?? [], anAnswer('scope.must', '재고 실사', { id: 'later', at: T0 + 3 * DAY })] }, ['item:A-02', 'question:1']],
    ['the same words as typed otherwise', { ...ROWS, answers: [...ROWS.answers ?? [], anAnswer('scope.must', '재고 조회', { id: 'later', raw: '조회만', at: T0 + 3 * DAY })] }, ['item:A-02', 'question:1']],
    ['an answer that was taken back and given anew', { ...ROWS, answers: [anAnswer('scope.must', '재고 조회', { id: 'anew', at: T0 + 3 * DAY })] }, ['item:A-02', 'question:1']],
    ['a conflict', { ...ROWS, contradictions: [aContradiction('scope.must')] }, ['item:A-02', 'question:1']],
    ['off the record, which empties the earlier rows too', { ...ROWS, answers: [anAnswer('scope.must', null, { offRecord: true }), anAnswer('scope.must', null, { id: 'later', offRecord: true, at: T0 + 3 * DAY })] }, ['item:A-02', 'question:1']],
    ['an answer where there was none', { ...ROWS, answers: [...ROWS.answers ?? [], anAnswer('people.decider', '대표')] }, ['item:A-05']],
    ['asked meanwhile, without an answer', { ...ROWS, answers: [...ROWS.answers ?? [], anAnswer('people.decider', null, { state: 'asked_unknown' })] }, ['item:A-05']],
    ['a want in other words', { ...ROWS, wants: [aWant('w1', { words: '다르게' })] }, ['want:w1']],
    ['a promise with another day', { ...ROWS, commitments: [aPromise('p1', { due: '2026-12-24' })] }, ['commitment:p1']],
    ['a promise in other words', { ...ROWS, commitments: [aPromise('p1', { words: '다르게' })] }, ['commitment:p1']],
  ])('finds what changed since: %s', (_what, rows, changed) => {
    const made = weigh(sent(ROWS), now(rows));
    expect(standings(made)).toEqual({ ...ALL_NEW, ...Object.fromEntries(changed.map((key) => [key, 'changed'])) });
    expect(tickedFirst(made)).toEqual(Object.keys(ALL_NEW).filter((key) => !changed.includes(key)));
    expect(made.effects.filter(canApply)).toHaveLength(6);
  });

  it('takes the same answer for the same: weakened by an earlier reply, judged, or with a promise kept', () => {
    const answers = [...ROWS.answers ?? [], anAnswer('scope.must', '재고 조회', { id: 'weak', state: 'partial', relation: 'updates', at: T0 + 3 * DAY })];
    const rows: Rows = { answers, wants: [aWant('w1', { needBehind: '빨리 알아야', feasibility: 'with_conditions', conditions: ['x'] })], commitments: [aPromise('p1', { confirmation: 'changed', fulfilment: 'done' })] };
    expect(standings(weigh(sent(ROWS), now(rows)))).toEqual(ALL_NEW);
  });

  it('finds what is gone, and asks a question whatever became of its item', () => {
    const reply: Partial<Reply> = { ...JUDGED, items: [{ itemId: 'Z-99', verdict: 'question', text: '?' }], questions: [{ text: '?', itemId: 'Z-99', route: null, due: null }] };
    const made = weigh(sent(ROWS), now({}), reply);
    expect(standings(made)).toEqual({ 'item:Z-99': 'gone', 'question:0': 'new', 'want:w1': 'gone', 'commitment:p1': 'gone' });
    expect(made.effects.filter(canApply).map((effect) => effect.key)).toEqual(['question:0']);
  });

  it('offers a ruling again that fell when the words were changed', () => {
    const before = kept(aReply(), { id: 'reply-1', applied: ['want:w1', 'commitment:p1'] });
    const rows: Rows = { ...ROWS, wants: [aWant('w1', { feasibility: 'feasible' })], commitments: [aPromise('p1', { confirmation: 'confirmed' })] };
    const again = weigh(sent(ROWS, { replies: [before] }), now({ ...rows, wants: [aWant('w1')], commitments: [aPromise('p1')] }));
    expect(standings(weigh(sent(ROWS, { replies: [before] }), now(rows)))).toMatchObject({ 'want:w1': 'done', 'commitment:p1': 'done' });
    expect(standings(again)).toMatchObject({ 'want:w1': 'changed', 'commitment:p1': 'changed' });
    expect(tickedFirst(again)).toEqual([]);
  });

  it('does not assume twice what delivery saved again with one word more', () => {
    const estimate = { class: 'rough' as const, effort: [], durationWeeks: null, assumptions: ['망 분리 없음'] };
    const before = kept(aReply({ estimate }), { id: 'reply-0', applied: ['assumption:0'] });
    const more = { items: [], wants: [], commitments: [], questions: [], estimate: { ...estimate, assumptions: ['서버는 고객이', '망 분리 없음'] } };
    expect(standings(weigh(sent(ROWS, { replies: [before] }), now(ROWS), more))).toEqual({ 'assumption:0': 'new', 'assumption:1': 'done' });
  });

  it('has the conditions of an acceptance, but not of joining a meeting', () => {
    const conditional: Partial<Reply> = { items: [], wants: [], commitments: [], questions: [], verdict: 'accepted_with_conditions', summary: '서버가 있으면' };
    expect(standings(weigh(sent(ROWS), now(ROWS), conditional))).toEqual({ condition: 'new' });
    expect(standings(weigh(sent(ROWS, { purpose: 'join' }), now(ROWS), conditional))).toEqual({});
    expect(standings(weigh(sent(ROWS), now(ROWS), { ...conditional, summary: ' ' }))).toEqual({});
  });

  it('knows what was taken over before, and only of the same reply', () => {
    const before = kept(aReply(), { id: 'reply-1', applied: ['item:A-02', 'want:w1'] });
    const made = weigh(sent(ROWS, { replies: [before] }), now({ ...ROWS, wants: [aWant('w0'), aWant('w1', { feasibility: 'feasible' })] }));
    expect([standings(made), made.kept]).toEqual([{ ...ALL_NEW, 'item:A-02': 'done', 'want:w1': 'done' }, before]);
    expect([made.effects.filter(canApply).length, tickedFirst(made)]).toEqual([4, []]);
    expect(standings(weigh(sent(ROWS, { replies: [{ ...before, id: 'reply-0' }] }), now(ROWS)))).toEqual(ALL_NEW);
  });

  it.each<[string, () => ReturnType<typeof weigh>]>([
    ['other_content', () => weigh(sent(ROWS), now(ROWS), { contentHash: 'f'.repeat(64) })], ['other_content', () => weigh(sent(ROWS), now(ROWS), { packetNumber: 2 })],
    ['newer_packet', () => weigh(sent(ROWS), now(ROWS, 2))],
    ['newer_reply', () => weigh(sent(ROWS, { replies: [kept(aReply({ at: '2026-11-27T01:00:01Z' }))] }), now(ROWS))],
  ])('ticks nothing by itself where there is a doubt: %s', (doubt, made) => {
    expect([made().doubts, tickedFirst(made()), made().effects.every(canApply)]).toEqual([[doubt], [], true]);
  });

  it('has no doubt about a reply that came after another, or is there already', () => {
    const earlier = kept(aReply({ at: '2026-11-27T00:59:59Z' }));
    const itself = kept(aReply({ at: '2026-11-28T00:00:00Z' }), { id: 'reply-1' });
    expect(weigh(sent(ROWS, { replies: [earlier, itself] }), now(ROWS)).doubts).toEqual([]);
  });

  it('can compare nothing with a packet that was emptied', () => {
    const made = weigh({ ...sent(ROWS), packet: null }, now(ROWS));
    expect([made.doubts, standings(made)]).toEqual([['emptied'], { ...ALL_NEW, 'item:A-02': 'changed', 'item:A-05': 'changed', 'question:1': 'changed', 'want:w1': 'changed', 'commitment:p1': 'changed' }]);
  });
});
