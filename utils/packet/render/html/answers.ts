/** The whole checklist, the minutes of each meeting, and the notes. */
import { fill } from '../../labels/labels';
import type { Packet, PacketAnswer } from '../../schema';
import type { SafeHtml } from '../escape';
import { html, joinHtml } from '../escape';
import { empty, facts, fromMarkdown, itemLink, said, section, tag } from './parts';
import { minutesOf } from '../minutes';
import type { View } from '../words';
import { answerContent, answerText, clipName, clockOf, instantText, meetingName, placesText, sourceText, spanText } from '../words';

function tone(answer: PacketAnswer): 'good' | 'warn' | 'bad' | 'plain' {
  if (answer.standing === 'secured') return 'good';
  if (answer.state === 'conflict') return 'bad';
  return answer.state === 'not_asked' ? 'plain' : 'warn';
}

function history(answer: PacketAnswer, view: View): SafeHtml {
  if (answer.history.length === 0) return html``;
  const rows = answer.history.map((h) => html`<li>${h.offRecord ? view.labels.offRecord : said(answerContent(h, view) || view.labels.state[h.state])} <small>${
    [sourceText(h, view), h.at === null ? '' : instantText(h.at, view.language)].filter((t) => t !== '').join(' · ')}</small></li>`);
  return html`<div class="history"><h5>${view.labels.answer.history}</h5><ul>${rows}</ul></div>`;
}

function noteCount(answer: PacketAnswer): number {
  return answer.evidence.filter((e) => e.kind === 'note').length;
}

/** The pages behind an answer, by name, each a link to where it stands in the list. */
function documentsOf(answer: PacketAnswer, view: View): SafeHtml | null {
  const clips = answer.evidence.flatMap((e) => (e.kind === 'document' ? view.packet.clips.filter((c) => c.id === e.ref) : []));
  if (clips.length === 0) return null;
  return html`${view.labels.answer.documents}: ${joinHtml(clips.map((c) => html`<a href="#${view.anchors.get(`clip:${c.id}`) ?? 'evidence'}">${clipName(c)}</a>`), ', ')}`;
}

function answerCard(answer: PacketAnswer, view: View, anchored: boolean): SafeHtml {
  const { labels, language } = view;
  const id = anchored ? view.anchors.get(`item:${answer.itemId}`) : undefined;
  const assumed = answer.confidence === 'assumed' ? tag(labels.confidence.assumed, 'warn') : '';
  const text = answerText(answer, view);
  const quiet = text === labels.state[answer.state] || answer.offRecord || answer.withheld;
  return html`<article class="answer"${id === undefined ? '' : html` id="${id}"`}><h4><span class="code">${answer.itemId}</span> ${answer.topicName[language]} ${tag(labels.state[answer.state], tone(answer))} ${assumed}</h4>
<p class="q">${answer.question[language]}</p>${quiet && !answer.offRecord && !answer.withheld ? '' : html`<p class="${quiet ? 'empty' : 'value'}">${quiet ? text : said(text)}</p>`}${facts(
    sourceText(answer, view), clockOf(answer), answer.remark === '' ? null : html`${labels.answer.remark}: ${said(answer.remark)}`,
    noteCount(answer) === 0 ? null : fill(labels.answer.evidence, { n: noteCount(answer) }), documentsOf(answer, view),
    answer.need === 'minimum' ? `${labels.need.minimum} (${fill(labels.answer.by, { stage: labels.stage[answer.by] })})` : labels.need.nice,
  )}${history(answer, view)}</article>`;
}

function bySection(list: Packet['checklist'], answers: readonly PacketAnswer[], view: View, anchored: (a: PacketAnswer) => boolean): SafeHtml {
  const shown = answers.filter((a) => !a.withheld);
  return joinHtml(list.sections.map((s) => {
    const own = shown.filter((a) => a.section === s.id);
    return own.length === 0 ? html`` : html`<div class="group"><h3>${s[view.language]}</h3>${own.map((a) => answerCard(a, view, anchored(a)))}</div>`;
  }));
}

/** Every item of the pinned checklist, by section, never asked ones included. */
export function answersSection(view: View): SafeHtml {
  return section('answers', view, bySection(view.packet.checklist, view.packet.answers, view, () => true));
}

/** Items of the further checklists; those on a shared topic repeat what stands. */
export function alsoSection(view: View): SafeHtml {
  const { alsoChecklists, alsoAnswers } = view.packet;
  if (alsoChecklists.length === 0) return html``;
  const shown = new Set(view.answers);
  const lists = alsoChecklists.map((list) => html`<h3 class="accent">${list.name[view.language]} ${fill(view.labels.cover.version, { n: list.version })}</h3>${
    bySection(list, alsoAnswers.filter((a) => a.checklistId === list.id), view, (a) => shown.has(a))}`);
  return section('also', view, joinHtml(lists));
}

/** Minutes of every meeting, as generated or as edited. */
export function minutesSection(view: View): SafeHtml {
  const { meetings } = view.packet;
  const { labels } = view;
  if (meetings.length === 0) return section('minutes', view, empty(labels.meeting.noMeetings));
  return section('minutes', view, joinHtml(meetings.map((m) => html`<article class="minutes"><h3>${meetingName(m, view)}</h3>${facts(spanText(m, view), placesText(m, view))}${
    minutesOf(view, m).map((s) => html`<div class="part"><h4>${s.title} ${s.edited ? tag(labels.minutes.edited) : ''}</h4><div>${fromMarkdown(s.body)}</div></div>`)
  }</article>`)));
}

/** Lines as typed in the calls. */
export function notesSection(view: View): SafeHtml {
  const rows = view.packet.notes.filter((n) => n.kind === 'note');
  if (rows.length === 0) return html``;
  return section('notes', view, html`<ul>${rows.map((n) => html`<li>${said(n.text)}${facts(instantText(n.at, view.language), clockOf(n))}</li>`)}</ul>`);
}

/** Web pages kept as sources: where from, when, for which item, and the file in the ZIP. */
export function evidenceSection(view: View): SafeHtml {
  const { clips } = view.packet;
  const { labels } = view;
  if (clips.length === 0) return html``;
  return section('evidence', view, html`<ul>${clips.map((c) => html`<li id="${view.anchors.get(`clip:${c.id}`) ?? ''}"><b>${said(clipName(c))}</b> ${tag(labels.clip[c.kind])}${facts(
    c.url === clipName(c) ? null : said(c.url), `${labels.clip.takenAt} ${instantText(c.takenAt, view.language)}`, c.itemId === null ? null : itemLink(c.itemId, view),
    c.file === '' ? labels.clip.tooLarge : html`<a href="${c.file.split('/').map(encodeURIComponent).join('/')}">${labels.clip.open}</a>`,
  )}</li>`)}</ul>`);
}
