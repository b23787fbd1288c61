/** What the call was for, in its review: whether it got there, and what goes on to the next meeting. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/utils/db/database';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { emptyDatabase } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';
import type { Called } from './after-call';
import { emptyCall, open, START } from './after-call';

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 800);
});

const AIM = '예산 범위와 결정권자를 확인';

async function aimed(): Promise<Called> {
  const called = await emptyCall();
  await editMeeting(db, called.meeting.id, { aim: AIM }, START + 1);
  return called;
}

it.each(['ko', 'en'] as const)('is asked once, by keyboard too, and what is left becomes the next aim with one press (%s)', async (language) => {
  const ko = language === 'ko';
  const called = await aimed();
  const close = await open(called, language);
  const section = page.getByRole('region', { name: ko ? '이 미팅의 목적' : 'Aim of this meeting' });
  await expect.element(section.getByText(AIM)).toBeVisible();
  const carry = section.getByRole('button', { name: ko ? '다음 미팅의 목적으로' : 'Make it the aim of the next meeting' });
  await expect.element(carry).not.toBeInTheDocument();
  (section.getByRole('radio', { name: ko ? '이룸' : 'Yes' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(async () => (await db.meetings.get(called.meeting.id))?.aimResult).toBe('partly');
  await expect.element(section.getByRole('radio', { name: ko ? '일부만' : 'Partly' })).toBeChecked();
  await picture(`review-aim-${language}`, section);
  expect(await violations()).toEqual([]);
  await carry.click();
  await expect.poll(async () => (await db.deals.get(called.dealId))?.next?.aim).toBe(AIM);
  await expect.element(section.getByRole('status')).toBeVisible();
  await expect.element(carry).not.toBeInTheDocument();
  close();
});

it('leaves alone what the next meeting is for already, and asks nothing where there was no aim', async () => {
  const called = await aimed();
  await planMeeting(db, called.dealId, { aim: '계약 조건' }, START + 2);
  const close = await open(called);
  await page.getByRole('region', { name: 'Aim of this meeting' }).getByText('Not yet').click();
  await expect.poll(async () => (await db.meetings.get(called.meeting.id))?.aimResult).toBe('not_yet');
  // Drawn with it: a button that came with it would be there.
  await expect.element(page.getByRole('radio', { name: 'Not yet' })).toBeChecked();
  await expect.element(page.getByRole('button', { name: 'Make it the aim of the next meeting' })).not.toBeInTheDocument();
  close();
  await editMeeting(db, called.meeting.id, { aim: '' }, START + 3);
  await open(called);
  await expect.element(page.getByRole('region', { name: /^Promises/ })).toBeVisible();
  await expect.element(page.getByRole('region', { name: 'Aim of this meeting' })).not.toBeInTheDocument();
});
