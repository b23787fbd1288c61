/** What a packet says nobody owns can be owned where its button leads, whatever stage the deal is in; and the way back is the way that led there. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { PanelApp } from '@/components/app/PanelApp';
import { db } from '@/utils/db/database';
import { emptyDatabase, stage } from '../call/stage';
import { typicalCall } from './after-call';

beforeEach(emptyDatabase);

const button = (name: string | RegExp) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** The whole panel after a first meeting, on its packet. */
async function packetAfterFirstMeeting(): Promise<void> {
  const call = await typicalCall();
  await db.deals.update(call.dealId, { stage: 'first' });
  await stage(<PanelApp tabId={null} />, 'en');
  await button(/^Review/u).click();
  await expect.element(page.getByText('Minimum for First meeting 7')).toBeVisible();
  await button('To the packet').click();
  await expect.element(page.getByRole('heading', { name: /^Nobody owns these yet \(19\)/u })).toBeVisible();
}

it('a request for an estimate after a first meeting leads to all items that it needs, not to the stage’s own', async () => {
  await packetAfterFirstMeeting();
  await button('Give them an owner').click();
  await expect.element(page.getByText('Minimum for Estimate 20')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: /^Not secured yet/u })).toHaveFocus();
  // An item that only the estimate asks for.
  await button('Own it: Data migration').click();
  await button('To the packet').click();
  await expect.element(page.getByRole('heading', { name: /\(18\)/u })).toBeVisible();
});

it('a date that the packet misses is set, and back is back at the packet, with the keyboard there', async () => {
  await packetAfterFirstMeeting();
  await db.deals.toCollection().modify({ customerDue: null });
  await button(/^Fix: .*promised to the customer/u).click();
  await expect.element(page.getByRole('heading', { name: 'Account and deal', level: 1 })).toHaveFocus();
  (button('Back').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
  await expect.element(button('Give them an owner')).toBeVisible();
});

it('a copy for the customer, which has no rules, says nothing of them', async () => {
  await packetAfterFirstMeeting();
  await expect.element(page.getByRole('heading', { name: 'Readiness' })).toBeVisible();
  await page.getByText('Customer-safe', { exact: true }).click();
  await expect.element(page.getByRole('heading', { name: 'Readiness' })).not.toBeInTheDocument();
});
