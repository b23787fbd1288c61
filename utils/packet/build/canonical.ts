/** One way to write a packet as bytes, and the hash of it: same content, same hash, on every machine. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Packet } from '../schema';

/** True for a plain record. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with sorted keys, no spaces, nothing undefined. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isRecord(value)) {
    const keys = Object.keys(value).filter((k) => value[k] !== undefined).sort();
    return `{${keys.map((k) => `${JSON.stringify(k)}:${canonicalJson(value[k])}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The hash that `packet.contentHash` of this packet must hold. Takes raw JSON too, so unknown fields count. */
export function contentHashOf(packet: unknown): string {
  if (!isRecord(packet) || !isRecord(packet.packet)) return sha256Hex(canonicalJson(packet));
  const { contentHash: _own, ...head } = packet.packet;
  return sha256Hex(canonicalJson({ ...packet, packet: head }));
}

/** True when the content is what the packet says it is. */
export function isUnchanged(packet: unknown): boolean {
  return isRecord(packet) && isRecord(packet.packet) && packet.packet.contentHash === contentHashOf(packet);
}

/** The packet with its own hash filled in. */
export function sealed(packet: Packet): Packet {
  return { ...packet, packet: { ...packet.packet, contentHash: contentHashOf(packet) } };
}

/** `packet.json` as text: readable, ends with a newline. */
export function packetJson(packet: Packet): string {
  return `${JSON.stringify(packet, null, 2)}\n`;
}
