/** A stored part of the index that isn't one of this version's counts as empty: it is built again, never searched half. */
import { expect, it } from 'vitest';
import { emptyChunk, readyChunk, rewriteChunk } from '@/utils/search/chunk';
import { parseChunk } from '@/utils/search/parse-chunk';

const STORED = rewriteChunk(emptyChunk(), new Set(), [{ key: 'notes:1', at: 5, texts: ['재고'] }]);

it('is read as it was stored', () => { expect(parseChunk(structuredClone(STORED))).toEqual(STORED); });

it.each<[string, unknown]>([
  ['nothing', undefined], ['null', null], ['a text', 'x'], ['a number', 3], ['an object of something else', { a: 1 }],
  ...(['text', 'keys', 'lengths', 'at'] as const).flatMap((field): [string, unknown][] => [[`one without ${field}`, { ...STORED, [field]: undefined }], [`one with another ${field}`, { ...STORED, [field]: 5 }]]),
])('%s is empty, and can be written to', (_what, stored) => {
  const chunk = parseChunk(stored);
  expect(chunk).toEqual(emptyChunk());
  expect(readyChunk(rewriteChunk(chunk, new Set(['notes:1']), [])).keys).toEqual([]);
});
