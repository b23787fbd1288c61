/** The text of an .ics file. It may be folded in the midst of a letter (RFC 5545, 3.1): it is unfolded before it is decoded. */
import { holdsIcs, unfold } from './ics-lines';

const [TAB, LF, CR, SPACE] = [9, 10, 13, 32];

/** The bytes without folds: a line's end and the blank after it. */
function unfoldBytes(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const end = bytes[i] === CR && bytes[i + 1] === LF ? 2 : bytes[i] === LF || bytes[i] === CR ? 1 : 0;
    const next = bytes[i + end];
    if (end > 0 && (next === SPACE || next === TAB)) i += end;
    else {
      kept[length] = bytes[i] ?? 0;
      length += 1;
    }
  }
  return kept.subarray(0, length);
}

/** What a chosen file says, in UTF-8; only a calendar's lines are joined. */
export function textOfFile(bytes: Uint8Array): string {
  const read = (part: Uint8Array): string => new TextDecoder().decode(part);
  const whole = read(bytes);
  return holdsIcs(unfold(whole)) ? read(unfoldBytes(bytes)) : whole;
}
