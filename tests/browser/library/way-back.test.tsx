/** The browser's back button leads to where one was in a list, with the keyboard on the link that led away. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';

const AT = Date.UTC(2026, 10, 24, 5);

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(800, 600);
  const dealId = await someDeal(db);
  for (let i = 0; i < 60; i += 1) await captureLine(db, `? 질문 ${String(i)}`, { meeting: null, dealId, focus: null, me: '', kind: null }, AT + i);
  location.hash = '#/gaps';
});

const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('main .review-item a')];

it('also twice, and after a filter was typed', async () => {
  await stage(<LibraryApp />, 'en');
  await page.getByRole('searchbox').fill('질문');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => links().length).toBe(60);
  for (const nth of [50, 20]) {
    links()[nth]?.scrollIntoView({ block: 'center' });
    const y = scrollY;
    expect(y).toBeGreaterThan(500);
    await new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); });
    const href = links()[nth]?.getAttribute('href');
    links()[nth]?.focus({ preventScroll: true });
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { level: 1, name: '재고 시스템' })).toBeVisible();
    history.back();
    await expect.poll(() => document.activeElement?.getAttribute('href')).toBe(href);
    expect(Math.abs(scrollY - y)).toBeLessThan(2);
    expect(location.hash).toContain('?q=');
  }
  // By the navigation one comes to the top, as to any page.
  await page.getByRole('navigation').getByRole('link', { name: 'Gaps' }).click();
  await expect.poll(() => location.hash).toBe('#/gaps');
});
