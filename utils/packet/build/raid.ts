/** Risks, assumptions, issues, dependencies; what was accepted at the signature; what it costs and leaves; who does what next; what we ask of delivery. */
import { costingSummary } from '../../deal/costing/costing-summary';
import { ACCEPTANCE, sameRisk } from '../../deal/accepted-risk';
import { contractRisks } from '../../deal/contract-risks';
import { isContracted } from '../../deal/course';
import type { LeadTime } from '../../time/lead-time';
import { oneLine, pairLines } from '../../text/pair-lines';
import { businessDaysUntil, dateAt, isPlainDate } from '../../time/plain-date';
import { valueText } from '../../checklist/parse-value';
import { isSecured } from '../../checklist/item-view';
import type { Language, Packet, PacketAcceptedItem, PacketAnswer, PacketCosting, PacketGap, PacketRequest, PacketRisk, Purpose } from '../schema';
import type { BuildContext } from './context';
import { byTime, isHidden, itemIdOf } from './context';
import { maskIdentityNumbers } from './mask-numbers';

type Raid = Packet['raid'];
type RaidLine = Raid['risks'][number];

/** Answers on these topics are things that the work waits for. */
const DEPENDENCY_TOPICS = ['schedule.customer_tasks', 'tech.api_access', 'scope.docs', 'scope.design'];
/** Answers on these topics are trouble that exists already. */
const ISSUE_TOPICS = ['ops.incidents', 'trust.open_promises'];

function lineOf(answer: PacketAnswer, language: Language): RaidLine | null {
  if (answer.value === null) return null;
  return { id: answer.itemId, text: valueText(answer.value, language), itemId: answer.itemId, gapId: null, owner: '', due: null };
}

function linesOf(answers: readonly PacketAnswer[], language: Language): RaidLine[] {
  return answers.map((a) => lineOf(a, language)).filter((l): l is RaidLine => l !== null);
}

/** The RAID log: risks from notes, assumptions from `assumed` answers and gaps, the rest from answers. */
export function packetRaid(ctx: BuildContext, answers: readonly PacketAnswer[], gaps: readonly PacketGap[]): Raid {
  const language = ctx.input.options.language;
  const risks = byTime(ctx.input.notes.filter((n) => n.kind === 'risk' && !isHidden(ctx, n)))
    .map((n) => ({ id: n.id, text: n.text, itemId: itemIdOf(ctx, n), gapId: null, owner: '', due: null }));
  const assumedGaps = gaps.filter((g) => g.state === 'assumed').map((g) => ({
    id: g.id, text: g.outcome.trim() === '' ? g.question : `${g.question} → ${g.outcome}`, itemId: g.itemId, gapId: g.id, owner: g.owner, due: g.due,
  }));
  const owed = gaps.filter((g) => g.open && g.state !== 'assumed' && g.origin === 'asked_will_send').map((g) => ({
    id: g.id, text: g.question, itemId: g.itemId, gapId: g.id, owner: g.askWhom, due: g.due,
  }));
  return {
    risks,
    assumptions: [...linesOf(answers.filter((a) => a.confidence === 'assumed'), language), ...assumedGaps],
    issues: linesOf(answers.filter((a) => ISSUE_TOPICS.includes(a.topic)), language),
    dependencies: [...linesOf(answers.filter((a) => DEPENDENCY_TOPICS.includes(a.topic)), language), ...owed],
  };
}

type Told = Pick<PacketRisk, 'itemId' | 'topic' | 'text' | 'offRecord'>;

/** What the record that a risk points at says in this packet; null when it is not in it. */
function toldOf(ctx: BuildContext, { kind, ref }: Pick<PacketRisk, 'kind' | 'ref'>, { gaps, contradictions, commitments }: Pick<Packet, 'gaps' | 'contradictions' | 'commitments'>): Told | null {
  const on = (row: { itemId: string | null; topic: string | null }, text: string): Told =>
    ({ itemId: row.itemId, topic: row.topic ?? ctx.itemById.get(row.itemId ?? '')?.topic ?? null, text, offRecord: isHidden(ctx, row) });
  switch (kind) {
    case 'gap': { const gap = gaps.find((one) => one.id === ref); return gap ? on(gap, gap.question) : null; }
    case 'promise': { const promise = commitments.find((one) => one.id === ref); return promise ? on(promise, promise.words) : null; }
    case 'conflict': {
      const found = contradictions.find((one) => one.id === ref);
      return found ? { ...on(found, found.offRecord ? '' : `${found.a.text} ↔ ${found.b.text}`), offRecord: found.offRecord } : null;
    }
    case 'acceptance': return on({ itemId: ctx.views.find((view) => view.item.topic === ACCEPTANCE)?.item.id ?? null, topic: ACCEPTANCE }, '');
  }
}

/** What was open as the contract was signed, with who answers for it; nothing before the signature. */
export function packetAcceptedRisks(ctx: BuildContext, told: Pick<Packet, 'gaps' | 'contradictions' | 'commitments'>): PacketRisk[] {
  const { deal, options } = ctx.input;
  if (!isContracted(deal)) return [];
  const still = contractRisks({ ...ctx.input, views: ctx.views });
  return (deal.risksAccepted ?? []).flatMap((risk) => {
    const { kind, ref } = risk;
    const says = toldOf(ctx, risk, told);
    // Its record is deleted, off the record or with another deal: the reason may repeat its words, and of a name alone nobody learns anything.
    if (says === null) return [];
    // The topic lets a packet be found by what it tells once that goes off the record.
    return [{
      kind, ref, ...says, acceptedBy: risk.by.trim(), why: says.offRecord ? '' : risk.why.trim(), on: dateAt(risk.at, options.utcOffset), open: still.some((one) => sameRisk(one, risk)),
    }];
  });
}

/** What the deal costs us and what is left, in a handoff; null in all others and while nobody has worked it out. */
export function packetCosting({ input: { deal, estimate = null, options } }: BuildContext): PacketCosting | null {
  if (options.purpose !== 'handoff' || !deal.costing) return null;
  const { currency, price, targetMargin, inHandoff } = deal.costing;
  const { source, class: estimateClass, effort, sheet: { effort: months, missing, cost, margin } } = costingSummary(deal.costing, estimate);
  const whose = { source, by: source === 'delivery' ? (estimate?.by ?? '') : options.createdBy, on: source === 'delivery' ? (estimate?.on ?? null) : null, class: estimateClass, currency };
  if (!inHandoff && margin !== null) return { ...whose, withheld: true, effort: [], months: { low: 0, expected: 0, high: 0 }, missing: [], cost: null, price: null, margin: null, targetMargin: null };
  return inHandoff ? { ...whose, withheld: false, effort, months, missing, cost, price, margin, targetMargin } : null;
}

/** Minimum items that nobody had secured or looked after then, each with who answers for it; of a topic that is asked no more nothing is told. */
export function packetAcceptedItems({ input: { deal, options }, views, hiddenTopics }: BuildContext): PacketAcceptedItem[] {
  if (!isContracted(deal)) return [];
  return (deal.itemsAccepted ?? []).flatMap(({ topic, by, why, at }) => {
    const view = views.find(({ item }) => item.topic === topic);
    const offRecord = hiddenTopics.has(topic);
    return view ? [{ topic, itemId: view.item.id, acceptedBy: by.trim(), why: offRecord ? '' : why.trim(), on: dateAt(at, options.utcOffset), open: !isSecured(view), offRecord }] : [];
  });
}

function gapActions(gap: PacketGap): Packet['actions'] {
  const base = { text: gap.question, due: gap.due, itemId: gap.itemId, gapId: gap.id };
  const actions: Packet['actions'] = [];
  if (gap.origin === 'asked_will_send' || (gap.state === 'waiting' && gap.route === 'ask_customer')) {
    actions.push({ ...base, id: `customer:${gap.id}`, side: 'customer', owner: gap.askWhom });
  }
  if (gap.owner.trim() !== '') actions.push({ ...base, id: `us:${gap.id}`, side: 'us', owner: gap.owner });
  return actions;
}

/** Who does what: what the customer said they would send, and what each of us chases. */
export function packetActions(ctx: BuildContext, answers: readonly PacketAnswer[], gaps: readonly PacketGap[]): Packet['actions'] {
  const open = gaps.filter((g) => g.open);
  const covered = new Set(open.map((g) => g.itemId));
  const language = ctx.input.options.language;
  const owed = answers.filter((a) => a.state === 'asked_will_send' && !covered.has(a.itemId)).map((a) => ({
    id: `customer:${a.itemId}`, text: a.question[language], side: 'customer' as const, owner: a.saidBy ?? '', due: null,
    itemId: a.itemId, gapId: null,
  }));
  const actions = [...open.flatMap(gapActions), ...owed];
  return [...actions.filter((a) => a.side === 'customer'), ...actions.filter((a) => a.side === 'us')];
}

/** What delivery can answer. Where they join a meeting, also what is to be found out there; what we ask the customer ourselves is no question to them. */
function defaultQuestions(gaps: readonly PacketGap[], purpose: Purpose): PacketRequest['questions'] {
  const open = gaps.filter((g) => g.open && g.state !== 'assumed');
  const delivery = open.filter((g) => g.route === 'ask_delivery');
  const blocking = purpose === 'join' ? open.filter((g) => g.blocksEstimate && g.route !== 'ask_delivery') : [];
  return [...delivery, ...blocking].map((g) => questionOf(g, g.question));
}

function questionOf({ id, itemId, due }: PacketGap, text: string): PacketRequest['questions'][number] {
  return { id: `q:${id}`, text, itemId, gapId: id, neededBy: due };
}

/**
 * The rep's own lines. One that is, word for word, an open "?" of the deal, or one of those that are asked by themselves put otherwise, keeps its item,
 * its date and the "?" that an answer ends. The form has them with their numbers masked.
 */
function ownQuestions(lines: readonly string[], gaps: readonly PacketGap[], purpose: Purpose): PacketRequest['questions'] {
  const asked = defaultQuestions(gaps, purpose).flatMap(({ gapId }) => gaps.filter((g) => g.id === gapId));
  const known = [...asked, ...gaps.filter((g) => g.open && g.state !== 'assumed' && !asked.includes(g))];
  const found = pairLines(lines, known.map((g) => maskIdentityNumbers({ question: g.question }).question), asked.length);
  return lines.map((text, i) => {
    const gap = known[found[i] ?? -1];
    return gap ? questionOf(gap, oneLine(text) === oneLine(maskIdentityNumbers({ text: gap.question }).text) ? gap.question : text) : { id: `q:${i + 1}`, text, itemId: null, gapId: null, neededBy: null };
  });
}

function defaultRoles(gaps: readonly PacketGap[]): PacketRequest['rolesToBring'] {
  const roles = new Map<string, PacketRequest['rolesToBring'][number]>();
  for (const gap of gaps.filter((g) => g.open && g.state !== 'assumed')) {
    const role = gap.bring ?? (gap.route === 'ask_delivery' ? 'delivery' : null);
    if (role === null) continue;
    const entry = roles.get(role) ?? { role, why: '', itemIds: [], gapIds: [] };
    entry.gapIds.push(gap.id);
    if (gap.itemId !== null && !entry.itemIds.includes(gap.itemId)) entry.itemIds.push(gap.itemId);
    entry.why = entry.why === '' ? gap.question : `${entry.why} / ${gap.question}`;
    roles.set(role, entry);
  }
  return [...roles.values()].sort((a, b) => b.gapIds.length - a.gapIds.length || (a.role < b.role ? -1 : 1));
}

/** What we ask: the rep's own questions and roles, or those that follow from the open gaps. */
export function packetRequest(ctx: BuildContext, gaps: readonly PacketGap[], lead: LeadTime): PacketRequest {
  const { request: asked, createdAt, utcOffset, leadPolicy } = ctx.input.options;
  const respondBy = (asked.respondBy ?? lead.respondBy) || null;
  return {
    questions: asked.questions === null ? defaultQuestions(gaps, ctx.input.options.purpose) : ownQuestions(asked.questions, gaps, ctx.input.options.purpose),
    respondBy,
    lateReason: asked.lateReason,
    rolesToBring: asked.rolesToBring?.map((r) => ({ role: r.role, why: r.why, itemIds: [...r.itemIds], gapIds: [] })) ?? defaultRoles(gaps),
    workingDays: respondBy !== null && isPlainDate(respondBy) ? businessDaysUntil(dateAt(createdAt, utcOffset), respondBy, leadPolicy?.holidays, leadPolicy?.workdays) : null,
  };
}
