import Dexie from 'dexie';
import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallScreen } from '@/components/call/CallScreen';
import { useDealBoard } from '@/components/hooks/use-deal-record';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Note } from '@/utils/notes/records';
import { createDeal } from '@/utils/services/deal/create-deal';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { emptyDatabase, stage } from './stage';
import { picture } from '../picture';
import { violations } from '../violations';

function Call({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return <div className="panel"><CallScreen meeting={meeting} board={board} /></div>;
}

/** A call with so many notes, its list of lines open. */
async function call(notes: number, language: 'ko' | 'en' = 'en'): Promise<void> {
  const dealId = await createDeal(db, { accountName: 'Acme', dealName: 'Stock', stage: 'estimate', customerDue: null, checklist: { id: 'first-call', version: 1 }, alsoChecklists: [] }, Date.now());
  const meeting = await startManualMeeting(db, dealId, 'First', Date.now());
  const note = (i: number): Note => ({ id: `n${String(i)}`, dealId, meetingId: meeting.id, itemId: null, topic: null, at: meeting.startedAt + i, offsetMs: i, updatedAt: meeting.startedAt, kind: 'note', text: `Note ${String(i + 1)}${i % 7 === 0 ? ': a longer one that takes more than the width of the panel, so that rows differ in height'.repeat(2) : ''}` });
  await db.notes.bulkAdd(Array.from({ length: notes }, (_, i) => note(i)));
  await stage(<Call meeting={meeting} />, language);
  await page.getByRole('tab', { name: language === 'en' ? 'Notes' : '기록' }).click();
}

const list = () => page.getByRole('list', { name: /What was captured|Captured|Notes|기록/u });
const body = (): HTMLElement => document.querySelector<HTMLElement>('.call-body') ?? document.body;
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.records > li')];
const inView = (row: HTMLElement | undefined): boolean => {
  const [of, within] = [row?.getBoundingClientRect(), body().getBoundingClientRect()];
  return of !== undefined && of.bottom <= within.bottom + 1 && of.top >= within.top - 1;
};

beforeEach(emptyDatabase);
// The page goes on to the next file: a disk that stays full after one failure fails all that follow.
afterEach(() => { vi.restoreAllMocks(); });

describe('a long list of lines', () => {
  it('opens at its end, keeps only the rows near in the document, and says of each where it stands', async () => {
    await call(300);
    await expect.element(page.getByText('Note 300', { exact: true })).toBeVisible();
    expect(rows().length).toBeLessThan(60);
    expect(rows().at(-1)?.getAttribute('aria-posinset')).toBe('300');
    expect(rows().at(-1)?.getAttribute('aria-setsize')).toBe('300');
    await expect.poll(() => inView(rows().at(-1))).toBe(true);
    body().scrollTop = 0;
    await expect.element(page.getByText(/^Note 1:/u)).toBeVisible();
    await expect.poll(() => inView(rows()[0])).toBe(true);
    await expect.poll(() => rows().some((row) => row.textContent.includes('Note 300'))).toBe(false);
    expect(await violations()).toEqual([]);
    // No two rows lie over each other.
    const tops = rows().map((row) => row.getBoundingClientRect());
    tops.slice(1).forEach((rect, i) => { expect(rect.top).toBeGreaterThanOrEqual((tops[i]?.bottom ?? 0) - 1); });
  });

  it('has the tools of a line beside its time, above its words', async () => {
    await call(3);
    await expect.element(page.getByText('Note 3', { exact: true })).toBeVisible();
    await picture('lines-360');
    const [head, tools, text] = ['.record-head', '.record-tools', '.record-text'].map((part) => rows()[2]?.querySelector(part)?.getBoundingClientRect());
    expect(tools?.left).toBeGreaterThanOrEqual(head?.right ?? Infinity);
    expect(Math.abs((tools?.top ?? 0) - (head?.top ?? 0))).toBeLessThan(8);
    expect(text?.top).toBeGreaterThanOrEqual(head?.bottom ?? Infinity);
    // Placed within their list, whatever stands above it.
    expect(rows()[2]?.offsetParent).toBe(document.querySelector('.records'));
  });

  it('brings what was just typed into view, wherever it was scrolled to', async () => {
    await call(150);
    await expect.element(page.getByText('Note 150', { exact: true })).toBeVisible();
    body().scrollTop = 0;
    await expect.element(page.getByText(/^Note 1:/u)).toBeVisible();
    await page.getByRole('textbox', { name: 'Capture' }).click();
    await userEvent.keyboard('the newest of all{Enter}');
    await expect.element(list().getByText('the newest of all')).toBeVisible();
    await expect.poll(() => inView(rows().at(-1))).toBe(true);
    expect(rows().at(-1)?.textContent).toContain('the newest of all');
  });

  it('keeps a line in the document while its form is open, wherever it is scrolled to', async () => {
    await call(150);
    await expect.element(page.getByText('Note 150', { exact: true })).toBeVisible();
    const last = page.getByRole('listitem').filter({ hasText: 'Note 150' });
    await last.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('half a thought');
    await page.getByRole('textbox', { name: 'Capture' }).click();
    body().scrollTop = 0;
    await expect.element(page.getByText(/^Note 1:/u)).toBeVisible();
    body().scrollTop = body().scrollHeight;
    await expect.element(page.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue('half a thought');
    // Without the form it goes like the others.
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('textbox', { name: 'Capture' }).click();
    body().scrollTop = 0;
    await expect.poll(() => rows().some((row) => row.textContent.includes('Note 150'))).toBe(false);
  });

  it('shows a form that is opened on the last line as a whole', async () => {
    await call(150);
    await expect.element(page.getByText('Note 150', { exact: true })).toBeVisible();
    await page.getByRole('listitem').filter({ hasText: 'Note 150' }).getByRole('button', { name: 'Edit' }).click();
    const form = (): HTMLElement | undefined => document.querySelector<HTMLElement>('.records form') ?? undefined;
    await expect.poll(() => inView(form())).toBe(true);
    // Opened once it stays where the rep scrolls to, also when a line comes in from elsewhere.
    body().scrollTop = 0;
    await expect.element(page.getByText(/^Note 1:/u)).toBeVisible();
    await db.notes.update('n0', { text: 'changed in another window', updatedAt: 9 });
    await expect.element(page.getByText('changed in another window')).toBeVisible();
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    expect(body().scrollTop).toBe(0);
  });

  it('of some dozen lines is all in the document, for the browser’s own search', async () => {
    await call(55);
    await expect.poll(() => rows().length).toBe(55);
  });
});

describe('a line on its way to the disk', () => {
  it('stands in the list at once, not yet workable, and as any other once it is saved', async () => {
    await call(3);
    await expect.element(page.getByText('Note 3', { exact: true })).toBeVisible();
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { free = resolve; });
    const disk = db.transaction('rw', db.tables, async () => { await Dexie.waitFor(held); });
    await page.getByRole('textbox', { name: 'Capture' }).click();
    await userEvent.keyboard('on its way{Enter}');
    const row = page.getByRole('listitem').filter({ hasText: 'on its way' });
    await expect.element(row).toHaveAttribute('aria-busy', 'true');
    expect(row.getByRole('button').elements()).toEqual([]);
    await expect.element(page.getByRole('textbox', { name: 'Capture' })).toHaveValue('on its way');
    free();
    await disk;
    await expect.element(row.getByRole('button', { name: 'Edit' })).toBeVisible();
    await expect.element(row).not.toHaveAttribute('aria-busy');
    expect(rows().length).toBe(4);
  });

  it('that was saved and taken back before the list is opened is not in it', async () => {
    await call(3);
    await page.getByRole('tab', { name: 'Checklist' }).click();
    await page.getByRole('textbox', { name: 'Capture' }).click();
    await userEvent.keyboard('taken back{Enter}');
    await expect.poll(() => db.notes.count()).toBe(4);
    await expect.element(page.getByRole('textbox', { name: 'Capture' })).toHaveValue('');
    await userEvent.keyboard('{Alt>}z{/Alt}');
    await expect.poll(() => db.notes.count()).toBe(3);
    await page.getByRole('tab', { name: 'Notes' }).click();
    await expect.element(page.getByText('Note 3', { exact: true })).toBeVisible();
    expect(rows().length).toBe(3);
  });

  it('is gone from the list when it can’t be saved, and stays in the box', async () => {
    await call(3);
    await expect.element(page.getByText('Note 3', { exact: true })).toBeVisible();
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => { throw new DOMException('disk full', 'QuotaExceededError'); });
    await page.getByRole('textbox', { name: 'Capture' }).click();
    await userEvent.keyboard('never saved{Enter}');
    await expect.poll(() => add.mock.calls.length).toBeGreaterThan(0);
    await expect.element(page.getByRole('textbox', { name: 'Capture' })).toHaveValue('never saved');
    await expect.poll(() => rows().length).toBe(3);
    add.mockRestore();
  });
});

describe('a note that is being edited', () => {
  it('is left by Escape and keeps what was typed; an IME keeps its own Escape', async () => {
    await call(1);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const box = page.getByRole('textbox', { name: 'Text', exact: true });
    await box.fill('Note 1, and more');
    box.element().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', isComposing: true, bubbles: true }));
    await expect.element(box).toHaveValue('Note 1, and more');
    await userEvent.keyboard('{Escape}');
    await expect.element(box).not.toBeInTheDocument();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect.element(box).toHaveValue('Note 1, and more');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect.element(box).not.toHaveValue('Note 1, and more');
  });
});
