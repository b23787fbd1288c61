/** A deal with one answer, whose packets leave and whose replies come back: what tests of replies begin with. */
import type { BatonDatabase } from '@/utils/db/database';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { hashOfReply } from '@/utils/reply/parse';
import type { Reply } from '@/utils/reply/schema';
import type { WeighedReply } from '@/utils/reply/weigh';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { createDeal } from '@/utils/services/deal/create-deal';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import type { PacketChoices } from '@/utils/services/packet/collect-packet-input';
import { makePacket } from '@/utils/services/packet/make-packet';
import type { AppliedReply } from '@/utils/services/reply/apply-reply';
import { applyReply } from '@/utils/services/reply/apply-reply';
import { readReply } from '@/utils/services/reply/read-reply';
import type { SomeCall } from '../rows';

/** When the call began. */
export const AT = Date.UTC(2026, 10, 24, 5);
const CHOICES: PacketChoices = { purpose: 'estimate', language: 'ko', redaction: 'internal', request: { ...DEFAULT_REQUEST, respondBy: '2026-11-30' }, sendAnywayReason: '', createdBy: '박서연' };

/** What a reply must name of the packet it is to. */
export type To = Pick<Reply, 'packetId' | 'packetNumber' | 'contentHash'>;

export interface AnsweredDeal {
  item: { id: string; topic: string };
  /** Captures a line a second into the call; resolves to its id. */
  say: (words: string) => Promise<string>;
  send: (more?: Partial<PacketChoices>) => Promise<To>;
  weigh: (reply: Reply) => Promise<WeighedReply>;
  /** Takes over what `keys` say, or everything. */
  apply: (reply: Reply, keys?: ReadonlySet<string>, at?: number) => Promise<AppliedReply>;
}

/** Answers the deal's main pain point with `words`. */
export async function answeredDeal({ db, dealId, meeting }: SomeCall, words = '창고 세 곳'): Promise<AnsweredDeal> {
  const item = (await loadChecklist(db, { id: 'custom-development', version: 1 })).items.find((one) => one.id === 'A-02');
  if (!item) throw new Error('no item');
  await recordAnswer(db, {
    dealId, item, meeting, state: 'answered', value: { kind: 'text', text: words }, raw: words, remark: '', saidBy: '이수민', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko',
  }, AT + 500);
  const weigh: AnsweredDeal['weigh'] = async (reply) => {
    const read = await readReply(db, reply, hashOfReply(reply));
    if (typeof read === 'string') throw new Error(read);
    return read.weighed;
  };
  return {
    item, weigh,
    say: async (line) => (await captureLine(db, line, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1_000))?.id ?? '',
    send: async (more = {}) => {
      const { packet: { packet: { id, number, contentHash } } } = await makePacket(db, dealId, meeting.id, { ...CHOICES, ...more }, AT + 60_000);
      return { packetId: id, packetNumber: number, contentHash };
    },
    apply: async (reply, keys, at = AT + 120_000) => {
      const chosen = keys ?? new Set((await weigh(reply)).effects.map((effect) => effect.key));
      return applyReply(db, { reply, id: hashOfReply(reply), keys: chosen, owner: '박서연', needInfo: (want) => `${want}: 무엇이 더 필요한지` }, at);
    },
  };
}

/** A deal of `account` in the database, after a call, whose packet delivery has answered with a question about its main pain point. Resolves to its id. */
export async function returnedDeal(db: BatonDatabase, account: string, text: string, verdict: 'question' | 'not_usable' = 'question'): Promise<string> {
  const dealId = await createDeal(db, { accountName: account, dealName: `${account} 구축`, stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [] }, AT);
  const meeting = await startManualMeeting(db, dealId, '1차', AT);
  const deal = await answeredDeal({ db, dealId, meeting });
  await endMeeting(db, meeting.id, AT + 600);
  const to = await deal.send();
  await deal.apply({
    format: 'baton.reply', formatVersion: 1, ...to, by: { name: '한지우', role: 'PM' }, at: '2026-11-27T10:00:00+09:00', verdict: 'returned', summary: '보완', items: [{ itemId: deal.item.id, verdict, text }],
    wants: [], commitments: [], estimate: null, questions: [], ideas: [],
  });
  return dealId;
}
