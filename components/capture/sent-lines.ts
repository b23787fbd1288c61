/** Lines between Enter and the list that reads them from the database: shown at once, marked until they are durable. */
import { create } from 'zustand';
import type { TimelineEntry } from '@/utils/db/read-meeting';

/** Longer than any list needs to read a saved line; then a line that was taken away again is not shown either. */
const AFTER_MS = 1_000;

export interface SentLine { entry: TimelineEntry; saved: boolean }

interface SentState { lines: SentLine[] }

export const useSentLines = create<SentState>(() => ({ lines: [] }));

/** Shows a line that is being saved. */
export function showSent(entry: TimelineEntry): void {
  useSentLines.setState((s) => ({ lines: [...s.lines, { entry, saved: false }] }));
}

/** It could not be saved, or the list has it. */
export function dropSent(ids: ReadonlySet<string>): void {
  useSentLines.setState((s) => (s.lines.some((line) => ids.has(line.entry.row.id)) ? { lines: s.lines.filter((line) => !ids.has(line.entry.row.id)) } : s));
}

/** It is durable; the list will have read it in a moment. */
export function markSaved(id: string): void {
  useSentLines.setState((s) => ({ lines: s.lines.map((line) => (line.entry.row.id === id ? { ...line, saved: true } : line)) }));
  setTimeout(() => { dropSent(new Set([id])); }, AFTER_MS);
}
