/** What restoring a file would do to a table, and which rows to write for it. */
import type { OwnChecklist } from '../checklist/own/own';
import type { ProposalDecision } from '../checklist/own/proposals';
import { mergedDecision } from '../checklist/own/proposals';
import { dealsIn, pinsOf } from './check';
import { sameContent } from './same-content';
import { isContracted } from '../deal/course';
import type { Deal } from '../deal/deal';
import { withoutWords } from '../reply/outcome';
import type { KeptReply } from '../reply/schema';
import type { Removal, Removals } from './removed/marks';
import { rowMark, stepMark } from './removed/marks';
import { isOffRecord } from './removed/off-record';
import type { BackupRow, BackupTable } from './tables';
import { keyOf } from './tables';

/** `merge`: what is newer stands. `keep`: only add what isn't here. `replace`: the file, and nothing else. */
export const RESTORE_MODES = ['merge', 'keep', 'replace'] as const;
export type RestoreMode = (typeof RESTORE_MODES)[number];

/** `removed`: not here, because it was taken away here since; it stays away. */
export interface TableDifference { fresh: number; same: number; different: number; onlyHere: number; removed: number }
export interface TablePlan { difference: TableDifference; put: BackupRow[]; remove: string[] }

/** What the tables of one restore tell each other. */
export interface Merging {
  /** What was taken away here and is not known to be in the file. */
  removed: Removals;
  /** What rows hang on that are written: a parent comes back with what was written under it since. */
  needed: Set<string>;
  /** Rows that stay away, and all that was half typed about them. */
  gone: Set<string>;
}

/** A file that knows of a removal and has the row nevertheless has brought it back, by undo perhaps. */
export function mergingOf(here: readonly Removal[], file: Removals): Merging {
  return { removed: new Map(here.filter(({ id, at }) => (file.get(id) ?? -Infinity) < at).map(({ id, at }) => [id, at])), needed: new Set(), gone: new Set() };
}

/** Rows come before what they hang on, so that it is known by then what must not stay away. */
export const CHILDREN_FIRST: readonly BackupTable[] = [
  'followUps', 'packets', 'clips', 'wants', 'commitments', 'gaps', 'notes', 'contradictions', 'answers', 'contacts', 'meetings', 'deals', 'bin', 'proposals', 'checklists', 'accounts', 'drafts', 'removals',
];
const PARENTS = [['meetingId', 'meetings'], ['dealId', 'deals'], ['accountId', 'accounts']] as const;

interface Answered { json?: string; createdAt?: number; replies?: KeptReply[] }

/** A packet never changes but by a reply that comes to it. */
function packetChangedAt({ createdAt, replies = [] }: Answered): number {
  return Math.max(createdAt ?? 0, ...replies.map((reply) => reply.keptAt));
}

/** When a row last changed, as far as it says. */
function changedAt(table: BackupTable, row: BackupRow): number {
  if (table === 'packets') return packetChangedAt(row);
  for (const field of ['updatedAt', 'resolvedAt', 'at', 'createdAt']) {
    const value = row[field];
    if (typeof value === 'number') return value;
  }
  return 0;
}

/** Words that were taken out of a row stay out, whatever came to it since. */
function isCovered(row: BackupRow): boolean {
  return row['offRecord'] === true || row['json'] === '';
}

/** An agreed version never changes: it wins over a draft of the same, whenever that was written, and over another that calls itself agreed. */
function mergedChecklist(row: OwnChecklist, own: OwnChecklist): OwnChecklist {
  const [theirs, ours] = [row.list.agreement !== null, own.list.agreement !== null];
  if (theirs !== ours) return theirs ? row : own;
  const { status: _row, ...there } = row.list;
  const { status: _own, ...here } = own.list;
  // Of an agreed one only whether it is still offered may differ.
  return row.updatedAt > own.updatedAt && (!theirs || (sameContent(there, here) && sameContent(row.topics, own.topics))) ? row : own;
}

function mergedOf(table: BackupTable, row: BackupRow, own: BackupRow, removed: Removals): BackupRow {
  if (table === 'checklists') return mergedChecklist(row as unknown as OwnChecklist, own as unknown as OwnChecklist) as unknown as BackupRow;
  if (table === 'proposals') return mergedDecision(own as unknown as ProposalDecision, row as unknown as ProposalDecision) as unknown as BackupRow;
  const newer = isCovered(row) === isCovered(own) ? changedAt(table, row) > changedAt(table, own) : isCovered(row);
  if (table === 'deals') {
    const known = withoutSteps(row, own, removed);
    return newer ? withCosting(withCourse(known, own), own) : withCosting(withCourse(own, known), known);
  }
  const [stands, other] = newer ? [row, own] : [own, row];
  // Counted on when it came; of the same deal, it keeps its number here.
  if (table === 'meetings' && row['dealId'] === own['dealId']) return { ...stands, ordinal: own['ordinal'] };
  return table === 'packets' ? withReplies(stands, other) : stands;
}

/** A deal of a file without the steps that were taken back here; with the signature go its days and who answers for what. */
function withoutSteps(row: BackupRow & OnItsWay, own: BackupRow & OnItsWay, removed: Removals): BackupRow & OnItsWay {
  const stays = (row.course ?? []).filter((step) => !removed.has(stepMark(keyOf('deals', row), step)) || own.course?.some(({ to, at }) => to === step.to && at === step.at));
  if (stays.length === (row.course ?? []).length) return row;
  const { course: _course, contract, risksAccepted, itemsAccepted, ...rest } = row;
  const course = stays.length > 0 ? { course: stays } : {};
  return isContracted(course) ? { ...rest, ...course, ...ofSignature({ contract, risksAccepted, itemsAccepted }) } : { ...rest, ...course };
}

type Signature = Pick<Deal, 'contract' | 'risksAccepted' | 'itemsAccepted'>;
type OnItsWay = Partial<Pick<Deal, 'course' | 'costing'>> & Signature;

/** What came with a signature, as far as there is any of it. */
function ofSignature({ contract, risksAccepted, itemsAccepted }: { [K in keyof Signature]: Signature[K] | undefined }): Signature {
  return { ...(contract ? { contract } : {}), ...(risksAccepted ? { risksAccepted } : {}), ...(itemsAccepted ? { itemsAccepted } : {}) };
}

/** Steps that were taken on either side are all there, as they were written down; with a signature come its days and who answers for what. */
function withCourse(stands: BackupRow & OnItsWay, other: OnItsWay): BackupRow {
  const known = stands.course ?? [];
  const more = (other.course ?? []).filter((step) => !known.some(({ to, at }) => to === step.to && at === step.at));
  if (more.length === 0) return stands;
  const signing = isContracted(stands) ? {} : ofSignature(other);
  return { ...stands, ...signing, course: [...known, ...more].sort((a, b) => a.at - b.at) };
}

/** Nobody takes a costing away: where only one side has worked it out, that is what is known. */
function withCosting(stands: BackupRow & OnItsWay, { costing }: OnItsWay): BackupRow {
  return stands.costing === undefined && costing !== undefined ? { ...stands, costing } : stands;
}

/** Replies that came on either side are all there, with what was taken over of each on either: what they changed is merged as well. */
function withReplies(stands: BackupRow & Answered, other: Answered): BackupRow {
  const replies = new Map((stands.replies ?? []).map((one) => [one.id, one]));
  for (const one of other.replies ?? []) {
    const known = replies.get(one.id) ?? (stands.json === '' ? withoutWords(one) : one);
    replies.set(one.id, { ...known, applied: [...new Set([...known.applied, ...one.applied])] });
  }
  return replies.size === 0 ? stands : { ...stands, replies: [...replies.values()] };
}

/** Compares a table of a file with the one here. On a tie what is here stands, so that merging twice changes nothing. */
export function planTable(table: BackupTable, file: readonly BackupRow[], here: readonly BackupRow[], mode: RestoreMode, merging: Merging = mergingOf([], new Map())): TablePlan {
  const mine = new Map(here.map((row) => [keyOf(table, row), row]));
  const difference: TableDifference = { fresh: 0, same: 0, different: 0, onlyHere: 0, removed: 0 };
  const put: BackupRow[] = [];
  const { removed, needed, gone } = merging;
  for (const row of file) {
    const key = keyOf(table, row);
    const own = mine.get(key);
    mine.delete(key);
    if (!own) {
      const mark = rowMark(table, key);
      if (mode !== 'replace' && !needed.has(mark) && (removed.get(mark) ?? -Infinity) >= changedAt(table, row)) {
        difference.removed += 1;
        gone.add(key);
      } else {
        difference.fresh += 1;
        put.push(row);
      }
    } else if (sameContent(row, own)) {
      difference.same += 1;
    } else {
      difference.different += 1;
      const stands = mode === 'replace' && !(table === 'removals' && isOffRecord(row as unknown as Removal)) ? row : mode === 'keep' ? own : mergedOf(table, row, own, removed);
      if (!sameContent(stands, own)) put.push(stands);
    }
  }
  for (const row of put) for (const [field, parents] of PARENTS) if (typeof row[field] === 'string') needed.add(rowMark(parents, row[field]));
  for (const pin of put.flatMap((row) => dealsIn(table, row)).flatMap(pinsOf)) needed.add(rowMark('checklists', pin));
  difference.onlyHere = mine.size;
  // What went off the record stays off, also where the file replaces all.
  const going = [...mine].filter(([id]) => table !== 'removals' || !isOffRecord({ id, at: 0 }));
  return { difference, put, remove: mode === 'replace' ? going.map(([key]) => key) : [] };
}
