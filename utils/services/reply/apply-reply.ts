/** What delivery replied becomes gaps and states on the deal, and stays with its packet (docs/reply.md). */
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { PacketRow } from '../../db/rows';
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import type { ChecklistItem } from '../../checklist/checklist';
import { isOn } from '../../checklist/item-view';
import { dealCurrency, parseValue } from '../../checklist/parse-value';
import type { Gap } from '../../notes/records';
import { answeredGap, gapOf, hearsayOf, ruledCommitment, ruledWant, weakened, withoutWords } from '../../reply/outcome';
import type { KeptReply, Reply, ReplyAnswer } from '../../reply/schema';
import type { ReplyEffect } from '../../reply/weigh';
import { canApply, weighReply } from '../../reply/weigh';
import { utcOffsetAt } from '../../settings/clock';
import { dateAt } from '../../time/plain-date';
import { isUnanswered } from '../gap/own-gap';
import type { Refusal } from '../trouble/refusal';
import { answeredOf, readDealNow, readItems } from './read-reply';

export interface ReplyChoices {
  reply: Reply;
  /** `hashOfReply` of it. */
  id: string;
  /** Keys of the effects to take over; none: the reply is only kept. */
  keys: ReadonlySet<string>;
  /** Who chases what delivery asks; '' for nobody yet. */
  owner: string;
  /** Asks for what delivery must know of a want, in the reader's language. */
  needInfo: (want: string) => string;
}

/**
 * `left`: chosen, but gone from the deal or taken over in another window by now. `written`: false when the reply was here already and
 * added nothing. `row`: one that this step alone made, by which it is known from that of another reply; the packet where it made none.
 * `at`: when the step was made, for where it made none.
 */
export interface AppliedReply { dealId: string; applied: number; left: number; written: boolean; row: string; at: number }

/**
 * Weighs the reply once more inside of one transaction, takes over what was chosen and is still there, and keeps the reply with
 * its packet. The same reply again adds only what was not taken over before.
 * @throws Error (`gone`) when the packet or its deal was deleted meanwhile: nothing is written.
 */
export async function applyReply(database: BatonDatabase, { reply, id, keys, owner, needInfo }: ReplyChoices, at: number): Promise<AppliedReply> {
  const { dealId } = await packetOf(database, reply);
  // Loaded before: a transaction waits for nothing but the database.
  const items = await readItems(database, dealId);
  return change(database, 'reply', { meetingId: '', dealId, at }, async (writer) => {
    const packet = await packetOf(database, reply);
    const now = await readDealNow(database, packet, items);
    if (!now) throw gone();
    const { effects, kept } = weighReply(reply, id, answeredOf(packet), now);
    const chosen = effects.filter((effect) => keys.has(effect.key) && canApply(effect));
    const made: string[] = [];
    for (const effect of chosen) {
      made.push(...(await write(writer, effect, gapOf(effect, { id: newId(), dealId, owner, repliedBy: reply.by.name, at, needInfo }), reply.by.name, at)));
      if (effect.kind === 'answer' && effect.gap) made.push(...(await answerGap(database, writer, { ...effect, gap: effect.gap }, { items, language: packet.language, by: reply.by.name, at })));
    }
    await keep(writer, packet, { id, reply, keptAt: kept?.keptAt ?? at, applied: [...(kept?.applied ?? []), ...chosen.map((effect) => effect.key)] });
    return { dealId, applied: chosen.length, left: keys.size - chosen.length, written: kept === null || chosen.length > 0, row: made[0] ?? packet.id, at };
  });
}

function gone(): Error {
  return new Error('no such packet', { cause: 'gone' satisfies Refusal });
}

async function packetOf(database: BatonDatabase, { packetId }: Reply): Promise<PacketRow> {
  const packet = await database.packets.get(packetId);
  if (!packet) throw gone();
  return packet;
}

/** Resolves to the ids of new rows. */
async function write(writer: ChangeWriter, effect: ReplyEffect, gap: Gap | null, by: string, at: number): Promise<string[]> {
  if (gap) await writer.put('gaps', gap);
  if (effect.kind === 'item' && effect.part.verdict === 'not_usable' && effect.view) {
    const answer = weakened(effect.view, newId());
    if (answer) await writer.put('answers', answer);
  }
  if (effect.kind === 'want' && effect.want && effect.part.feasibility !== 'need_info') await writer.put('wants', ruledWant(effect.want, effect.part, by, at));
  if (effect.kind === 'commitment' && effect.commitment) await writer.put('commitments', ruledCommitment(effect.commitment, effect.part, at));
  return gap ? [gap.id] : [];
}

interface Hearing { items: readonly ChecklistItem[]; language: PacketRow['language']; by: string; at: number }

/** Ends the "?" in delivery's words, or moves its date; an item of which nothing is known yet has them as hearsay. Resolves to the ids of new rows. */
async function answerGap(database: BatonDatabase, writer: ChangeWriter, { gap, part }: { gap: Gap; part: ReplyAnswer }, { items, language, by, at }: Hearing): Promise<string[]> {
  await writer.put('gaps', answeredGap(gap, part, by, at));
  const item = gap.itemId === null && gap.topic === null ? undefined : items.find((one) => isOn(gap, one));
  if (part.sure !== 'answer' || !item || !(await isUnanswered(database, gap.dealId, item.topic))) return [];
  const answers = await database.answers.where({ dealId: gap.dealId }).sortBy('at');
  const read = parseValue(item, part.text.trim(), { baseDate: dateAt(at, utcOffsetAt(at)), currency: dealCurrency(answers, language), language });
  const answer = hearsayOf({ id: newId(), gap, item, previous: answers.findLast((one) => one.topic === item.topic) ?? null, read, by, at }, part.text);
  await writer.put('answers', answer);
  return [answer.id];
}

async function keep(writer: ChangeWriter, packet: PacketRow, one: KeptReply): Promise<void> {
  const others = (packet.replies ?? []).filter((kept) => kept.id !== one.id);
  // Nothing says which of its words went off the record with the packet's.
  await writer.put('packets', { ...packet, replies: [...others, packet.json === '' ? withoutWords(one) : one] });
}
