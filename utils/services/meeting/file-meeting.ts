/** Files a whole meeting under a deal: picking one for the first time, or moving it from a wrong one. */
import type { Answer } from '../../checklist/answer';
import type { BatonDatabase } from '../../db/database';
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import { nextOrdinal } from '../../db/next-ordinal';
import { OF_MEETING } from '../../db/of-meeting';
import type { BinRow } from '../../db/rows';
import type { Deal } from '../../deal/deal';
import type { PlannedMeeting } from '../../deal/planned-meeting';
import { isPlannedCall, isStillAhead } from '../../deal/planned-meeting';
import { withAim } from '../../meeting/aim';
import type { Meeting } from '../../meeting/meeting';
import { moveEffects } from '../answer/move-effects';
import { readConfirmations } from '../answer/only-confirms';
import { moveQuoting } from '../capture/move-lines';
import { partRisks } from '../deal/part-risks';
import { partAnswers } from './part-answers';
import type { Refusal } from '../trouble/refusal';

/**
 * Moves the meeting and everything captured in it that was filed with it. Lines that were filed
 * under another deal on purpose stay there; what was confirmed of the old deal says nothing about the new one. The new deal remembers the room and its plan is used
 * up; the old one gets back what the meeting had taken of it, and its "?" that the meeting had answered. One undo step.
 */
export async function fileMeeting(database: BatonDatabase, meetingId: string, dealId: string, at: number): Promise<void> {
  await change(database, 'move', { meetingId, dealId, at }, async (writer) => {
    const meeting = await database.meetings.get(meetingId);
    const deal = await database.deals.get(dealId);
    if (!meeting || !deal) throw new Error('no such meeting or deal', { cause: 'gone' satisfies Refusal });
    const from = meeting.dealId;
    // Back where it is already, it keeps its number.
    const ordinal = from === dealId && meeting.ordinal > 0 ? meeting.ordinal : await nextOrdinal(database, dealId, meetingId);
    const plan = from === dealId ? null : plannedFor(deal, meeting);
    await writer.put('meetings', { ...meeting, dealId, ordinal, ...(from === dealId ? {} : underPlan(meeting, plan)), updatedAt: at });
    const rooms = meeting.room && !deal.rooms.includes(meeting.room) ? [...deal.rooms, meeting.room] : deal.rooms;
    await writer.put('deals', { ...deal, rooms, ...(plan ? { next: null } : {}), updatedAt: at });
    if (from !== dealId) await letGo(database, writer, meeting, at);
    const confirmed = from === dealId ? new Set<string>() : await readConfirmations(database, meeting);
    for (const answerId of confirmed) await writer.remove('answers', answerId);
    const wants = new Set(await database.wants.where({ meetingId }).filter((want) => want.dealId === from).primaryKeys());
    if (from !== null && from !== dealId) await moveQuoting(database, writer, wants, from, dealId);
    const answers: Answer[] = [];
    for (const table of OF_MEETING) {
      const rows = await database.table<{ id: string; dealId: string; meetingId: string }>(table).where({ meetingId }).toArray();
      for (const row of rows) {
        if (row.dealId !== from) continue;
        await writer.put(table, { ...row, dealId });
        if (table === 'answers') answers.push({ ...(row as unknown as Answer), dealId });
      }
    }
    await partRisks(database, (changed) => writer.put('deals', changed), from, at);
    if (from === dealId) return;
    await moveBinned(database, writer, meeting, dealId);
    await partAnswers(database, writer, [from, dealId], new Set(answers.map(({ id }) => id)));
    await moveEffects(database, writer, [from, dealId], answers, [meetingId], at);
  });
}

/** Lines of the meeting that were deleted by themselves: brought back later, they belong where their meeting is by then. */
async function moveBinned(database: BatonDatabase, writer: ChangeWriter, { id, dealId: from }: Meeting, dealId: string): Promise<void> {
  const isOf = ({ row }: BinRow['rows'][number]): boolean => { const { meetingId, dealId: of } = row as { meetingId?: string; dealId?: string }; return meetingId === id && of === from; };
  for (const bin of await database.bin.filter(({ rows }) => rows.some(isOf)).toArray()) {
    await writer.put('bin', { ...bin, rows: bin.rows.map((kept) => (isOf(kept) ? { ...kept, row: { ...kept.row, dealId } as { id: string } } : kept)) });
  }
}

/** The plan of the deal that this meeting is, or null. */
function plannedFor(deal: Deal, meeting: Meeting): PlannedMeeting | null {
  return deal.next && isPlannedCall(deal.next, meeting.room || null, meeting.startedAt) ? deal.next : null;
}

/** Title and aim of the new deal's plan instead of the old one's; what the rep typed stays. */
function underPlan(meeting: Meeting, plan: PlannedMeeting | null): Pick<Meeting, 'title' | 'aim' | 'aimResult' | 'tookPlan'> {
  const { title, aim, tookPlan } = meeting;
  const own = (text: string, taken: string | undefined): string => (text === taken ? '' : text);
  return { title: own(title, tookPlan?.title) || (plan?.title ?? ''), ...withAim(meeting, own(aim, tookPlan?.aim) || (plan?.aim ?? '')), tookPlan: plan };
}

/**
 * The deal that the meeting was wrongly filed under gets the plan back that the meeting used up, unless there is a
 * new one or its time is over, and must not attract the room again, unless it is planned there.
 */
async function letGo(database: BatonDatabase, writer: ChangeWriter, { dealId, room, tookPlan }: Meeting, at: number): Promise<void> {
  const wrong = dealId ? await database.deals.get(dealId) : undefined;
  if (!wrong) return;
  const next = wrong.next ?? (tookPlan && isStillAhead(tookPlan, at) ? tookPlan : null);
  const rooms = next?.room === room ? wrong.rooms : wrong.rooms.filter((r) => r !== room);
  if (next !== (wrong.next ?? null) || rooms.length < wrong.rooms.length) await writer.put('deals', { ...wrong, next, rooms });
}
