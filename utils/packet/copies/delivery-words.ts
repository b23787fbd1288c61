/**
 * What delivery answered in a reply was said to us, and no copy for others has it (docs/reply.md): the outcome of a "?", what an item or one side
 * of a difference has of it, whoever typed it again. What the customer confirmed of it is the customer's.
 */
import { valueText } from '../../checklist/parse-value';
import type { Packet, PacketAnswer } from '../schema';

type Said = Pick<PacketAnswer, 'value' | 'raw' | 'saidBy' | 'confidence' | 'fromDelivery'>;

/** Of one topic: every way in which their words may stand somewhere, and who of them spoke. */
interface Theirs { words: Set<string>; speakers: Set<string> }
const NOTHING: Theirs = { words: new Set(), speakers: new Set() };

/** The words of an answer as they were typed, and as each language writes them: a side keeps those of the screen, and a copy has its own language. */
function wordsOf({ raw, value }: Said): string[] {
  return [raw, valueText(value, 'ko'), valueText(value, 'en')].filter((text) => text !== '');
}

/** The customer stands behind it (`build/answers.ts` gives it no flag). */
function isConfirmed({ confidence }: Said): boolean {
  return confidence === 'confirmed';
}

/** A namesake who was there for the customer is no one of theirs. */
function theirsByTopic({ answers, alsoAnswers, meetings }: Packet): Map<string, Theirs> {
  const customers = new Set(meetings.flatMap(({ participants }) => participants.filter(({ side }) => side === 'customer').map(({ name }) => name)));
  const byTopic = new Map<string, Said[]>();
  for (const answer of [...answers, ...alsoAnswers]) byTopic.set(answer.topic, [...(byTopic.get(answer.topic) ?? []), answer, ...answer.history]);
  return new Map([...byTopic].flatMap(([topic, said]) => {
    const told = said.filter((one) => one.fromDelivery === true);
    const confirmed = new Set(said.filter(isConfirmed).flatMap(wordsOf));
    const speakers = new Set(told.flatMap(({ saidBy }) => (saidBy === null || customers.has(saidBy) ? [] : [saidBy])));
    return told.length === 0 ? [] : [[topic, { words: new Set(told.flatMap(wordsOf).filter((text) => !confirmed.has(text))), speakers }] as const];
  }));
}

/** Theirs by itself, in their name, or in their words. "Yes" and "30" are everybody's words: where somebody else said them they are that one's. */
function isTheirs(said: Said, { words, speakers }: Theirs): boolean {
  if (isConfirmed(said)) return false;
  if (said.fromDelivery === true || speakers.has(said.saidBy ?? '') || words.has(said.raw)) return true;
  return (said.value?.kind === 'text' || said.saidBy === null) && wordsOf(said).some((text) => words.has(text));
}

/** The packet without it; `emptied` makes of an answer one of which only the state is told. Of these no change is told either. */
export function withoutDelivery(packet: Packet, emptied: <A extends PacketAnswer>(answer: A) => A): Packet {
  const byTopic = theirsByTopic(packet);
  const topicOf = new Map([...packet.answers, ...packet.alsoAnswers].map((a) => [a.itemId, a.topic]));
  const theirsOn = (row: { topic: string | null; itemId: string | null }): Theirs => byTopic.get(row.topic ?? topicOf.get(row.itemId ?? '') ?? '') ?? NOTHING;
  const everywhere: Theirs = { words: new Set([...byTopic.values()].flatMap(({ words }) => [...words])), speakers: new Set([...byTopic.values()].flatMap(({ speakers }) => [...speakers])) };
  const emptiedItems = new Set<string>();
  const own = <A extends PacketAnswer>(answer: A): A => {
    const theirs = theirsOn(answer);
    const unnamed = <S extends Said>(said: S): S => (theirs.speakers.has(said.saidBy ?? '') ? { ...said, saidBy: null } : said);
    const kept = { ...unnamed(answer), history: answer.history.filter((one) => !isTheirs(one, theirs)).map(unnamed) };
    if (!isTheirs(answer, theirs)) return kept;
    emptiedItems.add(answer.itemId);
    return emptied(kept);
  };
  const ofTheirs = (row: Packet['contradictions'][number]): boolean => [row.a, row.b].some(({ text, saidBy }) => {
    const { words, speakers } = theirsOn(row);
    return words.has(text) || speakers.has(saidBy ?? '') || (everywhere.words.has(text) && everywhere.speakers.has(saidBy ?? ''));
  });
  const { changes } = packet;
  const [answers, alsoAnswers] = [packet.answers.map(own), packet.alsoAnswers.map(own)];
  const told = (ids: readonly string[]): string[] => ids.filter((id) => !emptiedItems.has(id));
  return {
    ...packet, answers, alsoAnswers, contradictions: packet.contradictions.filter((c) => !ofTheirs(c)),
    gaps: packet.gaps.map((g) => ((g.answeredBy ?? '') !== '' || theirsOn(g).words.has(g.outcome) ? { ...g, outcome: '', answeredBy: '' } : g)),
    changes: changes && { ...changes, answered: told(changes.answered), changed: told(changes.changed) },
  };
}
