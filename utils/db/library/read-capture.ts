/** Reads of quick capture: where a line goes, and what went there last. By index, never whole tables of lines. */
import type { Deal } from '../../deal/deal';
import { UNFILED } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import type { LineKind } from '../../notes/records';
import type { BatonDatabase } from '../database';
import { readEntries } from '../read-entries';
import type { TimelineEntry } from '../read-entries';
import { readJustEnded, readRunning } from './read-running';

/** Where a line typed outside the panel goes. Without meeting and deal it stays unfiled. */
export interface CaptureTarget { meeting: Meeting | null; dealId: string; dealName: string; accountName: string }

export interface RecentLine { id: string; table: 'notes' | 'gaps' | 'commitments' | 'wants'; kind: LineKind; text: string; at: number; meetingId: string; dealId: string }

/** The running meeting, else the one that just ended and waits for its review, else the newest; null when there is none. */
async function readCurrentMeeting(database: BatonDatabase, at: number): Promise<Meeting | null> {
  return (await readRunning(database, at)).at(-1) ?? (await readJustEnded(database, at)) ?? (await database.meetings.orderBy('startedAt').last()) ?? null;
}

/** The running meeting of a deal, or null. */
async function readLiveMeeting(database: BatonDatabase, dealId: string, at: number): Promise<Meeting | null> {
  return (await readRunning(database, at)).filter((m) => m.dealId === dealId).at(-1) ?? null;
}

/** The target at `at` for a picked deal, or (`null`) the one that goes without saying. */
export async function readCaptureTarget(database: BatonDatabase, picked: string | null, at: number): Promise<CaptureTarget> {
  const meeting = picked === null ? await readCurrentMeeting(database, at) : await readLiveMeeting(database, picked, at);
  const deal: Deal | undefined = await database.deals.get(picked ?? meeting?.dealId ?? UNFILED);
  const account = deal && (await database.accounts.get(deal.accountId));
  // One whose text was deleted takes no more: the line goes to its deal, outside any meeting.
  return { meeting: meeting?.purgedAt === undefined ? meeting : null, dealId: deal?.id ?? meeting?.dealId ?? UNFILED, dealName: deal?.name ?? '', accountName: account?.name ?? '' };
}

/** The last lines captured to a target, newest first. */
export async function readRecentLines(database: BatonDatabase, target: Pick<CaptureTarget, 'meeting' | 'dealId'>, limit: number): Promise<RecentLine[]> {
  const { meeting, dealId } = target;
  const where = meeting ? { meetingId: meeting.id } : { dealId };
  const outside = (row: { meetingId: string }): boolean => meeting !== null || row.meetingId === '';
  // Gaps that follow from an item's state were not typed as a line.
  const all = (await readEntries(database, where, outside)).filter((entry) => entry.type !== 'gap' || entry.row.origin === 'note');
  return all.sort((a, b) => b.row.at - a.row.at).slice(0, limit).map(lineOf);
}

function lineOf(entry: TimelineEntry): RecentLine {
  const { id, at, meetingId, dealId } = entry.row;
  const base = { id, at, meetingId, dealId };
  switch (entry.type) {
    case 'note': return { ...base, table: 'notes', kind: entry.row.kind, text: entry.row.text };
    case 'gap': return { ...base, table: 'gaps', kind: 'gap', text: entry.row.question };
    case 'commitment': return { ...base, table: 'commitments', kind: 'commitment', text: entry.row.words };
    case 'want': return { ...base, table: 'wants', kind: 'want', text: entry.row.words };
  }
}

/** How many lines were captured outside any meeting before a deal was picked. */
export async function countUnfiledLines(database: BatonDatabase): Promise<number> {
  const of = { dealId: UNFILED };
  const outside = (row: { meetingId: string }): boolean => row.meetingId === '';
  const counts = await Promise.all([
    database.notes.where(of).filter(outside).count(),
    database.gaps.where(of).filter(outside).count(),
    database.commitments.where(of).filter(outside).count(),
    database.wants.where(of).filter(outside).count(),
  ]);
  return counts.reduce((sum, n) => sum + n, 0);
}
