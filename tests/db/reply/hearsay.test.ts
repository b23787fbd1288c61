/** What delivery answered, and what becomes of it: settled for over the customer's word it stays theirs and hearsay; confirmed in a call it is the customer's. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '@/utils/checklist/answer';
import type { BatonDatabase } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { confirmAnswer } from '@/utils/services/answer/confirm-answer';
import { readConfirmations } from '@/utils/services/answer/only-confirms';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { addContradiction, settleContradiction } from '@/utils/services/answer/settle-contradiction';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import type { PacketChoices } from '@/utils/services/packet/collect-packet-input';
import { aReply } from '../../unit/reply/small-reply';
import { asUsual, installWorker } from '../packet/worker';
import { someCall } from '../rows';
import type { AnsweredDeal } from './answered-deal';
import { answeredDeal, AT } from './answered-deal';

const WORDS = '저희가 이미 연동해 본 ERP입니다';
const BY = '정하늘';
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;
let deal: AnsweredDeal;
let item: { id: string; topic: string };

// The worker is a global, and the files of this stage share theirs.
afterEach(() => { vi.unstubAllGlobals(); });

/** Delivery's hearsay stands on an item of which the customer has said nothing. */
beforeEach(async () => {
  installWorker(asUsual);
  const call = await someCall(AT);
  ({ db, dealId, meeting } = call);
  deal = await answeredDeal(call);
  const gapId = await deal.say('? ERP와 연동이 되나요');
  const found = (await loadChecklist(db, { id: 'custom-development', version: 1 })).items.find((one) => one.type === 'text' && one.topic !== deal.item.topic);
  if (!found) throw new Error('no item');
  item = found;
  await db.gaps.update(gapId, { route: 'ask_delivery', owner: '박서연', due: '2026-12-03', state: 'routed', itemId: item.id, topic: item.topic, origin: 'not_asked' });
  const to = await deal.send({ request: { questions: null, respondBy: null, lateReason: '', rolesToBring: null } });
  await deal.apply(aReply({ ...to, answers: [{ questionId: `q:${gapId}`, sure: 'answer', text: WORDS, by: null }] }));
});

const rows = (): Promise<Answer[]> => db.answers.where({ dealId, topic: item.topic }).sortBy('at');
async function newest(): Promise<Answer> {
  const row = (await rows()).at(-1);
  if (!row) throw new Error('no answer');
  return row;
}
async function sent(more: Partial<PacketChoices>): Promise<string> {
  return (await db.packets.get((await deal.send(more)).packetId))?.json ?? '';
}
const copy = (): Promise<string> => sent({ redaction: 'customer_safe' });

describe('a difference settled for what delivery answered', () => {
  async function customerSays(words: string): Promise<string> {
    await recordAnswer(db, {
      dealId, item, meeting, state: 'answered', value: { kind: 'text', text: words }, raw: words, remark: '', saidBy: '이수민', confidence: 'stated', relation: 'differs', reason: '', offRecord: false, sides: null, language: 'ko',
    }, AT + 300_000);
    return (await db.contradictions.toArray()).at(-1)?.id ?? '';
  }

  it('leaves their words theirs, as hearsay: no question is answered by them, and no copy has them', async () => {
    const asked = await deal.say('? 그 ERP 이름');
    const conflict = await customerSays('연동 안 됨');
    await db.gaps.update(asked, { itemId: item.id, topic: item.topic, route: 'ask_customer', origin: 'asked_unknown', state: 'routed', owner: '박서연', due: '2026-12-03' });
    await settleContradiction(db, conflict, { status: 'resolved', kept: WORDS, why: '' }, 'ko', AT + 400_000);
    expect(await newest()).toMatchObject({ raw: WORDS, saidBy: BY, state: 'answered', confidence: 'indirect', fromDelivery: true, offsetMs: null });
    expect(await db.gaps.get(asked)).toMatchObject({ state: 'routed', outcome: '' });
    expect(await sent({})).toContain(WORDS);
    for (const word of [WORDS, BY]) expect(await copy()).not.toContain(word);
  });

  it("leaves the customer's words theirs, although the row they replace is delivery's", async () => {
    const conflict = await addContradiction(db, { dealId, meetingId: meeting.id, item, a: { text: WORDS, saidBy: BY }, b: { text: '연동 안 됨', saidBy: '이수민' } }, AT + 300_000);
    await settleContradiction(db, conflict, { status: 'resolved', kept: '연동 안 됨', why: '' }, 'ko', AT + 400_000);
    const row = await newest();
    expect(row).toMatchObject({ raw: '연동 안 됨', saidBy: '이수민', confidence: 'stated' });
    expect(row.fromDelivery).toBeUndefined();
    expect(await copy()).toContain('연동 안 됨');
    expect(await copy()).not.toContain(BY);
  });
});

describe('what the customer confirms in a call', () => {
  it("is the customer's: of nobody by name, of that meeting, and in the copies", async () => {
    await endMeeting(db, meeting.id, AT + 200_000);
    const next = await startManualMeeting(db, dealId, '2차', AT + 86_400_000);
    const id = await confirmAnswer(db, { current: await newest() }, next, 'ko', AT + 86_500_000);
    const row = await newest();
    expect(row).toMatchObject({ id, raw: WORDS, saidBy: '', confidence: 'confirmed', meetingId: next.id });
    expect(row.fromDelivery).toBeUndefined();
    expect(await copy()).toContain(WORDS);
    expect(await copy()).not.toContain(BY);
    // It holds for this deal, and does not go to another one with the meeting.
    expect(await readConfirmations(db, { id: next.id, dealId })).toEqual(new Set([id]));
  });
});
