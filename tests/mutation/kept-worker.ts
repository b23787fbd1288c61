/**
 * One worker thread for a whole mutation run. Vitest ends its worker after every run, and starting one and loading the code
 * takes seconds; a mutant switched on in a thread that is there already takes milliseconds. Only for tests without state of
 * their own: modules stay loaded from mutant to mutant, test files are read anew each time.
 */
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolOptions, PoolRunnerInitializer, PoolWorker, WorkerRequest } from 'vitest/node';

type Listener = (arg: unknown) => void;

let thread: Worker | undefined;
let started = false;

const answer = (type: 'started' | 'stopped'): void => void setImmediate(() => thread?.emit('message', { type, __vitest_worker_response__: true }));

class KeptWorker implements PoolWorker {
  readonly name = 'kept';
  private readonly listeners: [string, Listener][] = [];

  constructor(private readonly options: PoolOptions) {}

  on(event: string, callback: Listener): void {
    this.listeners.push([event, callback]);
    thread?.on(event, callback);
  }

  off(event: string, callback: Listener): void {
    thread?.off(event, callback);
  }

  /** The thread is told to start once and never to stop; each run brings the settings of its own (which tests, which mutant). */
  send(message: WorkerRequest): void {
    if (message.type === 'stop') return answer('stopped');
    if (message.type === 'start' && started) return answer('started');
    started = true;
    thread?.postMessage(message.type === 'run' ? { ...message, context: { ...message.context, config: this.options.project.serializedConfig } } : message);
  }

  start(): Promise<void> {
    thread ??= this.open();
    thread.ref();
    return Promise.resolve();
  }

  private open(): Worker {
    const { env, execArgv, distPath } = this.options;
    const opened = new Worker(resolve(distPath, 'workers/threads.js'), { env, execArgv });
    return opened.once('exit', () => ([thread, started] = [undefined, false]));
  }

  stop(): Promise<void> {
    for (const [event, callback] of this.listeners) thread?.off(event, callback);
    thread?.unref();
    return Promise.resolve();
  }

  deserialize(data: unknown): unknown {
    return data;
  }
}

/** As `pool` of a project. */
export const keptWorker: PoolRunnerInitializer = { name: 'kept', createPoolWorker: (options) => new KeptWorker(options) };
