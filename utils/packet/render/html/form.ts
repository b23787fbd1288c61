/** The reply form: delivery answers item by item, offline, without installing anything. */
import type { PacketAnswer } from '../../schema';
import type { SafeHtml } from '../escape';
import { html } from '../escape';
import { facts, section } from './parts';
import type { View } from '../words';
import { answerText, itemName } from '../words';
import { dayText } from '../../../time/day-text';

type Options = Readonly<Record<string, string>>;

function options(words: Options, none: string): SafeHtml {
  return html`<option value="">${none}</option>${Object.entries(words).map(([value, label]) => html`<option value="${value}">${label}</option>`)}`;
}

function field(id: string, label: string, control: SafeHtml, hint = ''): SafeHtml {
  return html`<div class="field"><label for="${id}">${label}</label>${hint === '' ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`}${control}<p class="error" id="${id}-error" hidden></p></div>`;
}

function area(id: string, describedBy: string, rows = 2): SafeHtml {
  return html`<textarea id="${id}" rows="${rows}" aria-describedby="${describedBy}"></textarea>`;
}

function verdictField(view: View): SafeHtml {
  const f = view.labels.form;
  // The reply's file has three verdicts for all purposes (packet.md); what each means is said in words of the purpose.
  const [verdicts, hints] = view.packet.packet.purpose === 'join' ? [f.joinVerdicts, f.joinVerdictHints] : [f.verdicts, f.verdictHints];
  const radios = Object.entries(verdicts).map(([value, label]) => html`<label class="radio"><input type="radio" name="verdict" value="${value}" aria-describedby="verdict-error"><span><strong>${label}</strong><small>${
    hints[value as keyof typeof hints]}</small></span></label>`);
  return html`<fieldset class="field"><legend>${f.verdict}</legend><div class="radios">${radios}</div><p class="error" id="verdict-error" hidden></p></fieldset>`;
}

/** Under each question of ours a field for its answer, or for the day by which there will be one. */
function asked(view: View): SafeHtml {
  const f = view.labels.form;
  const rows = view.packet.request.questions.map((question, i) => {
    const base = `ask-${i + 1}`;
    const about = facts(itemName(question.itemId, view), question.neededBy === null ? null : `${view.labels.request.neededBy} ${dayText(question.neededBy, view.language)}`);
    return html`<div class="asked" data-question="${question.id}"><div class="what" id="${base}-what"><span class="said" dir="auto">${question.text}</span></div>${about}
<textarea id="${base}" rows="2" aria-labelledby="${base}-what"></textarea><label class="check"><input type="checkbox" id="${base}-later" aria-labelledby="${base}-later-label" aria-describedby="${base}-what"><span id="${base}-later-label">${f.later}</span></label><div class="later" hidden>${
      field(`${base}-by`, f.laterBy, html`<input type="date" id="${base}-by" aria-describedby="${base}-what ${base}-by-error">`)}</div></div>`;
  });
  return rows.length === 0 ? html`` : html`<fieldset class="block"><legend>${f.asked} <span class="n">${rows.length}</span></legend><p class="hint">${f.askedHint}</p>${rows}</fieldset>`;
}

interface Needed { needs: string; name: string; label: string; choices?: { words: Options; none: string } }

function neededControl(id: string, { choices }: Needed): SafeHtml {
  if (choices) return html`<select id="${id}" aria-describedby="${id}-error">${options(choices.words, choices.none)}</select>`;
  return html`<textarea id="${id}" rows="2" aria-describedby="${id}-error"></textarea>`;
}

/** A row to rule on: what it is, a verdict, and the text or choice that some verdicts need. */
function ruling(kind: string, index: number, id: string, title: SafeHtml, words: Options, texts: Needed[], view: View): SafeHtml {
  const base = `rule-${kind}-${index + 1}`;
  return html`<div class="ruling" data-kind="${kind}" data-id="${id}"><div class="what" id="${base}-what">${title}</div>
<select id="${base}" aria-labelledby="${base}-what">${options(words, view.labels.form.noVerdict)}</select>${texts.map((t) => html`<div class="needed" data-needs="${t.needs}" data-name="${t.name}" hidden>${
    field(`${base}-${t.name}`, t.label, neededControl(`${base}-${t.name}`, t))}</div>`)}</div>`;
}

function itemRuling(answer: PacketAnswer, index: number, view: View): SafeHtml {
  const f = view.labels.form;
  const title = html`<span class="code">${answer.itemId}</span> ${answer.topicName[view.language]}<br><small class="said">${answerText(answer, view)}</small>`;
  return ruling('item', index, answer.itemId, title, f.itemVerdicts, [{ needs: 'question not_usable', name: 'text', label: f.itemText }], view);
}

function items(view: View): SafeHtml {
  const f = view.labels.form;
  return html`<details class="block" open><summary>${f.items} <span class="n">${view.answers.length}</span></summary><p class="hint">${f.itemsHint}</p>${view.answers.map((a, i) => itemRuling(a, i, view))}</details>`;
}

function wants(view: View): SafeHtml {
  const f = view.labels.form;
  if (view.packet.wants.length === 0) return html``;
  return html`<fieldset class="block"><legend>${f.wants}</legend>${view.packet.wants.map((w, i) => ruling('want', i, w.id, html`<span class="said" dir="auto">${w.words}</span>`, f.feasibility, [
    { needs: 'feasible_if', name: 'condition', label: f.condition }, { needs: 'not_feasible_but', name: 'alternative', label: f.alternative },
    { needs: 'feasible feasible_if not_feasible_but', name: 'class', label: f.customClass, choices: { words: view.labels.want.customClass, none: f.noClassYet } },
  ], view))}</fieldset>`;
}

function commitments(view: View): SafeHtml {
  const f = view.labels.form;
  if (view.packet.commitments.length === 0) return html``;
  return html`<fieldset class="block"><legend>${f.commitments}</legend>${view.packet.commitments.map((c, i) => ruling('commitment', i, c.id, html`<span class="said" dir="auto">${c.words}</span>`, f.commitmentVerdicts, [
    { needs: 'can_if', name: 'condition', label: f.condition }, { needs: 'cannot_but', name: 'alternative', label: f.alternative },
  ], view))}</fieldset>`;
}

/** Rows that can be added: the template is cloned by the script, `#` in its ids becomes a number. */
function repeatable(kind: string, legend: string, add: string, row: SafeHtml, view: View): SafeHtml {
  return html`<fieldset class="block" data-rows="${kind}"><legend>${legend}</legend><div class="rows"></div><template>${html`<div class="row" data-row="${kind}">${row}<button type="button" class="quiet" data-remove>${view.labels.form.remove}</button></div>`}</template><button type="button" class="quiet" data-add="${kind}">+ ${add}</button></fieldset>`;
}

function questions(view: View): SafeHtml {
  const f = view.labels.form;
  const names = Object.fromEntries(view.answers.map((a) => [a.itemId, `${a.itemId} ${a.topicName[view.language]}`]));
  const { none: _none, ...routes } = view.labels.route;
  const row = html`${field('question-#-text', f.question, html`<textarea id="question-#-text" data-field="text" rows="2" aria-describedby="question-#-text-error"></textarea>`)}<div class="three-fields">${
    field('question-#-item', f.questionItem, html`<select id="question-#-item" data-field="itemId">${options(names, f.noItem)}</select>`)}${
    field('question-#-route', f.questionRoute, html`<select id="question-#-route" data-field="route">${options(routes, f.noRoute)}</select>`)}${
    field('question-#-due', f.questionDue, html`<input type="date" id="question-#-due" data-field="due">`)}</div>`;
  return repeatable('question', f.questions, f.addQuestion, row, view);
}

function estimate(view: View): SafeHtml {
  const f = view.labels.form;
  const number = (id: string, label: string, name: string): SafeHtml =>
    field(id, label, html`<input type="number" min="0" step="any" inputmode="decimal" id="${id}" data-field="${name}" aria-describedby="${id}-error">`);
  const effort = html`<div class="four-fields">${field('effort-#-role', f.effortRole, html`<input type="text" id="effort-#-role" data-field="role" aria-describedby="effort-#-role-error">`)}${
    number('effort-#-low', f.low, 'low')}${number('effort-#-likely', f.likely, 'likely')}${number('effort-#-high', f.high, 'high')}</div>`;
  return html`<details class="block" ${view.packet.packet.purpose === 'estimate' ? html`open` : ''}><summary>${f.estimate}</summary><p class="hint">${f.estimateHint}</p>${
    field('estimate-class', f.estimateClass, html`<select id="estimate-class" aria-describedby="estimate-class-error">${options(f.classes, f.noClass)}</select>`)}${
    repeatable('effort', f.effort, f.addEffort, effort, view)}<fieldset class="block"><legend>${f.weeks}</legend><div class="three-fields">${number('weeks-low', f.low, 'low')}${number('weeks-high', f.high, 'high')}</div></fieldset>${
    field('estimate-assumptions', f.assumptions, area('estimate-assumptions', 'estimate-assumptions-hint'), f.assumptionsHint)}</details>`;
}

/** Name of the reply file: `{packet file}.reply.json`. */
export function replyFileName(packetFile: string): string {
  return `${packetFile}.reply.json`;
}

/** The form. What the script must know stands in data attributes; words of errors too. */
export function replySection(view: View, packetFile: string): SafeHtml {
  const f = view.labels.form;
  const { id, number, contentHash } = view.packet.packet;
  const errors = JSON.stringify({ ...f.errors, saved: f.saved });
  return section('reply', view, html`<p>${f.intro}</p><noscript><p class="notice">${f.noScript}</p></noscript>
<form id="reply-form" novalidate autocomplete="off" data-packet-id="${id}" data-packet-number="${number}" data-hash="${contentHash}" data-file="${replyFileName(packetFile)}" data-words="${errors}">
<div class="two-fields">${field('by-name', f.name, html`<input type="text" id="by-name" autocomplete="name" aria-describedby="by-name-error">`)}${field('by-role', f.role, html`<input type="text" id="by-role">`)}</div>
${asked(view)}${verdictField(view)}${field('summary-text', f.summary, area('summary-text', 'summary-text-hint summary-text-error', 3), f.summaryHint)}
${items(view)}${wants(view)}${commitments(view)}${questions(view)}${view.packet.packet.purpose === 'join' ? '' : estimate(view)}
${field('ideas', f.ideas, area('ideas', 'ideas-hint'), f.ideasHint)}
<p class="go"><button type="submit" class="button">${f.save}</button></p><p id="reply-status" role="status" aria-live="polite"></p>
<div id="reply-copy" hidden><label for="reply-text">${f.copyText}</label><textarea id="reply-text" rows="6" readonly></textarea></div></form>`);
}
