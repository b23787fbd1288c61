/** Meetings, deals and accounts that were read a moment ago: search names them beside what it found, at each key. */
import Dexie from 'dexie';
import type { Account, Deal } from '../../deal/deal';
import type { Meeting } from '../../meeting/meeting';
import type { BatonDatabase } from '../database';

export interface PlaceRows { meetings: Meeting; deals: Deal; accounts: Account }
type PlaceTable = keyof PlaceRows;

/** Rows kept of each table. */
const KEPT = 1_000;

/** The rows of these ids, read now. */
export async function readPlaces<T extends PlaceTable>(database: BatonDatabase, table: T, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceRows[T]>> {
  const rows = await database.table<PlaceRows[T], string>(table).bulkGet([...ids]);
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])));
}

/** Keeps such rows until one of their table is written, in whichever window. `close` it when it is no longer asked. */
export class KnownPlaces {
  readonly #database: BatonDatabase;
  readonly #known = { meetings: new Map<string, Meeting>(), deals: new Map<string, Deal>(), accounts: new Map<string, Account>() };
  /** Counts what was heard: rows read before a change and there after it are not kept. */
  #heard = 0;
  readonly #onChange = (parts: object): void => {
    this.#heard += 1;
    for (const [table, rows] of Object.entries(this.#known)) {
      const mark = `idb://${this.#database.name}/${table}/`;
      if ('all' in parts || Object.keys(parts).some((part) => part.startsWith(mark))) rows.clear();
    }
  };

  constructor(database: BatonDatabase) {
    this.#database = database;
    Dexie.on('storagemutated', this.#onChange);
  }

  close(): void {
    Dexie.on.storagemutated.unsubscribe(this.#onChange);
  }

  /** Reads deals and accounts, which are few, before they are asked for. */
  async warm(): Promise<void> {
    const heard = this.#heard;
    const [deals, accounts] = await Promise.all([
      this.#database.deals.orderBy('updatedAt').reverse().limit(KEPT).toArray(),
      this.#database.accounts.orderBy('updatedAt').reverse().limit(KEPT).toArray(),
    ]);
    if (heard !== this.#heard) return;
    for (const deal of deals) this.#known.deals.set(deal.id, deal);
    for (const account of accounts) this.#known.accounts.set(account.id, account);
  }

  /** The rows of these ids: those that are known as they are known, the others read now. */
  async read<T extends PlaceTable>(table: T, ids: readonly string[]): Promise<ReadonlyMap<string, PlaceRows[T]>> {
    const known = this.#known[table] as Map<string, PlaceRows[T]>;
    const rows = new Map(ids.flatMap((id) => { const row = known.get(id); return row ? [[id, row]] : []; }));
    const unread = ids.filter((id) => !rows.has(id));
    if (unread.length === 0) return rows;
    const heard = this.#heard;
    const read = await readPlaces(this.#database, table, unread);
    if (known.size > KEPT) known.clear();
    for (const [id, row] of read) {
      rows.set(id, row);
      if (heard === this.#heard) known.set(id, row);
    }
    return rows;
  }
}
