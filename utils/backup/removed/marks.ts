/**
 * What was taken away on purpose, so that merging a backup does not bring it back: ids and times, never a word. There are four
 * kinds, told by how the id begins; what each of them does is in `docs/decisions.md` ("What was taken away").
 */
export interface Removal { id: string; at: number }

/** When each was removed, by its id. */
export type Removals = ReadonlyMap<string, number>;

/** A row that was deleted, in the state of `at`: what was written into it later, on another machine, nobody here had seen. */
export function rowMark(table: string, id: string): string {
  return `${table}:${id}`;
}

/** A step of a deal's course that was taken back. */
export function stepMark(dealId: string, { to, at }: { to: string; at: number }): string {
  return `step:${dealId}:${to}:${String(at)}`;
}

/** The latest instant among a row's own fields, and of a packet's replies, which change nothing else of it: the state it was in. */
export function latestOf(row: object): number {
  const { replies = [] } = row as { replies?: readonly { keptAt: number }[] };
  return Math.max(0, ...Object.values(row).filter((value) => typeof value === 'number'), ...replies.map((reply) => reply.keptAt));
}

/** By their ids. */
export function removalsOf(removals: readonly Removal[]): Removals {
  return new Map(removals.map(({ id, at }) => [id, at]));
}
