/** The meeting being prepared: which call it turns out to be, and whether it says anything yet. */
import { describe, expect, it } from 'vitest';
import type { PlannedMeeting } from '@/utils/deal/planned-meeting';
import { isEmptyPlan, isPlannedCall } from '@/utils/deal/planned-meeting';

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

describe('a plan worth keeping', () => {
  const blank: PlannedMeeting = { title: ' ', aim: '\n', startsAt: null, endsAt: null, room: null, url: ' ', people: [] };

  it('is none while everything in it is blank', () => { expect(isEmptyPlan(blank)).toBe(true); });

  it.each<[string, Partial<PlannedMeeting>]>([
    ['a title', { title: '2차 미팅' }], ['an aim', { aim: '예산 확정' }], ['a time', { startsAt: 0 }], ['a link', { url: 'https://meet.google.com/abc-defg-hij' }], ['a person', { people: [{ name: '정유진', email: '' }] }],
  ])('is one with %s alone', (_what, part) => { expect(isEmptyPlan({ ...blank, ...part })).toBe(false); });
});
