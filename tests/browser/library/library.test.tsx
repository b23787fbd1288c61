import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { editAccount } from '@/utils/services/account/edit-account';
import { captureLine } from '@/utils/services/capture/capture-line';
import { saveContact } from '@/utils/services/contact/save-contact';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

const START = Date.UTC(2026, 10, 24, 5);

interface Filled { dealId: string; accountId: string; meetingId: string }

async function fill(): Promise<Filled> {
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '1차 미팅', START);
  const lines = ['창고 재고가 자주 안 맞음', '? 오전 9시 동시 접속 인원', '! 다음 주까지 견적 초안', '+ 알림이 바로 왔으면', '# 재고가 안 맞아 밤샘', '<img src=x onerror=alert(1)>'];
  for (const [i, text] of lines.entries()) await captureLine(db, text, { meeting, dealId, focus: null, me: '박서연', kind: null }, START + i * 60_000);
  await db.gaps.toCollection().modify({ due: '2020-01-02', route: 'ask_customer' });
  await endMeeting(db, meeting.id, START + 1_800_000);
  const accountId = (await db.deals.get(dealId))?.accountId ?? '';
  await saveContact(db, null, { accountId, name: '김도현', role: '구매팀장', influence: 'decides', side: 'customer', email: '', phone: '', remark: '' }, START);
  return { dealId, accountId, meetingId: meeting.id };
}

beforeEach(async () => {
  await emptyDatabase();
  location.hash = '#/deals';
  await page.viewport(1100, 800);
});

const PLACES = ['deals', 'deal', 'accounts', 'account', 'contacts', 'meetings', 'meeting', 'gaps', 'packets', 'bin'] as const;
type Place = (typeof PLACES)[number];

const HEADINGS: Record<Place, { ko: string; en: string }> = {
  deals: { ko: '영업 건', en: 'Deals' }, deal: { ko: '재고 시스템', en: '재고 시스템' }, accounts: { ko: '고객사', en: 'Accounts' }, account: { ko: '가온식자재', en: '가온식자재' },
  contacts: { ko: '담당자', en: 'Contacts' }, meetings: { ko: '미팅', en: 'Meetings' }, meeting: { ko: '1차 미팅', en: '1차 미팅' },
  gaps: { ko: '미확인 사항', en: 'Gaps' }, packets: { ko: '인계서', en: 'Packets' }, bin: { ko: '휴지통', en: 'Bin' },
};

/** The page itself: just after a change of address the one before still stands there. */
async function arriveAt(place: Place, language: 'ko' | 'en'): Promise<void> {
  await expect.element(page.getByRole('main').getByRole('heading', { level: 1, name: HEADINGS[place][language], exact: true })).toBeVisible();
}

function hashOf(place: Place, { dealId, accountId, meetingId }: Filled): string {
  return `#/${place}${{ deal: `/${dealId}`, account: `/${accountId}`, meeting: `/${meetingId}` }[place as 'deal'] ?? ''}`;
}

describe('the library', () => {
  it.each([['ko', 'light', 1100], ['en', 'dark', 360]] as const)('is accessible and never scrolls sideways: %s, %s, %i px', async (language, theme, width) => {
    const filled = await fill();
    await page.viewport(width, 800);
    await stage(<LibraryApp />, language, theme);
    for (const place of PLACES) {
      location.hash = hashOf(place, filled);
      await arriveAt(place, language);
      await new Promise((resolve) => { setTimeout(resolve, 250); });
      expect([place, ...(await violations())]).toEqual([place]);
      expect([place, document.documentElement.scrollWidth <= width]).toEqual([place, true]);
      await picture(`library-${place}-${language}-${theme}`);
    }
    expect(document.querySelectorAll('img').length).toBe(0);
  });

  it.each(['ko', 'en'] as const)('says the next step where there is nothing yet (%s)', async (language) => {
    await stage(<LibraryApp />, language);
    for (const place of ['deals', 'accounts', 'contacts', 'meetings', 'gaps', 'packets', 'bin'] as const) {
      location.hash = `#/${place}`;
      await arriveAt(place, language);
      await expect.poll(() => document.querySelectorAll('main p').length).toBeGreaterThan(0);
      expect(await violations()).toEqual([]);
    }
  });

  it('keeps filters in the address, and `/` goes to them', async () => {
    await fill();
    location.hash = '#/gaps';
    await stage(<LibraryApp />, 'en');
    await expect.element(page.getByRole('heading', { name: 'Overdue (1)' })).toBeVisible();
    await userEvent.keyboard('/');
    await userEvent.keyboard('nothing');
    await expect.element(page.getByText('Nothing matches this filter.')).toBeVisible();
    // What is half typed is in no address: the browser keeps each in its history.
    expect(location.hash).toBe('#/gaps');
    await userEvent.keyboard('{Enter}');
    expect(location.hash).toContain('q=nothing');
    await page.getByRole('link', { name: 'Clear the filter' }).click();
    await page.getByRole('combobox', { name: 'How' }).selectOptions('self_study');
    await expect.element(page.getByText('Nothing matches this filter.')).toBeVisible();
    expect(location.hash).toContain('route=self_study');
  });

  it('deletes a deal with everything in it, and one press brings it back', async () => {
    const { dealId } = await fill();
    await stage(<LibraryApp />, 'en');
    const notes = await db.notes.count();
    await page.getByRole('button', { name: /^Delete “/u }).click();
    await expect.element(page.getByText('It stays in the bin for 7 days.', { exact: false })).toBeVisible();
    expect([await db.deals.count(), await db.notes.count(), await db.bin.count()]).toEqual([0, 0, 1]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => db.deals.count()).toBe(1);
    expect([await db.notes.count(), (await db.deals.get(dealId))?.id]).toEqual([notes, dealId]);
  });

  it('moves a meeting to another deal, and back', async () => {
    const { meetingId, dealId } = await fill();
    const other = await someDeal(db, '다른 건');
    location.hash = `#/meeting/${meetingId}`;
    await stage(<LibraryApp />, 'en');
    await page.getByRole('button', { name: 'Move this meeting to another deal' }).click();
    await page.getByRole('button', { name: /다른 건/u }).click();
    await expect.poll(async () => (await db.meetings.get(meetingId))?.dealId).toBe(other);
    expect(new Set((await db.notes.toArray()).map((n) => n.dealId))).toEqual(new Set([other]));
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await db.meetings.get(meetingId))?.dealId).toBe(dealId);
  });

  it('refuses to save an account over another window’s change, and keeps what was typed', async () => {
    const { accountId } = await fill();
    location.hash = `#/account/${accountId}`;
    await stage(<LibraryApp />, 'en');
    const name = page.getByRole('textbox', { name: 'Name of the account' });
    await name.fill('Mine');
    await db.accounts.update(accountId, { name: 'Theirs', updatedAt: START + 99 });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(page.getByText('Changed elsewhere meanwhile.', { exact: false })).toBeVisible();
    expect((await db.accounts.get(accountId))?.name).toBe('Theirs');
    await expect.element(name).toHaveValue('Mine');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(async () => (await db.accounts.get(accountId))?.name).toBe('Mine');
  });

  it('names the tab after the kind of what it shows and never after a customer, and says how to leave a filter that only the address has', async () => {
    const { dealId } = await fill();
    location.hash = '#/gaps';
    await stage(<LibraryApp />, 'en');
    await expect.poll(() => document.title).toBe('Gaps · Baton');
    location.hash = `#/deal/${dealId}`;
    await expect.poll(() => document.title).toBe('Deal · Baton');
    const { account = '', name = '' } = { account: (await db.accounts.toArray())[0]?.name, name: (await db.deals.get(dealId))?.name };
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect([account, name].filter((words) => words === '' || document.title.includes(words))).toEqual([]);
    location.hash = `#/packets?deal=${dealId}`;
    await page.getByRole('link', { name: 'Clear the filter' }).first().click();
    await expect.poll(() => location.hash).toBe('#/packets');
  });

  it('merges two accounts, and undo brings both back', async () => {
    const { accountId } = await fill();
    const otherDeal = await someDeal(db, '다른 건', '가온 식자재');
    const otherAccount = (await db.deals.get(otherDeal))?.accountId ?? '';
    expect(otherAccount).not.toBe(accountId);
    location.hash = `#/account/${accountId}`;
    await stage(<LibraryApp />, 'en');
    await page.getByRole('combobox', { name: 'Account to merge into this one' }).selectOptions(otherAccount);
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect.element(page.getByText('Merged.')).toBeVisible();
    expect([(await db.deals.get(otherDeal))?.accountId, await db.accounts.get(otherAccount)]).toEqual([accountId, undefined]);
    // Something else is changed meanwhile, in another window perhaps: the undo is of the merge.
    await saveContact(db, null, { accountId, name: '이지은', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '' }, START);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await db.deals.get(otherDeal))?.accountId).toBe(otherAccount);
    expect((await db.contacts.toArray()).map((c) => c.name)).toContain('이지은');
  });

  it('does not undo a merge over what was changed since', async () => {
    const { accountId } = await fill();
    const otherAccount = (await db.deals.get(await someDeal(db, '다른 건', '가온 식자재')))?.accountId ?? '';
    location.hash = `#/account/${accountId}`;
    await stage(<LibraryApp />, 'en');
    await page.getByRole('combobox', { name: 'Account to merge into this one' }).selectOptions(otherAccount);
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await expect.element(page.getByText('Merged.')).toBeVisible();
    const now = await db.accounts.get(accountId);
    await editAccount(db, accountId, { name: 'Later', relationship: 'existing' }, now?.updatedAt ?? 0, START);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.element(page.getByText('That was changed again since', { exact: false })).toBeVisible();
    expect((await db.accounts.get(accountId))?.name).toBe('Later');
  });

  it('shows 5,000 meetings with only the rows in view', async () => {
    const dealId = await someDeal(db);
    const one = await startManualMeeting(db, dealId, 'm', START);
    await db.meetings.bulkPut(Array.from({ length: 5000 }, (_, i) => ({ ...one, id: `m${String(i).padStart(5, '0')}`, title: `Meeting ${String(i)}`, startedAt: START + i * 3_600_000, state: 'closed' as const })));
    location.hash = '#/meetings';
    await stage(<LibraryApp />, 'en');
    await expect.element(page.getByText('Meeting 4999')).toBeVisible();
    expect(document.querySelectorAll('.meeting-row').length).toBeLessThan(100);
    scrollTo(0, document.documentElement.scrollHeight);
    await expect.element(page.getByText('Meeting 3', { exact: true })).toBeVisible();
    expect(document.querySelectorAll('.meeting-row').length).toBeLessThan(100);
  });
});
