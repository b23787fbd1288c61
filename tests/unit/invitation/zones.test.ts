/** Names of time zones, and the instant a clock on a wall there shows. */
import { describe, expect, it } from 'vitest';
import { instantAt, zoneOf } from '@/utils/invitation/zones';

const WINTER = Date.UTC(2026, 10, 26, 14, 0);
const SUMMER = Date.UTC(2026, 6, 2, 14, 0);
const hours = (name: string, wall: number): number | null => {
  const zone = zoneOf(name);
  return zone && zone.offsetAtWall(wall) / 60;
};

describe('zoneOf', () => {
  it.each([
    ['Asia/Seoul', 9], ['asia/seoul', 9], ['"Asia/Seoul"', 9], ['/mozilla.org/20050126_1/Asia/Seoul', 9], ['Korea Standard Time', 9], ['KST', 9], ['서울', 9], ['한국 표준시', 9],
    ['Singapore Standard Time', 8], ['SGT', 8], ['GMT+8', 8], ['UTC+08:00', 8], ['+0800', 8], ['UTC-3:30', -3.5], ['(UTC+09:00) Seoul', 9], ['(GMT+05:30) Chennai', 5.5], ['(UTC) Coordinated Universal Time', 0],
    ['UTC', 0], ['Z', 0], ['Etc/UTC', 0], ['America/Argentina/Buenos_Aires', -3], ['India Standard Time', 5.5], ['Nepal/Nowhere', null],
  ])('%s', (name, expected) => {
    expect(hours(name, WINTER)).toBe(expected);
  });

  it.each([['PST', -8, -7], ['Pacific Standard Time', -8, -7], ['(UTC-08:00) Pacific Time (US & Canada)', -8, -7], ['America/New_York', -5, -4], ['W. Europe Standard Time', 1, 2], ['AUS Eastern Standard Time', 11, 10]])('%s has a summer', (name, winter, summer) => {
    expect([hours(name, WINTER), hours(name, SUMMER)]).toEqual([winter, summer]);
  });

  it.each(['', 'constructor', '__proto__', 'toString', 'CST', 'Narnia Standard Time', 'UTC+99', '2:00', 'a'.repeat(100_000), '../../etc/passwd'])('does not know %s', (name) => {
    expect(zoneOf(name)).toBeNull();
  });
});

describe('instantAt', () => {
  const at = (zone: string, ...wall: [number, number, number, number, number]): string => {
    const known = zoneOf(zone);
    return known ? new Date(instantAt(known, Date.UTC(...wall))).toISOString() : '';
  };

  it('follows the clocks of the place', () => {
    expect(at('Asia/Seoul', 2026, 10, 26, 14, 0)).toBe('2026-11-26T05:00:00.000Z');
    expect(at('America/Los_Angeles', 2026, 6, 2, 9, 0)).toBe('2026-07-02T16:00:00.000Z');
    // Seoul itself had summer time in 1988.
    expect(at('Asia/Seoul', 1988, 6, 2, 9, 0)).toBe('1988-07-01T23:00:00.000Z');
  });

  it('takes the first of two equal hours, and the old offset in the gap', () => {
    // Los Angeles 2026: forward on 8 March at 2, back on 1 November at 2.
    expect(at('America/Los_Angeles', 2026, 10, 1, 1, 30)).toBe('2026-11-01T08:30:00.000Z');
    expect(at('America/Los_Angeles', 2026, 2, 8, 2, 30)).toBe('2026-03-08T10:30:00.000Z');
    expect(at('America/Los_Angeles', 2026, 2, 8, 1, 59)).toBe('2026-03-08T09:59:00.000Z');
    expect(at('America/Los_Angeles', 2026, 2, 8, 3, 0)).toBe('2026-03-08T10:00:00.000Z');
    expect(at('America/Los_Angeles', 2026, 10, 1, 2, 0)).toBe('2026-11-01T10:00:00.000Z');
  });
});
