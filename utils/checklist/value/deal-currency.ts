import type { Answer, Currency } from '../answer';

/** What "8천" or "fifty" most likely means where nothing of the deal says: the money of the language's country. */
const LOCAL = { ko: 'KRW', en: 'USD' } as const;

/**
 * The currency in which a deal is talked of: that of its newest amount, and the language's own before there is one.
 * Whatever it is taken for is shown in the answer before it is saved (domain.md, edge case 23).
 */
export function dealCurrency(answers: readonly Pick<Answer, 'value' | 'at'>[], language: 'ko' | 'en'): Currency {
  const amounts = answers.flatMap(({ value, at }) => (value?.kind === 'money' && value.parts[0] ? [{ at, currency: value.parts[0].currency }] : []));
  const newest = amounts.reduce<(typeof amounts)[number] | null>((last, one) => (last && last.at > one.at ? last : one), null);
  return newest?.currency ?? LOCAL[language];
}
