/** Gathers the rows of a deal into what a packet is built from. */
import Dexie from 'dexie';
import { browser } from 'wxt/browser';
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { DealRecord } from '../../db/read-deal';
import { readDeal } from '../../db/read-deal';
import type { PacketRow } from '../../db/rows';
import type { Contact } from '../../deal/contact';
import type { DeliveryEstimate } from '../../deal/costing/costing-summary';
import { countsOnDelivery } from '../../deal/costing/costing-summary';
import type { Clip } from '../../evidence/clip';
import type { PacketSource, RequestOptions } from '../../packet/input';
import type { Language, Purpose, Redaction } from '../../packet/schema';
import { deliveryEstimate } from '../../reply/estimate';
import { practiceClock, utcOffsetAt } from '../../settings/clock';
import { countryFor, languageFor, preferences } from '../../settings/preferences';
import { withoutBrokenDays } from '../../time/field-day';
import { leadPolicyOf } from '../../time/work-calendar';
import { loadChecklist, loadTopics } from '../checklist/load-checklist';
import type { Refusal } from '../trouble/refusal';

/** What the rep chose on the packet screen. */
export interface PacketChoices {
  purpose: Purpose;
  language: Language;
  redaction: Redaction;
  createdBy: string;
  sendAnywayReason: string | null;
  request: RequestOptions;
  /** Lines about cost or margin that the rep lets into a copy. */
  keepLines?: string[];
}

/** What the database knows of a deal: all that a packet of it depends on. */
export interface DealRows {
  record: DealRecord;
  clips: Clip[];
  contacts: Contact[];
  /** The highest number that a packet of the deal has, one that waits in the bin too: it is printed on what left. 0 when there is none. */
  number: number;
  /** The newest packet that still has its content; '' when there is none. */
  previousJson: string;
  /** Delivery's estimate, where the deal's costing counts on it. */
  estimate: DeliveryEstimate | null;
}

/** All rows as they were at one moment: what is written meanwhile is in it whole or not at all. Throws when the deal is gone. */
export async function readDealRows(database: BatonDatabase, dealId: string): Promise<DealRows> {
  return database.transaction('r', database.tables, async () => {
    const record = await readDeal(database, dealId);
    if (!record) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
    // Packets are long: of most the number is enough.
    const numbered = () => database.packets.where('[dealId+number]').between([dealId, Dexie.minKey], [dealId, Dexie.maxKey]);
    const [keys, binned, newest, clips, contacts] = await Promise.all([
      numbered().keys() as unknown as Promise<[string, number][]>,
      binnedNumbers(database, dealId),
      readNewest(database, dealId),
      database.clips.where({ dealId }).toArray(),
      database.contacts.where({ accountId: record.account.id }).toArray(),
    ]);
    // Only for a costing that counts on delivery: of a deal without one the packets are not read.
    const estimate = record.deal.costing && countsOnDelivery(record.deal.costing) ? deliveryEstimate(await numbered().toArray()) : null;
    return { record, clips, contacts, number: Math.max(keys.at(-1)?.[1] ?? 0, ...binned), previousJson: newest?.json ?? '', estimate };
  });
}

/** The numbers of packets of a deal that were deleted and may come back. */
async function binnedNumbers(database: BatonDatabase, dealId: string): Promise<number[]> {
  const bins = await database.bin.filter((bin) => bin.what === 'packet').toArray();
  return bins.flatMap((bin) => bin.rows.map(({ row }) => row as unknown as PacketRow)).filter((row) => row.dealId === dealId).map((row) => row.number);
}

/** The packet with the highest number that still has its content; of two with one number, made on two machines, the one that left last. */
async function readNewest(database: BatonDatabase, dealId: string): Promise<PacketRow | undefined> {
  const highest = await database.packets.where('[dealId+number]').between([dealId, Dexie.minKey], [dealId, Dexie.maxKey]).reverse().filter((row) => row.json !== '').first();
  if (!highest) return undefined;
  const same = await database.packets.where({ dealId, number: highest.number }).filter((row) => row.json !== '').sortBy('createdAt');
  return same.at(-1);
}

/** Evidence as it may be printed. Rows can come from a backup that somebody else wrote: made harmless again; without a document only the text goes. */
async function harmless(clips: readonly Clip[]): Promise<Clip[]> {
  if (!clips.some((c) => c.html !== '')) return [...clips];
  if (typeof DOMParser === 'undefined') return clips.map((c) => ({ ...c, html: '' }));
  const { sanitiseHtml } = await import('../evidence/sanitise-html');
  return clips.map((c) => (c.html === '' ? c : { ...c, html: sanitiseHtml(c.html, c.url) }));
}

/** A date that no calendar knows (a field once took years of six digits) would make the whole packet unreadable: there it is none. */
function withReadableDays(record: DealRecord): DealRecord {
  const { deal, meetings, gaps, commitments } = record;
  return { ...record, deal: withoutBrokenDays(deal), meetings: meetings.map(withoutBrokenDays), gaps: gaps.map(withoutBrokenDays), commitments: commitments.map(withoutBrokenDays) };
}

/** What a packet is built from, and the rows that it comes from: whoever stores it looks whether they are still the same. */
export interface Collected { source: PacketSource; rows: DealRows }

/** Everything for a packet made at `at`, numbered after the deal's newest packet. Throws when the deal is gone. */
export async function collectPacketInput(database: BatonDatabase, dealId: string, choices: PacketChoices, at: number): Promise<Collected> {
  const rows = await readDealRows(database, dealId);
  const { clips, contacts, number, previousJson, estimate } = rows;
  const record = withReadableDays(rows.record);
  const [checklist, alsoChecklists, topics, practice, chosen] = await Promise.all([
    loadChecklist(database, record.deal.checklist),
    Promise.all(record.deal.alsoChecklists.map((pin) => loadChecklist(database, pin))),
    loadTopics(database, [record.deal.checklist, ...record.deal.alsoChecklists]),
    practiceClock.getValue(),
    preferences.getValue(),
  ]);
  const country = countryFor(chosen.country, languageFor(chosen.language, browser.i18n.getUILanguage()));
  const source: PacketSource = {
    ...record, checklist, alsoChecklists, topics, previousJson, estimate, contacts: contacts.map(({ name, email, side }) => ({ name, email, side })), clips: choices.redaction === 'internal' ? await harmless(clips) : [],
    options: {
      ...choices, id: newId(), number: number + 1, createdAt: at,
      utcOffset: record.meetings.at(-1)?.utcOffset ?? utcOffsetAt(at), nextOffset: utcOffsetAt(record.deal.next?.startsAt ?? at), practice: practice !== null, leadPolicy: leadPolicyOf({ ...chosen, country }),
    },
  };
  return { source, rows };
}
