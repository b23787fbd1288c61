/**
 * Readiness rules by purpose (domain.md §3.4): a list of what is missing, never a score. Codes only;
 * words come from the labels. Hard rules exist for `join` alone; everything else warns and lets sales move. A team's own
 * checklist says which of them count, how much, and adds its own; ours say nothing, and all count as they come.
 */
import type { TopicCatalogue } from '../checklist/checklist';
import { isOpenGap } from '../checklist/gap-rules';
import type { ItemView } from '../checklist/item-view';
import { isOn, isSecured } from '../checklist/item-view';
import { classifyStage } from '../checklist/readiness';
import type { ReadyPurpose, ReadyRules } from '../checklist/ready-rules';
import { GATE_RULES, weightOf } from '../checklist/ready-rules';
import { isUnsettled } from '../notes/promise-rules';
import type { Gap, Want } from '../notes/records';
import { lacksWhy } from '../notes/want-rules';
import { isDueAt } from '../deal/deal';
import { namesCost } from '../text/cost-words';
import { nextDateIn } from './choices';
import type { Reason } from './ready/own-rules';
import { because, judgedRule } from './ready/own-rules';
import type { Packet, PacketRule, Purpose } from './schema';

/** What the rules look at. */
export interface RuleFacts {
  purpose: Purpose;
  packet: Omit<Packet, 'readiness'>;
  views: readonly ItemView[];
  gaps: readonly Gap[];
  wants: readonly Want[];
  /** Words without a measure in a text (clarity check). */
  vagueWords: (text: string) => readonly string[];
  /** What the pinned checklist says of rules. Missing: nothing. */
  ready?: ReadyRules | undefined;
  topics: TopicCatalogue;
}

type Check = (facts: RuleFacts) => Reason | null;
interface RuleDefinition { id: string; check: Check }

const rule = (id: string, check: Check): RuleDefinition => ({ id, check });

function roles({ packet }: RuleFacts): Reason | null {
  const { rolesToBring } = packet.request;
  if (rolesToBring.length === 0) return because('no_roles');
  const empty = rolesToBring.filter((r) => r.why.trim() === '' || r.role.trim() === '');
  return empty.length > 0 ? because('role_without_why', { params: { roles: empty.map((r) => r.role).join(', ') } }) : null;
}

function aim({ packet }: RuleFacts): Reason | null {
  const open = packet.gaps.some((g) => g.open);
  const said = (packet.nextMeeting?.aim ?? '') !== '';
  return open || said || packet.request.questions.length > 0 ? null : because('no_aim');
}

function meetingDetails({ packet }: RuleFacts): Reason | null {
  const customers = [...packet.people, ...(packet.nextMeeting?.people ?? [])].some((p) => p.side === 'customer');
  if (nextDateIn(packet) === null) return because('next_date_unknown');
  return customers ? null : because('no_customer_attendees');
}

function leadTime({ purpose, packet }: RuleFacts): Reason | null {
  if (packet.deal.leadTime.class === null) return because(purpose === 'join' ? 'next_date_unknown' : 'due_unknown');
  if (packet.deal.leadTime.class !== 'late') return null;
  return because(packet.request.lateReason.trim() === '' ? 'late_without_reason' : 'late', { params: { latest: packet.deal.leadTime.latest ?? '' } });
}

function minimumBy(stage: 'estimate'): Check {
  return ({ views, gaps }) => {
    const bad = classifyStage(views, gaps, stage).filter((c) => c.class === 'unowned').map((c) => c.view.item.id);
    return bad.length > 0 ? because('unowned_items', { params: { n: bad.length }, itemIds: bad }) : null;
  };
}

/** An assumption counts once somebody put their name to it. */
function isAccepted(view: ItemView, gaps: readonly Gap[]): boolean {
  return gaps.some((g) => g.state === 'assumed' && g.owner.trim() !== '' && isOn(g, view.item));
}

function minimumByContract({ views, gaps }: RuleFacts): Reason | null {
  const bad = views.filter((v) => v.item.need === 'minimum' && isDueAt(v.item.by, 'contract') && !isSecured(v) && !isAccepted(v, gaps));
  return bad.length > 0 ? because('items_not_answered', { params: { n: bad.length }, itemIds: bad.map((v) => v.item.id) }) : null;
}

function conflictsHaveGaps({ views, gaps }: RuleFacts): Reason | null {
  const bad = classifyStage(views, gaps, 'contract').map((c) => c.view)
    .concat(views.filter((v) => v.item.need === 'nice'))
    .filter((v) => v.state === 'conflict' && !gaps.some((g) => isOpenGap(g) && isOn(g, v.item)));
  return bad.length > 0 ? because('conflict_without_gap', { params: { n: bad.length }, itemIds: bad.map((v) => v.item.id) }) : null;
}

function mustWants({ wants }: RuleFacts): Want[] {
  return wants.filter((w) => w.priority === 'must');
}

function wantsHaveNeeds(facts: RuleFacts): Reason | null {
  // Either says why: the need in words, or the pain it serves.
  const bad = mustWants(facts).filter((w) => w.needBehind.trim() === '' && w.painId === null);
  return bad.length > 0 ? because('want_without_need', { params: { n: bad.length }, refs: bad.map((w) => w.id) }) : null;
}

/** Of every want, whatever its priority: "just because" is no reason to build something. */
function customHasWhy({ wants }: RuleFacts): Reason | null {
  const bad = wants.filter(lacksWhy);
  return bad.length > 0 ? because('custom_without_why', { params: { n: bad.length }, refs: bad.map((w) => w.id) }) : null;
}

function noVagueWords(facts: RuleFacts): Reason | null {
  const bad = mustWants(facts).map((w) => ({ id: w.id, words: facts.vagueWords(w.words) })).filter((w) => w.words.length > 0);
  const words = [...new Set(bad.flatMap((w) => w.words))];
  return bad.length > 0 ? because('vague_words', { params: { words: words.join(', ') }, refs: bad.map((w) => w.id) }) : null;
}

/** It still warns: that somebody of ours answers for some of it settles nothing with delivery. */
function unsettled(code: string, refs: string[], { acceptedRisks = [] }: RuleFacts['packet']): Reason | null {
  if (refs.length === 0) return null;
  const accepted = acceptedRisks.filter((risk) => refs.includes(risk.ref)).length;
  return because(code, { params: { n: refs.length, ...(accepted > 0 ? { accepted } : {}) }, refs });
}

function noBlockingGap({ packet }: RuleFacts): Reason | null {
  return unsettled('blocking_gaps', packet.gaps.filter((g) => g.open && g.state !== 'assumed' && g.blocksEstimate).map((g) => g.id), packet);
}

function promisesSettled({ packet }: RuleFacts): Reason | null {
  return unsettled('promises_unsettled', packet.commitments.filter(isUnsettled).map((c) => c.id), packet);
}

/** Secured by its topic; a topic that no checklist asks is said to be exactly that. */
function topicSecured(...topics: string[]): Check {
  return ({ views }) => {
    const missing = topics.filter((t) => !views.some((v) => v.item.topic === t && isSecured(v)));
    if (missing.length === 0) return null;
    const items = views.filter((v) => missing.includes(v.item.topic)).map((v) => v.item.id);
    return items.length === 0 ? because('topic_not_on_checklist') : because('items_not_answered', { params: { n: items.length }, itemIds: items });
  };
}

/** Only notes and risks: they never leave the house (redact.ts), decisions and pains may. */
function costNoted({ packet }: RuleFacts): Reason | null {
  // Worked out, also where delivery is not told the figures.
  if (packet.costing && (packet.costing.withheld || packet.costing.margin !== null)) return null;
  return packet.notes.some((n) => (n.kind === 'note' || n.kind === 'risk') && namesCost(n.text)) ? null : because('no_cost_note');
}

/** By its title, for evidence that is kept for the deal as a whole. */
const CONTRACT = /계약서|계약\s?문서|발주서|주문서|\bcontracts?\b|\bagreement\b|\bstatement of work\b|\bSOW\b|\bpurchase order\b/iu;
const isContractTopic = (topic: string | null): boolean => topic?.startsWith('contract.') === true;

function contractDocuments({ packet, views }: RuleFacts): Reason | null {
  if (packet.clips.some((c) => isContractTopic(c.topic) || CONTRACT.test(c.title))) return null;
  return because('no_contract_document', { itemIds: views.filter((v) => isContractTopic(v.item.topic)).map((v) => v.item.id) });
}

/** The next date that a handoff leads to is the kickoff. */
function kickoff({ packet }: RuleFacts): Reason | null {
  return nextDateIn(packet) ? null : because('no_kickoff');
}

const RULES: Record<Purpose, RuleDefinition[]> = {
  join: [
    rule('join.roles', roles),
    rule('join.aim', aim),
    rule('join.pain', ({ packet }) => (packet.pains.length > 0 ? null : because('no_pain'))),
    rule('join.meeting', meetingDetails),
    rule('join.promises', () => null),
    rule('join.lead_time', leadTime),
  ],
  estimate: [
    rule('estimate.minimum', minimumBy('estimate')),
    rule('estimate.conflicts', conflictsHaveGaps),
    rule('estimate.due', ({ packet }) => (packet.deal.customerDue === null ? because('due_unknown') : null)),
    rule('estimate.wants_needs', wantsHaveNeeds),
    rule('estimate.custom_why', customHasWhy),
    rule('estimate.promises', ({ packet }) => (packet.commitments.length > 0 ? null : because('no_promises_recorded'))),
    rule('estimate.question', ({ packet }) => (packet.request.questions.length > 0 ? null : because('no_question'))),
    rule('estimate.vague', noVagueWords),
  ],
  handoff: [
    rule('handoff.minimum', minimumByContract),
    rule('handoff.blocking', noBlockingGap),
    rule('handoff.promises', promisesSettled),
    rule('handoff.scope', topicSecured('scope.must', 'scope.out')),
    rule('handoff.acceptance', topicSecured('acceptance.criteria')),
    rule('handoff.counterpart', topicSecured('people.counterpart')),
    rule('handoff.cost_margin', costNoted),
    rule('handoff.documents', contractDocuments),
    rule('handoff.kickoff', kickoff),
  ],
  update: [
    rule('update.previous', ({ packet }) => (packet.packet.supersedes === null ? because('no_previous') : null)),
    rule('update.changes', ({ packet }) => {
      const c = packet.changes;
      const n = c ? c.answered.length + c.changed.length + c.newGaps.length + c.closedGaps.length + c.newCommitments.length : 0;
      return n > 0 ? null : because('nothing_changed');
    }),
  ],
};

/** Every rule of the purpose that counts, passed ones too: in the order of domain.md, then those of the team's own. */
export function readinessRules(facts: RuleFacts): PacketRule[] {
  const { purpose, packet, views, ready, topics } = facts;
  const ours = RULES[purpose].filter(({ id }) => weightOf(ready, id) !== 'off').map(({ id, check }) => {
    const reason = check(facts);
    const hard = GATE_RULES.includes(id);
    return { id, hard, ...(!hard && weightOf(ready, id) === 'must' ? { must: true } : {}), pass: reason === null, reason: reason ?? because('ok') };
  });
  const own = (ready?.own ?? []).filter(({ purposes }) => purposes.some((one) => one === purpose));
  return [...ours, ...own.map((one) => judgedRule(one, packet, views, topics))];
}

/** Ids of Baton's rules for a purpose, in their order. */
export function ruleIds(purpose: ReadyPurpose): string[] {
  return RULES[purpose].map(({ id }) => id);
}

/** Ids of all rules, for the labels' contract test. */
export const RULE_IDS: readonly string[] = Object.values(RULES).flat().map((r) => r.id);
