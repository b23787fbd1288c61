import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { PopupApp } from '@/components/popup/PopupApp';
import { db } from '@/utils/db/database';
import { createDeal, editDeal } from '@/utils/services/deal/create-deal';
import { captureLine } from '@/utils/services/capture/capture-line';
import { saveDraft } from '@/utils/services/capture/save-draft';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { captureTrouble } from '@/utils/settings/capture-news';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

const deal = (accountName: string, dealName: string): Promise<string> => createDeal(db, {
  accountName, dealName, stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [],
}, Date.now());

const box = () => page.getByRole('textbox', { name: /Capture a line|한 줄 기록/u });
const shot = (name: string) => picture(`popup-${name}`);

beforeEach(emptyDatabase);

describe('the popup', () => {
  it.each([['ko', 'light'], ['en', 'dark'], ['en', 'light'], ['ko', 'dark']] as const)('says where the line goes and is accessible in %s, %s', async (language, theme) => {
    const dealId = await deal('가온식자재', '재고·실사 시스템 구축');
    await startManualMeeting(db, dealId, '2차 미팅', Date.now());
    await stage(<PopupApp />, language, theme);
    await expect.element(page.getByText('가온식자재 · 재고·실사 시스템 구축')).toBeVisible();
    await expect.element(box()).toHaveFocus();
    for (const line of ['? 오전 9시 동시 접속 인원', '! 견적 초안 목요일까지', '# 실사 때마다 이틀씩 창고를 닫는다']) {
      await userEvent.keyboard(`${line}{Enter}`);
    }
    await expect.element(page.getByRole('listitem').nth(2)).toBeVisible();
    await expect.element(page.getByText(/^(Saved|저장됨) \d\d:\d\d:\d\d$/u)).toBeVisible();
    expect(await violations()).toEqual([]);
    await shot(`${language}-${theme}`);
    await page.getByRole('button', { name: /Change deal|영업 건 바꾸기/u }).click();
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    expect(await violations()).toEqual([]);
    await shot(`picker-${language}-${theme}`);
  });

  it('takes a line by Enter, a new line by Shift+Enter, and nothing while an IME composes', async () => {
    await stage(<PopupApp />, 'ko');
    await expect.element(box()).toHaveFocus();
    await userEvent.keyboard('첫째{Shift>}{Enter}{/Shift}둘째');
    box().element().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true }));
    await expect.element(box()).toHaveValue('첫째\n둘째');
    expect(await db.notes.count()).toBe(0);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('listitem')).toBeVisible();
    await expect.element(box()).toHaveValue('');
    expect((await db.notes.toArray()).map((n) => [n.text, n.dealId, n.meetingId])).toEqual([['첫째\n둘째', '', '']]);
    await expect.poll(async () => (await db.drafts.toArray()).map((d) => [d.key, d.text])).toEqual([]);
  });

  it('picks a deal by keyboard alone, files there what was unfiled, and undoes the newest', async () => {
    await deal('Halden', 'Expense roll-out');
    const dealId = await deal('가온식자재', '재고');
    await stage(<PopupApp />, 'en');
    await expect.element(page.getByRole('button', { name: 'Pick a deal' })).toBeVisible();
    await userEvent.keyboard('loose{Enter}');
    await expect.element(page.getByRole('button', { name: 'Undo: loose' })).toBeVisible();
    await userEvent.keyboard('half typed{Shift>}{Tab}{/Shift}{Enter}');
    await expect.element(page.getByRole('searchbox')).toHaveFocus();
    await userEvent.keyboard('가온{ArrowDown}{Enter}');
    await expect.element(page.getByText('가온식자재 · 재고')).toBeVisible();
    await expect.element(box()).toHaveFocus();
    await expect.element(box()).toHaveValue('half typed');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Undo: half typed' })).toBeVisible();
    await page.getByRole('button', { name: 'File 1 unfiled line here' }).click();
    await expect.poll(async () => (await db.notes.toArray()).map((n) => n.dealId)).toEqual([dealId, dealId]);
    await page.getByRole('button', { name: 'Undo: half typed' }).click();
    await expect.poll(async () => (await db.notes.toArray()).map((n) => n.text)).toEqual(['loose']);
  });

  it('takes back at once what was filed by one press, though the lines are not among those shown, and nothing else', async () => {
    const dealId = await deal('가온식자재', '재고');
    await startManualMeeting(db, dealId, '2차 미팅', Date.now());
    for (const text of ['떠도는 메모', '? 떠도는 질문']) await captureLine(db, text, { meeting: null, dealId: '', focus: null, me: '', kind: null }, 1);
    await stage(<PopupApp />, 'ko');
    await expect.element(box()).toHaveFocus();
    const dealsOf = async (): Promise<string[]> => [...(await db.notes.toArray()), ...(await db.gaps.toArray())].map((row) => row.dealId);
    await page.getByRole('button', { name: '미분류 2건을 여기로 옮기기' }).click();
    await expect.poll(dealsOf).toEqual([dealId, dealId]);
    const undo = page.getByRole('button', { name: '되돌리기: 미분류 2건을 여기로 옮기기' });
    await expect.element(undo).toHaveFocus();
    expect(await violations()).toEqual([]);
    // Written down in another window since: it is no part of what is taken back.
    await editDeal(db, dealId, { stage: 'contract' }, '', Date.now());
    await userEvent.keyboard('{Enter}');
    await expect.poll(dealsOf).toEqual(['', '']);
    expect((await db.deals.get(dealId))?.stage).toBe('contract');
    await expect.element(box()).toHaveFocus();
    await expect.element(page.getByRole('button', { name: '미분류 2건을 여기로 옮기기', exact: true })).toBeVisible();
  });

  it('makes the first deal without losing what was typed', async () => {
    await stage(<PopupApp />, 'en');
    await expect.element(page.getByRole('button', { name: 'Make the first deal' })).toBeVisible();
    await userEvent.keyboard('? who signs');
    await page.getByRole('button', { name: 'Make the first deal' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Customer' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('This is needed.').first()).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('Halden{Tab}Expenses{Enter}');
    await expect.element(page.getByText('Halden · Expenses')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await db.gaps.toArray()).map((g) => g.question)).toEqual(['who signs']);
    expect((await db.gaps.toArray())[0]?.dealId).toBe((await db.deals.toArray())[0]?.id);
  });

  it('brings an unsent text back and puts what is typed meanwhile behind it', async () => {
    await saveDraft(db, 'capture:popup', '', 'unsent', 1);
    await stage(<PopupApp />, 'en');
    await expect.element(box()).toHaveValue('unsent');
    await expect.element(page.getByText('Your unsent text is back.')).toBeVisible();
  });

  it('keeps the text and says why when it can’t be saved', async () => {
    await stage(<PopupApp />, 'en');
    await expect.element(page.getByText('No deal yet')).toBeVisible();
    await userEvent.keyboard('precious');
    const refuse = (): never => { throw new Error('disk full'); };
    db.notes.hook('creating', refuse);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(/disk is full/u);
    await expect.element(box()).toHaveValue('precious');
    expect(await violations()).toEqual([]);
    db.notes.hook('creating').unsubscribe(refuse);
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await db.notes.toArray()).map((n) => n.text)).toEqual(['precious']);
  });

  it('tells what the context menu could not keep, until it was read', async () => {
    await captureTrouble.setValue({ reason: 'no_address', at: 1 });
    await stage(<PopupApp />, 'en');
    await expect.element(page.getByText(/no web address/u)).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await captureTrouble.getValue()).toBeNull();
  });
});
