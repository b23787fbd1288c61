/** The way in: whatever somebody pastes, as one invitation. */
import { isBlank } from '../text/normalize';
import { holdsIcs, unfold } from './ics/ics-lines';
import type { InvitationReading, ReadingContext, Unreadable } from './invitation';
import { readIcs } from './ics/read-ics';
import { readText } from './read-text';

/** Characters. A calendar of a whole team has less. */
export const MOST_PASTED = 1_048_576;

function fail(reason: Unreadable): InvitationReading {
  return { ok: false, reason };
}

/**
 * Reads the text of a mail or calendar entry, or what an .ics file holds. Never throws. What can't be known stays
 * empty, with a note; a time without a zone is the reader's.
 */
export function readInvitation(text: string, context: ReadingContext): InvitationReading {
  if (text.length > MOST_PASTED) return fail('too_large');
  if (isBlank(text)) return fail('empty');
  const unfolded = unfold(text);
  if (!holdsIcs(unfolded)) {
    const invitation = readText(text, context);
    return invitation ? { ok: true, invitation } : fail('not_an_invitation');
  }
  const read = readIcs(unfolded, context);
  return typeof read === 'string' ? fail(read) : { ok: true, invitation: read };
}
