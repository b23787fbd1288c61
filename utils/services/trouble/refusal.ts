/**
 * Why a service would not do what was asked, as a code that the pages have a sentence for (`trouble.refused`). An error
 * carries it as its `cause`: its message is for us, in English, and never reaches a screen.
 */
export const REFUSALS = [
  // What it is about was deleted or taken off the record in another window.
  'gone',
  'no_name', 'same_account', 'half_typed', 'no_outcome', 'no_owner', 'no_then_how', 'no_fulfilment', 'wrong_day',
  'no_step', 'no_checklist', 'list_agreed', 'list_not_ready', 'list_in_use', 'list_other', 'packet_emptied', 'packet_unreadable', 'packet_stopped', 'gate_closed', 'no_reason', 'practice_open',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Of an error whose message is a sentence in the reader's language already. */
export const TOLD = 'told';

/** The code that an error carries; null for one that nobody foresaw. */
export function refusalOf(error: unknown): Refusal | null {
  const cause: unknown = error instanceof Error ? error.cause : null;
  return REFUSALS.find((one) => one === cause) ?? null;
}
