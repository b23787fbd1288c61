/** A worker for tests in Node: does its job as the real one does, or what a test lets it do instead. */
import { vi } from 'vitest';
import type { Order, Outcome, PacketJob } from '@/utils/services/packet/packet-jobs';
import { doJob } from '@/utils/services/packet/packet-jobs';

type Behaviour = (order: Order<PacketJob>, worker: EventTarget) => unknown;

/** Says what the job gave. */
export function answer(worker: EventTarget, data: Outcome<PacketJob>): void {
  worker.dispatchEvent(Object.assign(new Event('message'), { data }));
}

export const asUsual: Behaviour = ({ job, given }, worker) => { answer(worker, { done: doJob(job, given) }); };

/** From now on `new Worker` gives such ones; how many were started and ended. */
export function installWorker(behaviour: Behaviour): { started: number; ended: number } {
  const counts = { started: 0, ended: 0 };
  vi.stubGlobal('Worker', class extends EventTarget {
    constructor() { super(); counts.started += 1; }
    postMessage(order: Order<PacketJob>): void {
      const given = structuredClone(order);
      setTimeout(() => {
        Promise.resolve(behaviour(given, this)).catch((error: unknown) => { this.dispatchEvent(Object.assign(new Event('error'), { message: String(error) })); });
      }, 0);
    }
    terminate(): void { counts.ended += 1; }
  });
  return counts;
}
