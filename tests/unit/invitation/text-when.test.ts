/** When a pasted text says that the meeting is: which of its dates, and from when to when. */
import { describe, expect, it } from 'vitest';
import { findWhen, nextListed } from '@/utils/invitation/text-when';

/** Thursday 26 November 2026, 14:30 in Seoul. */
const NOW = { now: Date.UTC(2026, 10, 26, 5, 30), utcOffset: 540 };

const when = (text: string): string => {
  const found = findWhen(text, NOW);
  return found ? `${found.date} ${found.start ?? '?'} – ${found.endDate === found.date ? '' : `${found.endDate} `}${found.end ?? '?'}` : 'nothing';
};

describe('from and to', () => {
  it.each([
    ['2026-12-01 14:00-15:00', '2026-12-01 14:00 – 15:00'],
    ['2026-12-01 14:00', '2026-12-01 14:00 – ?'],
    ['2026-12-01', '2026-12-01 ? – ?'],
    // The end says the half of the day for both.
    ['Dec 1, 2026 2:00 – 3:00pm', '2026-12-01 14:00 – 15:00'],
    ['Dec 1, 2026 11:30-1pm', '2026-12-01 11:30 – 13:00'],
    ['Dec 1, 2026 12-1pm', '2026-12-01 12:00 – 13:00'],
    ['Dec 1, 2026 12-1am', '2026-12-01 00:00 – 01:00'],
    // The start says it, and the end is the next such time.
    ['2026. 12. 1. 오전 11:00~1:00', '2026-12-01 11:00 – 13:00'],
    ['2026. 12. 1. 오후 2시~4시', '2026-12-01 14:00 – 16:00'],
    ['2026. 12. 1. 오후 2시부터 3시 30분', '2026-12-01 14:00 – 15:30'],
    // Over midnight.
    ['2026-12-01 23:00-00:30', '2026-12-01 23:00 – 2026-12-02 00:30'],
    ['2026-12-01 오후 11시 ~ 다음 날 오전 1시', '2026-12-01 23:00 – 2026-12-02 01:00'],
    ['Dec 1, 2026 11-11:30pm', '2026-12-01 23:00 – 23:30'], ['Dec 1, 2026 11:59-12:30pm', '2026-12-01 11:59 – 12:30'], ['2026-12-01 2 pm - 4 pm', '2026-12-01 14:00 – 16:00'], ['2026-12-01 10pm-11pm', '2026-12-01 22:00 – 23:00'], ['12월 1일 14시-15시', '2026-12-01 14:00 – 15:00'], ['12월 1일 오후2시-3시', '2026-12-01 14:00 – 15:00'], ['12월 1일 오전 11시~12', '2026-12-01 11:00 – 12:00'], ['12월 1일 14:00~14:59', '2026-12-01 14:00 – 14:59'], ['12월 1일 22:00~23', '2026-12-01 22:00 – 23:00'],
    // A dash that no time follows ends nothing.
    ['2026-12-01 14:00 - room 3', '2026-12-01 14:00 – ?'],
    // The date in brackets behind the day that names it.
    ['다음 주 화요일(12/1) 오후 2시부터 3시까지', '2026-12-01 14:00 – 15:00'], ['내일(11/27) 오후 3시 반~5시', '2026-11-27 15:30 – 17:00'], ['모레 (11월 28일) 14:00', '2026-11-28 14:00 – ?'],
  ])('%s', (text, said) => { expect(when(text)).toBe(said); });

  it.each([
    ['14:00-15:00, 1 Dec 2026', '2026-12-01 14:00 – 15:00'],
    ['2pm-3:30pm on 1 Dec 2026', '2026-12-01 14:00 – 15:30'],
    ['Call at 14:00 on 1 Dec 2026', '2026-12-01 14:00 – ?'], ['Call 2 pm - 3 pm on 1 Dec 2026', '2026-12-01 14:00 – 15:00'], ['Call 2 p.m. to 3 p.m., 1 Dec 2026', '2026-12-01 14:00 – 15:00'], ['room 7, 10:00 – 11:30, 1 Dec 2026', '2026-12-01 10:00 – 11:30'],
  ])('before the date: %s', (text, said) => { expect(when(text)).toBe(said); });

  it.each([
    ['일시: 2026-12-01\n시간: 14:00 ~ 15:00', '2026-12-01 14:00 – 15:00'],
    ['When: 1 Dec 2026\nWhere: room 3\nTime: 2pm - 3pm', '2026-12-01 14:00 – 15:00'],
    ['When: 1 Dec 2026\n2:00 PM to 3:00 PM', '2026-12-01 14:00 – 15:00'],
    ['2026-12-01\n오후  2시', '2026-12-01 14:00 – ?'], ['2026-12-01\n 2 pm', '2026-12-01 14:00 – ?'], ['2026-12-01\n2pm - 3pm', '2026-12-01 14:00 – 15:00'], ['2026-12-01\nroom 14:00-15:00', '2026-12-01 ? – ?'], ['2026-12-01\n14:0', '2026-12-01 ? – ?'], ['2026-12-01\n9 cm', '2026-12-01 ? – ?'],
    // Too far below to belong to it.
    ['When: 1 Dec 2026\na\nb\nc\nTime: 2pm - 3pm', '2026-12-01 ? – ?'],
  ])('on a line of their own: %j', (text, said) => { expect(when(text)).toBe(said); });

  it.each([
    ['Dec 1, 2026 2:00 PM to Dec 1, 2026 3:00 PM', '2026-12-01 14:00 – 15:00'],
    ['Dec 1, 2026 9:00 AM – Dec 3, 2026 5:00 PM', '2026-12-01 09:00 – 2026-12-03 17:00'],
    ['시작: 2026-12-01 14:00\n종료: 2026-12-01 15:00', '2026-12-01 14:00 – 15:00'],
    ['Starts: Dec 1, 2026 2:00 PM (KST)\nEnds: Dec 2, 2026 3:00 PM', '2026-12-01 14:00 – 2026-12-02 15:00'],
    // As Outlook prints an appointment, with the weekday before the date.
    ['Start: Thu 12/3/2026 2:00 PM\nEnd: Thu 12/3/2026 3:00 PM', '2026-12-03 14:00 – 15:00'], ['Start:\tThu 12/3/2026 2:00 PM\nEnd:\tFri 12/4/2026 5:00 PM\nShow Time As:\tTentative', '2026-12-03 14:00 – 2026-12-04 17:00'],
    ['시작: 2026-12-03 (목) 오후 2:00\n끝: 2026-12-03 (목) 오후 3:00', '2026-12-03 14:00 – 15:00'], ['시작 시간: 2026-12-03 (목) 오후 2:00\n종료 시간: 2026-12-03 (목) 오후 3:00', '2026-12-03 14:00 – 15:00'],
    ['Starts: Dec 3, 2026 2:00 PM\n> Ends： Thursday, 12/3/2026 3:00 PM', '2026-12-03 14:00 – 15:00'], ['Start: 2026-12-03 14:00\nEnd time: Thu. 12/3/2026 3:00 PM', '2026-12-03 14:00 – 15:00'],
    ['시작 2026-12-03 14:00\n마침: 2026-12-03 16:00', '2026-12-03 14:00 – 16:00'], ['시작: 2026-12-03 14:00\n종료일시: 2026-12-03 16:00', '2026-12-03 14:00 – 16:00'],
    // A line that is about something else ends nothing.
    ['Start: Thu 12/3/2026 2:00 PM\nReminder: Thu 12/3/2026 3:00 PM', '2026-12-03 14:00 – ?'], ['Start: Thu 12/3/2026 2:00 PM\nEnd of sale: Thu 12/3/2026 3:00 PM', '2026-12-03 14:00 – ?'],
    ['Start: 12/3/2026 2:00 PM\nEnd: sometime Thu 12/3/2026 3:00 PM', '2026-12-03 14:00 – ?'],
    ['Dec 1, 2026 2:00 PM - Dec 1, 2026 3:00 PM Dec 2, 2026 4:00 PM', '2026-12-01 14:00 – 15:00'], ['2026-12-01 2:00 PM to Monday and then 12/3/2026 3:00 PM', '2026-12-01 14:00 – ?'],
    // Another meeting is no end, and neither is an earlier day.
    ['Dec 1, 2026 2:00 PM, and then Dec 8, 2026 3:00 PM', '2026-12-01 14:00 – ?'],
    ['When: Dec 3, 2026 2:00 PM to Dec 1, 2026 3:00 PM', '2026-12-03 14:00 – ?'],
  ])('with the date said again: %j', (text, said) => { expect(when(text)).toBe(said); });
});

describe('of several dates', () => {
  it.each([
    // What is labelled, has a time, is still to come, is sure: in this order.
    ['agreed on 2026-11-20 10:00, see you 2026-12-01 14:00', '2026-12-01 14:00 – ?'],
    ['the contract of 2026-12-05\n일시: 2026-12-01 14:00', '2026-12-01 14:00 – ?'],
    ['2026-12-05\n2026-12-01 14:00', '2026-12-01 14:00 – ?'],
    ['언제:\n2026-12-03 10:00\n2026-12-01 14:00', '2026-12-03 10:00 – ?'],
    ['2026-11-20 09:00\n2026-11-26 16:00', '2026-11-26 16:00 – ?'],
    // A label on the line above.
    ['2026-12-03 10:00\nWHEN\n2026-12-01 14:00', '2026-12-01 14:00 – ?'], ['2026-12-03 10:00\n > 일시 ：\n2026-12-01 14:00', '2026-12-01 14:00 – ?'], ['2026-12-03 10:00\n* 언제:  \n2026-12-01 14:00', '2026-12-01 14:00 – ?'], ['2026-12-03 10:00\nwhen?\n2026-12-01 14:00', '2026-12-03 10:00 – ?'],
    ['2026-12-03 10:00\nask when\n2026-12-01 14:00', '2026-12-03 10:00 – ?'], ['2026-12-03 10:00\nwhen we met\n2026-12-01 14:00', '2026-12-03 10:00 – ?'],
    // The first of equals.
    ['2026-12-03 14:00\n2026-12-02 14:00\n2026-12-01 14:00\n2026-12-04 14:00', '2026-12-03 14:00 – ?'],
    ['2026-12-03 14:00\n2026-12-01 14:00', '2026-12-03 14:00 – ?'],
  ])('the likeliest: %j', (text, said) => { expect(when(text)).toBe(said); });

  it.each([
    ['Sent: 2026-12-01 14:00'],
    ['보낸 날짜: 2026-12-01 14:00'],
    ['On 1 Dec 2026 at 14:00 Emma wrote:'],
    ['2026-12-01 14:00 Emma wrote :'], ['2026-12-01 14:00 Emma wrote  : '],
    ['From: Emma\nDate: 2026-12-01 14:00'],
  ])('never when a mail was sent: %j', (text) => { expect(when(text)).toBe('nothing'); });

  it('a date with its label is one where no mail is quoted', () => {
    expect(when('Date: 2026-12-01 14:00')).toBe('2026-12-01 14:00 – ?');
    expect(when('Emma wrote: see you 2026-12-01 14:00')).toBe('2026-12-01 14:00 – ?');
  });
});

describe('of a series that lists its dates', () => {
  const listed = (...dates: string[]): string | undefined => {
    const found = nextListed(dates.join('\n'), NOW);
    return found ? `${found.date} ${found.start ?? '?'}` : undefined;
  };

  it('the first that is not over, by the reader’s own clock', () => {
    expect(listed('2026-11-26 14:29', '2026-12-03 14:00', '2026-12-10 14:00')).toBe('2026-12-03 14:00');
    expect(listed('2026-11-26 14:30', '2026-12-03 14:00', '2026-12-10 14:00')).toBe('2026-11-26 14:30');
    expect(listed('2026-11-19 16:00', '2026-11-26 16:00', '2026-12-03 16:00')).toBe('2026-11-26 16:00');
    expect(listed('2026-11-12 16:00', '2026-11-19 16:00', '2026-11-25 16:00')).toBeUndefined();
  });

  it('is none with fewer than three dates that have a time', () => {
    expect(listed('2026-12-03 14:00', '2026-12-10 14:00')).toBeUndefined();
    expect(listed('2026-12-03 14:00', '2026-12-10', '2026-12-17 14:00')).toBeUndefined();
  });
});
