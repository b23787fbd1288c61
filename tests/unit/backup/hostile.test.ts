/** A backup file is anybody's file: whatever is wrong with it is said, and nothing of it gets in. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRows, checkTogether } from '@/utils/backup/check';
import { BackupError } from '@/utils/backup/format';
import { backupReader, LIMITS } from '@/utils/backup/read';
import type { BackupRows } from '@/utils/backup/tables';
import { noRows } from '@/utils/backup/tables';
import { backupWriter } from '@/utils/backup/write';

const account = { id: 'a1', name: '가온', relationship: 'prospect', createdAt: 1, updatedAt: 1 };

function made(rows: Record<string, unknown>[] = [account]): Uint8Array {
  const parts: Uint8Array[] = [];
  const writer = backupWriter((bytes) => parts.push(bytes));
  const table = writer.table('accounts');
  table.rows(rows);
  table.end();
  writer.finish({ schema: 2, createdAt: 5, preferences: { name: '박서연' } });
  return new Uint8Array(Buffer.concat(parts));
}

function zipped(files: Record<string, Uint8Array>, manifest: object | string, level: 0 | 6 = 6): Uint8Array {
  const text = strToU8(typeof manifest === 'string' ? manifest : JSON.stringify(manifest));
  return zipSync({ ...files, 'manifest.json': text, 'manifest.sha256': strToU8(bytesToHex(sha256(text))) }, { level });
}

function withTable(jsonl: string, more: object = {}): Uint8Array {
  const bytes = strToU8(jsonl);
  const tables = { accounts: { rows: jsonl.split('\n').length - 1, sha256: bytesToHex(sha256(bytes)) } };
  return zipped({ 'tables/accounts.jsonl': bytes }, { format: 'baton-backup', version: 1, schema: 2, createdAt: 1, tables, ...more });
}

function read(bytes: Uint8Array, limits = LIMITS) {
  const reader = backupReader(limits);
  reader.push(bytes);
  return reader.end();
}

function faultOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return error instanceof BackupError ? error.fault : `not a BackupError: ${String(error)}`;
  }
  return 'taken';
}

describe('a backup file', () => {
  it('is read as it was written, whatever the size of the pieces it comes in', () => {
    const bytes = made([account, { ...account, id: 'a2', name: '한 줄\n두 줄\u2028 "따옴표" \ud800' }]);
    const reader = backupReader();
    for (const byte of bytes) reader.push(Uint8Array.of(byte));
    const { manifest, tables } = reader.end();
    expect(tables.get('accounts')?.map((row) => row.name)).toEqual(['가온', '한 줄\n두 줄\u2028 "따옴표" \ud800']);
    expect(manifest).toMatchObject({ schema: 2, createdAt: 5, preferences: { name: '박서연' } });
  });

  it.each([
    ['nothing', new Uint8Array(0), 'not_a_backup'],
    ['a text', strToU8('{"format":"baton-backup"}'), 'not_a_backup'],
    ['another ZIP', zipSync({ 'packet.json': strToU8('{}') }), 'not_a_backup'],
    ['a path out of it', zipSync({ 'tables/notes.jsonl': strToU8(''), '../../evil.sh': strToU8('x') }), 'foreign'],
    ['a path out of it, looking like a table', zipSync({ 'tables/notes.jsonl': strToU8(''), 'tables/../evil.jsonl': strToU8('x') }), 'foreign'],
    ['a table of a newer format', zipped({ 'tables/ideas.jsonl': strToU8('{"a":1}\n') }, { format: 'baton-backup', version: 2 }), 'newer'],
    ['no manifest', zipSync({ 'tables/accounts.jsonl': strToU8('') }), 'damaged'],
    ['a manifest of something else', zipped({}, { format: 'other', version: 1 }), 'not_a_backup'],
    ['a manifest that is no JSON', zipped({}, '{'), 'damaged'],
    ['a manifest that is null', zipped({}, 'null'), 'not_a_backup'],
    ['a newer format', zipped({}, { format: 'baton-backup', version: 2 }), 'newer'],
    ['a table that is not there', zipped({}, { format: 'baton-backup', version: 1, schema: 2, createdAt: 1, tables: { notes: { rows: 0, sha256: 'a'.repeat(64) } } }), 'damaged'],
    ['a manifest that was changed', zipSync({ 'manifest.json': strToU8('{"format":"baton-backup","version":1,"schema":2,"createdAt":1,"tables":{}}'), 'manifest.sha256': strToU8('0'.repeat(64)) }), 'damaged'],
    ['rows that are no objects', withTable('[]\n'), 'bad_row'],
    ['half a row', withTable('{"id":"a1"\n'), 'damaged'],
    ['a very deep row', withTable(`${'['.repeat(200_000)}\n`), 'damaged'],
    ['a table behind the manifest’s back', zipped({ 'tables/notes.jsonl': strToU8('{}\n') }, { format: 'baton-backup', version: 1, schema: 2, createdAt: 1, tables: {} }), 'damaged'],
  ] as const)('is refused when it is %s', (_what, bytes, fault) => {
    expect(faultOf(() => read(bytes))).toBe(fault);
  });

  it('is refused when a bit is flipped or its end is missing', () => {
    const bytes = made(Array.from({ length: 50 }, (_, i) => ({ ...account, id: `a${String(i)}`, name: `이름 ${String(i * 7919)}` })));
    // After the last entry comes only the list of entries, which the reader does not need.
    const list = Buffer.from(bytes).lastIndexOf(Buffer.from('PK\u0001\u0002')) - 200;
    fc.assert(fc.property(fc.integer({ min: 60, max: 800 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const broken = bytes.slice();
      broken[at] = (broken[at] ?? 0) ^ (1 << bit);
      const fault = faultOf(() => {
        const { tables } = read(broken);
        if (JSON.stringify([...tables]) !== JSON.stringify([...read(bytes).tables])) throw new Error('changed and taken');
      });
      expect(fault).not.toMatch(/^not a BackupError/);
    }), { numRuns: 300 });
    for (const length of [2, 30, 100, Math.floor(list / 2)]) expect(faultOf(() => read(bytes.slice(0, length)))).toMatch(/damaged|not_a_backup/);
  });

  it('is refused when it is too large, packed or unpacked', () => {
    const limits = { packed: 50_000, unpacked: 2 ** 20, line: 2 ** 18, rows: 100_000 };
    expect(faultOf(() => read(new Uint8Array(60_000).fill(0x50), limits))).not.toBe('taken');
    const bomb = zipSync({ 'tables/notes.jsonl': new Uint8Array(20 * 2 ** 20).fill(0x0a) });
    expect(bomb.length).toBeLessThan(50_000);
    expect(faultOf(() => read(bomb, limits))).toMatch(/too_large|damaged/);
    const many = zipSync({ 'tables/notes.jsonl': strToU8('{"id":"n"}\n'.repeat(2_000)) });
    expect(faultOf(() => read(many, { ...limits, rows: 1_999 }))).toBe('too_large');
    expect(faultOf(() => read(many, { ...limits, rows: 2_000 }))).toBe('damaged');
    const oneLine = zipSync({ 'tables/notes.jsonl': new Uint8Array(900_000).fill(0x20) });
    expect(faultOf(() => read(oneLine, limits))).toBe('too_large');
  });

  it('keeps unknown fields and prototypes out', () => {
    const { tables } = read(withTable(`${JSON.stringify(account).slice(0, -1)},"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"later":true}\n`));
    const [row] = checkRows('accounts', tables.get('accounts') ?? []);
    expect(row).toEqual(account);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    const meeting = { id: 'm', dealId: '', ordinal: 0, title: '', state: 'closed', startedAt: 1, endedAt: null, utcOffset: 0, segments: [], participants: [], consents: [], aim: '', room: '', minutesEdits: JSON.parse('{"__proto__":"x","a":"b"}') as object, nextDate: null, updatedAt: 1 };
    expect(Object.keys((checkRows('meetings', [meeting])[0]?.minutesEdits ?? {}))).toEqual(['a']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it.each([
    ['accounts', { ...account, createdAt: 1e300 }], ['accounts', { ...account, updatedAt: -1e20 }],
    ['accounts', { ...account, relationship: 'king' }], ['accounts', { ...account, id: '' }], ['accounts', { ...account, name: 1 }],
    ['deals', { id: 'd' }], ['clips', { id: 'c', url: 'javascript:alert(1)' }], ['bin', { id: 'b', at: 1, what: 'deal', title: '', rows: [{ table: 'accounts', row: { id: 'x' } }] }],
    ['bin', { id: 'b', at: 1, what: 'deal', title: '', rows: [{ table: 'presence', row: account }] }],
  ] as const)('is refused for a row of %s that does not fit (%#)', (table, row) => {
    expect(faultOf(() => checkRows(table, [row]))).toBe('bad_row');
  });

  it('is refused for the same id twice and for a row of something that is not there', () => {
    expect(faultOf(() => { checkTogether({ ...noRows(), accounts: [account, account] }); })).toBe('duplicate');
    expect(faultOf(() => { checkTogether({ ...noRows(), accounts: [account], deals: [{ id: 'd', accountId: 'a9' }] }); })).toBe('dangling');
    expect(faultOf(() => { checkTogether({ ...noRows(), notes: [{ id: 'n', dealId: 'd9' }] }); })).toBe('dangling');
    expect(faultOf(() => { checkTogether({ ...noRows(), notes: [{ id: 'n', dealId: '' }] }); })).toBe('taken');
  });

  it('is refused for a deal whose checklist this Baton does not have, in the bin too', () => {
    const deal = (id: string, also: { id: string; version: number }[] = []) => ({ id: 'd', accountId: 'a1', checklist: { id, version: 1 }, alsoChecklists: also });
    const together = (deals: object[], bin: object[] = []) => faultOf(() => { checkTogether({ ...noRows(), accounts: [account], deals, bin } as BackupRows); });
    expect(together([deal('first-call')])).toBe('taken');
    expect(together([deal('of-tomorrow')])).toBe('newer');
    expect(together([deal('first-call', [{ id: 'first-call', version: 9 }])])).toBe('newer');
    expect(together([], [{ id: 'b', rows: [{ table: 'deals', row: deal('of-tomorrow') }] }])).toBe('newer');
  });
});
