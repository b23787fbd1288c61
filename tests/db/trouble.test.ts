/** When the database refuses, it is said what is wrong, nothing is lost, and a backup can still be made. */
import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { change } from '@/utils/db/undo/change';
import { BatonDatabase } from '@/utils/db/database';
import type { Trouble } from '@/utils/db/trouble';
import { openOrTrouble, troubleOf, watchTrouble } from '@/utils/db/trouble';
import { SCHEMA_VERSIONS } from '@/utils/db/versions';
import { readBackupFile } from '@/utils/services/backup/preview-restore';
import { nameTrouble } from '@/utils/services/trouble/name-trouble';
import { rescueBackup } from '@/utils/services/backup/rescue-backup';

const NAME = 'troubled';
const account = (id: string) => ({ id, name: '가온', relationship: 'prospect' as const, createdAt: 1, updatedAt: 1 });

/** A database at a later version than this code knows, with a row and a table of its own. */
async function fromTheFuture(): Promise<void> {
  const future = new Dexie(NAME);
  for (const { version, stores } of SCHEMA_VERSIONS) future.version(version).stores(stores);
  future.version(50).stores({ holograms: 'id' });
  await future.open();
  await future.table('accounts').add(account('a1'));
  future.close();
}

afterEach(async () => { await Dexie.delete(NAME); });

describe('opening', () => {
  it('has no trouble with a good database', async () => {
    expect(await openOrTrouble(new BatonDatabase(NAME))).toBeNull();
  });

  it('refuses data of a newer version, in reading and writing, and leaves it as it is', async () => {
    await fromTheFuture();
    const database = new BatonDatabase(NAME);
    expect(await openOrTrouble(database)).toBe('newer');
    await expect(database.accounts.add(account('a2'))).rejects.toSatisfy((e) => troubleOf(e) === 'newer');
    const backup = await rescueBackup({}, 1, NAME);
    expect(backup).toMatchObject({ rows: 1, unreadable: [] });
    await expect(readBackupFile(new Blob(backup.parts), (h) => h)).rejects.toMatchObject({ fault: 'newer' });
  });

  it('survives an upgrade that throws: the old data is still there to be backed up and restored', async () => {
    const old = new Dexie(NAME);
    old.version(1).stores(SCHEMA_VERSIONS[0]?.stores ?? {});
    await old.table('accounts').add(account('a1'));
    old.close();
    const broken = new BatonDatabase(NAME);
    broken.version(3).stores({}).upgrade(() => { throw new Error('on purpose'); });
    expect(await openOrTrouble(broken)).toBe('upgrade');
    broken.close();
    const backup = await rescueBackup({}, 1, NAME);
    expect((await readBackupFile(new Blob(backup.parts), (h) => h)).rows.accounts).toEqual([account('a1')]);
  });

  it('says when there is no database at all, and makes none', async () => {
    const none = new BatonDatabase(NAME);
    (none as unknown as { _deps: { indexedDB: undefined } })._deps = { ...(none as unknown as { _deps: object })._deps, indexedDB: undefined };
    expect(await openOrTrouble(none)).toBe('unavailable');
    await expect(rescueBackup({}, 1, 'never-made')).rejects.toThrow();
    expect((await indexedDB.databases()).map((d) => d.name)).not.toContain('never-made');
  });

  it('lets go when another window upgrades, and says so; a window that does not let go is "blocked"', async () => {
    const mine = new BatonDatabase(NAME);
    await mine.open();
    const seen: Trouble[] = [];
    const stop = watchTrouble(mine, (t) => seen.push(t));
    await fromTheFuture();
    expect(seen).toEqual(['outdated']);
    expect(await openOrTrouble(mine)).toBe('newer');
    stop();
    await Dexie.delete(NAME);
    const holder = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(NAME, 10);
      request.onupgradeneeded = () => { for (const [store, keys] of Object.entries(SCHEMA_VERSIONS[0]?.stores ?? {})) request.result.createObjectStore(store, keys?.startsWith('++') ? { keyPath: 'seq', autoIncrement: true } : { keyPath: (keys ?? '').split(',')[0] ?? 'id' }); };
      request.onsuccess = () => { resolve(request.result); };
    });
    const waiting = new BatonDatabase(NAME);
    const other: Trouble[] = [];
    watchTrouble(waiting, (t) => { other.push(t); holder.close(); });
    expect(await openOrTrouble(waiting)).toBeNull();
    expect(other).toEqual(['blocked']);
  });
});

describe('a database that the browser closed and would not open', () => {
  it('is opened again by the next write once it can be', async () => {
    const database = new BatonDatabase(NAME);
    await database.accounts.add(account('a1'));
    database.close({ disableAutoOpen: false });
    const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => { throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError'); });
    await expect(database.accounts.add(account('a2'))).rejects.toSatisfy((e) => troubleOf(e) === 'damaged');
    refused.mockRestore();
    await expect.poll(async () => database.accounts.add(account('a3')).catch(() => null), { timeout: 3_000 }).toBe('a3');
    expect(await database.accounts.toCollection().primaryKeys()).toEqual(['a1', 'a3']);
  });
});

describe('writing', () => {
  it('when the disk is full in the middle of a batch, keeps what was there and says it', async () => {
    const database = new BatonDatabase(NAME);
    await database.accounts.add(account('a1'));
    let left = 2;
    database.accounts.hook('creating', () => { if (left-- === 0) throw new DOMException('Quota exceeded', 'QuotaExceededError'); });
    const failure = await change(database, 'account', { meetingId: '', dealId: '', at: 1 }, async (w) => {
      for (const id of ['a2', 'a3', 'a4']) await w.put('accounts', account(id));
    }).then(() => null, (e: unknown) => e);
    expect(troubleOf(failure)).toBe('full');
    expect(await database.accounts.toCollection().primaryKeys()).toEqual(['a1']);
    expect(await database.changes.count()).toBe(0);
  });

  it('after the database was closed says so', async () => {
    const database = new BatonDatabase(NAME);
    await database.open();
    database.close();
    await expect(database.accounts.count()).rejects.toSatisfy((e) => troubleOf(e) === 'closed');
  });
});

describe('naming what a full disk hides', () => {
  const internal = new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
  afterEach(() => { vi.restoreAllMocks(); });

  it('asks the other store, and leaves nothing in it', async () => {
    expect(await nameTrouble(internal, null)).toBe('damaged');
    expect(await browser.storage.local.get(null)).toEqual({});
    const refuse = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('IO error: .../000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)'));
    expect(await nameTrouble(internal, null)).toBe('full');
    refuse.mockRejectedValue(new Error('IO error: .../LOCK: FILE_ERROR_ACCESS_DENIED (ChromeMethodBFE: 3::WritableFileAppend::5)'));
    expect(await nameTrouble(internal, null)).toBe('readonly');
    refuse.mockRejectedValue(new Error('IO error: Corruption'));
    expect(await nameTrouble(internal, null)).toBe('damaged');
    expect(await nameTrouble(new Error('name the deal'), 'full')).toBeNull();
  });

  it('remembers what the browser said once', async () => {
    const said = new DOMException('Connection is closing because of: IO error: .../000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)', 'UnknownError');
    expect(await nameTrouble(said, null)).toBe('full');
    expect(await nameTrouble(internal, 'full')).toBe('full');
    expect(await nameTrouble(internal, 'blocked')).toBe('damaged');
    expect(await nameTrouble(new DOMException('', 'VersionError'), 'full')).toBe('newer');
  });
});

describe('kinds', () => {
  const dom = (name: string, message = ''): DOMException => new DOMException(message, name);
  it.each([
    [dom('VersionError'), 'newer'], [dom('QuotaExceededError'), 'full'], [dom('SecurityError'), 'unavailable'], [dom('ReadOnlyError'), 'readonly'],
    [dom('UnknownError', 'Internal error opening backing store for indexedDB.open.'), 'damaged'], [dom('UnknownError', 'Internal error: disk full'), 'full'],
    [dom('InvalidStateError', 'A mutation operation was attempted on a database that did not allow mutations.'), 'unavailable'],
    [dom('UnknownError', 'Database is read-only'), 'readonly'], [dom('UnknownError'), 'unknown'],
    [{ name: 'DatabaseClosedError', message: 'closed', inner: { name: 'MissingAPIError', message: '' } }, 'unavailable'],
    [{ name: 'BulkError', message: '', failures: [dom('QuotaExceededError')] }, 'full'], [{ name: 'UpgradeError', message: '' }, 'upgrade'],
    [new Error('Name the deal'), null], [null, null], ['text', null], [new TypeError('x is undefined'), null],
  ].map(([error, kind]) => [kind, error] as const))('%s (%#)', (kind, error) => {
    expect(troubleOf(error)).toBe(kind);
  });
});
