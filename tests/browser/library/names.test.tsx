/** Names that can be changed, and a review that opens again. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { PanelApp } from '@/components/app/PanelApp';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { editDeal } from '@/utils/services/deal/create-deal';
import { closeMeeting, endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  location.hash = `#/deal/${dealId}`;
  await page.viewport(360, 800);
});

describe('a deal', () => {
  it.each(['ko', 'en'] as const)('is renamed on its page, keeps what another tab changed, and one press takes it back (%s)', async (language) => {
    const ko = language === 'ko';
    await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
    await page.getByRole('button', { name: ko ? '재고 시스템 이름·고객사 변경' : 'Name and account of 재고 시스템' }).click();
    const form = page.getByRole('form', { name: ko ? '이름·고객사 변경' : 'Name and account' });
    const name = form.getByRole('textbox', { name: ko ? '영업 건' : 'Deal' });
    await name.fill(' ');
    await form.getByRole('button', { name: ko ? '저장' : 'Save' }).click();
    await expect.element(form.getByRole('alert')).toBeVisible();
    expect(await violations()).toEqual([]);
    await name.fill('재고·발주 시스템');
    await editDeal(db, dealId, { stage: 'contract' }, '', AT);
    await form.getByRole('button', { name: ko ? '저장' : 'Save' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: '재고·발주 시스템' })).toBeVisible();
    expect(await db.deals.get(dealId)).toMatchObject({ name: '재고·발주 시스템', stage: 'contract' });
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: ko ? '되돌리기' : 'Undo' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: '재고 시스템' })).toBeVisible();
    expect((await db.deals.get(dealId))?.stage).toBe('contract');
  });

  it('goes under another account, one that is there or a new one; half-typed names wait', async () => {
    await someDeal(db, '한빛물류', 'b');
    await stage(<LibraryApp />, 'en');
    const open = page.getByRole('button', { name: 'Name and account of 재고 시스템' });
    await open.click();
    const account = page.getByRole('combobox', { name: 'Account' });
    await account.selectOptions('한빛물류');
    await page.getByRole('form', { name: 'Name and account', exact: true }).getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByRole('main').getByRole('link', { name: '한빛물류' })).toBeVisible();
    await open.click();
    await account.selectOptions('A new account…');
    await page.getByRole('textbox', { name: 'Name of the new account' }).fill('누리');
    await expect.poll(() => db.drafts.count()).toBe(1);
    await stage(<LibraryApp />, 'en');
    await open.click();
    await expect.element(page.getByRole('textbox', { name: 'Name of the new account' })).toHaveValue('누리');
    await page.getByRole('form', { name: 'Name and account', exact: true }).getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByRole('main').getByRole('link', { name: '누리' })).toBeVisible();
    expect((await db.accounts.toArray()).map((a) => a.name).sort()).toEqual(['가온식자재', '누리', '한빛물류']);
    await expect.poll(() => db.drafts.count()).toBe(0);
  });

  it.each(['deal', 'meeting'] as const)('that is half renamed keeps its name after Escape (%s)', async (what) => {
    const { id } = await startManualMeeting(db, dealId, 'abc-defg-hij', AT);
    location.hash = what === 'deal' ? `#/deal/${dealId}` : `#/meeting/${id}`;
    await stage(<LibraryApp />, 'en');
    const open = page.getByRole('button', { name: what === 'deal' ? 'Name and account of 재고 시스템' : 'Rename “abc-defg-hij”' });
    const name = page.getByRole('textbox', { name: what === 'deal' ? 'Deal' : 'Title of the meeting' });
    await open.click();
    await name.fill('반쯤 적은 이름');
    await userEvent.keyboard('{Escape}');
    await expect.element(open).toHaveFocus();
    await open.click();
    await expect.element(name).toHaveValue('반쯤 적은 이름');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await open.click();
    await expect.element(name).not.toHaveValue('반쯤 적은 이름');
  });

  it('is renamed in the panel too; what stands in the form below stays, and the header’s undo takes it back', async () => {
    await stage(<PanelApp tabId={null} />, 'en');
    await page.getByRole('button', { name: 'Account and deal' }).last().click();
    await page.getByRole('button', { name: '재고 시스템' }).click();
    await page.getByRole('form', { name: 'Save', exact: true }).getByText('Contract', { exact: true }).click();
    await page.getByRole('button', { name: 'Name and account of 재고 시스템' }).click();
    await page.getByRole('textbox', { name: 'Deal' }).fill('새 이름');
    await page.getByRole('form', { name: 'Name and account', exact: true }).getByRole('button', { name: 'Save' }).click();
    await expect.element(page.getByRole('heading', { name: '가온식자재 · 새 이름' })).toBeVisible();
    await expect.element(page.getByRole('radio', { name: 'Contract' })).toBeChecked();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Undo last change' }).click();
    await expect.element(page.getByRole('heading', { name: '가온식자재 · 재고 시스템' })).toBeVisible();
  });
});

describe('a meeting', () => {
  it.each(['ko', 'en'] as const)('gets another title, and its closed review opens again where the panel finds it (%s)', async (language) => {
    const ko = language === 'ko';
    const { id } = await startManualMeeting(db, dealId, 'abc-defg-hij', AT);
    await endMeeting(db, id, AT + 1000);
    await closeMeeting(db, id, AT + 2000);
    location.hash = `#/meeting/${id}`;
    await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
    await page.getByRole('button', { name: ko ? '“abc-defg-hij” 제목 변경' : 'Rename “abc-defg-hij”' }).click();
    const title = page.getByRole('textbox', { name: ko ? '미팅 제목' : 'Title of the meeting' });
    await title.fill('1차 요구 사항 미팅');
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: '1차 요구 사항 미팅' })).toBeVisible();
    await expect.poll(() => document.activeElement?.textContent).toContain(ko ? '제목 변경' : 'Rename');
    await page.getByRole('button', { name: ko ? '되돌리기' : 'Undo' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'abc-defg-hij' })).toBeVisible();

    await page.getByRole('button', { name: ko ? '마무리 다시 열기' : 'Reopen the review' }).click();
    await expect.element(page.getByText(ko ? /마무리하지 않은 미팅/u : /Unfinished meetings/u)).toBeVisible();
    expect((await db.meetings.get(id))?.state).toBe('wrap_up');
    await expect.element(page.getByRole('button', { name: ko ? '마무리 끝내기' : 'Close the review' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await stage(<PanelApp tabId={null} />, language);
    await page.getByRole('button', { name: ko ? '마무리: abc-defg-hij' : 'Review: abc-defg-hij' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: ko ? '미팅 마무리' : 'Review' })).toBeVisible();
  });
});
