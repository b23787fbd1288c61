/** Offers the pieces of a backup as one download. */
export function downloadParts(parts: readonly Uint8Array<ArrayBuffer>[], fileName: string): void {
  const url = URL.createObjectURL(new Blob([...parts], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the bytes by then; keeping the address would keep them in memory.
  setTimeout(() => { URL.revokeObjectURL(url); }, 60_000);
}
