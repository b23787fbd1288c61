/** Gaps, pains, wants, decisions, promises, contradictions and notes as a packet tells them. */
import { describe, expect, it } from 'vitest';
import { aContradiction, aGap, aMeeting, anAnswer, aNote, aPromise, aWant, DAY, FURTHER, MINUTE, small, T0 } from '../small';

const ids = (rows: readonly { id: string }[]): string[] => rows.map((r) => r.id);

describe('every record', () => {
  it('stands with the clock and the offset of the meeting it was made in, or of the packet outside any', () => {
    const packet = small({ meetings: [aMeeting({ utcOffset: -300 })], notes: [aNote('note', 'in'), aNote('note', 'out', { meetingId: '', at: T0 + DAY, offsetMs: null }), aNote('note', 'lost', { meetingId: 'gone', at: T0 + 2 * DAY })] });
    expect(packet.notes.map((n) => [n.id, n.meetingId, n.at, n.offsetMs])).toEqual([
      ['in', 'm1', '2026-11-24T00:01:00-05:00', MINUTE], ['out', null, '2026-11-25T14:00:00+09:00', null], ['lost', 'gone', '2026-11-26T14:00:00+09:00', MINUTE],
    ]);
  });

  it('stands oldest first, ties by id, whatever the order of the rows', () => {
    const rows = [aNote('note', 'c'), aNote('note', 'a'), aNote('note', 'b'), aNote('note', 'z', { at: T0 })];
    expect(ids(small({ notes: rows }).notes)).toEqual(['z', 'a', 'b', 'c']);
    expect(ids(small({ notes: [...rows].reverse() }).notes)).toEqual(['z', 'a', 'b', 'c']);
  });
});

describe('notes', () => {
  const rows = [aNote('note', 'n'), aNote('pain', 'p', { at: T0 + 2 * MINUTE }), aNote('decision', 'd', { at: T0 + 3 * MINUTE, itemId: 'A-02', topic: 'scope.must' }), aNote('risk', 'r', { at: T0 + 4 * MINUTE })];

  it('are all in the record as typed; decisions, pains and risks stand in their own lists too', () => {
    const packet = small({ notes: rows });
    expect(packet.notes.map((n) => [n.id, n.kind, n.text])).toEqual([['n', 'note', 'n.'], ['p', 'pain', 'p.'], ['d', 'decision', 'd.'], ['r', 'risk', 'r.']]);
    expect(packet.decisions).toEqual([{ id: 'd', text: 'd.', meetingId: 'm1', itemId: 'A-02', topic: 'scope.must', at: '2026-11-24T14:03:00+09:00', offsetMs: MINUTE }]);
    expect(packet.pains).toEqual([{ id: 'p', text: 'p.', saidBy: null, source: 'note', meetingId: 'm1', itemId: null, topic: null, at: '2026-11-24T14:02:00+09:00', offsetMs: MINUTE }]);
    expect(packet.raid.risks).toEqual([{ id: 'r', text: 'r.', itemId: null, gapId: null, owner: '', due: null }]);
  });

  it('on an item covered off the record stand nowhere, whether they name its topic or only the item', () => {
    const off = anAnswer('scope.must', 'QX', { offRecord: true });
    const on = { itemId: 'A-02', topic: null };
    const packet = small({ answers: [off], notes: [...rows, aNote('note', 'n2', on), aNote('pain', 'p2', on), aNote('decision', 'd2', on), aNote('risk', 'r2', on)] });
    expect(ids(packet.notes)).toEqual(['n', 'p', 'r']);
    expect([ids(packet.decisions), ids(packet.pains), ids(packet.raid.risks)]).toEqual([[], ['p'], ['r']]);
  });

  it('on a topic that no checklist asks are left out too when an answer there is off the record', () => {
    const packet = small({ answers: [anAnswer('free.topic', 'QX', { offRecord: true }), anAnswer('other.topic', 'x')], notes: [aNote('note', 'hid', { topic: 'free.topic' }), aNote('note', 'seen', { topic: 'other.topic' })] });
    expect(ids(packet.notes)).toEqual(['seen']);
  });

  it('come back once a newer answer on the record stands', () => {
    const packet = small({ answers: [anAnswer('scope.must', 'old', { id: 'old', offRecord: true }), anAnswer('scope.must', 'new', { id: 'new', at: T0 + DAY })], notes: [aNote('note', 'n', { topic: 'scope.must' })] });
    expect(ids(packet.notes)).toEqual(['n']);
  });
});

describe('pains', () => {
  it('are what was answered on the pain topics, then the lines marked as pain', () => {
    const packet = small({ answers: [anAnswer('pain.primary', '재고가 안 맞음'), anAnswer('scope.must', '조회')], notes: [aNote('pain', 'p', { at: T0 })] });
    expect(packet.pains.map((p) => [p.id, p.text, p.saidBy, p.source])).toEqual([['A-01', '재고가 안 맞음', '이수민', 'answer'], ['p', 'p.', null, 'note']]);
    expect(packet.pains[0]).toMatchObject({ meetingId: 'm1', itemId: 'A-01', topic: 'pain.primary', at: '2026-11-24T14:01:00+09:00', offsetMs: MINUTE });
  });

  it('are none where the pain was asked and nothing is known', () => {
    expect(small({ answers: [anAnswer('pain.primary', null, { state: 'asked_unknown' })] }).pains).toEqual([]);
    expect(small().pains).toEqual([]);
  });
});

describe('gaps', () => {
  it('keep everything about them', () => {
    const full = aGap('g', { topic: 'budget.range', itemId: 'A-04', origin: 'asked_will_send', route: 'ask_customer', owner: '박지훈', askWhom: '이수민', due: '2026-12-03', blocksEstimate: true, state: 'waiting', askedOn: ['2026-11-24'], outcome: '곧' });
    expect(small({ gaps: [full] }).gaps).toEqual([{
      id: 'g', question: 'g?', meetingId: 'm1', itemId: 'A-04', topic: 'budget.range', at: '2026-11-24T14:01:00+09:00', offsetMs: MINUTE, origin: 'asked_will_send', route: 'ask_customer', owner: '박지훈',
      askWhom: '이수민', due: '2026-12-03', blocksEstimate: true, state: 'waiting', askedOn: ['2026-11-24'], outcome: '곧', raisedIn: 'm1', raisedAt: '2026-11-24T14:01:00+09:00', open: true, owned: true, bring: 'commercial', answeredBy: '',
    }]);
  });

  it('that ended stay in the packet with what was found out, and count as open and owned no longer', () => {
    const ended = (['answered', 'closed', 'dropped'] as const).map((state, i) => aGap(state, { state, at: T0 + i, owner: '박지훈', route: 'self_study', due: '2026-12-03', outcome: '찾음' }));
    expect(small({ gaps: ended }).gaps.map((g) => [g.state, g.open, g.owned, g.outcome])).toEqual([['answered', false, false, '찾음'], ['closed', false, false, '찾음'], ['dropped', false, false, '찾음']]);
  });

  it('without an item get the one that asks their topic, a further checklist included, and the role that needs it', () => {
    const packet = small({ alsoChecklists: [FURTHER], gaps: [aGap('a', { topic: 'scope.must' }), aGap('b', { topic: 'ops.incidents' }), aGap('c', { topic: 'nobody.asks' }), aGap('d'), aGap('e', { itemId: 'X-99' })] });
    expect(packet.gaps.map((g) => [g.id, g.itemId, g.bring])).toEqual([['a', 'A-02', 'architect'], ['b', 'B-02', 'support'], ['c', null, null], ['d', null, null], ['e', 'X-99', null]]);
  });

  it('raised outside any meeting were raised in none', () => {
    expect(small({ gaps: [aGap('g', { meetingId: '' })] }).gaps[0]).toMatchObject({ raisedIn: null, meetingId: null });
  });

  it('on something off the record keep the question and lose what was found out', () => {
    const packet = small({ answers: [anAnswer('scope.must', 'QX', { offRecord: true })], gaps: [aGap('g', { itemId: 'A-02', topic: null, state: 'closed', outcome: 'QX' }), aGap('h', { outcome: '남음' })] });
    expect(packet.gaps.map((g) => [g.question, g.outcome])).toEqual([['g?', ''], ['h?', '남음']]);
  });
});

describe('wants', () => {
  it('keep the need, the priority, the pain they serve and what delivery says', () => {
    const want = aWant('w', { needBehind: '바로 알아야 함', priority: 'later', painId: 'p', trigger: '2차', feasibility: 'not_as_asked', conditions: ['서버 증설'], thenHow: '메일로', customClass: 'configuration', customWhy: '왜', classedBy: '한지우' });
    expect(small({ wants: [want], notes: [aNote('pain', 'p')] }).wants).toEqual([{
      id: 'w', words: 'w~', needBehind: '바로 알아야 함', priority: 'later', painId: 'p', trigger: '2차', feasibility: 'not_as_asked', conditions: ['서버 증설'], thenHow: '메일로', customClass: 'configuration', customWhy: '왜', classedBy: '한지우', meetingId: 'm1', itemId: null, topic: null,
      at: '2026-11-24T14:01:00+09:00', offsetMs: MINUTE,
    }]);
  });

  it('point at no pain that the packet does not hold: none, another note, one off the record', () => {
    const hidden = aNote('pain', 'p', { topic: 'scope.must' });
    const packet = small({ answers: [anAnswer('scope.must', null, { offRecord: true })], notes: [hidden, aNote('note', 'n')], wants: [aWant('a', { painId: 'p' }), aWant('b', { painId: 'n' }), aWant('c', { painId: null })] });
    expect(packet.wants.map((w) => w.painId)).toEqual([null, null, null]);
  });

  it('on an item covered off the record stand nowhere', () => {
    expect(ids(small({ answers: [anAnswer('scope.must', null, { offRecord: true })], wants: [aWant('a', { itemId: 'A-02' }), aWant('b')] }).wants)).toEqual(['b']);
  });
});

describe('promises', () => {
  it('made in the name of delivery come first, each group oldest first', () => {
    const rows = [aPromise('late', { at: T0 + DAY }), aPromise('d-late', { at: T0 + DAY, onBehalfOfDelivery: true }), aPromise('early'), aPromise('d-early', { onBehalfOfDelivery: true })];
    expect(ids(small({ commitments: rows }).commitments)).toEqual(['d-early', 'd-late', 'early', 'late']);
  });

  it('keep the words, who said them, the date, and how they ended; nobody known is null', () => {
    const [known, unknown] = small({ commitments: [aPromise('a', { kind: 'price', due: '2026-12-01', confirmation: 'changed', fulfilment: 'repaired', fulfilmentNote: '다시 드림', fulfilledOn: '2026-12-02' }), aPromise('b', { saidBy: ' ' })] }).commitments;
    expect(known).toMatchObject({ words: 'a!', kind: 'price', saidBy: '박지훈', onBehalfOfDelivery: false, due: '2026-12-01', confirmation: 'changed', fulfilment: 'repaired', fulfilmentNote: '다시 드림', fulfilledOn: '2026-12-02' });
    expect(unknown).toMatchObject({ saidBy: null, fulfilmentNote: '', fulfilledOn: null });
  });
});

describe('contradictions', () => {
  it('keep both sides with who said what when, and how it was settled', () => {
    const row = aContradiction('scope.must', { b: { text: '나중', saidBy: ' ', at: T0 + DAY, answerId: 'x' }, status: 'both_true', kept: '둘 다', why: '범위가 다름', resolvedAt: T0 + 2 * DAY });
    expect(small({ contradictions: [row] }).contradictions).toEqual([{
      id: 'conflict:scope.must', topic: 'scope.must', itemId: 'A-02', a: { text: '먼저', saidBy: '이수민', at: '2026-11-24T14:00:00+09:00' }, b: { text: '나중', saidBy: null, at: '2026-11-25T14:00:00+09:00' },
      status: 'both_true', kept: '둘 다', why: '범위가 다름', offRecord: false, meetingId: 'm1', at: '2026-11-25T14:00:00+09:00', resolvedAt: '2026-11-26T14:00:00+09:00',
    }]);
    expect(small({ contradictions: [aContradiction('scope.must')] }).contradictions[0]?.resolvedAt).toBeNull();
  });

  it.each(['a', 'b'] as const)('with side %s off the record keep the other side and lose that one, what was kept, and why', (side) => {
    const row = aContradiction('scope.must', { kept: 'QX', why: 'QX' });
    const packet = small({
      answers: [anAnswer('scope.must', 'QX', { id: 'secret', offRecord: true }), anAnswer('scope.must', '공개', { id: 'open', at: T0 + DAY })],
      contradictions: [{ ...row, [side]: { ...row[side], text: 'QX', answerId: 'secret' } }],
    });
    const [found] = packet.contradictions;
    expect(found).toMatchObject({ offRecord: true, kept: '', why: '', [side]: { text: '', saidBy: null }, [side === 'a' ? 'b' : 'a']: { text: side === 'a' ? '나중' : '먼저', saidBy: side === 'a' ? '최영호' : '이수민' } });
  });

  it('between answers on the record keep both, whatever else is off the record', () => {
    const row = aContradiction('scope.must');
    const packet = small({
      answers: [anAnswer('scope.must', '나중', { id: 'said', at: T0 + DAY }), anAnswer('users.count', 'QX', { offRecord: true })],
      contradictions: [{ ...row, b: { ...row.b, answerId: 'said' } }],
    });
    expect(packet.contradictions[0]).toMatchObject({ offRecord: false, a: { text: '먼저' }, b: { text: '나중', saidBy: '최영호' } });
  });

  it('on a topic off the record lose both sides', () => {
    const packet = small({ answers: [anAnswer('scope.must', null, { offRecord: true })], contradictions: [aContradiction('scope.must')] });
    expect(packet.contradictions[0]).toMatchObject({ offRecord: true, a: { text: '', saidBy: null }, b: { text: '', saidBy: null } });
  });
});
