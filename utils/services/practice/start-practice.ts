/** A practice meeting on the practice page's own database: nothing of it is ever beside a real deal. */
import type { BatonDatabase } from '../../db/database';
import { DATABASE_NAME } from '../../db/database';
import { readOpenMeetings } from '../../db/read-meeting';
import { createDeal } from '../deal/create-deal';
import { startManualMeeting } from '../meeting/start-manual-meeting';

/** Names in the user's language; they say "practice" wherever they are printed. */
export interface PracticeNames { account: string; deal: string; meeting: string }

const CHECKLIST = { id: 'first-call', version: 1 };

/** The id of the practice meeting: the unfinished one, else a new one. Throws on the real database. */
export async function startPractice(database: BatonDatabase, names: PracticeNames, at: number): Promise<string> {
  if (database.name === DATABASE_NAME) throw new Error('practice needs a database of its own');
  const [open] = await readOpenMeetings(database);
  if (open) return open.id;
  const dealId = await createDeal(database, { accountName: names.account, dealName: names.deal, stage: 'first', customerDue: null, checklist: CHECKLIST, alsoChecklists: [] }, at);
  return (await startManualMeeting(database, dealId, names.meeting, at)).id;
}
