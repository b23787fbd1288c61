/** Screens that are looked at in between lead back to the call, however they were reached. */
import { page } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { PanelApp } from '@/components/app/PanelApp';
import { usePanelStore } from '@/components/app/panel-store';
import { db } from '@/utils/db/database';
import { createDeal } from '@/utils/services/deal/create-deal';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { emptyDatabase, stage } from './stage';

const DEAL = { accountName: 'Halden', dealName: 'Expense roll-out', stage: 'first' as const, customerDue: null, checklist: { id: 'solution-saas', version: 1 }, alsoChecklists: [] };
beforeEach(emptyDatabase);

const button = (name: string) => page.getByRole('button', { name, exact: true });
const capture = page.getByRole('textbox', { name: 'Capture' });

it('settings pressed twice lead back to the running call', async () => {
  await startManualMeeting(db, await createDeal(db, DEAL, Date.now()), 'Call', Date.now());
  await stage(<PanelApp tabId={null} />, 'en');
  await expect.element(capture).toBeVisible();
  await button('Settings').dblClick();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await button('Back').click();
  await expect.element(capture).toBeVisible();
});

it('what is put away in the last minutes stays away after another screen', async () => {
  const { id } = await startManualMeeting(db, await createDeal(db, DEAL, Date.now()), 'Call', Date.now() - 3_000_000);
  await db.meetings.update(id, { tookPlan: { title: '', startsAt: null, endsAt: Date.now() + 200_000, aim: '', room: null, url: '', people: [] } });
  await stage(<PanelApp tabId={null} />, 'en');
  const region = page.getByRole('region', { name: 'Before you hang up' });
  await region.getByRole('button', { name: 'Put away for this call' }).click();
  await button('Settings').click();
  await button('Back').click();
  await expect.element(capture).toBeVisible();
  // It comes lazily: another panel of the same call shows when it would be there.
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  expect(region.elements()).toEqual([]);
});

it('the stage that one review was asked for is not the next one’s', async () => {
  const first = await startManualMeeting(db, await createDeal(db, DEAL, Date.now()), 'A', Date.now() - 5000);
  await endMeeting(db, first.id, Date.now() - 4000);
  const second = await startManualMeeting(db, await createDeal(db, { ...DEAL, dealName: 'Other' }, Date.now() + 1), 'B', Date.now() - 3000);
  await endMeeting(db, second.id, Date.now() - 2000);
  await stage(<PanelApp tabId={null} />, 'en');
  const counts = () => document.querySelector('.review-counts')?.getAttribute('aria-label');
  usePanelStore.getState().pickMeeting(first.id);
  await expect.poll(counts).toMatch(/First/iu);
  usePanelStore.getState().go('review', 'contract');
  await expect.poll(counts).toMatch(/Contract/iu);
  usePanelStore.getState().pickMeeting(second.id);
  await expect.poll(counts).toMatch(/First/iu);
});
