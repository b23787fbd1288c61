/** What makes a packet ready, as the checklist of the deal says it. */
import { createHash } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { OwnRule, ReadyRules, RuleCheck } from '@/utils/checklist/ready-rules';
import { GATE_RULES, READY_PURPOSES } from '@/utils/checklist/ready-rules';
import type { PacketInput, PacketOptions } from '@/utils/packet/input';
import { OFFERED_PURPOSES, unmetMusts } from '@/utils/packet/choices';
import { buildPacket } from '@/utils/packet/build';
import { exportPacket } from '@/utils/packet/export';
import { parsePacket } from '@/utils/packet/parse';
import { RULE_IDS, ruleIds } from '@/utils/packet/rules';
import type { PacketRule, Purpose } from '@/utils/packet/schema';
import { aClip, aGap, aMeeting, anAnswer, LIST, smallInput, T0 } from '../small';
import { packetInput } from '../fixture';

// Whole packets are rendered: slow only on a loaded machine.
vi.setConfig({ testTimeout: 30_000 });

const RULE: OwnRule = { id: 'own.a', check: 'answered', topic: 'pain.primary', most: null, purposes: ['estimate'], weight: 'wish', why: { ko: '공수를 잡을 수 없음', en: 'No effort without it' } };
const listed = (rules: ReadyRules) => ({ checklist: { ...LIST, rules } });
const built = (rules: ReadyRules, rows: Partial<PacketInput> = {}, options: Partial<PacketOptions> = {}) => buildPacket(smallInput({ ...listed(rules), ...rows }, options));
const rulesOf = (...args: Parameters<typeof built>): PacketRule[] => built(...args).readiness.rules;
const own = (more: Partial<OwnRule>): ReadyRules => ({ set: {}, own: [{ ...RULE, ...more }] });
const judged = (more: Partial<OwnRule>, rows: Partial<PacketInput> = {}, options: Partial<PacketOptions> = {}): PacketRule | undefined => rulesOf(own(more), rows, options).find(({ id }) => id === 'own.a');
const codeOf = (check: RuleCheck, rows: Partial<PacketInput>, more: Partial<OwnRule> = {}): string | undefined => judged({ check, ...more }, rows)?.reason.code;

describe('a checklist that says nothing of rules', () => {
  // As these rules were before a checklist could say anything of them (9412c68).
  it.each([
    ['join', 'df3a201b35e042f28b80ca234f50575595dc5fbf14cb5a9848405eb94a1202ae'], ['estimate', '2055c9af5872a33478f06894d3003a9b829435e532dc373b62e89433581cf029'],
    ['handoff', '7b12f61f0922a53de15ee7f2bfeb42946048d3b63b8a6c9d672382b05369137a'], ['update', 'defb9ebc3cc0895f917805da199c148b8e67235515ecf1cd9482ee467db65fd9'],
  ] as const)('has the same rules, byte for byte: %s', (purpose, sha) => {
    expect(createHash('sha256').update(JSON.stringify(buildPacket(packetInput({ purpose })).readiness.rules)).digest('hex')).toBe(sha);
  });

  it('gives the same packet as one whose rules all stand as they come', () => {
    for (const purpose of READY_PURPOSES) expect(built({ set: {}, own: [] }, {}, { purpose })).toEqual(buildPacket(smallInput({}, { purpose })));
  });
});

describe('of Baton’s rules', () => {
  it('one is required, one is not asked, the rest stays', () => {
    const rules = rulesOf({ set: { 'estimate.due': 'must', 'estimate.vague': 'off' }, own: [] });
    expect(rules.map(({ id }) => id)).toEqual(ruleIds('estimate').filter((id) => id !== 'estimate.vague'));
    expect(rules.filter(({ must }) => must).map(({ id, hard, pass }) => [id, hard, pass])).toEqual([['estimate.due', false, false]]);
    expect(unmetMusts(rules).map(({ id }) => id)).toEqual(['estimate.due']);
    expect(unmetMusts(rulesOf({ set: { 'estimate.due': 'must' }, own: [] }, { deal: { ...smallInput().deal, customerDue: '2026-12-20' } }))).toEqual([]);
  });

  it('the gate stands, whatever a file says; what this version does not know does nothing', () => {
    const set = { ...Object.fromEntries(GATE_RULES.map((id) => [id, 'off' as const])), 'join.future': 'must' as const, constructor: 'off' as const };
    const rules = rulesOf({ set, own: [] }, {}, { purpose: 'join' });
    expect(rules.filter(({ hard }) => hard).map(({ id, must }) => [id, must])).toEqual(GATE_RULES.map((id) => [id, undefined]));
    expect(rules.map(({ id }) => id)).toEqual(ruleIds('join'));
  });

  it('each that a request to join cannot do without is a gate, and a team has rules for what a rep can choose', () => {
    expect(GATE_RULES.filter((id) => !RULE_IDS.includes(id))).toEqual([]);
    expect([...READY_PURPOSES]).toEqual([...OFFERED_PURPOSES]);
  });
});

describe('a rule of one’s own', () => {
  it('stands behind Baton’s, for its purposes only, with its topic’s name and its reason', () => {
    const rules = rulesOf(own({ weight: 'must' }));
    expect(rules.at(-1)).toEqual({
      id: 'own.a', hard: false, must: true, pass: false, reason: { code: 'items_not_answered', params: { n: 1 }, itemIds: ['A-01'], refs: [] },
      own: { check: 'answered', topic: 'pain.primary', topicName: { ko: '불편', en: 'Pain' }, most: null, why: RULE.why },
    });
    for (const purpose of ['join', 'handoff', 'update'] as Purpose[]) expect(judged({}, {}, { purpose })).toBeUndefined();
    expect(judged({ purposes: ['handoff'] }, {}, { purpose: 'handoff' })).toMatchObject({ pass: false });
    expect(judged({}, { answers: [anAnswer('pain.primary', '느림')] })).toMatchObject({ pass: true, reason: { code: 'ok' } });
  });

  it('is not met by hearsay, by our assumption, nor on what no checklist of the deal asks; what does not apply needs nothing', () => {
    for (const confidence of ['indirect', 'assumed'] as const) expect(codeOf('answered', { answers: [anAnswer('pain.primary', '느림', { confidence })] })).toBe('items_not_answered');
    expect(codeOf('answered', {}, { topic: 'own.nowhere' })).toBe('topic_not_on_checklist');
    const none = { answers: [anAnswer('pain.primary', null, { state: 'not_applicable', reason: '없음' })] };
    for (const check of ['answered', 'confirmed', 'not_sales', 'number', 'document'] as const) expect(codeOf(check, none)).toBe('ok');
  });

  it('asks for an answer that was read back', () => {
    expect(codeOf('confirmed', { answers: [anAnswer('pain.primary', '느림')] })).toBe('not_confirmed');
    expect(codeOf('confirmed', { answers: [anAnswer('pain.primary', '느림', { confidence: 'confirmed' })] })).toBe('ok');
  });

  it('asks for more than the word of sales: of a customer, of whoever is not ours, read back, or a document', () => {
    const said = (saidBy: string, more = {}): Partial<PacketInput> => ({ answers: [anAnswer('pain.primary', '느림', { saidBy, ...more })] });
    expect(['', '박지훈', ' 박지훈 '].map((name) => codeOf('not_sales', said(name)))).toEqual(['only_sales', 'only_sales', 'only_sales']);
    expect(['이수민', '정하늘'].map((name) => codeOf('not_sales', said(name)))).toEqual(['ok', 'ok']);
    expect(codeOf('not_sales', said('박지훈', { confidence: 'confirmed' }))).toBe('ok');
    expect(codeOf('not_sales', { ...said('박지훈'), clips: [aClip('rfp', { topic: 'pain.primary', itemId: 'A-01' })] })).toBe('ok');
    // Who makes the packet is ours, whether a meeting knew them or not.
    expect(judged({ check: 'not_sales' }, { ...said('김영업'), meetings: [] }, { createdBy: '김영업' })?.reason.code).toBe('only_sales');
  });

  it('knows ours with a title and without, in brackets or in the name of who makes the packet; a namesake of theirs is theirs', () => {
    const there = (name: string, side: 'sales' | 'customer') => ({ name, side, role: '', self: false, joinedAt: T0, leftAt: null });
    const code = (saidBy: string, participants: ReturnType<typeof there>[], createdBy = '') =>
      judged({ check: 'not_sales' }, { answers: [anAnswer('pain.primary', '느림', { saidBy })], meetings: [aMeeting({ participants })] }, { createdBy })?.reason.code;
    for (const [saidBy, name] of [['박지훈 과장', '박지훈'], ['박지훈', '박지훈 과장'], ['박지훈과장', '박지훈 (영업)'], ['박지훈 차장님', '박지훈 과장']] as const) {
      expect(code(saidBy, [there(name, 'sales')])).toBe('only_sales');
      expect(code(saidBy, [], name)).toBe('only_sales');
    }
    expect(code('박지훈 과장', [there('박지훈', 'sales'), there('박지훈 과장', 'customer')])).toBe('ok');
    expect(code('박지수 과장', [there('박지훈', 'sales')])).toBe('ok');
  });

  it('asks for a number: as one, in words, and not as a date', () => {
    const value = (given: ReturnType<typeof anAnswer>['value']): Partial<PacketInput> => ({ answers: [anAnswer('pain.primary', null, { value: given })] });
    expect(codeOf('number', value({ kind: 'number', parts: [{ value: 3, unit: '명' }] }))).toBe('ok');
    expect(codeOf('number', value({ kind: 'money', parts: [{ min: 1, currency: 'KRW', vat: 'unknown', per: 'once' }] }))).toBe('ok');
    expect(codeOf('number', value({ kind: 'text', text: '하루 ３０건' }))).toBe('ok');
    expect(codeOf('number', value({ kind: 'choice', options: ['많음'], other: '200명' }))).toBe('ok');
    expect(codeOf('number', value({ kind: 'yesno', yes: true, text: '두 번' }))).toBe('no_number');
    expect(codeOf('number', value({ kind: 'number', parts: [] }))).toBe('no_number');
    expect(codeOf('number', value({ kind: 'text', text: '많음' }))).toBe('no_number');
    expect(codeOf('number', value({ kind: 'date', parts: [{ date: '2027-01-01', firm: 'fixed' }] }))).toBe('no_number');
    expect(codeOf('number', value(null))).toBe('no_number');
  });

  it('asks for a document that is pinned to the topic', () => {
    const answers = [anAnswer('pain.primary', '느림')];
    expect(codeOf('document', { answers, clips: [aClip('other')] })).toBe('no_document');
    expect(codeOf('document', { answers, clips: [aClip('rfp', { topic: 'pain.primary', itemId: 'A-01' })] })).toBe('ok');
  });

  it('allows so many open questions that block the estimate, and no more', () => {
    const gaps = [aGap('g1', { blocksEstimate: true }), aGap('g2', { blocksEstimate: true }), aGap('g3'), aGap('g4', { blocksEstimate: true, state: 'closed' }), aGap('g5', { blocksEstimate: true, state: 'assumed', owner: '박' })];
    const few = (most: number) => judged({ check: 'few_blocking', topic: null, most }, { gaps })?.reason;
    expect([few(2)?.code, few(1)]).toEqual(['ok', { code: 'too_many_blocking', params: { n: 2 }, itemIds: [], refs: ['g1', 'g2'] }]);
  });
});

describe('the packet', () => {
  const rules: ReadyRules = { set: { 'estimate.due': 'must' }, own: [{ ...RULE, check: 'number', weight: 'must', why: { ko: '<b>공수</b>를 *못* 잡음', en: 'No <i>effort</i> without it' } }] };
  const answers = [anAnswer('pain.primary', '느림')];

  it.each([
    ['ko', ['체크리스트 필수', '“불편”: 숫자가 있음', '답에 숫자가 없습니다.', '체크리스트의 필수 기준']],
    ['en', ['Required by the checklist', '“Pain” has a number', 'There is no number in the answer.', 'that the checklist requires']],
  ] as const)('prints the rule, how much it counts, its reason and why it is not met, and what it left without (%s)', (language, words) => {
    const made = exportPacket(smallInput({ ...listed(rules), answers }, { language, sendAnywayReason: '오늘 필요' }));
    const page = made.files['packet.html'] as string;
    for (const text of [page, made.markdown]) for (const word of words) expect(text).toContain(word);
    // A team's words are text, whoever sent the file.
    expect(page).not.toContain('<b>공수</b>');
    expect(page).toContain(language === 'ko' ? '&lt;b&gt;공수&lt;/b&gt;' : 'No &lt;i&gt;effort&lt;/i&gt;');
    expect(made.markdown).not.toContain(' *못* ');
    const read = parsePacket(JSON.parse(made.json));
    expect(read.ok && read.packet.readiness.rules.at(-1)?.own?.why).toEqual(rules.own[0]?.why);
  });

  it('says what it leaves without: unowned items, what is required, or both', () => {
    const nothing = { ...LIST, items: LIST.items.map((item) => ({ ...item, need: 'nice' as const })) };
    const said = (checklist: typeof LIST): string => exportPacket(smallInput({ checklist }, { language: 'en', sendAnywayReason: 'today' })).markdown;
    expect(said(LIST)).toContain('**Sent with unowned unknowns. Reason:** today');
    expect(said({ ...LIST, rules })).toContain('**Sent with unowned unknowns and without all that the checklist requires. Reason:** today');
    expect(said({ ...nothing, rules })).toContain('**Sent without all that the checklist requires. Reason:** today');
  });

  it('keeps rules, reasons and what it left without in the house', () => {
    for (const redaction of ['customer_safe', 'anonymised'] as const) {
      const made = exportPacket(smallInput({ ...listed(rules), answers }, { redaction, sendAnywayReason: '오늘 필요' }));
      expect(made.packet.readiness.rules).toEqual([]);
      expect(made.json + String(made.files['packet.html']) + made.markdown).not.toMatch(/못\* 잡음|공수|오늘 필요/u);
    }
  });

  it('from before there were such rules reads as it did', () => {
    const old = JSON.parse(exportPacket(smallInput()).json) as { readiness: { rules: object[] } };
    expect(old.readiness.rules.flatMap((rule) => Object.keys(rule)).filter((key) => key === 'must' || key === 'own')).toEqual([]);
    expect(parsePacket(old).ok).toBe(true);
  });
});
