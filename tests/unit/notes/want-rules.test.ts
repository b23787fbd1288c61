/** What a want must say before it is kept: its words, and a "then how" when it can't be done as asked. */
import { expect, it } from 'vitest';
import { CUSTOM_CLASSES, FEASIBILITIES } from '@/utils/notes/records';
import { canSaveWant, isClassed, lacksOf, ofSales, unjudged } from '@/utils/notes/want-rules';
import { aWant } from '../packet/small';

it('needs words', () => {
  for (const words of ['', ' \n']) expect(canSaveWant({ words, feasibility: 'feasible', thenHow: '1차는 링크로' })).toBe(false);
});

it.each(FEASIBILITIES.map((feasibility) => [feasibility, feasibility !== 'not_as_asked'] as const))('%s may be kept without a "then how": %s', (feasibility, kept) => {
  for (const thenHow of ['', '  ']) expect(canSaveWant({ words: '카카오톡처럼 채팅', feasibility, thenHow })).toBe(kept);
  expect(canSaveWant({ words: '카카오톡처럼 채팅', feasibility, thenHow: '1차는 링크로' })).toBe(true);
});

it('lacks its why until a need or a pain says it, and its priority until somebody does', () => {
  expect(lacksOf({ needBehind: ' ', painId: null, priority: null })).toEqual(['need', 'priority']);
  expect(lacksOf({ needBehind: '', painId: 'p', priority: null })).toEqual(['priority']);
  expect(lacksOf({ needBehind: '정확한 재고', painId: null, priority: 'later' })).toEqual([]);
});

it.each(FEASIBILITIES)('that is %s is so in its own words only', (feasibility) => {
  const before = aWant('w', { words: '채팅', feasibility, conditions: ['API'], thenHow: '링크로' });
  expect([{ words: '채팅과 알림' }, { words: '채팅 ' }, { needBehind: '빨리 답함' }].map((edit) => unjudged(before, { ...before, ...edit }).feasibility)).toEqual(['unknown', feasibility, feasibility]);
  expect(unjudged(before, { ...before, words: '알림' })).toMatchObject({ conditions: ['API'], thenHow: '링크로' });
});

it.each(CUSTOM_CLASSES.map((customClass) => [customClass, customClass !== 'not_available'] as const))('met as %s may be kept without a "then how": %s', (customClass, kept) => {
  expect(canSaveWant({ words: '채팅', feasibility: 'unknown', customClass, thenHow: ' ' })).toBe(kept);
  expect(canSaveWant({ words: '채팅', feasibility: 'unknown', customClass, thenHow: '링크로' })).toBe(true);
});

it.each(CUSTOM_CLASSES)('met as %s says why it takes custom work only where it does (R-09)', (customClass) => {
  const rest = { needBehind: '정확한 재고', painId: null, priority: 'must', customClass } as const;
  for (const customWhy of [undefined, '', ' \n']) expect(lacksOf({ ...rest, customWhy })).toEqual(customClass === 'customisation' ? ['why'] : []);
  expect(lacksOf({ ...rest, customWhy: '법이 정한 서식' })).toEqual([]);
});

it('is met as delivery says until it says something else: then that is a proposal again', () => {
  const before = aWant('w', { words: '채팅', customClass: 'integration', classedBy: '한지우' });
  expect([before, aWant('w', { customClass: 'integration' }), aWant('w', { classedBy: '한지우', customClass: null })].map(isClassed)).toEqual([true, false, false]);
  expect(unjudged(before, { ...before, words: '알림' })).toMatchObject({ customClass: 'integration', classedBy: '' });
  expect(unjudged(before, { ...before, needBehind: '빨리' })).toMatchObject({ classedBy: '한지우' });
});

it('is met as delivery says, whatever a form that was opened before writes over it', () => {
  const classed = aWant('w', { words: '채팅', customClass: 'standard', classedBy: '한지우' });
  expect(ofSales(classed, { customClass: 'customisation', needBehind: '답' })).toEqual({ needBehind: '답' });
  expect(ofSales(classed, { words: ' 채팅', customClass: null })).toEqual({ words: ' 채팅' });
  // Of other words it is a proposal again, also when nobody says one.
  expect(ofSales(classed, { words: '알림', customClass: null })).toEqual({ words: '알림', customClass: null });
  expect(unjudged(classed, { ...classed, words: '알림', customClass: null }).classedBy).toBe('');
  expect(ofSales(aWant('w', { customClass: 'standard' }), { customClass: 'integration' })).toEqual({ customClass: 'integration' });
});
