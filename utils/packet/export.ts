/** Everything of an export in one go. Import it lazily: `await import('@/utils/packet/export')`. */
import { showSafely } from '../text/normalize';
import { buildRedacted, packetEvidenceFiles } from './build';
import { packetJson } from './build/canonical';
import { packetFileName } from './file-name';
import type { PacketInput, PacketSource } from './input';
import type { PacketLabels } from './labels/labels';
import { packetLabels } from './labels/labels';
import { parsePacket } from './parse';
import { renderCalendar } from './render/next/calendar';
import { renderGapsCsv } from './render/gaps-csv';
import { renderHtml } from './render/html';
import { renderInvitation } from './render/next/invitation';
import { renderMarkdown } from './render/markdown';
import { renderMinutes } from './render/minutes';
import { renderRichText } from './render/rich-text';
import type { Redacted } from './redact';
import type { Packet } from './schema';
import { packetJsonSchema } from './schema';
import type { PacketFiles } from './zip';
import { zipFiles } from './zip';

export interface ExportedPacket {
  fileName: string;
  zip: Uint8Array;
  /** Path in the ZIP → text. */
  files: PacketFiles;
  packet: Packet;
  /** The packet as it is stored: JSON in one line. */
  json: string;
  /** The part of `files` that can't be made again from `packet`: kept beside it. */
  evidence: PacketFiles;
  markdown: string;
  /** A request to join in words, for a mail or a chat; '' for any other packet. */
  invitation: string;
  /** HTML fragment for the clipboard. */
  richText: string;
  /** For the rep alone: lines about cost or margin, and whether the copy has them. */
  costLines: Redacted['costLines'];
}

/** `packet.schema.json` as text. */
export function packetSchemaText(): string {
  return `${JSON.stringify(packetJsonSchema(), null, 2)}\n`;
}

/** Says which evidence the packet names and does not have: a stored file that is not as Baton made it is not let out. */
function leftOut(packet: Packet, evidence: PacketFiles, labels: PacketLabels): PacketFiles {
  const missing = packet.clips.map((c) => c.file).filter((file) => file !== '' && evidence[file] === undefined);
  return missing.length === 0 ? {} : { 'evidence/left-out.txt': [labels.clip.leftOut, ...missing.map((file) => `- ${showSafely(file)}`), ''].join('\n') };
}

/** What leaves the machine for a packet that is built already, with its evidence by path: the same bytes every time. */
export function filesOf(packet: Packet, evidence: PacketFiles = {}, labels: PacketLabels = packetLabels(packet.packet.language)): Omit<ExportedPacket, 'packet' | 'json' | 'evidence' | 'costLines'> {
  const fileName = packetFileName(packet);
  const invitation = renderInvitation(packet, labels, fileName);
  const calendar = renderCalendar(packet, labels, invitation);
  const files: PacketFiles = {
    'packet.json': packetJson(packet),
    'packet.schema.json': packetSchemaText(),
    'packet.html': renderHtml(packet, labels, fileName),
    'packet.md': renderMarkdown(packet, labels),
    'gaps.csv': renderGapsCsv(packet, labels),
    'minutes.md': renderMinutes(packet, labels),
    ...(calendar === null ? {} : { 'meeting.ics': calendar }),
    ...evidence, ...leftOut(packet, evidence, labels),
  };
  return { fileName, zip: zipFiles(files), files, markdown: files['packet.md'] ?? '', invitation, richText: renderRichText(packet, labels) };
}

/** Builds, renders and packs. Pure: the same input gives the same bytes. */
export function exportPacket(input: PacketInput, labels: PacketLabels = packetLabels(input.options.language)): ExportedPacket {
  const { packet, costLines } = buildRedacted(input);
  const evidence = packetEvidenceFiles(input, packet);
  return { packet, json: JSON.stringify(packet), evidence, costLines, ...filesOf(packet, evidence, labels) };
}

/** The same of stored rows. A packet before that can't be read counts as none. */
export function exportStored({ previousJson, ...rest }: PacketSource): ExportedPacket {
  return exportPacket({ ...rest, previous: readPrevious(previousJson) });
}

function readPrevious(json: string): Packet | null {
  if (json === '') return null;
  const parsed = parsePacket(JSON.parse(json));
  return parsed.ok ? parsed.packet : null;
}
