/**
 * From what a page shows, second by second, to "joined" and "left". Pure: the page is read elsewhere,
 * time is an argument.
 */
import { Blindness } from './blindness';
import type { Emit, LeftCause } from './signals';

/**
 * What one look at a page says.
 * - `incall`: nothing but a call shows this.
 * - `lobby`: knocking, or a call whose bar is being rebuilt. Starts no call, ends none.
 * - `away`: moved to a breakout room, or reconnecting.
 * - `outside`: a known screen that is surely no call (home, exit, preview, waiting room).
 * - `unclear`: a known screen that only hints at no call.
 * - `unknown`, `empty`: nothing known, nothing at all.
 */
export type Stage = 'incall' | 'lobby' | 'away' | 'outside' | 'unclear' | 'unknown' | 'empty';

/** `room`: of the address. `cause`: how a call would have ended, if it has. */
export interface Sight { room: string | null; stage: Stage; cause?: LeftCause }

export interface CallOptions {
  /** How long call controls may be missing without a reason before the call counts as lost. */
  graceMs: number;
  /** Last word on when and how the call ended. */
  ending?: (at: number, cause: LeftCause) => { at: number; cause: LeftCause };
}

/** Two looks at least so far apart must agree before a call has ended for a visible reason. */
const SURE_AFTER_MS = 700;
/** So long after a change of room the controls on the page may still be the last call's. */
const SWITCH_MS = 1_000;
/** A page that slept longer than this ended when it was last awake. */
const SLEPT_MS = 90_000;
const AWAY_AT_MOST_MS = 5 * 60_000;

/** A room such as `zoom:start/videomeeting` gets its real name while the call runs. */
const provisional = (room: string): boolean => room.includes('/');

export class CallState {
  readonly #emit: Emit;
  readonly #options: CallOptions;
  readonly #blind: Blindness;
  #room: string | null = null;
  #address: string | null = null;
  /** A call has ended here: what its page shows afterwards is nobody's loss. */
  #ended = false;
  #namesMissing = false;
  /** When the room changed under a running call, until its controls are gone. */
  #switchedAt: number | null = null;
  #lastSeen = 0;
  #absentSince: number | null = null;

  constructor(emit: Emit, options: CallOptions) {
    this.#emit = emit;
    this.#options = options;
    this.#blind = new Blindness(emit);
  }

  /** Room of the running call. */
  get room(): string | null {
    return this.#room;
  }

  /** Takes one look at the page. */
  update(sight: Sight, now: number): void {
    if (sight.room !== this.#address && sight.room !== null) this.#ended = false;
    this.#address = sight.room;
    if (this.#room !== null) this.#follow(this.#room, sight, now);
    if (this.#room === null) this.#tryJoin(sight, now);
    const dark = sight.stage === 'unknown' || sight.stage === 'empty';
    if (!dark && sight.stage !== 'outside') this.#ended = false;
    const page = dark && !this.#ended ? (sight.stage === 'empty' ? 'page_empty' : 'controls_not_found') : null;
    this.#blind.update(this.#room ?? sight.room, page ?? (this.#namesMissing ? 'people_not_found' : null), now);
  }

  /** Whether names could be read at the last try. */
  names(readable: boolean): void {
    this.#namesMissing = this.#room !== null && !readable;
  }

  /** The page goes away. */
  close(now: number): void {
    this.#leave(this.#absentSince ?? now, 'navigated');
  }

  #leave(at: number, cause: LeftCause): void {
    if (this.#room === null) return;
    const end = this.#options.ending?.(at, cause) ?? { at, cause };
    this.#emit({ type: 'left', room: this.#room, ...end });
    this.#room = null;
    this.#ended = true;
    this.#namesMissing = false;
    this.#blind.forget();
    this.#absentSince = null;
  }

  #tryJoin(sight: Sight, now: number): void {
    if (sight.stage !== 'incall') this.#switchedAt = null;
    else if (sight.room !== null && (this.#switchedAt === null || now - this.#switchedAt >= SWITCH_MS)) {
      this.#room = sight.room;
      this.#switchedAt = null;
      this.#stay(now);
      this.#emit({ type: 'joined', room: sight.room, at: now });
    }
  }

  #stay(now: number): void {
    this.#lastSeen = now;
    this.#absentSince = null;
  }

  #follow(room: string, sight: Sight, now: number): void {
    const showsCall = sight.room !== null && (sight.stage === 'incall' || sight.stage === 'lobby');
    const renamed = sight.room !== null && (provisional(room) || provisional(sight.room));
    if (sight.room !== null && sight.room !== room && !(showsCall && renamed)) {
      this.#leave(this.#absentSince ?? now, sight.cause === 'hangup' ? 'hangup' : 'navigated');
      this.#ended = false;
      this.#switchedAt = now;
    } else if (showsCall) this.#stay(now);
    else this.#absent(sight, now);
  }

  #absent(sight: Sight, now: number): void {
    const first = this.#absentSince === null;
    this.#absentSince ??= now - this.#lastSeen > SLEPT_MS ? this.#lastSeen : now;
    const sure = sight.room === null || sight.stage === 'outside';
    const patience = sure ? SURE_AFTER_MS : sight.stage === 'away' ? AWAY_AT_MOST_MS : this.#options.graceMs;
    if (!first && now - this.#absentSince >= patience) this.#leave(this.#absentSince, sure ? (sight.cause ?? 'ended') : 'lost');
  }
}
