/** Top of the page: what this is, the three counts, what is asked, the minute's summary, what is not ready. */
import { nextDateIn } from '../../choices';
import { fill, labelOf, reasonText, ruleText } from '../../labels/labels';
import type { PacketRule } from '../../schema';
import type { SafeHtml } from '../escape';
import { html } from '../escape';
import type { SectionId } from './parts';
import { empty, facts, itemLink, said, section, tag } from './parts';
import type { View } from '../words';
import type { RoughLine } from '../cover/rough';
import { effortFacts, ROUGH, roughOf } from '../cover/rough';
import { dayText } from '../../../time/day-text';
import { answerText, endedText, instantText, isInternal, itemName, packetKind, packetTitle, promiseLine, roleText, sendAnywayText, stageItems, standText } from '../words';

function checklistLine(view: View): SafeHtml {
  const { checklist, packet } = view.packet;
  const words = view.labels.cover;
  const name = `${checklist.name[view.language]} ${fill(words.version, { n: checklist.version })}`;
  if (packet.redaction !== 'internal') return html`${name}`;
  const agreed = checklist.agreement
    ? fill(words.agreed, { sales: checklist.agreement.sales.name, delivery: checklist.agreement.delivery.name })
    : words.notAgreed;
  return html`${name}<br><small${checklist.agreement ? '' : html` class="warn-text"`}>${agreed}</small>`;
}

function coverFacts(view: View): SafeHtml {
  const { packet, account, deal } = view.packet;
  const { labels } = view;
  const join = packet.purpose === 'join';
  const date = (day: string | null): string => (day === null ? labels.unknown : dayText(day, view.language));
  const row = (name: string, value: SafeHtml | string): SafeHtml => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  const lead = deal.leadTime.class === null ? '' : tag(labels.lead.class[deal.leadTime.class], deal.leadTime.class === 'late' ? 'bad' : deal.leadTime.class === 'tight' ? 'warn' : 'plain');
  return html`<dl class="meta">
${row(labels.cover.account, html`${account.name} ${isInternal(view) ? tag(labels.relationship[account.relationship]) : ''}`)}
${row(labels.cover.deal, deal.name)}
${row(labels.cover.due, html`${date(deal.customerDue)} ${join ? '' : lead}`)}
${deal.signedOn ? row(labels.cover.signed, dayText(deal.signedOn, view.language)) : ''}${join ? row(labels.minutes.next, html`${date(nextDateIn(view.packet))} ${lead}`) : ''}
${row(labels.cover.checklist, checklistLine(view))}
${row(labels.cover.created, `${instantText(packet.createdAt, view.language)} · ${packet.createdBy}`)}
${row(labels.cover.hash, html`<code>${packet.contentHash.slice(0, 12)}</code>`)}
</dl>`;
}

/** The three counts, each a link to its list. */
function counts(view: View): SafeHtml {
  const { readiness, contradictions, commitments } = view.packet;
  const { labels } = view;
  const now = readiness[readiness.stage];
  const count = (key: 'secured' | 'owned' | 'unowned'): SafeHtml =>
    html`<a class="count ${key}${now[key] === 0 ? ' zero' : ''}" href="#list-${key}"><b>${now[key]}</b><span>${labels.counts[key]}</span></a>`;
  const also = fill(labels.countsAlso, {
    conflicts: contradictions.filter((c) => c.status === 'open').length,
    promises: commitments.filter((c) => c.confirmation === 'unconfirmed').length,
  });
  return html`<div class="counts"><p>${fill(labels.countsOf, { stage: labels.stage[readiness.stage], n: now.minimum })}</p>
<div class="three">${count('secured')}${count('owned')}${count('unowned')}</div><p class="facts">${also}</p>${roughCounts(view)}${facts(...effortFacts(view))}</div>`;
}

/** How rough it is, each count a link to what it counts. */
function roughCounts(view: View): SafeHtml {
  const rough = roughOf(view);
  return facts(...ROUGH.map((key) => {
    const told = html`${view.labels.rough[key]} ${rough[key].length}`;
    return rough[key].length === 0 ? told : html`<a href="#rough-${key}">${told}</a>`;
  }));
}

/** What is not exact yet, by kind, each line a link to where it stands. */
export function roughSection(view: View): SafeHtml {
  const rough = roughOf(view);
  const line = ({ text, anchor, words }: RoughLine): SafeHtml => html`<li>${anchor === null ? said(text) : html`<a href="#${anchor}">${said(text)}</a>`}${words.length === 0 ? '' : html` ${tag(words.join(', '), 'warn')}`}</li>`;
  const lists = ROUGH.filter((key) => rough[key].length > 0).map((key) => html`<div id="rough-${key}"><h3>${view.labels.rough[key]} <span class="n">${rough[key].length}</span></h3><ul>${rough[key].map(line)}</ul></div>`);
  return lists.length === 0 ? html`` : section('rough', view, html`<div class="columns">${lists}</div>`);
}

/** Title, facts and counts. */
export function cover(view: View): SafeHtml {
  const { packet } = view.packet;
  const { labels } = view;
  const [title, number] = [packetKind(view), fill(labels.packetNumber, { n: packet.number })];
  return html`<header class="cover"><p class="brand"><span>${labels.product}</span> <strong class="badge ${packet.redaction}">${labels.redaction[packet.redaction]}</strong></p>
<h1>${title} <span class="no">${number}</span></h1><p class="sub">${view.packet.account.name} · ${view.packet.deal.name}</p>
${packet.practice ? html`<p class="notice">${labels.practice}</p>` : ''}
${packet.sendAnywayReason === null ? '' : html`<p class="notice bad"><strong>${sendAnywayText(view.packet, labels)}</strong> ${said(packet.sendAnywayReason)}</p>`}
${coverFacts(view)}${isInternal(view) ? counts(view) : ''}
<p class="words">${labels.redactionNote[packet.redaction]} ${labels.othersWords}</p></header>
`;
}

/** Contents, in the order of the page. */
export function contents(ids: readonly SectionId[], view: View): SafeHtml {
  return html`<nav class="toc" aria-labelledby="toc-h"><h2 id="toc-h">${view.labels.toc}</h2><ol>${ids.map((id) => html`<li><a href="#${id}">${view.labels.sections[id]}</a></li>`)}</ol></nav>
`;
}

/** What we ask of the reader: first, because it is why they were sent this. */
export function requestSection(view: View): SafeHtml {
  const { request, deal } = view.packet;
  const { labels } = view;
  const questions = request.questions.map((q) => html`<li>${said(q.text)}${facts(
    q.itemId === null ? null : itemLink(q.itemId, view), q.neededBy === null ? null : `${labels.request.neededBy} ${dayText(q.neededBy, view.language)}`,
  )}</li>`);
  const roles = request.rolesToBring.map((r) => html`<li><strong>${roleText(r.role, view)}</strong> ${said(r.why)}</li>`);
  const dates = facts(
    request.respondBy === null ? null : html`${labels.lead.respondBy} <strong>${dayText(request.respondBy, view.language)}</strong>`,
    deal.leadTime.class === 'late' && request.lateReason !== '' ? html`${labels.lead.why}: ${request.lateReason}` : null,
  );
  return section('request', view, html`${dates}<h3>${labels.request.questions}</h3>${questions.length === 0 ? empty(labels.request.none) : html`<ol class="asks">${questions}</ol>`}
<h3>${labels.request.roles}</h3>${roles.length === 0 ? empty(labels.request.noRoles) : html`<ul class="asks">${roles}</ul>`}<p class="go"><a class="button" href="#reply">${labels.toForm}</a></p>`);
}

/** The eight lines to read when there is only a minute. */
export function summarySection(view: View): SafeHtml {
  const { labels, packet } = view;
  const rows = packet.summary.map((l) => html`<div><dt>${labelOf(labels.summary, l.key)}</dt><dd>${
    l.text === '' ? html`<span class="empty">${answerOr(l.itemId, l.state, view)}</span>` : said(l.text)
  }${l.text !== '' && l.state !== 'answered' ? html` ${tag(labels.state[l.state], 'warn')}` : ''}</dd></div>`);
  return section('summary', view, html`<dl class="lines">${rows}<div><dt>${labels.summary.stand}</dt><dd>${standText(view)}</dd></div></dl>`);
}

function answerOr(itemId: string | null, state: keyof View['labels']['state'], view: View): string {
  const answer = view.byItem.get(itemId ?? '');
  return answer ? answerText(answer, view) : view.labels.state[state];
}

/** The items behind the three counts. */
export function standingSection(view: View): SafeHtml {
  const items = stageItems(view);
  const list = (key: 'unowned' | 'owned' | 'secured'): SafeHtml => {
    const own = items.filter((a) => a.standing === key);
    return html`<div class="standing ${key}" id="list-${key}"><h3>${view.labels.counts[key]} <span class="n">${own.length}</span></h3>${
      own.length === 0 ? empty(view.labels.none) : html`<ul>${own.map((a) => html`<li>${itemLink(a.itemId, view)} ${a.state === 'answered' ? '' : tag(view.labels.state[a.state])}</li>`)}</ul>`
    }</div>`;
  };
  return section('standing', view, html`<div class="columns">${list('unowned')}${list('owned')}${list('secured')}</div>`);
}

function ruleLine(rule: PacketRule, view: View): SafeHtml {
  const { labels } = view;
  const words = reasonText(labels, rule.reason);
  const items = rule.reason.itemIds.map((id) => html`<li>${itemLink(id, view)}</li>`);
  const why = rule.own?.why[view.language] ?? '';
  const weight = rule.hard ? labels.rules.hard : [rule.must ? labels.rules.must : '', rule.own ? labels.rules.own : ''].filter((word) => word !== '').join(', ');
  return html`<li class="${rule.pass ? 'pass' : 'fail'}">${tag(rule.pass ? labels.rules.pass : labels.rules.fail, rule.pass ? 'good' : rule.hard || rule.must ? 'bad' : 'warn')} ${ruleText(labels, rule, view.language)}${
    weight === '' ? '' : html` <small>(${weight})</small>`}${why === '' ? '' : html`<p class="facts">${labels.answer.why}: ${why}</p>`}${rule.pass ? '' : html`<p class="facts">${words}</p>`}${items.length === 0 ? '' : html`<ul class="inline">${items}</ul>`}</li>`;
}

/** Readiness as a list of what is missing, never a score. */
export function rulesSection(view: View): SafeHtml {
  return section('rules', view, html`<ul class="rules">${view.packet.readiness.rules.map((r) => ruleLine(r, view))}</ul>`);
}

/** What changed since the packet before. */
export function changesSection(view: View): SafeHtml {
  const { changes, gaps } = view.packet;
  if (!changes) return html``;
  const words = view.labels.changes;
  const group = (title: string, lines: readonly string[]): SafeHtml =>
    lines.length === 0 ? html`` : html`<h3>${title} <span class="n">${lines.length}</span></h3><ul>${lines.map((l) => html`<li>${said(l)}</li>`)}</ul>`;
  const gapText = (id: string): string => gaps.find((g) => g.id === id)?.question ?? id;
  const closed = changes.closedGaps.map((id) => { const gap = gaps.find((g) => g.id === id); return gap ? endedText(gap, view) : id; });
  const body = [
    group(words.answered, changes.answered.map((id) => itemName(id, view))), group(words.changed, changes.changed.map((id) => itemName(id, view))),
    group(words.newGaps, changes.newGaps.map(gapText)), group(words.closedGaps, closed),
    group(words.newCommitments, changes.newCommitments.map((id) => promiseLine(id, view))),
  ];
  const any = body.some((b) => b.source !== '');
  return section('changes', view, html`<p class="facts">${fill(words.since, { n: changes.sinceNumber })}</p>${any ? body : empty(words.none)}`);
}

/** Title of the document. */
export function documentTitle(view: View): string {
  return `${packetTitle(view)} · ${view.packet.account.name} · ${view.packet.deal.name} (${view.labels.redaction[view.packet.packet.redaction]})`;
}
