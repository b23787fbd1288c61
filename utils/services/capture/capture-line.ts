/** One line from the capture bar becomes a record, durable before anyone says "Saved". */
import type { BatonDatabase } from '../../db/database';
import { insertRow } from '../../db/undo/insert-row';
import { newId } from '../../db/new-id';
import type { TimelineEntry } from '../../db/read-entries';
import { TABLE_OF } from '../../db/read-entries';
import type { ChangeLabel, ChangeTable } from '../../db/rows';
import type { Meeting } from '../../meeting/meeting';
import { offsetOf } from '../../meeting/meeting';
import { guessCommitmentKind, needsDelivery, saysDelivery } from '../../notes/commitment-kind';
import type { ParsedLine } from '../../notes/parse-line';
import { parseLine } from '../../notes/parse-line';
import type { LineKind } from '../../notes/records';
import { UNJUDGED } from '../../notes/records';
import { utcOffsetAt } from '../../settings/clock';
import { captureDraftKey } from './save-draft';
import { findDue } from '../../time/find-dates';
import { dateAt } from '../../time/plain-date';

/** The item in focus while typing; the line is attached to it. */
export interface LineFocus { itemId: string; topic: string; blocksEstimate: boolean }

export interface LineContext {
  /** Null when captured outside any meeting. */
  meeting: Meeting | null;
  dealId: string;
  focus: LineFocus | null;
  /** The rep's name: owner of a typed gap, speaker of a promise. */
  me: string;
  /** A kind picked by button or key; otherwise the line's own marks decide. */
  kind: LineKind | null;
  /** A due date picked by hand, ISO date; otherwise the first certain date in the words. */
  due?: string | null;
  /** The draft it was typed in, when that isn't the capture bar's own: only this one is cleared then; null clears none. */
  draftKey?: string | null;
  /** Of who types it: 12/3 is a day in Korean, and could be two in English. */
  language?: 'ko' | 'en';
}

export interface CapturedLine { id: string; kind: LineKind; table: ChangeTable; at: number }

const LABELS: Record<LineKind, ChangeLabel> = {
  note: 'line', pain: 'line', decision: 'line', risk: 'line', gap: 'gap', commitment: 'promise', want: 'want',
};

/** A line as it will be kept: its row is made, nothing is written yet. */
export interface PlannedLine { kind: LineKind; entry: TimelineEntry; draftKey: string | null; /** Of its meeting's deal, whichever that is by then. */ along: boolean }

/** Makes the row of a line said at `at`. Null for a blank line. */
export function planLine(raw: string, context: LineContext, at: number): PlannedLine | null {
  const parsed = context.kind ? parseAs(raw, context.kind) : parseLine(raw);
  if (!parsed) return null;
  return { kind: parsed.kind, entry: rowOf(parsed, context, at), along: context.meeting?.dealId === context.dealId, draftKey: context.draftKey === undefined ? captureDraftKey(context.meeting?.id ?? '', context.dealId) : context.draftKey };
}

/**
 * Writes a planned line and clears its draft in the same transaction; durable when it resolves, and `durable` is called a moment before that.
 * Never refused: where its meeting was filed elsewhere meanwhile it goes along in a moment, and without its deal it waits with what has none.
 */
export async function keepLine(database: BatonDatabase, { kind, entry, along, draftKey }: PlannedLine, durable?: () => void): Promise<CapturedLine> {
  const { row } = entry;
  const table = TABLE_OF[entry.type];
  await insertRow(database, LABELS[kind], { meetingId: row.meetingId, dealId: row.dealId, at: row.at }, { table, row, along, draftKey }, durable);
  return { id: row.id, kind, table, at: row.at };
}

/** Saves a line at `at` and clears its draft in the same transaction. Null for a blank line. */
export async function captureLine(database: BatonDatabase, raw: string, context: LineContext, at: number): Promise<CapturedLine | null> {
  const line = planLine(raw, context, at);
  return line && keepLine(database, line);
}

/** A kind picked by hand wins, but the mark that says the same isn't kept as text. */
function parseAs(raw: string, kind: LineKind): ParsedLine | null {
  const parsed = parseLine(raw);
  if (!parsed) return null;
  return { kind, text: parsed.kind === kind || parsed.kind === 'note' ? parsed.text : raw.trim() };
}

function rowOf(line: ParsedLine, context: LineContext, at: number): TimelineEntry {
  const base = {
    id: newId(), dealId: context.dealId, meetingId: context.meeting?.id ?? '', itemId: context.focus?.itemId ?? null,
    topic: context.focus?.topic ?? null, at, offsetMs: context.meeting ? offsetOf(context.meeting, at) : null, updatedAt: at,
  };
  const today = dateAt(at, context.meeting?.utcOffset ?? utcOffsetAt(at));
  switch (line.kind) {
    case 'gap':
      return { type: 'gap', row: { ...base, question: line.text, origin: 'note', route: null, owner: context.me, askWhom: '', due: context.due ?? null, blocksEstimate: context.focus?.blocksEstimate ?? false, state: 'open', askedOn: [], outcome: '' } };
    case 'commitment': {
      const kind = guessCommitmentKind(line.text);
      const onBehalfOfDelivery = kind === 'capability' || saysDelivery(line.text);
      return { type: 'commitment', row: { ...base, words: line.text, kind, saidBy: context.me, onBehalfOfDelivery, due: context.due ?? findDue(line.text, today, context.language), confirmation: onBehalfOfDelivery || needsDelivery(kind) ? 'unconfirmed' : 'not_needed', fulfilment: 'open' } };
    }
    case 'want':
      return { type: 'want', row: { ...base, words: line.text, ...UNJUDGED } };
    default:
      return { type: 'note', row: { ...base, kind: line.kind, text: line.text } };
  }
}
