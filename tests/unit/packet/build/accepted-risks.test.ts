/** What was open as the contract was signed: who answers for it and why, and nothing of what was forgotten since. */
import { describe, expect, it } from 'vitest';
import type { AcceptedRisk } from '@/utils/deal/accepted-risk';
import { PURPOSES } from '@/utils/packet/schema';
import { aContradiction, aGap, anAnswer, aNote, aPromise, DAY, LIST, MINUTE, signedDeal, small, T0 } from '../small';

type Rows = NonNullable<Parameters<typeof small>[0]>;
type Options = Parameters<typeof small>[1];
const risk = (kind: AcceptedRisk['kind'], ref: string, more: Partial<AcceptedRisk> = {}): AcceptedRisk => ({ kind, ref, by: '박서연', why: '납기 우선', at: T0 + DAY, ...more });
const accepted = (risks: AcceptedRisk[], rows: Rows = {}, options: Options = {}) => small({ deal: signedDeal(risks), ...rows }, options).acceptedRisks ?? [];
const withCriteria = { ...LIST, items: [...LIST.items, { ...LIST.items[0], id: 'A-08', topic: 'acceptance.criteria' } as (typeof LIST.items)[number]] };
const block = { blocksEstimate: true };
const ALL = [risk('gap', 'g'), risk('conflict', 'conflict:scope.must'), risk('promise', 'p'), risk('acceptance', '')];
const rows: Rows = { checklist: withCriteria, gaps: [aGap('g', { ...block, itemId: 'A-04' })], contradictions: [aContradiction('scope.must')], commitments: [aPromise('p', { topic: 'users.count' })] };

describe('risks accepted at the signature', () => {
  it.each(PURPOSES)('with two blocking gaps both carry a name and a reason: %s', (purpose) => {
    const two = accepted([risk('gap', 'a'), risk('gap', 'b', { by: '김대리', why: '고객이 서명 뒤 확인' })], { gaps: [aGap('a', block), aGap('b', block)] }, { purpose });
    expect(two.map((r) => [r.text, r.acceptedBy, r.why])).toEqual([['a?', '박서연', '납기 우선'], ['b?', '김대리', '고객이 서명 뒤 확인']]);
  });

  it('say what was open in the words of the record that each points at', () => {
    const same = { acceptedBy: '박서연', why: '납기 우선', on: '2026-11-25', open: true, offRecord: false };
    expect(accepted(ALL, rows)).toEqual([
      { kind: 'gap', ref: 'g', itemId: 'A-04', topic: 'budget.range', text: 'g?', ...same }, { kind: 'conflict', ref: 'conflict:scope.must', itemId: 'A-02', topic: 'scope.must', text: '먼저 ↔ 나중', ...same },
      { kind: 'promise', ref: 'p', itemId: null, topic: 'users.count', text: 'p!', ...same }, { kind: 'acceptance', ref: '', itemId: 'A-08', topic: 'acceptance.criteria', text: '', ...same },
    ]);
    expect(accepted([risk('acceptance', '', { by: ' 박서연 ', why: '  ' })])).toMatchObject([{ itemId: null, acceptedBy: '박서연', why: '' }]);
  });

  it('say which of them are settled since', () => {
    const settled: Rows = {
      checklist: withCriteria, gaps: [aGap('g', { ...block, state: 'closed' })], contradictions: [aContradiction('scope.must', { status: 'resolved' })], commitments: [aPromise('p', { confirmation: 'confirmed' })],
      answers: [anAnswer('acceptance.criteria', '인수 시험')],
    };
    expect(accepted(ALL, settled).map((r) => r.open)).toEqual([false, false, false, false]);
  });

  it('are none before the signature, whatever stands in the row', () => {
    const { course: _none, ...open } = signedDeal(ALL);
    const packet = small({ ...rows, deal: open });
    expect([packet.acceptedRisks, packet.deal.signedOn]).toEqual([[], null]);
    expect(small({ deal: signedDeal([]) }).deal.signedOn).toBe('2026-11-25');
    // A day that no calendar knows would make the whole packet unreadable.
    expect(small({ deal: { ...signedDeal([]), course: [{ to: 'contracted', on: '+020261-12-01', why: '', at: T0 }] } }).deal.signedOn).toBeNull();
  });

  it('were accepted on the day that it was where the packet is made', () => {
    const late = [risk('acceptance', '', { at: Date.UTC(2026, 10, 30, 23, 30) })];
    expect([accepted(late)[0]?.on, accepted(late, {}, { utcOffset: -300 })[0]?.on]).toEqual(['2026-12-01', '2026-11-30']);
  });

  it('point at their records with exact ids; numbers that must not leave are masked in name and reason', () => {
    const id = '4111111111111111';
    const [found] = accepted([risk('gap', id, { by: '박서연 900101-1234567', why: '계좌 110-234-567890' })], { gaps: [aGap(id)] });
    expect(found).toMatchObject({ ref: id, acceptedBy: '박서연 900101-*******', why: '계좌 ***-***-******' });
  });
});

describe('what was forgotten since', () => {
  it('is not told: a risk whose record is gone takes its name and reason along', () => {
    const quoting = ALL.slice(0, 3).map((one) => ({ ...one, by: 'QX', why: 'QX' }));
    const packet = small({ deal: signedDeal([...quoting, ...ALL]), checklist: withCriteria });
    expect(packet.acceptedRisks?.map((r) => r.kind)).toEqual(['acceptance']);
    expect(JSON.stringify(packet)).not.toContain('QX');
  });

  it('on a topic off the record is not told either: that it was open stays, what it said there and the reason go', () => {
    const off = (topic: string) => anAnswer(topic, 'QX', { offRecord: true });
    const covered: Rows = { ...rows, answers: [off('budget.range'), off('scope.must'), off('users.count'), off('acceptance.criteria')], contradictions: [aContradiction('scope.must', { a: { text: 'QX', saidBy: '', at: T0, answerId: null } })] };
    const packet = small({ ...covered, deal: signedDeal(ALL.map((one) => ({ ...one, why: 'QX' }))) });
    expect(packet.acceptedRisks?.map((r) => [r.kind, r.text, r.acceptedBy, r.why, r.offRecord])).toEqual([
      ['gap', 'g?', '박서연', '', true], ['conflict', '', '박서연', '', true], ['promise', 'p!', '박서연', '', true], ['acceptance', '', '박서연', '', true],
    ]);
    expect(JSON.stringify(packet)).not.toContain('QX');
  });

  it('of one side of a difference takes both out of it', () => {
    const row = aContradiction('scope.must');
    const answers = [anAnswer('scope.must', 'QX', { id: 'secret', offRecord: true }), anAnswer('scope.must', '공개', { id: 'open', at: T0 + DAY })];
    expect(accepted([risk('conflict', row.id, { why: 'QX' })], { answers, contradictions: [{ ...row, b: { ...row.b, text: 'QX', answerId: 'secret' } }] })).toMatchObject([{ text: '', why: '', offRecord: true, itemId: 'A-02' }]);
  });
});

describe('a copy for others', () => {
  it.each(['customer_safe', 'anonymised'] as const)('has none of them: %s', (redaction) => {
    const packet = small({ ...rows, deal: signedDeal([risk('acceptance', '', { by: '임꺽정', why: 'QX' })]), notes: [aNote('decision', 'd', { text: '임꺽정이 맡음' })] }, { redaction });
    expect(packet.acceptedRisks).toEqual([]);
    expect(JSON.stringify(packet)).not.toContain('QX');
    // Who accepted one is a name that is recorded: the anonymised copy knows it wherever it stands.
    expect(packet.decisions[0]?.text).toBe(redaction === 'anonymised' ? '사람 5이 맡음' : '임꺽정이 맡음');
  });
});

describe('the rules of a handoff', () => {
  const reason = (id: string, risks: AcceptedRisk[], more: Rows) => small({ deal: signedDeal(risks), ...more }, { purpose: 'handoff' }).readiness.rules.find((r) => r.id === id);

  it('keep warning of what was accepted, and say how much of it was', () => {
    const gaps = [aGap('a', block), aGap('b', { ...block, at: T0 + 2 * MINUTE })];
    expect(reason('handoff.blocking', [risk('gap', 'a'), risk('gap', 'gone')], { gaps })).toMatchObject({ pass: false, reason: { code: 'blocking_gaps', params: { n: 2, accepted: 1 }, refs: ['a', 'b'] } });
    expect(reason('handoff.promises', [risk('promise', 'p')], { commitments: [aPromise('p')] })).toMatchObject({ pass: false, reason: { code: 'promises_unsettled', params: { n: 1, accepted: 1 } } });
    expect(reason('handoff.blocking', [risk('promise', 'p')], { gaps, commitments: [aPromise('p')] })?.reason.params).toEqual({ n: 2 });
  });
});
