/** Scrubs the disk after words went off the record or a backup was read, soon, once, and again after a restart in between. */
import { db } from '../../db/database';
import { deleteDatabases, leftBehind } from '../../db/safety/beside';
import { scrubDisk } from '../../db/scrub/scrub';
import { requestScrub, scrubDue } from '../../settings/scrub-due';
import { followTicket } from './follow-ticket';

/** Registers; to be called synchronously when the worker starts. */
export function watchScrubbing(): void {
  followTicket(scrubDue, async () => {
    await db.open();
    const left = await leftBehind();
    await scrubDisk((bytes) => crypto.getRandomValues(bytes), scrubDue.getValue, db.name, left);
    await deleteDatabases(left);
  });
}

/** Whoever read a backup and was killed has left it on the disk. To be called when the worker starts: the browser may not start again for weeks. */
export async function scrubLeftBehind(): Promise<void> {
  if ((await leftBehind()).length > 0) await requestScrub();
}
