/** How rough a packet is, and what it takes to read. Rough is fine where it is said; all of it is worked out from what the packet tells. */
import { vagueWords } from '../../../text/clarity';
import { fill } from '../../labels/labels';
import type { View } from '../words';
import { answerContent, isInternal, itemName } from '../words';

/** A line that is not exact, with where it stands. `anchor`: a fragment of the page; null where it has none. */
export interface RoughLine { text: string; anchor: string | null; words: string[] }

export const ROUGH = ['partly', 'vague', 'assumed'] as const;
export type Rough = Record<(typeof ROUGH)[number], RoughLine[]>;

const NONE: Rough = { partly: [], vague: [], assumed: [] };

/** What binds us or is priced by its words: wants that must be, minimum items, promises that are to be kept, questions to the customer. */
function saidOf(view: View): RoughLine[] {
  const { wants, gaps, commitments } = view.packet;
  const at = (text: string, key: string): RoughLine => ({ text, anchor: view.anchors.get(key) ?? null, words: vagueWords(text) });
  return [
    ...wants.filter((w) => w.priority === 'must').map((w) => at(w.words, `want:${w.id}`)),
    ...view.answers.filter((a) => a.need === 'minimum').map((a) => ({ ...at(answerContent(a, view), `item:${a.itemId}`), text: itemName(a.itemId, view) })),
    ...commitments.filter((c) => c.fulfilment === 'open' || c.fulfilment === 'late').map((c) => at(c.words, `promise:${c.id}`)),
    ...gaps.filter((g) => g.open && g.route === 'ask_customer').map((g) => at(g.question, `gap:${g.id}`)),
  ];
}

/** What is known only in part, said in words that measure nothing, or assumed by us; nothing in a copy for others. */
export function roughOf(view: View): Rough {
  if (!isInternal(view)) return NONE;
  const link = (text: string, key: string): RoughLine => ({ text, anchor: view.anchors.get(key) ?? null, words: [] });
  return {
    // An assumption counts as known in part, too: it is told as what it is.
    partly: view.answers.filter((a) => a.state === 'partial' && a.confidence !== 'assumed').map((a) => link(itemName(a.itemId, view), `item:${a.itemId}`)),
    vague: saidOf(view).filter(({ words }) => words.length > 0),
    assumed: view.packet.raid.assumptions.map((a) => link(a.text, a.gapId === null ? `item:${a.itemId ?? ''}` : `gap:${a.gapId}`)),
  };
}

/** Words a minute, of Korean (parted by blanks) as of English. */
const PACE = 200;

/** Minutes that what is asked takes to read, down to the promises; one at least. */
export function minutesToRead({ packet: { request, summary, gaps, contradictions, commitments, nextMeeting } }: View): number {
  const texts = [
    ...request.questions.map((q) => q.text), ...request.rolesToBring.map((r) => r.why), ...summary.map((l) => l.text), nextMeeting?.aim ?? '',
    ...gaps.flatMap((g) => [g.question, g.outcome, g.owner, g.askWhom]), ...contradictions.flatMap((c) => [c.a.text, c.b.text, c.kept, c.why]), ...commitments.flatMap((c) => [c.words, c.deliveryNote ?? '']),
  ];
  return Math.max(1, Math.ceil(texts.join(' ').split(/\s+/u).filter(Boolean).length / PACE));
}

/** How many questions, how much time for them, how long to read; nothing in a copy for others. */
export function effortFacts(view: View): string[] {
  if (!isInternal(view)) return [];
  const { questions, workingDays = null } = view.packet.request;
  const words = view.labels.effort;
  return [fill(words.questions, { n: questions.length }), workingDays === null ? '' : fill(words.days, { n: workingDays }), fill(words.minutes, { n: minutesToRead(view) })].filter((fact) => fact !== '');
}
