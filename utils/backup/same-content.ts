/** Whether two stored values say the same. */

/** Same content, whatever the order of the fields. A field that is undefined is no field: a file can't hold it. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || (a === 0 && b === 0)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const one = Object.entries(a).filter(([, value]) => value !== undefined);
  const other = b as Record<string, unknown>;
  const size = Object.values(b).filter((value) => value !== undefined).length;
  return one.length === size && one.every(([key, value]) => Object.hasOwn(other, key) && sameContent(value, other[key]));
}
