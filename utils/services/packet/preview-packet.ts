/** What a packet would be now, without storing or numbering anything. */
import type { BatonDatabase } from '../../db/database';
import type { ExportedPacket } from '../../packet/export';
import type { PacketChoices } from './collect-packet-input';
import { collectPacketInput } from './collect-packet-input';

export async function previewPacket(database: BatonDatabase, dealId: string, choices: PacketChoices, at: number): Promise<ExportedPacket> {
  const { exportPacket } = await import('../../packet/export');
  return exportPacket(await collectPacketInput(database, dealId, choices, at));
}
