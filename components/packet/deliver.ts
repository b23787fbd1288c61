/** How a packet leaves the panel: as a download, on the clipboard, on paper. Nothing is ever sent. */
import type { ExportedPacket } from '@/utils/packet/export';

/** Offers bytes or text as a download of that name. */
export function downloadBytes(bytes: Uint8Array | string, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer> | string], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the bytes by then; keeping the address would keep them in memory.
  setTimeout(() => { URL.revokeObjectURL(url); }, 60_000);
}

/** Rich text with a plain fallback, for mail, Slack, Notion, Jira. */
export async function copyRich(html: string, plain: string): Promise<void> {
  const part = (text: string, type: string): Blob => new Blob([text], { type });
  await navigator.clipboard.write([new ClipboardItem({ 'text/html': part(html, 'text/html'), 'text/plain': part(plain, 'text/plain') })]);
}

/** How long a preview may take to show what was just stored. */
const PREVIEW_MS = 10_000;

/** The preview's frame, as soon as it shows the page of `kept`: what is printed is what was stored. Null when it never does. */
export async function frameWith(kept: ExportedPacket): Promise<HTMLIFrameElement | null> {
  const until = Date.now() + PREVIEW_MS;
  for (;;) {
    const frame = document.querySelector<HTMLIFrameElement>('.packet-frame');
    if (frame?.dataset['shows'] === kept.packet.packet.id) return frame;
    if (Date.now() > until) return null;
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}
