/**
 * Asking delivery to come along, in words to paste into a mail or a chat (product.md, the seventh step; R-37, R-39): when, what for, in
 * which role, what hurts the customer, what is to be found out, what was promised already. Plain text, and short: the packet has the rest.
 */
import { dayText } from '../../../time/day-text';
import { showSafely, truncateText } from '../../../text/normalize';
import type { PacketLabels } from '../../labels/labels';
import { fill } from '../../labels/labels';
import type { Packet } from '../../schema';
import { nextFacts } from './next-meeting';
import type { View } from '../words';
import { packetTitle, roleText, viewOf } from '../words';

/** More of one kind nobody reads in an invitation. */
const MOST = 7;
const LONGEST = 300;

/** On one line: what was typed with line breaks would break the list that it stands in. */
function flat(text: string): string {
  return truncateText(showSafely(text).replace(/\s+/gu, ' ').trim(), LONGEST);
}

function list(title: string, lines: readonly string[], more: string): string[] {
  if (lines.length === 0) return [];
  const left = lines.length - MOST;
  return ['', title, ...lines.slice(0, MOST).map((line) => `- ${line}`), ...(left > 0 ? [`- ${fill(more, { n: left })}`] : [])];
}

/** Questions and promises that are still open: a verdict that delivery gave needs no asking. */
function openPromises({ packet, labels, language }: View): string[] {
  return packet.commitments.filter((c) => c.confirmation === 'unconfirmed' && c.fulfilment === 'open')
    .map((c) => {
      const facts = [c.onBehalfOfDelivery === true ? labels.commitment.delivery : '', c.due === null ? '' : `${labels.commitment.due} ${dayText(c.due, language)}`].filter((fact) => fact !== '');
      return `${flat(c.words)}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
    });
}

/** The invitation of a request to join; '' for any other packet. `fileName`: the packet that goes with it. */
export function renderInvitation(packet: Packet, labels: PacketLabels, fileName: string): string {
  if (packet.packet.purpose !== 'join') return '';
  const view = viewOf(packet, labels);
  const { request } = packet;
  const { more, goesWith } = labels.invitation;
  const dates = [
    request.respondBy === null ? '' : `${labels.lead.respondBy}: ${dayText(request.respondBy, view.language)}`,
    request.lateReason === '' ? '' : `${labels.lead.why}: ${flat(request.lateReason)}`,
  ].filter((line) => line !== '');
  return [
    `${packetTitle(view)}: ${flat(packet.account.name)} · ${flat(packet.deal.name)}`,
    labels.redactionNote.internal,
    ...(packet.packet.practice ? [labels.practice] : []),
    '',
    ...nextFacts(view).map(({ name, text }) => `${name}: ${flat(text)}`),
    ...list(labels.request.roles, request.rolesToBring.map((r) => `${flat(roleText(r.role, view))}: ${flat(r.why)}`), more),
    ...list(labels.invitation.pains, packet.pains.map((p) => `“${flat(p.text)}”${p.saidBy === null ? '' : ` (${flat(p.saidBy)})`}`), more),
    ...list(labels.request.questions, request.questions.map((q) => flat(q.text)), more),
    ...list(labels.invitation.promises, openPromises(view), more),
    ...(dates.length > 0 ? ['', ...dates] : []),
    '', fill(goesWith, { file: fileName }), flat(packet.packet.createdBy),
  ].join('\n').trimEnd();
}
