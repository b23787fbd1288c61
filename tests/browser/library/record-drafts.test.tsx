/** What is typed into the forms of a deal's and an account's page is kept at each key; two windows don't overwrite each other. */
import type { Locator } from 'vitest/browser';
import { page } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { saveContact } from '@/utils/services/contact/save-contact';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

let dealId = '';
let accountId = '';
const plan = (): Locator => page.getByRole('region', { name: 'Next meeting' });
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const drafts = async (): Promise<string[]> => (await db.drafts.toArray()).map(({ text }) => text);

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  accountId = (await db.deals.get(dealId))?.accountId ?? '';
  await page.viewport(700, 900);
});

async function open(hash: string): Promise<() => void> {
  location.hash = hash;
  return stage(<LibraryApp />, 'en');
}

describe('the plan of the next meeting', () => {
  it('writes only what was touched: another window saved an aim meanwhile', async () => {
    await planMeeting(db, dealId, { title: 'Second call', startsAt: new Date('2099-12-03T14:00').getTime(), endsAt: null }, 1);
    await open(`#/deal/${dealId}`);
    await plan().getByRole('button', { name: 'Change' }).click();
    await planMeeting(db, dealId, { aim: 'typed in another window' }, 2);
    // What is not touched here follows.
    await expect.element(plan().getByLabelText('Aim')).toHaveValue('typed in another window');
    await plan().getByLabelText('From').fill('16:00');
    await plan().getByRole('button', { name: 'Save the plan' }).click();
    await expect.poll(async () => (await db.deals.get(dealId))?.next).toMatchObject({ title: 'Second call', aim: 'typed in another window', startsAt: new Date('2099-12-03T16:00').getTime() });
    expect(await drafts()).toEqual([]);
  });

  it('keeps what is typed and pasted, says so, and forgets it when it is saved or cancelled', async () => {
    const close = await open(`#/deal/${dealId}`);
    await plan().getByRole('button', { name: 'Plan the next meeting' }).click();
    await plan().getByLabelText('Aim').fill('a long aim');
    await plan().getByText('Paste an invitation').click();
    await plan().getByLabelText('Text of the invitation').fill('half an invitation');
    await expect.poll(async () => (await drafts()).sort()).toEqual(['half an invitation', '{"aim":"a long aim"}']);
    close();
    await open(`#/deal/${dealId}`);
    await expect.element(plan().getByText('begun, not saved')).toBeVisible();
    expect(await violations()).toEqual([]);
    await plan().getByRole('button', { name: 'Plan the next meeting' }).click();
    await expect.element(plan().getByLabelText('Aim')).toHaveValue('a long aim');
    await expect.element(plan().getByLabelText('Text of the invitation')).toHaveValue('half an invitation');
    await expect.element(plan().getByText('What you were typing is back.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await plan().getByRole('button', { name: 'Save the plan' }).click();
    await expect.poll(async () => (await db.deals.get(dealId))?.next?.aim).toBe('a long aim');
    await expect.poll(drafts).toEqual([]);
    await plan().getByRole('button', { name: 'Change' }).click();
    await plan().getByLabelText('Aim').fill('another');
    await plan().getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(drafts).toEqual([]);
    await expect.element(plan().getByText('a long aim')).toBeVisible();
  });

  it('takes a meeting of two days from an invitation, and shows both', async () => {
    await open(`#/deal/${dealId}`);
    await plan().getByRole('button', { name: 'Plan the next meeting' }).click();
    await plan().getByText('Paste an invitation').click();
    await plan().getByLabelText('Text of the invitation').fill('Subject: Workshop\nWhen: Thursday, December 3, 2099 2:00 PM to Friday, December 4, 2099 5:00 PM');
    await plan().getByRole('button', { name: 'Fill in' }).click();
    await expect.element(plan().getByLabelText('Ends on', { exact: true })).toHaveValue('2099-12-04');
    await expect.element(plan().getByLabelText('Ends on another day')).toBeChecked();
    expect(await violations()).toEqual([]);
    await plan().getByLabelText('Ends on', { exact: true }).fill('2099-12-01');
    await plan().getByRole('button', { name: 'Save the plan' }).click();
    await expect.element(plan().getByText('The end is before the beginning.')).toBeVisible();
    await plan().getByLabelText('Ends on', { exact: true }).fill('2099-12-04');
    await plan().getByRole('button', { name: 'Save the plan' }).click();
    await expect.poll(async () => (await db.deals.get(dealId))?.next).toMatchObject({ startsAt: new Date('2099-12-03T14:00').getTime(), endsAt: new Date('2099-12-04T17:00').getTime() });
    await expect.element(plan().getByText('Thu 3 Dec 2099 14:00 – Fri 4 Dec 2099 17:00')).toBeVisible();
  });

  it('takes a whole day with an hour that it says nobody named', async () => {
    await open(`#/deal/${dealId}`);
    await plan().getByRole('button', { name: 'Plan the next meeting' }).click();
    await plan().getByText('Paste an invitation').click();
    await plan().getByLabelText('Text of the invitation').fill('Workshop\nThursday, December 10, 2099 (all day)');
    await plan().getByRole('button', { name: 'Fill in' }).click();
    await expect.element(plan().getByLabelText('From')).toHaveValue('09:00');
    await expect.element(plan().getByLabelText('From')).toHaveAccessibleDescription('The invitation names no time: 09:00 was put in. Change it if you know better.');
    expect(await violations()).toEqual([]);
    await plan().getByRole('button', { name: 'Save the plan' }).click();
    await expect.poll(async () => (await db.deals.get(dealId))?.next).toMatchObject({ startsAt: new Date('2099-12-10T09:00').getTime(), endsAt: null });
  });
});

describe('a person', () => {
  it('being added is kept with the account, and marked', async () => {
    const close = await open(`#/account/${accountId}`);
    await button('Add a person').click();
    await page.getByRole('form', { name: 'Person' }).getByLabelText('Name').fill('Sumin Lee');
    await expect.poll(drafts).toEqual([expect.stringContaining('Sumin Lee')]);
    close();
    await open(`#/account/${accountId}`);
    await expect.element(page.getByText('begun, not saved')).toBeVisible();
    await button('Add a person').click();
    const form = page.getByRole('form', { name: 'Person' });
    await expect.element(form.getByLabelText('Name')).toHaveValue('Sumin Lee');
    await expect.element(form.getByText('What you were typing is back.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await button('Save person').click();
    await expect.poll(async () => (await db.contacts.toArray()).map((c) => [c.name, c.accountId])).toEqual([['Sumin Lee', accountId]]);
    await expect.poll(drafts).toEqual([]);
  });

  it('being changed is kept too, and only what was touched is written', async () => {
    const id = await saveContact(db, null, { accountId, name: 'Sumin Lee', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '' }, 1);
    const close = await open(`#/account/${accountId}`);
    await button('Edit Sumin Lee').click();
    await page.getByRole('form', { name: 'Person' }).getByLabelText('Role').fill('Head of stock');
    await expect.poll(drafts).toEqual(['{"role":"Head of stock"}']);
    close();
    await db.contacts.update(id, { phone: '010' });
    await open(`#/account/${accountId}`);
    await button('Edit Sumin Lee').click();
    await expect.element(page.getByRole('form', { name: 'Person' }).getByLabelText('Role')).toHaveValue('Head of stock');
    await button('Save person').click();
    await expect.poll(() => db.contacts.get(id)).toMatchObject({ role: 'Head of stock', phone: '010' });
    await expect.poll(drafts).toEqual([]);
  });
});

describe('an account', () => {
  it('whose name is half typed stands as it was left', async () => {
    const close = await open(`#/account/${accountId}`);
    const form = page.getByRole('form').filter({ has: page.getByRole('button', { name: 'Save', exact: true }) });
    await form.getByLabelText('Name of the account').fill('Gaon Foods');
    await expect.poll(drafts).toEqual(['{"name":"Gaon Foods"}']);
    close();
    await open(`#/account/${accountId}`);
    await expect.element(form.getByLabelText('Name of the account')).toHaveValue('Gaon Foods');
    await expect.element(form.getByText('What you were typing is back.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(async () => (await db.accounts.get(accountId))?.name).toBe('Gaon Foods');
    await expect.poll(drafts).toEqual([]);
    await expect.element(form.getByLabelText('Name of the account')).toHaveValue('Gaon Foods');
  });
});
