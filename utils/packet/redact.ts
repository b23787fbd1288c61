/**
 * Redaction profiles (domain.md §3.2). `customer_safe` leaves our inside out: conditions, internal
 * risks, routes and owners, remarks, notes. `anonymised` also replaces names everywhere.
 */
import { valueText } from '../checklist/parse-value';
import type { TopicCatalogue } from '../checklist/checklist';
import type { Stage } from '../deal/deal';
import { isDueAt } from '../deal/deal';
import { editsForCustomer, editsForUs } from '../meeting/minutes-edits';
import { anonymise } from './build/anonymise';
import { packetPeople } from './build/meetings';
import type { CostLine } from './copies/cost-lines';
import { costLines, withoutLines } from './copies/cost-lines';
import { withoutDelivery } from './copies/delivery-words';
import type { Packet, PacketAnswer } from './schema';
import { summaryLines } from './summary';

/** Topics of section 9 that the catalogue files elsewhere: they tell about competition. */
const COMMERCIAL_TOPICS = ['decision.process'];
function isCommercial(topic: string | null, sections: Map<string, string>): boolean {
  // What nobody knows the place of (the checklist that named it was deleted) is not shown either.
  return topic !== null && (COMMERCIAL_TOPICS.includes(topic) || (sections.get(topic) ?? 'commercial') === 'commercial');
}

function emptied<T extends PacketAnswer>(answer: T): T {
  return {
    ...answer, fromDelivery: undefined, value: null, raw: '', remark: '', reason: '', saidBy: null, confidence: null, evidence: [], history: [], withheld: true,
  };
}

function safeValue(value: PacketAnswer['value']): PacketAnswer['value'] {
  return value?.kind === 'people' ? { ...value, people: value.people.map((p) => ({ name: p.name, role: p.role })) } : value;
}

/** The customer's own words stay; our remarks, our attitudes about people and what we only assume go. */
function safeAnswer<T extends PacketAnswer>(answer: T, commercial: (topic: string | null) => boolean): T {
  if (commercial(answer.topic)) return emptied(answer);
  const told = answer.confidence === 'assumed' ? { ...emptied(answer), withheld: answer.withheld } : answer;
  return {
    ...told, value: safeValue(told.value), raw: '', remark: '', why: { ko: '', en: '' }, bring: '', evidence: [],
    history: answer.history.filter((h) => h.confidence !== 'assumed').map((h) => ({ ...h, raw: '', remark: '', value: safeValue(h.value) })),
  };
}

function safeGaps(packet: Packet, commercial: (topic: string | null) => boolean): Packet['gaps'] {
  const byItem = new Map([...packet.alsoAnswers, ...packet.answers].map((a) => [a.itemId, a.topic]));
  return packet.gaps
    .filter((g) => g.route === 'ask_customer' && !commercial(g.topic) && !commercial(byItem.get(g.itemId ?? '') ?? null))
    .map((g) => ({
      ...g, owner: '', bring: null, askedOn: [], outcome: g.state === 'assumed' || g.state === 'dropped' ? '' : g.outcome,
    }));
}

function safeChanges(packet: Packet, gapIds: Set<string>, item: (id: string) => boolean): Packet['changes'] {
  const { changes } = packet;
  if (!changes) return null;
  const known = (id: string): boolean => gapIds.has(id);
  return {
    ...changes, answered: changes.answered.filter(item), changed: changes.changed.filter(item), newGaps: changes.newGaps.filter(known), closedGaps: changes.closedGaps.filter(known),
  };
}

function safeMeetings(meetings: Packet['meetings']): Packet['meetings'] {
  return meetings.map((m) => ({
    // What we got out of it is ours to say.
    ...m, aimResult: null, consent: m.consent.map((c) => ({ ...c, note: '' })),
    minutesEdits: editsForCustomer(m.minutesEdits),
  }));
}

type Counts = Pick<Packet['readiness'], 'first' | 'estimate' | 'contract'>;

/** Counts over what the copy still shows; a topic counts once. */
function safeCounts(packet: Packet, commercial: (topic: string | null) => boolean): Counts {
  const shown = new Map<string, PacketAnswer>([...[...packet.alsoAnswers].reverse(), ...packet.answers].map((a) => [a.topic, a]));
  const rows = [...shown.values()].filter((a) => a.need === 'minimum' && !commercial(a.topic));
  const count = (stage: Stage): Counts['first'] => {
    const due = rows.filter((a) => isDueAt(a.by, stage));
    const of = (standing: string): number => due.filter((a) => a.standing === standing).length;
    return { minimum: due.length, secured: of('secured'), owned: of('owned'), unowned: of('unowned') };
  };
  return { first: count('first'), estimate: count('estimate'), contract: count('contract') };
}

type Heads = Pick<Packet, 'packet' | 'deal' | 'checklist' | 'alsoChecklists' | 'readiness' | 'request' | 'nextMeeting'>;

/** When we meet is the customer's to know; what we want of it, and whom we bring, is not. A link says whose room it is. */
function safeNext({ nextMeeting: next, packet }: Packet): Packet['nextMeeting'] {
  if (!next) return next;
  return { ...next, aim: '', people: [], url: packet.redaction === 'anonymised' ? '' : next.url };
}

function safeHeads(packet: Packet, commercial: (topic: string | null) => boolean): Heads {
  return {
    packet: { ...packet.packet, sendAnywayReason: null },
    deal: { ...packet.deal, leadTime: { latest: null, recommended: null, class: null } },
    checklist: { ...packet.checklist, agreement: null },
    alsoChecklists: packet.alsoChecklists.map((c) => ({ ...c, agreement: null })),
    readiness: { ...packet.readiness, ...safeCounts(packet, commercial), rules: [] },
    request: { questions: [], respondBy: null, lateReason: '', rolesToBring: [] },
    nextMeeting: safeNext(packet),
  };
}

/** What delivery thinks of a want, how we would meet it, and what we would offer instead, is told to the customer by a person. */
function safeWant({ feasibility: _verdict, conditions: _conditions, thenHow: _offer, customClass: _class, customWhy: _why, classedBy: _who, ...want }: Packet['wants'][number]): Packet['wants'][number] {
  return want;
}

function customerSafe(packet: Packet, catalogue: TopicCatalogue): Packet {
  // Of topics too that no checklist of the deal asks (any more): lines were noted on them.
  const sections = new Map([...Object.entries(catalogue).map(([topic, { packetSection }]) => [topic, packetSection] as const), ...[...packet.alsoAnswers, ...packet.answers].map((a) => [a.topic, a.packetSection] as const)]);
  const topics = new Map([...packet.alsoAnswers, ...packet.answers].map((a) => [a.itemId, a.topic]));
  const commercial = (topic: string | null): boolean => isCommercial(topic, sections);
  const item = (id: string | null): boolean => !commercial(topics.get(id ?? '') ?? null);
  const kept = <T extends { topic: string | null; itemId: string | null }>(rows: T[]): T[] => rows.filter((r) => !commercial(r.topic) && item(r.itemId));
  const gaps = safeGaps(packet, commercial);
  const gapIds = new Set(gaps.map((g) => g.id));
  const answers = packet.answers.map((a) => safeAnswer(a, commercial));
  const alsoAnswers = packet.alsoAnswers.map((a) => safeAnswer(a, commercial));
  const asked = new Set(answers.map((a) => a.topic));
  // What was worked out from answers is worked out again from what is left of them.
  const { language } = packet.packet;
  const texts = new Map([...alsoAnswers, ...answers].map((a) => [a.itemId, valueText(a.value, language)]));
  const speakers = new Map([...alsoAnswers, ...answers].map((a) => [a.itemId, a.saidBy]));
  const pains = kept(packet.pains).map((p) => (p.source === 'answer' ? { ...p, text: texts.get(p.id) ?? '', saidBy: speakers.get(p.id) ?? null } : p)).filter((p) => p.text !== '');
  const raid = (lines: Packet['raid']['issues']): Packet['raid']['issues'] =>
    lines.filter((l) => item(l.itemId) && (l.gapId === null || gapIds.has(l.gapId)))
      .map((l) => (l.id === l.itemId ? { ...l, text: texts.get(l.id) ?? '' } : l)).filter((l) => l.text !== '');
  const summary = summaryLines([...answers, ...alsoAnswers], packet.wants, packet.deal.customerDue, language);
  return {
    ...packet, ...safeHeads(packet, commercial), meetings: safeMeetings(packet.meetings), answers, alsoAnswers, gaps, pains, wants: kept(packet.wants).map(safeWant), decisions: kept(packet.decisions),
    commitments: packet.commitments.map((c) => ({ ...c, onBehalfOfDelivery: null, confirmation: null, fulfilment: null, fulfilmentNote: '', fulfilledOn: null, deliveryNote: '', heardVerdict: null })),
    contradictions: kept(packet.contradictions).map((c) => ({ ...c, why: '' })),
    raid: { risks: [], assumptions: [], issues: raid(packet.raid.issues), dependencies: raid(packet.raid.dependencies) },
    people: packetPeople(packet.meetings, [...answers, ...alsoAnswers.filter((a) => !asked.has(a.topic) && asked.add(a.topic))]),
    actions: packet.actions.filter((a) => a.side === 'customer' && item(a.itemId) && (a.gapId === null || gapIds.has(a.gapId))),
    // What we signed in spite of, and who of us answers for it, is our inside.
    acceptedRisks: [], acceptedItems: [],
    costing: null,
    // Whole pages can name anybody, and whose page we read about them is our business.
    notes: [], clips: [], summary: summary.filter((l) => item(l.itemId)), changes: safeChanges(packet, gapIds, item),
  };
}

/** A packet as its profile lets it out, and the lines about cost or margin that it would have told, each with whether it does. */
export interface Redacted { packet: Packet; costLines: (CostLine & { kept: boolean })[] }

/** Lines that name cost or margin stay out of copies but for those in `keep` (ids of `costLines`). Off-record content never got this far. */
export function redacted(packet: Packet, topics: TopicCatalogue, keep: readonly string[] = []): Redacted {
  if (packet.packet.redaction === 'internal') return { packet: { ...packet, meetings: packet.meetings.map((m) => ({ ...m, minutesEdits: editsForUs(m.minutesEdits) })) }, costLines: [] };
  // First, and of the whole packet: an answer that is emptied for another reason no longer says what delivery had told of its topic.
  const own = withoutDelivery(packet, emptied);
  const all = customerSafe(own, topics);
  const lines = costLines(all).map((line) => ({ ...line, kept: keep.includes(line.id) }));
  const out = lines.filter(({ kept }) => !kept);
  const safe = out.length === 0 ? all : customerSafe(withoutLines(own, out, emptied), topics);
  return { packet: packet.packet.redaction === 'anonymised' ? anonymise(safe, packet) : safe, costLines: lines };
}
