/** Text from strangers and from keyboards: kept as typed, shown safely, compared fairly. */

/** Canonical composition: NFD Hangul and accents become what everybody types. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

// Control characters except tab, newline and carriage return.
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;
// Bidi embeddings, overrides, isolates and marks: they can make a text read differently than it is.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
// Zero-width space, word joiner, BOM. The joiners U+200C/U+200D stay: scripts and emoji need them.
const INVISIBLE = /[\u200b\u2060\ufeff]/gu;

/** A name as it may be stored: NFC, one line, no control, bidi or invisible characters, at most 200. */
export function cleanName(text: string): string {
  const clean = nfc(text).replace(/[\s\u00a0]+/gu, ' ').replace(CONTROL, '').replace(BIDI, '').replace(INVISIBLE, '').trim();
  return truncateText(clean, 200);
}

/** The text for showing: what could deceive the eye is replaced by a visible mark, the rest is untouched. */
export function showSafely(text: string): string {
  return text.replace(CONTROL, '\ufffd').replace(BIDI, '\ufffd');
}

export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, '').trim() === '';
}

/** For comparing: NFKC, lower case, only letters and digits of any script. */
export function compareKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** At most `max` characters as a reader counts them, with an ellipsis; never cuts inside one. */
export function truncateText(text: string, max: number): string {
  if (text.length <= max) return text;
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text.slice(0, max * 12))) {
    if (parts.length === max) return `${parts.slice(0, max - 1).join('')}…`;
    parts.push(segment);
  }
  return parts.join('');
}
