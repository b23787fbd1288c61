/** Is it the same meeting again? Room and time gap decide (domain.md §6 no. 1, 2). */
import { describe, expect, it } from 'vitest';
import { closeSegments, continuable, cutSegments, enterSegment, meetingToResume } from '@/utils/meeting/continuity';
import type { Meeting } from '@/utils/meeting/meeting';
import { offsetOf } from '@/utils/meeting/meeting';

const MIN = 60_000;
function meeting(part: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm1', dealId: 'd1', ordinal: 1, title: '', state: 'live', startedAt: 0, endedAt: null, utcOffset: 540, segments: [], participants: [],
    consents: [], aim: '', room: 'meet:abc-defg-hij', minutesEdits: {}, nextDate: null, updatedAt: 0, ...part,
  };
}

describe('the same meeting again?', () => {
  it('resumes the same room within a quarter of an hour, not after, and never a closed one', () => {
    const ended = meeting({ state: 'wrap_up', endedAt: 10 * MIN });
    expect(meetingToResume([ended], 'meet:abc-defg-hij', 20 * MIN)?.id).toBe('m1');
    expect(meetingToResume([ended], 'meet:abc-defg-hij', 26 * MIN)).toBeNull();
    expect(meetingToResume([ended], 'meet:zzz-zzzz-zzz', 11 * MIN)).toBeNull();
    expect(meetingToResume([meeting({ ...ended, state: 'closed' })], 'meet:abc-defg-hij', 11 * MIN)).toBeNull();
  });

  it('resumes to the minute, and of several the one that began last', () => {
    const ended = meeting({ state: 'wrap_up', endedAt: 10 * MIN });
    expect(meetingToResume([ended], 'meet:abc-defg-hij', 25 * MIN)?.id).toBe('m1');
    expect(meetingToResume([ended], 'meet:abc-defg-hij', 25 * MIN + 1)).toBeNull();
    const [older, newer] = [meeting({ id: 'older', startedAt: 1, updatedAt: 9 * MIN }), meeting({ id: 'newer', startedAt: 2, updatedAt: 9 * MIN })];
    for (const both of [[older, newer], [newer, older]]) expect(meetingToResume(both, 'meet:abc-defg-hij', 10 * MIN)?.id).toBe('newer');
    expect(meetingToResume([], 'meet:abc-defg-hij', 0)).toBeNull();
  });

  it('counts from the last sign of life when a call was never ended', () => {
    const crashed = meeting({ startedAt: 0, endedAt: null, updatedAt: 50 * MIN });
    expect(meetingToResume([crashed], 'meet:abc-defg-hij', 60 * MIN)?.id).toBe('m1');
    expect(meetingToResume([crashed], 'meet:abc-defg-hij', 66 * MIN)).toBeNull();
  });

  it('offers an earlier call as the same meeting only for half an hour', () => {
    const earlier = meeting({ id: 'm0', state: 'wrap_up', endedAt: 10 * MIN });
    expect(continuable(meeting({ startedAt: 12 * MIN }), [earlier]).map((m) => m.id)).toEqual(['m0']);
    expect(continuable(meeting({ startedAt: 41 * MIN }), [earlier])).toEqual([]);
    expect(continuable(meeting({ startedAt: 40 * MIN }), [earlier]).map((m) => m.id)).toEqual(['m0']);
  });

  it('never offers the call itself, one that began later, or one whose review is over', () => {
    const current = meeting({ id: 'now', startedAt: 12 * MIN, updatedAt: 12 * MIN });
    expect(continuable(current, [current])).toEqual([]);
    expect(continuable(current, [meeting({ id: 'later', startedAt: 12 * MIN + 1, updatedAt: 13 * MIN })])).toEqual([]);
    expect(continuable(current, [meeting({ id: 'twin', startedAt: 12 * MIN, updatedAt: 12 * MIN })]).map((m) => m.id)).toEqual(['twin']);
    expect(continuable({ ...current, apartFrom: ['twin'] }, [meeting({ id: 'twin', startedAt: 12 * MIN, updatedAt: 12 * MIN })])).toEqual([]);
    expect(continuable(current, [meeting({ id: 'closed', state: 'closed', endedAt: 10 * MIN })])).toEqual([]);
  });

  it('bridges a reload, splits on a longer gap or another platform', () => {
    const first = enterSegment([], 'meet', 'meet:a', 0);
    const reloaded = enterSegment(closeSegments(first, 5 * MIN), 'meet', 'meet:a', 6 * MIN);
    expect(reloaded).toEqual([{ platform: 'meet', room: 'meet:a', from: 0, to: null }]);
    expect(enterSegment(closeSegments(first, 5 * MIN), 'meet', 'meet:a', 8 * MIN)).toHaveLength(2);
    expect(enterSegment(first, 'zoom', 'zoom:1', 9 * MIN)).toEqual([
      { platform: 'meet', room: 'meet:a', from: 0, to: 9 * MIN }, { platform: 'zoom', room: 'zoom:1', from: 9 * MIN, to: null },
    ]);
  });

  it('lets only the same platform, the same room and a gap of two minutes go on', () => {
    const closed = closeSegments(enterSegment([], 'meet', 'meet:a', 0), 5 * MIN);
    expect(enterSegment(closed, 'meet', 'meet:a', 7 * MIN)).toEqual([{ platform: 'meet', room: 'meet:a', from: 0, to: null }]);
    expect(enterSegment(closed, 'meet', 'meet:a', 7 * MIN + 1)).toEqual([...closed, { platform: 'meet', room: 'meet:a', from: 7 * MIN + 1, to: null }]);
    expect(enterSegment(closed, 'meet', 'meet:b', 6 * MIN).map((s) => s.room)).toEqual(['meet:a', 'meet:b']);
    expect(enterSegment([{ platform: 'meet', room: null, from: 0, to: 5 * MIN }], 'manual', null, 6 * MIN).map((s) => s.platform)).toEqual(['meet', 'manual']);
  });

  it('goes on with a segment that was never closed, however long ago it began', () => {
    expect(enterSegment(enterSegment([], 'zoom', 'zoom:1', 0), 'zoom', 'zoom:1', 90 * MIN)).toEqual([{ platform: 'zoom', room: 'zoom:1', from: 0, to: null }]);
  });

  it('closes what is open, never before it began, and leaves closed ones as they are', () => {
    const [done, open] = [{ platform: 'meet' as const, room: 'meet:a', from: 0, to: 3 * MIN }, { platform: 'zoom' as const, room: 'zoom:1', from: 4 * MIN, to: null }];
    expect(closeSegments([done, open], 9 * MIN)).toEqual([done, { ...open, to: 9 * MIN }]);
    expect(closeSegments([open], 0)).toEqual([{ ...open, to: 4 * MIN }]);
  });
});

it('parts segments at a break: what ran through it is cut, the rest goes to its side', () => {
  const seg = (from: number, to: number | null) => ({ platform: 'meet' as const, room: 'meet:a', from, to });
  expect(cutSegments([seg(0, null)], 5, 6)).toEqual([[seg(0, 5)], [seg(6, null)]]);
  expect(cutSegments([seg(0, 3), seg(4, 5), seg(6, 8), seg(9, null)], 5, 6)).toEqual([[seg(0, 3), seg(4, 5)], [seg(6, 8), seg(9, null)]]);
  expect(cutSegments([seg(0, null)], 5, 6).flat().map((s) => s.to)).toEqual([5, null]);
  expect(cutSegments([seg(5.5, 5.7)], 5, 6)).toEqual([[seg(5.5, 5.5)], []]);
});

it('the call’s clock counts from its start and never runs below zero', () => {
  expect([offsetOf({ startedAt: 5 * MIN }, 7 * MIN), offsetOf({ startedAt: 5 * MIN }, 5 * MIN), offsetOf({ startedAt: 5 * MIN }, 1 * MIN)]).toEqual([2 * MIN, 0, 0]);
});
