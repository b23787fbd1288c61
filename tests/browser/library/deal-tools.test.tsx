/** Pains, wants and promises of a deal stand once on its page, wherever they were said, with all that can be done with a line. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { captureLine } from '@/utils/services/capture/capture-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';
let other = '';

async function say(text: string, meeting: Meeting | null = null, deal = dealId): Promise<string> {
  return (await captureLine(db, text, { meeting, dealId: deal, focus: null, me: '박서연', kind: null }, AT + 61_000))?.id ?? '';
}

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  other = await someDeal(db, '한빛물류', '배차 시스템');
  location.hash = `#/deal/${dealId}`;
  await page.viewport(360, 800);
});

const section = (name: RegExp) => page.getByRole('region', { name });
const KINDS = [
  { what: 'a pain', line: '# 재고가 안 맞음', words: '재고가 안 맞음', list: /^Pain points/, table: 'notes' },
  { what: 'a want', line: '+ 바코드 입출고', words: '바코드 입출고', list: /^What the customer wants/, table: 'wants' },
  { what: 'a promise', line: '! 견적서를 드리겠습니다', words: '견적서를 드리겠습니다', list: /^Promises/, table: 'commitments' },
] as const;

it.each(['ko', 'en'] as const)('what was caught outside meetings stands once each, with its tools (%s)', async (language) => {
  const ko = language === 'ko';
  for (const { line } of KINDS) await say(line);
  await say('팝업에서 적은 메모');
  await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  await expect.element(page.getByRole('heading', { name: ko ? '그 밖에 미팅 밖에서 적은 것 (1)' : 'What else was caught outside its meetings (1)' })).toBeVisible();
  await expect.element(page.getByText('팝업에서 적은 메모', { exact: true })).toBeVisible();
  for (const { words } of KINDS) expect(page.getByText(words, { exact: true }).elements().length).toBe(1);
  for (const name of ko ? ['다른 영업 건으로 옮기기', '삭제', '기록에서 빼기'] : ['Move to another deal', 'Delete', 'Off the record']) expect(page.getByRole('main').getByRole('button', { name, exact: true }).elements().length).toBe(4);
  expect(await violations()).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
});

it.each(KINDS)('$what is deleted, moved and taken back, edited by the keyboard, and taken off the record', async ({ line, words, list, table }) => {
  const id = await say(line);
  const deal = async (): Promise<string | undefined> => (await db.table<{ dealId: string }, string>(table).get(id))?.dealId;
  await stage(<LibraryApp />, 'en');
  const own = section(list);
  await own.getByRole('button', { name: 'Delete' }).click();
  await expect.element(page.getByText(`Deleted: “${words}”`)).toBeVisible();
  await expect.poll(() => document.activeElement?.textContent).toBe('Undo');
  await userEvent.keyboard('{Enter}');
  await expect.poll(deal).toBe(dealId);
  await own.getByRole('button', { name: 'Move to another deal' }).click();
  await own.getByRole('combobox', { name: 'Move to' }).selectOptions('한빛물류 · 배차 시스템');
  await own.getByRole('button', { name: 'Save' }).click();
  await expect.poll(deal).toBe(other);
  await expect.element(own.getByText(words, { exact: true })).not.toBeInTheDocument();
  await own.getByRole('button', { name: 'Undo' }).click();
  await expect.element(own.getByText(words, { exact: true })).toBeVisible();
  await own.getByRole('button', { name: /^Edit/ }).click();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toMatch(/^Edit/);
  await own.getByRole('button', { name: 'Off the record' }).click();
  await expect.element(page.getByText('Taken off the record.')).toBeVisible();
  expect([await deal(), JSON.stringify(await db.changes.toArray()).includes(words)]).toEqual([undefined, false]);
});

it('a line that changes its kind goes to the list of that kind, says so, and comes back', async () => {
  const id = await say('# 재고가 안 맞음');
  const kind = async (): Promise<string | undefined> => (await db.notes.get(id))?.kind;
  await stage(<LibraryApp />, 'en');
  const [pains, outside] = [section(/^Pain points/), section(/^What else/)];
  await pains.getByRole('button', { name: /^Edit/ }).click();
  await pains.getByRole('combobox', { name: 'Kind' }).selectOptions('decision');
  await db.notes.update(id, { text: '재고가 월말마다 안 맞음' });
  await pains.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => db.notes.get(id)).toMatchObject({ kind: 'decision', text: '재고가 월말마다 안 맞음' });
  await expect.element(pains.getByText('Kind changed to Decision: “재고가 월말마다 안 맞음”')).toBeVisible();
  await expect.element(outside.getByText('재고가 월말마다 안 맞음')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(kind).toBe('pain');
  await pains.getByRole('button', { name: /^Edit/ }).click();
  await pains.getByRole('combobox', { name: 'Kind' }).selectOptions('risk');
  await pains.getByRole('button', { name: 'Save' }).click();
  await outside.getByRole('button', { name: 'Edit' }).click();
  await outside.getByRole('combobox', { name: 'Kind' }).selectOptions('pain');
  await outside.getByRole('button', { name: 'Save' }).click();
  await expect.poll(kind).toBe('pain');
  await expect.element(outside.getByText(/^Kind changed to Pain point/)).toBeVisible();
  await expect.poll(() => document.activeElement?.textContent).toBe('Undo');
});

it('says where each was said: in a meeting, which leads to the line, outside of any, or in another deal’s', async () => {
  const meeting = await startManualMeeting(db, dealId, '1차 미팅', AT);
  const foreign = await startManualMeeting(db, other, '한빛 미팅', AT);
  const [said, moved] = [await say('# 회의에서 나온 말', meeting), await say('# 다른 데서 나온 말', foreign, other)];
  await say('# 팝업에서 적은 말');
  await moveLine(db, 'notes', moved, dealId, AT + 90_000);
  await stage(<LibraryApp />, 'en');
  const row = (text: string) => section(/^Pain points/).getByRole('listitem').filter({ hasText: text });
  await expect.element(row('회의에서').getByRole('link', { name: '1차 미팅 01:01' })).toHaveAttribute('href', `#/meeting/${meeting.id}?line=${said}`);
  await expect.element(row('다른 데서').getByRole('link', { name: '한빛 미팅' })).toHaveAttribute('href', `#/meeting/${foreign.id}?line=${moved}`);
  await expect.element(row('팝업에서')).toHaveTextContent(/2026.*\d\d:\d\d/u);
  expect(row('팝업에서').getByRole('link').elements()).toEqual([]);
});

it.each(KINDS)('an address that leads to $what shows it in its list', async ({ line, words }) => {
  await say('# 앞의 것');
  const id = await say(line);
  location.hash = `#/deal/${dealId}?line=${id}`;
  await stage(<LibraryApp />, 'en');
  await expect.poll(() => document.activeElement?.textContent).toContain(words);
  await expect.element(page.getByText(words, { exact: true })).toBeInViewport();
});
