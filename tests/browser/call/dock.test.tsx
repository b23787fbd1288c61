import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { PanelApp } from '@/components/app/PanelApp';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { createDeal } from '@/utils/services/deal/create-deal';
import { captureDraftKey, saveDraft } from '@/utils/services/capture/save-draft';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import sidePanel from '../../../entrypoints/sidepanel/index.html?raw';
import { emptyDatabase, stage } from './stage';
import { violations } from '../violations';

/** The side panel's own page as it is before the app, with this typed into its box. */
function early(typed: string): () => void {
  return () => {
    const written = new DOMParser().parseFromString(sidePanel, 'text/html');
    const dock = written.querySelector('#capture-dock');
    if (!dock) throw new Error('The side panel has no dock.');
    document.body.className = written.body.className;
    document.body.append(document.adoptNode(dock));
    const box = document.querySelector<HTMLTextAreaElement>('#capture');
    if (!box) throw new Error('The dock has no box.');
    box.focus();
    box.value = typed;
  };
}

async function liveMeeting(): Promise<Meeting> {
  const dealId = await createDeal(db, { accountName: 'Acme', dealName: 'Stock', stage: 'estimate', customerDue: null, checklist: { id: 'first-call', version: 1 }, alsoChecklists: [] }, Date.now());
  return startManualMeeting(db, dealId, 'First', Date.now());
}

const bar = () => page.getByRole('textbox', { name: 'Capture' });

beforeEach(emptyDatabase);

describe('the box that is there before the app', () => {
  it('keeps what was typed into it, and the focus', async () => {
    await liveMeeting();
    await stage(<PanelApp tabId={null} />, 'en', 'light', early('the first wor'));
    const box = document.activeElement;
    expect(box?.id).toBe('capture');
    await expect.element(bar()).toHaveValue('the first wor');
    expect(document.activeElement).toBe(box);
    await userEvent.keyboard('ds{Enter}');
    await expect.element(bar()).toHaveValue('');
    expect((await db.notes.toArray()).map((note) => note.text)).toEqual(['the first words']);
    expect(await violations()).toEqual([]);
  });

  it('sends the lines that had an Enter, and puts the rest behind what was left the last time', async () => {
    const meeting = await liveMeeting();
    await saveDraft(db, captureDraftKey(meeting.id, meeting.dealId), meeting.id, 'left over', 1);
    await stage(<PanelApp tabId={null} />, 'en', 'light', early('first\n? who signs\nthird is not do'));
    await expect.element(bar()).toHaveValue('left over\nthird is not do');
    await expect.poll(async () => (await db.notes.toArray()).map((note) => note.text)).toEqual(['first']);
    await expect.poll(async () => (await db.gaps.toArray()).map((gap) => gap.question)).toEqual(['who signs']);
    await expect.poll(async () => (await db.drafts.toArray()).map((draft) => draft.text)).toEqual(['left over\nthird is not do']);
  });

  it('goes where there is no meeting, and gives its words to the meeting that is started', async () => {
    await stage(<PanelApp tabId={null} />, 'en', 'light', early('before anything'));
    await expect.element(page.getByRole('button', { name: 'Start a meeting' })).toBeVisible();
    expect(document.querySelector<HTMLElement>('#capture-dock')?.hidden).toBe(true);
    await page.getByRole('button', { name: 'Start a meeting' }).click();
    await expect.element(bar()).toHaveValue('before anything');
    await expect.element(bar()).toBeVisible();
  });

  it('is away beside the settings, and back with its draft', async () => {
    await liveMeeting();
    await stage(<PanelApp tabId={null} />, 'en', 'light', early(''));
    await bar().click();
    await userEvent.keyboard('half a line');
    await page.getByRole('button', { name: 'Settings' }).click();
    await expect.element(page.getByRole('button', { name: 'Back' })).toBeVisible();
    expect(document.querySelector<HTMLElement>('#capture-dock')?.hidden).toBe(true);
    await page.getByRole('button', { name: 'Back' }).click();
    await expect.element(bar()).toHaveValue('half a line');
  });
});
