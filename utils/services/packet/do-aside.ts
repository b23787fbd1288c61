/** Work on a packet beside the page: a long meeting is built, rendered and zipped while the panel goes on. */
import type { Done, Given, Order, Outcome, PacketJob } from './packet-jobs';
import type { Refusal } from '../trouble/refusal';

/**
 * Does a job in a worker of its own, or in place where there is none (tests in Node, a service worker). Rejects with what the job
 * threw, and also when the worker itself fails: nobody waits for one that is gone. An abort ends the worker and rejects.
 */
export async function doAside<J extends PacketJob>(job: J, given: Given<J>, signal?: AbortSignal): Promise<Done<J>> {
  signal?.throwIfAborted();
  if (typeof Worker === 'undefined') {
    const { doJob } = await import('./packet-jobs');
    return doJob(job, given);
  }
  const worker = new Worker(new URL('./packet-worker.ts', import.meta.url), { type: 'module', name: 'packet' });
  try {
    return await askWorker(worker, { job, given }, signal);
  } finally {
    worker.terminate();
  }
}

function askWorker<J extends PacketJob>(worker: Worker, order: Order<J>, signal?: AbortSignal): Promise<Done<J>> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Outcome<J>>) => {
      if ('done' in data) resolve(data.done);
      else reject(Object.assign(new Error(data.failed.message, { cause: data.failed.cause }), { name: data.failed.name }));
    });
    // Its script did not load, or it died.
    worker.addEventListener('error', (event) => { reject(new Error(event.message || 'the packet’s worker stopped', { cause: 'packet_stopped' satisfies Refusal })); });
    worker.addEventListener('messageerror', () => { reject(new Error('the packet’s worker gave no answer that can be read', { cause: 'packet_stopped' satisfies Refusal })); });
    signal?.addEventListener('abort', () => { reject(signal.reason as Error); });
    worker.postMessage(order);
  });
}
