/** `clips` and the files of `evidence/`: web pages that were kept as sources travel as pages of their own. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ChecklistItem } from '../../checklist/checklist';
import { isOn } from '../../checklist/item-view';
import type { Clip } from '../../evidence/clip';
import { safeFileName } from '../../text/file-name';
import { isEvidencePage, renderEvidence } from '../render/evidence';
import type { Packet } from '../schema';
import type { BuildContext } from './context';
import { byTime, isHidden, itemIdOf } from './context';

/** Characters of evidence in one packet; what comes after goes as title and address only. A packet is one row, and a row of a backup has its bounds too. */
export const MAX_EVIDENCE = 4_000_000;
const MAX_NAME = 40;

export interface EvidenceFile { path: string; text: string }
export interface PacketEvidence { clips: Packet['clips']; files: EvidenceFile[] }

/** Words are masked, between tags too; the addresses of links stay: what leads nowhere is no evidence. */
function masked(clip: Clip, mask: <T>(value: T) => T): Clip {
  return { ...mask(clip), html: clip.html.replace(/<[^>]*>|[^<]+/gu, (piece) => (piece.startsWith('<') ? piece : mask(piece))) };
}

/** The deal's evidence, oldest first, each with its file and the hash of that file. Pure: the same clips give the same bytes. */
export function packetEvidence(ctx: BuildContext, mask: <T>(value: T) => T): PacketEvidence {
  const clips: Packet['clips'] = [];
  const files: EvidenceFile[] = [];
  let left = MAX_EVIDENCE;
  for (const clip of byTime(ctx.input.clips.filter((c) => !isHidden(ctx, c))).map((c) => masked(c, mask))) {
    const takenAt = ctx.stamp(clip.meetingId, clip.at);
    const text = renderEvidence(clip, takenAt);
    const fits = text.length <= left;
    const path = fits ? `evidence/${String(clips.length + 1).padStart(2, '0')}-${safeFileName(clip.title.replace(/[^\p{L}\p{N}]/gu, ' '), MAX_NAME)}.html` : '';
    if (fits) {
      left -= text.length;
      files.push({ path, text });
    }
    clips.push({
      id: clip.id, title: clip.title, url: clip.url, takenAt, file: path, fileHash: fits ? bytesToHex(sha256(utf8ToBytes(text))) : '',
      kind: clip.kind, limit: clip.limit, language: clip.language, itemId: itemIdOf(ctx, clip), topic: clip.topic,
    });
  }
  return { clips, files };
}

/** Which evidence stands behind an item: pinned to it, or to its topic in another checklist. */
export function pinnedClips(ctx: BuildContext, item: Pick<ChecklistItem, 'id' | 'topic'>): Clip[] {
  return byTime(ctx.input.clips.filter((c) => isOn(c, item) && !isHidden(ctx, c)));
}

/** Of stored files those that the packet names, unchanged, and made by Baton. */
export function trustedEvidence(packet: Packet, files: Readonly<Record<string, string>>): Record<string, string> {
  const named = packet.clips.flatMap((clip) => {
    const text = files[clip.file];
    const same = text !== undefined && bytesToHex(sha256(utf8ToBytes(text))) === clip.fileHash && isEvidencePage(text);
    return same && /^evidence\/[^/\\]+\.html$/u.test(clip.file) ? [[clip.file, text] as const] : [];
  });
  return Object.fromEntries(named);
}
