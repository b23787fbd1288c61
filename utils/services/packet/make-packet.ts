/** Makes a packet: built, stored with its number as it left, and handed out as files. */
import type { BatonDatabase } from '../../db/database';
import type { PacketRow } from '../../db/rows';
import type { ExportedPacket } from '../../packet/export';
import type { PacketChoices } from './collect-packet-input';
import { collectPacketInput } from './collect-packet-input';

/**
 * Builds and stores packet number n + 1 of the deal. Two panels at once get two numbers: if another
 * one took it meanwhile, this one is built again with the next. Durable when it resolves.
 */
export async function makePacket(database: BatonDatabase, dealId: string, meetingId: string | null, choices: PacketChoices, at: number): Promise<ExportedPacket> {
  const { exportPacket } = await import('../../packet/export');
  for (;;) {
    const input = await collectPacketInput(database, dealId, choices, at);
    const made = exportPacket(input);
    const stored = await storePacket(database, rowOf(made, dealId, meetingId, at));
    if (stored) return made;
  }
}

function rowOf(made: ExportedPacket, dealId: string, meetingId: string | null, at: number): PacketRow {
  const { packet } = made.packet;
  return {
    id: packet.id, dealId, meetingId, number: packet.number, purpose: packet.purpose, language: packet.language, redaction: packet.redaction,
    createdAt: at, fileName: made.fileName, contentHash: packet.contentHash, json: JSON.stringify(made.packet),
    ...(Object.keys(made.evidence).length > 0 ? { evidence: made.evidence } : {}),
  };
}

/** Adds the row unless its number is taken. */
async function storePacket(database: BatonDatabase, row: PacketRow): Promise<boolean> {
  return database.transaction('rw', database.packets, async () => {
    const taken = await database.packets.where({ dealId: row.dealId, number: row.number }).count();
    if (taken > 0) return false;
    await database.packets.add(row);
    return true;
  });
}
