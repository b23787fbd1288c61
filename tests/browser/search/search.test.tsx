import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

async function fill(): Promise<(raw: string) => Promise<unknown>> {
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '2차 미팅', Date.UTC(2026, 10, 24, 5));
  let at = meeting.startedAt;
  const say = (raw: string) => captureLine(db, raw, { meeting, dealId, focus: null, me: '박서연', kind: null }, at += 1000);
  await say('창고 재고가 자주 안 맞아서 매일 아침에 다시 센다고 함');
  await say('? ERP 연동은 재고만인지 발주까지인지');
  await say('! 재고 화면 시안 목요일까지');
  return say;
}

beforeEach(async () => {
  await emptyDatabase();
  location.hash = '#/search';
  await page.viewport(1000, 700);
});

const field = () => page.getByRole('searchbox');

describe('the search page', () => {
  it.each([['ko', 'light', 1000], ['en', 'dark', 1000], ['ko', 'dark', 360], ['en', 'light', 360]] as const)('is accessible in %s, %s, at %i px', async (language, theme, width) => {
    await fill();
    await page.viewport(width, 700);
    await stage(<LibraryApp />, language, theme);
    await expect.element(page.getByText('ㅈㄱ', { exact: true })).toBeVisible();
    await picture(`search-empty-${language}-${theme}`);
    await field().fill('ㅈㄱ');
    await expect.element(page.getByRole('listitem').filter({ hasText: '화면 시안' })).toBeVisible();
    await picture(`search-${language}-${theme}`);
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  });

  it('marks what was found, says how many, and keeps the query in the address', async () => {
    await fill();
    await stage(<LibraryApp />, 'en');
    await field().fill('erp연동');
    await expect.element(page.getByRole('status').filter({ hasText: '1 result' })).toBeVisible();
    await expect.poll(() => document.querySelector('mark')?.textContent).toBe('ERP 연동');
    await userEvent.keyboard('{Enter}');
    expect(decodeURIComponent(location.hash)).toContain('q=erp연동');
  });

  it('leaves no letter in an address until the box is left, and comes back to the whole query', async () => {
    await fill();
    const replaced = vi.spyOn(history, 'replaceState');
    // What is kept with an entry, beside its address, is where one was on the page.
    const addresses = (): unknown[] => replaced.mock.calls.filter(([, , address]) => address !== undefined);
    await stage(<LibraryApp />, 'en');
    await field().click();
    await userEvent.keyboard('재고');
    await expect.element(page.getByRole('status').filter({ hasText: '4 results' })).toBeVisible();
    expect(addresses()).toEqual([]);
    expect(location.hash).toBe('#/search');
    await expect.poll(() => document.querySelectorAll('.search-result').length).toBe(4);
    await userEvent.click(document.querySelectorAll('.search-result')[0] ?? document.body);
    await expect.poll(() => location.hash).toMatch(/^#\/(meeting|deal)\//u);
    expect(addresses()).toHaveLength(1);
    history.back();
    await expect.element(field()).toHaveValue('재고');
    replaced.mockRestore();
  });

  it('says nothing of a letter before its answer is there', async () => {
    await fill();
    await stage(<LibraryApp />, 'en');
    await field().fill('재고');
    await expect.element(page.getByRole('status').filter({ hasText: '4 results' })).toBeVisible();
    await field().fill('');
    const said = new Set<string>();
    const watch = new MutationObserver(() => { said.add(document.querySelector('.search')?.textContent ?? ''); });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    await field().fill('재고');
    await expect.element(page.getByRole('status').filter({ hasText: '4 results' })).toBeVisible();
    watch.disconnect();
    expect([...said].filter((text) => /Nothing found|No results|\b0 results/u.test(text))).toEqual([]);
  });

  it('works from the keyboard: down into the results, Escape back', async () => {
    await fill();
    await stage(<LibraryApp />, 'en');
    await field().fill('재고');
    await expect.element(page.getByRole('status').filter({ hasText: '4 results' })).toBeVisible();
    await expect.poll(() => document.querySelectorAll('.search-result').length).toBe(4);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(document.querySelectorAll('.search-result')[1]);
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(field().element());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(location.hash).toMatch(/^#\/(meeting|deal)\//u);
  });

  it('shows those in sight and the others behind them, and more on demand, each once', async () => {
    const say = await fill();
    for (let i = 0; i < 60; i += 1) await say(`창고 ${String(i)}번 선반`);
    await stage(<LibraryApp />, 'en');
    await field().fill('선반');
    await expect.element(page.getByRole('status').filter({ hasText: '60 results' })).toBeVisible();
    const numbers = (): (string | undefined)[] => [...document.querySelectorAll('.search-result')].map((row) => /창고 (\d+)번/u.exec(row.textContent)?.[1]);
    const newest = (count: number): string[] => Array.from({ length: count }, (_, i) => String(59 - i));
    await expect.poll(numbers).toEqual(newest(50));
    await page.getByRole('button', { name: /10/u }).click();
    await expect.poll(numbers).toEqual(newest(60));
    await field().fill('선반 7번');
    await expect.poll(() => document.querySelectorAll('.search-result').length).toBe(6);
  });

  it('narrows by kind, and finds what is written meanwhile', async () => {
    const say = await fill();
    await stage(<LibraryApp />, 'en');
    await field().fill('재고');
    await page.getByLabelText('Kind').selectOptions('gaps');
    await expect.element(page.getByRole('status').filter({ hasText: '1 result' })).toBeVisible();
    await say('? 재고 실사 주기');
    await expect.element(page.getByRole('status').filter({ hasText: '2 results' })).toBeVisible();
  });
});
