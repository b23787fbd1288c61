/** A new record id: random, unguessable, unique across machines. */
export function newId(): string {
  return crypto.randomUUID();
}
