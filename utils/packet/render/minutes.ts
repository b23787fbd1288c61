/** Minutes of a meeting: conclusions first, then what was learned (domain.md §7.3). Each section can be edited. */
import { dayText } from '../../time/day-text';
import type { PacketLabels } from '../labels/labels';
import type { Packet, PacketAnswer, PacketMeeting } from '../schema';
import { inlineMarkdown, tameMarkdown } from './escape';
import { wantFacts } from './wants/want-words';
import type { View } from './words';
import {
  answerContent, answerGroups, answerText, clockOf, dueText, instantText, itemName, meetingName, placesText, promiseMarks, routeText, sourceText, spanText, viewOf,
} from './words';

export const MINUTES_SECTIONS = [
  'attendees', 'aim', 'decisions', 'answers', 'wants', 'promises', 'actions', 'gaps', 'contradictions', 'risks', 'notes', 'consent', 'next',
] as const;
export type MinutesSectionId = (typeof MINUTES_SECTIONS)[number];

export interface MinutesSection {
  id: MinutesSectionId;
  title: string;
  /** Markdown. */
  body: string;
  /** True when the rep's own text stands instead of the generated one. */
  edited: boolean;
}

type Write = (view: View, meeting: PacketMeeting) => string[];

const line = (...parts: string[]): string => `- ${parts.filter((p) => p !== '').join(' · ')}`;
const md = inlineMarkdown;

const attendees: Write = ({ labels }, meeting) => meeting.participants.map((p) =>
  line(`**${md(p.name)}**`, labels.side[p.side], md(p.role)));

const aim: Write = ({ labels }, { aim: words, aimResult }) => (words.trim() === '' ? [] : [line(md(words), aimResult ? `**${labels.minutes.aimResult[aimResult]}**` : '')]);

const decisions: Write = ({ packet }, meeting) => packet.decisions.filter((d) => d.meetingId === meeting.id)
  .map((d) => line(md(d.text), clockOf(d)));

/** What an answer was in this meeting, even if a later one stands now. */
function answerLines(view: View, answer: PacketAnswer, meeting: PacketMeeting): string[] {
  const own = answer.meetingId === meeting.id;
  const past = answer.history.filter((h) => h.meetingId === meeting.id);
  if (own) {
    const text = answerText(answer, view);
    const state = answer.state === 'answered' || answer.offRecord || text === view.labels.state[answer.state] ? '' : view.labels.state[answer.state];
    return [line(`**${md(answer.topicName[view.language])}**`, md(text), state, md(sourceText(answer, view)), clockOf(answer))];
  }
  return past.slice(0, 1).map((h) => line(
    `**${md(answer.topicName[view.language])}**`,
    md(h.offRecord ? view.labels.offRecord : answerContent(h, view) || view.labels.state[h.state]), md(sourceText(h, view)), clockOf(h),
  ));
}

const answers: Write = (view, meeting) => {
  const groups = answerGroups(view).map((g) => ({ title: g.title, lines: g.answers.flatMap((a) => answerLines(view, a, meeting)) }));
  return groups.filter((g) => g.lines.length > 0)
    .flatMap((g, i) => [...(i > 0 ? [''] : []), `**${md(g.title)}**`, '', ...g.lines]);
};

// As they came up: minutes tell what was said, and not what weighs most.
const wants: Write = (view, meeting) => view.packet.wants.filter((w) => w.meetingId === meeting.id).toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  .map((w) => line(md(w.words), ...wantFacts(w, view).map(md), clockOf(w)));

const promises: Write = (view, meeting) => view.packet.commitments.filter((c) => c.meetingId === meeting.id).map((c) => line(
  md(c.words), md(c.saidBy ?? ''), c.due === null ? '' : `${view.labels.commitment.due} ${dayText(c.due, view.language)}`,
  ...promiseMarks(c, view).map(md),
));

const actions: Write = (view, meeting) => {
  const raised = new Set(view.packet.gaps.filter((g) => g.raisedIn === meeting.id).map((g) => g.id));
  const asked = new Set(view.answers.filter((a) => a.meetingId === meeting.id).map((a) => a.itemId));
  return view.packet.actions.filter((a) => (a.gapId === null ? asked.has(a.itemId ?? '') : raised.has(a.gapId))).map((a) => line(
    `[ ] ${md(a.text)}`, view.labels.action[a.side], md(a.owner), a.due === null ? '' : `${view.labels.gap.due} ${dayText(a.due, view.language)}`,
  ));
};

const gaps: Write = (view, meeting) => view.packet.gaps.filter((g) => g.raisedIn === meeting.id && g.open).map((g) => line(
  `? ${md(g.question)}`, routeText(g, view), md(g.owner), g.due === null ? '' : dueText(g.due, view), clockOf(g),
));

const contradictions: Write = (view, meeting) => view.packet.contradictions.filter((c) => c.meetingId === meeting.id).flatMap((c) => {
  const head = line(`**${md(itemName(c.itemId, view))}**`, view.labels.contradiction[c.status]);
  if (c.offRecord) return [head, `  ${line(view.labels.contradiction.off)}`];
  const who = (name: string | null): string => md(name ?? view.labels.unknownSpeaker);
  return [head, `  ${line(md(c.a.text), who(c.a.saidBy))}`, `  ${line(md(c.b.text), who(c.b.saidBy))}`];
});

const risks: Write = (view, meeting) => {
  const pains = view.packet.pains.filter((p) => p.meetingId === meeting.id && p.source === 'note').map((p) => line('Pain Point', md(p.text), clockOf(p)));
  const marked = view.packet.notes.filter((n) => n.kind === 'risk' && n.meetingId === meeting.id)
    .map((n) => line(view.labels.raid.risks, md(n.text), clockOf(n)));
  return [...pains, ...marked];
};

const notes: Write = (view, meeting) => view.packet.notes.filter((n) => n.kind === 'note' && n.meetingId === meeting.id)
  .map((n) => line(md(n.text), clockOf(n)));

const consent: Write = (view, meeting) => {
  const words = view.labels.consent;
  return meeting.consent.map((c) => line(
    `**${md(c.who)}**`, `${words.notes} ${c.notes ? words.yes : words.no}`, `${words.captions} ${words.caption[c.captions]}`,
    `${words.audio} ${c.audio ? words.yes : words.no}`, c.condition === '' ? '' : `${words.condition}: ${md(c.condition)}`,
    instantText(c.at, view.language), c.untoldFrom === null ? '' : view.labels.meeting.untold.replace('{at}', c.untoldFrom.slice(11, 16)), md(c.note),
  ));
};

/** The next meeting's day, with the hour where the next step names one for it. */
const next: Write = (view, meeting) => {
  if (meeting.nextDate === null) return [];
  const step = view.answers.find((a) => a.topic === 'next.deadline' && a.meetingId === meeting.id && !a.offRecord)?.value;
  const hour = step?.kind === 'date' ? step.parts.find((part) => part.date === meeting.nextDate && part.time)?.time : undefined;
  return [line([dayText(meeting.nextDate, view.language), hour ?? ''].join(' ').trim())];
};

const WRITERS: Record<MinutesSectionId, Write> = {
  attendees, aim, decisions, answers, wants, promises, actions, gaps, contradictions, risks, notes, consent, next,
};

/** Minutes of one meeting of a prepared packet; `edits` stand instead of what would be generated. */
export function minutesOf(view: View, meeting: PacketMeeting, edits: Record<string, string> = meeting.minutesEdits): MinutesSection[] {
  const empty: Partial<Record<MinutesSectionId, string>> = {
    aim: view.labels.minutes.noAim, next: view.labels.minutes.noNext, consent: view.labels.consent.none,
  };
  return MINUTES_SECTIONS.map((id) => {
    const edit = edits[id];
    const lines = WRITERS[id](view, meeting);
    const generated = lines.length === 0 ? (empty[id] ?? view.labels.minutes.empty) : lines.join('\n');
    return { id, title: view.labels.minutes[id], body: edit === undefined ? generated : tameMarkdown(edit), edited: edit !== undefined };
  });
}

/** Minutes of one meeting, section by section; an empty list for a meeting that the packet doesn't hold. */
export function generateMinutes(
  packet: Packet, meetingId: string, labels: PacketLabels, edits?: Record<string, string>,
): MinutesSection[] {
  const meeting = packet.meetings.find((m) => m.id === meetingId);
  return meeting ? minutesOf(viewOf(packet, labels), meeting, edits ?? meeting.minutesEdits) : [];
}

/** `minutes.md`: all meetings, newest last. */
export function renderMinutes(packet: Packet, labels: PacketLabels): string {
  const view = viewOf(packet, labels);
  const parts = packet.meetings.map((meeting) => [
    `## ${md(meetingName(meeting, view))}`, '',
    line(labels.meeting.time, spanText(meeting, view)), ...(meeting.segments.length === 0 ? [] : [line(labels.meeting.place, placesText(meeting, view))]), '',
    ...minutesOf(view, meeting).flatMap((s) => [`### ${s.title}`, '', s.body, '']),
  ].join('\n'));
  const head = [
    `# ${labels.minutes.title}: ${md(packet.account.name)} · ${md(packet.deal.name)}`, '',
    `> ${labels.redaction[packet.packet.redaction]} · ${labels.othersWords}`,
    ...(packet.packet.practice ? ['>', `> ${labels.practice}`] : []), '',
  ].join('\n');
  return `${head}\n${parts.length === 0 ? `${labels.meeting.noMeetings}\n` : parts.join('\n')}`;
}
