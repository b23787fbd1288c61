/** A deal whose packet has left, and replies to it. */
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Purpose } from '@/utils/packet/schema';
import type { Reply } from '@/utils/reply/schema';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { aReply } from '../../unit/reply/small-reply';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import type { To } from '../../db/reply/answered-deal';
import { answeredDeal, AT } from '../../db/reply/answered-deal';
import { someDeal } from '../../db/rows';

export interface Sent { dealId: string; meeting: Meeting; packetId: string; itemId: string; wantId: string; promiseId: string; reply: (more?: Partial<Reply>) => Reply; again: (purpose: Purpose) => Promise<unknown>; /** Sends a packet with questions of the rep's own. */ ask: (questions: string[]) => Promise<To> }

/** An answer, a want and a promise, and a packet of them. */
export async function sentPacket(purpose: Purpose = 'estimate', words: { answer?: string; want?: string; promise?: string } = {}): Promise<Sent> {
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '1차', AT);
  const { answer = '창고 세 곳', want = 'AI가 알아서 추천', promise = '12월 10일까지 견적' } = words;
  const deal = await answeredDeal({ db, dealId, meeting }, answer);
  const wantId = await deal.say(`+ ${want}`);
  const promiseId = await deal.say(`! ${promise}`);
  const to = await deal.send({ purpose });
  return { dealId, meeting, packetId: to.packetId, itemId: deal.item.id, wantId, promiseId, reply: (more = {}) => aReply({ ...to, ...more }), again: (of) => deal.send({ purpose: of }), ask: (questions) => deal.send({ request: { ...DEFAULT_REQUEST, questions } }) };
}

/** What a delivery lead writes who has read it all. */
export function fullReply({ reply, itemId, wantId, promiseId }: Sent, more: Partial<Reply> = {}): Reply {
  return reply({
    verdict: 'returned', summary: '두 가지만 더 알면 견적이 가능합니다.', items: [{ itemId, verdict: 'not_usable', text: '창고마다 몇 평인가요?' }, { itemId: 'A-05', verdict: 'ok', text: '' }],
    wants: [{ wantId, feasibility: 'not_feasible_but', conditions: [], alternative: '규칙으로 추천하고 사람이 확정' }], commitments: [{ commitmentId: promiseId, verdict: 'cannot_but', condition: '', alternative: '12월 20일' }],
    questions: [{ text: 'ERP 버전은 무엇인가요?', itemId: null, route: 'ask_customer', due: '2026-12-03' }],
    estimate: { class: 'rough', effort: [{ role: '백엔드', low: 2, likely: 3, high: 5 }, { role: '기획', low: 0.5, likely: 1, high: 1.5 }], durationWeeks: { low: 8, high: 12 }, assumptions: ['망 분리 없음'] }, ideas: ['조회부터 열기'], ...more,
  });
}
