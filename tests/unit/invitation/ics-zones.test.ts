/** Zones that only the calendar file itself describes: which offset holds when, and what happens to a broken one. */
import { describe, expect, it } from 'vitest';
import { readWall, zoneFinder } from '@/utils/invitation/ics/ics-zones';
import { readComponents, unfold } from '@/utils/invitation/ics/ics-lines';
import { DAY_BUDGET } from '@/utils/invitation/ics/recurrence';
import { readInvitation } from '@/utils/invitation/read-invitation';
import { calendar, event, SEOUL } from './samples';

const part = (kind: 'STANDARD' | 'DAYLIGHT', start: string, from: string, to: string, ...more: string[]): string => [`BEGIN:${kind}`, ...(start === '' ? [] : [`DTSTART:${start}`]), `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...more, `END:${kind}`, ''].join('\r\n');
const file = (...parts: string[]): string => calendar(`BEGIN:VTIMEZONE\r\nTZID:Office\r\n${parts.join('')}END:VTIMEZONE\r\n`);

/** Minutes east on the wall of each time; null where the file makes no zone of it. */
function offsets(parts: string[], ...walls: string[]): (number | null)[] {
  const root = readComponents(unfold(file(...parts)));
  const zone = zoneFinder(root?.children ?? [], { days: DAY_BUDGET })('Office');
  return walls.map((wall) => zone && zone.offsetAtWall(Date.parse(`${wall}:00Z`)));
}

describe('a zone of the file', () => {
  it('that never changes holds always, also before it began', () => {
    expect(offsets([part('STANDARD', '20000101T000000', '+0545', '+0545')], '1990-01-01T00:00', '2000-01-01T00:00', '2026-11-26T14:00')).toEqual([345, 345, 345]);
  });

  it('shows what was before its first change until then, and the new from that very minute', () => {
    const parts = [part('STANDARD', '20100601T030000', '+0300', '+0400'), part('STANDARD', '20000601T020000', '-0100', '+0300')];
    expect(offsets(parts, '2000-06-01T01:59', '2000-06-01T02:00', '2010-06-01T02:59', '2010-06-01T03:00', '2026-01-01T00:00')).toEqual([-60, 180, 180, 240, 240]);
    expect(offsets([...parts].reverse(), '2000-06-01T01:59', '2026-01-01T00:00')).toEqual([-60, 240]);
  });

  it('changes on the single dates that it lists', () => {
    const parts = [part('STANDARD', '20261101T020000', '+0900', '+0800', 'RDATE:20271102T020000,20281103T020000'), part('DAYLIGHT', '20260401T020000', '+0800', '+0900', 'RDATE:20270402T020000', 'RDATE:broken')];
    expect(offsets(parts, '2026-05-01T00:00', '2026-12-01T00:00', '2027-04-02T01:59', '2027-04-02T02:00', '2027-12-01T00:00', '2028-12-01T00:00')).toEqual([540, 480, 480, 540, 480, 480]);
  });

  it('stops changing when its rule ends, whichever way the end is written', () => {
    const winter = part('STANDARD', '20201101T020000', '-0700', '-0800', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU');
    const summer = (until: string): string => part('DAYLIGHT', '20200301T020000', '-0800', '-0700', `RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1SU;UNTIL=${until}`);
    // The first Sunday of March 2024 is the 3rd: at 2 on the wall it is 10 in UTC.
    expect(offsets([winter, summer('20240303T100000Z')], '2023-07-01T00:00', '2024-07-01T00:00', '2024-12-01T00:00', '2025-07-01T00:00', '2026-07-01T00:00')).toEqual([-420, -420, -480, -480, -480]);
    expect(offsets([winter, summer('20240303T095959Z')], '2023-07-01T00:00', '2024-07-01T00:00')).toEqual([-420, -480]);
    expect(offsets([winter, summer('20240303T020000')], '2024-07-01T00:00', '2025-07-01T00:00')).toEqual([-420, -480]);
    expect(offsets([winter, summer('20990101T000000Z')], '2019-07-01T00:00', '2020-03-01T01:59', '2020-03-01T02:00', '2026-07-01T00:00', '2026-12-01T00:00')).toEqual([-480, -480, -420, -420, -480]);
  });

  it.each([['+14:00', 840], ['-1400', -840], ['+0530', 330], ['-0330', -210], ['+1401', null], ['+1500', null], ['nine', null], ['', null]])('with the offset %s is %j', (to, expected) => {
    expect(offsets([part('STANDARD', '20000101T000000', '+0000', to.replace(':', ''))], '2026-11-26T14:00')).toEqual([expected]);
  });

  it('loses a broken part and keeps the others; without any it is none', () => {
    const good = part('STANDARD', '20000101T000000', '+0100', '+0200');
    for (const broken of [part('DAYLIGHT', '', '+0200', '+0300'), part('DAYLIGHT', 'soon', '+0200', '+0300'), part('DAYLIGHT', '20010101T000000', 'x', '+0300'), part('DAYLIGHT', '20010101T000000', '+0200', 'x')]) {
      expect(offsets([broken, good], '2026-11-26T14:00')).toEqual([120]);
      expect(offsets([broken], '2026-11-26T14:00')).toEqual([null]);
    }
    expect(offsets([], '2026-11-26T14:00')).toEqual([null]);
  });

  it('gives way to the zone that is known by that name', () => {
    const text = calendar(event('DTSTART;TZID=Asia/Seoul:20261126T140000'), file(part('STANDARD', '20000101T000000', '+0100', '+0100')).replace('Office', 'Asia/Seoul').replace(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n|END:VCALENDAR\r\n$/gu, ''));
    const reading = readInvitation(text, SEOUL);
    expect(reading.ok && reading.invitation.startsAt).toBe(Date.UTC(2026, 10, 26, 5));
  });
});

describe('a time as it is written', () => {
  it.each<[unknown, ReturnType<typeof readWall>]>([
    ['2026-11-26T14:00:05', { wall: Date.UTC(2026, 10, 26, 14, 0, 5), dateOnly: false, utc: false }], ['2026-11-26T23:59:60Z', { wall: Date.UTC(2026, 10, 27), dateOnly: false, utc: true }], ['2026-11-26', { wall: Date.UTC(2026, 10, 26), dateOnly: true, utc: false }], ['1500-01-01', { wall: Date.UTC(1500, 0, 1), dateOnly: true, utc: false }],
    ['2499-12-31', { wall: Date.UTC(2499, 11, 31), dateOnly: true, utc: false }], ['2500-01-01', null], ['1499-12-31', null], ['2026-02-30', null], ['2026-11-26T24:00:00', null], ['2026-11-26T14:60:00', null], ['2026-11-26T14:00:61', null], ['2026-11-26T14:00', null], [20261126, null], [undefined, null], [['2026-11-26'], null],
  ])('%j is %j', (value, wall) => { expect(readWall(value)).toEqual(wall); });
});

describe('lines', () => {
  const of = (...lines: string[]): string => { const reading = readInvitation(calendar(event('DTSTART:20261126T050000Z', ...lines)), SEOUL); return reading.ok ? `${reading.invitation.title}|${reading.invitation.people.map((p) => p.email).join()}|${String(reading.invitation.recurring)}` : reading.reason; };

  it('too long for a name or an address are passed over, long texts are read', () => {
    const attendee = (length: number): string => `ATTENDEE;CN=${'x'.repeat(length - 34)}:mailto:jane@a.example`;
    expect([attendee(4_000).length, of(attendee(4_000)), of(attendee(4_001))]).toEqual([4_000, '|jane@a.example|false', '||false']);
    expect(of(`SUMMARY:${'가 '.repeat(3_000)}`).startsWith('가 가')).toBe(true);
  });

  it('beyond the five thousandth of one meeting are passed over', () => {
    const many = (n: number): string[] => Array.from({ length: n }, () => 'SEQUENCE:1');
    expect([of(...many(4_998), 'SUMMARY:last'), of(...many(4_999), 'SUMMARY:late')]).toEqual(['last||false', '||false']);
  });

  it('end as any system ends them', () => {
    for (const end of ['\n', '\r', '\r\n']) {
      const reading = readInvitation(calendar(event('DTSTART:20261126T050000Z', 'SUMMARY:x')).replace(/\r\n/gu, end), SEOUL);
      expect(reading.ok && reading.invitation.title).toBe('x');
    }
  });

  it('that begin a calendar are seen wherever blanks stand, and in a sentence not', () => {
    for (const line of ['BEGIN:VEVENT', '  BEGIN: VEVENT ', '\tbegin:vevent']) expect(readInvitation(`${line}\nDTSTART:20261126T050000Z\nEND:VEVENT`, SEOUL).ok).toBe(true);
    expect(readInvitation('write BEGIN:VEVENT on 2026-11-26', SEOUL)).toMatchObject({ ok: true, invitation: { allDay: true } });
    expect(readInvitation('BEGIN:VEVENTS on 2026-11-26', SEOUL)).toMatchObject({ ok: true, invitation: { allDay: true } });
  });

  it('outside of a calendar say nothing', () => {
    const reading = readInvitation(`SUMMARY:outside\nEND:VEVENT\n${calendar(event('DTSTART:20261126T050000Z'))}SUMMARY:behind`, SEOUL);
    expect(reading.ok && reading.invitation.title).toBe('');
  });
});
