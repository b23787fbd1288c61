/** The worker's side of `do-aside.ts`: one job, one answer. It sees no database and nothing of the browser's. */
import type { Order, Outcome, PacketJob } from './packet-jobs';
import { doJob } from './packet-jobs';

function outcomeOf({ job, given }: Order<PacketJob>): Outcome<PacketJob> {
  try {
    return { done: doJob(job, given) };
  } catch (error) {
    const { name, message, cause } = error instanceof Error ? error : new Error(String(error));
    return { failed: { name, message, cause: typeof cause === 'string' ? cause : undefined } };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Order<PacketJob>>) => { self.postMessage(outcomeOf(data)); });
