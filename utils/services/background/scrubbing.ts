/** Scrubs the disk after words went off the record, soon, once, and again after a restart in between. */
import { db } from '../../db/database';
import { scrubDisk } from '../../db/scrub/scrub';
import { scrubDue } from '../../settings/scrub-due';

/** One at a time in this worker. */
let running: Promise<void> | null = null;

/** Registers; to be called synchronously when the worker starts. */
export function watchScrubbing(): void {
  scrubDue.watch((due) => { if (due !== null) void scrubNow(); });
  void scrubNow();
}

/** Does what is due. Asked for again while it runs, it runs again. */
async function scrubNow(): Promise<void> {
  running ??= scrub().finally(() => { running = null; });
  await running;
}

async function scrub(): Promise<void> {
  for (let due = await scrubDue.getValue(); due !== null; due = await scrubDue.getValue()) {
    await db.open();
    await scrubDisk((bytes) => crypto.getRandomValues(bytes), scrubDue.getValue);
    if ((await scrubDue.getValue()) === due) await scrubDue.setValue(null);
  }
}
