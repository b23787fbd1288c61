/** What was typed and what was promised: "Saved" said means it must be there, exactly once, for ever. */

export interface Verdict {
  /** Confirmed by "Saved" and not in the database. */
  lost: string[];
  /** In the database more than once. */
  doubled: string[];
}

export class Ledger {
  readonly #typed = new Set<string>();
  /** What was confirmed, each with what its row has to say beside the token. */
  readonly #confirmed = new Map<string, string>();

  typed(token: string): void {
    this.#typed.add(token);
  }

  confirmed(token: string, also = ''): void {
    this.#confirmed.set(token, also);
  }

  get lines(): number {
    return this.#typed.size;
  }

  get promised(): number {
    return this.#confirmed.size;
  }

  /** Judges all lines so far against the rows of all tables that hold lines and answers, as JSON. */
  judge(rows: readonly string[]): Verdict {
    const found = new Map<string, string[]>();
    for (const row of rows) {
      for (const token of new Set(row.match(/tok\d+x/gu) ?? [])) found.set(token, [...(found.get(token) ?? []), row]);
    }
    return {
      lost: [...this.#confirmed].filter(([token, also]) => !found.get(token)?.some((row) => row.includes(also))).map(([token]) => token),
      doubled: [...this.#typed].filter((token) => (found.get(token)?.length ?? 0) > 1),
    };
  }
}

/**
 * A draft that was typed key by key: what may be there after a crash is all of it or all but the last key. `typed` is what
 * the browser had answered for; a key that was under way may be stored as well, which is none behind.
 */
export function draftBehind(typed: string, stored: readonly string[]): number {
  if (stored.some((text) => text.startsWith(typed))) return 0;
  const best = Math.max(0, ...stored.filter((text) => typed.startsWith(text)).map((text) => [...text].length));
  return [...typed].length - best;
}

/** Small, seeded random numbers (mulberry32), so that a failing run can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
