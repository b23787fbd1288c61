/** What a copy for the customer says of minutes that were edited: said before it is saved, worded by hand where one wants, and never the words that are only ours. */
import { page } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/utils/db/database';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { makePacket } from '@/utils/services/packet/make-packet';
import { editMinutes } from '@/utils/services/meeting/edit-meeting';
import { emptyDatabase } from '../call/stage';
import { violations } from '../violations';
import type { Called } from './after-call';
import { emptyCall, open, openPacket, say, START } from './after-call';

beforeEach(emptyDatabase);

const part = (section: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: section }) });
const copyFor = async ({ dealId, meeting }: Called, redaction: 'customer_safe' | 'internal'): Promise<string> =>
  (await makePacket(db, dealId, meeting.id, { purpose: 'estimate', language: 'en', redaction, request: DEFAULT_REQUEST, sendAnywayReason: 'x', createdBy: '' }, START + 900_000)).files['minutes.md'] as string;

async function edit(section: string, text: string): Promise<void> {
  await page.getByRole('button', { name: `Edit ${section}` }).click();
  await page.getByRole('textbox', { name: `Text of ${section}` }).fill(text);
}

const save = async (): Promise<void> => { await page.getByRole('button', { name: 'Save', exact: true }).click(); };

it('shows what the customer will read instead of an edit, and lets that be worded', async () => {
  const call = await emptyCall();
  await say(call, '! 금요일까지 견적을 보낸다');
  await open(call);
  await edit('Promises', '- 금요일까지 견적, 수행팀은 어렵다고 함');
  const told = page.getByRole('region', { name: 'In a copy for the customer' });
  await expect.element(told.getByText('Your words are not in a copy for the customer', { exact: false })).toBeVisible();
  await expect.element(told.getByText('금요일까지 견적을 보낸다', { exact: false })).toBeVisible();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Word it for the customer' }).click();
  const field = page.getByRole('textbox', { name: 'Promises for the customer' });
  await expect.element(field).toHaveFocus();
  expect((field.element() as HTMLTextAreaElement).value).toContain('금요일까지 견적을 보낸다');
  await field.fill('- 금요일 오전까지 견적을 드립니다');
  await save();
  await expect.element(part('Promises').getByText('Worded for the customer', { exact: false })).toBeVisible();
  const [copy, ours] = [await copyFor(call, 'customer_safe'), await copyFor(call, 'internal')];
  expect([copy.includes('금요일 오전까지 견적을 드립니다'), copy.includes('수행팀은 어렵다고')]).toEqual([true, false]);
  expect([ours.includes('금요일 오전까지'), ours.includes('수행팀은 어렵다고')]).toEqual([false, true]);
  await page.getByRole('button', { name: 'Back to the generated text: Promises' }).click();
  await expect.poll(async () => (await db.meetings.get(call.meeting.id))?.minutesEdits).toEqual({});
});

it('keeps words for the customer that are half typed, and takes them back to the generated ones', async () => {
  const call = await emptyCall();
  const close = await open(call);
  await page.getByRole('button', { name: 'Edit Decisions' }).click();
  await page.getByRole('button', { name: 'Word it for the customer' }).click();
  await page.getByRole('textbox', { name: 'Decisions for the customer' }).fill('반쯤 쓴 문구');
  await expect.poll(() => db.drafts.count()).toBe(1);
  close();
  await open(call);
  await expect.element(page.getByRole('textbox', { name: 'Decisions for the customer' })).toHaveValue('반쯤 쓴 문구');
  await page.getByRole('button', { name: 'Leave it as generated' }).click();
  await expect.element(page.getByRole('button', { name: 'Word it for the customer' })).toHaveFocus();
  await page.getByRole('textbox', { name: 'Text of Decisions' }).fill('- 창고 한 곳부터');
  await expect.element(page.getByText('A copy for the customer says the same.')).toBeVisible();
  await save();
  await expect.poll(async () => (await db.meetings.get(call.meeting.id))?.minutesEdits).toEqual({ decisions: '- 창고 한 곳부터' });
});

it('is told on the packet’s screen too, for copies that go to others', async () => {
  const call = await emptyCall();
  await editMinutes(db, call.meeting.id, 'aim', '- 안쪽 말', START);
  await editMinutes(db, call.meeting.id, 'decisions', '- 결정', START);
  await openPacket(call);
  const hint = page.getByText('Edited by hand, and in this copy as generated: Aim.', { exact: false });
  await page.getByText('Customer-safe', { exact: true }).click();
  await expect.element(hint).toBeVisible();
  await page.getByText('Internal', { exact: true }).click();
  await expect.element(hint).not.toBeInTheDocument();
});
