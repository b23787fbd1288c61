/** The lists of the page: gaps, contradictions, promises, accepted risks, pains, wants, decisions, RAID, people, actions. */
import { costingFacts } from '../costing';
import type { Packet, PacketCommitment, PacketContradiction, PacketGap } from '../../schema';
import type { SafeHtml } from '../escape';
import { html, joinHtml } from '../escape';
import { empty, facts, itemLink, said, section, tag } from './parts';
import { atTheCut, classText, isUnserved, offerText, painOf, servesNothing } from '../wants/want-words';
import type { View } from '../words';
import { dayText } from '../../../time/day-text';
import { acceptedItems, acceptedRisks, askedFacts, clockOf, deliveryText, dueText, endText, heardText, instantText, itemName, openGaps, promiseEnd, riskMarks, riskOwner, riskReason, riskText, roleText, routeText } from '../words';

function gapRow(gap: PacketGap, view: View): SafeHtml {
  const g = view.labels.gap;
  const internal = view.packet.packet.redaction === 'internal';
  const cell = (name: string, value: SafeHtml | string): SafeHtml => html`<td data-label="${name}">${value}</td>`;
  const item = gap.itemId === null ? '' : html`<p class="facts">${itemLink(gap.itemId, view)}</p>`;
  return html`<tr id="${view.anchors.get(`gap:${gap.id}`) ?? ''}"><th scope="row" data-label="${g.question}">${said(gap.question)}${item}${gap.blocksEstimate ? tag(g.blocks, 'bad') : ''}</th>
${cell(g.route, routeText(gap, view))}${internal ? cell(g.owner, gap.owner === '' ? html`<em>${view.labels.nobody}</em>` : gap.owner) : ''}${cell(g.askWhom, gap.askWhom === '' ? '–' : gap.askWhom)}${cell(g.due, dueText(gap.due, view))}${cell(g.state, html`${view.labels.gapState[gap.state]}${facts(...askedFacts(gap, view))}`)}</tr>`;
}

/** Open gaps as a table, the ended ones as a list below it. */
export function gapsSection(view: View): SafeHtml {
  const g = view.labels.gap;
  const open = openGaps(view);
  const ended = view.packet.gaps.filter((gap) => !gap.open);
  const internal = view.packet.packet.redaction === 'internal';
  const heads = [g.question, g.route, ...(internal ? [g.owner] : []), g.askWhom, g.due, g.state];
  const table = html`<div class="scroll"><table class="stack"><thead><tr>${heads.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead><tbody>${open.map((gap) => gapRow(gap, view))}</tbody></table></div>`;
  const list = html`<h3>${g.ended} <span class="n">${ended.length}</span></h3><ul>${ended.map((gap) =>
    html`<li id="${view.anchors.get(`gap:${gap.id}`) ?? ''}">${said(gap.question)} ${tag(view.labels.gapState[gap.state])}${gap.outcome === '' ? '' : html` → ${said(endText(gap, view))}`}</li>`)}</ul>`;
  return section('gaps', view, html`${open.length === 0 ? empty(g.none) : table}${ended.length === 0 ? '' : list}`);
}

function contradictionCard(c: PacketContradiction, view: View): SafeHtml {
  const words = view.labels.contradiction;
  const side = (title: string, s: PacketContradiction['a']): SafeHtml =>
    html`<div class="side"><h4>${title}</h4><p>${said(s.text)}</p>${facts(html`<strong>${s.saidBy ?? view.labels.unknownSpeaker}</strong>`, instantText(s.at, view.language))}</div>`;
  const body = c.offRecord ? empty(words.off) : html`<div class="sides">${side(words.a, c.a)}${side(words.b, c.b)}</div>`;
  const outcome = c.kept === '' && c.why === '' ? '' : html`<p>${words.kept}: ${said(c.kept)}</p>${c.why === '' ? '' : html`<p class="facts">${words.why}: ${said(c.why)}</p>`}`;
  return html`<article class="card"><h3>${itemLink(c.itemId, view)} ${tag(words[c.status], c.status === 'open' ? 'warn' : 'good')}</h3>${body}${outcome}</article>`;
}

/** Two answers side by side, each with who said it. */
export function contradictionsSection(view: View): SafeHtml {
  const rows = view.packet.contradictions;
  return section('contradictions', view, rows.length === 0 ? empty(view.labels.contradiction.none) : joinHtml(rows.map((c) => contradictionCard(c, view))));
}

function promise(c: PacketCommitment, view: View): SafeHtml {
  const words = view.labels.commitment;
  const tone = c.confirmation === 'confirmed' || c.confirmation === 'not_needed' ? 'good' : c.confirmation === 'cannot' ? 'bad' : 'warn';
  return html`<li id="${view.anchors.get(`promise:${c.id}`) ?? ''}"><p class="lead">${said(c.words)} ${c.confirmation === null ? '' : tag(words.confirmation[c.confirmation], tone)} ${c.fulfilment === null || c.fulfilment === 'open' ? '' : tag(words.fulfilment[c.fulfilment])}</p>${facts(
    words.kind[c.kind], c.due === null ? null : `${words.due} ${dayText(c.due, view.language)}`, c.saidBy === null ? view.labels.unknownSpeaker : `${words.by} ${c.saidBy}`, deliveryText(c, view) === '' ? null : said(deliveryText(c, view)), (c.heardVerdict ?? null) === null ? null : said(heardText(c, view)), promiseEnd(c, view), clockOf(c),
  )}</li>`;
}

/** Promises: what was said in delivery's name comes first. */
export function promisesSection(view: View): SafeHtml {
  const words = view.labels.commitment;
  const rows = view.packet.commitments;
  const group = (title: string, list: PacketCommitment[], tone: string): SafeHtml =>
    list.length === 0 ? html`` : html`<h3 class="${tone}">${title} <span class="n">${list.length}</span></h3><ul class="plain">${list.map((c) => promise(c, view))}</ul>`;
  if (rows.length === 0) return section('promises', view, empty(words.none));
  return section('promises', view, html`${group(words.delivery, rows.filter((c) => c.onBehalfOfDelivery === true), 'accent')}${
    group(words.ours, rows.filter((c) => c.onBehalfOfDelivery === false), '')}${group(words.all, rows.filter((c) => c.onBehalfOfDelivery === null), '')}`);
}

/** What was open as the contract was signed, each with the name and the reason it was accepted with. */
export function acceptedSection(view: View): SafeHtml {
  const words = view.labels.risk;
  const rows = acceptedRisks(view).map((r) => html`<li><p class="lead">${said(riskText(r, view))} ${tag(words.kind[r.kind])} ${r.open ? tag(words.open, 'warn') : tag(words.settled, 'good')}</p>${facts(
    ...riskMarks(r, view).map(said), riskOwner(r, view), said(riskReason(r, view)), r.itemId === null ? null : itemLink(r.itemId, view),
  )}</li>`);
  const items = acceptedItems(view).flatMap((group) => group.slice(0, 1).map((one) => html`<li><p class="lead">${joinHtml(group.map(({ itemId }) => itemLink(itemId, view)), ', ')} ${tag(words.kind.item)} ${
    one.open ? tag(words.open, 'warn') : tag(words.settled, 'good')}</p>${facts(riskOwner(one, view), said(riskReason(one, view)))}</li>`));
  return rows.length + items.length === 0 ? html`` : section('accepted', view, html`<ul class="plain">${rows}${items}</ul>`);
}

/** What it costs us and what is left of the price. */
export function costingSection(view: View): SafeHtml {
  const rows = costingFacts(view).map(({ name, text }) => html`<div><dt>${name}</dt><dd>${said(text)}</dd></div>`);
  return rows.length === 0 ? html`` : section('costing', view, html`<dl class="lines">${rows}</dl>`);
}

/** Pain points, in the words used. */
export function painsSection(view: View): SafeHtml {
  const rows = view.packet.pains.map((p) => html`<li><blockquote>${said(p.text)}</blockquote>${facts(p.saidBy, p.itemId === null ? null : itemLink(p.itemId, view), clockOf(p), isUnserved(p, view) ? tag(view.labels.pain.noWant, 'warn') : null)}</li>`);
  return section('pains', view, rows.length === 0 ? empty(view.labels.pain.none) : html`<ul class="plain">${rows}</ul>`);
}

/** Customer wants with the need behind each. */
export function wantsSection(view: View): SafeHtml {
  const words = view.labels.want;
  const row = (w: Packet['wants'][number]): SafeHtml => html`<li id="${view.anchors.get(`want:${w.id}`) ?? ''}"><p class="lead">${said(w.words)} ${tag(w.priority === null ? words.priority.none : words.priority[w.priority], w.priority === 'must' ? 'bad' : 'plain')}</p>${facts(
    w.needBehind === '' ? null : html`${words.need}: ${said(w.needBehind)}`, painOf(w, view) === '' ? null : html`${words.pain}: ${said(painOf(w, view))}`,
    (w.trigger ?? '') === '' ? null : html`${words.trigger}: ${said(w.trigger ?? '')}`, w.feasibility === undefined ? null : words.feasibility[w.feasibility],
    (w.conditions ?? []).length === 0 ? null : html`${words.conditions}: ${said((w.conditions ?? []).join(' / '))}`,
    offerText(w, view) === '' ? null : said(offerText(w, view)), classText(w, view) === '' ? null : html`${words.custom}: ${said(classText(w, view))}`,
    (w.customWhy ?? '') === '' ? null : html`${words.customWhy}: ${said(w.customWhy ?? '')}`, servesNothing(w, view) ? tag(words.noPain, 'warn') : null, clockOf(w),
  )}</li>`;
  const { now, later } = atTheCut(view);
  const list = (wants: typeof now): SafeHtml => (wants.length === 0 ? html`` : html`<ul class="plain">${wants.map(row)}</ul>`);
  if (view.packet.wants.length === 0) return section('wants', view, empty(words.none));
  return section('wants', view, html`${list(now)}${later.length === 0 ? '' : html`<h3 class="cut">${words.cut} <span class="n">${later.length}</span></h3>`}${list(later)}`);
}

/** Decisions with when they were taken. */
export function decisionsSection(view: View): SafeHtml {
  const rows = view.packet.decisions.map((d) => html`<li>${said(d.text)}${facts(instantText(d.at, view.language), clockOf(d))}</li>`);
  return section('decisions', view, rows.length === 0 ? empty(view.labels.decision.none) : html`<ul>${rows}</ul>`);
}

/** Risks, assumptions, issues, dependencies; an empty one says so. */
export function raidSection(view: View): SafeHtml {
  const { raid, packet } = view.packet;
  const words = view.labels.raid;
  const keys = packet.redaction === 'internal' ? (['risks', 'assumptions', 'issues', 'dependencies'] as const) : (['issues', 'dependencies'] as const);
  const group = (key: (typeof keys)[number]): SafeHtml => html`<div><h3>${words[key]} <span class="n">${raid[key].length}</span></h3>${
    raid[key].length === 0 ? empty(words.none) : html`<ul>${raid[key].map((l) => html`<li>${said(l.text)}${facts(l.owner, l.due === null ? null : dayText(l.due, view.language), l.itemId === null ? null : itemLink(l.itemId, view))}</li>`)}</ul>`
  }</div>`;
  return section('raid', view, html`<div class="columns two">${keys.map(group)}</div>`);
}

/** Everybody named, by side. */
export function peopleSection(view: View): SafeHtml {
  const { people, meetings } = view.packet;
  if (people.length === 0) return section('people', view, empty(view.labels.person.none));
  const ordinal = (id: string): string => String(meetings.find((m) => m.id === id)?.ordinal ?? '');
  const groups = (['customer', 'delivery', 'sales', 'unknown'] as const).map((side) => {
    const own = people.filter((p) => p.side === side);
    return own.length === 0 ? html`` : html`<div><h3>${view.labels.side[side]} <span class="n">${own.length}</span></h3><ul>${own.map((p) => html`<li><strong>${p.name}</strong> ${roleText(p.role, view)}${facts(
      p.note, p.attended.length === 0 ? null : `${view.labels.person.attended} ${p.attended.map(ordinal).join(', ')}`, p.itemIds.length === 0 ? null : p.itemIds.map((id) => itemName(id, view)).join(', '),
    )}</li>`)}</ul></div>`;
  });
  return section('people', view, html`<div class="columns two">${groups}</div>`);
}

/** Who does what next. */
export function actionsSection(view: View): SafeHtml {
  const words = view.labels.action;
  const rows = view.packet.actions;
  const group = (side: 'customer' | 'us'): SafeHtml => {
    const own = rows.filter((a) => a.side === side);
    return own.length === 0 ? html`` : html`<h3>${words[side]} <span class="n">${own.length}</span></h3><ul>${own.map((a) =>
      html`<li>${said(a.text)}${facts(a.owner === '' ? view.labels.nobody : html`<strong>${a.owner}</strong>`, dueText(a.due, view))}</li>`)}</ul>`;
  };
  return section('actions', view, rows.length === 0 ? empty(words.none) : html`${group('customer')}${group('us')}`);
}
