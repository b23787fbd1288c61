/** How the facts of a packet read: shared by all renderers. */
import { valueText } from '../../checklist/parse-value';
import { dayText } from '../../time/day-text';
import { grouped } from '../../deal/contract-items';
import { isDueAt } from '../../deal/deal';
import { clockText, daysBetween, isPlainDate } from '../../time/plain-date';
import { unmetMusts } from '../choices';
import type { PacketLabels } from '../labels/labels';
import { fill, labelOf } from '../labels/labels';
import type { Language, Packet, PacketAnswer, PacketCommitment, PacketAcceptedItem, PacketGap, PacketMeeting, PacketRisk } from '../schema';

/** A packet with the words to print it in. */
export interface View {
  packet: Packet;
  labels: PacketLabels;
  language: Language;
  /** Every answer of the packet by item, pinned checklist first, a topic once. */
  answers: PacketAnswer[];
  byItem: Map<string, PacketAnswer>;
  /** Fragment ids by record: made from positions, so no id from outside becomes an anchor. */
  anchors: Map<string, string>;
}

/** Prepares a packet for printing. */
export function viewOf(packet: Packet, labels: PacketLabels): View {
  const asked = new Set(packet.answers.map((a) => a.topic));
  const answers: PacketAnswer[] = [...packet.answers, ...packet.alsoAnswers.filter((a) => !asked.has(a.topic) && asked.add(a.topic))];
  const anchors = new Map<string, string>();
  answers.forEach((a, i) => anchors.set(`item:${a.itemId}`, `item-${i + 1}`));
  packet.gaps.forEach((g, i) => anchors.set(`gap:${g.id}`, `gap-${i + 1}`));
  packet.clips.forEach((c, i) => anchors.set(`clip:${c.id}`, `clip-${i + 1}`));
  packet.wants.forEach((w, i) => anchors.set(`want:${w.id}`, `want-${i + 1}`));
  packet.commitments.forEach((c, i) => anchors.set(`promise:${c.id}`, `promise-${i + 1}`));
  return {
    packet, labels, language: packet.packet.language, answers, anchors,
    byItem: new Map([...packet.alsoAnswers, ...packet.answers].map((a) => [a.itemId, a])),
  };
}

/** What the packet leaves with all the same, before its reason: what nobody owns, what the checklist requires and is not met, or both. */
export function sendAnywayText({ readiness }: Pick<Packet, 'readiness'>, labels: PacketLabels): string {
  if (unmetMusts(readiness.rules).length === 0) return labels.sendAnyway;
  return readiness[readiness.stage].unowned > 0 ? labels.sendWithoutBoth : labels.sendWithoutMust;
}

/** Day and clock of an instant, as they were where it happened. */
export function instantText(iso: string, language: Language): string {
  return `${dayText(iso, language)} ${iso.slice(11, 16)}`;
}

/** `14:00–14:42`, or with the end still open. */
export function spanText(meeting: PacketMeeting, view: View): string {
  const end = meeting.endedAt === null ? view.labels.meeting.ongoing : meeting.endedAt.slice(11, 16);
  const zone = /[+-]\d{2}:\d{2}$/.exec(meeting.startedAt)?.[0] ?? '';
  return `${instantText(meeting.startedAt, view.language)}–${end}${zone === '' ? '' : ` (UTC${zone})`}`;
}

/** A due date, or that there is none. */
export function dueText(due: string | null, view: View): string {
  return due === null ? view.labels.noDate : dayText(due, view.language);
}

/** Name and role of the meeting in its deal. */
export function meetingName(meeting: PacketMeeting, view: View): string {
  const ordinal = meeting.ordinal > 0 ? fill(view.labels.meeting.ordinal, { n: meeting.ordinal }) : view.labels.meeting.unnumbered;
  return meeting.title.trim() === '' ? ordinal : `${ordinal} · ${meeting.title}`;
}

/** Platforms of a meeting, each once. */
export function placesText(meeting: PacketMeeting, view: View): string {
  return [...new Set(meeting.segments.map((s) => view.labels.meeting.platform[s.platform]))].join(' → ');
}

/** `A-07 예산 범위`; '' for no item. */
export function itemName(itemId: string | null, view: View): string {
  const answer = view.byItem.get(itemId ?? '');
  return answer ? `${answer.itemId} ${answer.topicName[view.language]}` : (itemId ?? '');
}

/** The content of an answer, or '' when there is none to show. */
export function answerContent(answer: Pick<PacketAnswer, 'value' | 'raw' | 'offRecord'>, view: View): string {
  if (answer.offRecord) return '';
  if (answer.value === null) return answer.raw;
  const text = valueText(answer.value, view.language);
  const typed = answer.raw.trim();
  // A typed value keeps the words it was read from: reading may be wrong, the words are not.
  return answer.value.kind === 'text' || text.includes(typed) ? text : `${text} (“${typed}”)`;
}

/** Both sides of an answer that differs, each with who said it; '' when nothing may be shown. */
function conflictText(topic: string, view: View): string {
  const open = view.packet.contradictions.filter((c) => c.topic === topic && c.status === 'open' && !c.offRecord);
  const side = (s: { text: string; saidBy: string | null }): string => `${s.text} (${s.saidBy ?? view.labels.unknownSpeaker})`;
  return open.map((c) => `${side(c.a)} ↔ ${side(c.b)}`).join('\n');
}

/** What an answer reads as: its content, or why there is none. */
export function answerText(answer: PacketAnswer, view: View): string {
  if (answer.offRecord) return view.labels.offRecord;
  if (answer.withheld) return view.labels.withheld;
  const conflict = answer.state === 'conflict' ? conflictText(answer.topic, view) : '';
  if (conflict !== '') return conflict;
  const content = answerContent(answer, view);
  if (content !== '') return content;
  return answer.reason !== '' ? answer.reason : view.labels.state[answer.state];
}

/** Answers under the headings of their checklist, in its order; withheld ones and empty headings left out. */
export function answerGroups(view: View): { title: string; answers: PacketAnswer[] }[] {
  const pinned = new Set(view.packet.answers);
  const owner = new Map<PacketAnswer, string>(view.packet.alsoAnswers.map((a) => [a, a.checklistId]));
  const lists = [view.packet.checklist, ...view.packet.alsoChecklists];
  const groups = lists.flatMap((list, i) => list.sections.map((section) => ({
    title: section[view.language],
    answers: view.answers.filter((a) => !a.withheld && a.section === section.id && (i === 0 ? pinned.has(a) : owner.get(a) === list.id)),
  })));
  return groups.filter((g) => g.answers.length > 0);
}

/** Who said it and how sure it is: `이수민 · 들음`. An assumption is always printed as one. */
export function sourceText(answer: Pick<PacketAnswer, 'saidBy' | 'confidence' | 'value' | 'state'> & { topic?: string }, view: View): string {
  if (answer.value === null && answer.saidBy === null) return '';
  // Each side of a difference carries its own name.
  if (answer.state === 'conflict' && answer.topic !== undefined && conflictText(answer.topic, view) !== '') return '';
  const sure = answer.confidence === null ? '' : view.labels.confidence[answer.confidence];
  const who = answer.confidence === 'assumed' ? '' : (answer.saidBy ?? view.labels.unknownSpeaker);
  return [who, sure].filter((t) => t !== '').join(' · ');
}

/** Route of a gap in words. The customer reads their own copy: what they are asked is not "ask the customer" to them. */
export function routeText(gap: Pick<PacketGap, 'route'>, view: View): string {
  if (gap.route === 'ask_customer' && view.packet.packet.redaction === 'customer_safe') return view.labels.gap.toYou;
  return gap.route === null ? view.labels.route.none : view.labels.route[gap.route];
}

/** A role code in words, or as typed. */
export function roleText(role: string, view: View): string {
  return labelOf(view.labels.role, role);
}

/** The call's clock of a record, or ''. */
export function clockOf(row: { offsetMs: number | null }): string {
  return row.offsetMs === null ? '' : clockText(row.offsetMs);
}

/** Gaps that someone still looks after, blocking ones first, then by due date. */
export function openGaps(view: View): PacketGap[] {
  const rank = (g: PacketGap): string => `${g.blocksEstimate ? 0 : 1}${g.due ?? '9999'}`;
  return view.packet.gaps.filter((g) => g.open).sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

/** What became of a "?", and who of delivery said so; '' when nothing was written. */
export function endText({ outcome, answeredBy = '' }: PacketGap, { labels }: View): string {
  return outcome === '' || answeredBy === '' ? outcome : fill(labels.want.howSaid, { how: outcome, who: fill(labels.want.classedBy, { name: answeredBy }) });
}

/** A "?" that has ended, on one line with what became of it. */
export function endedText(gap: PacketGap, view: View): string {
  const end = endText(gap, view);
  return end === '' ? gap.question : `${gap.question} → ${end}`;
}

/** On which days it was asked, and how long nobody has known it (R-47); how often we ask whom is nobody else's business. */
export function askedFacts(gap: PacketGap, view: View): string[] {
  if (!isInternal(view)) return [];
  const [raised, made] = [gap.raisedAt.slice(0, 10), view.packet.packet.createdAt.slice(0, 10)];
  const age = isPlainDate(raised) && isPlainDate(made) ? daysBetween(raised, made) : 0;
  const { labels, language } = view;
  return [
    ...(gap.askedOn.length === 0 ? [] : [`${labels.gap.asked} ${gap.askedOn.map((day) => dayText(day, language)).join(', ')}`]), ...(age > 0 ? [fill(labels.gap.age, { n: age })] : []),
  ];
}

/** Title of a piece of evidence, or its address when the page had none. */
export function clipName(clip: Packet['clips'][number]): string {
  return clip.title.trim() === '' ? clip.url : clip.title;
}

/** When a promise was kept or put right, and what was said then; '' while it is open, or when that is nobody else's business. */
export function promiseEnd(promise: PacketCommitment, view: View): string {
  if (promise.fulfilment === null || promise.fulfilment === 'open') return '';
  const on = promise.fulfilledOn ? `${view.labels.commitment.keptOn} ${dayText(promise.fulfilledOn, view.language)}` : '';
  return [on, promise.fulfilmentNote ?? ''].filter((part) => part !== '').join(' · ');
}

/** Whose verdict sales wrote down, when and where it was said; '' for one that came in a reply. */
export function heardText({ heardVerdict: heard }: PacketCommitment, view: View): string {
  return heard ? fill(view.labels.commitment.heard, { by: heard.by, on: dayText(heard.on, view.language), where: heard.where }) : '';
}

/** What delivery adds to its verdict on a promise. A no never stands alone (R-64): where nobody wrote down what is possible instead, that is said. */
export function deliveryText({ confirmation, deliveryNote = '' }: PacketCommitment, { labels: { commitment: words, want } }: View): string {
  if (deliveryNote.trim() !== '') return `${words.deliveryNote}: ${deliveryNote}`;
  return confirmation === 'cannot' ? want.noThenHow : '';
}

/** What a promise must not be printed without: in whose name it was made, what delivery says of it, what became of it (R-61). None in copies for others. */
export function promiseMarks(promise: PacketCommitment, view: View): string[] {
  const words = view.labels.commitment;
  const { onBehalfOfDelivery, confirmation, fulfilment } = promise;
  return [
    onBehalfOfDelivery === true ? words.delivery : '', confirmation === null ? '' : words.confirmation[confirmation], deliveryText(promise, view), heardText(promise, view),
    fulfilment === null || fulfilment === 'open' ? '' : words.fulfilment[fulfilment], promiseEnd(promise, view),
  ].filter((mark) => mark !== '');
}

/** A promise by its id, in one line with its marks. */
export function promiseLine(id: string, view: View): string {
  const promise = view.packet.commitments.find((one) => one.id === id);
  return promise ? [promise.words, ...promiseMarks(promise, view)].join(' · ') : id;
}

/** What was accepted as the contract was signed; nothing in a copy for others, whatever its data say. */
export function acceptedRisks(view: View): PacketRisk[] {
  return isInternal(view) ? (view.packet.acceptedRisks ?? []) : [];
}

/** Items that were accepted then, those with the same name and reason together. */
export function acceptedItems(view: View): PacketAcceptedItem[][] {
  return isInternal(view) ? grouped(view.packet.acceptedItems ?? [], ({ acceptedBy, why, on, open, offRecord }) => [acceptedBy, why, on, open, offRecord]) : [];
}

/** What was open, in the words of its record, or why there are none. */
export function riskText(risk: PacketRisk, { labels }: View): string {
  if (risk.kind === 'acceptance') return labels.risk.noCriteria;
  return risk.text === '' && risk.offRecord ? labels.offRecord : risk.text;
}

/** How the promise stands that a risk is about; none for other risks. */
export function riskMarks({ kind, ref }: PacketRisk, view: View): string[] {
  const promise = kind === 'promise' ? view.packet.commitments.find((one) => one.id === ref) : undefined;
  return promise ? promiseMarks(promise, view) : [];
}

/** Who answers for it, or that nobody does. */
export function riskOwner({ acceptedBy }: Pick<PacketRisk, 'acceptedBy'>, { labels }: View): string {
  return acceptedBy === '' ? labels.nobody : `${labels.risk.by}: ${acceptedBy}`;
}

/** Why it was accepted, or that no reason is given; a reason about something off the record went with it. */
export function riskReason(risk: Pick<PacketRisk, 'why' | 'offRecord'>, { labels }: View): string {
  if (risk.why !== '') return `${labels.risk.why}: ${risk.why}`;
  return risk.offRecord ? labels.offRecord : labels.risk.noWhy;
}

/** Minimum items due at the packet's stage. */
export function stageItems(view: View): PacketAnswer[] {
  return view.answers.filter((a) => a.need === 'minimum' && isDueAt(a.by, view.packet.readiness.stage) && !a.withheld);
}

/** `견적·공수 검토 요청 2호`, the title of every output. */
export function packetTitle(view: View): string {
  return `${packetKind(view)} ${fill(view.labels.packetNumber, { n: view.packet.packet.number })}`;
}

/** What the document is: its purpose for delivery; a copy for others asks nobody for an estimate. */
export function packetKind(view: View): string {
  return isInternal(view) ? view.labels.purpose[view.packet.packet.purpose] : view.labels.copyTitle;
}

/** True for the copy that stays between sales and delivery. */
export function isInternal(view: View): boolean {
  return view.packet.packet.redaction === 'internal';
}

/** `확보 13/20 · 담당 있는 미확인 7 · 담당 없는 미확인 0`; who looks after what is nobody else's business. */
export function standText(view: View): string {
  const { readiness } = view.packet;
  const { counts } = view.labels;
  const now = readiness[readiness.stage];
  const secured = `${counts.secured} ${now.secured}/${now.minimum}`;
  return isInternal(view) ? `${secured} · ${counts.owned} ${now.owned} · ${counts.unowned} ${now.unowned}` : secured;
}
