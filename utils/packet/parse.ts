/** Reading a `packet.json` that comes from outside. Unknown fields of newer versions are left aside. */
import { isRecord, isUnchanged } from './build/canonical';
import type { Packet } from './schema';
import { PACKET_FORMAT, PACKET_FORMAT_VERSION, packetSchema } from './schema';

export type PacketProblemCode = 'not_a_packet' | 'newer_format' | 'changed_after_export' | 'missing' | 'invalid';
export interface PacketProblem { path: string; code: PacketProblemCode }
export type ParsedPacket = { ok: true; packet: Packet } | { ok: false; problems: PacketProblem[] };

const one = (path: string, code: PacketProblemCode): ParsedPacket => ({ ok: false, problems: [{ path, code }] });

/** Checks format, version, shape and hash; never throws. */
export function parsePacket(raw: unknown): ParsedPacket {
  if (!isRecord(raw) || raw.format !== PACKET_FORMAT) return one('format', 'not_a_packet');
  if (typeof raw.formatVersion !== 'number') return one('formatVersion', 'invalid');
  if (raw.formatVersion > PACKET_FORMAT_VERSION) return one('formatVersion', 'newer_format');
  const parsed = packetSchema.safeParse(raw, { reportInput: true });
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => ({
        path: issue.path.map(String).join('.'),
        code: issue.input === undefined ? 'missing' : 'invalid',
      })),
    };
  }
  return isUnchanged(raw) ? { ok: true, packet: parsed.data } : one('packet.contentHash', 'changed_after_export');
}
