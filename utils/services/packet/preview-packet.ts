/** What a packet would be now, without storing or numbering anything. */
import type { BatonDatabase } from '../../db/database';
import type { ExportedPacket } from '../../packet/export';
import type { PacketChoices } from './collect-packet-input';
import { collectPacketInput } from './collect-packet-input';
import { doAside } from './do-aside';

/** Built beside the page; `signal` ends it when something changed meanwhile. */
export async function previewPacket(database: BatonDatabase, dealId: string, choices: PacketChoices, at: number, signal?: AbortSignal): Promise<ExportedPacket> {
  const { source } = await collectPacketInput(database, dealId, choices, at);
  return doAside('make', source, signal);
}
