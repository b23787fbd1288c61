/** The one-minute summary and the readiness rules, each on a deal that only just meets it or only just does not. */
import { describe, expect, it } from 'vitest';
import type { Packet, PacketRule } from '@/utils/packet/schema';
import { aClip, aContradiction, aGap, aMeeting, anAnswer, aNote, aPromise, aWant, FURTHER, LIST, small, smallInput, T0 } from '../small';

type Rows = Parameters<typeof small>[0];
type Options = Parameters<typeof small>[1];

function rule(id: string, rows: Rows = {}, options: Options = {}): PacketRule {
  const found = small(rows, { purpose: id.split('.')[0] as 'join', ...options }).readiness.rules.find((r) => r.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}
const met = { pass: true, reason: { code: 'ok', params: {}, itemIds: [], refs: [] } };
const missing = (code: string, more: Partial<PacketRule['reason']> = {}) => ({ pass: false, reason: { code, params: {}, itemIds: [], refs: [], ...more } });
const deal = { ...smallInput().deal, customerDue: '2026-12-10' };
const ask = (request: Partial<Packet['request']> & { questions?: never }): Options => ({ request: { questions: null, respondBy: null, lateReason: '', rolesToBring: null, ...request } });

describe('the summary', () => {
  const lines = (rows: Rows, options: Options = {}) => small(rows, options).summary.map((l) => [l.key, l.itemId, l.state, l.text]);

  it('has a line for each fact that the checklist asks for, unknown ones with their state', () => {
    expect(lines({ answers: [anAnswer('pain.primary', '재고가 안 맞음'), anAnswer('budget.range', null, { state: 'declined' }), anAnswer('schedule.deadline', '3월', { confidence: 'indirect' })] })).toEqual([
      ['pain', 'A-01', 'answered', '재고가 안 맞음'], ['want', 'A-02', 'not_asked', ''], ['deadline', 'A-06', 'partial', '3월'], ['money', 'A-04', 'declined', ''], ['decider', 'A-05', 'not_asked', ''],
    ]);
  });

  it('writes values in the language of the packet', () => {
    const value = { kind: 'money' as const, parts: [{ min: 1_000_000, currency: 'KRW' as const, vat: 'excluded' as const, per: 'once' as const }] };
    const money = (language: 'ko' | 'en') => small({ answers: [anAnswer('budget.range', null, { value })] }, { language }).summary.find((l) => l.key === 'money')?.text;
    expect(money('ko')).not.toBe(money('en'));
  });

  it('takes the first topic with a value, and the first asked where none has one', () => {
    const asks = (topic: string, id: string) => ({ ...LIST.items[0], id, topic }) as (typeof LIST.items)[number];
    const checklist = { ...LIST, items: [asks('budget.status', 'X-2'), asks('budget.range', 'X-1')] };
    expect(lines({ checklist, answers: [anAnswer('budget.status', '품의 중')] })).toEqual([['money', 'X-2', 'answered', '품의 중']]);
    expect(lines({ checklist, answers: [anAnswer('budget.range', '1억'), anAnswer('budget.status', '품의 중')] })).toEqual([['money', 'X-1', 'answered', '1억']]);
    expect(lines({ checklist })).toEqual([['money', 'X-1', 'not_asked', '']]);
  });

  it('fills the must-haves from the wants, three at most, while their item has no answer', () => {
    const wants = ['a', 'b', 'c', 'd'].map((id) => aWant(id, { priority: 'must' }));
    expect(lines({ wants: [aWant('z', { priority: 'could', at: T0 }), ...wants] })).toContainEqual(['want', 'A-02', 'answered', 'a~ / b~ / c~']);
    expect(lines({ wants, answers: [anAnswer('scope.must', '조회')] })).toContainEqual(['want', 'A-02', 'answered', '조회']);
    expect(lines({ wants: [aWant('z', { priority: 'could' })] })).toContainEqual(['want', 'A-02', 'not_asked', '']);
    const checklist = { ...LIST, items: [] };
    expect(lines({ checklist, wants: wants.slice(0, 1) })).toEqual([['want', null, 'answered', 'a~']]);
    expect(lines({ checklist })).toEqual([]);
  });

  it('fills the deadline with the date promised to the customer while nothing else is known', () => {
    expect(lines({ deal })).toContainEqual(['deadline', 'A-06', 'answered', '2026-12-10']);
    expect(lines({ deal, answers: [anAnswer('schedule.deadline', '3월')] })).toContainEqual(['deadline', 'A-06', 'answered', '3월']);
    expect(lines({ deal, checklist: { ...LIST, items: [] } })).toEqual([['deadline', null, 'answered', '2026-12-10']]);
  });

  it('knows a fact that only a further checklist asks', () => {
    const also = { ...FURTHER, items: [{ ...FURTHER.items[1], topic: 'goal.metric' } as (typeof FURTHER.items)[number]] };
    expect(lines({ alsoChecklists: [also], answers: [anAnswer('goal.metric', '절반')] })[1]).toEqual(['goal', 'B-02', 'answered', '절반']);
  });
});

describe('join', () => {
  it.each(['join.roles', 'join.aim', 'join.pain'])('%s stops a request, the rest only warns', (id) => expect(rule(id).hard).toBe(true));

  it('wants a role, named and with a why, for everyone to bring', () => {
    expect(rule('join.roles')).toMatchObject(missing('no_roles'));
    expect(rule('join.roles', {}, ask({ rolesToBring: [{ role: 'pm', why: '왜', itemIds: [], gapIds: [] }] }))).toMatchObject(met);
    const vague = [{ role: 'pm', why: ' ' }, { role: ' ', why: '왜' }, { role: 'data', why: '왜' }, { role: 'ux', why: '' }].map((r) => ({ ...r, itemIds: [], gapIds: [] }));
    expect(rule('join.roles', {}, ask({ rolesToBring: vague }))).toMatchObject(missing('role_without_why', { params: { roles: 'pm,  , ux' } }));
  });

  it('wants something to find out or to ask', () => {
    expect(rule('join.aim')).toMatchObject(missing('no_aim'));
    expect(rule('join.aim', { gaps: [aGap('g', { state: 'closed' })] })).toMatchObject(missing('no_aim'));
    expect(rule('join.aim', { gaps: [aGap('g')] })).toMatchObject(met);
    expect(rule('join.aim', {}, ask({ questions: ['가능한가요?'] as never }))).toMatchObject(met);
  });

  it('wants a pain in the customer’s words', () => {
    expect(rule('join.pain')).toMatchObject(missing('no_pain'));
    expect(rule('join.pain', { notes: [aNote('pain', 'p')] })).toMatchObject(met);
  });

  it('wants the date of the next meeting, as the last one left it, and customers who attend', () => {
    const sales = { name: '박지훈', side: 'sales' as const, role: '', self: true, joinedAt: T0, leftAt: null };
    expect(rule('join.meeting')).toMatchObject(missing('next_date_unknown'));
    expect(rule('join.meeting', { meetings: [] })).toMatchObject(missing('next_date_unknown'));
    expect(rule('join.meeting', { meetings: [aMeeting({ nextDate: '2026-12-01' })] })).toMatchObject(met);
    expect(rule('join.meeting', { meetings: [aMeeting({ nextDate: '2026-12-01' }), aMeeting({ id: 'm2', ordinal: 2 })] })).toMatchObject(missing('next_date_unknown'));
    expect(rule('join.meeting', { meetings: [aMeeting({ nextDate: '2026-12-01', participants: [sales] })] })).toMatchObject(missing('no_customer_attendees'));
  });

  it('has its promises attached in any case', () => expect(rule('join.promises')).toMatchObject({ ...met, hard: false }));

  it('wants three working days before the next meeting, or a reason why there are fewer', () => {
    const next = (nextDate: string | null) => ({ deal: { ...deal, customerDue: '2027-03-01' }, meetings: [aMeeting({ nextDate })] });
    expect(rule('join.lead_time', next(null))).toMatchObject(missing('next_date_unknown'));
    expect(rule('join.lead_time', next('2026-12-15'))).toMatchObject(met);
    expect(rule('join.lead_time', next('2026-11-27'))).toMatchObject(missing('late_without_reason', { params: { latest: '2026-11-24' } }));
    expect(rule('join.lead_time', next('2026-11-27'), ask({ lateReason: '고객이 당김' }))).toMatchObject(missing('late'));
    // The reply is wished for the day before the meeting, and for nothing else than a request to join.
    expect(small(next('2026-12-15'), { purpose: 'join' }).request.respondBy).toBe('2026-12-14');
    expect(small(next('2026-12-15'), { purpose: 'estimate' }).request.respondBy).toBe('2027-02-26');
    expect(small({ ...next('2026-12-15'), meetings: [aMeeting({ id: 'm2', ordinal: 2, nextDate: '2026-12-22' }), aMeeting({ nextDate: '2026-12-15' })] }, { purpose: 'join' }).deal.leadTime.latest).toBe('2026-12-17');
  });

  it('knows the next meeting from the plan on the deal, unless a date was said in the last one or the plan is older', () => {
    const plan = (startsAt: number | null) => ({ title: '', startsAt, endsAt: null, aim: '', room: null, url: '', people: [] });
    const planned = (startsAt: number | null, nextDate: string | null = null) => small({ deal: { ...deal, next: plan(startsAt) }, meetings: [aMeeting({ nextDate })] }, { purpose: 'join' });
    const at = Date.parse('2026-12-15T23:30:00+09:00');
    expect(planned(at).meetings.map((m) => m.nextDate)).toEqual(['2026-12-15']);
    expect(planned(at).request.respondBy).toBe('2026-12-14');
    expect(planned(at, '2026-12-08').meetings.map((m) => m.nextDate)).toEqual(['2026-12-08']);
    expect([planned(null), planned(T0 - 1)].map((packet) => packet.meetings[0]?.nextDate)).toEqual([null, null]);
    expect(small({ deal: { ...deal, next: plan(at) }, meetings: [] }, { purpose: 'join' }).deal.leadTime.class).toBe('comfortable');
  });

  it('goes by the meeting that took place last, also when an older one was moved to the deal since and has the higher number', () => {
    const meetings = [aMeeting({ nextDate: '2026-12-15' }), aMeeting({ id: 'm2', ordinal: 2, startedAt: T0 - 20 * 86_400_000, nextDate: '2026-11-10' })];
    const packet = small({ deal: { ...deal, customerDue: null }, meetings }, { purpose: 'join' });
    expect(packet.deal.leadTime.latest).toBe('2026-12-10');
    expect(rule('join.meeting', { meetings: meetings.map((m) => (m.id === 'm2' ? { ...m, nextDate: null } : m)) })).toMatchObject(met);
  });
});

describe('estimate', () => {
  const known = ['pain.primary', 'scope.must', 'budget.range', 'schedule.deadline'].map((topic) => anAnswer(topic, 'x'));
  const owned = { owner: '박지훈', route: 'ask_customer' as const, due: '2026-12-01' };

  it('wants each minimum item due by then secured, or owned', () => {
    expect(rule('estimate.minimum')).toMatchObject(missing('unowned_items', { params: { n: 4 }, itemIds: ['A-01', 'A-02', 'A-04', 'A-06'] }));
    expect(rule('estimate.minimum', { answers: known.slice(1) })).toMatchObject(missing('unowned_items', { params: { n: 1 }, itemIds: ['A-01'] }));
    expect(rule('estimate.minimum', { answers: known.slice(1), gaps: [aGap('g', { ...owned, itemId: 'A-01' })] })).toMatchObject(met);
    expect(rule('estimate.minimum', { answers: known })).toMatchObject(met);
  });

  it('wants a gap that somebody still looks after for every conflict, nice to have ones too', () => {
    const contradictions = [aContradiction('scope.must'), aContradiction('users.count')];
    expect(rule('estimate.conflicts')).toMatchObject(met);
    expect(rule('estimate.conflicts', { contradictions })).toMatchObject(missing('conflict_without_gap', { params: { n: 2 }, itemIds: ['A-02', 'A-03'] }));
    expect(rule('estimate.conflicts', { contradictions, gaps: [aGap('g', { itemId: 'A-02' }), aGap('h', { topic: 'users.count' })] })).toMatchObject(met);
    for (const state of ['closed', 'dropped'] as const) expect(rule('estimate.conflicts', { contradictions: contradictions.slice(0, 1), gaps: [aGap('g', { itemId: 'A-02', state })] }), state).toMatchObject(missing('conflict_without_gap', { params: { n: 1 }, itemIds: ['A-02'] }));
  });

  it('wants the customer’s date, a promise on record, and a question to delivery', () => {
    expect([rule('estimate.due'), rule('estimate.promises'), rule('estimate.question')]).toMatchObject([missing('due_unknown'), missing('no_promises_recorded'), missing('no_question')]);
    expect([rule('estimate.due', { deal }), rule('estimate.promises', { commitments: [aPromise('p')] }), rule('estimate.question', { gaps: [aGap('g', { route: 'ask_delivery' })] })]).toMatchObject([met, met, met]);
  });

  it('wants the need behind every must-have, and no vague words in it; other wants may be as they are', () => {
    const bad = [aWant('a', { priority: 'must', words: '알아서 빨리 처리', needBehind: ' ' }), aWant('b', { priority: 'must', words: '빨리 알림' }), aWant('c', { priority: 'must', words: '1초 안에', needBehind: '놓치지 않으려고' }), aWant('d', { priority: 'could', words: '대충' }), aWant('e', { words: '대충' })];
    expect(rule('estimate.wants_needs', { wants: bad })).toMatchObject(missing('want_without_need', { params: { n: 2 }, refs: ['a', 'b'] }));
    expect(rule('estimate.vague', { wants: bad })).toMatchObject(missing('vague_words', { params: { words: '알아서, 빨리' }, refs: ['a', 'b'] }));
    expect([rule('estimate.wants_needs', { wants: bad.slice(2) }), rule('estimate.vague', { wants: bad.slice(2) })]).toMatchObject([met, met]);
  });

  it('wants a reason for custom work, whatever its priority (R-09)', () => {
    const wants = [aWant('a', { priority: 'later', customClass: 'customisation' }), aWant('b', { customClass: 'customisation', customWhy: '법이 정한 서식' }), aWant('c', { customClass: 'integration' }), aWant('d')];
    expect(rule('estimate.custom_why', { wants })).toMatchObject(missing('custom_without_why', { params: { n: 1 }, refs: ['a'] }));
    expect(rule('estimate.custom_why', { wants: wants.slice(1) })).toMatchObject(met);
  });
});

describe('handoff', () => {
  const all = ['pain.primary', 'scope.must', 'budget.range', 'schedule.deadline', 'people.decider'];

  it('wants every minimum item secured, or assumed by somebody with a name', () => {
    const answers = all.slice(1).map((t) => anAnswer(t, 'x'));
    const lacking = missing('items_not_answered', { params: { n: 1 }, itemIds: ['A-01'] });
    expect(rule('handoff.minimum', { answers })).toMatchObject(lacking);
    expect(rule('handoff.minimum', { answers: [...answers, anAnswer('pain.primary', 'x')] })).toMatchObject(met);
    const guess = { state: 'assumed' as const, owner: '박지훈' };
    expect(rule('handoff.minimum', { answers, gaps: [aGap('g', { ...guess, itemId: 'A-01' })] })).toMatchObject(met);
    expect(rule('handoff.minimum', { answers, gaps: [aGap('g', { ...guess, topic: 'pain.primary' })] })).toMatchObject(met);
    for (const more of [{ ...guess, itemId: 'A-02' }, { ...guess, owner: ' ', itemId: 'A-01' }, { ...guess, state: 'routed' as const, itemId: 'A-01' }]) expect(rule('handoff.minimum', { answers, gaps: [aGap('g', more)] })).toMatchObject(lacking);
  });

  it('wants nothing open that blocks the estimate', () => {
    const block = { blocksEstimate: true };
    expect(rule('handoff.blocking', { gaps: [aGap('a', block), aGap('b', block)] })).toMatchObject(missing('blocking_gaps', { params: { n: 2 }, refs: ['a', 'b'] }));
    expect(rule('handoff.blocking', { gaps: [aGap('a', { ...block, state: 'closed' }), aGap('b', { ...block, state: 'assumed' }), aGap('c')] })).toMatchObject(met);
  });

  it('wants every promise settled with delivery, or withdrawn with the customer', () => {
    const rows = (['unconfirmed', 'cannot', 'confirmed', 'changed', 'not_needed'] as const).map((confirmation) => aPromise(confirmation, { confirmation }));
    expect(rule('handoff.promises', { commitments: rows })).toMatchObject(missing('promises_unsettled', { params: { n: 2 }, refs: ['cannot', 'unconfirmed'] }));
    expect(rule('handoff.promises', { commitments: rows.map((c) => ({ ...c, fulfilment: 'withdrawn' as const })) })).toMatchObject(met);
    expect(rule('handoff.promises')).toMatchObject(met);
  });

  it('wants what is in and out of scope, acceptance and a counterpart; says so where no checklist asks', () => {
    const asks = (topic: string, id: string) => ({ ...LIST.items[0], id, topic, need: 'nice' }) as (typeof LIST.items)[number];
    const checklist = { ...LIST, items: [asks('scope.must', 'X-1'), asks('scope.out', 'X-2'), asks('acceptance.criteria', 'X-3'), asks('people.counterpart', 'X-4')] };
    expect(rule('handoff.scope', { checklist })).toMatchObject(missing('items_not_answered', { params: { n: 2 }, itemIds: ['X-1', 'X-2'] }));
    expect(rule('handoff.scope', { checklist, answers: [anAnswer('scope.must', 'x')] })).toMatchObject(missing('items_not_answered', { params: { n: 1 }, itemIds: ['X-2'] }));
    expect(rule('handoff.scope', { checklist, answers: [anAnswer('scope.must', 'x'), anAnswer('scope.out', 'y')] })).toMatchObject(met);
    expect([rule('handoff.acceptance', { checklist }).reason.itemIds, rule('handoff.counterpart', { checklist }).reason.itemIds]).toEqual([['X-3'], ['X-4']]);
    expect([rule('handoff.acceptance', { checklist, answers: [anAnswer('acceptance.criteria', 'x')] }), rule('handoff.counterpart', { checklist, answers: [anAnswer('people.counterpart', 'x')] })]).toMatchObject([met, met]);
    expect(rule('handoff.acceptance')).toMatchObject(missing('topic_not_on_checklist'));
  });

  it('wants a note of cost or margin, in words that stay in the house', () => {
    expect(rule('handoff.cost_margin')).toMatchObject(missing('no_cost_note'));
    for (const text of ['마진 25% 예상', '원가 3,200만', 'Margin 22 % after licences', 'our cost is 40k']) expect(rule('handoff.cost_margin', { notes: [aNote('note', text)] })).toMatchObject(met);
    expect(rule('handoff.cost_margin', { notes: [aNote('risk', '마진 낮음')] })).toMatchObject(met);
    for (const kind of ['decision', 'pain'] as const) expect(rule('handoff.cost_margin', { notes: [aNote(kind, '마진 25%')] })).toMatchObject(missing('no_cost_note'));
    expect(rule('handoff.cost_margin', { notes: [aNote('note', 'the cost of a marginal case, 마지막')] })).toMatchObject(missing('no_cost_note'));
  });

  it('wants a contract document: evidence pinned to the contract, or called one', () => {
    const checklist = { ...LIST, items: [{ ...LIST.items[0], id: 'X-9', topic: 'contract.terms', need: 'nice' } as (typeof LIST.items)[number]] };
    expect(rule('handoff.documents', { checklist })).toMatchObject(missing('no_contract_document', { itemIds: ['X-9'] }));
    expect(rule('handoff.documents', { checklist, clips: [aClip('회사 소개'), aClip('약관', { topic: 'scope.docs' })] })).toMatchObject(missing('no_contract_document', { itemIds: ['X-9'] }));
    expect([aClip('약관', { topic: 'contract.terms', itemId: 'X-9' }), aClip('a', { title: '물류 시스템 계약서 초안' }), aClip('b', { title: 'Statement of Work v2' })].map((one) => rule('handoff.documents', { checklist, clips: [one] }))).toMatchObject([met, met, met]);
  });

  it('wants a kickoff date: the next date of the last meeting', () => {
    expect(rule('handoff.kickoff')).toMatchObject(missing('no_kickoff'));
    expect(rule('handoff.kickoff', { meetings: [aMeeting({ nextDate: '2026-12-08' })] })).toMatchObject(met);
  });
});

describe('update', () => {
  it('wants a packet before', () => {
    expect(rule('update.previous')).toMatchObject(missing('no_previous'));
    expect(rule('update.previous', { previous: small() })).toMatchObject(met);
  });

  it('wants something that changed: any one thing will do', () => {
    const rows: Rows = { answers: [anAnswer('scope.must', 'x')], gaps: [aGap('g')] };
    const previous = small(rows);
    expect(rule('update.changes', rows)).toMatchObject(missing('nothing_changed'));
    expect(rule('update.changes', { ...rows, previous })).toMatchObject(missing('nothing_changed'));
    const steps: NonNullable<Rows>[] = [{ answers: [anAnswer('scope.must', 'x'), anAnswer('pain.primary', 'y')] }, { answers: [anAnswer('scope.must', 'z')] }, { gaps: [aGap('g'), aGap('h')] }, { gaps: [aGap('g', { state: 'closed' })] }, { commitments: [aPromise('p')] }];
    for (const step of steps) expect(rule('update.changes', { ...rows, previous, ...step }), JSON.stringify(Object.keys(step))).toMatchObject(met);
    // As many settled as came up: still a change.
    expect(rule('update.changes', { ...rows, previous, gaps: [aGap('g', { state: 'closed' }), aGap('h')] })).toMatchObject(met);
  });
});
