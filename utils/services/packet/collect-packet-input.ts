/** Gathers the rows of a deal into what a packet is built from. */
import { browser } from 'wxt/browser';
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { DealRecord } from '../../db/read-deal';
import { readDeal } from '../../db/read-deal';
import type { PacketRow } from '../../db/rows';
import type { PacketInput, RequestOptions } from '../../packet/input';
import type { Language, Packet, Purpose, Redaction } from '../../packet/schema';
import { practiceClock, utcOffsetAt } from '../../settings/clock';
import { countryFor, languageFor, preferences } from '../../settings/preferences';
import { leadPolicyOf } from '../../time/work-calendar';
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

interface Snapshot { record: DealRecord; packets: PacketRow[] }

/** All rows as they were at one moment: what is written meanwhile is in it whole or not at all. */
async function snapshot(database: BatonDatabase, dealId: string): Promise<Snapshot> {
  return database.transaction('r', database.tables, async () => {
    const record = await readDeal(database, dealId);
    if (!record) throw new Error('no such deal');
    return { record, packets: await database.packets.where({ dealId }).sortBy('number') };
  });
}

/** The newest packet that still has its content, parsed; null when there is none. */
async function newestOf(packets: readonly PacketRow[]): Promise<Packet | null> {
  const newest = packets.findLast((row) => row.json !== '');
  if (!newest) return null;
  const { parsePacket } = await import('../../packet/parse');
  const parsed = parsePacket(JSON.parse(newest.json));
  return parsed.ok ? parsed.packet : null;
}

/** Everything for `buildPacket` at `at`, numbered after the deal's newest packet. Throws when the deal is gone. */
export async function collectPacketInput(database: BatonDatabase, dealId: string, choices: PacketChoices, at: number): Promise<PacketInput> {
  const { record, packets } = await snapshot(database, dealId);
  const [checklist, alsoChecklists, topics, previous, practice, chosen] = await Promise.all([
    loadChecklist(record.deal.checklist),
    Promise.all(record.deal.alsoChecklists.map(loadChecklist)),
    loadTopics(),
    newestOf(packets),
    practiceClock.getValue(),
    preferences.getValue(),
  ]);
  const country = countryFor(chosen.country, languageFor(chosen.language, browser.i18n.getUILanguage()));
  return {
    ...record, checklist, alsoChecklists, topics, previous,
    options: {
      ...choices, id: newId(), number: (packets.at(-1)?.number ?? 0) + 1, createdAt: at,
      utcOffset: record.meetings.at(-1)?.utcOffset ?? utcOffsetAt(at), practice: practice !== null, leadPolicy: leadPolicyOf({ ...chosen, country }),
    },
  };
}
