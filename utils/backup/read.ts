/**
 * Reads a backup that may be anybody's file: known entries only, bounded in size before and after
 * unpacking, and nothing is believed before its checksum was right.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Unzip, UnzipInflate } from 'fflate';
import { fromPieces } from './bin-pieces';
import type { Manifest } from './format';
import { BACKUP_FORMAT, BACKUP_VERSION, BackupError, ENTRIES, entryOf, MANIFEST, MANIFEST_SUM, manifestSchema, OTHER_TABLE } from './format';
import type { BackupRow } from './tables';

export interface Limits { packed: number; unpacked: number; line: number; rows: number }
/** `rows`: of one table. A hundred times what somebody writes in years; without it the shortest rows would fill the memory. */
export const LIMITS: Limits = { packed: 256 * 2 ** 20, unpacked: 512 * 2 ** 20, line: 16 * 2 ** 20, rows: 1_000_000 };

/** What a file says, unpacked and unharmed, its rows still unchecked. */
export interface RawBackup {
  manifest: Manifest;
  tables: Map<string, BackupRow[]>;
  /** A table that this version doesn't know, unread; null when there is none. Only a newer Baton may have one. */
  unknown: string | null;
}

export interface BackupReader {
  /** Takes the next bytes. Throws BackupError as soon as something is wrong. */
  push: (bytes: Uint8Array) => void;
  end: () => RawBackup;
}

/**
 * Where a ZIP ends: 22 bytes with the number of entries and where their list begins. All rows and their sums
 * stand before it, so a file that lost only its end would read as whole, and no other program could open it.
 */
const END_BYTES = 22;
const END_SIGNATURE = 0x06054b50;

function endsWhole(tail: Uint8Array, entries: number, size: number): boolean {
  if (tail.length < END_BYTES) return false;
  const view = new DataView(tail.buffer, tail.byteOffset, END_BYTES);
  return view.getUint32(0, true) === END_SIGNATURE && view.getUint16(10, true) === entries && view.getUint32(16, true) + view.getUint32(12, true) + END_BYTES === size;
}

/** Deflate can make a thousand bytes of one: small bites keep a bomb from going off in memory. */
const BITE = 8 * 1024;

interface Entry { take: (bytes: Uint8Array) => void; done: () => { sum: string; rows: BackupRow[]; count: number; text: string } }

function lines(name: string, { line: longest, rows: most }: Limits): Entry {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const sum = sha256.create();
  const rows: BackupRow[] = [];
  const known = ENTRIES.has(name);
  let count = 0;
  let rest = '';
  const row = (line: string): void => {
    count += 1;
    if (count > most) throw new BackupError('too_large', name);
    if (!known) return;
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw new BackupError('bad_row', `${name} ${String(count)}`);
    rows.push(parsed as BackupRow);
  };
  /** Line by line, so that the first that is wrong ends it: a bomb of line breaks is a million lines. */
  const split = (text: string): void => {
    const all = rest + text;
    let from = 0;
    for (let end = all.indexOf('\n'); end !== -1; end = all.indexOf('\n', from)) {
      row(all.slice(from, end));
      from = end + 1;
    }
    rest = all.slice(from);
    if (rest.length > longest) throw new BackupError('too_large', name);
  };
  const whole = name === MANIFEST || name === MANIFEST_SUM;
  return {
    take: (bytes) => {
      sum.update(bytes);
      const text = decoder.decode(bytes, { stream: true });
      if (!whole) split(text);
      else if ((rest += text).length > longest) throw new BackupError('too_large', name);
    },
    done: () => {
      rest += decoder.decode();
      if (!whole && rest !== '') throw new BackupError('damaged', name);
      return { sum: bytesToHex(sum.digest()), rows, count, text: rest };
    },
  };
}

/** The manifest, after its own checksum and before anything else of it is believed. */
function readManifest(text: string, sum: string, expected: string): Manifest {
  if (sum !== expected) throw new BackupError('damaged', MANIFEST);
  const parsed: unknown = JSON.parse(text);
  const said = parsed as { format?: unknown; version?: unknown } | null;
  if (said?.format !== BACKUP_FORMAT) throw new BackupError('not_a_backup');
  if (typeof said.version === 'number' && said.version > BACKUP_VERSION) throw new BackupError('newer');
  const manifest = manifestSchema.safeParse(parsed);
  if (!manifest.success) throw new BackupError('damaged', MANIFEST);
  return manifest.data;
}

/** Whatever a library throws over a broken file is one thing to the person: damaged. */
function guarded<R>(work: () => R): R {
  try {
    return work();
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError('damaged');
  }
}

/** A reader for one file. */
export function backupReader(limits: Limits = LIMITS): BackupReader {
  const entries = new Map<string, Entry>();
  let packed = 0;
  let unpacked = 0;
  let tail = new Uint8Array(0);
  const unzip = new Unzip((file) => {
    if (!ENTRIES.has(file.name) && !OTHER_TABLE.test(file.name)) throw new BackupError(entries.size === 0 ? 'not_a_backup' : 'foreign', file.name);
    if (entries.has(file.name)) throw new BackupError('foreign', file.name);
    const entry = lines(file.name, limits);
    entries.set(file.name, entry);
    file.ondata = (error, bytes) => {
      if (error) throw error;
      unpacked += bytes.length;
      if (unpacked > limits.unpacked) throw new BackupError('too_large');
      entry.take(bytes);
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  const feed = (bytes: Uint8Array, final: boolean): void => { guarded(() => { unzip.push(bytes, final); }); };
  return {
    push: (bytes) => {
      if (packed === 0 && bytes.length > 0 && !(bytes[0] === 0x50 && (bytes.length < 2 || bytes[1] === 0x4b))) throw new BackupError('not_a_backup');
      packed += bytes.length;
      if (packed > limits.packed) throw new BackupError('too_large');
      tail = Uint8Array.from([...tail, ...bytes.subarray(-END_BYTES)].slice(-END_BYTES));
      for (let at = 0; at < bytes.length; at += BITE) feed(bytes.subarray(at, at + BITE), false);
    },
    end: () => {
      feed(new Uint8Array(0), true);
      return guarded(() => {
        const read = assemble(entries);
        if (!endsWhole(tail, entries.size, packed)) throw new BackupError('damaged');
        return read;
      });
    },
  };
}

function assemble(entries: ReadonlyMap<string, Entry>): RawBackup {
  const sumEntry = entries.get(MANIFEST_SUM);
  const manifestEntry = entries.get(MANIFEST);
  if (!manifestEntry || !sumEntry) throw new BackupError(entries.size === 0 ? 'not_a_backup' : 'damaged', MANIFEST);
  const { text, sum } = manifestEntry.done();
  const manifest = readManifest(text, sum, sumEntry.done().text.trim());
  const tables = new Map<string, BackupRow[]>();
  for (const [name, about] of Object.entries(manifest.tables)) {
    const read = entries.get(entryOf(name))?.done();
    if (!read || read.sum !== about.sha256 || read.count !== about.rows) throw new BackupError('damaged', name);
    tables.set(name, name === 'bin' ? fromPieces(read.rows) : read.rows);
  }
  // The manifest and its sum, and one entry for each table it names.
  if (entries.size !== tables.size + 2) throw new BackupError('damaged', MANIFEST);
  return { manifest, tables, unknown: [...entries.keys()].find((name) => !ENTRIES.has(name)) ?? null };
}
