/** The ZIP of plain files: the same packet gives the same bytes. */
import { strToU8, zipSync } from 'fflate';

/** Contents of the packet's files by path, as text. */
export type PacketFiles = Record<string, string>;

/** The oldest day that a ZIP can hold; with a zone-free constructor the bytes are the same everywhere. */
const FIXED_MTIME = new Date(1980, 0, 1, 12, 0, 0);

/** Packs files in sorted order with a fixed time. */
export function zipFiles(files: PacketFiles): Uint8Array {
  const entries = Object.keys(files).sort().map((path) => [path, strToU8(files[path] ?? '')] as const);
  return zipSync(Object.fromEntries(entries), { mtime: FIXED_MTIME, level: 6, os: 0 });
}
