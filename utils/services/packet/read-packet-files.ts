/** A packet that was made before, as files again. */
import type { BatonDatabase } from '../../db/database';

/** The ZIP of a stored packet, byte for byte as it left. Throws when it is gone or was emptied. */
export async function readPacketFiles(database: BatonDatabase, packetId: string): Promise<{ fileName: string; zip: Uint8Array }> {
  const row = await database.packets.get(packetId);
  if (!row || row.json === '') throw new Error('no such packet');
  const [{ parsePacket }, { filesOf }, { trustedEvidence }] = await Promise.all([import('../../packet/parse'), import('../../packet/export'), import('../../packet/build/evidence')]);
  const parsed = parsePacket(JSON.parse(row.json));
  if (!parsed.ok) throw new Error('the stored packet cannot be read');
  return { fileName: row.fileName, zip: filesOf(parsed.packet, trustedEvidence(parsed.packet, row.evidence ?? {})).zip };
}
