/** The second meeting: what the first one secured is confirmed with one key and not asked again. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { usePanelStore } from '@/components/app/panel-store';
import { CallScreen } from '@/components/call/CallScreen';
import { useDealBoard } from '@/components/hooks/use-deal-record';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import type { Called } from '../review/after-call';
import { answer, emptyCall, START } from '../review/after-call';
import { violations } from '../violations';
import { emptyDatabase, stage } from './stage';

beforeEach(emptyDatabase);

function Call({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return <div className="panel"><CallScreen meeting={meeting} board={board} /></div>;
}

async function secondMeeting(language: 'ko' | 'en', theme: 'light' | 'dark' = 'light'): Promise<Called> {
  const call = await emptyCall();
  await answer(call, 'A-01', 'answered', 'audit found a paper ledger');
  await answer(call, 'A-07', 'answered', '120 people');
  const meeting = await startManualMeeting(db, call.dealId, 'second', START + 7 * 86_400_000);
  await stage(<Call meeting={meeting} />, language, theme);
  return { dealId: call.dealId, meeting };
}

const rowOf = (id: string) => page.elementLocator(document.querySelector(`[data-item="${id}"]`) ?? document.body);
const confirmed = async () => (await db.answers.toArray()).filter((one) => one.confidence === 'confirmed').map((one) => one.itemId).sort();

it.each([['ko', 'light', '지난 답', '그대로 맞음'], ['en', 'dark', 'carried over', 'Still right: confirm']] as const)('an earlier answer is marked, and confirmed by C or in its editor (%s, %s)', async (language, theme, mark, confirm) => {
  await secondMeeting(language, theme);
  await expect.poll(() => page.getByText(mark, { exact: true }).elements().length).toBe(2);
  (rowOf('A-01').element() as HTMLElement).focus();
  await userEvent.keyboard('c');
  await expect.poll(confirmed).toEqual(['A-01']);
  await expect.element(rowOf('A-01')).toHaveFocus();
  await expect.poll(() => page.getByText(mark, { exact: true }).elements().length).toBe(1);
  // Confirmed once is enough.
  await userEvent.keyboard('c');
  await rowOf('A-07').click();
  await page.getByRole('button', { name: confirm, exact: true }).click();
  await expect.poll(confirmed).toEqual(['A-01', 'A-07']);
  await expect.poll(() => page.getByText(mark, { exact: true }).elements().length).toBe(0);
  await rowOf('A-07').click();
  await expect.element(page.getByRole('form')).toBeVisible();
  await expect.element(page.getByRole('button', { name: confirm, exact: true })).not.toBeInTheDocument();
  expect(await violations()).toEqual([]);
});

it.each(['open', 'next'] as const)('keeps the keyboard in a list that the answer leaves, by C and by the editor (%s)', async (filter) => {
  const { dealId } = await secondMeeting('en');
  usePanelStore.getState().setFilter(filter);
  await db.answers.where({ dealId }).modify({ confidence: 'indirect' });
  for (const [id, act] of [['A-01', 'c'], ['A-07', '{Enter}']] as const) {
    await expect.poll(() => document.querySelector(`[data-item="${id}"]`)).not.toBeNull();
    const order = () => [...document.querySelectorAll('[data-item]')].map((row) => row.getAttribute('data-item'));
    const before = order();
    (rowOf(id).element() as HTMLElement).focus();
    await userEvent.keyboard(act);
    if (act !== 'c') await page.getByRole('button', { name: 'Still right: confirm', exact: true }).click();
    await expect.poll(() => order().includes(id)).toBe(false);
    await expect.poll(() => document.activeElement?.getAttribute('data-item')).toBe(before[before.indexOf(id) + 1]);
  }
});
