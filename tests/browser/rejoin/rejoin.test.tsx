/** The next customer in the same room: the panel says so, parts the two in one press, and makes them one again in another. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { PanelApp } from '@/components/app/PanelApp';
import { db } from '@/utils/db/database';
import { joinCall } from '@/utils/services/call/join-call';
import { leaveCall } from '@/utils/services/call/leave-call';
import { captureLine } from '@/utils/services/capture/capture-line';
import { createDeal } from '@/utils/services/deal/create-deal';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import type { Language, Theme } from '@/utils/settings/preferences';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

const MIN = 60_000;
const PAGE = { tabId: 7, windowId: 1, platform: 'meet' as const, room: 'meet:own-room-key' };
const TEXTS = {
  ko: { line: /에 시작한 “재고 시스템” 미팅에 이어서 기록하고 있습니다\./u, split: '새 미팅으로 나누기', same: '같은 미팅', parted: /부터는 새 미팅입니다\. “재고 시스템” 미팅은 .*에 끝났습니다\./u, one: '한 미팅으로 다시 합치기', close: '닫기', capture: '기록하기' },
  en: { line: /^This continues the meeting on “재고 시스템”, begun at \d\d:\d\d\.$/u, split: 'New meeting instead', same: 'Same meeting', parted: /^New meeting since .* The one on “재고 시스템” ended at \d\d:\d\d\.$/u, one: 'Make it one meeting again', close: 'Close', capture: 'Capture' },
};

/** A's call an hour ago, then somebody in the same room; one line in each. */
async function again(language: Language, theme: Theme = 'light'): Promise<string> {
  const now = Date.now();
  const id = await joinCall(db, PAGE, now - 60 * MIN);
  const a = await createDeal(db, { accountName: '가온식자재', dealName: '재고 시스템', stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [] }, now - 60 * MIN);
  await fileMeeting(db, id, a, now - 60 * MIN);
  await leaveCall(db, PAGE.tabId, now - 6 * MIN, false, 'hangup');
  await joinCall(db, PAGE, now - 2 * MIN);
  const meeting = await db.meetings.get(id);
  if (!meeting) throw new Error('no meeting');
  for (const [text, ago] of [['of A', 30], ['of B', 1]] as const) await captureLine(db, text, { meeting, dealId: a, focus: null, me: '', kind: null }, now - ago * MIN);
  await stage(<PanelApp tabId={PAGE.tabId} />, language, theme);
  return id;
}

beforeEach(emptyDatabase);

describe('a call that goes on in its room after a break', () => {
  it.each([['ko', 'light'], ['ko', 'dark'], ['en', 'light'], ['en', 'dark']] as const)('says so and is accessible in %s, %s', async (language, theme) => {
    await page.viewport(360, 720);
    await again(language, theme);
    await expect.element(page.getByText(TEXTS[language].line)).toBeVisible();
    expect(await violations()).toEqual([]);
    await picture(`rejoin-${language}-${theme}`);
    await page.getByRole('button', { name: TEXTS[language].split }).click();
    await expect.element(page.getByText(TEXTS[language].parted)).toBeVisible();
    expect(await violations()).toEqual([]);
    await picture(`parted-${language}-${theme}`);
  });

  it.each(['ko', 'en'] as const)('is parted by keyboard, what was being typed goes along, and the two are made one again, in %s', async (language) => {
    const texts = TEXTS[language];
    const id = await again(language);
    const bar = page.getByRole('textbox', { name: texts.capture });
    await bar.fill('half of B');
    const split = page.getByRole('button', { name: texts.split });
    // It is loaded behind the panel.
    await expect.element(split).toBeVisible();
    (split.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(texts.parted)).toBeVisible();
    // The caret goes where the next words go, and the words are there.
    await expect.element(bar).toHaveFocus();
    await expect.element(bar).toHaveValue('half of B');
    const fresh = (await db.presence.get(PAGE.tabId))?.meetingId ?? '';
    expect(fresh).not.toBe(id);
    expect((await db.notes.toArray()).map((n) => [n.text, n.meetingId === fresh, n.dealId === '']).sort()).toEqual([['of A', false, false], ['of B', true, true]]);
    await expect.poll(async () => (await db.drafts.toArray()).map((d) => [d.meetingId, d.text])).toEqual([[fresh, 'half of B']]);
    await page.getByRole('button', { name: texts.one }).click();
    await expect.element(page.getByText(texts.parted)).not.toBeInTheDocument();
    await expect.poll(() => db.meetings.count()).toBe(1);
    await expect.element(bar).toHaveValue('half of B');
    expect((await db.notes.toArray()).every((n) => n.meetingId === id)).toBe(true);
    await expect.poll(async () => (await db.drafts.toArray()).map((d) => d.meetingId)).toEqual([id]);
  });

  it('is one when the rep says so, in every window and after a reload', async () => {
    await again('en');
    await page.getByRole('button', { name: 'Same meeting' }).click();
    await expect.element(page.getByText(TEXTS.en.line)).not.toBeInTheDocument();
    await stage(<PanelApp tabId={PAGE.tabId} />, 'en');
    await expect.element(page.getByRole('textbox', { name: 'Capture' })).toBeVisible();
    await expect.element(page.getByText(TEXTS.en.line)).not.toBeInTheDocument();
  });

  it('closes the editor of an item that belonged to the deal before', async () => {
    const id = await again('en');
    await page.getByRole('button', { name: /^Trigger/u }).first().click();
    await expect.element(page.getByRole('form').first()).toBeVisible();
    await page.getByRole('button', { name: 'New meeting instead' }).click();
    await expect.element(page.getByText(TEXTS.en.parted)).toBeVisible();
    const fresh = (await db.meetings.toArray()).find((m) => m.id !== id)?.id ?? '';
    await fileMeeting(db, fresh, await createDeal(db, { accountName: 'B', dealName: 'B', stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [] }, 1), Date.now());
    await expect.element(page.getByRole('button', { name: /^Trigger/u }).first()).toBeVisible();
    await expect.element(page.getByRole('button', { name: /^Trigger/u }).first()).toHaveAttribute('aria-expanded', 'false');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await expect.element(page.getByText(TEXTS.en.parted)).not.toBeInTheDocument();
    expect((await db.meetings.get(fresh))?.apartFrom).toEqual([id]);
  });
});
