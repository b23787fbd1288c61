import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hrefOf, PAGE_NAMES, parseRoute } from '@/components/library/route';

describe('addresses in the library', () => {
  it('read back what was written', () => {
    const params = fc.dictionary(fc.string({ minLength: 1 }).filter((k) => k !== '__proto__'), fc.string({ minLength: 1 }));
    fc.assert(fc.property(fc.constantFrom(...PAGE_NAMES), fc.string({ unit: 'grapheme' }), params, (page, id, query) => {
      expect(parseRoute(hrefOf(page, id, query))).toEqual({ page, id, params: { ...query } });
    }));
  });

  it('start at the deals, and know what they don’t have', () => {
    expect(parseRoute('')).toMatchObject({ page: 'deals' });
    expect(parseRoute('#/nowhere')).toBeNull();
    expect(parseRoute('#/deal/%E0%A4%A')).toBeNull();
    expect(parseRoute('#/__proto__')).toBeNull();
  });
});
