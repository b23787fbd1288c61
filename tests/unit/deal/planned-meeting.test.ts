/** The meeting being prepared: which call it turns out to be, and whether it says anything yet. */
import { describe, expect, it } from 'vitest';
import type { PlannedMeeting, RoomCandidate } from '@/utils/deal/planned-meeting';
import { dealOfCall, isEmptyPlan, isPlannedCall, isStillAhead } from '@/utils/deal/planned-meeting';

const HOUR = 3_600_000;
const AT = Date.UTC(2026, 11, 3, 5);

describe('is this call the planned one?', () => {
  const plan = { startsAt: AT, room: 'meet:abc-defg-hij' };

  it('is, in its room, half a day around its time', () => {
    expect([-13, -12, 0, 12, 13].map((hours) => isPlannedCall(plan, 'meet:abc-defg-hij', AT + hours * HOUR))).toEqual([false, true, true, true, false]);
  });

  it('is not in another room, however punctual', () => {
    expect(isPlannedCall(plan, 'meet:zzz-zzzz-zzz', AT)).toBe(false);
  });

  it('lets the time decide where one of the two has no room, as on the phone', () => {
    expect([isPlannedCall(plan, null, AT), isPlannedCall({ ...plan, room: null }, 'zoom:987654321', AT)]).toEqual([true, true]);
    expect([isPlannedCall(plan, null, AT + 13 * HOUR), isPlannedCall({ ...plan, room: null }, 'zoom:987654321', AT - 13 * HOUR)]).toEqual([false, false]);
  });

  it('lets the room decide while no time is set', () => {
    const someday = { startsAt: null, room: 'meet:abc-defg-hij' };
    expect([isPlannedCall(someday, 'meet:abc-defg-hij', AT), isPlannedCall(someday, 'meet:zzz-zzzz-zzz', AT), isPlannedCall(someday, null, AT)]).toEqual([true, false, true]);
  });
});

describe('whose call is it, in a room that several deals share?', () => {
  const ROOM = 'zoom:81234567890';
  type Part = { plan?: number | null; room?: string | null; met?: number; used?: number };
  /** Hours from AT. `plan` undefined: none; null: without a time. */
  const deal = (name: string, { plan, room = ROOM, met, used = 0 }: Part): RoomCandidate<string> => ({
    deal: name, next: plan === undefined ? null : { startsAt: plan === null ? null : AT + plan * HOUR, room }, metAt: met === undefined ? null : AT + met * HOUR, updatedAt: AT + used * HOUR,
  });
  const whose = (...parts: Part[]): string | null => dealOfCall(parts.map((part, i) => deal('ABC'.charAt(i), part)), ROOM, AT);

  it.each<[string, Part[], string | null]>([
    ['nobody’s, where nobody is known', [], null],
    ['the plan’s that is nearest, before or after', [{ plan: 0.1 }, { plan: 5, used: 9 }], 'A'],
    ['the plan’s that is nearest, also when it began', [{ plan: 2 }, { plan: -1 }], 'B'],
    ['the plan’s, not that of whoever was edited or met last', [{ plan: 1 }, { met: -1, used: 9 }], 'A'],
    ['of two plans of one time the newer', [{ plan: 1, used: -2 }, { plan: 1, used: -1 }], 'B'],
    ['the plan’s that is nearest, also when it begins later', [{ plan: -2 }, { plan: 1 }], 'B'],
    ['of two plans without a time the newer', [{ plan: null, used: -2 }, { plan: null, used: -1 }], 'B'],
    ['of two that met at once the newer', [{ met: -5, used: -2 }, { met: -5, used: -1 }], 'B'],
    ['of two plans of the same half day and hour the newer', [{ plan: 5, used: -2 }, { plan: 5, used: -1 }], 'B'],
    ['a plan’s of this time before one of no time', [{ plan: null, used: 9 }, { plan: -3 }], 'B'],
    ['a plan’s without a time before who met here', [{ met: -1, used: 9 }, { plan: null }], 'B'],
    ['not that of a plan for some other room', [{ plan: 0, room: 'zoom:1' }, { met: -900 }], 'B'],
    ['not that of a plan without time for any room, where somebody met', [{ plan: null, room: null }, { met: -900 }], 'B'],
    ['who met here last, and not who was edited last', [{ met: -100, used: 9 }, { met: -50 }], 'B'],
    ['not a plan’s that is many hours away', [{ plan: 3.1 }, { met: -900 }], 'B'],
    ['who met here last, also while it has a plan for later', [{ plan: 5, met: -10 }, { met: -20, used: 9 }], 'A'],
    ['a plan’s of the same half day, where nobody met', [{ plan: 12 }, { used: 9 }], 'A'],
    ['a plan’s of the same half day, the nearest', [{ plan: -11 }, { plan: 10 }], 'B'],
    ['a remembered one, the newest, where plans are for another day', [{ plan: 13, used: 1 }, { plan: -13, used: 2 }], 'B'],
  ])('%s', (_what, parts, expected) => { expect(whose(...parts)).toBe(expected); });

  it('does not depend on the order in which deals are found', () => {
    const [a, b] = [deal('A', { plan: 1 }), deal('B', { plan: 2 })];
    expect([dealOfCall([a, b], ROOM, AT), dealOfCall([b, a], ROOM, AT)]).toEqual(['A', 'A']);
  });
});

it('a plan is given back until half a day after its time', () => {
  expect([-99, 12, 12.1].map((hours) => isStillAhead({ startsAt: AT }, AT + hours * HOUR))).toEqual([true, true, false]);
  expect(isStillAhead({ startsAt: null }, AT)).toBe(true);
});

describe('a plan worth keeping', () => {
  const blank: PlannedMeeting = { title: ' ', aim: '\n', startsAt: null, endsAt: null, room: null, url: ' ', people: [] };

  it('is none while everything in it is blank', () => { expect(isEmptyPlan(blank)).toBe(true); });

  it.each<[string, Partial<PlannedMeeting>]>([
    ['a title', { title: '2차 미팅' }], ['an aim', { aim: '예산 확정' }], ['a time', { startsAt: 0 }], ['a link', { url: 'https://meet.google.com/abc-defg-hij' }], ['a person', { people: [{ name: '정유진', email: '' }] }],
  ])('is one with %s alone', (_what, part) => { expect(isEmptyPlan({ ...blank, ...part })).toBe(false); });
});
