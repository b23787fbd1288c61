/** A rate card from a file: one role and what its person-month costs us in a line. A file is anybody's text. */
import Papa from 'papaparse';
import type { Currency } from '../../checklist/answer';
import { cleanName, isBlank } from '../../text/normalize';
import { amountOf } from './amount';
import type { CostRate } from './costing';
import { withRates } from './costing';

/** Longer than any company's list of roles, in characters and in lines. */
const LONGEST = 200_000;
const MOST_ROLES = 500;
const LONGEST_ROLE = 100;

export type RateCardFault = 'too_long' | 'no_rates';

export interface RateCard {
  rates: CostRate[];
  /** Lines that could not be read, by their number in the file, the first line being 1. */
  unread: number[];
}

/** What headings like 단가(만원) count in. */
function unitOf(headings: readonly string[]): number {
  const words = headings.join(' ');
  if (/\d/u.test(words)) return 1;
  return /만\s?원/u.test(words) ? 10_000 : /천\s?원/u.test(words) ? 1_000 : 1;
}

/**
 * Reads `role, rate` lines parted by commas, semicolons or tabs; a first line of headings is no role. What can't be read is told by
 * its line, the rest counts. A role that stands twice has its last rate.
 */
export function parseRateCard(text: string, currency: Currency): RateCard | RateCardFault {
  if (text.length > LONGEST) return 'too_long';
  // A comma also stands within numbers: it parts cells only where nothing else does.
  const delimiter = ['\t', ';'].find((sign) => text.includes(sign)) ?? ',';
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), { delimiter });
  const unit = unitOf(data[0] ?? []);
  let rates: CostRate[] = [];
  const unread: number[] = [];
  data.forEach((cells, index) => {
    if (cells.every((cell) => isBlank(cell))) return;
    const role = cleanName(cells[0] ?? '');
    // A rate with commas that nobody put in quotes is the rest of its line: no role has a third column.
    const told = cells.slice(1).filter((cell) => !isBlank(cell)).join(',');
    const amount = amountOf(told, currency);
    // Digits alone are in the unit of the headings; 750만 원 says its own.
    const rate = amount !== null && /^[\d,.\s]+$/u.test(told) ? amount * unit : amount;
    if (rate !== null && !isBlank(role) && role.length <= LONGEST_ROLE) rates = withRates(rates, [{ role, rate }]);
    else if (index > 0) unread.push(index + 1);
  });
  if (rates.length > MOST_ROLES) return 'too_long';
  return rates.length === 0 ? 'no_rates' : { rates, unread };
}
