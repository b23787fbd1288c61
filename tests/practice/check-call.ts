/** What a schema cannot see: numbers that point at no line, items that no checklist has, parts of the call in a wrong order. */
import custom from '@/utils/checklist/data/custom-development.v1.json';
import existing from '@/utils/checklist/data/existing-customer.v1.json';
import firstCall from '@/utils/checklist/data/first-call.v1.json';
import solution from '@/utils/checklist/data/solution-saas.v1.json';
import { zoneOf } from '../harness/browser-flags';
import { BadPracticeFile } from './describe-issues';
import { forOther, otherChecklist } from './other-deal';
import type { ContradictionExpected, PracticeCall } from './practice-call';

const LONGEST_CALL_MS = 24 * 3_600_000;

/** @throws BadPracticeFile with a sentence that names the field. */
export function checkCall(call: PracticeCall): void {
  checkLineNumbers(call);
  checkItems(call);
  checkExpected(call);
  checkParts(call);
}

type Numbered = number | 'prior' | null | undefined;

/** A number that points at no line would quietly name the wrong speaker. */
function checkLineNumbers(call: PracticeCall): void {
  const last = call.lines.length;
  const check = (path: string, number: Numbered): void => {
    if (typeof number !== 'number' || (number >= 1 && number <= last)) return;
    throw new BadPracticeFile(`${path} must be ${last === 0 ? 'left out, since the file has no lines' : `a line from 1 to ${String(last)}`}, found ${String(number)}`);
  };
  const all = (path: string, numbers: readonly Numbered[]): void => { numbers.forEach((number, k) => { check(`${path}[${String(k)}]`, number); }); };
  const pairs = (path: string, found: readonly ContradictionExpected[]): void => {
    found.forEach((one, k) => { for (const key of ['a', 'b', 'by_line'] as const) check(`${path}[${String(k)}].${key}`, one[key]); });
  };
  all('otherDeal.lines', call.otherDeal?.lines ?? []);
  call.rep.forEach((action, i) => {
    if (action.do !== 'consent') all(`rep[${String(i)}].lines`, action.lines);
    if (action.do !== 'answer' && action.do !== 'off-record') check(`rep[${String(i)}].line`, action.line);
  });
  call.atEnd.forEach((action, i) => { if (action.do === 'review') pairs(`atEnd[${String(i)}].contradictions`, action.contradictions); });
  pairs('expect.contradictions', call.expect?.contradictions ?? []);
}

const ITEMS = new Map([custom, solution, existing, firstCall].map((list) => [list.code, new Set(list.items.map((item) => item.id))]));

/** An item that no checklist of the call has could never be answered. */
function checkItems(call: PracticeCall): void {
  const own = [call.checklist, ...(call.alsoChecklist ? [call.alsoChecklist] : [])];
  const check = (path: string, item: string | null, codes: readonly string[] = own): void => {
    if (item === null || codes.some((code) => ITEMS.get(code)?.has(item))) return;
    throw new BadPracticeFile(`${path} must be an item of checklist ${codes.join(' or ')}, found ${item}`);
  };
  const all = (path: string, found: readonly { item: string | null }[]): void => { found.forEach(({ item }, k) => { check(`${path}[${String(k)}].item`, item); }); };
  call.rep.forEach((action, i) => {
    if (action.do === 'answer') check(`rep[${String(i)}].item`, action.item, forOther(call, action) ? [otherChecklist(call)] : own);
    if (action.do === 'off-record') check(`rep[${String(i)}].item`, action.item);
  });
  call.atEnd.forEach((action, i) => {
    if (action.do !== 'review') return;
    all(`atEnd[${String(i)}].gaps`, action.gaps);
    all(`atEnd[${String(i)}].contradictions`, action.contradictions);
  });
}

/** What is expected of an item that exists nowhere is a slip; of one that this call doesn't ask, the comparison tells it. */
function checkExpected({ expect }: PracticeCall): void {
  if (!expect) return;
  const known = new Set([...ITEMS.values()].flatMap((items) => [...items]));
  const check = (path: string, item: string | null): void => {
    if (item !== null && !known.has(item)) throw new BadPracticeFile(`${path} must be an item of a checklist, found ${item}`);
  };
  for (const item of Object.keys(expect.items)) check('expect.items', item);
  expect.notAsked.forEach((item, k) => { check(`expect.notAsked[${String(k)}]`, item); });
  for (const name of ['alsoItems', 'gaps', 'contradictions'] as const) expect[name].forEach(({ item }: { item: string | null }, k) => { check(`expect.${name}[${String(k)}].item`, item); });
}

/** Lines and parts of the call follow each other, and a call has an end. */
function checkParts({ start, platform, lines, rep, checklist, alsoChecklist }: PracticeCall): void {
  if (zoneOf(offsetMinutes({ start }), Date.parse(start)) === null) throw new BadPracticeFile(`start must have the offset of a time zone, found ${start}`);
  if (alsoChecklist === checklist) throw new BadPracticeFile(`alsoChecklist must be another one than checklist, found ${checklist}`);
  const back = lines.findIndex((one, i) => one.t < (lines[i - 1]?.t ?? 0));
  if (back >= 0) throw new BadPracticeFile(`lines[${String(back)}].t must not be before the line before it`);
  platform.forEach(({ from, to }, i) => {
    const before = platform[i - 1];
    if (to !== null && to < from) throw new BadPracticeFile(`platform[${String(i)}].to must not be before its from`);
    if (before && from < (before.to ?? before.from)) throw new BadPracticeFile(`platform[${String(i)}].from must not be before the end of the part before it`);
  });
  for (const [name, list] of [['lines', lines], ['rep', rep]] as const) {
    const late = list.findIndex((one) => one.t > LONGEST_CALL_MS);
    if (late >= 0) throw new BadPracticeFile(`${name}[${String(late)}].t must be within 24 hours: the call must be over by then`);
  }
}

/** Minutes east of UTC of the script's start. */
export function offsetMinutes({ start }: Pick<PracticeCall, 'start'>): number {
  const found = /([+-])(\d{2}):(\d{2})$/.exec(start);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === '-' ? -minutes : minutes;
}
