/** What was done last can be taken back by its own line and by nothing else, and the keyboard is never lost on the way. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { dealState } from '@/utils/deal/course';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { editAccount } from '@/utils/services/account/edit-account';
import { addFollowUp, closeFollowUp, reopenFollowUp } from '@/utils/services/followup/keep-follow-up';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';

const DAYS = { holidays: new Set<string>(), workdays: new Set([1, 2, 3, 4, 5]) };
const LATE = 'That was changed again since, so it stays as it is now.';
let dealId = '';

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  location.hash = `#/deal/${dealId}`;
  await page.viewport(360, 800);
});

const section = (name: RegExp) => page.getByRole('region', { name });
const state = async () => { const deal = await db.deals.get(dealId); return deal && dealState(deal); };
const focused = (): string => document.activeElement?.textContent ?? '';

it('undoing a new name does not take back the signature that came after it', async () => {
  await stage(<LibraryApp />, 'en');
  await page.getByRole('button', { name: /^Name and account of/ }).click();
  await page.getByRole('form', { name: 'Name and account' }).getByLabelText('Deal', { exact: true }).fill('재고 시스템 2차');
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await db.deals.get(dealId))?.name).toBe('재고 시스템 2차');
  const course = section(/^Where it stands/);
  await course.getByRole('button', { name: 'Signed', exact: true }).click();
  await course.getByRole('form').getByRole('button', { name: 'Save' }).click();
  await expect.poll(state).toBe('contracted');
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect.element(page.getByText(LATE)).toBeVisible();
  expect(await state()).toBe('contracted');
});

it('undoing a follow-up does not take back what another window did to it since', async () => {
  const id = (await addFollowUp(db, dealId, { text: '안부', dueOn: '2099-01-05' }, 1)) ?? '';
  await stage(<LibraryApp />, 'en');
  const list = section(/^Follow-ups/);
  await list.getByRole('button', { name: 'Done: 안부' }).click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await db.followUps.get(id))?.state).toBe('done');
  await reopenFollowUp(db, id, Date.now() + 1000);
  await closeFollowUp(db, id, { state: 'skipped', outcome: '이전 취소', today: '2026-11-24' }, DAYS, Date.now() + 2000);
  await list.getByRole('button', { name: 'Undo' }).click();
  await expect.element(list.getByText(LATE)).toBeVisible();
  expect(await db.followUps.get(id)).toMatchObject({ state: 'skipped', outcome: '이전 취소' });
});

it('undoing a relationship does not take back the name that another window gave the account since', async () => {
  await db.deals.update(dealId, { course: [{ to: 'contracted', on: '2026-11-02', why: '', at: 1 }, { to: 'delivering', on: '2026-11-03', why: '', at: 2 }] });
  await stage(<LibraryApp />, 'en');
  const course = section(/^Where it stands/);
  await course.getByRole('button', { name: 'Mark as existing customer' }).click();
  await expect.poll(async () => (await db.accounts.toArray())[0]?.relationship).toBe('existing');
  const [account] = await db.accounts.toArray();
  if (account) await editAccount(db, account.id, { name: '가온푸드', relationship: 'existing' }, account.updatedAt, Date.now() + 1000);
  await course.getByRole('button', { name: 'Undo' }).click();
  await expect.element(course.getByText(LATE)).toBeVisible();
  expect((await db.accounts.toArray())[0]?.name).toBe('가온푸드');
});

it('a reason to call again that is not planned after all leaves the keyboard where it was', async () => {
  const want = await captureLine(db, '+ 다크 모드', { meeting: null, dealId, focus: null, me: '', kind: null }, 1);
  await editLine(db, 'wants', want?.id ?? '', { priority: 'later' }, 2);
  await stage(<LibraryApp />, 'en');
  const plan = section(/^Asked for, and left/).getByRole('button', { name: 'Plan a follow-up: 다크 모드' });
  await plan.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(plan).toHaveFocus();
  await plan.click();
  await section(/^Asked for, and left/).getByRole('button', { name: 'Cancel' }).click();
  await expect.element(plan).toHaveFocus();
});

it.each([
  ['the only step that is taken back', [{ to: 'on_hold' }], 'Back to the state before', null],
  ['the last step there is', [{ to: 'contracted' }, { to: 'delivering' }, { to: 'operating' }], 'Service ended', 'Save'],
] as const)('%s leaves the keyboard in its section', async (_what, course, press, then) => {
  await db.deals.update(dealId, { course: course.map((step, i) => ({ ...step, on: '2026-11-02', why: '', at: i })) });
  await stage(<LibraryApp />, 'en');
  const where = section(/^Where it stands/);
  await where.getByRole('button', { name: press, exact: true }).click();
  if (then) await where.getByRole('button', { name: then }).click();
  await expect.element(where.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect.poll(() => where.element().contains(document.activeElement), { message: focused() }).toBe(true);
});

it('one that is over is unfolded for whoever follows a link to it', async () => {
  const id = (await addFollowUp(db, dealId, { text: '안부', dueOn: '2099-01-05' }, 1)) ?? '';
  await closeFollowUp(db, id, { state: 'done', outcome: '잘 지내심', today: '2026-11-24' }, DAYS, 2);
  location.hash = `#/deal/${dealId}?line=${id}`;
  await stage(<LibraryApp />, 'en');
  await expect.element(section(/^Follow-ups/).getByText('잘 지내심')).toBeVisible();
  await expect.poll(() => document.activeElement?.getAttribute('aria-current')).toBe('true');
});
