/** A deal whose packet has left, and replies to it. */
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import type { Purpose } from '@/utils/packet/schema';
import type { Reply } from '@/utils/reply/schema';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { makePacket } from '@/utils/services/packet/make-packet';
import { aReply } from '../../unit/reply/small-reply';
import { someDeal } from '../../db/rows';

const AT = Date.UTC(2026, 10, 24, 5);

export interface Sent { dealId: string; meeting: Meeting; packetId: string; itemId: string; wantId: string; promiseId: string; reply: (more?: Partial<Reply>) => Reply; again: (purpose: Purpose) => Promise<string> }

/** An answer, a want and a promise, and a packet of them. */
export async function sentPacket(purpose: Purpose = 'estimate', words: { answer?: string; want?: string; promise?: string } = {}): Promise<Sent> {
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '1차', AT);
  const item = (await loadChecklist({ id: 'custom-development', version: 1 })).items.find((one) => one.id === 'A-02');
  if (!item) throw new Error('no item');
  const { answer = '창고 세 곳', want = 'AI가 알아서 추천', promise = '12월 10일까지 견적' } = words;
  await recordAnswer(db, {
    dealId, item, meeting, state: 'answered', value: { kind: 'text', text: answer }, raw: answer, remark: '', saidBy: '이수민', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko',
  }, AT + 500);
  const say = async (text: string): Promise<string> => (await captureLine(db, text, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1_000))?.id ?? '';
  const wantId = await say(`+ ${want}`);
  const promiseId = await say(`! ${promise}`);
  const make = async (of: Purpose): Promise<{ id: string; number: number; contentHash: string }> => {
    const made = await makePacket(db, dealId, meeting.id, { purpose: of, language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '', createdBy: '박서연' }, AT + 60_000);
    return made.packet.packet;
  };
  const { id, number, contentHash } = await make(purpose);
  return {
    dealId, meeting, packetId: id, itemId: item.id, wantId, promiseId,
    reply: (more = {}) => aReply({ packetId: id, packetNumber: number, contentHash, ...more }), again: async (of) => (await make(of)).id,
  };
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
