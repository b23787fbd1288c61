/**
 * When a call began and ended, from what the page shows once a second. The same for every platform:
 * an adapter says what it sees, this decides. Nothing here reads translated text.
 */
import type { Emit, LeftCause } from './signals';

export interface Sight {
  /** Room key of the address, or null outside a room. */
  room: string | null;
  /** In the call: the leave control and something that only a call has. */
  inCall: boolean;
  /** The page shows that the call is over (exit heading, leave page, end overlay). */
  over: boolean;
  /** Something explains why the controls are gone for now (breakout transfer, reconnecting). */
  transfer: boolean;
  /** When the end was first shown, if before now: the instant to date it back to. */
  endedSince?: number | undefined;
  cause?: LeftCause;
}

/** Controls gone without any sign of an end: wait this long, the line may only have dropped. */
export const GRACE_MS = 12_000;
/** The same while the page says that it moves us to another room or reconnects. */
export const TRANSFER_GRACE_MS = 35_000;

/** A page that goes away after having shown an end for this long had ended then. */
const ENDED_BY_HOST_MS = 15_000;

export interface CallWatch {
  /** Takes what is seen at `at` and emits `joined` and `left`. Returns the room while in a call. */
  see: (sight: Sight, at: number) => string | null;
  /** The page goes away now. */
  close: (at: number) => void;
}

/** Two looks in a row without the controls, and a sign of the end: over. Without a sign: after a grace. */
export function watchCall(emit: Emit): CallWatch {
  let room: string | null = null;
  let goneSince: number | null = null;
  let looks = 0;
  let endedSince: number | undefined;
  const leave = (at: number, cause: LeftCause): void => {
    if (room !== null) emit({ type: 'left', room, at, cause });
    room = null;
    goneSince = null;
    looks = 0;
  };
  return {
    see: (sight, at) => {
      endedSince = sight.endedSince;
      if (room !== null && sight.room !== null && sight.room !== room) leave(goneSince ?? at, 'navigated');
      if (sight.inCall && sight.room !== null && !sight.over) {
        if (room === null) emit({ type: 'joined', room: sight.room, at });
        room = sight.room;
        goneSince = null;
        looks = 0;
        return room;
      }
      if (room === null) return null;
      goneSince ??= sight.endedSince ?? at;
      looks += 1;
      const grace = sight.transfer ? TRANSFER_GRACE_MS : GRACE_MS;
      if ((sight.over || sight.room === null) && looks >= 2) leave(goneSince, sight.cause ?? 'ended');
      else if (at - goneSince >= grace) leave(goneSince, 'lost');
      return room;
    },
    close: (at) => {
      const ended = endedSince !== undefined && at - endedSince >= ENDED_BY_HOST_MS;
      leave(goneSince ?? (ended ? (endedSince ?? at) : at), ended ? 'ended' : 'navigated');
    },
  };
}
