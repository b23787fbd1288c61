/** What was said on a topic leaves every store; that it was covered stays. */
import { valueText } from '../../checklist/parse-value';
import type { Answer, AnswerValue, Contradiction } from '../../checklist/answer';
import type { BatonDatabase } from '../../db/database';
import { isDraftOf, ownerOf } from '../../db/drafts/draft-owners';
import type { BinRow, ChangeTable, DraftRow } from '../../db/rows';
import { namesBySide } from '../../meeting/participants';
import type { Gap, Note, Want } from '../../notes/records';
import { dueFromNextStep, nextMeetingOf } from '../../notes/promise-from-next-step';
import { wordsOfLines } from '../capture/forget-lines';
import { forgetWords, takeFromBin } from '../capture/forget-words';
import type { Topic } from '../capture/traces';

/** The topic whose answer says what happens next, and until when. */
export const NEXT_STEP = 'next.deadline';

/** Reads until when we promised something in a next step, knowing whose names are whose in the deal's meetings. */
export async function dueReader(database: BatonDatabase, dealId: string): Promise<(value: AnswerValue) => string | null> {
  const names = namesBySide(await database.meetings.where({ dealId }).toArray());
  return (value) => dueFromNextStep(value, names);
}

/** What can be on a topic, wherever it lies. */
interface Told { answers: Answer[]; contradictions: Contradiction[]; gaps: Gap[]; notes: Note[]; wants: Want[] }

/**
 * What was recorded on the topic `until` then loses its content; states stay. The lines noted on its items go as a line does that is
 * taken off the record by itself, and the dates that followed from the "next step". So does what lies in the bin. `but`: the answer
 * that says that it is covered. Call it inside a transaction over all tables.
 */
export async function coverTopic(database: BatonDatabase, { dealId, topic }: Topic, until: number, but: string | null): Promise<void> {
  const told = await toldOn(database, { dealId, topic }, until, but);
  const binned = await coverBinned(database, told);
  const { answers, contradictions, gaps, notes, wants } = told.inTables;
  const lines = [...notes, ...wants].map((row) => row.id);
  const words = [...wordsOn(told.inTables), ...wordsOn(binned), ...await wordsOfLines(database, [...notes, ...wants, ...binned.notes, ...binned.wants])];
  await database.answers.bulkPut(answers.map(covered));
  await database.contradictions.bulkDelete(contradictions.map((c) => c.id));
  await database.gaps.bulkPut(gaps.map((g) => ({ ...g, outcome: '' })));
  await database.notes.bulkDelete(notes.map((n) => n.id));
  await database.wants.bulkDelete(wants.map((w) => w.id));
  const dated = topic === NEXT_STEP ? await forgetNextStep(database, dealId, answers) : [];
  const gone = [...contradictions, ...gaps, ...notes, ...wants].map((row) => row.id);
  const drafts = (draft: DraftRow): boolean => {
    const owner = ownerOf(draft.key);
    return isDraftOf(draft, new Set(gone)) || (owner?.id === dealId && (owner.part === topic || told.items.has(owner.part)));
  };
  const ids = [...binned.answers, ...binned.contradictions, ...binned.gaps, ...binned.notes, ...binned.wants, ...answers].map((row) => row.id);
  await forgetWords(database, { ids: [...ids, ...gone, ...dated], lines: [...lines, ...[...binned.notes, ...binned.wants].map((row) => row.id)], words, about: { dealId, topic }, drafts });
}

function covered(answer: Answer): Answer {
  return { ...answer, value: null, raw: '', remark: '', reason: '', offRecord: true };
}

function wordsOn({ answers, contradictions, gaps }: Told): string[] {
  return [
    ...answers.flatMap((a) => [a.raw, a.remark, a.reason, valueText(a.value, 'ko'), valueText(a.value, 'en')]),
    ...contradictions.flatMap((c) => [c.a.text, c.b.text, c.kept, c.why]),
    ...gaps.map((g) => g.outcome),
  ];
}

interface OnTopic { inTables: Told; items: ReadonlySet<string>; holds: (kept: BinRow['rows'][number]) => boolean }

async function toldOn(database: BatonDatabase, { dealId, topic }: Topic, until: number, but: string | null): Promise<OnTopic> {
  const all = await database.answers.where({ dealId, topic }).toArray();
  const items = new Set(all.map((a) => a.itemId));
  const answers = all.filter((a) => a.at <= until && a.id !== but);
  const quoted = new Set(answers.map((a) => a.id));
  const isAnswer = (row: Answer): boolean => row.topic === topic && row.at <= until;
  // A later one quotes what was covered.
  const isConflict = (row: Contradiction): boolean => row.topic === topic && (row.at <= until || [row.a, row.b].some((side) => side.answerId !== null && quoted.has(side.answerId)));
  const isGap = (row: Gap): boolean => row.topic === topic && row.at <= until;
  const isLine = (row: Note | Want): boolean => row.at <= until && (row.topic === null ? items.has(row.itemId ?? '') : row.topic === topic);
  const is: Partial<Record<ChangeTable, (row: never) => boolean>> = { answers: isAnswer, contradictions: isConflict, gaps: isGap, notes: isLine, wants: isLine };
  const inTables = {
    answers,
    contradictions: await database.contradictions.where({ dealId }).filter(isConflict).toArray(),
    gaps: await database.gaps.where({ dealId }).filter(isGap).toArray(),
    notes: await database.notes.where({ dealId }).filter(isLine).toArray(),
    wants: await database.wants.where({ dealId }).filter(isLine).toArray(),
  };
  return { inTables, items, holds: ({ table, row }) => (row as { dealId?: string }).dealId === dealId && is[table]?.(row as never) === true };
}

/** The same of what lies in the bin. Resolves to it as it was. */
async function coverBinned(database: BatonDatabase, { holds }: OnTopic): Promise<Told> {
  const told: Told = { answers: [], contradictions: [], gaps: [], notes: [], wants: [] };
  await takeFromBin(database, holds, ({ table, row }) => {
    told[table as keyof Told].push(row as never);
    if (table === 'answers') return [{ table, row: covered(row as Answer) }];
    return table === 'gaps' ? [{ table, row: { ...row, outcome: '' } as Gap }] : [];
  });
  return told;
}

/** Takes back the dates that the covered answers had set. Resolves to the rows that held one. */
async function forgetNextStep(database: BatonDatabase, dealId: string, before: readonly Answer[]): Promise<string[]> {
  const values = before.flatMap((a) => (a.value ? [a.value] : []));
  const dueOf = await dueReader(database, dealId);
  const dues = new Set(values.map(dueOf));
  const nexts = new Set(values.map((value) => nextMeetingOf(value)?.date ?? null));
  const deal = await database.deals.get(dealId);
  const dueToo = deal?.customerDue != null && dues.has(deal.customerDue);
  if (dueToo) await database.deals.update(dealId, { customerDue: null });
  const meetings = await database.meetings.where({ dealId }).filter((m) => m.nextDate !== null && nexts.has(m.nextDate)).toArray();
  for (const { id } of meetings) await database.meetings.update(id, { nextDate: null });
  return [...(dueToo ? [dealId] : []), ...meetings.map((m) => m.id)];
}
