/** How a packet leaves the panel: as a download, on the clipboard, on paper. Nothing is ever sent. */

/** Offers bytes as a download of that name. */
export function downloadBytes(bytes: Uint8Array, fileName: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
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
