/** Evidence and the item it is a source of: from the reader and from the answer. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { PanelApp } from '@/components/app/PanelApp';
import { ClipPage } from '@/components/evidence/ClipPage';
import { db } from '@/utils/db/database';
import { createDeal } from '@/utils/services/deal/create-deal';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { withoutItem } from '@/utils/checklist/own/edits';
import { copyChecklist, editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { editDeal } from '@/utils/services/deal/create-deal';
import { menuItems } from '@/utils/settings/capture-news';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

let dealId = '';

beforeEach(async () => {
  await emptyDatabase();
  dealId = await createDeal(db, { accountName: '가온', dealName: '재고', stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [] }, 1);
  const text = '재고 실사는 월말마다 이틀';
  await db.clips.put({
    id: 'c1', dealId, meetingId: '', itemId: null, topic: null, kind: 'article', limit: null, url: 'https://www.example-customer.test/news/1', title: '재고 기사', siteName: '', byline: '',
    language: 'ko', direction: 'ltr', html: `<p>${text}</p>`, text, at: 5, updatedAt: 5,
  });
});

it.each(['ko', 'en'] as const)('is pinned in the reader (%s)', async (language) => {
  const end = await stage(<ClipPage route={{ page: 'clip', id: 'c1', params: {} }} />, language, language === 'ko' ? 'light' : 'dark');
  const item = page.getByRole('combobox', { name: language === 'ko' ? '어느 항목의 근거인가요' : 'Source of the answer to' });
  await item.selectOptions('A-02');
  await expect.poll(() => db.clips.get('c1')).toMatchObject({ itemId: 'A-02', dealId });
  await expect.element(item).toHaveValue('A-02');
  await picture(`clip-pinned-${language}`);
  expect(await violations()).toEqual([]);
  await item.selectOptions('');
  await expect.poll(() => db.clips.get('c1')).toMatchObject({ itemId: null, topic: null });
  end();
});

it('is added to an answer in the panel, and taken away', async () => {
  await startManualMeeting(db, dealId, '', Date.now());
  const end = await stage(<PanelApp tabId={null} />, 'en');
  await page.getByRole('button', { name: /^Trigger/u }).click();
  const attach = page.getByRole('combobox', { name: 'Add evidence to this answer' });
  await attach.selectOptions('c1');
  await expect.element(page.getByRole('link', { name: '재고 기사' })).toBeVisible();
  expect((await db.clips.get('c1'))?.topic).not.toBeNull();
  await picture('item-sources');
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Take “재고 기사” away from this answer' }).click();
  await expect.poll(async () => (await db.clips.get('c1'))?.topic).toBeNull();
  // What the context menu may offer comes from here.
  expect((await menuItems.getValue())?.dealId).toBe(dealId);
  // A draft changes under the deal that has it.
  const own = await copyChecklist(db, { id: 'first-call', version: 1 }, { ko: '우리', en: '' }, 1);
  const offered = async (): Promise<string[]> => (await menuItems.getValue())?.sections.flatMap(({ items }) => items.map(({ id }) => id)) ?? [];
  await editDeal(db, dealId, { checklist: { id: own.replace('.v1', ''), version: 1 } }, '', 2);
  await expect.poll(offered).toContain('E-12');
  await editChecklist(db, own, (list) => withoutItem(list, 'E-12'), 3);
  await expect.poll(offered).not.toContain('E-12');
  end();
});
