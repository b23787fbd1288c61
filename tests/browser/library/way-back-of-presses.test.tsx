/** What one press of the library takes away comes back by one more; what nothing brings back is asked for twice. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

let dealId = '';

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 800);
  dealId = await someDeal(db);
});

const focused = (): string => document.activeElement?.textContent ?? '';

it.each(['ko', 'en'] as const)('the plan of a meeting, and the people added from it (%s)', async (language) => {
  const ko = language === 'ko';
  await planMeeting(db, dealId, { aim: '범위 확정', people: [{ name: '정유진', email: 'yj@hanbit.example' }, { name: '박준', email: '' }] }, 1);
  location.hash = `#/deal/${dealId}`;
  await stage(<LibraryApp />, language);
  const plan = page.getByRole('region', { name: ko ? '다음 미팅' : 'Next meeting' });
  await plan.getByRole('button', { name: ko ? '담당자로 2명 추가' : 'Add 2 people to the contacts' }).click();
  await expect.element(plan.getByText(ko ? '담당자에 2명을 추가했습니다.' : '2 people were added to the contacts.')).toBeVisible();
  await expect.poll(focused).toBe(ko ? '되돌리기' : 'Undo');
  expect(await db.contacts.count()).toBe(2);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => db.contacts.count()).toBe(0);
  await plan.getByRole('button', { name: ko ? '계획 지우기' : 'Remove the plan' }).click();
  await expect.poll(async () => (await db.deals.get(dealId))?.next).toBe(null);
  await expect.element(plan.getByText(ko ? '계획을 지웠습니다.' : 'The plan was removed.')).toBeVisible();
  expect(await violations()).toEqual([]);
  await expect.poll(focused).toBe(ko ? '되돌리기' : 'Undo');
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await db.deals.get(dealId))?.next?.aim).toBe('범위 확정');
});

it.each(['ko', 'en'] as const)('what is in the bin goes for good at the second press (%s)', async (language) => {
  const ko = language === 'ko';
  await deleteToBin(db, 'deal', dealId, '재고 시스템', Date.now());
  await deleteToBin(db, 'deal', await someDeal(db, '한빛물류', '배차'), '배차', Date.now());
  location.hash = '#/bin';
  await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  const now = page.getByRole('button', { name: ko ? '“배차” 완전히 삭제' : 'Delete for good: “배차”' });
  await now.click();
  expect(await db.bin.count()).toBe(2);
  expect(await violations()).toEqual([]);
  await expect.poll(focused).toBe(ko ? '취소' : 'Cancel');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(now.element());
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: ko ? '완전히 삭제' : 'Delete for good', exact: true }).click();
  await expect.poll(() => db.bin.count()).toBe(1);
  await page.getByRole('button', { name: ko ? '휴지통 비우기' : 'Empty the bin' }).click();
  expect(await db.bin.count()).toBe(1);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.poll(() => db.bin.count()).toBe(0);
  await expect.element(page.getByText(ko ? '완전히 삭제했습니다.' : 'Gone for good.')).toBeVisible();
});
