/** Times beside a date: the half of the day is never guessed where both are likely. */
import { describe, expect, it } from 'vitest';
import { findDates } from '@/utils/time/find-dates';
import { timeAfter, timeBefore } from '@/utils/time/find-time';

const [TUE, FRI] = ['2026-11-24', '2026-12-04'];

describe('after a date', () => {
  it.each([
    ['02:00', '02:00'], ['14:59', '14:59'], ['0시', '00:00'], ['00:30', '00:30'], ['23:30', '23:30'], ['오전 12시', '00:00'], ['오후 12시', '12:00'], ['오후 15:00', '15:00'], ['새벽 두 시', '02:00'], ['저녁 7시', '19:00'], ['7시', '07:00'], ['12 am', '00:00'], ['12 pm', '12:00'], ['3 am', '03:00'],
    ['3 p.m.', '15:00'], ['at nine', '09:00'], ['오후 세 시 20분', '15:20'], ['밤 열 시 반', '22:30'], ['(10:30)', '10:30'], ['PM 2:00', '14:00'], ['AM 10시', '10:00'], ['p.m. 3:30', '15:30'],
  ])('%s is %s', (text, time) => { expect(timeAfter(` ${text}`)?.time).toBe(time); });

  it.each(['14:60', '25:00', '24:00', '6시', '두 시', '6:30', 'at six', '3시간', '120:00', 'am', ''])('%s is none, or could be either half', (text) => { expect(timeAfter(` ${text}`)).toBeNull(); });
});

describe('before a date', () => {
  it('belongs to the find, with its words', () => {
    expect(findDates('see you 10 am on Tuesday', FRI)).toEqual([{ date: '2026-12-08', time: '10:00', index: 8, length: 16, text: '10 am on Tuesday', certain: true }]);
    expect(findDates('오후 3시, 내일 뵙죠', TUE)).toEqual([{ date: '2026-11-25', time: '15:00', index: 0, length: 9, text: '오후 3시, 내일', certain: true }]);
  });

  it('is found however much follows, and not far away', () => {
    expect(findDates('10 am on Tuesday, and then the whole team comes over for the afternoon', FRI)[0]?.time).toBe('10:00');
    expect(findDates('10 am is early, but Tuesday', FRI)[0]?.time).toBeUndefined();
  });

  it('counts with its length, from the first word of it', () => {
    expect(timeBefore('we meet at 10 am on ')).toEqual({ time: '10:00', length: 12 });
    expect(timeBefore('room 10')).toBeNull();
  });
});
