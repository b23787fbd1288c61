/** Name of the packet's ZIP, safe on Windows, macOS and Linux, Korean kept. */
import { safeFileName } from '../text/file-name';
import type { Packet } from './schema';

/** Longest name in UTF-8 bytes: Linux allows 255, and `.reply.json` must still fit. */
const MAX_PART = 24;

/** `{date}_{account}_{deal}_v{n}.baton.zip`; copies that are not internal say so in the name (domain.md §6 no. 42). */
export function packetFileName(packet: Packet): string {
  const { createdAt, number, redaction } = packet.packet;
  const mark = { internal: '', customer_safe: '_customer', anonymised: '_anonymised' }[redaction];
  const practice = packet.packet.practice ? '_practice' : '';
  const parts = [createdAt.slice(0, 10), safeFileName(packet.account.name, MAX_PART), safeFileName(packet.deal.name, MAX_PART)];
  return `${parts.join('_')}_v${number}${mark}${practice}.baton.zip`;
}
