/** A packet that was made before, as files again. */
import type { BatonDatabase } from '../../db/database';
import { doAside } from './do-aside';
import type { Refusal } from '../trouble/refusal';

/** The ZIP of a stored packet, byte for byte as it left. Throws when it is gone or was emptied. */
export async function readPacketFiles(database: BatonDatabase, packetId: string): Promise<{ fileName: string; zip: Uint8Array }> {
  const row = await database.packets.get(packetId);
  if (!row || row.json === '') throw new Error('no such packet', { cause: 'packet_emptied' satisfies Refusal });
  return { fileName: row.fileName, zip: await doAside('zipAgain', { json: row.json, evidence: row.evidence ?? {} }) };
}
