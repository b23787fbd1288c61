/** What is wrong when the database refuses, in kinds that a person can do something about. */
import type { BatonDatabase } from './database';

/**
 * `blocked`: another window holds the old version. `outdated`: another window brought a newer one.
 * `newer`: the data is newer than this code. `unavailable`: no IndexedDB (private window, policy).
 */
export const TROUBLES = ['blocked', 'outdated', 'newer', 'upgrade', 'closed', 'damaged', 'unavailable', 'full', 'readonly', 'unknown'] as const;
export type Trouble = (typeof TROUBLES)[number];

const BY_NAME: Record<string, Trouble> = {
  BlockedError: 'blocked', VersionChangeError: 'outdated', VersionError: 'newer', UpgradeError: 'upgrade', SchemaError: 'upgrade', DatabaseClosedError: 'closed',
  InvalidStateError: 'closed', DataError: 'damaged', NotReadableError: 'damaged', EncodingError: 'damaged', MissingAPIError: 'unavailable', MissingApiError: 'unavailable', SecurityError: 'unavailable',
  NotAllowedError: 'unavailable', QuotaExceededError: 'full', QuotaExceeded: 'full', ReadOnlyError: 'readonly', NoModificationAllowedError: 'readonly',
};

/** `UnknownError` is what browsers say of a broken or unwritable profile: its words tell which. */
const BY_WORDS: [RegExp, Trouble][] = [
  [/quota|disk (is )?full|no.space/i, 'full'],
  [/read-?only|permission denied|access.(is )?denied/i, 'readonly'],
  [/corrupt|backing store|internal error/i, 'damaged'],
  [/mutation operation|private brows/i, 'unavailable'],
];

/** Every error that an error carries: Dexie wraps the browser's own, and several of a batch. */
function* within(error: unknown, depth = 0): Generator<{ name: string; message: string }> {
  if (typeof error !== 'object' || error === null || depth > 4) return;
  const { name, message, inner, failures, cause } = error as Record<'name' | 'message' | 'inner' | 'failures' | 'cause', unknown>;
  yield* within(inner, depth + 1);
  yield* within(cause, depth + 1);
  if (Array.isArray(failures)) yield* within(failures[0], depth + 1);
  yield { name: String(name), message: String(message) };
}

/** The kind of a failure; null when it isn't the database's. */
export function troubleOf(error: unknown): Trouble | null {
  let known = false;
  for (const { name, message } of within(error)) {
    const kind = BY_NAME[name];
    const words = BY_WORDS.find(([pattern]) => pattern.test(`${name} ${message}`))?.[1];
    // The words of a vague error say more than its name.
    if (words && (!kind || kind === 'closed' || kind === 'damaged')) return words;
    if (kind && kind !== 'closed') return kind;
    known ||= kind === 'closed' || ['OpenFailedError', 'BulkError', 'UnknownError', 'AbortError', 'TransactionInactiveError', 'TimeoutError', 'DexieError'].includes(name);
    if (kind === 'closed' && name === 'DatabaseClosedError') return 'closed';
  }
  return known ? 'unknown' : null;
}

/** Opens the database; resolves to what is wrong, or null when it is open. */
export async function openOrTrouble(database: BatonDatabase): Promise<Trouble | null> {
  try {
    await database.open();
    return null;
  } catch (error) {
    // What isn't the browser's own error was thrown by an upgrade.
    return troubleOf(error) ?? 'upgrade';
  }
}

/** Tells when the open database is taken away or held up: another window wants another version. */
export function watchTrouble(database: BatonDatabase, seen: (trouble: Trouble) => void): () => void {
  // Without a version it is being deleted and made again, which live queries survive.
  const outdated = (event: IDBVersionChangeEvent): void => { if (event.newVersion) seen('outdated'); };
  const blocked = (): void => { seen('blocked'); };
  database.on('versionchange', outdated);
  database.on('blocked', blocked);
  return () => {
    database.on('versionchange').unsubscribe(outdated);
    database.on('blocked').unsubscribe(blocked);
  };
}
