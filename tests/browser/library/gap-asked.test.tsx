/** Persistence: on which days a gap was asked and how long it is open, in the list and on the deal's page, and the press that keeps today. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { endGap } from '@/utils/services/gap/own-gap';
import { utcOffsetAt } from '@/utils/settings/clock';
import { dateAt } from '@/utils/time/plain-date';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const DAY = 86_400_000;
let dealId = '';
const todayNow = (): string => dateAt(Date.now(), utcOffsetAt(Date.now()));

async function ask(question: string, daysAgo: number, more: object = {}): Promise<string> {
  const id = (await captureLine(db, `? ${question}`, { meeting: null, dealId, focus: null, me: '', kind: null }, Date.now() - daysAgo * DAY))?.id ?? '';
  await db.gaps.update(id, more);
  return id;
}

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 800);
  dealId = await someDeal(db);
});

it.each(['ko', 'en'] as const)('stands in both places, grows by one press, and back by one (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await ask('서버는 어디에 두나요', 14, { askedOn: ['2026-11-12', '2026-11-19'], route: 'ask_customer', state: 'waiting' });
  const button = page.getByRole('button', { name: ko ? '오늘 물어봄: 서버는 어디에 두나요' : 'Asked today: 서버는 어디에 두나요' });
  for (const place of ['gaps', `deal/${dealId}`]) {
    location.hash = `#/${place}`;
    await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
    await expect.element(page.getByText(ko ? '물은 날 2026. 11. 12. (목), 2026. 11. 19. (목) · 생긴 지 14일' : 'Asked on Thu 12 Nov 2026, Thu 19 Nov 2026 · open for 14 days')).toBeVisible();
    await expect.element(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    await expect.element(button).toHaveAttribute('aria-pressed', 'true');
    // The button stays, and the keyboard on it; a second press asks nothing twice.
    await expect.element(button).toHaveFocus();
    await button.click();
    expect((await db.gaps.get(id))?.askedOn).toEqual(['2026-11-12', '2026-11-19', todayNow()].toSorted());
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: ko ? '되돌리기' : 'Undo', exact: true }).click();
    await expect.poll(async () => (await db.gaps.get(id))?.askedOn.length).toBe(2);
  }
});

it('tells of one that has ended when it was asked, and asks no more', async () => {
  const id = await ask('서버는요', 14, { askedOn: ['2026-11-12'] });
  await endGap(db, id, { state: 'answered', outcome: 'In Anyang', owner: '' }, { meeting: null, language: 'en' }, Date.now());
  location.hash = '#/gaps?ended=1';
  await stage(<LibraryApp />, 'en');
  await expect.element(page.getByText('Asked on Thu 12 Nov 2026', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Asked today/u })).not.toBeInTheDocument();
});

it('what is asked of a manager stands by its age, the longest open first, unless another order is chosen', async () => {
  await ask('할인 한도는요', 3, { route: 'ask_manager', due: '2026-01-01' });
  await ask('지원 인력은요', 30, { route: 'ask_manager' });
  await ask('예산은요', 60, { route: 'ask_customer' });
  location.hash = '#/gaps';
  await stage(<LibraryApp />, 'en');
  const order = page.getByRole('combobox', { name: 'Order', exact: true });
  const questions = (): string[] => page.getByRole('main').getByRole('listitem').elements().map((row) => row.querySelector('p')?.textContent ?? '');
  await expect.element(order).toHaveValue('due');
  await expect.poll(questions).toEqual(['할인 한도는요', '예산은요', '지원 인력은요']);
  await page.getByRole('combobox', { name: 'How to find out', exact: true }).selectOptions('ask_manager');
  await expect.element(order).toHaveValue('age');
  await expect.poll(questions).toEqual(['지원 인력은요', '할인 한도는요']);
  await expect.element(page.getByText('open for 30 days')).toBeVisible();
  await order.selectOptions('due');
  await expect.poll(questions).toEqual(['할인 한도는요', '지원 인력은요']);
  await order.selectOptions('age');
  await page.getByRole('combobox', { name: 'How to find out', exact: true }).selectOptions('');
  await expect.element(order).toHaveValue('due');
});
