/** Which of the meetings in a calendar file is meant, when it is, and how one gets in. */
import { describe, expect, it } from 'vitest';
import type { Invitation } from '@/utils/invitation/invitation';
import { readInvitation } from '@/utils/invitation/read-invitation';
import { calendar, event, SEOUL } from './samples';

const read = (text: string): Invitation => {
  const reading = readInvitation(text, SEOUL);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.invitation;
};
const iso = (at: number | null): string => (at === null ? '-' : new Date(at).toISOString().slice(0, 16));
const of = (...lines: string[]): Invitation => read(calendar(event(...lines)));
const said = (text: string): string => { const one = read(text); return [one.title, iso(one.startsAt)].join(' '); };
const MEET = 'X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij';
/** One event of a series: its own day and name. */
const part = (uid: string, name: string, start: string, ...more: string[]): string => event(`UID:${uid}`, `SUMMARY:${name}`, `DTSTART${start}`, ...more);

describe('of several meetings', () => {
  it('the one that runs now is meant before the next, and the next before those that are over', () => {
    const over = part('1', 'over', ':20261123T050000Z', 'DURATION:PT1H');
    const running = part('2', 'running', ':20261124T003000Z', 'DURATION:PT1H');
    const soon = part('3', 'soon', ':20261124T020000Z');
    expect(said(calendar(over + soon + running))).toBe('running 2026-11-24T00:30');
    expect(said(calendar(over + soon))).toBe('soon 2026-11-24T02:00');
    expect(said(calendar(part('4', 'long over', ':20261120T050000Z') + over))).toBe('over 2026-11-23T05:00');
    expect(said(calendar(over + part('5', 'just over', ':20261124T000000Z', 'DURATION:PT1H')))).toBe('just over 2026-11-24T00:00');
  });

  it('one called off is meant only before those that are over, one without a date only alone', () => {
    const off = part('1', 'off', ':20261125T050000Z', 'STATUS:cancelled');
    expect(said(calendar(off + part('2', 'over', ':20261120T050000Z')))).toBe('off 2026-11-25T05:00');
    expect(said(calendar(part('3', 'undated', ':soon') + part('2', 'over', ':20261120T050000Z')))).toBe('over 2026-11-20T05:00');
    expect(said(calendar(part('3', 'undated', ':soon')))).toBe('undated -');
  });

  it('those without an id are each their own, and of one id the newest version counts', () => {
    expect(read(calendar(event('SUMMARY:a', 'DTSTART:20261125T050000Z') + event('SUMMARY:b', 'DTSTART:20261126T050000Z'))).notes).toContain('several_events');
    const versions = part('1', 'old', ':20261125T050000Z', 'SEQUENCE:1') + part('1', 'new', ':20261126T050000Z', 'SEQUENCE:10') + part('1', 'older', ':20261125T040000Z');
    expect([said(calendar(versions)), read(calendar(versions)).notes]).toEqual(['new 2026-11-26T05:00', ['no_end', 'no_room']]);
  });

  it('in several calendars, one of which is called off as a whole, the other is meant', () => {
    expect(said(calendar(part('1', 'off', ':20261125T050000Z'), 'METHOD: cancel\r\n') + calendar(part('2', 'on', ':20261126T050000Z'), 'METHOD:REQUEST\r\n'))).toBe('on 2026-11-26T05:00');
  });

  it('a meeting copied out of its calendar is read as well', () => {
    expect(said(event('SUMMARY:bare', 'DTSTART:20261126T050000Z'))).toBe('bare 2026-11-26T05:00');
  });
});

describe('a series', () => {
  const weekly = (...more: string[]): string => part('s', 'weekly', ';TZID=Asia/Seoul:20260106T140000', 'RRULE:FREQ=WEEKLY', ...more);
  const moved = (from: string, to: string, ...more: string[]): string => part('s', 'moved', `;TZID=Asia/Seoul:${to}`, `RECURRENCE-ID;TZID=Asia/Seoul:${from}`, ...more);

  it('goes on on its own day where another of its dates was moved', () => {
    expect(said(calendar(weekly() + moved('20261124T140000', '20261208T100000')))).toBe('weekly 2026-12-01T05:00');
    expect(said(calendar(weekly() + moved('20261201T140000', '20261125T100000')))).toBe('weekly 2026-11-24T05:00');
  });

  it('leaves out a date that was called off, alone or by its day', () => {
    expect(said(calendar(weekly('EXDATE;TZID=Asia/Seoul:20261124T140000,20261201T140000')))).toBe('weekly 2026-12-08T05:00');
    expect(said(calendar(weekly('EXDATE;VALUE=DATE:20261124', 'EXDATE:20261201T050000Z')))).toBe('weekly 2026-12-08T05:00');
    expect(said(calendar(weekly('EXDATE;TZID=Asia/Seoul:20261124T150000')))).toBe('weekly 2026-11-24T05:00');
  });

  it('called off as a whole takes its moved dates along', () => {
    const one = read(calendar(weekly('STATUS:CANCELLED') + moved('20261124T140000', '20261125T100000')));
    expect([one.notes.includes('cancelled'), one.recurring]).toEqual([true, true]);
  });

  it('that has come to its end is meant by the date that was moved behind it, else by its first', () => {
    const ended = part('s', 'weekly', ';TZID=Asia/Seoul:20260106T140000', 'RRULE:FREQ=WEEKLY;COUNT=3');
    expect(said(calendar(ended + moved('20260113T140000', '20261126T140000')))).toBe('moved 2026-11-26T05:00');
    expect(said(calendar(ended))).toBe('weekly 2026-01-06T05:00');
    expect(said(calendar(ended + moved('20260113T140000', '20260114T140000')))).toBe('moved 2026-01-14T05:00');
  });

  it('of which only a moved date was sent is that date, not a series', () => {
    const one = read(calendar(moved('20261124T140000', '20261125T100000')));
    expect([one.title, iso(one.startsAt), one.recurring]).toEqual(['moved', '2026-11-25T01:00', false]);
  });

  it('ends with its last day, whichever way that is written', () => {
    const until = (end: string): string => said(calendar(part('s', 'w', ';TZID=Asia/Seoul:20260106T140000', `RRULE:FREQ=WEEKLY;UNTIL=${end}`)));
    expect(until('20261124')).toBe('w 2026-11-24T05:00');
    expect(until('20261124T050000Z')).toBe('w 2026-11-24T05:00');
    expect(until('20261124T045959Z')).toBe('w 2026-01-06T05:00');
    expect(until('20261124T140000')).toBe('w 2026-11-24T05:00');
    expect(until('20261124T135959')).toBe('w 2026-01-06T05:00');
    expect(until('20261123')).toBe('w 2026-01-06T05:00');
  });

  it('on a date that begins this moment is on today', () => {
    expect(said(calendar(part('s', 'w', ':20261117T010000Z', 'RRULE:FREQ=WEEKLY')))).toBe('w 2026-11-24T01:00');
    expect(said(calendar(part('s', 'w', ':20261117T005959Z', 'RRULE:FREQ=WEEKLY')))).toBe('w 2026-12-01T00:59');
  });

  it('has its added dates, also as periods and days, the soonest first', () => {
    expect(said(calendar(part('s', 'a', ':20260106T050000Z', 'RDATE:20261201T050000Z,20261126T050000Z')))).toBe('a 2026-11-26T05:00');
    expect(said(calendar(part('s', 'a', ':20260106T050000Z', 'RDATE;VALUE=PERIOD:20261126T060000Z/PT1H')))).toBe('a 2026-11-26T06:00');
    expect(read(calendar(part('s', 'a', ';VALUE=DATE:20260106', 'RDATE;VALUE=DATE:20261126')))).toMatchObject({ allDay: true, recurring: true, startsAt: Date.UTC(2026, 10, 25, 15) });
  });

  it.each(['RRULE:FREQ=HOURLY', 'RRULE:FREQ=YEARLY;BYWEEKNO=3', 'RRULE:nonsense', 'RRULE:FREQ=WEEKLY\r\nRRULE:FREQ=DAILY'])('by %s is said to be unclear, and begins as it is written', (rule) => {
    const one = read(calendar(part('s', 'u', ':20261126T050000Z', rule)));
    expect([iso(one.startsAt), one.recurring, one.notes]).toEqual(['2026-11-26T05:00', true, ['recurring_unclear', 'no_end', 'no_room']]);
  });

  it('keeps the length of its meetings', () => {
    const one = read(calendar(part('s', 'w', ';TZID=Asia/Seoul:20260106T140000', 'DTEND;TZID=Asia/Seoul:20260106T150000', 'RRULE:FREQ=WEEKLY')));
    expect([iso(one.startsAt), iso(one.endsAt)]).toEqual(['2026-11-24T05:00', '2026-11-24T06:00']);
  });
});

describe('a time', () => {
  it.each([
    [['DTSTART:20261126T050000Z', 'DURATION:-PT1H'], '-'], [['DTSTART:20261126T050000Z', 'DURATION:PT0S'], '-'], [['DTSTART:20261126T050000Z', 'DURATION:forever'], '-'], [['DTSTART:20261126T050000Z', 'DURATION:P400D'], '-'], [['DTSTART:20261126T050000Z', 'DURATION:P1D'], '2026-11-27T05:00'],
    [['DTSTART:20261126T050000Z', 'DTEND:20261126T050000Z'], '-'], [['DTSTART;TZID=Asia/Seoul:20261126T140000', 'DTEND;TZID=Asia/Singapore:20261126T140000'], '2026-11-26T06:00'], [['DTSTART:20261126T140000', 'DTEND:20261126T150000'], '2026-11-26T06:00'],
    [['DTSTART:20261126T050000Z', 'DTEND:20261126T060000Z', 'DURATION:PT3H'], '2026-11-26T06:00'],
  ])('%j ends %s', (lines, end) => { expect(iso(of(...lines).endsAt)).toBe(end); });

  it.each([['20261126T236000Z'], ['20261126T240000Z'], ['20261126T050061Z'], ['14991231T000000Z'], ['25000101T000000Z'], ['20261131T000000Z']])('%s is none', (start) => {
    expect(of(`DTSTART:${start}`).startsAt).toBeNull();
  });

  it('in UTC is no other zone, in another place it is; the reader’s own clock is no zone', () => {
    const notes = (start: string): string[] => of(`DTSTART${start}`, 'DURATION:PT1H', MEET).notes;
    expect([notes(':20261126T050000Z'), notes(';TZID=Asia/Tokyo:20261126T140000'), notes(';TZID=Asia/Singapore:20261126T140000'), notes(':20261126T140000'), notes(';TZID=Narnia:20261126T140000')]).toEqual([[], [], ['other_zone'], [], ['unknown_zone']]);
    expect(notes(';VALUE=DATE;TZID=Narnia:20261126')).toEqual([]);
  });

  it('is past once the meeting is over, not while it runs', () => {
    const past = (...lines: string[]): boolean => of(...lines).notes.includes('past');
    expect([past('DTSTART:20261124T003000Z', 'DURATION:PT1H'), past('DTSTART:20261124T000000Z', 'DURATION:PT1H'), past('DTSTART:20261123T235959Z', 'DURATION:PT1H'), past('DTSTART:20261124T005959Z'), past('DTSTART:20261124T010000Z')]).toEqual([false, false, true, true, false]);
  });
});

describe('the way in', () => {
  const way = (...lines: string[]): (string | null)[] => { const one = of('DTSTART:20261126T050000Z', ...lines); return [one.room, one.url]; };

  it('is what the calendar calls the call, before the place, before what people wrote', () => {
    const [call, place, text] = ['X-GOOGLE-CONFERENCE:https://meet.google.com/aaa-aaaa-aaa', 'LOCATION:https://meet.google.com/bbb-bbbb-bbb', 'DESCRIPTION:https://meet.google.com/ccc-cccc-ccc'];
    expect([way(text, place, call)[0], way(text, place)[0], way(text)[0], way('URL:https://meet.google.com/ddd-dddd-ddd', text)[0], way('X-ALT-DESC:https://meet.google.com/eee-eeee-eee')[0], way('SUMMARY:https://meet.google.com/fff-ffff-fff')[0]]).toEqual(['meet:aaa-aaaa-aaa', 'meet:bbb-bbbb-bbb', 'meet:ccc-cccc-ccc', 'meet:ddd-dddd-ddd', 'meet:eee-eeee-eee', 'meet:fff-ffff-fff']);
  });

  it('into a call that Baton can’t watch is kept as a link', () => {
    expect(way('X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/1', 'LOCATION:https://maps.example/7f')).toEqual([null, 'https://teams.microsoft.com/l/meetup-join/1']);
    expect(way('X-MICROSOFT-ONLINEMEETINGCONFLINK:https://conf.example/9', 'LOCATION:https://maps.example/7f')).toEqual([null, 'https://conf.example/9']);
    expect(way('CONFERENCE:https://conf.example/9')).toEqual([null, 'https://conf.example/9']);
  });

  it('is the place’s link where there is no call, and nothing where only words have one', () => {
    expect([way('LOCATION:https://maps.example/7f', 'DESCRIPTION:https://docs.example/agenda'), way('DESCRIPTION:https://docs.example/agenda'), way('LOCATION:7층 회의실')]).toEqual([[null, 'https://maps.example/7f'], [null, null], [null, null]]);
  });
});

describe('people', () => {
  it('come by name and address, the organiser first, things not at all', () => {
    expect(of('DTSTART:20261126T050000Z', 'ATTENDEE;CN=박준:mailto:jun@b.example', 'ATTENDEE;CUTYPE=resource;CN=프로젝터:mailto:p@b.example', 'ATTENDEE;CUTYPE=INDIVIDUAL;EMAIL=ye@b.example;CN=예:urn:uuid:1', 'ATTENDEE:mailto:nameless@b.example', 'ORGANIZER;CN=김민수:mailto:minsu@b.example').people).toEqual([
      { name: '김민수', email: 'minsu@b.example', organizer: true }, { name: '박준', email: 'jun@b.example', organizer: false }, { name: '예', email: 'ye@b.example', organizer: false }, { name: '', email: 'nameless@b.example', organizer: false },
    ]);
  });

  it('named twice are one, who is the organiser if either was', () => {
    expect(of('DTSTART:20261126T050000Z', 'ORGANIZER:mailto:Minsu@b.example', 'ATTENDEE;CN=김민수:mailto:minsu@B.example', 'ATTENDEE;CN=이름만:', 'ATTENDEE;CN=이름만:').people).toEqual([{ name: '김민수', email: 'minsu@b.example', organizer: true }, { name: '이름만', email: '', organizer: false }]);
  });
});

describe('a broken file', () => {
  it('loses the broken line and keeps the rest', () => {
    const one = of('DTSTART:20261126T050000Z', 'SUMMARY;=;x', 'ATTENDEE;CN="half:mailto:a@b.example', 'no line at all', 'ATTENDEE:mailto:whole@b.example', MEET);
    expect([iso(one.startsAt), one.room, one.people.map(({ email }) => email).includes('whole@b.example')]).toEqual(['2026-11-26T05:00', 'meet:abc-defg-hij', true]);
  });

  it.each([['cut off in the middle', calendar(event('DTSTART:20261126T050000Z')).slice(0, 60)], ['closed in the wrong turn', 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT']])('%s is said to be damaged', (_what, text) => {
    expect(readInvitation(text, SEOUL)).toEqual({ ok: false, reason: 'damaged' });
  });

  it('is read in whatever case and with blanks around its edges', () => {
    expect(said('begin: vcalendar \nBEGIN:vevent\nsummary:small\ndtstart:20261126T050000Z\nend:vevent\nEND:VCALENDAR')).toBe('small 2026-11-26T05:00');
  });
});
