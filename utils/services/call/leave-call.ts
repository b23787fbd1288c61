/** A call page says: it is over. The meeting waits for its review; nothing needs this to be saved. */
import type { BatonDatabase } from '../../db/database';
import { closeSegments } from '../../meeting/continuity';
import type { LeftCause } from '../../platforms/signals';

/** Ends what runs in a tab at `at`, unless another tab is in the same meeting. Idempotent. */
export async function endInTab(database: BatonDatabase, tabId: number, at: number, cause?: LeftCause): Promise<void> {
  const presence = await database.presence.get(tabId);
  if (!presence) return;
  await database.presence.put({ ...presence, state: 'left', blind: null, at, ...(cause ? { cause } : {}) });
  if (!presence.meetingId) return;
  const others = await database.presence.where({ meetingId: presence.meetingId }).toArray();
  if (others.some((p) => p.tabId !== tabId && p.state !== 'left')) return;
  const meeting = await database.meetings.get(presence.meetingId);
  if (!meeting || meeting.state !== 'live') return;
  const end = Math.max(at, meeting.startedAt);
  await database.meetings.put({ ...meeting, state: 'wrap_up', endedAt: end, segments: closeSegments(meeting.segments, end), updatedAt: end });
}

/** The call in a tab ended, or the tab is gone (`closed`: its presence goes too). */
export async function leaveCall(database: BatonDatabase, tabId: number, at: number, closed = false, cause?: LeftCause): Promise<void> {
  await database.transaction('rw', database.meetings, database.presence, async () => {
    await endInTab(database, tabId, at, cause);
    if (closed) await database.presence.delete(tabId);
  });
}
