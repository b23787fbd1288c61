/** Which number a meeting gets within its deal: the 1st, the 2nd … Each number is given once. */
import type { Meeting } from '../meeting/meeting';
import type { BatonDatabase } from './database';

async function binned(database: BatonDatabase): Promise<Meeting[]> {
  const bins = await database.bin.filter((bin) => bin.what === 'meeting').toArray();
  return bins.flatMap((bin) => bin.rows).filter(({ table }) => table === 'meetings').map(({ row }) => row as Meeting);
}

/**
 * The number after the highest of a deal, 0 while no deal is picked; `but` is a meeting that doesn't count. What waits in
 * the bin counts, since it may come back. Call it inside a transaction that writes meetings and reads the bin.
 */
export async function nextOrdinal(database: BatonDatabase, dealId: string, but = ''): Promise<number> {
  if (dealId === '') return 0;
  const gone = (await binned(database)).filter((m) => m.dealId === dealId);
  const all = [...(await database.meetings.where({ dealId }).toArray()), ...gone].filter((m) => m.id !== but);
  return all.reduce((highest, m) => Math.max(highest, m.ordinal), 0) + 1;
}

/** A meeting that comes back (from the bin, by undo) as it may be kept: with a number of its own if its old one was given since. */
export async function withOwnOrdinal(database: BatonDatabase, meeting: Meeting): Promise<Meeting> {
  const { id, dealId, ordinal } = meeting;
  if (dealId === '') return meeting;
  const taken = await database.meetings.where({ dealId }).filter((m) => m.id !== id && m.ordinal === ordinal).count();
  return taken === 0 ? meeting : { ...meeting, ordinal: await nextOrdinal(database, dealId, id) };
}
