/** RAID, who does what, what we ask of delivery; meetings and people; what changed. */
import { describe, expect, it } from 'vitest';
import type { Packet } from '@/utils/packet/schema';
import { aContradiction, aGap, aMeeting, anAnswer, aPromise, DAY, FURTHER, MINUTE, small, smallInput, T0 } from '../small';

const ids = (rows: readonly { id: string }[]): string[] => rows.map((r) => r.id);

describe('the RAID log', () => {
  it('takes assumptions from assumed answers and gaps, each with who put their name to it', () => {
    const packet = small({
      answers: [anAnswer('users.count', '40명 추정', { confidence: 'assumed' }), anAnswer('scope.must', null, { confidence: 'assumed', state: 'partial' })],
      gaps: [aGap('told', { state: 'assumed', outcome: '고객이 준비', owner: '박지훈', due: '2026-12-05', itemId: 'A-02' }), aGap('bare', { state: 'assumed', outcome: ' ' }), aGap('open')],
    });
    expect(packet.raid.assumptions).toEqual([
      { id: 'A-03', text: '40명 추정', itemId: 'A-03', gapId: null, owner: '', due: null }, { id: 'bare', text: 'bare?', itemId: null, gapId: 'bare', owner: '', due: null },
      { id: 'told', text: 'told? → 고객이 준비', itemId: 'A-02', gapId: 'told', owner: '박지훈', due: '2026-12-05' },
    ]);
  });

  it('takes issues and dependencies from their topics, and what the customer owes us from the gaps', () => {
    const owed = { origin: 'asked_will_send' as const, askWhom: '이수민', due: '2026-12-03' };
    const packet = small({
      alsoChecklists: [FURTHER], answers: [anAnswer('tech.api_access', '문서 대기'), anAnswer('ops.incidents', '월 3건'), anAnswer('scope.must', '조회')],
      gaps: [aGap('owed', { ...owed, itemId: 'A-04' }), aGap('sent', { ...owed, state: 'answered' }), aGap('guessed', { ...owed, state: 'assumed' }), aGap('free')],
    });
    expect(packet.raid.issues).toEqual([{ id: 'B-02', text: '월 3건', itemId: 'B-02', gapId: null, owner: '', due: null }]);
    expect(packet.raid.dependencies).toEqual([
      { id: 'A-07', text: '문서 대기', itemId: 'A-07', gapId: null, owner: '', due: null }, { id: 'owed', text: 'owed?', itemId: 'A-04', gapId: 'owed', owner: '이수민', due: '2026-12-03' },
    ]);
  });
});

describe('who does what', () => {
  it('lets the customer do what they said they would send or look up, then us what each of us chases', () => {
    const packet = small({
      answers: [anAnswer('budget.range', null, { state: 'asked_will_send' }), anAnswer('schedule.deadline', null, { state: 'asked_will_send', saidBy: '' }), anAnswer('scope.must', null, { state: 'asked_unknown' })],
      gaps: [
        aGap('send', { origin: 'asked_will_send', askWhom: '이수민', owner: '박지훈', due: '2026-12-03', itemId: 'A-06' }), aGap('wait', { state: 'waiting', route: 'ask_customer', askWhom: '최영호' }),
        aGap('study', { state: 'waiting', route: 'self_study', owner: '박지훈' }), aGap('asked', { state: 'routed', route: 'ask_customer', owner: ' ' }), aGap('done', { state: 'closed', origin: 'asked_will_send', owner: '박지훈', askWhom: '이수민' }),
      ],
    });
    expect(packet.actions).toEqual([
      { id: 'customer:send', text: 'send?', side: 'customer', owner: '이수민', due: '2026-12-03', itemId: 'A-06', gapId: 'send' },
      { id: 'customer:wait', text: 'wait?', side: 'customer', owner: '최영호', due: null, itemId: null, gapId: 'wait' },
      { id: 'customer:A-04', text: '예산?', side: 'customer', owner: '이수민', due: null, itemId: 'A-04', gapId: null },
      { id: 'us:send', text: 'send?', side: 'us', owner: '박지훈', due: '2026-12-03', itemId: 'A-06', gapId: 'send' },
      { id: 'us:study', text: 'study?', side: 'us', owner: '박지훈', due: null, itemId: null, gapId: 'study' },
    ]);
  });

  it('asks the customer again for what a settled gap no longer covers, in the language of the packet, even if nobody is known', () => {
    const packet = small({ answers: [anAnswer('budget.range', null, { state: 'asked_will_send', saidBy: '' })], gaps: [aGap('g', { itemId: 'A-04', state: 'dropped' })] }, { language: 'en' });
    expect(packet.actions).toEqual([{ id: 'customer:A-04', text: 'Budget?', side: 'customer', owner: '', due: null, itemId: 'A-04', gapId: null }]);
  });
});

describe('what we ask of delivery', () => {
  it('are the gaps routed to them, and for a meeting with the customer also what blocks the estimate, each with the day it is needed', () => {
    const rows = {
      gaps: [
        aGap('block', { blocksEstimate: true, route: 'ask_customer', itemId: 'A-02', at: T0 }), aGap('team', { route: 'ask_delivery', due: '2026-12-04' }), aGap('both', { route: 'ask_delivery', blocksEstimate: true }),
        aGap('other', { route: 'ask_manager' }), aGap('done', { route: 'ask_delivery', state: 'answered' }), aGap('guess', { blocksEstimate: true, state: 'assumed' }),
      ],
    } satisfies Parameters<typeof small>[0];
    const theirs = [{ id: 'q:both', text: 'both?', itemId: null, gapId: 'both', neededBy: null }, { id: 'q:team', text: 'team?', itemId: null, gapId: 'team', neededBy: '2026-12-04' }];
    expect(small(rows, { purpose: 'estimate' }).request.questions).toEqual(theirs);
    expect(small(rows, { purpose: 'join' }).request.questions).toEqual([...theirs, { id: 'q:block', text: 'block?', itemId: 'A-02', gapId: 'block', neededBy: null }]);
  });

  it('brings the roles with the most open questions first, ties by name, each with why and for which items', () => {
    const packet = small({
      gaps: [
        aGap('a', { itemId: 'A-03', at: T0 }), aGap('b', { itemId: 'A-02' }), aGap('c', { itemId: 'A-07' }), aGap('d', { itemId: 'A-02' }), aGap('e', { route: 'ask_delivery' }), aGap('f'), aGap('g', { itemId: 'A-01', state: 'closed' }),
        aGap('h', { itemId: 'A-01', state: 'assumed' }), aGap('i', { itemId: 'A-04' }),
      ],
    });
    expect(packet.request.rolesToBring).toEqual([
      { role: 'architect', why: 'b? / c? / d?', itemIds: ['A-02', 'A-07'], gapIds: ['b', 'c', 'd'] }, { role: 'commercial', why: 'i?', itemIds: ['A-04'], gapIds: ['i'] },
      { role: 'delivery', why: 'e?', itemIds: [], gapIds: ['e'] }, { role: 'infra', why: 'a?', itemIds: ['A-03'], gapIds: ['a'] },
    ]);
  });

  it("leaves the rep's own questions, roles, date and reason as they were written", () => {
    const request = { questions: ['공수는?', '누가?'], respondBy: '2026-12-08', lateReason: '급한 요청', rolesToBring: [{ role: '팀장', why: '결정', itemIds: ['A-02'] }] };
    expect(small({ gaps: [aGap('g', { route: 'ask_delivery' })], deal: { ...smallInput().deal, customerDue: '2026-12-10' } }, { request }).request).toEqual({
      questions: [{ id: 'q:1', text: '공수는?', itemId: null, gapId: null, neededBy: null }, { id: 'q:2', text: '누가?', itemId: null, gapId: null, neededBy: null }],
      respondBy: '2026-12-08', lateReason: '급한 요청', rolesToBring: [{ role: '팀장', why: '결정', itemIds: ['A-02'], gapIds: [] }], workingDays: 8,
    });
  });

  it('wants the reply the working day before the customer’s date, and sets none where there is no date', () => {
    expect(small({ deal: { ...smallInput().deal, customerDue: '2026-12-07' } }).request.respondBy).toBe('2026-12-04');
    expect(small().request.respondBy).toBeNull();
    // Emptied by hand: no day is wished.
    expect(small({ deal: { ...smallInput().deal, customerDue: '2026-12-07' } }, { request: { questions: null, respondBy: '', lateReason: '', rolesToBring: null } }).request.respondBy).toBeNull();
  });
});

describe('meetings', () => {
  it('stand in the order in which they took place: by number, then start, then id', () => {
    const rows = [aMeeting({ id: 'a', ordinal: 2 }), aMeeting({ id: 'b', ordinal: 0, startedAt: T0 + 1 }), aMeeting({ id: 'd', ordinal: 0 }), aMeeting({ id: 'c', ordinal: 0 })];
    expect(ids(small({ meetings: rows }).meetings)).toEqual(['c', 'd', 'b', 'a']);
    expect(ids(small({ meetings: [...rows].reverse() }).meetings)).toEqual(['c', 'd', 'b', 'a']);
  });

  it('tell place, people, aim, next date, and what is still going on', () => {
    const meeting = aMeeting({ endedAt: null, aim: '범위', aimResult: 'partly', nextDate: '2026-12-01', segments: [{ platform: 'zoom', room: 'x', from: T0, to: T0 + MINUTE }, { platform: 'manual', room: null, from: T0 + MINUTE, to: null }] });
    expect(small({ meetings: [meeting] }).meetings).toEqual([{
      id: 'm1', ordinal: 1, title: '첫 미팅', startedAt: '2026-11-24T14:00:00+09:00', endedAt: null,
      segments: [{ platform: 'zoom', from: '2026-11-24T14:00:00+09:00', to: '2026-11-24T14:01:00+09:00' }, { platform: 'manual', from: '2026-11-24T14:01:00+09:00', to: null }],
      participants: [{ name: '박지훈', side: 'sales', role: '영업' }, { name: '이수민', side: 'customer', role: '물류팀장' }], aim: '범위', aimResult: 'partly', nextDate: '2026-12-01', consent: [], minutesEdits: {},
    }]);
    expect(small().meetings[0]?.endedAt).toBe('2026-11-24T14:42:00+09:00');
  });

  it('keep what each person agreed to, also what was taken back, on which condition and when, and from when somebody was not told', () => {
    const consent = { id: 'c', who: '이수민', notes: true, captions: 'stored' as const, audio: true, condition: '조건', note: '비고', wording: '될까요?', at: T0, untoldFrom: null };
    const consents = [{ ...consent, audio: false, id: 'c2', at: T0 + MINUTE, untoldFrom: T0 + 2 * MINUTE }, consent];
    const kept = { who: '이수민', notes: true, captions: 'stored', condition: '조건', note: '비고', wording: '될까요?' };
    expect(small({ meetings: [aMeeting({ consents })] }).meetings[0]?.consent).toEqual([
      { ...kept, audio: true, at: '2026-11-24T14:00:00+09:00', untoldFrom: null }, { ...kept, audio: false, at: '2026-11-24T14:01:00+09:00', untoldFrom: '2026-11-24T14:02:00+09:00' },
    ]);
    expect(small({ meetings: [aMeeting({ consents: consents.map((one) => ({ ...one, audio: true })) })] }).meetings[0]?.consent).toHaveLength(1);
    expect(small({ meetings: [aMeeting({ consents: [consent] })] }).meetings[0]?.consent[0]?.untoldFrom).toBeNull();
  });

  it('take the minutes as edited last: those of this export over those stored, section by section', () => {
    const meetings = [aMeeting({ minutesEdits: { aim: '저장한 안건', next: '저장한 다음' } }), aMeeting({ id: 'm2', ordinal: 2 })];
    expect(small({ meetings }, { minutesEdits: { m1: { aim: '지금 고친 안건' } } }).meetings.map((m) => m.minutesEdits)).toEqual([{ aim: '지금 고친 안건', next: '저장한 다음' }, {}]);
  });
});

describe('people', () => {
  const person = (name: string, side: 'customer' | 'sales' | 'unknown', role = '') => ({ name, side, role, self: false, joinedAt: T0, leftAt: null });

  it('are named once: what a later meeting or an answer knows is added, what is known already stays', () => {
    const packet = small({
      meetings: [aMeeting({ participants: [person('한미경', 'unknown'), person('이수민', 'customer', '팀장'), person(' ', 'customer')] }), aMeeting({ id: 'm2', ordinal: 2, participants: [person(' 한미경 ', 'customer', '대표'), person('이수민', 'sales', '사원'), person('이수민', 'sales')] })],
      answers: [anAnswer('people.decider', null, { value: { kind: 'people', people: [{ name: '한미경', role: '사장', note: '신중함' }, { name: '오민', role: '과장' }, { name: '한미경', role: '', note: '빠름' }] } }), anAnswer('scope.must', '한미경')],
    });
    expect(packet.people).toEqual([
      { name: '한미경', side: 'customer', role: '대표', note: '신중함', attended: ['m1', 'm2'], itemIds: ['A-05'] }, { name: '이수민', side: 'customer', role: '팀장', note: '', attended: ['m1', 'm2'], itemIds: [] },
      { name: '오민', side: 'unknown', role: '과장', note: '', attended: [], itemIds: ['A-05'] },
    ]);
  });

  it('named on a shared topic of two checklists are named for the pinned item only', () => {
    const people = { kind: 'people' as const, people: [{ name: '오민', role: '' }] };
    expect(small({ meetings: [], alsoChecklists: [FURTHER], answers: [anAnswer('budget.range', null, { value: people })] }).people.map((p) => p.itemIds)).toEqual([['A-04']]);
  });
});

describe('what changed since the packet before', () => {
  const before = (more: Parameters<typeof small>[0] = {}, options: Parameters<typeof small>[1] = {}) =>
    small({ answers: [anAnswer('scope.must', '조회'), anAnswer('budget.range', '1억')], gaps: [aGap('old'), aGap('shut', { state: 'closed' })], commitments: [aPromise('p')], ...more }, options);
  const after = (previous: Packet | null, more: Parameters<typeof small>[0] = {}): Packet['changes'] =>
    small({ answers: [anAnswer('scope.must', '조회'), anAnswer('budget.range', '1억')], gaps: [aGap('old'), aGap('shut', { state: 'closed' })], commitments: [aPromise('p')], previous, ...more }, { id: 'packet-2', number: 2 }).changes;
  const nothing = { since: 'packet-1', sinceNumber: 1, answered: [], changed: [], newGaps: [], closedGaps: [], newCommitments: [] };
  const later = { at: T0 + 3 * DAY };

  it('is nothing where nothing changed, and null in a first packet', () => {
    expect(after(before())).toEqual(nothing);
    expect(after(null)).toBeNull();
  });

  it('is a new value or a new state of an item that was known, not one that was settled only now', () => {
    const answers = [anAnswer('scope.must', '조회와 실사'), anAnswer('budget.range', null, { state: 'declined' }), anAnswer('people.decider', null, { state: 'not_applicable' }), anAnswer('schedule.deadline', '3월', { state: 'partial' })];
    expect(after(before(), { answers })).toEqual({ ...nothing, answered: ['A-05'], changed: ['A-02', 'A-04', 'A-06'] });
    const unsure = before({ answers: [anAnswer('scope.must', '조회', { confidence: 'indirect' })] });
    expect(after(unsure)).toEqual({ ...nothing, answered: ['A-02', 'A-04'] });
  });

  it('is an item of a further checklist, but no item that the packet before did not ask', () => {
    const answers = [anAnswer('ops.incidents', null, { state: 'declined' })];
    expect(after(before({ answers: [] }), { answers, alsoChecklists: [FURTHER] })).toEqual(nothing);
    expect(after(before({ answers: [], alsoChecklists: [FURTHER] }), { answers, alsoChecklists: [FURTHER] })).toEqual({ ...nothing, changed: ['B-02'] });
  });

  it('is a gap that is open and new, a gap that ended since, a promise that is new', () => {
    expect(after(before(), { gaps: [aGap('old', { state: 'answered' }), aGap('shut', { state: 'closed' }), aGap('new'), aGap('new-shut', { state: 'dropped' })], commitments: [aPromise('p'), aPromise('q')] }))
      .toEqual({ ...nothing, closedGaps: ['old'], newGaps: ['new'], newCommitments: ['q'] });
  });

  it('against a copy for others is what is newer than the copy', () => {
    const copy = before({}, { redaction: 'customer_safe' });
    expect(after(copy)).toEqual(nothing);
    expect(after(copy, { answers: [anAnswer('scope.must', '조회'), anAnswer('budget.range', '2억', { at: T0 + 2 * DAY })] })).toEqual(nothing);
    const answers = [anAnswer('scope.must', '조회'), anAnswer('budget.range', '2억', later), anAnswer('users.count', '40명', { ...later, confidence: 'indirect' })];
    expect(after(copy, { answers, gaps: [aGap('old'), aGap('new', later), aGap('kept-back', { route: 'ask_manager' })] })).toEqual({ ...nothing, changed: ['A-03', 'A-04'], newGaps: ['new'] });
  });

  it('is a conflict that came up', () => {
    expect(after(before(), { contradictions: [aContradiction('scope.must')] })).toEqual({ ...nothing, changed: ['A-02'] });
  });
});
