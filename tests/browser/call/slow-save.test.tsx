/** A write that takes long is said to be under way, and to be saved only once it is. */
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PanelApp } from '@/components/app/PanelApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { busyDisk } from './busy-disk';
import { emptyDatabase, stage } from './stage';

it('“Saving…” is there while the disk is busy, and “Saved” after it', async () => {
  await emptyDatabase();
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '1차', Date.now());
  await captureLine(db, 'the first line', { meeting, dealId, focus: null, me: '', kind: null }, Date.now());
  await stage(<PanelApp tabId={null} />, 'en');
  await page.getByRole('tab', { name: 'Notes' }).click();
  // The list is read: from now on it shows what comes from the box.
  await expect.element(page.getByRole('listitem').filter({ hasText: 'the first line' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Capture' }).fill('two tablets');
  // The draft's own write is over by then.
  await expect.poll(() => db.drafts.count()).toBe(1);
  const release = await busyDisk();
  const row = page.getByRole('listitem').filter({ hasText: 'two tablets' });
  try {
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Saving…')).toBeVisible();
    await expect.element(row).toHaveAttribute('aria-busy', 'true');
    expect(document.querySelector('.saved')?.textContent).not.toMatch(/^Saved/u);
  } finally {
    // Held on, it would hold up every test behind this one.
    await release();
  }
  await expect.element(page.getByText(/^Saved \d/u)).toBeVisible();
  await expect.element(row).not.toHaveAttribute('aria-busy');
  expect((await db.notes.toArray()).map((note) => note.text).sort()).toEqual(['the first line', 'two tablets']);
});
