/** Open "?" of a deal stand once on its page, wherever they were caught, with all that can be done with a line; an ended one stays in sight. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';
let meeting: Meeting;

async function say(text: string, where: Meeting | null, at: number): Promise<string> {
  return (await captureLine(db, text, { meeting: where, dealId, focus: null, me: '박서연', kind: null }, at))?.id ?? '';
}

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  meeting = await startManualMeeting(db, dealId, '1차 미팅', AT);
  location.hash = `#/deal/${dealId}`;
  await page.viewport(360, 800);
});

const section = (name: RegExp) => page.getByRole('region', { name });

it.each(['ko', 'en'] as const)('each once, the most pressing first, with its owner and where it was said (%s)', async (language) => {
  const ko = language === 'ko';
  await say('? 창고는 몇 곳인가요', meeting, AT + 60_000);
  const late = await say('? 서버는 어디에 두나요', null, AT + 1000);
  await editLine(db, 'gaps', late, { due: '2026-11-01', owner: '박서연', route: 'ask_customer', blocksEstimate: true }, AT + 2000);
  await endMeeting(db, meeting.id, AT + 100_000);
  await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
  const own = section(ko ? /^열린 미확인/ : /^Open gaps/);
  await expect.element(own.getByRole('heading', { name: /\(2\)/ })).toBeVisible();
  for (const words of ['창고는 몇 곳인가요', '서버는 어디에 두나요']) expect(page.getByRole('main').getByText(words, { exact: true }).elements().length).toBe(1);
  const rows = own.getByRole('listitem');
  await expect.element(rows.nth(0)).toHaveTextContent(ko ? /서버는.*박서연 · .*지남/su : /서버는.*박서연 · .*overdue/su);
  await expect.element(rows.nth(1).getByRole('link', { name: /^1차 미팅/ })).toHaveAttribute('href', expect.stringContaining(`#/meeting/${meeting.id}?line=`));
  for (const name of ko ? ['수정', '다른 영업 건으로 옮기기', '삭제', '기록에서 빼기'] : ['Edit', 'Move to another deal', 'Delete', 'Off the record']) expect(own.getByRole('button', { name, exact: true }).elements().length).toBe(2);
  expect(await violations()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

it('one that ends leaves the list, says so with the keyboard, stands below with how it ended, and comes back by undo', async () => {
  const id = await say('? 서버는 어디에 두나요', null, AT);
  await stage(<LibraryApp />, 'en');
  const own = section(/^Open gaps/);
  await own.getByRole('button', { name: 'Edit', exact: true }).click();
  await own.getByRole('button', { name: 'End this gap' }).click();
  await own.getByRole('textbox', { name: 'Outcome' }).fill('In Anyang');
  await own.getByRole('button', { name: 'End this gap' }).click();
  await expect.poll(async () => (await db.gaps.get(id))?.state).toBe('answered');
  await expect.element(own.getByText('Ended: “서버는 어디에 두나요”')).toBeVisible();
  await expect.poll(() => document.activeElement?.textContent).toBe('Undo');
  const outside = section(/^What else was caught/);
  await expect.element(outside.getByText('In Anyang')).toBeVisible();
  expect(page.getByRole('main').getByText('서버는 어디에 두나요', { exact: true }).elements().length).toBe(1);
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await db.gaps.get(id))?.state).not.toBe('answered');
  await expect.element(own.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
});

it('an address leads to it where it stands', async () => {
  const id = await say('? 서버는 어디에 두나요', null, AT);
  location.hash = `#/deal/${dealId}?line=${id}`;
  await stage(<LibraryApp />, 'en');
  await expect.poll(() => document.querySelector('[aria-current="true"] .record-text')?.textContent).toBe('서버는 어디에 두나요');
});

it('ended in the list of all deals, it says so there, with the way back and the keyboard', async () => {
  const id = await say('? 서버는 어디에 두나요', null, AT);
  await say('? 창고는 몇 곳인가요', null, AT + 1);
  location.hash = '#/gaps';
  await stage(<LibraryApp />, 'en');
  await page.getByRole('button', { name: /^Edit “서버는/ }).click();
  await page.getByRole('button', { name: 'End this gap' }).click();
  await page.getByRole('textbox', { name: 'Outcome' }).fill('In Anyang');
  await userEvent.keyboard('{Tab}{Tab}{Enter}');
  await expect.poll(async () => (await db.gaps.get(id))?.state).toBe('answered');
  await expect.poll(() => document.activeElement?.textContent).toBe('Undo');
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await db.gaps.get(id))?.outcome).toBe('');
});
