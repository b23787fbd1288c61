/** Do two answers say the same? For telling a conflict from a repetition, never for deciding it. */
import { compareKey } from '../../text/normalize';
import type { AnswerValue, DatePart, MoneyPart, NumberPart } from '../answer';
import { valueText } from './value-text';

type Verdict = boolean | null;

/** True or false where two values can be compared, null for what only a person can judge. Symmetric. */
export function sameValue(a: AnswerValue | null, b: AnswerValue | null): Verdict {
  if (a === null || b === null) return null;
  if (a.kind === 'date' && b.kind === 'date') return bySlots(a.parts, b.parts, () => '', sameDate);
  if (a.kind === 'number' && b.kind === 'number') return bySlots(a.parts, b.parts, (p) => p.unit, sameNumber);
  if (a.kind === 'money' && b.kind === 'money') return bySlots(a.parts, b.parts, (p) => p.per, sameMoney);
  if (a.kind === 'yesno' && b.kind === 'yesno') return a.yes === b.yes;
  if (a.kind === 'choice' && b.kind === 'choice') {
    if ([...a.options].sort().join('\u0000') !== [...b.options].sort().join('\u0000')) return false;
    return compareKey(a.other ?? '') === compareKey(b.other ?? '') ? true : null;
  }
  return compareKey(valueText(a, 'en')) === compareKey(valueText(b, 'en')) && compareKey(valueText(a, 'en')) !== '' ? true : null;
}

/**
 * Parts are compared where it is clear which belongs to which: one of each kind (unit, period) on
 * both sides. A clear difference decides; parts that only one side has leave it to a person.
 */
function bySlots<P>(a: readonly P[], b: readonly P[], slot: (part: P) => string, same: (x: P, y: P) => Verdict): Verdict {
  const slots = [...new Set([...a, ...b].map(slot))];
  const verdicts = slots.map((s): Verdict => {
    const [ours, theirs] = [a.filter((p) => slot(p) === s), b.filter((p) => slot(p) === s)];
    const [x, y] = [ours[0], theirs[0]];
    if (ours.length === 1 && theirs.length === 1 && x !== undefined && y !== undefined) return same(x, y);
    const paired = ours.length === theirs.length && ours.every((p) => theirs.some((q) => same(p, q) === true)) && theirs.every((q) => ours.some((p) => same(p, q) === true));
    return paired ? true : null;
  });
  return verdicts.includes(false) ? false : verdicts.every((v) => v === true) ? true : null;
}

function sameDate(x: DatePart, y: DatePart): Verdict {
  if (x.date !== y.date) return false;
  return x.time === undefined || y.time === undefined || x.time === y.time;
}

function sameNumber(x: NumberPart, y: NumberPart): Verdict {
  return x.value === y.value && x.max === y.max;
}

function sameMoney(x: MoneyPart, y: MoneyPart): Verdict {
  if (x.min !== y.min || x.max !== y.max || x.currency !== y.currency) return false;
  if (x.vat === y.vat) return true;
  return x.vat === 'unknown' || y.vat === 'unknown' ? null : false;
}
