import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '@/utils/db/database';
import { readOpenMeetings, readPresence } from '@/utils/db/read-meeting';
import type { PresenceRow } from '@/utils/db/rows';
import type { Meeting } from '@/utils/meeting/meeting';
import { usePanelStore } from '../app/panel-store';

export interface PanelMeeting {
  meeting: Meeting | null;
  presence: PresenceRow | null;
  /** Meetings running or waiting for review, newest first. */
  open: Meeting[];
}

/**
 * The meeting this panel is about: the one the rep picked, else the one its own tab is in, else (a
 * panel in a window of its own) the newest that runs. Undefined while loading.
 */
export function usePanelMeeting(tabId: number | null): PanelMeeting | undefined {
  const picked = usePanelStore((s) => s.pickedMeeting);
  return useLiveQuery(async () => {
    const [open, presence] = await Promise.all([readOpenMeetings(db), tabId === null ? null : readPresence(db, tabId)]);
    const own = presence?.meetingId ?? null;
    const newest = tabId === null ? open.find((m) => m.state === 'live')?.id : undefined;
    const id = picked ?? own ?? newest ?? null;
    const meeting = id ? ((await db.meetings.get(id)) ?? null) : null;
    return { meeting, presence, open };
  }, [tabId, picked]);
}
