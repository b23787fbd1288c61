/** Writes a backup piece by piece: rows go in, bytes come out, nothing is held but the current piece. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Manifest } from './format';
import { BACKUP_FORMAT, BACKUP_VERSION, entryOf, MANIFEST, MANIFEST_SUM, SET_ASIDE } from './format';
import { inPieces } from './bin-pieces';
import type { BackupRow } from './tables';

/** ZIP keeps local times without a zone: a fixed one says nothing wrong. */
const MTIME = new Date(1980, 0, 1, 12, 0, 0);

export interface TableWriter { rows: (rows: readonly BackupRow[]) => void; end: () => void }
export interface BackupWriter {
  /** Begins a table; end it before the next one. */
  table: (name: string) => TableWriter;
  /** Writes the manifest and closes the ZIP. */
  finish: (about: Pick<Manifest, 'schema' | 'createdAt' | 'preferences'>) => Manifest;
}

/** What stands in the bin is written in pieces, also where it was set aside. */
function linesOf(name: string, row: BackupRow): BackupRow[] {
  if (name === 'bin') return inPieces(row);
  const { table, row: kept } = row as { table?: unknown; row?: BackupRow };
  return name === SET_ASIDE && table === 'bin' && kept ? inPieces(kept).map((piece) => ({ table, row: piece })) : [row];
}

/** A writer that hands its bytes to `emit`. Throws when packing fails. */
export function backupWriter(emit: (bytes: Uint8Array) => void): BackupWriter {
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    if (bytes.length > 0) emit(bytes);
  });
  const tables: Manifest['tables'] = {};
  const begin = (name: string): ZipDeflate => {
    const file = new ZipDeflate(name, { level: 4 });
    file.mtime = MTIME;
    zip.add(file);
    return file;
  };
  return {
    table: (name) => {
      const file = begin(entryOf(name));
      const sum = sha256.create();
      let count = 0;
      return {
        rows: (rows) => {
          if (rows.length === 0) return;
          const lines = rows.flatMap((row) => linesOf(name, row));
          const bytes = strToU8(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
          sum.update(bytes);
          count += lines.length;
          file.push(bytes);
        },
        end: () => {
          file.push(new Uint8Array(0), true);
          tables[name] = { rows: count, sha256: bytesToHex(sum.digest()) };
        },
      };
    },
    finish: (about) => {
      const manifest: Manifest = { format: BACKUP_FORMAT, version: BACKUP_VERSION, ...about, tables };
      const bytes = strToU8(JSON.stringify(manifest, null, 1));
      begin(MANIFEST).push(bytes, true);
      begin(MANIFEST_SUM).push(strToU8(bytesToHex(sha256(bytes))), true);
      zip.end();
      return manifest;
    },
  };
}
