/** Deletes what was said in a meeting from every table; its date and deal stay. It can't be undone: that is its point. */
import type { Answer } from '../../checklist/answer';
import { valueText } from '../../checklist/parse-value';
import type { BatonDatabase } from '../../db/database';
import { dropSafetyCopy } from '../../db/safety/safety-copy';
import { OF_MEETING } from '../../db/of-meeting';
import type { Meeting } from '../../meeting/meeting';
import { dateAt } from '../../time/plain-date';
import { forgetPointers } from '../capture/forget-pointers';
import { requestScrub } from '../../settings/scrub-due';
import { isDueForDeletion } from '../../meeting/retention';
import type { Gone } from './copies';
import { emptyCopies } from './copies';
import { lentBy, returnLent } from './lent-words';
import { findTextAgain } from './text-again';

/** What is left of a meeting: when, where and about which deal. */
function shellOf({ pageTitle: _title, rejoins: _breaks, partedFrom: _plan, tookPlan: _took, ...meeting }: Meeting, at: number): Meeting {
  return { ...meeting, title: '', aim: '', aimResult: null, participants: [], consents: [], minutesEdits: {}, nextDate: null, state: 'closed', purgedAt: at, updatedAt: at };
}

/** A meeting wherever it is: in its table, or in the bin. */
async function findMeeting(database: BatonDatabase, meetingId: string): Promise<Meeting | undefined> {
  return (await database.meetings.get(meetingId)) ?? (await binned(database)).find((meeting) => meeting.id === meetingId);
}

async function binned(database: BatonDatabase): Promise<Meeting[]> {
  return (await database.bin.toArray()).flatMap((bin) => bin.rows).filter(({ table }) => table === 'meetings').map(({ row }) => row as Meeting);
}

/** Removes the text of one meeting. False when there is no such meeting. */
export async function purgeMeeting(database: BatonDatabase, meetingId: string, at: number): Promise<boolean> {
  const purged = await database.transaction('rw', database.tables, async () => {
    const meeting = await findMeeting(database, meetingId);
    if (!meeting) return false;
    const answered = await answersOf(database, meetingId);
    const lent = await lentBy(database, meeting);
    const gone = new Set<string>([meetingId]);
    const dirty = [`meetings:${meetingId}`];
    for (const name of OF_MEETING) {
      const keys = (await database.table(name).where({ meetingId }).primaryKeys()) as string[];
      await database.table(name).bulkDelete(keys);
      for (const key of keys) {
        gone.add(key);
        dirty.push(`${name}:${key}`);
      }
    }
    // A later conflict about an answer that is gone would quote it.
    const quoting = await database.contradictions.filter((c) => [c.a, c.b].some((side) => side.answerId !== null && gone.has(side.answerId))).primaryKeys();
    await database.contradictions.bulkDelete(quoting);
    // And so would what delivery asked about a want.
    const asking = await database.gaps.filter((gap) => gap.wantId !== undefined && gone.has(gap.wantId)).primaryKeys();
    await database.gaps.bulkDelete(asking);
    for (const key of [...quoting, ...asking, ...(await binnedOf(database, meetingId)).map((row) => row.id)]) gone.add(key);
    if (await database.meetings.get(meetingId)) await database.meetings.put(shellOf(meeting, at));
    await forgetPointers(database, [...gone], null);
    const filled = [...(await emptyGaps(database, meeting.dealId, answered)), ...(await returnLent(database, lent))];
    await emptyCopies(database, { meeting, shell: shellOf(meeting, at), ids: gone, answered, lent } satisfies Gone);
    // The index drops what it finds gone when it next works; until then it must not answer with the words.
    await database.searchChunks.clear();
    await database.searchDirty.bulkPut([...dirty, ...quoting.map((key) => `contradictions:${key}`), ...[...asking, ...filled].map((key) => `gaps:${key}`)].map((key) => ({ key })));
    return true;
  });
  // The copy from before a restore is a file: no words can be taken out of it, so it goes whole.
  if (purged) {
    await dropSafetyCopy();
    await requestScrub();
  }
  return purged;
}

async function binnedOf(database: BatonDatabase, meetingId: string): Promise<{ id: string }[]> {
  return (await database.bin.toArray()).flatMap((bin) => bin.rows.map(({ row }) => row)).filter((row) => (row as { meetingId?: string }).meetingId === meetingId);
}

/** What was answered in the meeting, as a gap that it filled quotes it. */
async function answersOf(database: BatonDatabase, meetingId: string): Promise<Set<string>> {
  const inBin = (await binnedOf(database, meetingId)).filter((row): row is Answer => 'raw' in row);
  const answers = [...(await database.answers.where({ meetingId }).toArray()), ...inBin];
  return new Set(answers.flatMap((a) => [a.raw, valueText(a.value, 'ko'), valueText(a.value, 'en')]).filter((text) => text !== ''));
}

/** A gap of an earlier meeting stays, answered; what the answer was goes. Resolves to the gaps. */
async function emptyGaps(database: BatonDatabase, dealId: string, answered: ReadonlySet<string>): Promise<string[]> {
  const quoting = await database.gaps.where({ dealId }).filter((gap) => answered.has(gap.outcome)).toArray();
  await database.gaps.bulkPut(quoting.map((gap) => ({ ...gap, outcome: '' })));
  return quoting.map((gap) => gap.id);
}

/** Purges every meeting whose day has come, in the bin too. Resolves to how many. */
export async function purgeDueMeetings(database: BatonDatabase, months: number, at: number): Promise<number> {
  await findTextAgain(database);
  const all = [...(await database.meetings.toArray()), ...(await binned(database))];
  const due = all.filter((m) => isDueForDeletion(m, months, dateAt(at, m.utcOffset)));
  for (const { id } of due) await purgeMeeting(database, id, at);
  return due.length;
}
