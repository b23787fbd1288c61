/** Five minutes before the planned end of a call, what of the minimum nobody answers for stands above the capture bar. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { usePanelStore } from '@/components/app/panel-store';
import { CallScreen } from '@/components/call/CallScreen';
import { useDealBoard } from '@/components/hooks/use-deal-record';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { picture } from '../picture';
import { answer, emptyCall } from '../review/after-call';
import { violations } from '../violations';
import { emptyDatabase, stage } from './stage';

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 740);
});

function Call({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return <div className="panel"><CallScreen meeting={meeting} board={board} /></div>;
}

/** A running call that is planned to end in so many minutes. */
async function call(minutes: number, language: 'ko' | 'en', theme: 'light' | 'dark' = 'light') {
  const { dealId } = await emptyCall();
  const started = await startManualMeeting(db, dealId, '2차', Date.now() - 3_000_000);
  const tookPlan = { title: '', startsAt: null, endsAt: Date.now() + minutes * 60_000 - 5_000, aim: '', room: null, url: '', people: [] };
  await db.meetings.update(started.id, { tookPlan });
  const meeting = { ...started, tookPlan };
  await stage(<Call meeting={meeting} />, language, theme);
  return { dealId, meeting };
}

const last = (name: string) => page.getByRole('region', { name });

it('leads to an item in one press, also from a list that hides it, and lets it go once it is answered', async () => {
  const here = await call(4, 'ko');
  const region = last('통화를 마치기 전에');
  await expect.element(region.getByText('4분 남았습니다. 최소 항목 중 담당 없는 미확인', { exact: false })).toBeVisible();
  await picture('last-minutes-ko');
  expect(await violations()).toEqual([]);
  expect(region.getByRole('button').elements().length).toBe(6);
  usePanelStore.getState().setTab('lines');
  await region.getByRole('button', { name: '도입 계기' }).click();
  await expect.element(page.getByRole('form', { name: '답변: 도입 계기' })).toBeVisible();
  await answer(here, 'A-01', 'answered', '감사 지적');
  await expect.element(region.getByRole('button', { name: '도입 계기' })).not.toBeInTheDocument();
  // The next one moves up.
  expect(region.getByRole('button').elements().length).toBe(6);
});

it('is put away by keyboard for this call, and is not there before its time', async () => {
  await call(4, 'en', 'dark');
  const region = last('Before you hang up');
  const away = region.getByRole('button', { name: 'Put away for this call' });
  await expect.element(away).toBeVisible();
  await picture('last-minutes-en-dark');
  expect(await violations()).toEqual([]);
  (away.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(region).not.toBeInTheDocument();
  await expect.element(page.getByRole('textbox', { name: 'Capture' })).toHaveFocus();
  await call(20, 'en');
  await expect.element(page.getByRole('textbox', { name: 'Line' }).or(page.getByRole('tab', { name: 'Checklist' })).first()).toBeVisible();
  await expect.element(region).not.toBeInTheDocument();
});
