/** What a settled contradiction leaves as an item's answer, typed as the item is. */
import type { Answer, AnswerValue, Contradiction, ContradictionSide } from '../answer';
import type { ItemShape, ValueContext } from '../parse-value';
import { parseValue } from '../parse-value';
import { valueText } from './value-text';

/** `fromDelivery`: the words are those that delivery answered in a reply, in their own row or told again in their name. */
export interface KeptAnswer { value: AnswerValue; raw: string; saidBy: string; fromDelivery?: true }

function says(answer: Answer, words: string): answer is Answer & { value: AnswerValue } {
  return answer.value !== null && [answer.raw, valueText(answer.value, 'ko'), valueText(answer.value, 'en')].includes(words);
}

/** A side is whose row it comes from; told by hand it is theirs in the name of who of them spoke, or in their very words where it names nobody. */
function isDeliverys(kept: string, side: ContradictionSide | undefined, answers: readonly Answer[]): boolean {
  const from = answers.find((a) => a.id === side?.answerId);
  const theirs = answers.filter((a) => a.fromDelivery === true);
  if (from?.fromDelivery === true) return true;
  const saidBy = side?.saidBy ?? '';
  return saidBy === '' ? theirs.some((a) => says(a, kept)) : theirs.some((a) => a.saidBy === saidBy);
}

/** The answer whose words were kept, as it was given; other words are read as the item's type. Words of nobody have no speaker. */
export function keptAnswer(settled: Pick<Contradiction, 'a' | 'b' | 'kept'>, answers: readonly Answer[], item: ItemShape, context: ValueContext): KeptAnswer {
  const { kept } = settled;
  const side = [settled.b, settled.a].find((s) => s.text === kept);
  const row = answers.filter((a) => a.id === side?.answerId).find((a) => says(a, kept));
  const saidBy = side?.saidBy ?? '';
  const whose = isDeliverys(kept, side, answers) ? { fromDelivery: true as const } : {};
  return row?.value ? { value: row.value, raw: row.raw, saidBy, ...whose } : { value: parseValue(item, kept, context), raw: kept, saidBy, ...whose };
}
