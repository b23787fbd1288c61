/** Work that is due outlives the worker that was asked for it: a ticket in storage says so until it is done. */
import type { StoredItem } from '../../settings/stored-item';

/**
 * Does `work` while `ticket` says that it is due, one at a time in this worker, and again when it was asked for meanwhile. A restart
 * goes on with it. To be called synchronously when the worker starts.
 */
export function followTicket(ticket: StoredItem<string | null>, work: () => Promise<void>): void {
  let running = false;
  let asked = false;
  const doWhatIsDue = async (): Promise<void> => {
    for (let due = await ticket.getValue(); due !== null; due = await ticket.getValue()) {
      await work();
      if ((await ticket.getValue()) === due) await ticket.setValue(null);
    }
  };
  const goOn = async (): Promise<void> => {
    running = true;
    // Asked for between the last look at the ticket and the end, it would wait for the next start. What could not be done keeps its ticket: the next start, or whoever asks next, tries again.
    for (; asked; await doWhatIsDue().catch(() => undefined)) asked = false;
    running = false;
  };
  const start = (): void => {
    asked = true;
    if (!running) void goOn();
  };
  ticket.watch((due) => { if (due !== null) start(); });
  start();
}
