/** File names that are safe on Windows, macOS and Linux; Korean is kept, composed (NFC). */
import { nfc } from './normalize';

/** Forbidden on one of the three systems, control (Cc), invisible formatting (Cf), half characters (Cs). */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu;
/** Device names of Windows, with any extension; it takes the superscript digits too. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(\..*)?$/iu;

/** One part of a file name, at most `max` characters (code points), never empty: '_' instead. Safe names stay as they are. */
export function safeFileName(part: string, max = 60): string {
  const clean = nfc(part.slice(0, 2000)).replace(FORBIDDEN, ' ').replace(/[\s-]+/gu, '-');
  const cut = ends([...ends(clean)].slice(0, max).join(''));
  if (cut === '') return '_';
  return RESERVED.test(cut) ? ends([...`_${cut}`].slice(0, max).join('')) : cut;
}

/** No dot, hyphen or space at either end: hidden files, options, names that Windows shortens. */
function ends(text: string): string {
  return text.replace(/^[.\s-]+|[.\s-]+$/gu, '');
}
