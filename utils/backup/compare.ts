/** What restoring a file would do to a table, and which rows to write for it. */
import { sameContent } from './same-content';
import { isContracted } from '../deal/course';
import type { Deal } from '../deal/deal';
import { withoutWords } from '../reply/outcome';
import type { KeptReply } from '../reply/schema';
import type { BackupRow, BackupTable } from './tables';
import { keyOf } from './tables';

/** `merge`: what is newer stands. `keep`: only add what isn't here. `replace`: the file, and nothing else. */
export const RESTORE_MODES = ['merge', 'keep', 'replace'] as const;
export type RestoreMode = (typeof RESTORE_MODES)[number];

export interface TableDifference { fresh: number; same: number; different: number; onlyHere: number }
export interface TablePlan { difference: TableDifference; put: BackupRow[]; remove: string[] }

interface Answered { json?: string; createdAt?: number; replies?: KeptReply[] }

/** A packet never changes but by a reply that comes to it, or by losing its words: what went off the record stays off. */
function packetChangedAt({ json, createdAt, replies = [] }: Answered): number {
  return json === '' ? Infinity : Math.max(createdAt ?? 0, ...replies.map((reply) => reply.keptAt));
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

function mergedOf(table: BackupTable, row: BackupRow, own: BackupRow): BackupRow {
  const [stands, other] = changedAt(table, row) > changedAt(table, own) ? [row, own] : [own, row];
  if (table === 'deals') return withCourse(stands, other);
  return table === 'packets' ? withReplies(stands, other) : stands;
}

type OnItsWay = Partial<Pick<Deal, 'course' | 'contract' | 'risksAccepted'>>;

/** Steps that were taken on either side are all there, as they were written down; with a signature come its days and who answers for what. */
function withCourse(stands: BackupRow & OnItsWay, other: OnItsWay): BackupRow {
  const known = stands.course ?? [];
  const more = (other.course ?? []).filter((step) => !known.some(({ to, at }) => to === step.to && at === step.at));
  if (more.length === 0) return stands;
  const { contract, risksAccepted } = other;
  const signing = isContracted(stands) ? {} : { ...(contract ? { contract } : {}), ...(risksAccepted ? { risksAccepted } : {}) };
  return { ...stands, ...signing, course: [...known, ...more].sort((a, b) => a.at - b.at) };
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
export function planTable(table: BackupTable, file: readonly BackupRow[], here: readonly BackupRow[], mode: RestoreMode): TablePlan {
  const mine = new Map(here.map((row) => [keyOf(table, row), row]));
  const difference: TableDifference = { fresh: 0, same: 0, different: 0, onlyHere: 0 };
  const put: BackupRow[] = [];
  for (const row of file) {
    const key = keyOf(table, row);
    const own = mine.get(key);
    mine.delete(key);
    if (!own) {
      difference.fresh += 1;
      put.push(row);
    } else if (sameContent(row, own)) {
      difference.same += 1;
    } else {
      difference.different += 1;
      const stands = mode === 'replace' ? row : mode === 'keep' ? own : mergedOf(table, row, own);
      if (!sameContent(stands, own)) put.push(stands);
    }
  }
  difference.onlyHere = mine.size;
  return { difference, put, remove: mode === 'replace' ? [...mine.keys()] : [] };
}
