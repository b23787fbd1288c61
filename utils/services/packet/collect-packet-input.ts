/** Gathers the rows of a deal into what a packet is built from. */
import { browser } from 'wxt/browser';
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { DealRecord } from '../../db/read-deal';
import { readDeal } from '../../db/read-deal';
import type { PacketRow } from '../../db/rows';
import type { Clip } from '../../evidence/clip';
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

interface Snapshot { record: DealRecord; packets: PacketRow[]; clips: Clip[] }

/** All rows as they were at one moment: what is written meanwhile is in it whole or not at all. */
async function snapshot(database: BatonDatabase, dealId: string): Promise<Snapshot> {
  return database.transaction('r', database.tables, async () => {
    const record = await readDeal(database, dealId);
    if (!record) throw new Error('no such deal');
    const of = { dealId };
    return { record, packets: await database.packets.where(of).sortBy('number'), clips: await database.clips.where(of).toArray() };
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

/** Evidence as it may be printed. Rows can come from a backup that somebody else wrote: made harmless again; without a document only the text goes. */
async function harmless(clips: readonly Clip[]): Promise<Clip[]> {
  if (!clips.some((c) => c.html !== '')) return [...clips];
  if (typeof DOMParser === 'undefined') return clips.map((c) => ({ ...c, html: '' }));
  const { sanitiseHtml } = await import('../evidence/sanitise-html');
  return clips.map((c) => (c.html === '' ? c : { ...c, html: sanitiseHtml(c.html, c.url) }));
}

/** Everything for `buildPacket` at `at`, numbered after the deal's newest packet. Throws when the deal is gone. */
export async function collectPacketInput(database: BatonDatabase, dealId: string, choices: PacketChoices, at: number): Promise<PacketInput> {
  const { record, packets, clips } = await snapshot(database, dealId);
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
    ...record, checklist, alsoChecklists, topics, previous, clips: choices.redaction === 'internal' ? await harmless(clips) : [],
    options: {
      ...choices, id: newId(), number: (packets.at(-1)?.number ?? 0) + 1, createdAt: at,
      utcOffset: record.meetings.at(-1)?.utcOffset ?? utcOffsetAt(at), practice: practice !== null, leadPolicy: leadPolicyOf({ ...chosen, country }),
    },
  };
}
