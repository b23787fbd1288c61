/** All rows of the index in one order of time, and rows that were found as numbers in it. */
import type { Chunk } from './chunk';

export interface Hit { key: string; at: number }

/** Every row of the chunks, newest first, and where each row of a chunk stands in it: hits need no sorting. */
export interface Order { chunks: readonly Chunk[]; ranks: Uint32Array[]; chunk: Uint32Array; row: Uint32Array }

const orders = new WeakMap<readonly Chunk[], Order>();

/** Works out the order of all rows once for this list of chunks; a search does it when nobody has. */
export function orderChunks(chunks: readonly Chunk[]): Order {
  const known = orders.get(chunks);
  if (known) return known;
  const count = chunks.reduce((sum, c) => sum + c.keys.length, 0);
  const times = new Float64Array(count);
  let i = 0;
  for (const c of chunks) for (let row = 0; row < c.keys.length; row += 1) times[i++] = -(c.at[row] ?? 0);
  times.sort();
  const taken = new Uint32Array(count);
  const order: Order = { chunks, ranks: [], chunk: new Uint32Array(count), row: new Uint32Array(count) };
  chunks.forEach((c, index) => {
    const ranks = new Uint32Array(c.keys.length);
    for (let row = 0; row < ranks.length; row += 1) {
      const first = firstAt(times, -(c.at[row] ?? 0));
      // Rows of the same moment stand in the order of the chunks.
      const rank = first + (taken[first] ?? 0);
      taken[first] = (taken[first] ?? 0) + 1;
      ranks[row] = rank;
      order.chunk[rank] = index;
      order.row[rank] = row;
    }
    order.ranks.push(ranks);
  });
  orders.set(chunks, order);
  return order;
}

/** The first place of a value in a sorted list that holds it. */
function firstAt(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rows that were found, best first. Most of tens of thousands are never looked at: they stay numbers until they are. */
export class Hits implements Iterable<Hit> {
  readonly #order: Order;
  readonly #ranks: Uint32Array;

  constructor(order: Order, ranks: Uint32Array) {
    this.#order = order;
    this.#ranks = ranks;
  }

  get length(): number {
    return this.#ranks.length;
  }

  /** Those from one place to before another. */
  slice(from: number, to: number): Hit[] {
    return Array.from(this.#ranks.subarray(from, to), (rank) => this.#at(rank));
  }

  /** Those of one table, in the same order. */
  of(table: string): Hits {
    return new Hits(this.#order, this.#ranks.filter((rank) => this.#at(rank).key.startsWith(`${table}:`)));
  }

  [Symbol.iterator](): Iterator<Hit> {
    return this.slice(0, this.length)[Symbol.iterator]();
  }

  #at(rank: number): Hit {
    const row = this.#order.row[rank] ?? 0;
    const chunk = this.#order.chunks[this.#order.chunk[rank] ?? 0];
    return { key: chunk?.keys[row] ?? '', at: chunk?.at[row] ?? 0 };
  }
}
