import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { PanelApp } from '@/components/app/PanelApp';
import { usePanelStore } from '@/components/app/panel-store';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { createDeal } from '@/utils/services/deal/create-deal';
import { noteAsked } from '@/utils/services/gap/own-gap';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { emptyDatabase, stage } from './stage';
import { violations } from '../violations';

const DEAL = { accountName: 'Halden', dealName: 'Expense roll-out', stage: 'estimate' as const, customerDue: null, checklist: { id: 'solution-saas', version: 1 }, alsoChecklists: [] };

beforeEach(emptyDatabase);

describe('the whole panel', () => {
  it('starts a meeting by hand, makes a deal in it, and files what was written before', async () => {
    await stage(<PanelApp tabId={null} />, 'en');
    expect(await violations()).toEqual([]);
    await page.getByRole('textbox', { name: 'Meeting title' }).fill('Call');
    await userEvent.keyboard('{Enter}');
    const bar = page.getByRole('textbox', { name: 'Capture' });
    await bar.fill('before any deal');
    await userEvent.keyboard('{Enter}');
    await expect.element(bar).toHaveValue('');
    await page.getByRole('button', { name: 'Create deal' }).click();
    await expect.element(page.getByText('Name the account.')).toBeVisible();
    await expect.element(page.getByRole('combobox', { name: 'Account', exact: true })).toHaveFocus();
    await page.getByRole('combobox', { name: 'Account', exact: true }).fill('Halden');
    await page.getByRole('textbox', { name: 'Deal', exact: true }).fill('Roll-out');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: /^Trigger/u })).toBeVisible();
    // The form is gone, the call goes on.
    await expect.element(bar).toHaveFocus();
    const [deal] = await db.deals.toArray();
    expect((await db.notes.toArray()).map((n) => [n.text, n.dealId])).toEqual([['before any deal', deal?.id]]);
  });

  it('has a clock that goes on', async () => {
    await startManualMeeting(db, await createDeal(db, DEAL, Date.now()), 'Call', Date.now());
    await stage(<PanelApp tabId={null} />, 'en');
    const clock = page.getByRole('timer', { name: 'Call time' });
    await expect.element(clock).toBeVisible();
    const first = clock.element().textContent;
    await expect.poll(() => clock.element().textContent).not.toBe(first);
  });

  it.each(['ko', 'en'] as const)('is accessible on every tab and screen in %s', async (language) => {
    const dealId = await createDeal(db, DEAL, Date.now());
    await startManualMeeting(db, dealId, 'Call', Date.now());
    await stage(<PanelApp tabId={null} />, language);
    for (const name of language === 'ko' ? ['기록', '미확인', '사람'] : ['Notes', 'Gaps', 'People']) {
      await page.getByRole('tab', { name }).click();
      expect(await violations()).toEqual([]);
    }
    await page.getByRole('button', { name: language === 'ko' ? '설정' : 'Settings' }).click();
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: language === 'ko' ? '뒤로' : 'Back' }).click();
    await page.getByRole('button', { name: `${language === 'ko' ? '고객사와 영업 건' : 'Account and deal'}: Halden Expense roll-out`, exact: true }).click();
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('records consent as three permissions, and asks to tell who came in later', async () => {
    const dealId = await createDeal(db, DEAL, Date.now());
    const meeting = await startManualMeeting(db, dealId, 'Call', Date.now());
    await stage(<PanelApp tabId={null} />, 'en');
    await page.getByRole('tab', { name: 'People' }).click();
    await page.getByRole('combobox', { name: 'Who' }).fill('Sofia');
    await page.getByRole('group', { name: 'Captions' }).getByText('May be stored').click();
    await page.getByRole('textbox', { name: 'Condition' }).fill('not outside');
    await page.getByRole('button', { name: 'Save consent' }).click();
    await expect.element(page.getByText('notes: Allowed · captions: May be stored · audio: Refused')).toBeVisible();
    const consent = (await db.meetings.get(meeting.id))?.consents[0];
    expect(consent).toMatchObject({ who: 'Sofia', captions: 'stored', audio: false, notes: true, condition: 'not outside', untoldFrom: null });
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Marcus');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Marcus joined after consent was given.', { exact: false })).toBeVisible();
    await page.getByRole('combobox', { name: 'Who' }).fill('Marcus');
    await page.getByRole('button', { name: 'Save consent' }).click();
    await expect.element(page.getByText(/^not told from/u)).toBeVisible();
    await expect.element(page.getByText('Marcus joined after consent was given.', { exact: false })).not.toBeInTheDocument();
  });

  it('keeps the title of a meeting that is about to be begun by hand until it is begun', async () => {
    const close = await stage(<PanelApp tabId={null} />, 'en');
    const title = page.getByRole('textbox', { name: 'Meeting title' });
    await title.fill('First talk with Acme');
    await expect.poll(() => db.drafts.count()).toBe(1);
    close();
    await stage(<PanelApp tabId={null} />, 'en');
    await expect.element(title).toHaveValue('First talk with Acme');
    await page.getByRole('button', { name: 'Start a meeting now' }).click();
    await expect.poll(async () => (await db.meetings.toArray()).map((m) => m.title)).toEqual(['First talk with Acme']);
    await expect.poll(() => db.drafts.count()).toBe(0);
  });

  it('undoes the last change by keyboard and says so when a write fails, keeping the text', async () => {
    const dealId = await createDeal(db, DEAL, Date.now());
    const meeting = await startManualMeeting(db, dealId, 'Call', Date.now());
    await stage(<PanelApp tabId={null} />, 'en');
    const bar = page.getByRole('textbox', { name: 'Capture' });
    await bar.fill('! send the quote');
    await userEvent.keyboard('{Enter}');
    await expect.element(bar).toHaveValue('');
    expect(await db.commitments.count()).toBe(1);
    await userEvent.keyboard('{Alt>}z{/Alt}');
    await expect.poll(() => db.commitments.count()).toBe(0);
    const refuse = (): never => { throw new Error('disk full'); };
    db.notes.hook('creating', refuse);
    await bar.fill('must not be lost');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await expect.element(bar).toHaveValue('must not be lost');
    db.notes.hook('creating').unsubscribe(refuse);
    await userEvent.keyboard('{Enter}');
    await expect.element(bar).toHaveValue('');
    expect((await db.notes.where({ meetingId: meeting.id }).toArray()).map((n) => n.text)).toEqual(['must not be lost']);
  });

  it('says "Saved" only for what was written, and undoes what was done here to an earlier call’s "?"', async () => {
    const dealId = await createDeal(db, DEAL, Date.now());
    const earlier = await startManualMeeting(db, dealId, 'Earlier', Date.now() - 86_400_000);
    const gap = await captureLine(db, '? who signs', { meeting: earlier, dealId, focus: null, me: '', kind: null }, Date.now() - 86_000_000);
    await endMeeting(db, earlier.id, Date.now() - 85_000_000);
    await startManualMeeting(db, dealId, 'Call', Date.now());
    usePanelStore.setState({ savedAt: null });
    await stage(<PanelApp tabId={null} />, 'en');
    const bar = page.getByRole('textbox', { name: 'Capture' });
    await bar.fill('?');
    usePanelStore.getState().refuse('the disk is full', null);
    await userEvent.keyboard('{Enter}{Alt>}z{/Alt}');
    await expect.poll(() => usePanelStore.getState().told).toBe('nothingToUndo');
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(usePanelStore.getState()).toMatchObject({ savedAt: null, saving: 0 });
    await expect.element(bar).toHaveValue('?');
    usePanelStore.setState({ failure: null });
    await expect.element(page.getByText('Nothing to undo')).toBeVisible();
    await noteAsked(db, gap?.id ?? '', '2026-11-26', Date.now());
    await userEvent.keyboard('{Alt>}z{/Alt}');
    await expect.poll(async () => (await db.gaps.get(gap?.id ?? ''))?.askedOn).toEqual([]);
    await expect.element(page.getByText('Nothing to undo')).not.toBeInTheDocument();
  });
});
