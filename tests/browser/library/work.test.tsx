/** A deal worked on between its calls: its checklist, and packets of it, in the library and in no meeting. */
import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { usePanelStore } from '@/components/app/panel-store';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { parsePacket } from '@/utils/packet/parse';
import { editDeal } from '@/utils/services/deal/create-deal';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import type { Called } from '../review/after-call';
import { answer, emptyCall, heardTwice, START, typicalCall } from '../review/after-call';
import { violations } from '../violations';

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(800, 900);
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const text = (name: string) => page.getByRole('textbox', { name, exact: true });

/** The library, on the deal's page; from there by the link `name`. */
async function from(call: Called, name: string, language: 'ko' | 'en', theme: 'light' | 'dark' = 'light'): Promise<void> {
  location.hash = `#/deal/${call.dealId}`;
  await stage(<LibraryApp />, language, theme);
  await page.getByRole('link', { name }).click();
}

it('what came by mail is answered in the checklist, belongs to no meeting, and is taken back with one key', async () => {
  const call = await emptyCall();
  await from(call, '체크리스트 열기', 'ko');
  const row = button(/^도입 계기/u);
  await expect.element(row).toBeVisible();
  // There is no bar to type a "?" into, and nothing that a meeting carries over.
  expect(document.querySelector('#item-keys')?.textContent).toMatch(/N 해당 없음\.$/u);
  (row.element() as HTMLElement).focus();
  await userEvent.keyboard('a');
  await expect.element(page.getByRole('form', { name: '답변: 도입 계기' })).toBeVisible();
  await userEvent.keyboard('6월 감사 지적');
  await page.getByLabelText('말한 사람').fill('김도현');
  await picture('work-checklist-ko');
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await db.answers.toArray()).map(({ meetingId, saidBy, raw, state }) => ({ meetingId, saidBy, raw, state })))
    .toEqual([{ meetingId: null, saidBy: '김도현', raw: '6월 감사 지적', state: 'answered' }]);
  await expect.element(page.getByText(/^저장됨/u)).toBeVisible();
  await userEvent.keyboard('{Alt>}z{/Alt}');
  await expect.poll(() => db.answers.count()).toBe(0);
});

it('what undo had to say on one page is not said on the next', async () => {
  const call = await emptyCall();
  await from(call, 'Open the checklist', 'en');
  await button('Undo last change').click();
  const said = page.getByText('Nothing to undo', { exact: false });
  await expect.element(said).toBeVisible();
  location.hash = `#/packet/${call.dealId}`;
  await expect.element(page.getByRole('heading', { name: 'Make a packet', level: 1 })).toBeVisible();
  await expect.element(said).not.toBeInTheDocument();
});

it('neither a filter, nor “Saved”, nor what failed is carried from one deal’s page to another’s', async () => {
  const call = await emptyCall();
  const second = await someDeal(db, '한빛물류', '배차 시스템');
  await from(call, 'Open the checklist', 'en');
  await expect.element(page.getByRole('combobox', { name: 'Filter items' })).toBeVisible();
  usePanelStore.getState().setFilter('secured');
  usePanelStore.getState().endSave(START);
  await expect.element(page.getByText(/^Saved /)).toBeVisible();
  location.hash = `#/checklist/${second}`;
  await expect.element(page.getByText('한빛물류 · 배차 시스템')).toBeVisible();
  expect(page.getByText(/^Saved /).elements()).toEqual([]);
  expect(usePanelStore.getState()).toMatchObject({ filter: 'all', savedAt: null });
  usePanelStore.getState().refuse('The disk is full.', 'full');
  await expect.element(page.getByRole('alert')).toHaveTextContent('The disk is full.');
  await button('Dismiss').click();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  expect(document.activeElement).toBe(document.querySelector('main'));
  usePanelStore.getState().refuse('The disk is full.', 'full');
  await expect.element(page.getByRole('alert')).toBeVisible();
  location.hash = `#/deal/${call.dealId}`;
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

it('an address of an item opens it also when one comes from another deal’s checklist', async () => {
  const call = await emptyCall();
  const second = await someDeal(db, '한빛물류', '배차 시스템');
  await from(call, 'Open the checklist', 'en');
  location.hash = `#/checklist/${second}?item=A-05`;
  await expect.element(page.getByText('한빛물류 · 배차 시스템')).toBeVisible();
  await expect.element(page.getByRole('form', { name: /^Answer/ })).toBeVisible();
});

it('neither bar covers the other or what has the keyboard, and an item that opens is in sight with its question', async () => {
  await page.viewport(800, 500);
  const call = await emptyCall();
  await from(call, '체크리스트 열기', 'ko');
  await expect.element(page.getByLabelText('항목 거르기')).toBeVisible();
  const boxOf = (selector: string): DOMRect => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
  const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-item]')];
  rows()[12]?.focus();
  await userEvent.keyboard('a');
  await expect.element(page.getByRole('form', { name: /^답변/u })).toBeVisible();
  await expect.poll(() => document.activeElement?.closest('.editor')).toBeTruthy();
  const bars = (): number => boxOf('.filter-bar').bottom;
  expect(boxOf('.filter-bar').top).toBeGreaterThanOrEqual(boxOf('.work-bar').bottom - 1);
  expect(boxOf('.item.open').top).toBeGreaterThanOrEqual(bars() - 1);
  expect(document.activeElement?.getBoundingClientRect().bottom).toBeLessThanOrEqual(500);
  await userEvent.keyboard('{Escape}');
  for (let i = 0; i < 8; i += 1) {
    await userEvent.keyboard('{ArrowUp}');
    expect(document.activeElement?.getBoundingClientRect().top).toBeGreaterThanOrEqual(bars() - 1);
  }
});

it('a packet leaves without a call: a reason for what is nobody’s, a number, and the choices kept until they are started over', async () => {
  const call = await typicalCall();
  await from(call, 'Make a packet', 'en', 'dark');
  await expect.element(page.getByText('Left to look at: 21 · 20 nobody’s yet')).toBeVisible();
  await page.getByText('Handoff', { exact: true }).click();
  await expect.element(button('Save packet (ZIP)')).toBeEnabled();
  await picture('work-packet-en');
  expect(await violations()).toEqual([]);
  await button('Save packet (ZIP)').click();
  // Unowned items need a reason, here as after a call.
  const reason = text('Why it goes out with unowned items');
  await expect.element(reason).toHaveFocus();
  await reason.fill('Contract signed, the rest follows');
  await expect.element(button('Save packet (ZIP)')).toBeEnabled();
  await button('Save packet (ZIP)').click();
  await expect.element(page.getByText('Packet no. 1 saved as', { exact: false })).toBeVisible();
  const [row] = await db.packets.toArray();
  expect(row).toMatchObject({ dealId: call.dealId, meetingId: null, number: 1, purpose: 'handoff' });
  const read = parsePacket(JSON.parse(row?.json ?? ''));
  expect(read.ok && read.packet.packet.sendAnywayReason).toBe('Contract signed, the rest follows');
  // That packet has left: its reason is not the next one's.
  await from(call, 'Make a packet', 'en');
  await expect.element(page.getByText('No. 1 ·', { exact: false })).toBeVisible();
  await expect.element(reason).toHaveValue('');
  await reason.fill('Another reason');
  await from(call, 'Make a packet', 'en');
  await expect.element(reason).toHaveValue('Another reason');
  await button('Start over').click();
  await expect.element(reason).toHaveValue('');
  // The keyboard is where it was, and what was typed is one press away.
  await expect.element(button('Undo')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(reason).toHaveValue('Another reason');
  await expect.element(button('Start over')).toHaveFocus();
});

it('what is settled to its end keeps its heading: the keyboard goes there, and not to the top of the page', async () => {
  const call = await emptyCall();
  await heardTwice(call, 'A-07', ['120명', '김도현'], ['200명', '']);
  await from(call, 'Make a packet', 'en');
  const settle = button('Both are true: User count');
  await expect.element(settle).toBeVisible();
  (settle.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('No open conflicts.')).toBeVisible();
  await expect.poll(() => document.activeElement?.id).toBe('review-conflicts');
});

it('what a rule misses is one press away: the deal’s own page, the item in its checklist, what nobody owns', async () => {
  const call = await emptyCall();
  await from(call, '인계서 만들기', 'ko');
  await page.getByText('수행 인계', { exact: true }).click();
  await button(/^담당 정하러 가기/u).click();
  await expect.element(page.getByText(/^살펴볼 것/u)).toHaveFocus();
  // Owned in one press, with the owner and the date that stand above.
  await text('우리 쪽 담당').fill('박서연');
  await page.getByLabelText('언제까지').first().fill('2026-12-01');
  await button('담당 정하기: 도입 계기').click();
  await expect.poll(async () => (await db.gaps.toArray()).map(({ owner, due, meetingId, dealId }) => ({ owner, due, meetingId, dealId })))
    .toEqual([{ owner: '박서연', due: '2026-12-01', meetingId: '', dealId: call.dealId }]);
  await button(/^채우기: .*검수/u).click();
  await expect.element(page.getByRole('heading', { name: '체크리스트', level: 1 })).toBeVisible();
  await expect.element(page.getByRole('form', { name: /검수/u })).toBeVisible();
  await page.getByRole('link', { name: '영업 건으로 돌아가기' }).click();
  await expect.element(page.getByRole('heading', { name: '재고·실사 시스템 구축', level: 1 })).toBeVisible();
});

it('what an estimate asks of a deal in its first meeting is owned here as well: the list goes as far as the packet does', async () => {
  const call = await emptyCall();
  await editDeal(db, call.dealId, { stage: 'first' }, '', START);
  await from(call, 'Make a packet', 'en');
  await expect.element(page.getByText('Left to look at: 7 · 7 nobody’s yet')).toBeVisible();
  await button('Give them an owner').click();
  await expect.element(page.getByText('Left to look at: 20 · 20 nobody’s yet')).toHaveFocus();
  await expect.element(button('Own it: Data migration')).toBeVisible();
});

it('what is to be asked next leads to its place in the checklist, to be answered there', async () => {
  const call = await emptyCall();
  await from(call, '체크리스트 열기', 'ko');
  location.hash = `#/deal/${call.dealId}`;
  await page.getByRole('region', { name: /^다음 질문/u }).getByRole('link', { name: '도입 계기' }).click();
  await expect.element(page.getByRole('form', { name: '답변: 도입 계기' })).toBeVisible();
});

it('a date that is over is not set for what is owed: it would be late the moment somebody owns it', async () => {
  const call = await emptyCall('2020-01-02');
  await db.meetings.update(call.meeting.id, { nextDate: '2020-01-03' });
  await from(call, 'Make a packet', 'en');
  await expect.element(page.getByLabelText('By when', { exact: true }).first()).toHaveValue('');
});

it('at 360 px it is all there, and says that the deal is gone when it is', async () => {
  await page.viewport(360, 800);
  const call = await typicalCall();
  await answer(call, 'A-03', 'answered', '월 이틀');
  await editDeal(db, call.dealId, { stage: 'contract' }, '', START);
  await from(call, '인계서 만들기', 'ko', 'dark');
  await expect.element(page.getByRole('radio', { name: '수행 인계', exact: true })).toBeChecked();
  await expect.element(button('인계서 저장 (ZIP)')).toBeEnabled();
  await picture('work-packet-narrow');
  expect(document.documentElement.scrollWidth).toBe(360);
  expect(await violations()).toEqual([]);
  location.hash = '#/packet/no-such-deal';
  await expect.element(page.getByText('더 이상 없습니다', { exact: false }).or(page.getByRole('link', { name: /휴지통/u }).last()).first()).toBeVisible();
});

it('what a page of the library could not save is said at once, where one is looking', async () => {
  const call = await emptyCall();
  const refuse = (): never => { throw new Error('disk full'); };
  db.deals.hook('updating', refuse);
  try {
    location.hash = `#/deal/${call.dealId}`;
    await stage(<LibraryApp />, 'en');
    await button('Plan the next meeting').click();
    await text('Aim').fill('who decides');
    await button('Save the plan').click();
    const alert = page.getByRole('alert').filter({ hasText: 'That was not saved' });
    await expect.element(alert).toBeVisible();
    await expect.element(alert).toBeInViewport();
    await expect.element(text('Aim')).toHaveValue('who decides');
  } finally {
    db.deals.hook('updating').unsubscribe(refuse);
  }
});

it('the days by which delivery must be asked go into one’s own calendar, those that are over do not', async () => {
  const files: { name: string; text: Promise<string> }[] = [];
  const blobs = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => { files.push({ name: '', text: (blob as Blob).text() }); return 'blob:none'; });
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { const last = files.at(-1); if (last) last.name = this.download; });
  const call = await emptyCall('2099-12-10');
  location.hash = `#/deal/${call.dealId}`;
  await stage(<LibraryApp />, 'ko');
  await button('두 날짜를 내 캘린더에 넣기 (.ics)').click();
  await expect.poll(() => files.map((file) => file.name)).toEqual(['baton-reminders.ics']);
  const text = (await files[0]?.text)?.replaceAll('\r\n ', '') ?? '';
  expect(text.match(/^(?:SUMMARY|DTSTART).*$/gmu)?.map((line) => line.trim())).toEqual([
    'SUMMARY:수행팀에 요청: 가온식자재 · 재고·실사 시스템 구축', 'DTSTART;VALUE=DATE:20991203', 'SUMMARY:수행팀 요청 마감일: 가온식자재 · 재고·실사 시스템 구축', 'DTSTART;VALUE=DATE:20991207',
  ]);
  await db.deals.update(call.dealId, { customerDue: '2020-01-02' });
  await expect.element(page.getByText('늦었습니다', { exact: false })).toBeVisible();
  await expect.element(button(/캘린더에 넣기/u)).not.toBeInTheDocument();
  blobs.mockRestore();
  clicks.mockRestore();
});

it('what of the checklist is shown stands in the address: it can be kept, and come back to', async () => {
  const call = await emptyCall();
  await from(call, 'Open the checklist', 'en');
  const filter = page.getByLabelText('Filter items', { exact: true });
  await expect.element(filter).toHaveValue('all');
  const here = location.hash;
  await filter.selectOptions('conflict');
  await expect.poll(() => location.hash).toBe(`${here}?show=conflict`);
  await button(/nobody’s yet, show$/u).click();
  await expect.poll(() => location.hash).toBe(`${here}?show=unowned`);
  await expect.element(filter).toHaveValue('unowned');
  location.hash = `#/deal/${call.dealId}`;
  await expect.element(page.getByRole('link', { name: 'Open the checklist' })).toBeVisible();
  history.back();
  await expect.element(filter).toHaveValue('unowned');
  await filter.selectOptions('all');
  await expect.poll(() => location.hash).toBe(here);
  for (const [show, shown] of [['next', 'next'], ['nonsense', 'all']] as const) {
    location.hash = `${here}?show=${show}`;
    await stage(<LibraryApp />, 'en');
    await expect.element(filter).toHaveValue(shown);
  }
});
