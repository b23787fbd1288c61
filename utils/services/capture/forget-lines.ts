/** Lines that go off the record, with all that says their words. */
import type { BatonDatabase } from '../../db/database';
import { isDraftOf } from '../../db/drafts/draft-owners';
import type { LineTable } from '../../db/read-entries';
import { statesOf } from '../../db/undo/take-back';
import type { Want } from '../../notes/records';
import { forgetWords, takeFromBin } from './forget-words';

/** The tables that lines are in. */
export const LINES: readonly LineTable[] = ['notes', 'gaps', 'commitments', 'wants'];

type LineWords = Partial<Record<'text' | 'question' | 'outcome' | 'words' | 'fulfilmentNote' | 'deliveryNote' | 'needBehind' | 'trigger' | 'thenHow' | 'customWhy', string>> & Pick<Partial<Want>, 'conditions'>;

/** All that somebody wrote into a line; names of people are not hunted elsewhere. */
function wordsOf({ text, question, outcome, words, fulfilmentNote, deliveryNote, needBehind, trigger, thenHow, customWhy, conditions = [] }: LineWords): string[] {
  return [text, question, outcome, words, fulfilmentNote, deliveryNote, needBehind, trigger, thenHow, customWhy, ...conditions].filter((one) => one !== undefined);
}

/** All that the lines say, and what they said before they were edited: that may stand in minutes and drafts as well. */
export async function wordsOfLines(database: BatonDatabase, rows: readonly (LineWords & { id: string })[]): Promise<string[]> {
  const ids = new Set(rows.map((row) => row.id));
  const earlier = (await database.changes.toArray()).flatMap((c) => c.before.filter((b) => ids.has(b.key)).flatMap(statesOf) as LineWords[]);
  return [...rows, ...earlier].flatMap(wordsOf);
}

/** Takes lines off the record, those that lie in the bin too, and what tells of one that is gone already. Call it inside a transaction over all tables. */
export async function forgetLines(database: BatonDatabase, lines: readonly string[]): Promise<void> {
  const gone = new Set(lines);
  const found = await Promise.all(LINES.map(async (name) => database.table<LineWords & { id: string }>(name).where('id').anyOf([...lines]).toArray()));
  const binned = await takeFromBin(database, ({ row }) => gone.has(row.id));
  const words = await wordsOfLines(database, [...found.flat(), ...binned]);
  for (const name of LINES) await database.table(name).bulkDelete([...lines]);
  await forgetWords(database, { ids: lines, lines, words, about: null, drafts: (draft) => isDraftOf(draft, gone) });
}
