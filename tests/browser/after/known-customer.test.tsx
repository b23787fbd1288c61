/** Who chose us before is known before the first question of the call. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { PanelApp } from '@/components/app/PanelApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';

async function promise(words: string, part: object): Promise<void> {
  const line = await captureLine(db, `! ${words}`, { meeting: null, dealId, focus: null, me: '박서연', kind: null }, AT);
  await editLine(db, 'commitments', line?.id ?? '', part, AT);
}

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  await page.viewport(360, 800);
});

it.each(['ko', 'en'] as const)('since when, what for and what we still owe stand above the first question, and fold for this call (%s)', async (language) => {
  const ko = language === 'ko';
  await db.deals.update(dealId, { course: [{ to: 'contracted', on: '2025-03-04', why: '', at: 1 }] });
  await db.accounts.toCollection().modify({ relationship: 'existing' });
  await promise('운영 매뉴얼을 드립니다', { due: '2026-01-05' });
  await promise('교육 영상을 드립니다', { fulfilment: 'done', fulfilledOn: '2026-01-05' });
  // The call is about another deal of the same customer.
  const now = await someDeal(db, '가온식자재', '2차 고도화');
  await startManualMeeting(db, now, '2차', Date.now());
  const close = await stage(<PanelApp tabId={null} />, language, ko ? 'light' : 'dark');
  const known = page.getByText(ko ? /^기고객 · 2025\. 3\. 4\. \(화\) 첫 계약 · 지켜야 할 약속 1건/ : /^Existing customer · first signed Tue 4 Mar 2025 · 1 promise to keep/);
  await expect.element(known).toBeVisible();
  await expect.element(page.getByRole('link', { name: '운영 매뉴얼을 드립니다' })).toHaveAttribute('href', expect.stringContaining(`#/deal/${dealId}?line=`) as string);
  await expect.element(page.getByText('교육 영상을 드립니다')).not.toBeInTheDocument();
  await expect.element(page.getByText(ko ? '계약: 재고 시스템' : 'Signed: 재고 시스템')).toBeVisible();
  const first = page.getByRole('tabpanel').getByRole('button').elements()[0];
  expect(known.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(first?.getBoundingClientRect().top ?? 0);
  expect(await violations()).toEqual([]);
  await picture(`known-customer-${language}`);
  await known.click();
  await expect.element(page.getByRole('link', { name: '운영 매뉴얼을 드립니다' })).not.toBeInTheDocument();
  close();
  await stage(<PanelApp tabId={null} />, language);
  await expect.element(known).toBeVisible();
  await expect.element(page.getByRole('link', { name: '운영 매뉴얼을 드립니다' })).not.toBeInTheDocument();
});

it('of somebody new nothing is told', async () => {
  await promise('견적을 드립니다', {});
  await startManualMeeting(db, dealId, '1차', Date.now());
  await stage(<PanelApp tabId={null} />, 'ko');
  await expect.element(page.getByRole('tabpanel')).toBeVisible();
  await expect.element(page.getByText(/지켜야 할 약속/)).not.toBeInTheDocument();
});
