/** The work on a packet that takes long: pure, so it can be done on any thread (`do-aside.ts`). */
import { buildPacket } from '../../packet/build';
import { trustedEvidence } from '../../packet/build/evidence';
import type { ExportedPacket } from '../../packet/export';
import { exportStored, filesOf } from '../../packet/export';
import type { PacketSource } from '../../packet/input';
import { packetLabels } from '../../packet/labels/labels';
import { parsePacket } from '../../packet/parse';
import type { MinutesSection } from '../../packet/render/minutes';
import { generateMinutes } from '../../packet/render/minutes';
import type { Refusal } from '../trouble/refusal';

/** A packet that was stored, and the files of its evidence. */
export interface StoredPacket { json: string; evidence: Record<string, string> }

/** The ZIP of a stored packet, byte for byte as it left. */
function zipAgain({ json, evidence }: StoredPacket): Uint8Array {
  const parsed = parsePacket(JSON.parse(json));
  if (!parsed.ok) throw new Error('the stored packet cannot be read', { cause: 'packet_unreadable' satisfies Refusal });
  return filesOf(parsed.packet, trustedEvidence(parsed.packet, evidence)).zip;
}

function writeMinutes({ source: { previousJson: _unused, ...rest }, meetingId, edits }: { source: PacketSource; meetingId: string; edits?: Record<string, string> }): MinutesSection[] {
  return generateMinutes(buildPacket({ ...rest, previous: null }), meetingId, packetLabels(rest.options.language), edits);
}

export const PACKET_JOBS = {
  make: (source: PacketSource): ExportedPacket => exportStored(source),
  zipAgain,
  writeMinutes,
};

export type PacketJob = keyof typeof PACKET_JOBS;
export type Given<J extends PacketJob> = Parameters<(typeof PACKET_JOBS)[J]>[0];
export type Done<J extends PacketJob> = ReturnType<(typeof PACKET_JOBS)[J]>;

/** What a worker is asked, and what it answers: the result, or the error in words. */
export interface Order<J extends PacketJob> { job: J; given: Given<J> }
export type Outcome<J extends PacketJob> = { done: Done<J> } | { failed: { name: string; message: string; cause?: string } };

/** Does a job here and now. Throws what the job throws. */
export function doJob<J extends PacketJob>(job: J, given: Given<J>): Done<J> {
  // Which function belongs to which argument is more than the compiler sees in a table.
  const work = PACKET_JOBS[job] as unknown as (given: Given<J>) => Done<J>;
  return work(given);
}
