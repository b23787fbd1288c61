/** Delivery answers what the packet asked: the gap behind the question ends in their words and name, or moves to their day. */
import { describe, expect, it } from 'vitest';
import { answeredGap, gapOf, hearsayOf, withoutWords } from '@/utils/reply/outcome';
import { hashOfReply, parseReply } from '@/utils/reply/parse';
import type { ReplyAnswer } from '@/utils/reply/schema';
import { tickedFirst, weighReply } from '@/utils/reply/weigh';
import { aGap, DAY, LIST, small, T0 } from '../packet/small';
import { aReply, kept, now } from './small-reply';

const ERP = aGap('erp', { question: 'ERP 버전은?', route: 'ask_delivery', owner: '박지훈', due: '2026-12-03', state: 'routed', itemId: 'A-07', topic: 'tech.api_access' });
const answer = (more: Partial<ReplyAnswer> = {}): ReplyAnswer => ({ questionId: 'q:erp', sure: 'answer', text: '10.2입니다', by: null, ...more });
const later = answer({ sure: 'not_yet', text: '', by: '2026-12-08' });

function weigh(gaps: typeof ERP[], answers: ReplyAnswer[], { questions = null, replies = [] }: { questions?: string[] | null; replies?: ReturnType<typeof kept>[] } = {}) {
  const packet = small({ gaps: [ERP] }, { request: { questions, respondBy: null, lateReason: '', rolesToBring: null } });
  const answered = { number: 1, createdAt: 1, purpose: 'estimate', contentHash: packet.packet.contentHash, replies, packet };
  return weighReply(aReply({ contentHash: answered.contentHash, answers }), 'reply-1', answered, now({ gaps }));
}
const standing = (...how: Parameters<typeof weigh>) => weigh(...how).effects.map((effect) => `${effect.key} ${effect.standing}`);

describe('an answer, weighed', () => {
  it('is new to a gap that nobody has touched, and ticked', () => {
    const made = weigh([ERP], [answer()]);
    expect(made.effects).toMatchObject([{ kind: 'answer', key: 'answer:q:erp', standing: 'new', asked: 'ERP 버전은?', gap: { id: 'erp' } }]);
    expect([tickedFirst(made), made.told]).toEqual([['answer:q:erp'], []]);
    expect(standing([{ ...ERP, due: '2026-12-05', owner: '최', askedOn: ['2026-11-25'], state: 'waiting' }], [later])).toEqual(['answer:q:erp new']);
  });

  it.each<[string, Partial<typeof ERP>, string, string]>([
    ['reads otherwise', { question: 'SAP 버전은?' }, 'changed', 'changed'], ['was answered', { state: 'answered', outcome: '9' }, 'changed', 'gone'], ['was dropped', { state: 'dropped', outcome: '필요 없음' }, 'changed', 'gone'],
    ['is assumed', { state: 'assumed', outcome: '10' }, 'changed', 'gone'], ['is another one', { id: 'other' }, 'gone', 'gone'],
  ])('to a gap that %s', (_what, more, answers, delays) => {
    expect(standing([{ ...ERP, ...more }], [answer()])).toEqual([`answer:q:erp ${answers}`]);
    expect(standing([{ ...ERP, ...more }], [later])).toEqual([`answer:q:erp ${delays}`]);
  });

  it('to a question that was put in other words is left to the rep', () => {
    const reworded = (...gaps: typeof ERP[]) => weigh(gaps, [answer()], { questions: ['ERP 버전은 무엇인가요?'] }).effects;
    expect(reworded(ERP)).toMatchObject([{ key: 'answer:q:erp', standing: 'changed', reworded: true }]);
    expect(reworded({ ...ERP, question: 'SAP 버전은?' })).toMatchObject([{ standing: 'changed', reworded: false }]);
    expect(weigh([ERP], [answer()]).effects).toMatchObject([{ reworded: false }]);
  });

  it('to a question without a gap is told and changes nothing; one to no question of the packet is gone', () => {
    const made = weigh([ERP], [answer({ questionId: 'q:1' }), answer({ questionId: 'q:9' })], { questions: ['공수는?'] });
    expect(made.told).toMatchObject([{ asked: '공수는?', part: { text: '10.2입니다' } }]);
    expect(made.effects.map(({ key, standing: stands }) => [key, stands])).toEqual([['answer:q:9', 'gone']]);
  });

  it('is done once it was taken over, also in a reply that was saved again, and offered again when the gap was reopened', () => {
    const before = (id: string) => ({ replies: [kept(aReply({ answers: [answer()] }), { id, applied: ['answer:q:erp'] })] });
    const ended = { ...ERP, state: 'answered' as const, outcome: '10.2입니다' };
    expect([standing([ended], [answer()], before('reply-1')), standing([ended], [answer()], before('reply-0'))]).toEqual([['answer:q:erp done'], ['answer:q:erp done']]);
    expect(standing([ended], [answer({ text: '10.3' })], before('reply-0'))).toEqual(['answer:q:erp changed']);
    expect(standing([ERP], [answer()], before('reply-1'))).toEqual(['answer:q:erp changed']);
  });

  it('can be compared with nothing once the packet was emptied', () => {
    const made = weighReply(aReply({ answers: [answer()] }), 'r', { number: 1, createdAt: 1, purpose: 'estimate', contentHash: 'a'.repeat(64), replies: [], packet: null }, now({ gaps: [ERP] }));
    expect(made.effects.map((effect) => effect.standing)).toEqual(['gone']);
  });
});

describe('what becomes of an answer', () => {
  it('ends the gap in their words and name; "not yet" sets its date, and nothing else', () => {
    expect(answeredGap(ERP, answer({ text: ' 10.2입니다\n' }), '정하늘', T0 + 9)).toEqual({ ...ERP, state: 'answered', outcome: '10.2입니다', answeredBy: '정하늘', updatedAt: T0 + 9 });
    expect(answeredGap(ERP, { ...later, text: '라이선스 확인 중' }, '정하늘', T0 + 9)).toEqual({ ...ERP, due: '2026-12-08', updatedAt: T0 + 9 });
    expect(answeredGap({ ...ERP, state: 'open', due: null }, later, '정하늘', T0)).toMatchObject({ state: 'routed', due: '2026-12-08' });
  });

  it('makes no gap of its own', () => {
    const context = { id: 'g', dealId: 'deal-1', owner: '', repliedBy: '정하늘', at: T0, needInfo: () => '' };
    expect(weigh([ERP], [answer()]).effects.map((effect) => gapOf(effect, context))).toEqual([null]);
  });

  it('is hearsay on its item, said by them: whole only where the item itself was asked, and of the kind that it asks for', () => {
    const item = LIST.items[6];
    if (!item) throw new Error('no item');
    const base = { id: 'a', gap: { ...ERP, origin: 'asked_unknown' as const }, item, previous: null, read: { kind: 'text' as const, text: '10.2' }, by: '정하늘', at: T0 };
    expect(hearsayOf(base, ' 10.2 ')).toEqual({
      id: 'a', dealId: 'deal-1', topic: 'tech.api_access', itemId: 'A-07', meetingId: 'm1', state: 'answered', value: base.read, raw: '10.2', remark: '', saidBy: '정하늘', confidence: 'indirect', relation: 'first',
      reason: '', offRecord: false, at: T0, offsetMs: null, fromDelivery: true,
    });
    const unknown = { ...smallAnswer(), at: T0 + DAY };
    expect(hearsayOf({ ...base, previous: unknown }, 'x')).toMatchObject({ relation: 'updates', at: T0 + DAY + 1 });
    expect(hearsayOf({ ...base, gap: { ...base.gap, meetingId: '' } }, 'x').meetingId).toBeNull();
    expect([hearsayOf({ ...base, gap: ERP }, 'x').state, hearsayOf({ ...base, item: { ...item, type: 'yesno' } }, 'x').state]).toEqual(['partial', 'partial']);
  });

  it('has no words once those of its packet are off the record', () => {
    expect('answers' in withoutWords(kept(aReply({ answers: [answer()] }))).reply).toBe(false);
  });
});

function smallAnswer() {
  return { ...hearsayOf({ id: 'u', gap: ERP, item: { id: 'A-07', topic: 'tech.api_access', type: 'text' }, previous: null, read: { kind: 'text', text: '' }, by: '', at: T0 }, ''), state: 'asked_unknown' as const };
}

describe('answers in a reply', () => {
  const problem = (answers: unknown) => { const made = parseReply(JSON.stringify({ ...aReply(), answers })); return made.ok ? 'ok' : `${made.problem} ${made.path}`; };
  it.each<[string, unknown]>([
    ['ok', []], ['ok', [answer(), { ...later, questionId: 'q:2' }]], ['invalid answers.0.text', [answer({ text: ' ' })]], ['invalid answers.0.by', [{ ...later, by: null }]], ['invalid answers.0.by', [{ ...later, by: '2026-13-01' }]],
    ['invalid answers.1.questionId', [answer(), answer({ text: '다른 답' })]], ['invalid answers.0.sure', [{ ...answer(), sure: 'maybe' }]],
  ])('%s', (said, answers) => { expect(problem(answers)).toBe(said); });

  it('may be missing, and a reply without them is known by the same hash as ever', () => {
    const made = parseReply(JSON.stringify(aReply()));
    expect(made).toMatchObject({ ok: true, id: hashOfReply(aReply()) });
    expect(made.ok && 'answers' in made.reply).toBe(false);
  });
});
