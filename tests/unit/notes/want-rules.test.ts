/** What a want must say before it is kept: its words, and a "then how" when it can't be done as asked. */
import { expect, it } from 'vitest';
import { FEASIBILITIES } from '@/utils/notes/records';
import { canSaveWant, lacksOf, unjudged } from '@/utils/notes/want-rules';
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
