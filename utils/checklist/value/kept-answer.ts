/** What a settled contradiction leaves as an item's answer, typed as the item is. */
import type { Answer, AnswerValue, Contradiction } from '../answer';
import type { ItemShape, ValueContext } from '../parse-value';
import { parseValue } from '../parse-value';
import { valueText } from './value-text';

export interface KeptAnswer { value: AnswerValue; raw: string; saidBy: string }

function says(answer: Answer, words: string): answer is Answer & { value: AnswerValue } {
  return answer.value !== null && [answer.raw, valueText(answer.value, 'ko'), valueText(answer.value, 'en')].includes(words);
}

/** The answer whose words were kept, as it was given; other words are read as the item's type. Words of nobody have no speaker. */
export function keptAnswer(settled: Pick<Contradiction, 'a' | 'b' | 'kept'>, answers: readonly Answer[], item: ItemShape, context: ValueContext): KeptAnswer {
  const { kept } = settled;
  const side = [settled.b, settled.a].find((s) => s.text === kept);
  const row = answers.filter((a) => a.id === side?.answerId).find((a) => says(a, kept));
  const saidBy = side?.saidBy ?? '';
  return row?.value ? { value: row.value, raw: row.raw, saidBy } : { value: parseValue(item, kept, context), raw: kept, saidBy };
}
