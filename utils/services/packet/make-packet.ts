/** Makes a packet: built, stored with its number as it left, and handed out as files. */
import { sameContent } from '../../backup/same-content';
import type { BatonDatabase } from '../../db/database';
import type { PacketRow } from '../../db/rows';
import { closedGates, unmetMusts } from '../../packet/choices';
import type { ExportedPacket } from '../../packet/export';
import type { Refusal } from '../trouble/refusal';
import type { DealRows, PacketChoices } from './collect-packet-input';
import { collectPacketInput, readDealRows } from './collect-packet-input';
import { doAside } from './do-aside';

/**
 * Builds and stores packet number n + 1 of the deal. If the deal changed while it was built (words went off the record, another
 * panel took the number), it is built again from what stands now. Durable when it resolves.
 * @throws Error for a request to join without role, aim or pain, and for what the checklist requires and is not met, without a reason: nothing is stored.
 */
export async function makePacket(database: BatonDatabase, dealId: string, meetingId: string | null, choices: PacketChoices, at: number): Promise<ExportedPacket> {
  for (;;) {
    const { source, rows } = await collectPacketInput(database, dealId, choices, at);
    const made = await doAside('make', source);
    const [closed] = closedGates(made.packet.readiness.rules);
    if (closed) throw new Error(`The gate ${closed.id} is closed.`, { cause: 'gate_closed' satisfies Refusal });
    const [unmet] = unmetMusts(made.packet.readiness.rules);
    if (unmet && (choices.sendAnywayReason ?? '').trim() === '') throw new Error(`The rule ${unmet.id} is not met.`, { cause: 'no_reason' satisfies Refusal });
    if (await storeUnchanged(database, rowOf(made, dealId, meetingId, at), rows)) return made;
  }
}

function rowOf(made: ExportedPacket, dealId: string, meetingId: string | null, at: number): PacketRow {
  const { packet } = made.packet;
  return {
    id: packet.id, dealId, meetingId, number: packet.number, purpose: packet.purpose, language: packet.language, redaction: packet.redaction,
    createdAt: at, fileName: made.fileName, contentHash: packet.contentHash, json: made.json,
    respondBy: made.packet.request.respondBy,
    ...(Object.keys(made.evidence).length > 0 ? { evidence: made.evidence } : {}),
  };
}

/** Adds the row if it was built from the rows as they are in this transaction: no change comes between the look and the row. */
async function storeUnchanged(database: BatonDatabase, row: PacketRow, builtFrom: DealRows): Promise<boolean> {
  return database.transaction('rw', database.tables, async () => {
    if (!sameContent(await readDealRows(database, row.dealId), builtFrom)) return false;
    await database.packets.add(row);
    return true;
  });
}
