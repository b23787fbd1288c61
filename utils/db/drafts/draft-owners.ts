/** Whose a draft is: its key names what it is about, so that it is marked there and goes where that goes. */
import { answerDraftKey } from './line-drafts';
import type { DraftRow } from '../rows';

/** The draft key of what stands between two answers that differ: the same in the call and in the review. */
export function conflictDraftKey(contradictionId: string): string {
  return `conflict:${contradictionId}`;
}

/** The draft key of two answers to an item that were heard. */
export function heardTwiceDraftKey(dealId: string, itemId: string): string {
  return `heard:${dealId}:${itemId}`;
}

/** The draft keys of all forms behind an item of the checklist. */
export function itemDraftKeys(dealId: string, itemId: string, contradictionIds: readonly string[]): string[] {
  return [answerDraftKey(dealId, itemId), heardTwiceDraftKey(dealId, itemId), ...contradictionIds.map(conflictDraftKey)];
}

/** The draft key of a deal's own fields; `null` for a deal that is being made. */
export function dealDraftKey(dealId: string | null): string {
  return `deal:${dealId ?? 'new'}`;
}

/** True for a draft that was typed in one of these meetings or is about one of these rows. */
export function isDraftOf({ key, meetingId }: DraftRow, ids: ReadonlySet<string>): boolean {
  return ids.has(meetingId) || key.split(':').some((part) => ids.has(part));
}
