/** `packet.md`: the same packet for a wiki, an issue tracker or a chat. */
import { costingFacts } from './costing';
import { dayText } from '../../time/day-text';
import type { PacketLabels } from '../labels/labels';
import { nextDateIn } from '../choices';
import { fill, labelOf, reasonText, ruleText } from '../labels/labels';
import type { Packet, PacketAnswer, PacketGap } from '../schema';
import { inlineMarkdown } from './escape';
import { effortFacts, ROUGH, roughOf } from './cover/rough';
import { nextFacts } from './next/next-meeting';
import { atTheCut, isUnserved, servesNothing, wantFacts } from './wants/want-words';
import type { View } from './words';
import {
  acceptedItems, acceptedRisks, answerContent, answerGroups, answerText, askedFacts, clipName, deliveryText, dueText, endedText, endText, heardText, instantText, itemName, openGaps, packetTitle, promiseEnd, promiseLine, riskMarks, riskOwner, riskReason, riskText, roleText, routeText, sendAnywayText, sourceText, stageItems, standText, viewOf,
} from './words';

const md = inlineMarkdown;
const line = (...parts: string[]): string => `- ${parts.filter((p) => p !== '').join(' · ')}`;
const orNone = (lines: string[], none: string): string[] => (lines.length === 0 ? [none] : lines);
type Part = (view: View) => string[];

const table = (heads: string[], rows: string[][]): string[] => [
  `| ${heads.join(' | ')} |`, `| ${heads.map(() => '---').join(' | ')} |`, ...rows.map((r) => `| ${r.join(' | ')} |`),
];

function head(view: View): string[] {
  const { packet, account, deal, checklist } = view.packet;
  const { labels, language } = view;
  const join = packet.purpose === 'join';
  const date = (day: string | null): string => (day === null ? labels.unknown : dayText(day, language));
  const lead = deal.leadTime.class === null ? '' : labels.lead.class[deal.leadTime.class];
  const agreed = checklist.agreement === null ? labels.cover.notAgreed : fill(labels.cover.agreed, { sales: md(checklist.agreement.sales.name), delivery: md(checklist.agreement.delivery.name) });
  return [
    `# ${packetTitle(view)}: ${md(account.name)} · ${md(deal.name)}`, '',
    `> **${labels.redaction[packet.redaction]}** · ${labels.redactionNote[packet.redaction]} ${labels.othersWords}`,
    ...(packet.practice ? ['>', `> ${labels.practice}`] : []),
    ...(packet.sendAnywayReason === null ? [] : ['>', `> **${sendAnywayText(view.packet, labels)}** ${md(packet.sendAnywayReason)}`]), '',
    line(labels.cover.due, date(deal.customerDue), join ? '' : lead),
    ...(deal.signedOn ? [line(labels.cover.signed, dayText(deal.signedOn, language))] : []),
    ...(join ? [line(labels.minutes.next, date(nextDateIn(view.packet)), lead)] : []),
    line(labels.cover.checklist, md(checklist.name[language]), fill(labels.cover.version, { n: checklist.version }), packet.redaction === 'internal' ? agreed : ''),
    line(labels.cover.created, instantText(packet.createdAt, language), md(packet.createdBy)),
    line(`**${standText(view)}**`),
    ...(packet.redaction === 'internal' ? [line(...ROUGH.map((key) => `${labels.rough[key]} ${roughOf(view)[key].length}`)), line(...effortFacts(view))] : []), '',
  ];
}

const request: Part = (view) => {
  const { request: asked } = view.packet;
  const { labels, language } = view;
  return [
    ...(asked.respondBy === null ? [] : [`${labels.lead.respondBy}: **${dayText(asked.respondBy, language)}**`, '']),
    ...(asked.lateReason === '' ? [] : [`${labels.lead.why}: ${md(asked.lateReason)}`, '']),
    ...orNone(asked.questions.map((q, i) => [
      `${i + 1}. ${md(q.text)}${q.itemId === null ? '' : ` (${md(itemName(q.itemId, view))})`}`, ...(q.neededBy === null ? [] : [`${labels.request.neededBy} ${dayText(q.neededBy, language)}`]),
    ].join(' · ')), labels.request.none), '',
    `**${labels.request.roles}**`, '',
    ...orNone(asked.rolesToBring.map((r) => line(`**${md(roleText(r.role, view))}**`, md(r.why))), labels.request.noRoles),
  ];
};

const next: Part = (view) => nextFacts(view).map(({ name, text, ours }) => line(`**${name}**`, ours ? text : md(text)));

const summary: Part = (view) => view.packet.summary.map((l) =>
  line(`**${labelOf(view.labels.summary, l.key)}**`, md(l.text), l.text === '' || l.state !== 'answered' ? view.labels.state[l.state] : ''));

const standing: Part = (view) => (['unowned', 'owned', 'secured'] as const).flatMap((key) => {
  const own = stageItems(view).filter((a) => a.standing === key);
  return [line(`**${view.labels.counts[key]} ${own.length}**`, own.map((a) => md(itemName(a.itemId, view))).join(', '))];
});

const rough: Part = (view) => ROUGH.flatMap((key) => roughOf(view)[key].map(({ text, words }) => line(`**${view.labels.rough[key]}**`, md(text), words.map(md).join(', '))));

function gapRow(g: PacketGap, view: View): string[] {
  const { labels } = view;
  const owner = g.owner === '' ? labels.nobody : md(g.owner);
  return [
    md(g.question), md(itemName(g.itemId, view)), routeText(g, view), ...(view.packet.packet.redaction === 'internal' ? [owner] : []),
    md(g.askWhom), dueText(g.due, view), g.blocksEstimate ? labels.gap.yes : labels.gap.no, [labels.gapState[g.state], ...askedFacts(g, view).map(md)].join(' · '),
  ];
}

const gaps: Part = (view) => {
  const g = view.labels.gap;
  const heads = [g.question, g.item, g.route, ...(view.packet.packet.redaction === 'internal' ? [g.owner] : []), g.askWhom, g.due, g.blocks, g.state];
  const open = openGaps(view);
  const ended = view.packet.gaps.filter((x) => !x.open);
  return [
    ...(open.length === 0 ? [g.none] : table(heads, open.map((x) => gapRow(x, view)))),
    ...(ended.length === 0 ? [] : ['', `**${g.ended}**`, '', ...ended.map((x) => line(md(x.question), view.labels.gapState[x.state], md(endText(x, view))))]),
  ];
};

const contradictions: Part = (view) => {
  const words = view.labels.contradiction;
  const who = (s: { saidBy: string | null; at: string }): string => `${md(s.saidBy ?? view.labels.unknownSpeaker)}, ${instantText(s.at, view.language)}`;
  return orNone(view.packet.contradictions.flatMap((c) => [
    line(`**${md(itemName(c.itemId, view))}**`, words[c.status]),
    ...(c.offRecord ? [`  - ${words.off}`] : [`  - ${words.a}: ${md(c.a.text)} (${who(c.a)})`, `  - ${words.b}: ${md(c.b.text)} (${who(c.b)})`]),
    ...(c.kept === '' ? [] : [`  - ${words.kept}: ${md(c.kept)}${c.why === '' ? '' : ` (${md(c.why)})`}`]),
  ]), words.none);
};

const promises: Part = (view) => {
  const words = view.labels.commitment;
  return orNone(view.packet.commitments.map((c) => line(
    md(c.words), c.onBehalfOfDelivery === true ? `**${words.delivery}**` : '', c.due === null ? '' : `${words.due} ${dayText(c.due, view.language)}`,
    md(c.saidBy ?? view.labels.unknownSpeaker), c.confirmation === null ? '' : words.confirmation[c.confirmation], md(deliveryText(c, view)), c.fulfilment === null || c.fulfilment === 'open' ? '' : words.fulfilment[c.fulfilment],
    md(heardText(c, view)), md(promiseEnd(c, view)),
  )), words.none);
};

const accepted: Part = (view) => {
  const words = view.labels.risk;
  return [
    ...acceptedRisks(view).map((r) => line(
      `**${words.kind[r.kind]}**`, md(riskText(r, view)), ...riskMarks(r, view).map(md), md(riskOwner(r, view)), md(riskReason(r, view)), md(itemName(r.itemId, view)), r.open ? words.open : words.settled,
    )),
    ...acceptedItems(view).flatMap((group) => group.slice(0, 1).map((one) => line(
      `**${words.kind.item}**`, group.map(({ itemId }) => md(itemName(itemId, view))).join(', '), md(riskOwner(one, view)), md(riskReason(one, view)), one.open ? words.open : words.settled,
    ))),
  ];
};

const costing: Part = (view) => costingFacts(view).map(({ name, text }) => line(`**${name}**`, md(text)));

const pains: Part = (view) => orNone(view.packet.pains.map((p) => line(md(p.text), md(p.saidBy ?? ''), isUnserved(p, view) ? view.labels.pain.noWant : '')), view.labels.pain.none);
const wants: Part = (view) => {
  const words = view.labels.want;
  const { now, later } = atTheCut(view);
  const lines = (list: typeof now): string[] => list.map((w) => line(md(w.words), ...wantFacts(w, view).map(md), servesNothing(w, view) ? words.noPain : ''));
  return orNone([...lines(now), ...(later.length === 0 ? [] : ['', `**${words.cut}**`, '', ...lines(later)])], words.none);
};
const decisions: Part = (view) => orNone(view.packet.decisions.map((d) => line(md(d.text), instantText(d.at, view.language))), view.labels.decision.none);
const actions: Part = (view) => orNone(view.packet.actions.map((a) => line(
  `[ ] ${md(a.text)}`, view.labels.action[a.side], md(a.owner), a.due === null ? '' : dayText(a.due, view.language),
)), view.labels.action.none);
const people: Part = (view) => orNone(view.packet.people.map((p) => line(
  `**${md(p.name)}**`, view.labels.side[p.side], md(roleText(p.role, view)), md(p.note),
)), view.labels.person.none);

const raid: Part = (view) => {
  const keys = view.packet.packet.redaction === 'internal' ? (['risks', 'assumptions', 'issues', 'dependencies'] as const) : (['issues', 'dependencies'] as const);
  return keys.flatMap((key) => [
    `**${view.labels.raid[key]}**`, '',
    ...orNone(view.packet.raid[key].map((l) => line(md(l.text), md(l.owner), l.due === null ? '' : dayText(l.due, view.language), md(itemName(l.itemId, view)))), view.labels.raid.none), '',
  ]);
};

const rules: Part = ({ packet, labels, language }) => packet.readiness.rules.map((r) => line(
  `${r.pass ? labels.rules.pass : labels.rules.fail}: ${r.own ? md(ruleText(labels, r, language)) : labelOf(labels.rule, r.id)}`, r.must ? labels.rules.must : '', r.own ? `${labels.answer.why}: ${md(r.own.why[language])}` : '',
  r.pass ? '' : md(reasonText(labels, r.reason)), r.reason.itemIds.map(md).join(', '),
));

const changes: Part = (view) => {
  const c = view.packet.changes;
  if (c === null) return [];
  const words = view.labels.changes;
  const gapName = (id: string): string => md(view.packet.gaps.find((g) => g.id === id)?.question ?? id);
  const closed = c.closedGaps.map((id) => { const gap = view.packet.gaps.find((g) => g.id === id); return md(gap ? endedText(gap, view) : id); });
  const group = (title: string, list: string[]): string[] => (list.length === 0 ? [] : [line(`**${title}**`, list.join(' / '))]);
  const lines = [
    ...group(words.answered, c.answered.map((id) => md(itemName(id, view)))), ...group(words.changed, c.changed.map((id) => md(itemName(id, view)))),
    ...group(words.newGaps, c.newGaps.map(gapName)), ...group(words.closedGaps, closed),
    ...group(words.newCommitments, c.newCommitments.map((id) => md(promiseLine(id, view)))),
  ];
  return [fill(words.since, { n: c.sinceNumber }), '', ...orNone(lines, words.none)];
};

function answerLine(a: PacketAnswer, view: View): string[] {
  const { labels } = view;
  const text = answerText(a, view);
  const past = a.history.map((h) => {
    const was = h.offRecord ? labels.offRecord : answerContent(h, view) || labels.state[h.state];
    return `  - ${labels.answer.history}: ${md(was)}${h.at === null ? '' : ` (${instantText(h.at, view.language)})`}`;
  });
  return [
    line(`**${md(itemName(a.itemId, view))}**`, labels.state[a.state], text === labels.state[a.state] ? '' : md(text), md(sourceText(a, view)), md(a.remark)),
    ...past,
  ];
}

const answers: Part = (view) => answerGroups(view).flatMap((g) =>
  ['', `### ${md(g.title)}`, '', ...g.answers.flatMap((a) => answerLine(a, view))]);

const evidence: Part = (view) => view.packet.clips.map((c) => line(
  `**${md(clipName(c))}**`, c.url === clipName(c) ? '' : md(c.url), instantText(c.takenAt, view.language), md(itemName(c.itemId, view)),
  c.file === '' ? view.labels.clip.tooLarge : md(c.file),
));

/** What concerns only us and delivery. */
const INTERNAL_ONLY: readonly string[] = ['request', 'standing', 'rough', 'accepted', 'costing', 'rules'];

const PARTS: readonly [keyof PacketLabels['sections'], Part][] = [
  ['request', request], ['summary', summary], ['next', next], ['standing', standing], ['rough', rough], ['gaps', gaps], ['contradictions', contradictions], ['promises', promises], ['accepted', accepted], ['costing', costing],
  ['pains', pains], ['wants', wants], ['decisions', decisions], ['actions', actions], ['people', people], ['raid', raid], ['rules', rules],
  ['changes', changes], ['answers', answers], ['evidence', evidence],
];

/** The packet as Markdown; nothing typed in it can become HTML, a link or a heading. */
export function renderMarkdown(packet: Packet, labels: PacketLabels): string {
  const view = viewOf(packet, labels);
  const internal = packet.packet.redaction === 'internal';
  const body = PARTS.filter(([id]) => internal || !INTERNAL_ONLY.includes(id))
    .map(([id, part]) => ({ id, lines: part(view) })).filter(({ lines }) => lines.length > 0)
    .flatMap(({ id, lines }) => [`## ${labels.sections[id]}`, '', ...lines, '']);
  return `${[...head(view), ...body].join('\n').replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}
