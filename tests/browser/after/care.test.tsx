/** Accounts with what there is to look after: in the list, by weight when asked, and each reason a way to its line. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let ids: Record<string, string>;
let late = '';

beforeEach(async () => {
  await emptyDatabase();
  ids = {};
  for (const name of ['가온식자재', '나래물산', '다온테크']) {
    const deal = await someDeal(db, name, '구축');
    ids[name] = (await db.deals.get(deal))?.accountId ?? '';
    if (name !== '나래물산') continue;
    late = (await captureLine(db, '! 운영 매뉴얼을 드립니다', { meeting: null, dealId: deal, focus: null, me: '박서연', kind: null }, AT))?.id ?? '';
    await editLine(db, 'commitments', late, { due: '2026-01-05' }, AT);
  }
  await db.accounts.update(ids['다온테크'] ?? '', { relationship: 'existing' });
  await page.viewport(360, 800);
});

it.each(['ko', 'en'] as const)('are listed by name, or what weighs most first, in an address that can be kept (%s)', async (language) => {
  const ko = language === 'ko';
  location.hash = '#/accounts';
  // Narrow, the table is a list of cards.
  await page.viewport(1000, 800);
  const close = await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  const names = (): string[] => page.getByRole('row').elements().slice(1).map((row) => row.querySelector('a')?.textContent ?? '');
  await expect.poll(names).toEqual(['가온식자재', '나래물산', '다온테크']);
  await page.getByLabelText(ko ? '순서' : 'Order').selectOptions('care');
  await expect.poll(names).toEqual(['나래물산', '다온테크', '가온식자재']);
  expect(location.hash).toContain('sort=care');
  const row = page.getByRole('row', { name: '나래물산' });
  await expect.element(row.getByText(ko ? '신뢰 주의' : 'Trust at risk')).toBeVisible();
  await expect.element(row.getByText(ko ? /기한 지난 약속 1건/ : /1 promise overdue/)).toBeVisible();
  await expect.element(page.getByRole('row', { name: '다온테크' }).getByText(ko ? /살피는 사람 없음/ : /nobody watches over it/)).toBeVisible();
  await page.viewport(360, 800);
  expect(await violations()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await picture(`accounts-care-${language}`);
  close();
});

it.each(['ko', 'en'] as const)('an account says why, and leads to the line; who watches over it is written down (%s)', async (language) => {
  const ko = language === 'ko';
  location.hash = `#/account/${ids['나래물산'] ?? ''}`;
  await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
  const section = page.getByRole('region', { name: ko ? '살펴볼 것 (1)' : 'To look after (1)' });
  await expect.element(section.getByRole('link', { name: '운영 매뉴얼을 드립니다' })).toHaveAttribute('href', expect.stringContaining(`line=${late}`) as string);
  await picture(`account-care-${language}`);
  expect(await violations()).toEqual([]);
  const watcher = page.getByLabelText(ko ? '살피는 사람' : 'Who watches over it');
  await watcher.fill('한지우');
  await page.getByRole('form', { name: ko ? '고객사 이름' : 'Name of the account' }).getByRole('button').click();
  await expect.poll(async () => (await db.accounts.get(ids['나래물산'] ?? ''))?.watcher).toBe('한지우');
  await editLine(db, 'commitments', late, { fulfilment: 'done', fulfilledOn: '2026-11-24' }, AT + 1);
  await expect.element(page.getByText(ko ? '지금 살펴볼 것이 없습니다.' : 'Nothing to look after right now.')).toBeVisible();
});
