/** What there is to look after at an account, by rule and by day. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Care, CareFacts } from '@/utils/deal/care';
import { CARE_KINDS, compareCare, customerCare, QUIET_AFTER } from '@/utils/deal/care';
import type { Gap } from '@/utils/notes/records';
import { addDays } from '@/utils/time/plain-date';
import { aGap, aPromise, aWant } from '../packet/small';

const TODAY = '2026-11-27';
const FACTS: CareFacts = { relationship: 'existing', watcher: '박서연', commitments: [], gaps: [], later: [], lastContact: TODAY };
const care = (more: Partial<CareFacts>): Care => customerCare({ ...FACTS, ...more }, TODAY);
const kinds = (more: Partial<CareFacts>): string[] => care(more).reasons.map(({ kind }) => kind);
const asked = (times: number, more: Partial<Gap> = {}): Gap => aGap('g', { route: 'ask_customer', askedOn: ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22'].slice(0, times), ...more });

describe('an account', () => {
  it('has nothing to look after where all is kept, watched and recent', () => {
    expect(care({})).toEqual({ reasons: [], atRisk: false });
    expect(kinds({ commitments: [aPromise('a', { due: TODAY }), aPromise('b', { fulfilment: 'done', due: '2026-01-01' }), aPromise('c', { fulfilment: 'repaired', due: '2026-01-01' }), aPromise('d', { fulfilment: 'withdrawn', due: '2026-01-01' })] })).toEqual([]);
  });

  it('owes what was broken or is past its day, the oldest first', () => {
    const { reasons } = care({ commitments: [aPromise('b', { due: '2026-11-26' }), aPromise('a', { due: '2026-11-20' }), aPromise('x', { fulfilment: 'broken' })] });
    expect(reasons.map(({ kind, refs }) => [kind, refs.map(({ id, day }) => [id, day])])).toEqual([['broken', [['x', null]]], ['overdue', [['a', '2026-11-20'], ['b', '2026-11-26']]]]);
    expect(reasons[1]?.refs[0]).toEqual({ id: 'a', dealId: 'deal-1', words: 'a!', day: '2026-11-20' });
  });

  it.each([['2026-11-13', false], ['2026-11-12', true]] as const)('is at risk two weeks after the day of a promise (%s): %s', (due, atRisk) => {
    expect(care({ commitments: [aPromise('a', { due })] }).atRisk).toBe(atRisk);
    expect(care({ commitments: [aPromise('a', { due, fulfilment: 'broken' })] }).atRisk).toBe(atRisk);
    expect(care({ commitments: [aPromise('a', { due, fulfilment: 'repaired' })] }).atRisk).toBe(false);
  });

  it('is at risk by a broken promise of which nobody knows since when', () => {
    expect(care({ commitments: [aPromise('a', { fulfilment: 'broken' })] }).atRisk).toBe(true);
    expect(care({ commitments: [aPromise('a')] })).toEqual({ reasons: [], atRisk: false });
  });

  it('was asked the same three times, of the customer, without an answer', () => {
    expect([asked(2), asked(3), asked(4), asked(3, { route: 'ask_delivery' }), asked(3, { route: null }), asked(3, { state: 'answered' })].map((gap) => kinds({ gaps: [gap] }))).toEqual([[], ['asked_again'], ['asked_again'], [], [], []]);
    expect(care({ gaps: [asked(3)] }).reasons[0]?.refs).toEqual([{ id: 'g', dealId: 'deal-1', words: 'g?', day: '2026-11-15' }]);
  });

  it('is quiet after a quarter, unwatched without a name, and has wants that wait: customers only', () => {
    const quiet = { lastContact: addDays(TODAY, -QUIET_AFTER - 1) };
    expect(kinds({ lastContact: addDays(TODAY, -QUIET_AFTER) })).toEqual([]);
    expect(care(quiet).reasons).toEqual([{ kind: 'quiet', refs: [], days: QUIET_AFTER + 1 }]);
    expect(kinds({ lastContact: null })).toEqual([]);
    expect(kinds({ ...quiet, watcher: ' ', later: [aWant('w')] })).toEqual(['quiet', 'unwatched', 'later']);
    expect(care({ later: [aWant('w')] }).reasons).toEqual([{ kind: 'later', refs: [{ id: 'w', dealId: 'deal-1', words: 'w~', day: null }], days: 0 }]);
    expect(kinds({ ...quiet, watcher: '', later: [aWant('w')], relationship: 'prospect' })).toEqual([]);
    for (const relationship of ['regular', 'advocate'] as const) expect(kinds({ watcher: '', relationship })).toEqual(['unwatched']);
  });
});

it('what weighs most comes first, and the order is one', () => {
  const some = fc.record({ atRisk: fc.boolean(), reasons: fc.uniqueArray(fc.constantFrom(...CARE_KINDS)).map((found) => CARE_KINDS.filter((kind) => found.includes(kind)).map((kind) => ({ kind, refs: [], days: 0 }))) });
  const [risk, broken, two, one, none] = [
    care({ commitments: [aPromise('a', { due: '2026-01-01' })] }), care({ commitments: [aPromise('a', { fulfilment: 'broken', due: TODAY })] }), care({ watcher: '', later: [aWant('w')] }), care({ watcher: '' }), care({}),
  ];
  expect([none, one, two, broken, risk].toSorted(compareCare)).toEqual([risk, broken, two, one, none]);
  fc.assert(fc.property(some, some, some, (a, b, c) => {
    expect(Math.sign(compareCare(a, b))).toBe(-Math.sign(compareCare(b, a)) + 0);
    if (compareCare(a, b) <= 0 && compareCare(b, c) <= 0) expect(compareCare(a, c)).toBeLessThanOrEqual(0);
  }));
});
