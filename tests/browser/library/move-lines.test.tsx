/** Several lines of a meeting go to another deal in one step, by mouse and by keyboard. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Note } from '@/utils/notes/records';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { closeMeeting, endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';
let other = '';
let meeting: Meeting;
const LINES = ['우리 재고 이야기', '배차 이야기', '? 차량은 몇 대', '! 배차 견적 금요일까지', '+ 배차 화면', '다시 재고 이야기'];

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  other = await someDeal(db, '한빛물류', '배차 시스템');
  meeting = await startManualMeeting(db, dealId, '1차 미팅', AT);
  for (const [i, text] of LINES.entries()) await captureLine(db, text, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + (i + 1) * 60_000);
  await endMeeting(db, meeting.id, AT + 1_800_000);
  await closeMeeting(db, meeting.id, AT + 1_900_000);
  location.hash = `#/meeting/${meeting.id}`;
  await page.viewport(360, 800);
});

async function there(): Promise<string[]> {
  const rows = await Promise.all([db.notes, db.gaps, db.commitments, db.wants].map((table) => table.where({ dealId: other }).toArray()));
  return rows.flat().sort((a, b) => a.at - b.at).map((row) => ('text' in row ? row.text : 'question' in row ? row.question : row.words));
}
const FOUR = ['배차 이야기', '차량은 몇 대', '배차 견적 금요일까지', '배차 화면'];
const start = async (): Promise<void> => { await page.getByRole('button', { name: 'Move several lines' }).click(); };
const box = (words: string) => page.getByRole('checkbox', { name: `Pick “${words}”` });
const status = (text: string | RegExp) => page.getByRole('status').filter({ hasText: text });
const focus = (): string | null => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null;

it.each([['ko', 'light', 360], ['en', 'dark', 1000]] as const)('is reached by role and name, and is within the width (%s, %s, %i px)', async (language, theme, width) => {
  await page.viewport(width, 800);
  const ko = language === 'ko';
  await stage(<LibraryApp />, language, theme);
  await page.getByRole('button', { name: ko ? '여러 기록 옮기기' : 'Move several lines' }).click();
  expect(page.getByRole('list', { name: ko ? '시간순 기록' : 'Time line' }).getByRole('button').elements()).toEqual([]);
  await page.getByRole('checkbox', { name: ko ? '고르기: “배차 이야기”' : 'Pick “배차 이야기”' }).click();
  await expect.element(status(ko ? '1건 골랐습니다.' : '1 line picked.')).toBeVisible();
  // The boxes stand before the words, and lie over nothing.
  for (const row of document.querySelectorAll('.picking > .record')) {
    const [input, head] = [row.querySelector('input')?.getBoundingClientRect(), row.querySelector('.record-head')?.getBoundingClientRect()];
    expect(input?.right ?? Infinity).toBeLessThan(head?.left ?? 0);
  }
  await page.getByRole('button', { name: ko ? '옮길 영업 건 고르기' : 'Choose the deal' }).click();
  await expect.element(page.getByRole('button', { name: /한빛물류/ })).toBeVisible();
  expect(await violations()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

describe('by mouse', () => {
  it('a press on a row picks it, one with Shift all in between; they go to the deal in one step and come back in one', async () => {
    await stage(<LibraryApp />, 'en');
    await start();
    const row = (text: string) => page.getByRole('listitem').filter({ hasText: text }).first();
    await row('배차 이야기').click();
    await row('배차 화면').click({ modifiers: ['Shift'] });
    await expect.element(status('4 lines picked.')).toBeVisible();
    await row('차량은 몇 대').click();
    await expect.element(status('3 lines picked.')).toBeVisible();
    await row('차량은 몇 대').click();
    const steps = await db.changes.count();
    await page.getByRole('button', { name: 'Choose the deal' }).click();
    await page.getByRole('button', { name: /한빛물류/ }).click();
    await expect.element(status('4 lines moved to “배차 시스템”.')).toBeVisible();
    expect(await there()).toEqual(FOUR);
    expect(await db.changes.count()).toBe(steps + 1);
    await expect.element(row('배차 화면')).toHaveTextContent(/배차 시스템/);
    expect(page.getByRole('checkbox').elements()).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(there).toEqual([]);
  });

  it('a range over a long call, of which only rows near what is seen are in the document', async () => {
    const note = (i: number): Note => ({ id: `n${String(i)}`, dealId, meetingId: meeting.id, itemId: null, topic: null, at: AT + 500_000 + i * 1000, offsetMs: i * 1000, updatedAt: AT, kind: 'note', text: `Note ${String(i)}` });
    await db.notes.bulkAdd(Array.from({ length: 400 }, (_, i) => note(i)));
    await stage(<LibraryApp />, 'en');
    await start();
    await box('배차 이야기').click();
    scrollTo(0, document.body.scrollHeight);
    scrollTo(0, scrollY + (document.querySelector('.records')?.getBoundingClientRect().bottom ?? 0) - innerHeight);
    await box('Note 399').click({ modifiers: ['Shift'] });
    await expect.element(status('405 lines picked.')).toBeVisible();
    await expect.element(status('405 lines picked.')).toBeInViewport();
    await page.getByRole('button', { name: 'Choose the deal' }).click();
    await page.getByRole('button', { name: /한빛물류/ }).click();
    await expect.poll(async () => (await there()).length, { timeout: 10_000 }).toBe(405);
  });
});

describe('by keyboard', () => {
  it('Space picks, Shift with arrows goes on, Enter asks for the deal; then “Undo” has the keyboard', async () => {
    await stage(<LibraryApp />, 'en');
    await start();
    box('배차 이야기').element().focus();
    await userEvent.keyboard(' {Shift>}{ArrowDown}{ArrowDown}{/Shift}{ArrowDown}');
    expect(focus()).toBe('Pick “배차 화면”');
    await expect.element(status('3 lines picked.')).toBeVisible();
    await userEvent.keyboard('{Shift>} {/Shift}');
    await expect.element(status('4 lines picked.')).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(focus()).toBe('Pick “다시 재고 이야기”');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('search');
    await userEvent.keyboard('한빛{Tab}{Tab}{Enter}');
    await expect.element(status('4 lines moved to “배차 시스템”.')).toBeVisible();
    await expect.poll(focus).toBe('Undo');
    await userEvent.keyboard('{Enter}');
    await expect.poll(there).toEqual([]);
  });

  it('Escape closes the deals, then lets go of the lines, and goes back to the button', async () => {
    await stage(<LibraryApp />, 'en');
    await start();
    await box('배차 이야기').click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => document.activeElement?.getAttribute('type')).toBe('search');
    await userEvent.keyboard('{Escape}');
    await expect.poll(focus).toBe('Choose the deal');
    await userEvent.keyboard('{Escape}');
    await expect.poll(focus).toBe(' Move several lines');
    await userEvent.keyboard('{Enter}');
    await expect.element(box('배차 이야기')).not.toBeChecked();
  });
});

it('a deal that is made on the way takes them', async () => {
  await stage(<LibraryApp />, 'en');
  await start();
  await box('배차 이야기').click();
  await page.getByRole('button', { name: 'Choose the deal' }).click();
  await page.getByRole('button', { name: 'New deal' }).click();
  await page.getByLabelText('Account').fill('새 고객');
  await page.getByLabelText('Deal', { exact: true }).fill('새 배차');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect.element(status('1 line moved to “새 배차”.')).toBeVisible();
  const made = (await db.deals.toArray()).find((deal) => deal.name === '새 배차');
  expect((await db.notes.where({ dealId: made?.id ?? '' }).toArray()).map((n) => n.text)).toEqual(['배차 이야기']);
});

it('answers stay, and say why; a range goes past them', async () => {
  await recordAnswer(db, { dealId, meeting, item: { id: 'A02', topic: 'context.trigger' }, state: 'answered', value: null, raw: '물류센터 이전', remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko' }, AT + 150_000);
  await stage(<LibraryApp />, 'en');
  await start();
  const why = 'Answers belong to a checklist and are moved one by one.';
  await expect.element(page.getByText(why, { exact: false })).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: why })).toBeDisabled();
  await box('배차 이야기').click();
  await box('차량은 몇 대').click({ modifiers: ['Shift'] });
  await expect.element(status('2 lines picked.')).toBeVisible();
  box('배차 이야기').element().focus();
  await userEvent.keyboard('{ArrowDown}');
  expect(focus()).toBe('Pick “차량은 몇 대”');
  expect(await violations()).toEqual([]);
});

it('says when all are in that deal already, and counts only what is still there', async () => {
  await stage(<LibraryApp />, 'en');
  await start();
  await page.getByRole('button', { name: 'Pick all' }).click();
  await expect.element(status('6 lines picked.')).toBeVisible();
  await page.getByRole('button', { name: 'Choose the deal' }).click();
  await page.getByRole('button', { name: /가온식자재/ }).click();
  await expect.element(page.getByText('All of these lines are in that deal already.')).toBeVisible();
  const line = (await db.notes.toArray())[0];
  await db.notes.delete(line?.id ?? '');
  await expect.element(status('5 lines picked.')).toBeVisible();
  await page.getByRole('button', { name: /한빛물류/ }).click();
  await expect.element(status('5 lines moved to “배차 시스템”.')).toBeVisible();
});
