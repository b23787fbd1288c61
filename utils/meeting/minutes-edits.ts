/**
 * Sections of the minutes that were edited by hand, and what a copy for the customer says in their place. Both lie in
 * `Meeting.minutesEdits`, so whatever takes words out of one takes them out of the other.
 */
type Edits = Readonly<Record<string, string>>;

/** Sections whose edited text may go out as it is; whoever edits another begins with our inside in it (whether the aim was reached, what delivery said of a promise). */
const SAFE: ReadonlySet<string> = new Set(['attendees', 'decisions', 'next']);
const CUSTOMER = '.customer';

/** Where the words for the customer of a section lie. */
export function customerKey(section: string): string {
  return section + CUSTOMER;
}

/** What stands for colleagues: the sections as edited, nothing that is worded for the customer. */
export function editsForUs(edits: Edits): Record<string, string> {
  return Object.fromEntries(Object.entries(edits).filter(([key]) => !key.endsWith(CUSTOMER)));
}

/** What stands in a copy for the customer: what was worded for it, else an edit that may go out; any other section is written by itself. */
export function editsForCustomer(edits: Edits): Record<string, string> {
  const worded = Object.entries(edits).flatMap(([key, text]) => (key.endsWith(CUSTOMER) ? [[key.slice(0, -CUSTOMER.length), text] as const] : []));
  return Object.fromEntries([...Object.entries(edits).filter(([key]) => goesOut(key)), ...worded]);
}

/** True when an edit of the section is in a copy for the customer too. */
export function goesOut(section: string): boolean {
  return SAFE.has(section);
}

/** The sections that were edited and are written by themselves in a copy for the customer. */
export function leftOut(edits: Edits): string[] {
  const out = editsForCustomer(edits);
  return Object.keys(editsForUs(edits)).filter((section) => !(section in out));
}

/** Without the edits whose text goes. Where what was worded for the customer goes, so does the edit behind it, which was never meant for them: the section is written by itself again. */
export function withoutEdits(edits: Edits, goes: (text: string) => boolean): Record<string, string> {
  const gone = new Set(Object.keys(edits).filter((key) => goes(edits[key] ?? '')));
  return Object.fromEntries(Object.entries(edits).filter(([key]) => !gone.has(key) && !gone.has(customerKey(key))));
}
