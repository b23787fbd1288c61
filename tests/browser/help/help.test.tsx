/** Welcome, practice and help: accessible in both languages and themes; what they promise is there. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { HelpPage } from '@/components/help/HelpPage';
import { readReport } from '@/components/help/practice-report';
import { PracticePanel } from '@/components/help/PracticePanel';
import { SimulatedCall } from '@/components/help/SimulatedCall';
import { WelcomePage } from '@/components/help/WelcomePage';
import { LibraryApp } from '@/components/library/LibraryApp';
import type { Route } from '@/components/library/route';
import { db } from '@/utils/db/database';
import { startPractice } from '@/utils/services/practice/start-practice';
import { preferences } from '@/utils/settings/preferences';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const welcome = (id: string): Route => ({ page: 'welcome', id, params: {} });
const LOOKS = [['ko', 'light'], ['ko', 'dark'], ['en', 'light'], ['en', 'dark']] as const;

beforeEach(async () => { location.hash = ''; await emptyDatabase(); });

describe('every screen', () => {
  it.each(LOOKS)('is accessible in %s, %s, at 360 px, and nothing sticks out', async (language, theme) => {
    for (const node of [<WelcomePage key="1" route={welcome('')} />, <WelcomePage key="2" route={welcome('you')} />, <WelcomePage key="3" route={welcome('practice')} />, <HelpPage key="4" />, <SimulatedCall key="5" />]) {
      const stop = await stage(<main>{node}</main>, language, theme);
      await expect.element(page.getByRole('main')).toBeVisible();
      await expect.element(page.getByRole('heading').first()).toBeVisible();
      expect(await violations()).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
      stop();
    }
  });
});

describe('the welcome', () => {
  it('changes language, theme and name at once', async () => {
    await stage(<main><WelcomePage route={welcome('you')} /></main>, 'en');
    await page.getByText('한국어').click();
    await expect.element(page.getByRole('heading', { level: 1, name: '나에게 맞게' })).toBeVisible();
    await page.getByText('어둡게').click();
    await expect.poll(() => document.documentElement.dataset.theme).toBe('dark');
    await page.getByRole('textbox', { name: '내 이름' }).fill('김하나'.normalize('NFD'));
    await expect.poll(async () => (await preferences.getValue()).name).toBe('김하나'.normalize('NFC'));
  });

  it('is three addresses: an unknown one is the first, the caret follows', async () => {
    location.hash = '#/welcome/nowhere';
    await stage(<LibraryApp />, 'en');
    await expect.element(page.getByText('Step 1 of 3')).toBeVisible();
    await page.getByRole('link', { name: 'Next' }).click();
    await expect.element(page.getByText('Step 2 of 3')).toBeVisible();
    await expect.poll(() => document.activeElement?.tagName).toBe('MAIN');
    await page.getByRole('link', { name: 'Back' }).click();
    await expect.element(page.getByText('Step 1 of 3')).toBeVisible();
  });
});

describe('the simulated call', () => {
  it.each([['ko', '통화 시작', '다음 말', '고객이 통화를 마쳤습니다'], ['en', 'Start the call', 'Next sentence', 'The customer has hung up']] as const)('speaks in %s, by keyboard, to its end and again', async (language, start, next, over) => {
    await stage(<SimulatedCall />, language);
    await expect.element(page.getByRole('button', { name: start })).toBeVisible();
    await userEvent.keyboard('{Tab}{Enter}');
    await expect.element(page.getByRole('button', { name: next })).toBeVisible();
    expect(page.getByRole('log').element().querySelectorAll('.sim-line')).toHaveLength(1);
    for (let line = 2; line <= 7; line += 1) await page.getByRole('button', { name: next }).click();
    await expect.element(page.getByText(over, { exact: false })).toBeVisible();
    expect(page.getByRole('log').element().querySelectorAll('.sim-line')).toHaveLength(7);
    expect(await violations()).toEqual([]);
    await page.getByRole('button').first().click();
    await expect.element(page.getByRole('button', { name: start })).toBeVisible();
  });
});

describe('the practice panel', () => {
  it('never begins in the real database: it says so and writes nothing', async () => {
    await stage(<PracticePanel />, 'en');
    await expect.element(page.getByText('Practice: kept apart from your deals')).toBeVisible();
    await expect.element(page.getByRole('alert')).toHaveTextContent('practice needs a database of its own');
    expect(await db.deals.count()).toBe(0);
    await expect(startPractice(db, { account: 'a', deal: 'd', meeting: 'm' }, 1)).rejects.toThrow();
  });
});

describe('what the practice panel reports', () => {
  const from = (data: unknown, source: Window | null = window, origin = location.origin): MessageEvent => new MessageEvent('message', { data, source, origin });

  it('is read from its own frame and origin only, and only as steps', () => {
    expect(readReport(from({ practice: ['gap', 'answer'] }), window)).toEqual(['gap', 'answer']);
    const frame = document.createElement('iframe');
    document.body.append(frame);
    expect(readReport(from({ practice: ['gap'] }, frame.contentWindow), window)).toBeNull();
    expect(readReport(from({ practice: ['gap'] }, window, 'https://evil.example'), window)).toBeNull();
    expect(readReport(from({ practice: ['gap'] }), null)).toBeNull();
    for (const data of [null, 'gap', { practice: 'gap' }, { practice: ['gap', '<b>'] }, { practice: ['gap'], more: 1 }, { practice: Array.from({ length: 5 }, () => 'gap') }]) expect(readReport(from(data), window)).toBeNull();
    frame.remove();
  });
});
