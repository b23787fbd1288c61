/** Text read from a page: plain, short, composed. It comes from strangers. */

/** One line, NFC, without control characters, at most `max` characters. */
export function pageText(text: string | null | undefined, max = 200): string {
  return (text ?? '').normalize('NFC').replace(/\p{Cc}/gu, ' ').replace(/\s+/gu, ' ').trim().slice(0, max);
}
