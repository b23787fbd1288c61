import { describe, expect, it } from 'vitest';
import { closeSegments, continuable, enterSegment, meetingToResume } from '@/utils/meeting/continuity';
import type { Meeting } from '@/utils/meeting/meeting';
import { currentConsents, mergeParticipants, peopleToTell, untoldSince } from '@/utils/meeting/participants';

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

  it('offers an earlier call as the same meeting only for half an hour', () => {
    const earlier = meeting({ id: 'm0', state: 'wrap_up', endedAt: 10 * MIN });
    expect(continuable(meeting({ startedAt: 12 * MIN }), [earlier]).map((m) => m.id)).toEqual(['m0']);
    expect(continuable(meeting({ startedAt: 41 * MIN }), [earlier])).toEqual([]);
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
});

describe('people', () => {
  it('adds, keeps sides, marks who left only when the list is complete', () => {
    const one = mergeParticipants([], [{ name: '김도현', self: false }, { name: '박서연', self: true }], false, 10);
    expect(one.map((p) => [p.name, p.side])).toEqual([['김도현', 'unknown'], ['박서연', 'sales']]);
    const sided = one.map((p) => (p.self ? p : { ...p, side: 'customer' as const, role: '팀장' }));
    expect(mergeParticipants(sided, [{ name: '박서연', self: true }], false, 20)[0]?.leftAt).toBeNull();
    const left = mergeParticipants(sided, [{ name: '박서연', self: true }], true, 20);
    expect(left[0]).toMatchObject({ leftAt: 20, side: 'customer' });
    expect(mergeParticipants(left, [{ name: '김도현', self: false }], false, 30)[0]).toMatchObject({ leftAt: null, joinedAt: 10, role: '팀장' });
  });

  it('knows people of earlier meetings', () => {
    const known = [{ name: 'Sofia', side: 'customer' as const, role: 'IT' }];
    expect(mergeParticipants([], [{ name: 'Sofia', self: false }], false, 1, known)[0]).toMatchObject({ side: 'customer', role: 'IT' });
  });

  it('marks who came in before being told', () => {
    const people = mergeParticipants(mergeParticipants([], [{ name: 'Kim', self: false }], false, 0), [{ name: 'Choi', self: false }], false, 100);
    const consent = { id: 'c', who: 'Kim', notes: true, captions: 'stored' as const, audio: true, condition: '', note: '', wording: '', at: 50, untoldFrom: null };
    expect(untoldSince('Choi', people, [consent])).toBe(100);
    expect(untoldSince('Kim', people, [consent])).toBeNull();
    expect(untoldSince('Choi', people, [{ ...consent, captions: 'display_only', audio: false }])).toBeNull();
    expect(peopleToTell(people, [consent])).toEqual(['Choi']);
    expect(currentConsents([consent, { ...consent, id: 'c2', audio: false, at: 60 }]).map((c) => c.id)).toEqual(['c2']);
  });
});
