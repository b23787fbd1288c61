/**
 * The database's versions, oldest first. Each entry holds only what changed; entries that were
 * released are never edited. A breaking change is one migration file, a frozen sample and a test.
 */
import type { Transaction } from 'dexie';
import { completeWants } from './migrations/complete-wants';

export interface SchemaVersion {
  version: number;
  stores: Record<string, string | null>;
  /** Runs in the upgrade's transaction: if it throws, everything stays as it was. */
  upgrade?: (transaction: Transaction) => Promise<void>;
}

export const SCHEMA_VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      accounts: 'id, name, updatedAt',
      deals: 'id, accountId, *rooms, updatedAt',
      meetings: 'id, dealId, room, state, startedAt',
      answers: 'id, dealId, meetingId, [dealId+topic]',
      contradictions: 'id, dealId, meetingId',
      notes: 'id, dealId, meetingId',
      gaps: 'id, dealId, meetingId',
      commitments: 'id, dealId, meetingId',
      wants: 'id, dealId, meetingId',
      packets: 'id, dealId, [dealId+number]',
      drafts: 'key, meetingId',
      presence: 'tabId, room, meetingId',
      changes: '++seq, meetingId, dealId',
    },
  },
  {
    // The library: contacts, evidence, the bin, the search index, and what a want is judged by.
    version: 2,
    stores: {
      contacts: 'id, accountId, updatedAt',
      clips: 'id, dealId, meetingId',
      bin: 'id, at',
      searchChunks: 'id',
      searchDirty: 'key',
      filler: 'id',
    },
    upgrade: completeWants,
  },
  {
    // After the contract: dated reasons to contact a customer again.
    version: 3,
    stores: { followUps: 'id, dealId, dueOn' },
  },
  {
    // What was taken away on purpose, so that an older backup that is merged does not bring it back; a team's own checklists.
    version: 4,
    stores: { removals: 'id', checklists: 'id' },
  },
  {
    // What was decided on what delivery asks back again and again.
    version: 5,
    stores: { proposals: 'id' },
  },
];

/** The newest schema this code knows. */
export const NEWEST_SCHEMA = Math.max(...SCHEMA_VERSIONS.map((v) => v.version));
