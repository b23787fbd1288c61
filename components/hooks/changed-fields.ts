/**
 * The fields that a person changed in a form: only these are written, so that what another window
 * changed meanwhile in the others stays. The same field changed twice: the later one stands, and undo has the other.
 */
export function changedFields<T extends object, P extends Partial<T>>(opened: T, form: P): Partial<P> {
  const same = (key: keyof T): boolean => JSON.stringify(opened[key]) === JSON.stringify((form as Partial<T>)[key]);
  return Object.fromEntries(Object.entries(form).filter(([key]) => !same(key as keyof T))) as Partial<P>;
}
