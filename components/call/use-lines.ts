import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { db } from '@/utils/db/database';
import type { TimelineEntry } from '@/utils/db/read-meeting';
import { byTime, readTimeline } from '@/utils/db/read-meeting';
import { dropSent, useSentLines } from '../capture/sent-lines';

export interface ShownLine { entry: TimelineEntry; /** Not durable yet. */ pending: boolean }

/** Everything captured in a meeting, oldest first, with the lines that are on their way to the database. Undefined while loading. */
export function useLines(meetingId: string): ShownLine[] | undefined {
  const entries = useLiveQuery(() => readTimeline(db, meetingId), [meetingId]);
  const sent = useSentLines((s) => s.lines);
  const kept = useMemo(() => new Set(entries?.map((entry) => entry.row.id)), [entries]);
  useEffect(() => { dropSent(kept); }, [kept]);
  return useMemo(() => {
    if (!entries) return undefined;
    const lines = entries.map((entry) => ({ entry, pending: false }));
    const coming = sent.filter(({ entry }) => entry.row.meetingId === meetingId && !kept.has(entry.row.id)).map(({ entry, saved }) => ({ entry, pending: !saved }));
    return coming.length === 0 ? lines : [...lines, ...coming].sort((a, b) => byTime(a.entry, b.entry));
  }, [entries, sent, kept, meetingId]);
}
