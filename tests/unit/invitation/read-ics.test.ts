/** Calendar files: when, who, where; whole and broken, honest and hostile. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Invitation } from '@/utils/invitation/invitation';
import { readInvitation } from '@/utils/invitation/read-invitation';
import { calendar, CUSTOM, event, FULL, SEOUL } from './samples';

const read = (text: string, context = SEOUL): Invitation => {
  const reading = readInvitation(text, context);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.invitation;
};
const iso = (at: number | null): string => (at === null ? '-' : new Date(at).toISOString().slice(0, 16));
const times = (...lines: string[]): string => {
  const { startsAt, endsAt } = read(calendar(event(...lines)));
  return `${iso(startsAt)} ${iso(endsAt)}`;
};
const reason = (text: string): string => {
  const reading = readInvitation(text, SEOUL);
  return reading.ok ? 'ok' : reading.reason;
};

describe('a whole invitation', () => {
  it('is read', () => {
    expect(read(FULL)).toEqual({
      title: '한빛식품 2차 미팅, 견적', startsAt: Date.UTC(2026, 10, 26, 5), endsAt: Date.UTC(2026, 10, 26, 6), allDay: false, recurring: false,
      people: [{ name: '김민수', email: 'minsu@hanbit.co.kr', organizer: true }, { name: 'Lee; Jane', email: 'jane@baton.example', organizer: false }],
      room: 'meet:abc-defg-hij', url: 'https://meet.google.com/abc-defg-hij?hs=1', notes: [],
    });
  });

  it('is the same however it is folded', () => {
    const whole = read(FULL);
    fc.assert(fc.property(fc.integer({ min: 1, max: 90 }), fc.constantFrom('\r\n ', '\n\t'), (column, fold) => {
      const folded = FULL.split('\r\n').map((line) => line.match(new RegExp(`[^]{1,${String(column)}}`, 'g'))?.join(fold) ?? line).join('\r\n');
      expect(read(folded)).toEqual(whole);
    }), { numRuns: 100 });
  });

  it('is found inside of a mail', () => {
    expect(read(`From: me\r\nEND: of it\r\n\r\n${FULL}\r\n-- \r\nbye`).title).toBe('한빛식품 2차 미팅, 견적');
  });
});

describe('times', () => {
  it.each([
    ['UTC', ['DTSTART:20261126T050000Z', 'DTEND:20261126T060000Z'], '2026-11-26T05:00 2026-11-26T06:00'],
    ['floating is the reader’s', ['DTSTART:20261126T140000', 'DURATION:PT1H30M'], '2026-11-26T05:00 2026-11-26T06:30'],
    ['a Windows name', ['DTSTART;TZID=Singapore Standard Time:20261126T140000', 'DURATION:PT30M'], '2026-11-26T06:00 2026-11-26T06:30'],
    ['without end', ['DTSTART;TZID="America/New_York":20261126T090000'], '2026-11-26T14:00 -'],
    ['an end before its start', ['DTSTART:20261126T050000Z', 'DTEND:20261126T040000Z'], '2026-11-26T05:00 -'],
    ['a day', ['DTSTART;VALUE=DATE:20261126'], '2026-11-25T15:00 2026-11-26T15:00'],
    ['days', ['DTSTART;VALUE=DATE:20261126', 'DTEND;VALUE=DATE:20261128'], '2026-11-25T15:00 2026-11-27T15:00'],
    ['a day that does not exist', ['DTSTART:20260230T050000Z'], '- -'],
    ['no time at all', ['DTSTART:tomorrow'], '- -'],
  ])('%s', (_, lines, expected) => {
    expect(times(...lines)).toBe(expected);
  });

  it('follows the rules that the file brings along, winter and summer', () => {
    const at = (start: string): string => iso(read(calendar(event(`DTSTART;TZID=Office:${start}`), CUSTOM)).startsAt);
    expect([at('20261126T090000'), at('20270702T090000'), at('20261101T090000'), at('20261031T090000')]).toEqual(['2026-11-26T17:00', '2027-07-02T16:00', '2026-11-01T17:00', '2026-10-31T16:00']);
  });

  it('says what was in doubt', () => {
    const notes = (...lines: string[]): string[] => read(calendar(event('X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij', ...lines))).notes;
    expect(notes('DTSTART;TZID=Narnia:20261126T140000', 'DURATION:PT1H')).toEqual(['unknown_zone']);
    expect(notes('DTSTART;TZID=Asia/Singapore:20261126T140000', 'DURATION:PT1H')).toEqual(['other_zone']);
    expect(notes('DTSTART:20261126T050000Z')).toEqual(['no_end']);
    expect(notes('DTSTART:20261120T050000Z', 'STATUS:CANCELLED')).toEqual(['cancelled', 'past', 'no_end']);
    expect(notes('SUMMARY:x')).toEqual(['no_date']);
  });

  it('the reader’s offset moves floating times only', () => {
    fc.assert(fc.property(fc.integer({ min: -720, max: 840 }), fc.constantFrom(';TZID=Asia/Seoul:20261126T140000', ':20261126T050000Z', ':20261126T140000', ';VALUE=DATE:20261126'), (utcOffset, start) => {
      const text = calendar(event(`DTSTART${start}`));
      const floating = !start.includes('Z');
      const moved = (read(text).startsAt ?? 0) - (read(text, { now: SEOUL.now, utcOffset }).startsAt ?? 0);
      expect(moved).toBe(floating && !start.includes('TZID') ? (utcOffset - 540) * 60_000 : 0);
    }));
  });
});

describe('rooms', () => {
  it.each([
    ['LOCATION:https://us02web.zoom.us/j/81234567890?pwd=abc', 'zoom:81234567890'],
    ['LOCATION:meet.google.com/abc-defg-hij', 'meet:abc-defg-hij'],
    ['CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://acme.zoom.us/s/81234567890', 'zoom:81234567890'],
    ['DESCRIPTION:<a href="https://www.google.com/url?q=https://meet.google.com/abc-defg-hij&amp;sa=D">', 'meet:abc-defg-hij'],
    ['URL:https://meet.google.com.evil.example/abc-defg-hij', null],
    ['URL:https://meet.google.com@evil.example/abc-defg-hij', null],
    ['LOCATION:javascript:alert(1)', null],
  ])('%s', (line, room) => {
    expect(read(calendar(event('DTSTART:20261126T050000Z', line))).room).toBe(room);
  });
});

describe('series', () => {
  const next = (...lines: string[]): string => iso(read(calendar(event('DTSTART;TZID=Asia/Seoul:20260106T140000', ...lines))).startsAt);

  it.each([
    ['RRULE:FREQ=WEEKLY', '2026-11-24T05:00'], ['RRULE:FREQ=WEEKLY;INTERVAL=2', '2026-11-24T05:00'], ['RRULE:FREQ=WEEKLY;BYDAY=MO,WE', '2026-11-25T05:00'], ['RRULE:FREQ=DAILY', '2026-11-24T05:00'],
    ['RRULE:FREQ=MONTHLY;BYDAY=-1FR', '2026-11-27T05:00'], ['RRULE:FREQ=MONTHLY;BYDAY=-1MO', '2026-11-30T05:00'], ['RRULE:FREQ=MONTHLY', '2026-12-06T05:00'], ['RRULE:FREQ=MONTHLY;BYMONTHDAY=-1', '2026-11-30T05:00'],
    ['RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-11-30T05:00'], ['RRULE:FREQ=YEARLY', '2027-01-06T05:00'], ['RRULE:FREQ=YEARLY;BYMONTH=12;BYDAY=2TU', '2026-12-08T05:00'],
    ['RRULE:FREQ=WEEKLY;COUNT=48', '2026-12-01T05:00', 'EXDATE;TZID=Asia/Seoul:20261124T140000'], ['RRULE:FREQ=WEEKLY;COUNT=3', '2026-01-06T05:00'], ['RRULE:FREQ=WEEKLY;UNTIL=20261110T000000Z', '2026-01-06T05:00'],
    ['RRULE:FREQ=WEEKLY', '2026-12-01T05:00', 'EXDATE;VALUE=DATE:20261124'], ['RDATE;TZID=Asia/Seoul:20261130T100000', '2026-11-30T01:00'],
  ])('%s', (rule, expected, ...more) => {
    expect(next(rule, ...more)).toBe(expected);
  });

  it('takes the changed date in place of its own, and says that it is a series', () => {
    const master = event('UID:s', 'DTSTART;TZID=Asia/Seoul:20260106T140000', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Weekly');
    const moved = event('UID:s', 'RECURRENCE-ID;TZID=Asia/Seoul:20261124T140000', 'DTSTART;TZID=Asia/Seoul:20261125T100000', 'SUMMARY:Moved');
    const one = read(calendar(master + moved));
    expect([one.title, iso(one.startsAt), one.recurring]).toEqual(['Moved', '2026-11-25T01:00', true]);
    expect(one.notes).toContain('recurring_first');
    expect(one.notes).not.toContain('several_events');
  });

  it('of several meetings takes the next that takes place', () => {
    const file = calendar(event('UID:1', 'DTSTART:20261201T050000Z', 'SUMMARY:later') + event('UID:2', 'DTSTART:20261125T050000Z', 'SUMMARY:off', 'STATUS:CANCELLED') + event('UID:3', 'DTSTART:20261101T050000Z') + event('UID:4', 'DTSTART:20261126T050000Z', 'SUMMARY:next'));
    expect(read(file)).toMatchObject({ title: 'next', notes: ['several_events', 'no_end', 'no_room'] });
    expect(read(calendar(event('DTSTART:20261126T050000Z'), 'METHOD:CANCEL\r\n')).notes).toContain('cancelled');
  });
});

describe('what is no invitation, or broken, or hostile', () => {
  it.each([['', 'empty'], [' \n\u200b', 'empty'], ['x'.repeat(1_048_577), 'too_large'], [calendar('BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO\r\n'), 'not_an_invitation'], [FULL.slice(0, 300), 'damaged'], ['BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR', 'damaged']])('%#: %2$s', (text, expected) => {
    expect(reason(text)).toBe(expected);
  });

  it('keeps names plain', () => {
    const one = read(calendar(event('DTSTART:20261126T050000Z', 'SUMMARY:\u202e<b>__proto__\u0007', '__proto__:x', 'ATTENDEE;__proto__=y;CN=__proto__:mailto:a@b.example', 'constructor:z')));
    expect([one.title, one.people]).toEqual(['<b>__proto__', [{ name: '__proto__', email: 'a@b.example', organizer: false }]]);
  });

  it('reads 500 people', () => {
    const one = read(calendar(event('DTSTART:20261126T050000Z', ...Array.from({ length: 700 }, (_, n) => `ATTENDEE:mailto:p${String(n)}@b.example`))));
    expect(one.people).toHaveLength(500);
    expect(one.notes).toContain('people_cut');
  });
});
