/** File names that are safe on Windows, macOS and Linux; Korean is kept. */
import { nfc } from './normalize';

/** Forbidden on one of the three systems, control (Cc) or invisible formatting (Cf). */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}]/gu;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/iu;

/** One part of a file name, at most `max` characters (UTF-16 units), never empty: '_' instead. */
export function safeFileName(part: string, max = 60): string {
  const clean = nfc(part).replace(FORBIDDEN, ' ').replace(/\s+/gu, '-').replace(/-{2,}/gu, '-');
  const cut = [...clean].slice(0, max).join('').replace(/^[.-]+|[. -]+$/gu, '');
  if (cut === '') return '_';
  return RESERVED.test(cut) ? `_${cut}` : cut;
}
