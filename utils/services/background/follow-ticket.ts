/** Work that is due outlives the worker that was asked for it: a ticket in storage says so until it is done. */
import type { StoredItem } from '../../settings/stored-item';

/**
 * Does `work` while `ticket` says that it is due, one at a time in this worker, and again when it was asked for meanwhile. A restart
 * goes on with it. To be called synchronously when the worker starts.
 */
export function followTicket(ticket: StoredItem<string | null>, work: () => Promise<void>): void {
  let running: Promise<void> | null = null;
  const doWhatIsDue = async (): Promise<void> => {
    for (let due = await ticket.getValue(); due !== null; due = await ticket.getValue()) {
      await work();
      if ((await ticket.getValue()) === due) await ticket.setValue(null);
    }
  };
  const start = (): void => { running ??= doWhatIsDue().finally(() => { running = null; }); };
  ticket.watch((due) => { if (due !== null) start(); });
  start();
}
