/**
 * Undo that leaves alone what others wrote meanwhile: of a row that is still there, only what the step itself
 * changed is put back, field by field, and in lists element by element.
 */
import { sameContent } from '../../backup/same-content';
import type { ChangeRow } from '../rows';

type Fields = Record<string, unknown>;
type Entry = ChangeRow['before'][number];

/** Says when a row was written, not what it says: it never stands in the way. */
const STAMP = 'updatedAt';

/** The fields that a step changed, as they were after it; one that went is there as undefined. */
export function changedFields(before: unknown, after: unknown): Fields {
  const [one, other] = [before as Fields, after as Fields];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => !sameContent(one[key], other[key]));
  return Object.fromEntries(keys.map((key) => [key, other[key]]));
}

/** True when a step did something to the row beyond its time stamp. */
export function didSomething({ after }: Entry): boolean {
  return after === undefined || after === null || Object.keys(after).some((key) => key !== STAMP);
}

/** The row before a step and after it, where there was one: all words that the step keeps. */
export function statesOf({ row, after }: Entry): unknown[] {
  return row === null ? [] : after === undefined || after === null ? [row] : [row, { ...(row as Fields), ...after }];
}

/** What undoing makes of a value. `kept`: something of it was changed again since, and stays. */
export interface TakenBack { value: unknown; kept: boolean }

/** Takes a step's change of one value back: `before` it, `after` it, and as it is `now`. */
export function takeBack(before: unknown, after: unknown, now: unknown): TakenBack {
  if (sameContent(now, after)) return { value: before, kept: false };
  if (sameContent(now, before)) return { value: now, kept: false };
  if (Array.isArray(before) && Array.isArray(after) && Array.isArray(now)) return takeListBack(before, after, now);
  if (isFields(before) && isFields(after) && isFields(now)) return takeFieldsBack(before, changedFields(before, after), now);
  return { value: now, kept: true };
}

/** A row, of which the step changed the fields in `after`. Its time stamp goes back only when nobody wrote since. */
export function takeRowBack(before: unknown, after: Fields, now: unknown): { row: Fields; kept: boolean } {
  const { [STAMP]: stamp, ...rest } = after;
  const { value, kept } = takeFieldsBack(before as Fields, rest, now as Fields);
  const row = value as Fields;
  return { row: stamp !== undefined && row[STAMP] === stamp ? withField(row, STAMP, (before as Fields)[STAMP]) : row, kept };
}

function takeFieldsBack(before: Fields, after: Fields, now: Fields): TakenBack {
  let value = now;
  let kept = false;
  for (const key of Object.keys(after)) {
    const back = takeBack(before[key], after[key], now[key]);
    value = withField(value, key, back.value);
    kept ||= back.kept;
  }
  return { value, kept };
}

function withField(fields: Fields, key: string, value: unknown): Fields {
  if (value !== undefined) return { ...fields, [key]: value };
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an element is known by; undefined: by nothing. */
function nameOf(element: unknown): string | undefined {
  if (!isFields(element)) return JSON.stringify(element);
  const name = element['id'] ?? element['name'];
  return typeof name === 'string' ? name : undefined;
}

/** The elements by their names; null when they can't be told apart. */
function named(list: readonly unknown[]): Map<string, unknown> | null {
  const map = new Map<string, unknown>();
  for (const element of list) {
    const name = nameOf(element);
    if (name === undefined || map.has(name)) return null;
    map.set(name, element);
  }
  return map;
}

function takeListBack(before: readonly unknown[], after: readonly unknown[], now: readonly unknown[]): TakenBack {
  const [was, became, is] = [named(before), named(after), named(now)];
  if (!was || !became || !is) return { value: now, kept: true };
  let kept = false;
  const value: unknown[] = [];
  for (const [name, element] of is) {
    // Added by others since.
    if (!became.has(name)) { value.push(element); continue; }
    // Added by the step: it goes whole, as a row does.
    if (!was.has(name)) continue;
    const back = takeBack(was.get(name), became.get(name), element);
    value.push(back.value);
    kept ||= back.kept;
  }
  // Removed by the step: back to where it stood.
  [...was].forEach(([name, element], at) => { if (!became.has(name) && !is.has(name)) value.splice(at, 0, element); });
  return { value, kept };
}
