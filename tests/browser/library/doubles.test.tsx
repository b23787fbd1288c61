/** People of an account who are there twice: surely one person when accounts are merged, asked about where it is not sure, and undone. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import type { Contact } from '@/utils/deal/contact';
import { createDeal } from '@/utils/services/deal/create-deal';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const START = Date.UTC(2026, 10, 24, 5);
beforeEach(async () => { await emptyDatabase(); location.hash = ''; });

async function account(name: string): Promise<string> {
  const deal = await createDeal(db, { accountName: name, dealName: name, stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [] }, START);
  return (await db.deals.get(deal))?.accountId ?? '';
}

const someone = (id: string, accountId: string, more: Partial<Contact>): Contact => ({ id, accountId, name: '김도현', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '', createdAt: START, updatedAt: START, ...more });

async function twoPeople(language: 'ko' | 'en'): Promise<void> {
  const id = await account('한빛물류');
  await db.contacts.bulkPut([someone('a', id, { email: 'kim@hanbit.kr', influence: 'uses' }), someone('b', id, { email: 'dh@hanbit.kr', influence: 'decides', updatedAt: START + 1 })]);
  location.hash = `#/account/${id}`;
  await stage(<LibraryApp />, language);
}

it('who is surely in both accounts is one person after they are merged, and two again by one undo', async () => {
  const [id, otherId] = [await account('한빛물류'), await account('한빛물류 (주)')];
  await db.contacts.bulkPut([someone('a', id, { email: 'kim@hanbit.kr' }), someone('b', otherId, { email: 'kim@hanbit.kr', role: '물류팀장' })]);
  location.hash = `#/account/${id}`;
  await stage(<LibraryApp />, 'en');
  await page.getByRole('combobox', { name: 'Account to merge into this one' }).selectOptions('한빛물류 (주)');
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect.element(page.getByText('1 person who was in both accounts is one now.', { exact: false })).toBeVisible();
  expect(await db.contacts.toArray()).toMatchObject([{ id: 'a', role: '물류팀장' }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => db.contacts.count()).toBe(2);
});

it('asks where it is not sure, keeps what differs in the remark, and takes it back', async () => {
  await twoPeople('en');
  await expect.element(page.getByRole('heading', { name: 'One person?' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'One person: 김도현 and 김도현' }).click();
  await expect.element(page.getByText('They are one person now.')).toBeVisible();
  expect(await db.contacts.toArray()).toMatchObject([{ id: 'a', email: 'dh@hanbit.kr', influence: 'decides', remark: 'kim@hanbit.kr · Uses it' }]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => db.contacts.count()).toBe(2);
  await expect.element(page.getByRole('heading', { name: 'One person?' })).toBeVisible();
});

it('leaves two who are both half typed as they are, and says why', async () => {
  await twoPeople('ko');
  for (const edit of [0, 1]) {
    await page.getByRole('button', { name: '김도현 수정' }).nth(edit).click();
    await page.getByRole('textbox', { name: '전화' }).fill(`010-${String(edit)}`);
    await expect.poll(() => db.drafts.count()).toBe(edit + 1);
    await userEvent.keyboard('{Escape}');
  }
  await page.getByRole('button', { name: '같은 사람: 김도현, 김도현' }).click();
  await expect.element(page.getByText('두 사람 모두 수정하던 내용이 남아 있습니다.', { exact: false })).toBeVisible();
  expect([await db.contacts.count(), await db.drafts.count()]).toEqual([2, 2]);
});

it('asks no more once they are said to be two', async () => {
  await twoPeople('ko');
  await page.getByRole('button', { name: '다른 사람: 김도현, 김도현' }).click();
  await expect.element(page.getByText('다른 사람으로 두었습니다.')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: '같은 분인가요?' })).not.toBeInTheDocument();
  expect(await db.contacts.count()).toBe(2);
});
