/** What the reader of a backup takes to the last byte, and how it names what it refuses. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { BackupError } from '@/utils/backup/format';
import type { Limits, RawBackup } from '@/utils/backup/read';
import { backupReader, LIMITS } from '@/utils/backup/read';
import { backupWriter } from '@/utils/backup/write';

const ABOUT = { format: 'baton-backup', version: 1, schema: 2, createdAt: 1, tables: {} };
const sumOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

function read(bytes: Uint8Array, limits: Limits = LIMITS): RawBackup {
  const reader = backupReader(limits);
  reader.push(bytes);
  return reader.end();
}

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof BackupError) return error.message;
    throw error;
  }
  return 'taken';
}

/** A file whose sums are right, whatever its rows are. */
function file(table: Uint8Array | string, about: object = {}, rows = 1): Uint8Array {
  const bytes = typeof table === 'string' ? strToU8(table) : table;
  const manifest = strToU8(JSON.stringify({ ...ABOUT, tables: { notes: { rows, sha256: sumOf(bytes) } }, ...about }));
  return zipSync({ 'tables/notes.jsonl': bytes, 'manifest.json': manifest, 'manifest.sha256': strToU8(sumOf(manifest)) }, { level: 0 });
}

describe('a row', () => {
  it.each(['null', '7', 'true', '"text"', '[]'])('that is %s is refused by its table and number', (line) => {
    expect(refusal(() => read(file(`{"id":"1"}\n${line}\n`)))).toBe('bad_row: tables/notes.jsonl 2');
  });

  it('is taken with any object in it', () => {
    expect(read(file('{}\n{"id":"1"}\n', {}, 2)).tables.get('notes')).toEqual([{}, { id: '1' }]);
  });

  it.each<[string, Uint8Array | string]>([['that is cut off', '{"id":"1"}\n{"id":"2"}'], ['with bytes that are no letters', Uint8Array.of(...strToU8('{"id":"'), 0xff, ...strToU8('"}\n'))], ['behind a byte order mark', '\ufeff{"id":"1"}\n']])('%s damages the file', (_what, table) => {
    expect(refusal(() => read(file(table)))).toMatch(/^damaged/u);
  });

  it('too few or too many damages the file, even where their sum is right', () => {
    expect([refusal(() => read(file('{}\n', {}, 2))), refusal(() => read(file('{}\n{}\n', {}, 1)))]).toEqual(['damaged: notes', 'damaged: notes']);
  });
});

describe('a file that lost its end', () => {
  it('is refused wherever it ends, and taken whole however it comes', () => {
    const whole = file('{"id":"1"}\n');
    for (let end = 0; end < whole.length; end += 1) expect(refusal(() => read(whole.subarray(0, end)))).toMatch(/^(damaged|not_a_backup)/u);
    const reader = backupReader();
    for (const byte of whole) reader.push(Uint8Array.of(byte));
    expect(reader.end().tables.get('notes')).toEqual([{ id: '1' }]);
  });

  it('or has something behind it is refused too', () => {
    expect(refusal(() => read(Uint8Array.of(...file('{"id":"1"}\n'), 0)))).toMatch(/^damaged/u);
  });
});

describe('a limit', () => {
  const rows = '{"id":"0123456789"}\n'.repeat(3);
  const bytes = file(rows, {}, 3);
  const sizes = { packed: bytes.length, unpacked: rows.length + JSON.stringify({ ...ABOUT, tables: { notes: { rows: 3, sha256: '0'.repeat(64) } } }).length + 64, line: 2 ** 20, rows: 3 };

  it.each(['packed', 'unpacked', 'rows'] as const)('on %s is reached, never passed', (what) => {
    expect(refusal(() => read(bytes, sizes))).toBe('taken');
    expect(refusal(() => read(bytes, { ...sizes, [what]: sizes[what] - 1 }))).toMatch(/^too_large/u);
  });

  it('on a line holds for a row that goes on and on, and for the manifest', () => {
    const manifest = JSON.stringify(ABOUT).length;
    const empty = zipSync({ 'manifest.json': strToU8(JSON.stringify(ABOUT)), 'manifest.sha256': strToU8(sumOf(strToU8(JSON.stringify(ABOUT)))) }, { level: 0 });
    expect(refusal(() => read(empty, { ...LIMITS, line: manifest }))).toBe('taken');
    expect(refusal(() => read(empty, { ...LIMITS, line: manifest - 1 }))).toBe('too_large: manifest.json');
    const endless = zipSync({ 'tables/notes.jsonl': strToU8('x'.repeat(101)) });
    expect(refusal(() => read(endless, { ...LIMITS, line: 100 }))).toBe('too_large: tables/notes.jsonl');
    expect(refusal(() => read(endless, { ...LIMITS, line: 101 }))).toBe('damaged: manifest.json');
  });
});

describe('a file', () => {
  it.each<[string, Uint8Array]>([['no bytes', new Uint8Array()], ['an empty ZIP', zipSync({})], ['its first two letters', strToU8('PK')], ['a text that begins like one', strToU8('Please find attached')], ['another binary', Uint8Array.of(1, 0x4b, 3, 4)]])('of %s is no backup', (_what, bytes) => {
    expect(refusal(() => read(bytes))).toMatch(/^not_a_backup/u);
  });

  it('is seen to be none by its first bytes, before it is read', () => {
    for (const bytes of [strToU8('Px'), strToU8('xK'), strToU8('Pxyz'), strToU8('x')]) expect(refusal(() => { backupReader().push(bytes); })).toBe('not_a_backup');
    for (const bytes of [strToU8('P'), strToU8('PK'), new Uint8Array()]) expect(refusal(() => { backupReader().push(bytes); })).toBe('taken');
  });

  it('may come in pieces, an empty one first', () => {
    const reader = backupReader();
    const bytes = file('{"id":"1"}\n');
    for (const piece of [new Uint8Array(), bytes.slice(0, 1), bytes.slice(1, 40), new Uint8Array(), bytes.slice(40)]) reader.push(piece);
    expect(reader.end().tables.get('notes')).toEqual([{ id: '1' }]);
  });

  it('without its manifest or the sum of it is damaged', () => {
    const manifest = strToU8(JSON.stringify(ABOUT));
    expect(refusal(() => read(zipSync({ 'manifest.json': manifest })))).toBe('damaged: manifest.json');
    expect(refusal(() => read(zipSync({ 'manifest.sha256': strToU8(sumOf(manifest)) })))).toBe('damaged: manifest.json');
  });

  it('is read with the end of line that a tool puts behind a sum', () => {
    const manifest = strToU8(JSON.stringify(ABOUT));
    expect(read(zipSync({ 'manifest.json': manifest, 'manifest.sha256': strToU8(`${sumOf(manifest)}\n`) })).manifest.schema).toBe(2);
  });

  it.each([['newer', 2], ['damaged: manifest.json', '2'], ['damaged: manifest.json', 0], ['damaged: manifest.json', null]])('is %s in version %j', (fault, version) => {
    expect(refusal(() => read(file('{}\n', { version })))).toBe(fault);
  });

  it('written without rows in a table is read so', () => {
    const parts: Uint8Array[] = [];
    const writer = backupWriter((bytes) => parts.push(bytes));
    const table = writer.table('notes');
    table.rows([]);
    table.rows([{ id: '1' }]);
    table.rows([]);
    table.end();
    writer.table('gaps').end();
    const manifest = writer.finish({ schema: 2, createdAt: 1, preferences: {} });
    expect(manifest.tables).toMatchObject({ notes: { rows: 1 }, gaps: { rows: 0 } });
    const { tables } = read(new Uint8Array(Buffer.concat(parts)));
    expect([...tables]).toEqual([['notes', [{ id: '1' }]], ['gaps', []]]);
  });
});
