/** How wants read, and how they fit the pains: shared by all renderers. */
import { isNo, lacksWhy } from '../../../notes/want-rules';
import { fill } from '../../labels/labels';
import type { Packet } from '../../schema';
import type { View } from '../words';
import { isInternal } from '../words';

type PacketWant = Packet['wants'][number];

/** How a want is met, who says so, and that nobody says why where custom work needs it; '' when nobody said. */
export function classText({ customClass = null, customWhy = '', classedBy = '' }: PacketWant, { labels: { want: words } }: View): string {
  if (customClass === null) return '';
  const who = classedBy === '' ? words.proposed : fill(words.classedBy, { name: classedBy });
  return `${fill(words.howSaid, { how: words.customClass[customClass], who })}${lacksWhy({ customClass, customWhy }) ? `, ${words.noWhy}` : ''}`;
}

/** The pain a want serves, in the words used; '' when none is said. */
export function painOf(want: PacketWant, view: View): string {
  return view.packet.pains.find((p) => p.id === want.painId)?.text ?? '';
}

/** A want that nobody has tied to a pain or a need: scope that may be nobody's. For colleagues only. */
export function servesNothing(want: PacketWant, view: View): boolean {
  return isInternal(view) && want.needBehind.trim() === '' && painOf(want, view) === '';
}

/** A pain in its own line that no want stands behind, where wants are written down at all; one that is an answer can't be pointed at. For colleagues only. */
export function isUnserved(pain: Packet['pains'][number], view: View): boolean {
  return isInternal(view) && pain.source === 'note' && view.packet.wants.length > 0 && !view.packet.wants.some((want) => want.painId === pain.id);
}

/** Wants as the packet has them, parted where the first release ends: what is for later comes behind. */
export function atTheCut({ packet: { wants } }: View): { now: PacketWant[]; later: PacketWant[] } {
  const isLater = (want: PacketWant): boolean => want.priority === 'later';
  return { now: wants.filter((want) => !isLater(want)), later: wants.filter(isLater) };
}

/** What is offered instead of a want, or that a no has no such offer yet. */
export function offerText(want: PacketWant, { labels: { want: words } }: View): string {
  const { feasibility = 'unknown', customClass = null, thenHow = '' } = want;
  if (thenHow.trim() !== '') return `${words.thenHow}: ${thenHow}`;
  return isNo({ feasibility, customClass }) ? words.noThenHow : '';
}

/** All that is known of a want, in the order of the page; a no with what is offered instead. */
export function wantFacts(want: PacketWant, view: View): string[] {
  const words = view.labels.want;
  const named = (name: string, text: string): string => (text === '' ? '' : `${name}: ${text}`);
  return [
    want.priority === null ? words.priority.none : words.priority[want.priority], named(words.need, want.needBehind), named(words.pain, painOf(want, view)), named(words.trigger, want.trigger ?? ''),
    want.feasibility === undefined ? '' : words.feasibility[want.feasibility], named(words.conditions, (want.conditions ?? []).join(' / ')), offerText(want, view),
    named(words.custom, classText(want, view)), named(words.customWhy, want.customWhy ?? ''),
  ].filter((fact) => fact !== '');
}
