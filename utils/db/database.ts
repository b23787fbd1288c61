/**
 * The one door to IndexedDB. Writes are strict: when a transaction is done, it is on disk, and only
 * then may the UI say "Saved" (recipes.md "Durability").
 */
import type { EntityTable, PromiseExtended, Table } from 'dexie';
import Dexie from 'dexie';
import type { Answer, Contradiction } from '../checklist/answer';
import type { OwnChecklist } from '../checklist/own/own';
import type { ProposalDecision } from '../checklist/own/proposals';
import type { Contact } from '../deal/contact';
import type { Account, Deal } from '../deal/deal';
import type { Clip } from '../evidence/clip';
import type { FollowUp } from '../followup/follow-up';
import type { Meeting } from '../meeting/meeting';
import type { Commitment, Gap, Note, Want } from '../notes/records';
import type { BinRow, ChangeRow, DraftRow, PacketRow, PresenceRow, RemovalRow, SearchChunkRow, SearchDirtyRow } from './rows';
import { noteRemovals } from './safety/note-removals';
import { searchDirty } from './search-dirty';
import { NEWEST_SCHEMA, SCHEMA_VERSIONS } from './versions';

export const DATABASE_NAME = 'baton';
/** The practice page works in a database of its own, so that nothing of practice is ever in the real one. */
export const PRACTICE_DATABASE_NAME = 'baton-practice';
const PRACTICE_PAGE = '/practice.html';
/** After this time a refused opening is tried again by the next read or write. */
const TRY_AGAIN_MS = 1_000;

/** Which database a page of the extension works with, by its path. */
export function databaseNameFor(path: string): string {
  return path === PRACTICE_PAGE ? PRACTICE_DATABASE_NAME : DATABASE_NAME;
}

export class BatonDatabase extends Dexie {
  declare accounts: EntityTable<Account, 'id'>;
  declare deals: EntityTable<Deal, 'id'>;
  declare meetings: EntityTable<Meeting, 'id'>;
  declare answers: EntityTable<Answer, 'id'>;
  declare contradictions: EntityTable<Contradiction, 'id'>;
  declare notes: EntityTable<Note, 'id'>;
  declare gaps: EntityTable<Gap, 'id'>;
  declare commitments: EntityTable<Commitment, 'id'>;
  declare wants: EntityTable<Want, 'id'>;
  declare packets: EntityTable<PacketRow, 'id'>;
  declare drafts: EntityTable<DraftRow, 'key'>;
  declare presence: EntityTable<PresenceRow, 'tabId'>;
  declare changes: Table<ChangeRow, number>;
  declare contacts: EntityTable<Contact, 'id'>;
  declare clips: EntityTable<Clip, 'id'>;
  declare followUps: EntityTable<FollowUp, 'id'>;
  declare checklists: EntityTable<OwnChecklist, 'id'>;
  declare proposals: EntityTable<ProposalDecision, 'id'>;
  declare bin: EntityTable<BinRow, 'id'>;
  declare searchChunks: EntityTable<SearchChunkRow, 'id'>;
  declare searchDirty: EntityTable<SearchDirtyRow, 'key'>;
  declare removals: EntityTable<RemovalRow, 'id'>;

  constructor(name: string = DATABASE_NAME, durability: 'strict' | 'relaxed' = 'strict') {
    super(name, { chromeTransactionDurability: durability });
    for (const { version, stores, upgrade } of SCHEMA_VERSIONS) {
      const one = this.version(version).stores(stores);
      if (upgrade) one.upgrade(upgrade);
    }
    this.use(searchDirty);
    this.use(noteRemovals);
    // Another context wants to upgrade: let go, so that it isn't blocked. Live queries reopen on use.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: false });
    });
    // Dexie opens data of a newer schema as it is; writing there would break what this code doesn't know.
    this.on('ready', () => {
      if (Math.floor(this.backendDB().version / 10) > NEWEST_SCHEMA) throw new DOMException('The data is newer than this version of Baton.', 'VersionError');
    }, true);
  }

  /**
   * A full disk gets room again: the browser closes the database then, and a refused opening must not be
   * for good, or every line would be refused until the window is loaded again. What waits now is told at once.
   */
  override open(): PromiseExtended<Dexie> {
    return super.open().catch((error: unknown) => {
      setTimeout(() => { if (this.hasFailed()) this.close({ disableAutoOpen: false }); }, TRY_AGAIN_MS);
      throw error;
    });
  }
}

const NAME = databaseNameFor((globalThis as { location?: Location }).location?.pathname ?? '');

/** The database of this context. Opening is lazy: the first query opens it. */
export const db = new BatonDatabase(NAME);

/**
 * The same database for the keystrokes of drafts: handed to the system at once, which a killed browser
 * survives, without waiting for the disk at each key. What counts as saved never goes through this door.
 */
export const keystrokes = new BatonDatabase(NAME, 'relaxed');
// No list shows half-typed words, and each key would be told to every window. What stays for a second is written through `db`, and heard of.
for (const name of ['Observability', 'Cache']) keystrokes.unuse({ stack: 'dbcore', name });

/** Deletes the practice page's database, from another page; waits until that page let go. */
export async function deletePracticeDatabase(): Promise<void> {
  await Dexie.delete(PRACTICE_DATABASE_NAME);
}
