/** What was caught before there was a deal for it. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

let dealId = '';
const say = async (text: string, meeting: Awaited<ReturnType<typeof startManualMeeting>> | null = null): Promise<string> => (await captureLine(db, text, { meeting, dealId: '', focus: null, me: '박서연', kind: null }, 1))?.id ?? '';

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  await page.viewport(360, 800);
});

it.each(['ko', 'en'] as const)('is seen where deals are, moved one by one or all at once, and comes back (%s)', async (language) => {
  const ko = language === 'ko';
  const note = await say('명함만 받음');
  const want = await say('+ 재고 앱');
  // What a meeting without a deal holds stands in that meeting.
  await say('미팅에서 한 말', await startManualMeeting(db, '', '이름 없는 미팅', 2));
  location.hash = '#/deals';
  await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  await expect.element(page.getByText(ko ? '영업 건 없이 적은 것이 2건 있습니다.' : '2 lines were caught without a deal.')).toBeVisible();
  await page.getByText(ko ? '보기' : 'Show', { exact: true }).click();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(ko ? '영업 건 없이 적은 것 (2)' : 'Caught without a deal (2)');
  await expect.element(page.getByText('미팅에서 한 말')).not.toBeInTheDocument();
  expect(await violations()).toEqual([]);
  await picture(`unfiled-${language}`);
  const row = page.getByRole('listitem').filter({ hasText: '명함만 받음' });
  await row.getByRole('button', { name: ko ? '다른 영업 건으로 옮기기' : 'Move to another deal' }).click();
  await page.getByRole('combobox', { name: ko ? '옮길 영업 건' : 'Move to' }).selectOptions('가온식자재 · 재고 시스템');
  await page.getByRole('main').getByRole('button', { name: ko ? '저장' : 'Save' }).click();
  await expect.poll(async () => (await db.notes.get(note))?.dealId).toBe(dealId);

  await page.getByRole('button', { name: ko ? '모두 한 영업 건에 담기' : 'Put all into one deal' }).click();
  expect(await violations()).toEqual([]);
  await page.getByRole('region', { name: ko ? '모두 한 영업 건에 담기' : 'Put all into one deal' }).getByRole('button', { name: /재고 시스템/ }).click();
  await expect.poll(async () => (await db.wants.get(want))?.dealId).toBe(dealId);
  await expect.element(page.getByText(ko ? '없습니다. 모두 영업 건에 담겨 있습니다.' : 'None: everything is with its deal.')).toBeVisible();
  await page.getByRole('button', { name: ko ? '되돌리기' : 'Undo' }).click();
  await expect.poll(async () => (await db.wants.get(want))?.dealId).toBe('');
  await expect.element(page.getByRole('listitem').filter({ hasText: '재고 앱' })).toBeVisible();
});

it('is where a search result leads to', async () => {
  await say('명함만 받음');
  location.hash = '#/search?q=명함';
  await stage(<LibraryApp />, 'ko');
  await page.getByRole('link', { name: /명함만 받음/ }).click();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('영업 건 없이 적은 것 (1)');
  await expect.element(page.getByRole('listitem').filter({ hasText: '명함만 받음' })).toHaveAttribute('aria-current', 'true');
});
