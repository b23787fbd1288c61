/** What delivery answered in a reply stays among us, also where it was settled for, retold, or names somebody; what the customer confirmed of it goes out. */
import { describe, expect, it } from 'vitest';
import type { Answer, AnswerValue } from '@/utils/checklist/answer';
import { exportPacket } from '@/utils/packet/export';
import type { PacketInput } from '@/utils/packet/input';
import type { Packet, Redaction } from '@/utils/packet/schema';
import { aContradiction, aGap, anAnswer, aNote, DAY, small, smallInput, T0 } from './small';

const BY = '정하늘';
const WORDS = 'INS-저희가 이미 연동해 봄';
const TOPIC = 'tech.api_access';
const ITEM = 'A-07';
const COPIES = ['customer_safe', 'anonymised'] as const satisfies Redaction[];

const hearsay = (more: Partial<Answer> = {}, topic = TOPIC): Answer =>
  anAnswer(topic, WORDS, { id: 'theirs', raw: WORDS, saidBy: BY, confidence: 'indirect', fromDelivery: true, meetingId: null, ...more });
const customers = (text: string, more: Partial<Answer> = {}): Answer => anAnswer(TOPIC, text, { id: 'customers', raw: text, at: T0 + DAY, ...more });
const copy = (rows: Partial<PacketInput>, redaction: Redaction = 'customer_safe', language: 'ko' | 'en' = 'ko'): Packet => small(rows, { redaction, language });
const on = (packet: Packet, itemId = ITEM): Packet['answers'][number] | undefined => packet.answers.find((one) => one.itemId === itemId);
/** The files of a copy in which one of the words stands. */
function filesWith(rows: Partial<PacketInput>, words: readonly string[], redaction: Redaction = 'customer_safe', language: 'ko' | 'en' = 'ko'): string[] {
  return Object.entries(exportPacket(smallInput(rows, { redaction, language })).files).filter(([, text]) => words.some((word) => text.includes(word))).map(([name]) => name);
}

describe('a difference settled for what delivery answered', () => {
  const settled = aContradiction(TOPIC, { a: { text: WORDS, saidBy: BY, at: T0, answerId: 'theirs' }, b: { text: '안 됨', saidBy: '이수민', at: T0 + DAY, answerId: 'customers' }, status: 'resolved', kept: WORDS, resolvedAt: T0 + 2 * DAY });
  const rows = { answers: [hearsay(), customers('안 됨', { state: 'conflict', relation: 'differs' })], contradictions: [settled] };

  it('stands as theirs in the packet for colleagues, said in no meeting', () => {
    expect(on(small(rows))).toMatchObject({ value: { text: WORDS }, raw: WORDS, saidBy: BY, fromDelivery: true, meetingId: null });
  });

  it.each(COPIES)('is in no file of a copy (%s), nor who of them said so', (redaction) => {
    expect(filesWith(rows, ['INS-', BY], redaction)).toEqual([]);
    expect(on(copy(rows, redaction))).toMatchObject({ value: null, saidBy: null, withheld: true });
  });

  it('is theirs too when the words are retold in their name, or picked, or stand without the flag in a row of its own', () => {
    const retold = { ...settled, a: { text: 'INS-됨(수행팀)', saidBy: BY, at: T0, answerId: null }, kept: 'INS-됨(수행팀)' };
    expect(on(small({ ...rows, contradictions: [retold] }))).toMatchObject({ fromDelivery: true });
    expect(filesWith({ ...rows, contradictions: [retold] }, ['INS-', BY])).toEqual([]);
    for (const raw of ['', WORDS]) expect(filesWith({ answers: [hearsay(), customers(WORDS, { raw, saidBy: '' })] }, ['INS-', BY])).toEqual([]);
  });

  it("leaves the customer's side alone where that was kept", () => {
    const packet = copy({ ...rows, contradictions: [{ ...settled, kept: '안 됨' }] });
    expect(on(packet)).toMatchObject({ value: { text: '안 됨' }, saidBy: '이수민', withheld: false });
  });

  it('tells in no outcome of a question what they said', () => {
    const gaps = [aGap('g', { route: 'ask_customer', topic: TOPIC, itemId: ITEM, state: 'answered', outcome: WORDS, answeredBy: '' }), aGap('other', { route: 'ask_customer', topic: TOPIC, itemId: ITEM, state: 'answered', outcome: '고객이 확인' })];
    expect(copy({ ...rows, gaps }).gaps.map((one) => one.outcome)).toEqual(['', '고객이 확인']);
  });
});

describe('typed words of delivery', () => {
  const yes: AnswerValue = { kind: 'yesno', yes: true };
  const side = (text: string, saidBy: string) => aContradiction(TOPIC, { a: { text, saidBy, at: T0, answerId: null }, b: { text: '안 됨', saidBy: '이수민', at: T0 + DAY, answerId: 'customers' } });
  const rows = (text: string, saidBy: string) => ({ answers: [hearsay({ value: yes }), customers('안 됨', { state: 'conflict' })], contradictions: [side(text, saidBy)] });

  it.each(['ko', 'en'] as const)('are theirs as a side of a difference whatever language it was kept in (copy in %s)', (language) => {
    for (const text of ['예', 'Yes', WORDS]) expect(copy(rows(text, ''), 'customer_safe', language).contradictions).toEqual([]);
    // Retold by the rep, with their name.
    expect(copy(rows('된다고 함', BY), 'customer_safe', language).contradictions).toEqual([]);
    expect(filesWith(rows('된다고 함', BY), [BY, '된다고'], 'customer_safe', language)).toEqual([]);
  });

  it('do not take what others said: the same difference of the customer alone, nor the same word on another item', () => {
    expect(copy(rows('될 것 같음', '최영호')).contradictions).toHaveLength(1);
    const packet = copy({ answers: [hearsay({ value: yes }), anAnswer('scope.must', null, { value: yes }), customers('', { value: yes, raw: '' })] });
    expect(on(packet, 'A-02')?.value).toEqual(yes);
    expect(on(packet)).toMatchObject({ value: yes, saidBy: '이수민', history: [] });
  });
});

describe('people whom only delivery named', () => {
  const value: AnswerValue = { kind: 'people', people: [{ name: '오세훈', role: 'INS-반대파', note: 'INS-까다로움' }] };
  const named = hearsay({ value, raw: '오세훈 INS-반대파' }, 'people.decider');

  it.each(COPIES)('are not in a copy (%s), nor what they are', (redaction) => {
    expect(filesWith({ answers: [named] }, ['오세훈', 'INS-', BY], redaction)).toEqual([]);
  });

  it('lend their role to nobody who was there', () => {
    const there: AnswerValue = { kind: 'people', people: [{ name: '이수민', role: 'INS-실세' }] };
    const rows = smallInput({ answers: [hearsay({ value: there, raw: 'x' }, 'people.decider')] }, { redaction: 'customer_safe' });
    const meetings = rows.meetings.map((m) => ({ ...m, participants: m.participants.map((p) => ({ ...p, role: '' })) }));
    const { packet } = exportPacket({ ...rows, meetings });
    expect(packet.people.map(({ name, role, itemIds }) => [name, role, itemIds])).toEqual([['박지훈', '', []], ['이수민', '', []]]);
  });

  it('stay when the customer names them too', () => {
    const own: AnswerValue = { kind: 'people', people: [{ name: '오세훈', role: '전산팀장' }] };
    expect(copy({ answers: [named, anAnswer('people.decider', null, { id: 'own', value: own, at: T0 + DAY })] }).people.at(-1)).toMatchObject({ name: '오세훈', role: '전산팀장', itemIds: ['A-05'] });
  });
});

describe('what the customer confirmed of it', () => {
  const confirmed = customers(WORDS, { confidence: 'confirmed', saidBy: '' });
  const rows = { answers: [hearsay(), confirmed], gaps: [aGap('g', { route: 'ask_customer', topic: TOPIC, itemId: ITEM, state: 'answered', outcome: WORDS })] };

  it('is theirs no longer: the answer and the outcome go out, without who of us had said so', () => {
    const packet = copy(rows);
    expect(on(packet)).toMatchObject({ value: { text: WORDS }, saidBy: null, confidence: 'confirmed', withheld: false, history: [] });
    expect(packet.gaps[0]?.outcome).toBe(WORDS);
    expect(filesWith({ answers: [hearsay(), { ...confirmed, saidBy: BY }] }, [BY])).toEqual([]);
    expect(filesWith({ answers: [hearsay({}, 'pain.primary'), anAnswer('pain.primary', WORDS, { id: 'c', raw: WORDS, confidence: 'confirmed', saidBy: BY, at: T0 + DAY })] }, [BY])).toEqual([]);
  });
});

it('a confirmed row that still has the flag is the customer\'s all the same, of nobody by name and with its meeting', () => {
  const row = customers(WORDS, { confidence: 'confirmed', saidBy: BY, fromDelivery: true });
  const packet = small({ answers: [hearsay(), row] });
  expect(on(packet)).toMatchObject({ saidBy: null, meetingId: 'm1', confidence: 'confirmed' });
  expect(on(packet)?.fromDelivery).toBeUndefined();
  expect(on(copy({ answers: [hearsay(), row] }))).toMatchObject({ value: { text: WORDS }, withheld: false });
});

describe('of an answer that is withheld as theirs', () => {
  it('the copy says nothing more: no flag, and no change', () => {
    const packet = exportPacket({ ...smallInput({ answers: [hearsay()], notes: [aNote('decision', 'd')] }, { redaction: 'customer_safe', number: 2 }), previous: small() }).packet;
    expect(on(packet)?.fromDelivery).toBeUndefined();
    expect(packet.changes).toMatchObject({ answered: [], changed: [] });
  });

  it('a line about cost of the same item takes away nothing that has to be known of it', () => {
    const rows = { answers: [hearsay(), customers('우리 마진 9%')], contradictions: [aContradiction(TOPIC, { a: { text: 'INS-됨', saidBy: BY, at: T0, answerId: null } })] };
    expect(filesWith(rows, ['INS-', BY, '마진 9%'])).toEqual([]);
  });
});
