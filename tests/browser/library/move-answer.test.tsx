/** An answer that was caught on the wrong deal goes to the right one: from the time line of its meeting, and, said in none, from the deal's page. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';
let other = '';

async function answered(meeting: Meeting | null): Promise<string> {
  return recordAnswer(db, { dealId, item: { id: 'A-01', topic: 'context.trigger' }, meeting, state: 'answered', value: { kind: 'text', text: '6월 감사 지적' }, raw: '6월 감사 지적', remark: '', saidBy: '김도현', confidence: 'stated', relation: 'updates', reason: '', offRecord: false, sides: null, language: 'ko' }, AT + 1);
}

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  other = await someDeal(db, '한빛물류', '배차 시스템');
  await page.viewport(360, 800);
});

it.each(['ko', 'en'] as const)('said in no meeting, from the deal’s page, and back, by the keyboard (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await answered(null);
  location.hash = `#/deal/${dealId}`;
  await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  const move = page.getByRole('button', { name: ko ? '다른 영업 건으로 옮기기: 도입 계기' : /^Move to another deal: / });
  await expect.element(move).toBeVisible();
  expect(await violations()).toEqual([]);
  (move.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => document.activeElement?.tagName).toBe('SELECT');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toMatch(ko ? /^다른 영업 건으로/ : /^Move to another deal/);
  await userEvent.keyboard('{Enter}');
  await page.getByRole('combobox', { name: ko ? '옮길 영업 건' : 'Move to' }).selectOptions('한빛물류 · 배차 시스템');
  expect(await violations()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  await userEvent.keyboard('{Tab}{Tab}{Enter}');
  await expect.poll(async () => (await db.answers.get(id))?.dealId).toBe(other);
  await expect.poll(() => document.activeElement?.textContent).toBe(ko ? '되돌리기' : 'Undo');
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await db.answers.get(id))?.dealId).toBe(dealId);
});

it('from the time line of its meeting; one off the record stays, and so does one that no other deal asks', async () => {
  const meeting = await startManualMeeting(db, dealId, '1차 미팅', AT);
  const id = await answered(meeting);
  location.hash = `#/meeting/${meeting.id}`;
  await stage(<LibraryApp />, 'en');
  const timeline = page.getByRole('list', { name: 'Time line' });
  await timeline.getByRole('button', { name: /^Move to another deal/ }).click();
  await page.getByRole('combobox', { name: 'Move to' }).selectOptions('한빛물류 · 배차 시스템');
  await timeline.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await db.answers.get(id))?.dealId).toBe(other);
  // It was said here all the same, and can be brought back from here later.
  await expect.element(timeline.getByText('Filed under 배차 시스템')).toBeVisible();
  await expect.element(timeline.getByRole('button', { name: /^Move to another deal/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await db.answers.get(id))?.dealId).toBe(dealId);
  await expect.element(timeline.getByText('Filed under 배차 시스템')).not.toBeInTheDocument();
  await db.deals.delete(other);
  await timeline.getByRole('button', { name: /^Move to another deal/ }).click();
  await expect.element(page.getByText('No other deal has a checklist that asks this.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await timeline.getByRole('button', { name: 'Off the record' }).click();
  await expect.element(page.getByText('Taken off the record.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Move to another deal/ })).not.toBeInTheDocument();
});
