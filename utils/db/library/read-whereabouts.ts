/** Where a line or a follow-up that an address leads to is by now. */
import type { Answer } from '../../checklist/answer';
import type { LinePage, Placed } from '../../notes/line-pages';
import { pagesOfLine } from '../../notes/line-pages';
import type { BatonDatabase } from '../database';
import type { TimelineEntry } from '../read-entries';
import { kindOf, TABLE_OF } from '../read-entries';

export interface Whereabouts {
  /** The pages that list it, the best first; none: it is nobody's yet. */
  pages: LinePage[];
  /** What the first of them is called: the meeting's title, or account and deal. */
  name: string;
  /** Of an answer, the topic: a deal's page lists one answer a topic. */
  topic: string | null;
}

const TYPES = Object.keys(TABLE_OF) as TimelineEntry['type'][];

/** The line, answer or follow-up of this id; `binned`: deleted with its meeting or deal; `gone`: deleted or off the record. */
export async function readWhereabouts(database: BatonDatabase, id: string): Promise<Whereabouts | 'binned' | 'gone'> {
  const found = await readPlaced(database, id);
  if (!found) return (await database.bin.filter((bin) => bin.rows.some(({ row }) => row.id === id)).count()) > 0 ? 'binned' : 'gone';
  const meeting = (await database.meetings.get(found.meetingId)) ?? null;
  const pages = pagesOfLine(found, meeting);
  return { pages, name: pages[0]?.page === 'meeting' ? (meeting?.title ?? '') : await dealName(database, found.dealId), topic: found.topic };
}

async function readPlaced(database: BatonDatabase, id: string): Promise<(Placed & { topic: string | null }) | null> {
  const lines = await Promise.all(TYPES.map(async (type) => {
    const row = await database.table<TimelineEntry['row'], string>(TABLE_OF[type]).get(id);
    return row ? ({ type, row } as TimelineEntry) : null;
  }));
  const entry = lines.find((one) => one !== null);
  if (entry) return { kind: kindOf(entry), dealId: entry.row.dealId, meetingId: entry.row.meetingId, topic: null };
  const answer: Answer | undefined = await database.answers.get(id);
  if (answer) return { kind: 'answer', dealId: answer.dealId, meetingId: answer.meetingId ?? '', topic: answer.topic };
  const call = await database.followUps.get(id);
  return call ? { kind: 'follow_up', dealId: call.dealId, meetingId: '', topic: null } : null;
}

async function dealName(database: BatonDatabase, dealId: string): Promise<string> {
  const deal = await database.deals.get(dealId);
  const account = deal && (await database.accounts.get(deal.accountId));
  return [account?.name, deal?.name].filter((name) => name !== undefined && name !== '').join(' · ');
}
