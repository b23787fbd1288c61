/** Gathers the rows of a deal into what a packet is built from. */
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import { readDeal } from '../../db/read-deal';
import type { PacketInput, RequestOptions } from '../../packet/input';
import type { Language, Packet, Purpose, Redaction } from '../../packet/schema';
import { practiceClock, utcOffsetAt } from '../../settings/clock';
import { loadChecklist, loadTopics } from '../checklist/load-checklist';

/** What the rep chose on the packet screen. */
export interface PacketChoices {
  purpose: Purpose;
  language: Language;
  redaction: Redaction;
  createdBy: string;
  sendAnywayReason: string | null;
  request: RequestOptions;
}

/** The newest packet of the deal, parsed; null when there is none. */
async function previousPacket(database: BatonDatabase, dealId: string): Promise<Packet | null> {
  const rows = await database.packets.where({ dealId }).sortBy('number');
  const newest = rows.findLast((row) => row.json !== '');
  if (!newest) return null;
  const { parsePacket } = await import('../../packet/parse');
  const parsed = parsePacket(JSON.parse(newest.json));
  return parsed.ok ? parsed.packet : null;
}

/**
 * Everything for `buildPacket` at `at`, numbered after the deal's newest packet. A customer copy is
 * compared with nothing: what changed since an internal packet is internal. Throws when the deal is gone.
 */
export async function collectPacketInput(database: BatonDatabase, dealId: string, choices: PacketChoices, at: number): Promise<PacketInput> {
  const record = await readDeal(database, dealId);
  if (!record) throw new Error('no such deal');
  const [checklist, alsoChecklists, topics, previous, newest, practice] = await Promise.all([
    loadChecklist(record.deal.checklist),
    Promise.all(record.deal.alsoChecklists.map(loadChecklist)),
    loadTopics(),
    previousPacket(database, dealId),
    database.packets.where({ dealId }).sortBy('number').then((rows) => rows.at(-1)),
    practiceClock.getValue(),
  ]);
  return {
    ...record, checklist, alsoChecklists, topics, previous,
    options: {
      ...choices, id: newId(), number: (newest?.number ?? 0) + 1, createdAt: at,
      utcOffset: record.meetings.at(-1)?.utcOffset ?? utcOffsetAt(at), practice: practice !== null,
    },
  };
}
