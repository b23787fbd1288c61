/** Copies for others, field by field: what stays, what goes, and what is worked out again from what is left. */
import { describe, expect, it } from 'vitest';
import { exportPacket } from '@/utils/packet/export';
import type { Packet } from '@/utils/packet/schema';
import { maskIdentityNumbers } from '@/utils/packet/build/mask-numbers';
import { labelsKo } from '@/utils/packet/labels/labels-ko';
import { generateMinutes, renderMinutes } from '@/utils/packet/render/minutes';
import { aClip, aContradiction, aGap, aMeeting, anAnswer, aNote, aPromise, aWant, DAY, FURTHER, LIST, MINUTE, small, smallInput, T0, TOPIC_NAMES } from './small';

const copy = (rows: Parameters<typeof small>[0] = {}, options: Parameters<typeof small>[1] = {}): Packet => small(rows, { redaction: 'customer_safe', ...options });
const ids = (rows: readonly { id: string }[]): string[] => rows.map((r) => r.id);
const find = (packet: Packet, id: string) => [...packet.answers, ...packet.alsoAnswers].find((a) => a.itemId === id);
const money = { itemId: 'A-04', topic: 'budget.range' };
const people = (note: string) => ({ kind: 'people' as const, people: [{ name: '한미경', role: '대표', note }] });
/** How the customer decides is filed under people, and tells about competition all the same. */
const withDecision = { ...LIST, items: LIST.items.map((i) => (i.id === 'A-07' ? { ...i, topic: 'decision.process' } : i)) };

describe('answers in a customer copy', () => {
  it("keep the customer's words, who said them and how sure; our words about them go", () => {
    const packet = copy({
      answers: [anAnswer('scope.must', '옛 조회', { id: 'old', at: T0, raw: '날것', remark: '비고' }), anAnswer('scope.must', '조회', { raw: '날것', remark: '비고', confidence: 'confirmed' })], notes: [aNote('note', 'n', { topic: 'scope.must' })],
    });
    expect(find(packet, 'A-02')).toMatchObject({
      value: { kind: 'text', text: '조회' }, saidBy: '이수민', confidence: 'confirmed', at: '2026-11-24T14:01:00+09:00', question: { ko: '필수 범위?', en: 'Must scope?' }, withheld: false,
      raw: '', remark: '', why: { ko: '', en: '' }, bring: '', evidence: [], history: [{ value: { text: '옛 조회' }, raw: '', remark: '', saidBy: '이수민' }],
    });
  });

  it('do not say on which days a question was asked', () => {
    const rows = { gaps: [aGap('g', { route: 'ask_customer', askedOn: ['2026-11-20', '2026-11-23'] })] };
    expect(small(rows).gaps[0]?.askedOn).toHaveLength(2);
    const { packet, files } = exportPacket(smallInput(rows, { redaction: 'customer_safe' }));
    expect(packet.gaps[0]?.askedOn).toEqual([]);
    for (const [name, text] of Object.entries(files)) expect([name, text.includes('2026-11-20')]).toEqual([name, false]);
  });

  it('name people with their role, now and before, without what we noted on them', () => {
    const packet = copy({ answers: [anAnswer('people.decider', null, { id: 'old', at: T0, value: people('까다로움') }), anAnswer('people.decider', null, { value: people('신중함') })] });
    expect(find(packet, 'A-05')?.value).toEqual({ kind: 'people', people: [{ name: '한미경', role: '대표' }] });
    expect(find(packet, 'A-05')?.history[0]?.value).toEqual({ kind: 'people', people: [{ name: '한미경', role: '대표' }] });
    expect(packet.people.find((p) => p.name === '한미경')).toMatchObject({ role: '대표', note: '', itemIds: ['A-05'] });
  });

  it('that are our own assumption say their state only, here and wherever they are told again', () => {
    const guess = { confidence: 'assumed' as const, raw: 'IN', reason: '', saidBy: 'IN' };
    const packet = copy({
      alsoChecklists: [FURTHER],
      answers: [
        anAnswer('pain.primary', 'IN', guess), anAnswer('ops.incidents', 'IN', guess), anAnswer('tech.api_access', 'IN', guess), anAnswer('scope.must', 'IN', { ...guess, id: 'guessed', at: T0 + 1 }), anAnswer('scope.must', '먼저 들음', { id: 'heard', at: T0 }),
        anAnswer('scope.must', '조회', { id: 'now' }), anAnswer('people.decider', null, { ...guess, value: people('IN') }), anAnswer('people.decider', null, { id: 'was', at: T0, value: people('IN') }),
      ],
    });
    expect(find(packet, 'A-01')).toMatchObject({ state: 'partial', value: null, saidBy: null, confidence: null, withheld: false });
    expect(find(packet, 'A-02')).toMatchObject({ value: { text: '조회' }, history: [{ value: { text: '먼저 들음' } }] });
    expect(find(packet, 'A-05')).toMatchObject({ value: null, history: [{ value: { people: [{ name: '한미경', role: '대표' }] } }] });
    expect([packet.pains, packet.raid.issues, packet.raid.dependencies]).toEqual([[], [], []]);
    expect(packet.summary.find((l) => l.key === 'pain')).toMatchObject({ state: 'partial', text: '' });
    expect(JSON.stringify(packet)).not.toContain('IN');
  });

  it('on commercial topics and on how they decide say their state only, also in a further checklist', () => {
    const row = { raw: 'IN', remark: 'IN', reason: 'IN', saidBy: 'IN' };
    const packet = copy({ checklist: withDecision, alsoChecklists: [FURTHER], answers: [anAnswer('budget.range', 'IN', { ...row, id: 'old', at: T0 }), anAnswer('budget.range', 'IN', row), anAnswer('decision.process', 'IN', row)], notes: [aNote('note', 'n', money)] });
    for (const id of ['A-04', 'A-07', 'B-01']) {
      expect(find(packet, id), id).toMatchObject({ state: 'answered', value: null, raw: '', remark: '', reason: '', saidBy: null, confidence: null, evidence: [], history: [], withheld: true });
    }
    expect(JSON.stringify(packet)).not.toContain('IN');
  });
});

describe('lists in a customer copy', () => {
  it('of gaps: those for the customer, not on commercial items, without our owner and role, without our assumptions', () => {
    const ask = { route: 'ask_customer' as const, owner: '박지훈', itemId: 'A-02', outcome: '결과' };
    const packet = copy({
      alsoChecklists: [FURTHER],
      gaps: [
        aGap('seen', { ...ask, askWhom: '이수민', due: '2026-12-01' }), aGap('found', { ...ask, state: 'closed' }), aGap('guess', { ...ask, state: 'assumed' }), aGap('given-up', { ...ask, state: 'dropped' }), aGap('free', { route: 'ask_customer' }),
        aGap('team', { ...ask, route: 'ask_delivery' }), aGap('none', { ...ask, route: null }), aGap('money-topic', { route: 'ask_customer', topic: 'budget.range' }), aGap('money-item', { route: 'ask_customer', itemId: 'A-04' }), aGap('money-also', { route: 'ask_customer', itemId: 'B-01' }),
      ],
    });
    expect(packet.gaps.map((g) => [g.id, g.outcome])).toEqual([['found', '결과'], ['free', ''], ['given-up', ''], ['guess', ''], ['seen', '결과']]);
    for (const g of packet.gaps) expect([g.owner, g.bring]).toEqual(['', null]);
    expect(packet.gaps.at(-1)).toMatchObject({ askWhom: '이수민', due: '2026-12-01', route: 'ask_customer' });
  });

  it('of pains, wants, decisions and contradictions: nothing on a commercial topic or item', () => {
    const rows = (make: (id: string, more: object) => never[] | object): object[] => [make('free', {}), make('scope', { itemId: 'A-02', topic: 'scope.must' }), make('topic', { topic: 'budget.range' }), make('item', { itemId: 'A-04' })];
    const packet = copy({
      notes: [...rows((id, more) => aNote('pain', `p-${id}`, more)), ...rows((id, more) => aNote('decision', `d-${id}`, more))] as never, wants: rows((id, more) => aWant(id, more)) as never,
      contradictions: [aContradiction('scope.must', { why: '우리 판단', kept: '앱', status: 'resolved' }), aContradiction('budget.range')],
    });
    expect([ids(packet.pains), ids(packet.decisions), ids(packet.wants)]).toEqual([['p-free', 'p-scope'], ['d-free', 'd-scope'], ['free', 'scope']]);
    expect(packet.contradictions.map((c) => [c.topic, c.a.text, c.kept, c.why])).toEqual([['scope.must', '먼저', '앱', '']]);
  });

  it('of pains: an answered one as it stands in the copy', () => {
    const packet = copy({ answers: [anAnswer('pain.primary', null, { value: people('성격') })], notes: [aNote('pain', 'p', { at: T0 })] });
    expect(packet.pains.map((p) => [p.id, p.text])).toEqual([['A-01', '한미경 (대표)'], ['p', 'p.']]);
  });

  it('of wants: in their words, with the need and the priority, without a verdict of delivery', () => {
    const [want] = copy({ wants: [aWant('w', { priority: 'must', needBehind: '필요', feasibility: 'not_as_asked', thenHow: '대신', customClass: 'customisation', customWhy: '원가', classedBy: '한지우' })] }).wants;
    expect(want).toMatchObject({ words: 'w~', priority: 'must', needBehind: '필요' });
    expect(want).not.toHaveProperty('feasibility');
    for (const ours of ['thenHow', 'customClass', 'customWhy', 'classedBy']) expect(want).not.toHaveProperty(ours);
  });

  it('of promises: all of them with words and date, without how they stand between us and delivery', () => {
    const rows = [aPromise('a', { due: '2026-12-01', onBehalfOfDelivery: true, confirmation: 'cannot', fulfilment: 'broken', fulfilmentNote: '내부', fulfilledOn: '2026-12-02' }), aPromise('b')];
    expect(copy({ commitments: rows }).commitments).toMatchObject([
      { words: 'a!', due: '2026-12-01', saidBy: '박지훈', onBehalfOfDelivery: null, confirmation: null, fulfilment: null, fulfilmentNote: '', fulfilledOn: null }, { words: 'b!', onBehalfOfDelivery: null, confirmation: null },
    ]);
  });

  it('of what is in the way: issues and dependencies that the copy shows, risks and assumptions never', () => {
    const owed = { origin: 'asked_will_send' as const };
    const packet = copy({
      alsoChecklists: [FURTHER], answers: [anAnswer('ops.incidents', null, { value: people('성격') }), anAnswer('tech.api_access', '대기'), anAnswer('users.count', '추정', { confidence: 'assumed' })], notes: [aNote('risk', 'r')],
      gaps: [aGap('ours', { ...owed, route: 'ask_manager' }), aGap('theirs', { ...owed, route: 'ask_customer' }), aGap('money', { ...owed, route: 'ask_customer', itemId: 'A-04' })],
    });
    expect(packet.raid).toEqual({
      risks: [], assumptions: [], issues: [{ id: 'B-02', text: '한미경 (대표)', itemId: 'B-02', gapId: null, owner: '', due: null }],
      dependencies: [{ id: 'A-07', text: '대기', itemId: 'A-07', gapId: null, owner: '', due: null }, { id: 'theirs', text: 'theirs?', itemId: null, gapId: 'theirs', owner: '', due: null }],
    });
    expect(packet.notes).toEqual([]);
  });

  it('of actions: what the customer does, as far as its question is in the copy', () => {
    const packet = copy({
      answers: [anAnswer('budget.range', null, { state: 'asked_will_send' }), anAnswer('scope.must', null, { state: 'asked_will_send' })],
      gaps: [aGap('seen', { origin: 'asked_will_send', route: 'ask_customer', owner: '박지훈' }), aGap('ours', { origin: 'asked_will_send', route: 'ask_manager', owner: '박지훈' })],
    });
    expect(packet.actions.map((a) => a.id)).toEqual(['customer:seen', 'customer:A-02']);
  });

  it('of people: everybody, without our note and without the commercial items they stand in', () => {
    const who = { kind: 'people' as const, people: [{ name: '한미경', role: '대표', note: '신중함' }] };
    const packet = copy({ answers: [anAnswer('budget.range', null, { value: who }), anAnswer('people.decider', null, { value: who })] });
    expect(packet.people.map((p) => [p.name, p.note, p.itemIds])).toEqual([['박지훈', '', []], ['이수민', '', []], ['한미경', '', ['A-05']]]);
  });

  it('of evidence: nothing; whose pages we read about them is our business', () => {
    expect(copy({ clips: [aClip('c')] }).clips).toEqual([]);
  });

  it('of what changed: what the copy shows, and nothing of ours', () => {
    const previous = small({ gaps: [aGap('closes', { route: 'ask_customer' }), aGap('ours-closes', { route: 'ask_manager' })], answers: [anAnswer('scope.must', '옛'), anAnswer('schedule.deadline', '옛')], alsoChecklists: [FURTHER] });
    const changed = copy({
      previous, alsoChecklists: [FURTHER], answers: [anAnswer('scope.must', '새'), anAnswer('budget.range', '새'), anAnswer('pain.primary', '새'), anAnswer('schedule.deadline', null, { state: 'declined' })],
      gaps: [aGap('closes', { route: 'ask_customer', state: 'closed' }), aGap('ours-closes', { route: 'ask_manager', state: 'closed' }), aGap('new', { route: 'ask_customer' }), aGap('ours-new', { route: 'ask_manager' })], commitments: [aPromise('p')],
    }, { id: 'packet-2', number: 2 }).changes;
    expect(changed).toEqual({ since: 'packet-1', sinceNumber: 1, answered: ['A-01'], changed: ['A-02', 'A-06'], newGaps: ['new'], closedGaps: ['closes'], newCommitments: ['p'] });
    const was = small({ answers: [anAnswer('budget.range', '옛')] });
    expect(copy({ previous: was, answers: [anAnswer('budget.range', '새')] }, { id: 'packet-2', number: 2 }).changes).toMatchObject({ changed: [], answered: [] });
    expect(copy().changes).toBeNull();
  });
});

describe('the head of a customer copy', () => {
  const deal = { ...smallInput().deal, customerDue: '2026-12-10' };
  const request = { questions: ['몇 명?'], respondBy: null, lateReason: '사정', rolesToBring: [{ role: 'pm', why: '왜', itemIds: [] }] };

  it('keeps the date promised to them, not our lead time, agreement, request, rules or reason', () => {
    const packet = copy({ deal, alsoChecklists: [{ ...LIST, id: 'list-2' }] }, { sendAnywayReason: '급함', request });
    expect(packet.deal).toMatchObject({ customerDue: '2026-12-10', leadTime: { latest: null, recommended: null, class: null } });
    expect(packet.packet.sendAnywayReason).toBeNull();
    expect([packet.checklist.agreement, packet.alsoChecklists[0]?.agreement, packet.readiness.rules]).toEqual([null, null, []]);
    expect(packet.request).toEqual({ questions: [], respondBy: null, lateReason: '', rolesToBring: [] });
    expect([packet.checklist.name.ko, packet.alsoChecklists[0]?.id]).toEqual(['맞춤 개발', 'list-2']);
  });

  it('counts what the copy shows: no commercial item, a topic of two checklists once, each stage for itself', () => {
    const packet = copy({
      alsoChecklists: [FURTHER, { ...FURTHER, id: 'list-3', items: FURTHER.items.map((i) => ({ ...i, id: `C${i.id}`, by: 'first' as const })) }], answers: [anAnswer('pain.primary', 'x'), anAnswer('ops.incidents', 'y')],
      gaps: [aGap('g', { itemId: 'A-02', owner: '박지훈', route: 'ask_customer', due: '2026-12-01' })],
    });
    // Pain, deadline | must scope, incidents | decider; the budget and what is nice to have count nowhere.
    expect([packet.readiness.first, packet.readiness.estimate, packet.readiness.contract]).toEqual([
      { minimum: 2, secured: 1, owned: 0, unowned: 1 }, { minimum: 4, secured: 2, owned: 1, unowned: 1 }, { minimum: 5, secured: 2, owned: 1, unowned: 2 },
    ]);
  });

  it('sums up what the copy shows', () => {
    const packet = copy({ deal, answers: [anAnswer('pain.primary', '재고'), anAnswer('budget.range', '1억')], wants: [aWant('w', { priority: 'must' })] });
    expect(packet.summary.map((l) => [l.key, l.text])).toEqual([['pain', '재고'], ['want', 'w~'], ['deadline', '2026-12-10'], ['decider', '']]);
  });

  it('keeps the sections of the minutes that may go out as edited; remarks on consent go', () => {
    const edits = Object.fromEntries(['attendees', 'aim', 'decisions', 'answers', 'promises', 'actions', 'gaps', 'contradictions', 'risks', 'notes', 'consent', 'next'].map((id) => [id, `고침 ${id}`]));
    const consents = [{ id: 'c', who: '이수민', notes: true, captions: 'off' as const, audio: false, condition: '조건', note: '망설임', wording: '될까요?', at: T0 + MINUTE, untoldFrom: null }];
    const [meeting] = copy({ meetings: [aMeeting({ minutesEdits: edits, consents, aim: '예산', aimResult: 'not_yet' })] }).meetings;
    expect(Object.keys(meeting?.minutesEdits ?? {})).toEqual(['attendees', 'decisions', 'next']);
    expect([meeting?.aim, meeting?.aimResult]).toEqual(['예산', null]);
    expect(meeting?.consent).toMatchObject([{ who: '이수민', condition: '조건', note: '' }]);
  });

  it('says what was worded for the customer where an edit stays inside, and tells colleagues the edit', () => {
    const minutesEdits = { promises: '- 수행팀은 안 된다 함', 'promises.customer': '- 금요일까지 견적을 드립니다', 'decisions.customer': '- 1차는 창고 한 곳', aim: '- 안쪽 말' };
    const rows = { meetings: [aMeeting({ aim: '예산', minutesEdits })] };
    expect(copy(rows).meetings[0]?.minutesEdits).toEqual({ promises: '- 금요일까지 견적을 드립니다', decisions: '- 1차는 창고 한 곳' });
    expect(small(rows).meetings[0]?.minutesEdits).toEqual({ promises: '- 수행팀은 안 된다 함', aim: '- 안쪽 말' });
  });
});

it('tells neither whether the aim was reached nor what delivery said of a promise, though the minutes were edited by hand', () => {
  const rows = { meetings: [aMeeting({ aim: '예산', aimResult: 'not_yet' as const })], commitments: [aPromise('p', { confirmation: 'cannot', deliveryNote: '안 됨' })] };
  const inside = generateMinutes(small(rows), 'm1', labelsKo);
  const minutesEdits = Object.fromEntries(inside.map(({ id, body }) => [id, `${body}\n- 덧붙임`]));
  const text = renderMinutes(copy({ ...rows, meetings: [aMeeting({ aim: '예산', aimResult: 'not_yet', minutesEdits })] }), labelsKo);
  expect([text.includes('예산'), text.includes(labelsKo.minutes.aimResult.not_yet), text.includes(labelsKo.commitment.confirmation.cannot)]).toEqual([true, false, false]);
});

it('shows no line that was noted on a commercial topic, though no checklist of the deal asks it any more', () => {
  const listed = { ...LIST, items: LIST.items.filter((one) => one.topic !== 'budget.range') };
  const on = (topic: string) => ({ itemId: 'Z-09', topic });
  const rows = (topic: string) => ({ checklist: listed, wants: [aWant('IN', on(topic))], notes: [aNote('decision', 'IN', on(topic)), aNote('pain', 'IN2', on(topic))], gaps: [aGap('IN', { ...on(topic), route: 'ask_customer' })] });
  for (const topic of ['budget.range', 'own.gone']) expect(JSON.stringify(copy(rows(topic)))).not.toContain('IN');
  expect(copy(rows('users.count')).wants).toHaveLength(1);
});

describe('a topic that only a further checklist files as commercial', () => {
  it('is commercial', () => {
    const topics = { ...TOPIC_NAMES, 'ops.incidents': { ko: '장애', en: 'Incidents', packetSection: 'commercial' } };
    const packet = copy({ topics, alsoChecklists: [FURTHER], answers: [anAnswer('ops.incidents', 'IN')], notes: [aNote('pain', 'IN', { itemId: 'B-02' })], wants: [aWant('IN', { topic: 'ops.incidents' })] });
    expect(JSON.stringify(packet)).not.toContain('IN');
    expect(packet.raid.issues).toEqual([]);
  });
});

describe('an internal packet', () => {
  it('leaves nothing out', () => {
    const packet = small({ answers: [anAnswer('budget.range', '1억', { raw: '한 1억', remark: '비고' })], gaps: [aGap('g', { route: 'ask_manager' })], notes: [aNote('risk', 'r')] }, { sendAnywayReason: '급함' });
    expect(find(packet, 'A-04')).toMatchObject({ raw: '한 1억', remark: '비고', withheld: false });
    expect([packet.gaps.length, packet.raid.risks.length, packet.packet.sendAnywayReason]).toEqual([1, 1, '급함']);
  });
});

describe('resident and card numbers', () => {
  const mask = (text: string): string => maskIdentityNumbers(text);

  it.each([
    ['900101-1234567', '900101-*******'], ['900101 -8234567', '900101-*******'], ['주민 900101- 1234567, 900202-2234567', '주민 900101-*******, 900202-*******'],
    ['4111111111111111', '4111-****-****-****'], ['4111 1111 1111 1111.', '4111-****-****-****.'], ['5500-0000-0000-0004', '5500-****-****-****'], ['9999-9999-9999-9995', '9999-****-****-****'],
  ])('%s is masked', (typed, shown) => expect(mask(typed)).toBe(shown));

  it.each([
    ['another century digit', '900101-9234567'], ['a digit too many before or after', '1900101-1234567, 900101-12345678'], ['a barcode', '8801234567893'], ['no valid check digit', '4111-1111-1111-1112'], ['swapped neighbours', '1411-1111-1111-1111'],
    ['mixed separators', '4111-1111 1111-1111'], ['longer numbers', '41111111111111111, 14111111111111111'],
  ])('%s: it is some other number', (_why, text) => expect(mask(text)).toBe(text));

  it('in every text of a packet, keys and numbers untouched', () => {
    const value = { a: ['900101-1234567', 9001011234567, null, true], '900101-1234567': { b: '4111111111111111' } };
    expect(maskIdentityNumbers(value)).toEqual({ a: ['900101-*******', 9001011234567, null, true], '900101-1234567': { b: '4111-****-****-****' } });
    expect(small({ account: { ...smallInput().account, name: '900101-1234567' } }).account.name).toBe('900101-*******');
  });
});

describe('a copy of a later day', () => {
  it('is the same packet with the same number', () => expect(copy({}, { createdAt: T0 + 9 * DAY }).packet).toMatchObject({ number: 1, redaction: 'customer_safe', createdAt: '2026-12-03T14:00:00+09:00' }));
});
