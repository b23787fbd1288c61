/** A packet's ZIP, unpacked beside it and read back. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { unzipSync } from 'fflate';
import type { Packet } from '@/utils/packet/schema';
import { packetSchema } from '@/utils/packet/schema';

/** Unpacks a ZIP into a folder; a name that would leave the folder is refused. */
export function unpack(zip: string, folder: string): string[] {
  const entries = Object.entries(unzipSync(readFileSync(zip))).filter(([name]) => !name.endsWith('/'));
  return entries.map(([name, bytes]) => {
    const path = resolve(folder, name);
    if (!path.startsWith(resolve(folder) + sep)) throw new Error(`The ZIP holds a file that would leave its folder: ${name}`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return name;
  });
}

/** The packet of an unpacked ZIP. Throws when it is not a valid one. */
export function readPacket(folder: string): Packet {
  const file = join(folder, 'packet.json');
  const parsed = packetSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw new Error(`packet.json is not a valid packet: ${first ? `${first.path.join('.')}: ${first.message}` : 'unknown reason'}`);
}
