/** Whether an aim was reached is said of the words that stand. */
import { expect, it } from 'vitest';
import { AIM_RESULTS, withAim } from '@/utils/meeting/aim';

it.each(AIM_RESULTS)('“%s” stays with its words, however they are spaced, and goes with them', (aimResult) => {
  const was = { aim: '예산 확인', aimResult };
  expect([withAim(was, '예산 확인'), withAim(was, ' 예산 확인\n'), withAim({ aim: ' 예산 확인 ', aimResult }, '예산 확인')]).toEqual([{ aim: '예산 확인' }, { aim: ' 예산 확인\n' }, { aim: '예산 확인' }]);
  expect([withAim(was, '결정권자'), withAim(was, ''), withAim({ aim: '', aimResult }, ' ')]).toEqual([{ aim: '결정권자', aimResult: null }, { aim: '', aimResult: null }, { aim: ' ', aimResult: null }]);
});

it('nobody said yet stays unsaid', () => {
  for (const aimResult of [undefined, null]) expect(withAim({ aim: '예산', ...(aimResult === undefined ? {} : { aimResult }) }, '기한')).toEqual({ aim: '기한' });
});
