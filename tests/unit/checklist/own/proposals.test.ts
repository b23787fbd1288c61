/** What delivery asked back, by topic: proposals for the checklist. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnsweredPacket, AskedTopic, ProposalDecision } from '@/utils/checklist/own/proposals';
import { isOpen, mergedDecision, proposalsOf, returnedQuestions } from '@/utils/checklist/own/proposals';
import type { KeptReply, Reply } from '@/utils/reply/schema';

const HASH = 'a'.repeat(64);
const TOPICS: Record<string, AskedTopic> = Object.fromEntries([['A-01', 'pain.primary'], ['A-02', 'scope.must'], ['B-01', 'pain.primary']].map(([id = '', topic = '']) => [id, { topic, ko: `${topic} 이름`, en: `${topic} name`, packetSection: 'pain_goal' }]));
const reply = (id: string, more: Partial<Reply> = {}, hour = 1): KeptReply => ({
  id, keptAt: 5, applied: [],
  reply: {
    format: 'baton.reply', formatVersion: 1, packetId: 'p', packetNumber: 1, contentHash: HASH, by: { name: '한지우', role: 'PM' }, at: `2026-11-2${String(hour)}T10:00:00+09:00`, verdict: 'returned', summary: '보완',
    items: [], wants: [], commitments: [], estimate: null, questions: [], ideas: [], ...more,
  },
});
const ask = (itemId: string, text: string, verdict: 'question' | 'not_usable' | 'ok' = 'question') => ({ items: [{ itemId, verdict, text }] });
const packet = (id: string, replies: KeptReply[], more: Partial<AnsweredPacket> = {}): AnsweredPacket => ({ id, dealId: `deal of ${id}`, meetingId: null, number: 1, contentHash: HASH, replies, topicOf: (itemId) => TOPICS[itemId] ?? null, ...more });
const proposed = (packets: AnsweredPacket[], decisions: ProposalDecision[] = []) => proposalsOf(returnedQuestions(packets), decisions);
const two = [packet('p1', [reply('r1', ask('A-01', '얼마나 자주인가요?'))]), packet('p2', [reply('r2', ask('B-01', ' 근거가 없습니다. ', 'not_usable'), 3)])];
const decision = (seen: string[], more: Partial<ProposalDecision> = {}): ProposalDecision => ({ id: 'pain.primary', verdict: 'declined', why: '드문 경우', listId: '', itemId: '', seen, at: 9, updatedAt: 9, ...more });

describe('what was asked back', () => {
  it('is a question about an item, an answer that delivery cannot use, or a further question on an item', () => {
    const items = [{ itemId: 'A-01', verdict: 'question' as const, text: ' 왜요? ' }, { itemId: 'A-02', verdict: 'ok' as const, text: '' }];
    const questions = [{ text: '어디서요?', itemId: 'A-02', route: null, due: null }, { text: '누가요?', itemId: null, route: null, due: null }, { text: '언제요?', itemId: 'Z-99', route: null, due: null }];
    expect(returnedQuestions([packet('p1', [reply('r1', { items, questions })], { meetingId: 'm1', number: 1 })])).toEqual([
      { id: 'p1:r1:item:A-01', topic: TOPICS['A-01'], dealId: 'deal of p1', meetingId: 'm1', packetId: 'p1', packetNumber: 1, by: '한지우', at: Date.UTC(2026, 10, 21, 1), kind: 'question', words: '왜요?' },
      { id: 'p1:r1:question:0', topic: TOPICS['A-02'], dealId: 'deal of p1', meetingId: 'm1', packetId: 'p1', packetNumber: 1, by: '한지우', at: Date.UTC(2026, 10, 21, 1), kind: 'question', words: '어디서요?' },
    ]);
  });

  it('is the same question in another reply to the same packet, and none in a reply to other content', () => {
    const again = packet('p1', [reply('r2', ask('A-01', '왜요?'), 2), reply('r1', ask('A-01', '왜요?'), 1), reply('r3', ask('A-01', '정말 왜요?'), 3)]);
    expect(returnedQuestions([again]).map(({ id }) => id)).toEqual(['p1:r1:item:A-01', 'p1:r3:item:A-01']);
    for (const other of [{ contentHash: 'b'.repeat(64) }, { packetNumber: 2 }]) expect(returnedQuestions([packet('p1', [reply('r1', { ...ask('A-01', '왜요?'), ...other })])])).toEqual([]);
  });
});

describe('a proposal', () => {
  it('is one for a topic that two packets asked back, in delivery’s words, newest first', () => {
    const [one, ...rest] = proposed(two);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ topic: { topic: 'pain.primary', ko: 'pain.primary 이름', packetSection: 'pain_goal' }, packets: 2, decision: null });
    expect(one?.questions.map(({ words, kind, packetId }) => [words, kind, packetId])).toEqual([['근거가 없습니다.', 'not_usable', 'p2'], ['얼마나 자주인가요?', 'question', 'p1']]);
    expect(one && isOpen(one)).toBe(true);
  });

  it('needs two deals, or two meetings of one: the same packet twice, or twice without a meeting, is one occasion', () => {
    const of = (...places: [deal: string, meeting: string | null][]) => proposed(places.map(([dealId, meetingId], i) => packet(`p${String(i)}`, [reply(`r${String(i)}`, ask('A-01', `왜요 ${String(i)}?`))], { dealId, meetingId }))).length;
    expect([of(['d1', 'm1']), of(['d1', 'm1'], ['d1', 'm1']), of(['d1', null], ['d1', null])]).toEqual([0, 0, 0]);
    expect([of(['d1', 'm1'], ['d1', 'm2']), of(['d1', null], ['d2', null]), of(['d1', null], ['d1', 'm1'])]).toEqual([1, 1, 1]);
    expect(proposed([packet('p1', [reply('r1', { items: [...ask('A-01', '가').items, ...ask('A-02', '나').items] })])])).toEqual([]);
  });

  it('that most packets ask for comes first, then the newest; and the order of packets changes nothing', () => {
    const packets = [...two, packet('p3', [reply('r3', { items: [...ask('A-01', '또').items, ...ask('A-02', '나').items] })]), packet('p4', [reply('r4', ask('A-02', '다'))])];
    expect(proposed(packets).map(({ topic, packets: count }) => [topic.topic, count])).toEqual([['pain.primary', 3], ['scope.must', 2]]);
    const plain = JSON.stringify(proposed(packets));
    fc.assert(fc.property(fc.shuffledSubarray(packets, { minLength: packets.length }), (shuffled) => JSON.stringify(proposed(shuffled)) === plain));
  });
});

describe('what was decided', () => {
  const seen = returnedQuestions(two).map(({ id }) => id);

  it('stands until delivery asks something new about it', () => {
    const [declined] = proposed(two, [decision(seen)]);
    expect([declined && isOpen(declined), declined?.decision?.why, declined?.fresh.size]).toEqual([false, '드문 경우', 0]);
    const [again] = proposed([...two, packet('p3', [reply('r3', ask('A-01', '또 묻습니다'))])], [decision(seen)]);
    expect([again && isOpen(again), [...(again?.fresh ?? [])]]).toEqual([true, ['p3:r3:item:A-01']]);
    expect(proposed(two, [decision(seen, { id: 'scope.must' })]).every(isOpen)).toBe(true);
  });

  it('on two machines is the later one, with all that either had seen, whichever way round and however often', () => {
    const [mine, theirs] = [decision(['a', 'b'], { updatedAt: 5 }), decision(['b', 'c'], { updatedAt: 8, verdict: 'taken' })];
    const both = mergedDecision(mine, theirs);
    expect(both).toEqual({ ...theirs, seen: ['a', 'b', 'c'] });
    expect([mergedDecision(theirs, mine), mergedDecision(both, theirs), mergedDecision(both, both)]).toEqual([both, both, both]);
    expect(mergedDecision(mine, { ...mine })).toBe(mine);
  });
});
