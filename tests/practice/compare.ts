/**
 * Holds a packet against what the script expects. A difference that the script's own actions could
 * never produce (a date that nobody typed) is a note about the script; every other one is a fault.
 */
import type { Packet, PacketAnswer, PacketGap } from '@/utils/packet/schema';
import { bestAssignment } from './best-assignment';
import type { ContradictionExpected, Expectation, GapExpected, PracticeCall, RepAction } from './practice-call';

export interface Finding { kind: 'fault' | 'note'; text: string }

type Report = (text: string, couldNotBe?: boolean) => void;

/** Everything in which the packet differs from the script's expectation. */
export function comparePacket(call: PracticeCall, packet: Packet): Finding[] {
  const { expect } = call;
  if (!expect) return [{ kind: 'note', text: 'the script expects nothing: only the run itself was checked' }];
  const findings: Finding[] = [];
  const report: Report = (text, couldNotBe = false) => findings.push({ kind: couldNotBe ? 'note' : 'fault', text });
  const rows = [...packet.answers, ...packet.alsoAnswers];
  const touched = touchedTopics(call, rows);
  compareItems(expect, rows, touched, report);
  compareGaps(call, expect, packet, report);
  compareContradictions(call, expect, packet, report);
  comparePromises(call, expect, packet, report);
  compareCounts(expect, packet, report);
  return findings;
}

/** Topics on which the script itself records something. */
function touchedTopics(call: PracticeCall, rows: readonly PacketAnswer[]): Set<string> {
  const items = new Set(call.rep.flatMap((action) => (action.do === 'answer' ? [action.item] : [])));
  return new Set([...rows.filter((row) => items.has(row.itemId)).map((row) => row.topic), ...call.prior.map((one) => one.topic)]);
}

function compareItems(expect: Expectation, rows: readonly PacketAnswer[], touched: Set<string>, report: Report): void {
  const check = (id: string, state: string): void => {
    const row = rows.find((one) => one.itemId === id);
    if (!row) report(`item ${id} is not in the packet, expected ${state}`);
    else if (row.state !== state) report(`item ${id} is ${row.state}, expected ${state}`, state === 'not_asked' ? touched.has(row.topic) : !touched.has(row.topic));
  };
  for (const [id, state] of Object.entries(expect.items)) check(id, state);
  for (const id of expect.notAsked) check(id, 'not_asked');
  for (const { item, state } of expect.alsoItems) check(item, state);
}

function gapName(gap: GapExpected): string {
  return `gap ${gap.item ?? '(free)'} "${gap.q}"`;
}

/** The review's own wording of an expected gap: what the script really types. */
function scripted(call: PracticeCall, gap: GapExpected): GapExpected | undefined {
  const reviewed = call.atEnd.flatMap((action) => (action.do === 'review' ? action.gaps : []));
  return reviewed.find((one) => one.item === gap.item && one.q === gap.q) ?? reviewed.find((one) => gap.item !== null && one.item === gap.item);
}

type TopicOf = (item: string | null) => string | undefined;

/** Items of two checklists on one topic are one: a gap may be expected on either. */
function topicsOf(packet: Packet): TopicOf {
  const topics = new Map([...packet.alsoAnswers, ...packet.answers].map((row) => [row.itemId, row.topic]));
  return (item) => topics.get(item ?? '');
}

/** Partners of expected gaps among the open ones: by item where there is one, else by the question's words. */
function pairGaps(expected: readonly GapExpected[], open: readonly PacketGap[], topicOf: TopicOf): (PacketGap | undefined)[] {
  const free = expected.filter((gap) => gap.item === null);
  const candidates = open.filter((gap) => gap.itemId === null);
  const partner = bestAssignment(free.map((gap) => gap.q), candidates.map((gap) => gap.question));
  return expected.map((gap) => {
    if (gap.item === null) return candidates[partner[free.indexOf(gap)] ?? -1];
    const topic = topicOf(gap.item);
    const same = open.filter((one) => one.itemId === gap.item || (topic !== undefined && topicOf(one.itemId) === topic));
    return same.find((one) => one.question === gap.q) ?? same[0];
  });
}

function compareGaps(call: PracticeCall, expect: Expectation, packet: Packet, report: Report): void {
  const open = packet.gaps.filter((gap) => gap.open);
  const partners = pairGaps(expect.gaps, open, topicsOf(packet));
  expect.gaps.forEach((gap, i) => {
    const own = scripted(call, gap);
    const found = partners[i];
    if (!found) {
      report(`${gapName(gap)} is not in the packet`, !own);
      return;
    }
    const differ = (name: string, is: unknown, wanted: unknown, typed: unknown): void => {
      if (is !== wanted) report(`${gapName(gap)}: ${name} is ${JSON.stringify(is)}, expected ${JSON.stringify(wanted)}`, typed !== wanted);
    };
    differ('the question', found.question, gap.q.normalize('NFC'), own?.q.normalize('NFC'));
    differ('the route', found.route, gap.route, own?.route);
    differ('the owner', found.owner, gap.owner, own?.owner);
    differ('the due date', found.due, gap.due, own?.due);
    // Where the script doesn't say whom to ask, Baton may know it from who answered.
    if (own?.ask_whom) differ('who can answer', found.askWhom, gap.ask_whom || own.ask_whom, own.ask_whom);
    differ('"blocks the estimate"', found.blocksEstimate, gap.blocks, own?.blocks);
  });
  for (const gap of open.filter((one) => !partners.includes(one))) report(`the packet has an open gap that is not expected: ${gap.itemId ?? '(free)'} "${gap.question}"`);
}

function compareContradictions(call: PracticeCall, expect: Expectation, packet: Packet, report: Report): void {
  const scriptedOnes = call.atEnd.flatMap((action) => (action.do === 'review' ? action.contradictions : []));
  const left = [...packet.contradictions];
  const topicOf = topicsOf(packet);
  const take = (wanted: ContradictionExpected): boolean => {
    const index = left.findIndex((one) => (one.itemId === wanted.item || one.topic === topicOf(wanted.item)) && one.status === wanted.status);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  };
  for (const wanted of expect.contradictions) {
    if (!take(wanted)) report(`contradiction ${wanted.id} of ${wanted.item} (${wanted.status}) is not in the packet`, !scriptedOnes.some((one) => one.item === wanted.item && one.status === wanted.status));
  }
  for (const extra of left) report(`the packet has a contradiction that is not expected: ${extra.itemId} (${extra.status}) "${extra.a.text}" / "${extra.b.text}"`);
}

/** What the script typed that became a promise. */
function typedPromises(call: PracticeCall): { text: string; due: string | null }[] {
  return call.rep.flatMap((action: RepAction) => {
    if (action.do === 'promise') return [{ text: action.text, due: action.due }];
    const said = action.do === 'line' ? /^\s*[!！]\s*(.+)$/su.exec(action.text)?.[1] : undefined;
    // A date in the words is read by Baton; without a digit there is none to read.
    return said ? [{ text: said, due: /\d/.test(said) ? 'in the words' : null }] : [];
  });
}

function comparePromises(call: PracticeCall, expect: Expectation, packet: Packet, report: Report): void {
  const typed = typedPromises(call);
  const expected = expect.promises;
  if (!expected) return;
  const words = packet.commitments.map((one) => one.words);
  const inPacket = bestAssignment(expected.map((one) => one.text), words);
  const inScript = bestAssignment(expected.map((one) => one.text), typed.map((one) => one.text));
  expected.forEach((wanted, i) => {
    const found = packet.commitments[inPacket[i] ?? -1];
    const own = typed[inScript[i] ?? -1];
    if (!found) report(`promise "${wanted.text}" is not in the packet`, !own);
    else if (found.due !== wanted.due) {
      report(`promise "${wanted.text}" is due ${String(found.due)}, expected ${String(wanted.due)}`, own?.due !== wanted.due && own?.due !== 'in the words');
    }
  });
  // One that nobody typed is Baton's own reading of the "next step" answer, noted in the review.
  const typedInPacket = bestAssignment(words, typed.map((one) => one.text)).filter((at) => at >= 0).length;
  if (packet.commitments.length > expected.length) report(`the packet has ${String(packet.commitments.length)} promises, expected ${String(expected.length)}`, typedInPacket <= expected.length);
}

function compareCounts(expect: Expectation, packet: Packet, report: Report): void {
  const { derived } = expect;
  const differ = (name: string, is: unknown, wanted: unknown, couldNotBe = false): void => {
    if (wanted !== undefined && JSON.stringify(is) !== JSON.stringify(wanted)) report(`${name}: ${JSON.stringify(is)}, expected ${JSON.stringify(wanted)}`, couldNotBe);
  };
  const { first, estimate, contract } = packet.readiness;
  const open = packet.gaps.filter((gap) => gap.open);
  differ('readiness for the first meeting [secured, minimum]', [first.secured, first.minimum], derived.minimumFirst);
  differ('readiness for the estimate [secured, minimum]', [estimate.secured, estimate.minimum], derived.minimumEstimate);
  differ('readiness for the contract [secured, minimum]', [contract.secured, contract.minimum], derived.minimumContract);
  differ('open gaps', open.length, derived.gaps);
  differ('open gaps without owner, way or date', open.filter((gap) => !gap.owned && gap.state !== 'assumed').length, derived.unmanagedGaps);
  // No action says whose word a promise needs: Baton works it out from the words.
  differ('promises that wait for delivery', packet.commitments.filter((one) => one.confirmation === 'unconfirmed').length, derived.promisesWaitingForDelivery, true);
  differ('gaps that block the estimate', open.filter((gap) => gap.blocksEstimate).length, derived.blockingGaps);
  differ('open contradictions', packet.contradictions.filter((one) => one.status === 'open').length, derived.openContradictions);
}
