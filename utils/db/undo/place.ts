/**
 * Where the rep is: the meeting that this page's panel shows. What is done in a panel is undone in it, also when it was
 * done to a "?" or a promise of an earlier meeting; so a step is filed under the place it was made in.
 */
let place: string | null = null;

/** The panel shows this meeting from now on ('': none). Returns how to leave it again. Pages without a panel never call it. */
export function standIn(meetingId: string): () => void {
  place = meetingId;
  return () => { place = null; };
}

/** The meeting under which a step is filed: the panel's own, else the one that its rows are of. */
export function placeOf(meetingId: string): string {
  return place ?? meetingId;
}
