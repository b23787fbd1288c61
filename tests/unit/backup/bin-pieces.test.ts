/** A large deletion travels in pieces and comes back whole; pieces that belong to nothing are refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromPieces, inPieces } from '@/utils/backup/bin-pieces';
import { LIMITS } from '@/utils/backup/read';

const clip = (i: number, letters: number) => ({ table: 'clips', row: { id: `c${String(i)}`, text: 'x'.repeat(letters) } });
const deleted = (rows: unknown[], id = 'b1') => ({ id, at: 1, what: 'deal', title: '재고 시스템', rows });

describe('a deletion in the bin', () => {
  it('stands in lines that a reader takes, and comes back as it was', () => {
    const row = deleted(Array.from({ length: 600 }, (_, i) => clip(i, 100_000)));
    const lines = inPieces(row);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(JSON.stringify(line).length).toBeLessThan(LIMITS.line / 8);
    expect(fromPieces(lines)).toEqual([row]);
  });

  it('fills each line as far as a piece goes and no further, but for a row that is longer by itself', () => {
    const piece = 2 ** 20;
    const of = (lengths: number[]): number[] => inPieces(deleted(lengths.map((n) => 'x'.repeat(n - 2)))).map((line) => (line as unknown as { rows: unknown[] }).rows.length);
    expect(of([piece / 2, piece / 2, 3])).toEqual([2, 1]);
    expect(of([piece / 2, piece / 2 + 1, 3])).toEqual([1, 2]);
    expect(of([piece + 1, 3, piece])).toEqual([1, 1, 1]);
  });

  it('without a list is left as it is', () => { expect(inPieces({ id: 'x', rows: 7 })).toEqual([{ id: 'x', rows: 7 }]); });

  it('that is small is one line as it always was', () => {
    const row = deleted([clip(1, 10), clip(2, 10)]);
    expect(inPieces(row)).toEqual([row]);
    expect(inPieces(deleted([]))).toEqual([deleted([])]);
  });

  it('of any sizes comes back in order, one after the other', () => {
    const sizes = fc.array(fc.array(fc.integer({ min: 0, max: 700_000 }), { maxLength: 6 }), { maxLength: 4 });
    fc.assert(fc.property(sizes, (all) => {
      const rows = all.map((letters, i) => deleted(letters.map((n, k) => clip(k, n)), `b${String(i)}`));
      expect(fromPieces(rows.flatMap(inPieces))).toEqual(rows);
    }), { numRuns: 30 });
  });
});

describe('a piece', () => {
  it.each([
    ['before anything', [{ id: 'b1', more: true, rows: [] }]],
    ['of another deletion', [deleted([]), { id: 'b2', more: true, rows: [] }]],
    ['that says otherwise', [deleted([]), { id: 'b1', more: 'yes', rows: [] }]],
    ['without rows', [deleted([]), { id: 'b1', more: true }]],
  ])('%s is refused', (_, lines) => { expect(() => fromPieces(lines)).toThrow('bad_row'); });

  it('that is refused is named', () => { expect(() => fromPieces([{ id: 'b7', more: true, rows: [] }])).toThrow(expect.objectContaining({ fault: 'bad_row', where: 'bin b7' })); });

  it('changes no row that is none of the bin’s: what is no list stays for the schema to judge', () => {
    expect(fromPieces([{ id: 'x', rows: 'none' }, { id: 'y' }])).toEqual([{ id: 'x', rows: 'none' }, { id: 'y' }]);
  });
});
