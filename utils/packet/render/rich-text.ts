/** A short HTML fragment for the clipboard: reads well in mail, Notion and Slack. No styles, no scripts. */
import type { PacketLabels } from '../labels/labels';
import { labelOf } from '../labels/labels';
import type { Packet, PacketAcceptedItem, PacketRisk } from '../schema';
import type { SafeHtml } from './escape';
import { html, joinHtml } from './escape';
import { nextFacts } from './next/next-meeting';
import type { View } from './words';
import { dayText } from '../../time/day-text';
import { acceptedItems, acceptedRisks, answerText, dueText, itemName, openGaps, packetTitle, promiseMarks, riskMarks, riskOwner, riskReason, riskText, roleText, routeText, sendAnywayText, standText, viewOf } from './words';

function list(title: string, rows: readonly SafeHtml[]): SafeHtml {
  return rows.length === 0 ? html`` : html`<h3>${title}</h3><ul>${rows.map((r) => html`<li>${r}</li>`)}</ul>`;
}

function gapLines(view: View): SafeHtml[] {
  const internal = view.packet.packet.redaction === 'internal';
  return openGaps(view).map((g) => {
    const facts = [routeText(g, view), internal ? (g.owner === '' ? view.labels.nobody : g.owner) : g.askWhom, dueText(g.due, view), g.blocksEstimate ? view.labels.gap.blocks : ''];
    return html`${g.question} (${facts.filter((f) => f !== '').join(' · ')})`;
  });
}

function riskLine(risk: PacketRisk, view: View): SafeHtml {
  const words = view.labels.risk;
  const facts = [words.kind[risk.kind], ...riskMarks(risk, view), riskOwner(risk, view), riskReason(risk, view), risk.open ? words.open : words.settled];
  return html`${riskText(risk, view)} (${facts.join(' · ')})`;
}

function itemLine(group: PacketAcceptedItem[], view: View): SafeHtml[] {
  const words = view.labels.risk;
  return group.slice(0, 1).map((one) =>
    html`${group.map(({ itemId }) => itemName(itemId, view)).join(', ')} (${[words.kind.item, riskOwner(one, view), riskReason(one, view), one.open ? words.open : words.settled].join(' · ')})`);
}

/** The packet in short: what is asked, the summary, the next meeting, open gaps, conflicts, promises and what was accepted at the signature. */
export function renderRichText(packet: Packet, labels: PacketLabels): string {
  const view = viewOf(packet, labels);
  const { request } = packet;
  const summary = packet.summary.map((l) => html`<b>${labelOf(labels.summary, l.key)}</b>: ${summaryText(l, view)}`);
  const stand = html`<p><b>${standText(view)}</b></p>`;
  return joinHtml([
    html`<h2>${packetTitle(view)}: ${packet.account.name} · ${packet.deal.name}</h2><p><i>${labels.redaction[packet.packet.redaction]}. ${labels.othersWords}</i></p>`,
    packet.packet.sendAnywayReason === null ? '' : html`<p><b>${sendAnywayText(packet, labels)}</b> ${packet.packet.sendAnywayReason}</p>`,
    stand,
    request.respondBy === null ? '' : html`<p>${labels.lead.respondBy}: <b>${dayText(request.respondBy, view.language)}</b></p>`,
    list(labels.sections.request, request.questions.map((q) => html`${q.text}${q.neededBy === null ? '' : ` (${labels.request.neededBy} ${dayText(q.neededBy, view.language)})`}`)),
    list(labels.request.roles, request.rolesToBring.map((r) => html`<b>${roleText(r.role, view)}</b>: ${r.why}`)),
    list(labels.sections.summary, summary),
    list(labels.sections.next, nextFacts(view).map(({ name, text }) => html`<b>${name}</b>: ${text}`)),
    list(`${labels.sections.gaps} (${openGaps(view).length})`, gapLines(view)),
    list(labels.sections.contradictions, packet.contradictions.filter((c) => c.status === 'open' && !c.offRecord).map((c) =>
      html`${c.a.text} (${c.a.saidBy ?? labels.unknownSpeaker}) ↔ ${c.b.text} (${c.b.saidBy ?? labels.unknownSpeaker})`)),
    list(labels.sections.promises, packet.commitments.map((c) => html`${[c.words, ...(c.due === null ? [] : [dayText(c.due, view.language)]), ...promiseMarks(c, view)].join(' · ')}`)),
    list(labels.sections.accepted, [...acceptedRisks(view).map((r) => riskLine(r, view)), ...acceptedItems(view).flatMap((group) => itemLine(group, view))]),
  ], '\n').source;
}

/** The fact with its state where it is not simply answered; without one, why there is none. */
function summaryText(line: Packet['summary'][number], view: View): string {
  if (line.text !== '') return line.state === 'answered' ? line.text : `${line.text} (${view.labels.state[line.state]})`;
  const answer = view.byItem.get(line.itemId ?? '');
  return answer ? answerText(answer, view) : view.labels.state[line.state];
}
