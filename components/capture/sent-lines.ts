/** Lines between Enter and the list that reads them from the database: shown at once, marked until they are durable. */
import { create } from 'zustand';
import type { TimelineEntry } from '@/utils/db/read-entries';

/** `savedAt`: when it was known to be durable, on the page's own clock; null until then. */
export interface SentLine { entry: TimelineEntry; savedAt: number | null }

export const useSentLines = create<{ lines: SentLine[] }>(() => ({ lines: [] }));

let lists = 0;

/** A list shows what is sent from now on. Returns how to stop; without a list nothing is kept here. */
export function watchSent(): () => void {
  lists += 1;
  return () => {
    lists -= 1;
    if (lists === 0) useSentLines.setState({ lines: [] });
  };
}

/** Shows a line that is being saved, or was at `savedAt` before anybody drew it. */
export function showSent(entry: TimelineEntry, savedAt: number | null): void {
  if (lists > 0) useSentLines.setState((s) => ({ lines: [...s.lines, { entry, savedAt }] }));
}

/** It could not be saved. */
export function dropSent(id: string): void {
  keepOnly((line) => line.entry.row.id !== id);
}

/** It is durable. */
export function markSaved(id: string, at: number): void {
  useSentLines.setState((s) => ({ lines: s.lines.map((line) => (line.entry.row.id === id ? { ...line, savedAt: at } : line)) }));
}

/** What was durable when the list began to read is in it, or has been taken away again. */
export function dropRead(begunAt: number): void {
  keepOnly((line) => line.savedAt === null || line.savedAt > begunAt);
}

function keepOnly(fits: (line: SentLine) => boolean): void {
  useSentLines.setState((s) => (s.lines.every(fits) ? s : { lines: s.lines.filter(fits) }));
}
