/** What stands for an item, what stood before, and what is behind it. */
import { describe, expect, it } from 'vitest';
import { aClip, aContradiction, aGap, aMeeting, anAnswer, aNote, DAY, FURTHER, LIST, MINUTE, small, smallInput, T0, TOPIC_NAMES } from '../small';
import type { Packet, PacketAnswer } from '@/utils/packet/schema';

const on = (packet: Packet, id: string): PacketAnswer => {
  const found = [...packet.answers, ...packet.alsoAnswers].find((a) => a.itemId === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

describe('an entry', () => {
  it('never asked says so, and carries the words of the checklist', () => {
    expect(on(small(), 'A-04')).toEqual({
      itemId: 'A-04', topic: 'budget.range', topicName: { ko: '예산', en: 'Budget' }, packetSection: 'commercial', section: 's2', question: { ko: '예산?', en: 'Budget?' }, why: { ko: '예산 이유', en: 'why Budget' },
      need: 'minimum', by: 'estimate', estimate: 'refines', bring: 'commercial', state: 'not_asked', value: null, raw: '', remark: '', reason: '', saidBy: null, confidence: null, offRecord: false, meetingId: null,
      at: null, offsetMs: null, standing: 'unowned', withheld: false, evidence: [], history: [],
    });
  });

  it('answered keeps value, words, remark, speaker, certainty, meeting and clock', () => {
    const row = anAnswer('budget.range', '1억', { raw: '한 1억', remark: '부가세 별도', confidence: 'confirmed' });
    expect(on(small({ answers: [row] }), 'A-04')).toMatchObject({
      state: 'answered', value: { kind: 'text', text: '1억' }, raw: '한 1억', remark: '부가세 별도', saidBy: '이수민', confidence: 'confirmed', offRecord: false, meetingId: 'm1', at: '2026-11-24T14:01:00+09:00',
      offsetMs: MINUTE, standing: 'secured',
    });
  });

  it('that does not apply says why, and a speaker who is not known is null', () => {
    expect(on(small({ answers: [anAnswer('budget.range', null, { state: 'not_applicable', reason: '무료', saidBy: '' })] }), 'A-04')).toMatchObject({ state: 'not_applicable', reason: '무료', saidBy: null, standing: 'secured' });
  });

  it('on a topic without a name goes by its code', () => {
    const { 'budget.range': _gone, ...topics } = TOPIC_NAMES;
    expect(on(small({ topics }), 'A-04')).toMatchObject({ topicName: { ko: 'budget.range', en: 'budget.range' }, packetSection: 'minutes' });
  });

  it('is owned while an open gap with owner, route and date stands for it', () => {
    expect(on(small({ gaps: [aGap('g', { itemId: 'A-04', owner: '박지훈', route: 'ask_customer', due: '2026-12-01' })] }), 'A-04').standing).toBe('owned');
  });

  it('keeps every earlier value, newest first, and how each followed the one before', () => {
    const rows = ['하나', '둘', '셋'].map((text, i) => anAnswer('scope.must', text, { id: `a${i}`, at: T0 + i * DAY, relation: i === 0 ? 'first' : 'corrects', raw: `${text} 라고`, offsetMs: i }));
    expect(on(small({ answers: rows }), 'A-02').history).toEqual([
      { state: 'answered', value: { kind: 'text', text: '둘' }, raw: '둘 라고', remark: '', reason: '', saidBy: '이수민', confidence: 'stated', offRecord: false, meetingId: 'm1', at: '2026-11-25T14:00:00+09:00', offsetMs: 1, relation: 'corrects' },
      { state: 'answered', value: { kind: 'text', text: '하나' }, raw: '하나 라고', remark: '', reason: '', saidBy: '이수민', confidence: 'stated', offRecord: false, meetingId: 'm1', at: '2026-11-24T14:00:00+09:00', offsetMs: 0, relation: 'first' },
    ]);
  });
});

describe('off the record', () => {
  it('leaves state and time, and nothing of what was said: value, words, remark, speaker, certainty, history', () => {
    const rows = [anAnswer('scope.must', 'QX', { id: 'old', at: T0 }), anAnswer('scope.must', 'QX', { raw: 'QX', remark: 'QX', reason: 'QX', offRecord: true })];
    expect(on(small({ answers: rows, notes: [aNote('note', 'n', { topic: 'scope.must' })] }), 'A-02')).toMatchObject({
      state: 'answered', value: null, raw: '', remark: '', reason: '', saidBy: null, confidence: null, offRecord: true, meetingId: 'm1', at: '2026-11-24T14:01:00+09:00', offsetMs: MINUTE, history: [], evidence: [],
    });
  });

  it('is not undone by a contradiction that was settled later', () => {
    const settled = aContradiction('scope.must', { status: 'resolved', kept: 'QX', resolvedAt: T0 + 2 * DAY });
    expect(on(small({ answers: [anAnswer('scope.must', 'QX', { offRecord: true })], contradictions: [settled] }), 'A-02')).toMatchObject({ value: null, offRecord: true });
  });
});

describe('a contradiction that was settled', () => {
  const settled = (more: Partial<ReturnType<typeof aContradiction>> = {}) => aContradiction('scope.must', { status: 'resolved', kept: '나중', resolvedAt: T0 + 2 * DAY, ...more });
  const stands = (rows: Parameters<typeof small>[0]) => on(small(rows), 'A-02');
  const before = anAnswer('scope.must', '옛 답', { raw: '옛 말' });

  it('after the answer: what was kept stands, said by the side that said it, without the words of the other', () => {
    expect(stands({ answers: [before], contradictions: [settled()] })).toMatchObject({ state: 'answered', value: { kind: 'text', text: '나중' }, raw: '', saidBy: '최영호' });
  });

  it('in words of our own: nobody is said to have said them', () => {
    expect(stands({ answers: [before], contradictions: [settled({ kept: '둘을 합침' })] })).toMatchObject({ value: { text: '둘을 합침' }, saidBy: null });
    expect(stands({ answers: [before], contradictions: [settled({ b: { text: '나중', saidBy: '', at: T0, answerId: null } })] }).saidBy).toBeNull();
  });

  it.each([
    ['before a newer answer', { resolvedAt: T0 }], ['by saying that both are true', { status: 'both_true' as const }], ['without saying what stands', { kept: ' ' }], ['at no known time', { resolvedAt: null }],
  ])('%s: the answer stands', (_when, more) => {
    expect(stands({ answers: [before], contradictions: [settled(more)] })).toMatchObject({ value: { text: '옛 답' }, raw: '옛 말', saidBy: '이수민' });
  });

  it('in the same moment as the answer: what was kept stands', () => {
    expect(stands({ answers: [before], contradictions: [settled({ resolvedAt: before.at })] }).value).toEqual({ kind: 'text', text: '나중' });
  });

  it('stands even with both true when the answer itself only said that they differ', () => {
    const row = anAnswer('scope.must', null, { state: 'conflict' });
    expect(stands({ answers: [row], contradictions: [settled({ status: 'both_true', kept: '둘 다', resolvedAt: null })] })).toMatchObject({ state: 'answered', value: { text: '둘 다' } });
  });

  it('while another one is open: nothing stands yet', () => {
    expect(stands({ answers: [before], contradictions: [settled(), aContradiction('scope.must', { id: 'open' })] })).toMatchObject({ state: 'conflict', value: { text: '옛 답' } });
  });

  it('twice: the newest stands', () => {
    const first = settled({ id: 'c1', at: T0, kept: '먼저' });
    expect(stands({ answers: [before], contradictions: [settled({ id: 'c2' }), first] }).value).toEqual({ kind: 'text', text: '나중' });
  });

  it.each(['a', 'b'] as const)('with side %s off the record: it is not used', (side) => {
    const row = settled();
    const rows = { answers: [anAnswer('scope.must', 'QX', { id: 'secret', offRecord: true, at: T0 }), before], contradictions: [{ ...row, [side]: { ...row[side], answerId: 'secret' } }] };
    expect(stands(rows)).toMatchObject({ value: { text: '옛 답' }, saidBy: '이수민' });
    expect(stands({ ...rows, contradictions: [{ ...row, [side]: { ...row[side], answerId: 'other' } }] }).value).toEqual({ kind: 'text', text: '나중' });
  });
});

describe('what is behind an answer', () => {
  it('are the notes on its item or topic, oldest first, then the pages pinned to it, and nothing else', () => {
    const packet = small({
      notes: [aNote('note', 'late', { topic: 'scope.must', at: T0 + DAY }), aNote('note', 'early', { itemId: 'A-02', meetingId: '', offsetMs: null }), aNote('note', 'other', { itemId: 'A-04', topic: 'budget.range' }), aNote('note', 'free')],
      clips: [aClip('c-late', { topic: 'scope.must', at: T0 + DAY, meetingId: 'm1' }), aClip('c-early', { itemId: 'A-02' }), aClip('c-free')],
    });
    expect(on(packet, 'A-02').evidence).toEqual([
      { kind: 'note', ref: 'early', meetingId: null, offsetMs: null }, { kind: 'note', ref: 'late', meetingId: 'm1', offsetMs: MINUTE },
      { kind: 'document', ref: 'c-early', meetingId: null, offsetMs: null }, { kind: 'document', ref: 'c-late', meetingId: 'm1', offsetMs: null },
    ]);
    expect(on(packet, 'A-01').evidence).toEqual([]);
  });

  it('pinned to a topic off the record is not named, and its page does not travel', () => {
    const packet = small({ answers: [anAnswer('scope.must', null, { offRecord: true })], clips: [aClip('c', { itemId: 'A-02', topic: 'scope.must' }), aClip('item-only', { itemId: 'A-02' }), aClip('free')] });
    expect(packet.clips.map((c) => c.id)).toEqual(['free']);
    expect(on(packet, 'A-02').evidence).toEqual([]);
  });
});

describe('a further checklist', () => {
  const packet = () => small({ alsoChecklists: [FURTHER], answers: [anAnswer('budget.range', '1억'), anAnswer('ops.incidents', '월 3건', { state: 'partial' })] });

  it('has an entry for each of its items, the shared topic with the answer that stands', () => {
    expect(packet().alsoAnswers.map((a) => [a.checklistId, a.itemId, a.state, a.value?.kind === 'text' ? a.value.text : null])).toEqual([['list-2', 'B-01', 'answered', '1억'], ['list-2', 'B-02', 'partial', '월 3건']]);
  });

  it('stands in the head with its sections, version and agreement', () => {
    const { checklist, alsoChecklists } = packet();
    expect(checklist).toEqual({ id: 'list-1', version: 3, name: LIST.name, agreement: LIST.agreement, sections: LIST.sections });
    expect(alsoChecklists).toEqual([{ id: 'list-2', version: 1, name: FURTHER.name, agreement: null, sections: FURTHER.sections }]);
  });

  it('counts a topic once: its trouble is an issue, the shared budget is no second line', () => {
    const built = packet();
    expect(built.raid.issues.map((l) => [l.id, l.text])).toEqual([['B-02', '월 3건']]);
    expect(built.summary.filter((l) => l.key === 'money').map((l) => l.itemId)).toEqual(['A-04']);
  });
});

describe('the head', () => {
  it('says which packet of which deal for what, by whom and when, and what it replaces', () => {
    const first = small();
    const packet = small({ previous: first }, { id: 'packet-2', number: 2, purpose: 'handoff', language: 'en', sendAnywayReason: '급함', practice: true, utcOffset: -60 });
    const { contentHash: _hash, ...head } = packet.packet;
    expect(head).toEqual({ id: 'packet-2', number: 2, purpose: 'handoff', createdAt: '2026-11-26T04:00:00-01:00', createdBy: '박지훈', language: 'en', redaction: 'internal', supersedes: 'packet-1', sendAnywayReason: '급함', practice: true });
    expect(first.packet).toMatchObject({ supersedes: null, practice: false, sendAnywayReason: null });
    expect(packet.account).toEqual({ id: 'account-1', name: '한빛물류(주)', relationship: 'existing' });
    expect(packet.deal).toEqual({ id: 'deal-1', name: '재고 관리', kind: 'list-1', stage: 'estimate', customerDue: null, signedOn: null, leadTime: { latest: null, recommended: null, class: null } });
  });

  it('counts back from the date promised to the customer, from the day on which it is made there, by the team’s own rule', () => {
    const deal = { ...smallInput().deal, customerDue: '2026-12-01' };
    // 23:30 in Seoul on the 25th; in UTC it is the 25th as well, in Auckland already the 26th.
    const createdAt = Date.UTC(2026, 10, 25, 14, 30);
    expect(small({ deal }, { createdAt }).deal.leadTime).toEqual({ latest: '2026-11-26', recommended: '2026-11-24', class: 'tight' });
    expect(small({ deal }, { createdAt: createdAt + DAY, utcOffset: 780 }).deal.leadTime.class).toBe('late');
    const leadPolicy = { latestBusinessDays: 1, recommendedDays: 1, holidays: new Set<string>(), workdays: new Set([1, 2, 3, 4, 5]) };
    expect(small({ deal }, { createdAt, leadPolicy }).deal.leadTime).toEqual({ latest: '2026-11-30', recommended: '2026-11-30', class: 'comfortable' });
  });

  it('measures readiness at the stage of its purpose; join and update at the stage of the deal', () => {
    const deal = { ...smallInput().deal, stage: 'first' as const };
    expect((['join', 'estimate', 'handoff', 'update'] as const).map((purpose) => small({ deal }, { purpose }).readiness.stage)).toEqual(['first', 'estimate', 'contract', 'first']);
    const { readiness } = small({ answers: [anAnswer('pain.primary', 'x')], gaps: [aGap('g', { itemId: 'A-04', owner: 'a', route: 'self_study', due: '2026-12-01' })] });
    expect([readiness.first, readiness.estimate, readiness.contract]).toEqual([{ minimum: 2, secured: 1, owned: 0, unowned: 1 }, { minimum: 4, secured: 1, owned: 1, unowned: 2 }, { minimum: 5, secured: 1, owned: 1, unowned: 3 }]);
  });

  it('has the evidence that nobody pinned to a meeting stamped with the clock of the packet', () => {
    expect(small({ meetings: [aMeeting({ utcOffset: 0 })], clips: [aClip('c', { meetingId: 'm1' }), aClip('d', { at: T0 + DAY })] }).clips.map((c) => c.takenAt)).toEqual(['2026-11-24T05:00:00+00:00', '2026-11-25T14:00:00+09:00']);
  });
});
