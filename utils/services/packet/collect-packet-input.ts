/** Gathers the rows of a deal into what a packet is built from. */
import Dexie from 'dexie';
import { browser } from 'wxt/browser';
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { DealRecord } from '../../db/read-deal';
import { readDeal } from '../../db/read-deal';
import type { Contact } from '../../deal/contact';
import type { Clip } from '../../evidence/clip';
import type { PacketSource, RequestOptions } from '../../packet/input';
import type { Language, Purpose, Redaction } from '../../packet/schema';
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
  /** The highest number that a packet of the deal has; 0 when there is none. */
  number: number;
  /** The newest packet that still has its content; '' when there is none. */
  previousJson: string;
}

/** All rows as they were at one moment: what is written meanwhile is in it whole or not at all. Throws when the deal is gone. */
export async function readDealRows(database: BatonDatabase, dealId: string): Promise<DealRows> {
  return database.transaction('r', database.tables, async () => {
    const record = await readDeal(database, dealId);
    if (!record) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
    // Packets are long: only one of them is read, of the others the number is enough.
    const numbered = () => database.packets.where('[dealId+number]').between([dealId, Dexie.minKey], [dealId, Dexie.maxKey]);
    const [keys, newest, clips, contacts] = await Promise.all([
      numbered().keys() as unknown as Promise<[string, number][]>,
      numbered().reverse().filter((row) => row.json !== '').first(),
      database.clips.where({ dealId }).toArray(),
      database.contacts.where({ accountId: record.account.id }).toArray(),
    ]);
    return { record, clips, contacts, number: keys.at(-1)?.[1] ?? 0, previousJson: newest?.json ?? '' };
  });
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
  const { clips, contacts, number, previousJson } = rows;
  const record = withReadableDays(rows.record);
  const [checklist, alsoChecklists, topics, practice, chosen] = await Promise.all([
    loadChecklist(database, record.deal.checklist),
    Promise.all(record.deal.alsoChecklists.map((pin) => loadChecklist(database, pin))),
    loadTopics(database),
    practiceClock.getValue(),
    preferences.getValue(),
  ]);
  const country = countryFor(chosen.country, languageFor(chosen.language, browser.i18n.getUILanguage()));
  const source: PacketSource = {
    ...record, checklist, alsoChecklists, topics, previousJson, contacts: contacts.map(({ name, email, side }) => ({ name, email, side })), clips: choices.redaction === 'internal' ? await harmless(clips) : [],
    options: {
      ...choices, id: newId(), number: number + 1, createdAt: at,
      utcOffset: record.meetings.at(-1)?.utcOffset ?? utcOffsetAt(at), nextOffset: utcOffsetAt(record.deal.next?.startsAt ?? at), practice: practice !== null, leadPolicy: leadPolicyOf({ ...chosen, country }),
    },
  };
  return { source, rows };
}
