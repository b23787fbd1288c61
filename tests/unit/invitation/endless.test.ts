/** Whatever and however much a stranger's invitation holds, the reading comes back, and soon. Slow on purpose: mutation testing leaves it out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInvitation } from '@/utils/invitation/read-invitation';
import { zoneOf } from '@/utils/invitation/zones';
import { spent } from '../../harness/spent';
import { calendar, CUSTOM, event, FULL, GOOGLE, OUTLOOK, SEOUL, ZOOM } from './samples';

const PATIENCE = 60_000;
const reason = (text: string): string => {
  const reading = readInvitation(text, SEOUL);
  return reading.ok ? 'ok' : reading.reason;
};

describe('a calendar file', () => {
  it.each([
    ['every second since 1970', event('DTSTART:19700101T000000Z', 'RRULE:FREQ=SECONDLY')],
    ['days that never come', event('DTSTART:19700101T000000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31')],
    ['years that never come', event('DTSTART:19700101T000000Z', 'RRULE:FREQ=YEARLY;INTERVAL=999999999')],
    ['a great count', event('DTSTART:16010101T000000Z', 'RRULE:FREQ=DAILY;COUNT=999999999')],
    ['many series', event('DTSTART:19700101T000000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31').repeat(5_000)],
    ['many dates called off', event('DTSTART;TZID=Asia/Seoul:20000101T000000', 'RRULE:FREQ=DAILY', ...Array.from({ length: 900 }, () => `EXDATE;TZID=Asia/Seoul:${Array(55).fill('20261126T000000').join(',')}`))],
    ['a zone that changes every day', `BEGIN:VTIMEZONE\r\nTZID:Q\r\n${'BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0900\r\nTZOFFSETTO:+0800\r\nRRULE:FREQ=DAILY;COUNT=99999999\r\nEND:STANDARD\r\n'.repeat(500)}END:VTIMEZONE\r\n${event('DTSTART;TZID=Q:20261126T000000')}`],
    ['endless parameters', event('DTSTART:20261126T000000Z', ...Array.from({ length: 45 }, () => `DESCRIPTION${';A=1'.repeat(5_000)}:x`))],
    ['nests', `${'BEGIN:VEVENT\r\n'.repeat(30_000)}${'END:VEVENT\r\n'.repeat(30_000)}`],
    ['links', event('DTSTART:20261126T000000Z', ...Array.from({ length: 40 }, () => `DESCRIPTION:${'https://zoom.us/'.repeat(1_000)}`))],
  ])('comes back from %s', (_, body) => {
    expect(spent(() => { expect(['ok', 'damaged', 'not_an_invitation']).toContain(reason(calendar(body))); })).toBeLessThan(2_500);
  }, PATIENCE);

  it('of any lines is no exception', () => {
    const line = fc.oneof(fc.constantFrom(...FULL.split('\r\n'), ...CUSTOM.split('\r\n')), fc.string({ unit: 'binary' }), fc.tuple(fc.constantFrom('RRULE:', 'DTSTART;', 'EXDATE:', 'DURATION:', 'ATTENDEE;CN='), fc.string()).map((two) => two.join('')));
    fc.assert(fc.property(fc.array(line, { maxLength: 20 }), (lines) => { expect(() => readInvitation(calendar(event(...lines)), SEOUL)).not.toThrow(); }), { numRuns: 300 });
  }, PATIENCE);
});

describe('a text', () => {
  it.each(['2'.repeat(1_000_000), '11/26 '.repeat(160_000), 'a@'.repeat(500_000), '<a@b.c'.repeat(150_000), 'To: '.repeat(250_000), '\n'.repeat(999_999) + 'x', 'https://zoom.us/'.repeat(60_000), '(((('.repeat(200_000), '"a'.repeat(400_000), ' '.repeat(900_000) + 'x', 'x y '.repeat(250_000)])('comes back from %#', (text) => {
    expect(spent(() => { readInvitation(text, SEOUL); })).toBeLessThan(2_500);
  }, PATIENCE);

  it('of any words is no exception', () => {
    const piece = fc.oneof(fc.constantFrom(...`${ZOOM}\n${GOOGLE}\n${OUTLOOK}`.split(/(?<=[\s:])/u)), fc.string({ unit: 'binary', maxLength: 20 }));
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => { expect(() => readInvitation(pieces.join(''), SEOUL)).not.toThrow(); }), { numRuns: 300 });
  }, PATIENCE);

  it('of any name of a zone is no exception', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => { expect(() => zoneOf(name)?.offsetAtWall(SEOUL.now)).not.toThrow(); }));
  }, PATIENCE);
});
