/** How long a meeting takes, where nothing says when it ends. */
import { describe, expect, it } from 'vitest';
import { lengthAfter } from '@/utils/invitation/text-length';
import { findWhen } from '@/utils/invitation/text-when';
import { zoneAfter } from '@/utils/invitation/zone-beside';

const NOW = { now: Date.UTC(2026, 10, 26, 5, 30), utcOffset: 540 };

describe('a length', () => {
  it.each<[string, number | null]>([
    [' (1시간)', 60], ['(60분)', 60], [' (1 hour)', 60], [' 1시간', 60], [', 90분', 90], [' (1시간 30분)', 90], ['(1시간30분)', 90], [' (1시간 반)', 90], ['두 시간', 120], [' (한 시간)', 60], [' (세 시간)', 180], [' 네 시간', 240], [' (약 2시간)', 120], [' (총 2시간)', 120], [' (소요 시간: 2시간)', 120], [' 1시간 동안', 60], ['(30분간)', 30], [' (30분 예정)', 30], [' 1시간 정도 소요', 60],
    [' for 1 hour', 60], [' (2 hours)', 120], [' (1.5 hours)', 90], [' (1½ hours)', 90], [' (1 h 15 m)', 75], [' 1h30m', 90], [' (1 hr)', 60], [' (1 hr.)', 60], [' 2 hrs', 120], [' (45 min)', 45], [' 45 minutes', 45], [' 30-minute', 30], [' (1 hour and 30 minutes)', 90], [' about 1 hour', 60], [' | 1 hr', 60], [' (Duration: 50 mins)', 50], [' (24시간)', 1440],
    ['  |  (UTC+09:00) Seoul  |  1 hr', 60], ['  |  (UTC+09:00) Seoul  |  1 hr 30 mins\nJoin', 90],
    // None, or of something else.
    ['', null], [' (25시간)', null], [' (0분)', null], [' (7층)', null], [' 1시간 전 알림', null], [' 30 minutes before', null], [' (1 hour before)', null], [' 3분기', null], [' 2시간짜리', null], ['\n1시간', null], [' 5 hostages', null], [' (1시간', null], [' and then 1 hour', null], [' | Seoul | 1 hr later', null],
  ])('%j is %j minutes', (text, minutes) => { expect(lengthAfter(text)?.minutes ?? null).toBe(minutes); });

  it('hands over what follows it', () => {
    expect([lengthAfter(' (1시간) KST')?.behind, lengthAfter(' 1 hour, KST')?.behind]).toEqual([' KST', ', KST']);
    // Behind bars the zone stands before it.
    expect(lengthAfter(' | KST | 1 hr')?.behind).toBe(' | KST | 1 hr');
  });
});

describe('the end of a meeting', () => {
  const when = (text: string): string => {
    const found = findWhen(text, NOW);
    return found ? `${found.date} ${found.start ?? '?'} – ${found.endDate === found.date ? '' : `${found.endDate} `}${found.end ?? '?'} ${found.zone === null ? '' : found.zone === 'unknown' ? 'unknown' : 'zone'}`.trim() : 'nothing';
  };
  it.each([
    ['2026년 12월 3일 오후 2시 (1시간)', '2026-12-03 14:00 – 15:00'], ['2026-12-03 14:00 (60분)', '2026-12-03 14:00 – 15:00'], ['Dec 3, 2026 2 PM (1 hour)', '2026-12-03 14:00 – 15:00'], ['Dec 3, 2026 2 PM (1 hour) KST', '2026-12-03 14:00 – 15:00 zone'],
    ['2026-12-03 14:00부터 1시간', '2026-12-03 14:00 – 15:00'], ['2026-12-03 10:00부터 1시간 30분', '2026-12-03 10:00 – 11:30'], ['2026-12-03 23:30 (1시간)', '2026-12-03 23:30 – 2026-12-04 00:30'], ['2 PM on Dec 3, 2026 (90 minutes)', '2026-12-03 14:00 – 15:30'],
    ['Thursday, December 3, 2026\n2:00 PM  |  (UTC+09:00) Seoul  |  1 hr', '2026-12-03 14:00 – 15:00 zone'],
    // An end that is said stands, and its length is no zone.
    ['2026-12-03 14:00~15:00 (1시간)', '2026-12-03 14:00 – 15:00'], ['2026-12-03 14:00~15:00 (두 시간)', '2026-12-03 14:00 – 15:00'],
  ])('%j is %j', (text, said) => { expect(when(text)).toBe(said); });

  it.each(['(1시간)', '(두 시간)', '(1 시간)', '(반 시간)'])('%s is no zone', (text) => { expect(zoneAfter(text)).toBeNull(); });
});
