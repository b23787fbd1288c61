/** Which pages of the library list what was captured. */
import type { LineKind } from './records';

/** A page that lists a line: of the meeting it was said in, of its deal, or of all that have neither (`id` is ''). */
export interface LinePage { page: 'meeting' | 'deal' | 'unfiled'; id: string }

/** What tells where a row stands; an answer is of one item of a deal, a follow-up of the deal itself. */
export interface Placed { kind: LineKind | 'answer' | 'follow_up'; dealId: string; meetingId: string }

const OF_DEAL: readonly Placed['kind'][] = ['pain', 'want', 'commitment', 'answer'];

/** What a deal's page lists wherever it was said. */
export function isOfDeal(kind: Placed['kind']): boolean {
  return OF_DEAL.includes(kind);
}

/**
 * The pages that list it, the one to go to first: the time line of its meeting; that of its deal, for what was said in no meeting
 * or in one of another deal. `meeting` is null when it was said in none, or in one that is gone. What is not filed and was said in none is listed with its like.
 */
export function pagesOfLine({ kind, dealId, meetingId }: Placed, meeting: { dealId: string } | null): LinePage[] {
  const deal: LinePage[] = dealId === '' ? [] : [{ page: 'deal', id: dealId }];
  if (meetingId === '' || !meeting) return dealId === '' && kind !== 'answer' ? [{ page: 'unfiled', id: '' }] : deal;
  const said: LinePage = { page: 'meeting', id: meetingId };
  if (dealId !== meeting.dealId) return [...deal, said];
  return isOfDeal(kind) ? [said, ...deal] : [said];
}
