/** Names from pages: text from strangers. */
import { describe, expect, it } from 'vitest';
import { cut, LONGEST_NAME, MOST_PEOPLE, numberIn, pageText, toRoster } from '@/utils/platforms/roster';

const person = (id: string, name: string, self = false): { id: string; name: string; self: boolean } => ({ id, name, self });

describe('toRoster', () => {
  it('keeps markup as text', () => {
    const name = '<img src=x onerror=alert(1)>';
    expect(toRoster([person('1', name)], null).people).toEqual([{ name, self: false }]);
  });

  it('reads each person once; any sighting can say self', () => {
    expect(toRoster([person('1', 'Kim'), person('1', 'Kim', true), person('2', 'Lee')], null).people).toEqual([{ name: 'Kim', self: true }, { name: 'Lee', self: false }]);
  });

  it('is complete only when the page counts the same', () => {
    const two = [person('1', 'Kim'), person('2', 'Lee')];
    expect([2, 3, null].map((count) => toRoster(two, count).complete)).toEqual([true, false, false]);
  });

  it('drops the nameless and composes the decomposed', () => {
    expect(toRoster([person('1', ' \u200b\n '), person('2', '가'.normalize('NFD'))], null).people).toEqual([{ name: '가', self: false }]);
  });

  it('holds at most 500', () => {
    const crowd = Array.from({ length: MOST_PEOPLE + 100 }, (_, i) => person(String(i), `P ${String(i)}`));
    const { people, complete } = toRoster(crowd, MOST_PEOPLE + 100);
    expect(people).toHaveLength(MOST_PEOPLE);
    expect(complete).toBe(false);
  });
});

describe('pageText', () => {
  it('is one line without what deceives the eye', () => {
    expect(pageText('  a\n\tb\u202e c\u0000d ')).toBe('a b cd');
    expect(pageText(null)).toBe('');
    expect(pageText(undefined)).toBe('');
  });

  it('is short, and never ends in half a character', () => {
    expect(pageText('x'.repeat(100_000)).length).toBeLessThanOrEqual(LONGEST_NAME);
    const emoji = pageText('😀'.repeat(500));
    expect(emoji.length).toBeLessThanOrEqual(LONGEST_NAME);
    expect(emoji.isWellFormed()).toBe(true);
    expect(cut('a😀', 2)).toBe('a');
    expect(cut('a😀', 3)).toBe('a😀');
  });
});

describe('numberIn', () => {
  it.each([['People - 3 joined', 3], ['사용자 - 12명 참여함', 12], ['People', null], ['2 of 3', null], ['', null]] as const)('%s', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });
});
