/**
 * From what a page shows, second by second, to "joined" and "left". Pure: the page is read elsewhere,
 * time is an argument.
 */
import type { BlindReason, Emit, LeftCause } from './signals';

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

export interface CallState {
  update: (sight: Sight, now: number) => void;
  /** The page goes away. */
  close: (now: number) => void;
  /** Room of the running call. */
  room: () => string | null;
  /** Names could be read, or not: only while in a call. */
  people: (readable: boolean, now: number) => void;
}

/** Looks in a row that must agree before a call has ended for a visible reason. */
const LOOKS_TO_END = 2;
/** A page that slept longer than this ended when it was last awake. */
const SLEPT_MS = 90_000;
const AWAY_AT_MOST_MS = 5 * 60_000;
/** Blind is said within 20 s, and not while a page is only slow. */
export const BLIND_AFTER_MS = 12_000;

/** A room such as `zoom:start/videomeeting` gets its real name while the call runs. */
const provisional = (room: string): boolean => room.includes('/');

export function createCallState(emit: Emit, options: CallOptions): CallState {
  const blind = createBlindness(emit);
  let room: string | null = null;
  /** The call that ended here last: what its page shows afterwards is nobody's loss. */
  let ended = false;
  let lastRoom: string | null = null;
  /** Looks in a row that must show a call; more than one right after another call's controls. */
  let looksToJoin = 1;
  let looks = 0;
  let lastSeen = 0;
  let absentSince: number | null = null;

  const leave = (at: number, cause: LeftCause): void => {
    if (room === null) return;
    const end = options.ending?.(at, cause) ?? { at, cause };
    emit({ type: 'left', room, ...end });
    room = null;
    ended = true;
    absentSince = null;
    looks = 0;
  };

  const tryJoin = (sight: Sight, now: number): void => {
    looks = sight.stage === 'incall' ? looks + 1 : 0;
    if (sight.stage !== 'incall') looksToJoin = 1;
    if (sight.room === null || looks < looksToJoin) return;
    room = sight.room;
    ended = false;
    lastSeen = now;
    looks = 0;
    emit({ type: 'joined', room, at: now });
  };

  const stay = (now: number): void => {
    lastSeen = now;
    absentSince = null;
    looks = 0;
  };

  const absent = (sight: Sight, now: number): void => {
    looks += 1;
    absentSince ??= now - lastSeen > SLEPT_MS ? lastSeen : now;
    const sure = sight.room === null || sight.stage === 'outside';
    const patience = sight.stage === 'away' ? AWAY_AT_MOST_MS : options.graceMs;
    if (sure ? looks >= LOOKS_TO_END : now - absentSince >= patience) leave(absentSince, sure ? (sight.cause ?? 'ended') : 'lost');
  };

  const follow = (sight: Sight, now: number): void => {
    if (room === null) return;
    const showsCall = sight.stage === 'incall' || sight.stage === 'lobby';
    const other = sight.room !== null && sight.room !== room;
    if (other && !(showsCall && (provisional(room) || provisional(sight.room ?? '')))) {
      leave(absentSince ?? now, sight.cause === 'hangup' ? 'hangup' : 'navigated');
      ended = false;
      looksToJoin = 2;
    } else if (sight.room !== null && showsCall) stay(now);
    else absent(sight, now);
  };

  return {
    update: (sight, now) => {
      if (sight.room !== lastRoom && sight.room !== null) ended = false;
      lastRoom = sight.room;
      follow(sight, now);
      if (room === null) tryJoin(sight, now);
      if (sight.stage !== 'unknown' && sight.stage !== 'empty') ended = ended && sight.stage === 'outside';
      const problem = sight.stage === 'empty' ? 'page_empty' : 'controls_not_found';
      const lost = !ended && (sight.stage === 'unknown' || sight.stage === 'empty');
      blind.page(room ?? sight.room, lost ? problem : null, now);
    },
    close: (now) => { leave(absentSince ?? now, 'closed'); },
    room: () => room,
    people: (readable, now) => { blind.people(room, readable, now); },
  };
}

interface Blindness {
  page: (room: string | null, problem: BlindReason | null, now: number) => void;
  people: (room: string | null, readable: boolean, now: number) => void;
}

/** Says `blind` once a problem has lasted, `sighted` when it is over. */
function createBlindness(emit: Emit): Blindness {
  let room: string | null = null;
  let said: BlindReason | null = null;
  let page: BlindReason | null = null;
  let nameless = false;
  let problem: BlindReason | null = null;
  let since = 0;

  const settle = (now: number): void => {
    const next = page ?? (nameless ? 'people_not_found' : null);
    if (next !== problem) {
      problem = next;
      since = now;
    }
    if (room === null || said === problem) return;
    if (problem === null) emit({ type: 'sighted', room });
    else if (now - since >= BLIND_AFTER_MS) emit({ type: 'blind', room, reason: problem });
    else return;
    said = problem;
  };

  const enter = (next: string | null): void => {
    if (next === room) return;
    room = next;
    said = null;
    problem = null;
    nameless = false;
  };

  return {
    page: (where, found, now) => {
      enter(where);
      page = found;
      settle(now);
    },
    people: (where, readable, now) => {
      nameless = where !== null && !readable;
      settle(now);
    },
  };
}
