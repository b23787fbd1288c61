/** Text from strangers and from keyboards: kept as typed, shown safely, compared fairly. */

/** Canonical composition: NFD Hangul and accents become what everybody types. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

// Control characters except tab, newline and carriage return.
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;
// Bidi embeddings, overrides, isolates and marks: they can make a text read differently than it is.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
// Everything else that is there but not seen: format characters, fillers that pass for letters, lone surrogates.
const INVISIBLE = /(?![\u200c\u200d])[\p{Cf}\p{Cs}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/gu;
// The joiners have a meaning inside emoji and in scripts that join; anywhere else they only make two equal names differ.
const IDLE_JOINER = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{M}|\p{Script=Arabic})[\u200c\u200d]+|[\u200c\u200d]+(?![\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}])/gu;
// Tag characters hide whole sentences; only a flag (black flag + tags) has a use for them.
const TAGS = /\u{1f3f4}[\u{e0020}-\u{e007f}]+|[\u{e0000}-\u{e007f}]/gu;

/** A name as it may be stored: NFC, one line, nothing invisible, at most 200 characters. Clean names stay as they are. */
export function cleanName(text: string): string {
  const seen = text.slice(0, 20_000).replace(/[\s\u2028\u2029]+/gu, ' ').replace(CONTROL, '').replace(INVISIBLE, '').replace(IDLE_JOINER, '');
  return truncateText(nfc(seen).replace(/\s+/gu, ' ').trim(), 200);
}

/** The text for showing: what could deceive the eye is replaced by a visible mark, the rest is untouched. */
export function showSafely(text: string): string {
  return text.replace(CONTROL, '\ufffd').replace(BIDI, '\ufffd').replace(TAGS, (found) => (found.length > 2 ? found : '\ufffd'));
}

/** True when a reader would see nothing. */
export function isBlank(text: string): boolean {
  return text.replace(INVISIBLE, '').replace(/[\u200c\u200d]/gu, '').trim() === '';
}

/** For comparing: NFKC, lower case, only letters and digits of any script. */
export function compareKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/[^\p{L}\p{N}]|[\u115f\u1160\u3164\uffa0]/gu, '');
}

/** At most `max` characters as a reader counts them, the last one `…` when something was cut; never cuts inside one. */
export function truncateText(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  // A letter can carry any number of marks: only so much is looked at.
  const head = text.slice(0, max * 12 + 12);
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(head)) {
    parts.push(segment);
    if (parts.length > max) break;
  }
  if (parts.length <= max && head.length === text.length) return text;
  return `${parts.slice(0, Math.min(max, parts.length) - 1).join('')}…`;
}
