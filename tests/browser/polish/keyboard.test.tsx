/** The library by keyboard: a form that opens has the caret, Escape leaves it, and nothing that closes or goes takes the keyboard with it. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { PanelApp } from '@/components/app/PanelApp';
import { usePanelStore } from '@/components/app/panel-store';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { saveContact } from '@/utils/services/contact/save-contact';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import type { Meeting } from '@/utils/meeting/meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';
let meeting: Meeting;

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 800);
  dealId = await someDeal(db);
  meeting = await startManualMeeting(db, dealId, '1차 미팅', AT);
  for (const line of ['? 동시 접속 인원', '! 견적 초안']) await captureLine(db, line, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1000);
});

const button = (name: string | RegExp) => page.getByRole('button', { name });

/** Presses a button as the keyboard does. */
async function press(name: string | RegExp): Promise<void> {
  await expect.element(button(name)).toBeVisible();
  (button(name).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}

async function open(hash: string): Promise<void> {
  location.hash = hash;
  await stage(<LibraryApp />, 'en');
}

describe('a form in the place of a row', () => {
  it('of a contact has the caret; Escape leaves it, keeps what was typed and goes back to its button', async () => {
    const accountId = (await db.deals.get(dealId))?.accountId ?? '';
    await saveContact(db, null, { accountId, name: '김도현', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '' }, AT);
    await open('#/contacts');
    await press('Edit 김도현');
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
    await userEvent.keyboard('!{Escape}');
    await expect.element(button('Edit 김도현')).toHaveFocus();
    await expect.element(page.getByText('begun, not saved')).toBeVisible();
    await press('Add a person');
    await press('Cancel');
    await expect.element(button('Add a person')).toHaveFocus();
  });

  it.each(['gaps', 'deal'] as const)('of a gap or a promise too (%s)', async (place) => {
    await open(place === 'gaps' ? '#/gaps' : `#/deal/${dealId}`);
    const [pencil, field] = place === 'gaps' ? ['Edit “동시 접속 인원”', 'Question'] : ['Edit promise “견적 초안”', 'What we promised'];
    await press(pencil);
    await expect.element(page.getByRole('textbox', { name: field })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button(pencil)).toHaveFocus();
  });

  it('and in the panel', async () => {
    await stage(<PanelApp tabId={null} />, 'en');
    await expect.element(page.getByRole('tablist')).toBeVisible();
    usePanelStore.setState({ tab: 'gaps' });
    await press('Edit gap: 동시 접속 인원');
    await expect.element(page.getByRole('textbox', { name: 'Question' })).toHaveFocus();
    await press('End this gap');
    await expect.element(page.getByRole('radio', { name: 'Answered' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Edit gap: 동시 접속 인원')).toHaveFocus();
  });
});

describe('what goes', () => {
  it('leaves the keyboard at “Undo”, in sight however long the list is', async () => {
    for (let i = 0; i < 12; i += 1) await someDeal(db, '한빛물류', `deal ${String(i)}`);
    await open('#/deals');
    await expect.element(button('Delete “deal 0”')).toBeVisible();
    scrollTo(0, document.documentElement.scrollHeight);
    await press(/^Delete “deal 11”/u);
    await expect.element(button('Undo')).toHaveFocus();
    const { top, bottom } = button('Undo').element().getBoundingClientRect();
    expect([top >= 0, bottom <= innerHeight]).toEqual([true, true]);
    await userEvent.keyboard('{Enter}');
    await expect.element(button('Delete “deal 11”')).toBeVisible();
    expect(document.activeElement?.closest('main')).not.toBeNull();
    expect(document.activeElement?.tagName).not.toBe('BODY');
  });

  it('out of the bin is said where the keyboard is', async () => {
    await deleteToBin(db, 'deal', await someDeal(db, '다온', 'gone'), 'gone', AT);
    await open('#/bin');
    await press('Bring back “gone”');
    await expect.element(page.getByText('Brought back.')).toBeVisible();
    expect(document.activeElement?.textContent).toBe('Brought back.');
  });

  it('is asked once more for a meeting’s text, and not doing it goes back', async () => {
    await endMeeting(db, meeting.id, AT + 60_000);
    await open(`#/meeting/${meeting.id}`);
    await press(/^Delete the text now/u);
    await expect.element(button('Cancel')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(button(/^Delete the text now/u)).toHaveFocus();
  });
});
