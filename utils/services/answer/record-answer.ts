/** Records an answer: a new row that supersedes; the earlier one stays as history. */
import { topicMark } from '../../backup/removed/off-record';
import type { Answer, Contradiction, ContradictionSide } from '../../checklist/answer';
import type { ChecklistItem } from '../../checklist/checklist';
import { isOpenGap } from '../../checklist/gap-rules';
import { isOn } from '../../checklist/item-view';
import { valueText } from '../../checklist/parse-value';
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import type { BatonDatabase } from '../../db/database';
import { itemDraft } from '../../db/drafts/draft-keys';
import { requireFiled } from '../../db/undo/home';
import { dropSafetyCopyAfterwards } from '../../db/safety/safety-copy';
import { newId } from '../../db/new-id';
import type { Meeting } from '../../meeting/meeting';
import { offsetOf } from '../../meeting/meeting';
import type { Gap } from '../../notes/records';
import { nextMeetingOf } from '../../notes/promise-from-next-step';
import { requestScrub } from '../../settings/scrub-due';
import { coverTopic, dueReader, NEXT_STEP } from './cover-topic';

/** What a form says of an answer; how it relates to the one before it is ignored when there is none. */
export interface AnswerInput extends Pick<Answer, 'dealId' | 'state' | 'value' | 'raw' | 'remark' | 'saidBy' | 'confidence' | 'relation' | 'reason' | 'offRecord'> {
  item: Pick<ChecklistItem, 'id' | 'topic'>;
  meeting: Meeting | null;
  /** For the state `conflict`: the two answers side by side. */
  sides: { a: { text: string; saidBy: string }; b: { text: string; saidBy: string } } | null;
  language: 'ko' | 'en';
}

/**
 * Saves the answer at `at`. In the same transaction: a contradiction where it corrects or differs
 * from the earlier answer, the item's gaps become `answered`, the deal's due date and the next
 * meeting's date follow from the "next step" item, the draft goes. Throws `gone` when the deal is deleted, or its meeting
 * filed under another one, by now.
 */
export async function recordAnswer(database: BatonDatabase, input: AnswerInput, at: number): Promise<string> {
  const scope = { meetingId: input.meeting?.id ?? '', dealId: input.dealId, at };
  const id = await change(database, 'answer', scope, async (writer) => {
    await requireFiled(database, input.meeting?.id, input.dealId);
    const answer = await putAnswer(database, writer, input, at);
    const { key, former } = itemDraft('answer', input.dealId, input.item);
    await database.drafts.bulkDelete([key, former]);
    return answer.id;
  });
  if (input.offRecord) await requestScrub();
  return id;
}

/** What `recordAnswer` does but for the draft, as a part of a change that does more. Call it inside the change's transaction. */
export async function putAnswer(database: BatonDatabase, writer: ChangeWriter, input: AnswerInput, at: number): Promise<Answer> {
  const { dealId, item } = input;
  const before = await database.answers.where({ dealId, topic: item.topic }).sortBy('at');
  const previous = before.at(-1) ?? null;
  const answer = answerOf(input, previous, at);
  await writer.put('answers', answer);
  const contradiction = contradictionOf(input, answer, previous, at);
  if (contradiction) await writer.put('contradictions', contradiction);
  await settleGaps(database, writer, answer, wordsOf(answer, input.language));
  await followNextStep(database, writer, answer, previous, input.meeting);
  if (input.offRecord) {
    await coverTopic(database, answer, Infinity, answer.id);
    await database.removals.put({ id: topicMark(answer), at: answer.at });
    dropSafetyCopyAfterwards();
  }
  return answer;
}

function answerOf(input: AnswerInput, previous: Answer | null, at: number): Answer {
  const covered = input.offRecord;
  return {
    id: newId(), dealId: input.dealId, topic: input.item.topic, itemId: input.item.id, meetingId: input.meeting?.id ?? null,
    state: input.relation === 'differs' && previous ? 'conflict' : input.state,
    value: covered ? null : input.value, raw: covered ? '' : input.raw, remark: covered ? '' : input.remark,
    saidBy: input.saidBy, confidence: input.confidence, relation: previous ? input.relation : 'first',
    reason: covered ? '' : input.reason, offRecord: covered, at: Math.max(at, (previous?.at ?? 0) + 1), offsetMs: input.meeting ? offsetOf(input.meeting, at) : null,
  };
}

/** The words of an answer on one line: its value, else what was typed. */
function wordsOf(answer: Pick<Answer, 'value' | 'raw'>, language: 'ko' | 'en'): string {
  return valueText(answer.value, language) || answer.raw;
}

function contradictionOf(input: AnswerInput, answer: Answer, previous: Answer | null, at: number): Contradiction | null {
  if (input.offRecord) return null;
  const base = { id: newId(), dealId: input.dealId, meetingId: answer.meetingId, topic: answer.topic, itemId: answer.itemId, why: '', at };
  const now: ContradictionSide = { text: wordsOf(answer, input.language), saidBy: answer.saidBy, at, answerId: answer.id };
  if (input.state === 'conflict' && input.sides) {
    const { a, b } = input.sides;
    return { ...base, a: { ...a, at, answerId: null }, b: { ...b, at, answerId: answer.id }, status: 'open', kept: '', resolvedAt: null };
  }
  if (!previous || (input.relation !== 'corrects' && input.relation !== 'differs')) return null;
  const then: ContradictionSide = { text: wordsOf(previous, input.language), saidBy: previous.saidBy, at: previous.at, answerId: previous.id };
  const corrected = input.relation === 'corrects';
  return { ...base, a: then, b: now, status: corrected ? 'resolved' : 'open', kept: corrected ? now.text : '', resolvedAt: corrected ? at : null };
}

/** Does it say what a "?" asks? Hearsay and guesses fill nothing. */
export function fillsGaps({ state, confidence }: Answer): boolean {
  return state === 'answered' && confidence !== 'assumed' && confidence !== 'indirect';
}

/** Answering fills the gaps of the item: they are answered, not closed. */
export async function settleGaps(database: BatonDatabase, writer: ChangeWriter, answer: Answer, words: string, only: (gap: Gap) => boolean = () => true): Promise<void> {
  if (!fillsGaps(answer)) return;
  const gaps = await database.gaps.where({ dealId: answer.dealId }).toArray();
  for (const gap of gaps) {
    if (!isOpenGap(gap) || !isOn(gap, { id: answer.itemId, topic: answer.topic }) || !only(gap)) continue;
    await writer.put('gaps', { ...gap, state: 'answered', outcome: answer.offRecord ? '' : words, answeredBy: '', updatedAt: answer.at });
  }
}

/** Sets the deal's date and the meeting's next one by what a next step says, where nobody set another. */
export async function followNextStep(database: BatonDatabase, writer: ChangeWriter, answer: Answer, previous: Answer | null, meeting: Meeting | null): Promise<void> {
  if (answer.topic !== NEXT_STEP || !answer.value) return;
  const dueOf = await dueReader(database, answer.dealId);
  const deal = await database.deals.get(answer.dealId);
  const due = dueOf(answer.value);
  const followed = previous?.value ? dueOf(previous.value) : null;
  if (deal && due && (deal.customerDue === null || deal.customerDue === followed)) {
    await writer.put('deals', { ...deal, customerDue: due, updatedAt: answer.at });
  }
  const next = nextMeetingOf(answer.value);
  const fresh = meeting ? await database.meetings.get(meeting.id) : undefined;
  if (fresh && next) await writer.put('meetings', { ...fresh, nextDate: next.date, updatedAt: answer.at });
}
