import { describe, expect, it } from 'vitest';
import type { DealState } from '@/utils/deal/course';
import type { Relationship } from '@/utils/deal/deal';
import { proposedRelationship } from '@/utils/deal/relationship';

const TODAY = '2027-12-01';
const deal = (signed: string | null, ...then: DealState[]) => ({ course: [...(signed === null ? [] : [{ to: 'contracted' as const, on: signed, why: '', at: 1 }]), ...then.map((to) => ({ to, on: TODAY, why: '', at: 1 }))] });
const propose = (relationship: Relationship, deals: { course?: ReturnType<typeof deal>['course'] }[], broken = 0) => proposedRelationship({ relationship, deals, broken }, TODAY);

describe('the relationship that an account’s deals speak for', () => {
  it('is none for a contract that nobody has worked on, and for deals that were lost', () => {
    expect([propose('prospect', []), propose('prospect', [{}, deal(null, 'lost'), deal('2027-11-01')])]).toEqual([null, null]);
  });

  it.each<DealState[]>([['delivering'], ['delivering', 'operating'], ['delivering', 'operating', 'ended']])('is that of a customer once work is done for them (%s)', (...then) => {
    expect(propose('prospect', [deal('2027-11-01', ...then)])).toBe('existing');
    expect(propose('existing', [deal('2027-11-01', ...then)])).toBeNull();
  });

  it('is a regular’s with two contracts in two years, one of them worked on, and no promise broken', () => {
    const two = [deal('2025-12-02', 'delivering'), deal('2027-11-01')];
    expect([propose('prospect', two), propose('existing', two), propose('existing', two, 1), propose('prospect', two, 1)]).toEqual(['regular', 'regular', null, 'existing']);
    expect(propose('existing', [deal('2025-11-30', 'delivering'), deal('2027-11-01')])).toBeNull();
    expect(propose('existing', [deal('2027-10-01'), deal('2027-11-01')])).toBeNull();
  });

  it('counts what was signed, from the day two years ago on', () => {
    expect(propose('existing', [deal(null, 'delivering'), deal(null, 'delivering')])).toBeNull();
    expect(propose('existing', [deal('2025-12-01', 'delivering'), deal('2027-11-01')])).toBe('regular');
  });

  it('never takes anything away', () => {
    expect([propose('regular', []), propose('advocate', [deal('2027-10-01', 'delivering'), deal('2027-11-01')])]).toEqual([null, null]);
  });
});
