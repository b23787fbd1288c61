/** "This call is the same meeting": a call that moved to another platform or room (domain.md §6 no. 14), or that was parted by mistake. */
import type { BatonDatabase } from '../../db/database';
import { nextOrdinal } from '../../db/next-ordinal';
import { OF_MEETING } from '../../db/of-meeting';
import { UNFILED } from '../../deal/deal';
import { closeSegments } from '../../meeting/continuity';
import type { Meeting, Participant } from '../../meeting/meeting';
import { followWants } from '../capture/move-lines';
import { partRisks } from '../deal/part-risks';
import { asOf, moveDrafts } from './move-later';
import type { MeetingRow } from './move-later';
import type { Refusal } from '../trouble/refusal';

/** People of both, each once: who was in both came with the first and left with the second. */
function together(earlier: readonly Participant[], current: readonly Participant[]): Participant[] {
  const now = new Map(current.map((p) => [p.name, p]));
  const names = new Set(earlier.map((p) => p.name));
  const both = earlier.map((p) => {
    const later = now.get(p.name);
    if (!later) return p;
    return { ...p, self: p.self || later.self, side: p.side === 'unknown' ? later.side : p.side, role: p.role || later.role, leftAt: later.leftAt };
  });
  return [...both, ...current.filter((p) => !names.has(p.name))];
}

function joined(earlier: Meeting, current: Meeting, at: number): Meeting {
  const pageTitle = earlier.pageTitle ?? current.pageTitle;
  return {
    ...earlier,
    state: current.state,
    endedAt: current.endedAt,
    title: earlier.title || current.title,
    aim: earlier.aim || current.aim,
    aimResult: (earlier.aim ? earlier : current).aimResult ?? null,
    nextDate: current.nextDate ?? earlier.nextDate,
    minutesEdits: { ...current.minutesEdits, ...earlier.minutesEdits },
    room: current.room || earlier.room,
    segments: [...closeSegments(earlier.segments, current.startedAt), ...current.segments],
    participants: together(earlier.participants, current.participants),
    consents: [...earlier.consents, ...current.consents],
    rejoins: [...(earlier.rejoins ?? []), ...(current.rejoins ?? [])],
    ...(pageTitle === undefined ? {} : { pageTitle }),
    updatedAt: at,
  };
}

/** Folds meeting `currentId` into `earlierId`: segments, people, everything captured; clocks are recomputed. */
export async function continueMeeting(database: BatonDatabase, currentId: string, earlierId: string, at: number): Promise<void> {
  await database.transaction('rw', database.tables, async () => {
    const current = await database.meetings.get(currentId);
    const earlier = await database.meetings.get(earlierId);
    if (!current || !earlier) throw new Error('no such meeting', { cause: 'gone' satisfies Refusal });
    // Filed meanwhile, the later part brings its deal to an earlier one that has none.
    const dealId = earlier.dealId || current.dealId;
    const ordinal = earlier.dealId === dealId ? earlier.ordinal : await nextOrdinal(database, dealId, currentId);
    const whole = { ...joined(earlier, current, at), dealId, ordinal };
    await database.meetings.put(whole);
    if (earlier.dealId === UNFILED) await moveRows(database, earlier, whole);
    await moveRows(database, current, whole);
    await followWants(database, whole.id);
    await partRisks(database, (deal) => database.deals.put(deal), current.dealId, at);
    await givePlanBack(database, current);
    await database.presence.where({ meetingId: currentId }).modify({ meetingId: earlierId });
    await moveDrafts(database, currentId, earlierId, () => true);
    // Undo steps of the short-lived record would bring rows of a meeting back that no longer exists.
    await database.changes.where({ meetingId: currentId }).delete();
    await database.meetings.delete(currentId);
  });
}

async function moveRows(database: BatonDatabase, from: Meeting, whole: Meeting): Promise<void> {
  for (const table of OF_MEETING) {
    const rows = await database.table<MeetingRow>(table).where({ meetingId: from.id }).toArray();
    await database.table<MeetingRow>(table).bulkPut(rows.map((row) => asOf(row, from, whole)));
  }
  for (const bin of await database.bin.filter(({ rows }) => rows.some(({ row }) => (row as Partial<MeetingRow>).meetingId === from.id)).toArray()) {
    await database.bin.put({ ...bin, rows: bin.rows.map((kept) => ((kept.row as Partial<MeetingRow>).meetingId === from.id ? { ...kept, row: asOf(kept.row as MeetingRow, from, whole) } : kept)) });
  }
}

/** What the later part took from a plan when it was parted is still to come. */
async function givePlanBack(database: BatonDatabase, { partedFrom }: Meeting): Promise<void> {
  const deal = partedFrom?.plan ? await database.deals.get(partedFrom.dealId) : undefined;
  if (deal && partedFrom && !deal.next) await database.deals.put({ ...deal, next: partedFrom.plan });
}
