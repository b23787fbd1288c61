/** Scrubs the disk after words went off the record, soon, once, and again after a restart in between. */
import { db } from '../../db/database';
import { scrubDisk } from '../../db/scrub/scrub';
import { scrubDue } from '../../settings/scrub-due';
import { followTicket } from './follow-ticket';

/** Registers; to be called synchronously when the worker starts. */
export function watchScrubbing(): void {
  followTicket(scrubDue, async () => {
    await db.open();
    await scrubDisk((bytes) => crypto.getRandomValues(bytes), scrubDue.getValue);
  });
}
