/** Another call in the same room? Asked after a break, decided where titles or people make it certain (domain.md §6 no. 1). */
import { describe, expect, it } from 'vitest';
import type { Meeting, Participant, Rejoin } from '@/utils/meeting/meeting';
import { areOtherPeople, isOtherTitle, openRejoin, partPeople, rejoinAfterBreak, wasCall, withOpenRejoin, withRejoin } from '@/utils/meeting/rejoin';

const MIN = 60_000;
function meeting(part: Partial<Meeting> = {}): Meeting {
  return {
    id: 'm1', dealId: 'd1', ordinal: 1, title: '', state: 'wrap_up', startedAt: 0, endedAt: 55 * MIN, utcOffset: 540, segments: [], participants: [],
    consents: [], aim: '', room: 'meet:a', minutesEdits: {}, nextDate: null, updatedAt: 0, ...part,
  };
}
const rejoin = (part: Partial<Rejoin> = {}): Rejoin => ({ at: 60 * MIN, endedAt: 55 * MIN, title: '', seen: [], ...part });
const person = (name: string, part: Partial<Participant> = {}): Participant => ({ name, side: 'unknown', role: '', self: false, joinedAt: 0, leftAt: null, ...part });
const since = (name: string, part: Partial<Participant> = {}): Participant => person(name, { joinedAt: 61 * MIN, ...part });

describe('a break', () => {
  it('is what a call goes on after when somebody hung up, or after more than two minutes', () => {
    const none = { running: false, dropped: false };
    const lost = { running: false, dropped: true };
    expect(rejoinAfterBreak(meeting(), none, 60 * MIN)).toEqual(rejoin());
    expect(rejoinAfterBreak(meeting(), none, 55 * MIN + 1)).toMatchObject({ endedAt: 55 * MIN });
    expect(rejoinAfterBreak(meeting(), lost, 57 * MIN)).toBeNull();
    expect(rejoinAfterBreak(meeting(), lost, 57 * MIN + 1)).toMatchObject({ at: 57 * MIN + 1 });
    expect(rejoinAfterBreak(meeting({ state: 'live', endedAt: null, updatedAt: 50 * MIN }), none, 60 * MIN)).toMatchObject({ endedAt: 50 * MIN });
  });

  it('is none while another tab is in the call', () => {
    expect(rejoinAfterBreak(meeting(), { running: true, dropped: false }, 60 * MIN)).toBeNull();
  });

  it('is decided by titles and people only after what can have been a call', () => {
    expect(wasCall(meeting(), rejoin())).toBe(true);
    expect([59_999, 60_000].map((endedAt) => wasCall(meeting(), rejoin({ endedAt })))).toEqual([false, true]);
    // Counted from the break before.
    const again = rejoin({ at: 70 * MIN, endedAt: 60 * MIN + 59_999 });
    expect(wasCall(meeting({ rejoins: [rejoin(), again] }), again)).toBe(false);
    // Of several the last; itself and later ones aren't before it.
    expect(wasCall(meeting({ rejoins: [rejoin({ at: MIN }), rejoin(), again, rejoin({ at: 90 * MIN })] }), again)).toBe(false);
    expect(wasCall(meeting({ rejoins: [rejoin({ at: MIN }), again, rejoin({ at: 90 * MIN })] }), again)).toBe(true);
  });

  it('is one of twenty at the most', () => {
    const many = Array.from({ length: 50 }, (_, i) => rejoin({ at: i })).reduce<Rejoin[]>((all, one) => withRejoin({ rejoins: all }, one), []);
    expect(many.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => 30 + i));
  });

  it('is asked about newest first', () => {
    expect(openRejoin({})).toBeNull();
    const three = { rejoins: [rejoin(), rejoin({ at: 70 * MIN }), rejoin({ at: 80 * MIN })] };
    expect(openRejoin(three)?.at).toBe(80 * MIN);
    expect(withOpenRejoin(three, { title: 'x' })).toEqual([rejoin(), rejoin({ at: 70 * MIN }), rejoin({ at: 80 * MIN, title: 'x' })]);
    expect(withOpenRejoin({}, { title: 'x' })).toEqual([]);
  });
});

describe('another title', () => {
  it('is one that differs in letters, known on both sides', () => {
    expect(isOtherTitle('Halden review', 'Miro kick-off')).toBe(true);
    expect(isOtherTitle('Halden review', 'halden  Review!')).toBe(false);
    expect([isOtherTitle(undefined, 'x'), isOtherTitle('', 'x'), isOtherTitle('x', ''), isOtherTitle('…', 'x')]).toEqual([false, false, false, false]);
  });
});

describe('other people', () => {
  const me = person('박서연', { self: true, side: 'sales' });
  const other = (people: Participant[], seen: string[], expected: string[] = []) => areOtherPeople(meeting({ participants: [me, ...people] }), rejoin({ seen: ['박서연', ...seen] }), expected);

  it('are guests of whom none was there before', () => {
    expect(other([person('김도현'), since('한지우')], ['한지우'])).toBe(true);
    expect(other([person('김도현'), since('한지우')], ['한지우', '김도현'])).toBe(false);
    expect(other([person('김도현', { leftAt: 61 * MIN }), since('한지우')], ['한지우'])).toBe(true);
    expect(other([person('김도현'), since('한지')], ['한지'])).toBe(true);
    expect(other([person('김도현', { joinedAt: 60 * MIN }), since('한지우')], ['한지우'])).toBe(false);
  });

  it('are not known while one side has nobody but us', () => {
    expect(other([since('한지우')], ['한지우'])).toBe(false);
    expect(other([person('김도현')], [])).toBe(false);
    expect(other([person('이정민', { side: 'delivery' }), since('한지우')], ['한지우'])).toBe(false);
    expect(other([person('김도현'), since('최수진', { side: 'sales' })], ['최수진'])).toBe(false);
  });

  it('are not others who are known to the deal, or whose name only says more', () => {
    expect(other([person('김도현'), since('한지우')], ['한지우'], ['한지우'])).toBe(false);
    expect(other([person('김도현'), since('김도현 (가온식자재)')], ['김도현 (가온식자재)'])).toBe(false);
    expect(other([person('김도현 (가온식자재)'), since('김도현')], ['김도현'])).toBe(false);
    expect(other([person('김'), since('김지우')], ['김지우'])).toBe(true);
    // One letter says nothing of another name, but it is itself.
    expect(other([person('김'), since('한지우')], ['김', '한지우'])).toBe(false);
  });
});

it('people go to the call they were in, and stand in the first as they were before', () => {
  const people = [
    person('박서연', { self: true, side: 'sales' }), person('김도현', { leftAt: 62 * MIN }), person('이수민', { leftAt: 55 * MIN }), person('오영', { leftAt: null }), since('한지우'),
    // In the moment in which it went on, and not in the page's list.
    person('정하늘', { joinedAt: 60 * MIN }),
  ];
  const [before, after] = partPeople(people, rejoin({ seen: ['한지우', '오영'] }));
  expect(before.map((p) => [p.name, p.leftAt])).toEqual([['박서연', null], ['김도현', null], ['이수민', 55 * MIN], ['오영', null]]);
  expect(after.map((p) => [p.name, p.joinedAt])).toEqual([['박서연', 60 * MIN], ['오영', 60 * MIN], ['한지우', 61 * MIN], ['정하늘', 60 * MIN]]);
});
