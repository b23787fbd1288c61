/** Says `blind` once a problem has lasted, and `sighted` when it is over. */
import type { BlindReason, Emit } from './signals';

/** Said within 20 s, and not while a page is only slow. */
export const BLIND_AFTER_MS = 12_000;

export class Blindness {
  readonly #emit: Emit;
  #room: string | null = null;
  #said: BlindReason | null = null;
  #problem: BlindReason | null = null;
  #since = 0;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  update(room: string | null, problem: BlindReason | null, now: number): void {
    if (room !== this.#room) this.forget();
    this.#room = room;
    if (problem !== this.#problem) {
      this.#problem = problem;
      this.#since = now;
    }
    if (room === null || this.#said === problem) return;
    if (problem === null) this.#emit({ type: 'sighted', room });
    else if (now - this.#since < BLIND_AFTER_MS) return;
    else this.#emit({ type: 'blind', room, reason: problem });
    this.#said = problem;
  }

  /** A new room, or the end of a call: nothing is taken back. */
  forget(): void {
    this.#said = null;
    this.#problem = null;
  }
}
