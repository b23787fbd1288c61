/**
 * Lines that name cost or margin. In a copy for the customer they stay out, whatever kind of line they were typed as, until
 * somebody who has read them says that they are the customer's own: of a cost accounting system everybody talks of cost.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { valueText } from '../../checklist/parse-value';
import { withoutEdits } from '../../meeting/minutes-edits';
import { namesCost } from '../../text/cost-words';
import type { Packet, PacketAnswer, PacketMeeting } from '../schema';

export const COST_LINE_KINDS = ['decision', 'promise', 'gap', 'pain', 'want', 'conflict', 'answer', 'meeting', 'next'] as const;
export type CostLineKind = (typeof COST_LINE_KINDS)[number];

/** `record`: its kind and row, all of whose texts stay out or leave together. `text`: those of them that name it. `id`: of these very words, so that a tick stands for what was read and for nothing that is written there later. */
export interface CostLine { id: string; record: string; kind: CostLineKind; text: string }

const recordOf = (kind: CostLineKind, id: string): string => `${kind}:${id}`;

/** Told apart from other words of the same record. */
function markOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12);
}

/** What was typed in an answer. Job titles are not looked at: the customer's head of cost accounting is called that. */
function answerTexts({ value, reason, history }: PacketAnswer, { packet: { language } }: Packet): string[] {
  const said = (one: PacketAnswer['value']): string => (one === null || one.kind === 'people' ? '' : valueText(one, language));
  return [said(value), reason, ...history.flatMap((h) => [said(h.value), h.reason])];
}

function meetingTexts({ title, aim, consent, minutesEdits }: PacketMeeting): string[] {
  return [title, aim, ...consent.flatMap((c) => [c.condition, c.wording, c.note]), ...Object.values(minutesEdits)];
}

/** The lines of a packet that name cost or margin. Asked of a copy, they are those that would leave with it. */
export function costLines(packet: Packet): CostLine[] {
  const { decisions, commitments, gaps, pains, wants, contradictions, answers, alsoAnswers, meetings, nextMeeting } = packet;
  const asked = new Set(answers.map((a) => a.itemId));
  const found = (kind: CostLineKind, id: string, texts: readonly string[]): CostLine[] => {
    const text = [...new Set(texts.filter(namesCost))].join(' / ');
    const record = recordOf(kind, id);
    return text === '' ? [] : [{ id: `${record}:${markOf(text)}`, record, kind, text }];
  };
  return [
    ...decisions.flatMap((d) => found('decision', d.id, [d.text])), ...commitments.flatMap((c) => found('promise', c.id, [c.words])), ...gaps.flatMap((g) => found('gap', g.id, [g.question, g.outcome])),
    ...pains.filter((p) => p.source === 'note').flatMap((p) => found('pain', p.id, [p.text])), ...wants.flatMap((w) => found('want', w.id, [w.words, w.needBehind, w.trigger ?? ''])),
    ...contradictions.flatMap((c) => found('conflict', c.id, [c.a.text, c.b.text, c.kept])),
    ...[...answers, ...alsoAnswers.filter((a) => !asked.has(a.itemId))].flatMap((a) => found('answer', a.itemId, answerTexts(a, packet))),
    ...meetings.flatMap((m) => found('meeting', m.id, meetingTexts(m))), ...(nextMeeting ? found('next', '', [nextMeeting.title]) : []),
  ];
}

const cleared = (text: string): string => (namesCost(text) ? '' : text);

/** Of a meeting only what names it goes; sections of the minutes are written by themselves again. */
function safeMeeting(meeting: PacketMeeting): PacketMeeting {
  return {
    ...meeting, title: cleared(meeting.title), aim: cleared(meeting.aim), consent: meeting.consent.map((c) => ({ ...c, condition: cleared(c.condition), wording: cleared(c.wording), note: cleared(c.note) })),
    minutesEdits: withoutEdits(meeting.minutesEdits, namesCost),
  };
}

/** The packet without these lines; `emptied` makes of an answer one of which only the state is told. What is worked out from them has to be worked out again. */
export function withoutLines(packet: Packet, lines: readonly Pick<CostLine, 'record'>[], emptied: <A extends PacketAnswer>(answer: A) => A): Packet {
  const gone = new Set(lines.map(({ record }) => record));
  const kept = <T extends { id: string }>(kind: CostLineKind, rows: readonly T[]): T[] => rows.filter((row) => !gone.has(recordOf(kind, row.id)));
  const answer = <A extends PacketAnswer>(one: A): A => (gone.has(recordOf('answer', one.itemId)) ? emptied(one) : one);
  const { changes, nextMeeting } = packet;
  return {
    ...packet, answers: packet.answers.map(answer), alsoAnswers: packet.alsoAnswers.map(answer),
    decisions: kept('decision', packet.decisions), commitments: kept('promise', packet.commitments), gaps: kept('gap', packet.gaps), pains: kept('pain', packet.pains), wants: kept('want', packet.wants),
    contradictions: kept('conflict', packet.contradictions), meetings: packet.meetings.map((m) => (gone.has(recordOf('meeting', m.id)) ? safeMeeting(m) : m)),
    nextMeeting: nextMeeting && gone.has(recordOf('next', '')) ? { ...nextMeeting, title: '' } : nextMeeting,
    changes: changes && { ...changes, newCommitments: changes.newCommitments.filter((id) => !gone.has(recordOf('promise', id))) },
  };
}
