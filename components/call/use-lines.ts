import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo } from 'react';
import { db } from '@/utils/db/database';
import type { TimelineEntry } from '@/utils/db/read-entries';
import { byTime, readTimeline } from '@/utils/db/read-entries';
import { dropRead, useSentLines, watchSent } from '../capture/sent-lines';

export interface ShownLine { entry: TimelineEntry; /** Not durable yet. */ pending: boolean; /** From the box, not read from the database yet. */ fresh: boolean }

/** Everything captured in a meeting, oldest first, with the lines that are on their way to the database. Undefined while loading. */
export function useLines(meetingId: string): ShownLine[] | undefined {
  const read = useLiveQuery(async () => {
    const begunAt = performance.now();
    return { begunAt, entries: await readTimeline(db, meetingId) };
  }, [meetingId]);
  const sent = useSentLines((s) => s.lines);
  useEffect(watchSent, []);
  useEffect(() => { if (read) dropRead(read.begunAt); }, [read]);
  return useMemo(() => {
    if (!read) return undefined;
    const lines = read.entries.map((entry) => ({ entry, pending: false, fresh: false }));
    const known = new Set(read.entries.map((entry) => entry.row.id));
    const coming = sent.filter(({ entry, savedAt }) => entry.row.meetingId === meetingId && !known.has(entry.row.id) && (savedAt === null || savedAt > read.begunAt));
    return coming.length === 0 ? lines : [...lines, ...coming.map(({ entry, savedAt }) => ({ entry, pending: savedAt === null, fresh: true }))].sort((a, b) => byTime(a.entry, b.entry));
  }, [read, sent, meetingId]);
}
