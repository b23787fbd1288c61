/** Lines in the library: those that no meeting lists, and those of a meeting whose review is closed, with the tools they had in the call. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Note } from '@/utils/notes/records';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { closeMeeting, endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';
let other = '';

async function say(text: string, meeting: Meeting | null = null, deal = dealId, at = AT): Promise<string> {
  return (await captureLine(db, text, { meeting, dealId: deal, focus: null, me: '박서연', kind: null }, at))?.id ?? '';
}

/** A meeting of the deal whose review was closed. */
async function closed(lines: readonly string[], deal = dealId): Promise<Meeting> {
  const meeting = await startManualMeeting(db, deal, '1차 미팅', AT);
  for (const [i, text] of lines.entries()) await say(text, meeting, deal, AT + (i + 1) * 60_000);
  await endMeeting(db, meeting.id, AT + 1_800_000);
  await closeMeeting(db, meeting.id, AT + 1_900_000);
  return meeting;
}

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  other = await someDeal(db, '한빛물류', '배차 시스템');
  location.hash = `#/deal/${dealId}`;
  await page.viewport(360, 800);
});

const outside = (language: 'ko' | 'en') => page.getByRole('list', { name: language === 'ko' ? '그 밖에 미팅 밖에서 적은 것' : 'What else was caught outside its meetings' });
const timeline = () => page.getByRole('list', { name: 'Time line' });

describe('a deal’s page', () => {
  it.each(['ko', 'en'] as const)('lists what was caught outside its meetings, newest first, with kind and time (%s)', async (language) => {
    const ko = language === 'ko';
    await say('? 서버는 어디에 두나요');
    await say('팝업에서 적은 메모', null, dealId, AT + 60_000);
    await say('* 금요일에 다시 통화', null, dealId, AT + 120_000);
    await closed(['미팅에서 적은 메모']);
    await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
    await expect.element(page.getByRole('heading', { name: ko ? '그 밖에 미팅 밖에서 적은 것 (2)' : 'What else was caught outside its meetings (2)' })).toBeVisible();
    const items = outside(language).getByRole('listitem');
    await expect.element(items.nth(1)).toBeVisible();
    expect(items.elements().map((li) => li.querySelector('.kind')?.textContent)).toEqual(ko ? ['결정', '메모'] : ['Decision', 'Note']);
    await expect.element(items.nth(0)).toHaveTextContent(ko ? /2026\. 11\. 24\. \(화\) \d\d:\d\d/u : /2026.*\d\d:\d\d/u);
    expect(outside(language).getByText('미팅에서 적은 메모').elements()).toEqual([]);
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('edits such a line and its kind in place, only what was changed, and the keyboard comes back to the pencil', async () => {
    const id = await say('팝업에서 적은 메모');
    await stage(<LibraryApp />, 'en');
    const row = outside('en').getByRole('listitem');
    await row.getByRole('button', { name: 'Edit' }).click();
    await row.getByRole('combobox', { name: 'Kind' }).selectOptions('risk');
    await db.notes.update(id, { text: 'changed in another window' });
    await row.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => db.notes.get(id)).toMatchObject({ kind: 'risk', text: 'changed in another window' });
    await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Edit');
  });

  it('deletes such a line and brings it back with the key that is under the finger', async () => {
    const id = await say('팝업에서 적은 메모');
    await stage(<LibraryApp />, 'en');
    const row = outside('en').getByRole('listitem');
    await row.getByRole('button', { name: 'Delete' }).click();
    await expect.element(page.getByText('Deleted: “팝업에서 적은 메모”')).toBeVisible();
    expect(await db.notes.get(id)).toBeUndefined();
    await expect.poll(() => document.activeElement?.textContent).toBe('Undo');
    await userEvent.keyboard('{Enter}');
    await expect.element(outside('en').getByText('팝업에서 적은 메모')).toBeVisible();
    expect((await db.notes.get(id))?.text).toBe('팝업에서 적은 메모');
  });

  it('moves such a line to another deal, and takes one off the record for good', async () => {
    const moved = await say('다른 건 이야기');
    const secret = await say('비밀로 해 달라는 말씀', null, dealId, AT + 1000);
    await stage(<LibraryApp />, 'en');
    const row = (text: string) => outside('en').getByRole('listitem').filter({ hasText: text });
    await row('다른 건').getByRole('button', { name: 'Move to another deal' }).click();
    await row('배차').getByRole('combobox', { name: 'Move to' }).selectOptions('한빛물류 · 배차 시스템');
    await outside('en').getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await db.notes.get(moved))?.dealId).toBe(other);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await db.notes.get(moved))?.dealId).toBe(dealId);
    await row('비밀로').getByRole('button', { name: 'Off the record' }).click();
    await expect.element(page.getByText('Taken off the record.')).toBeVisible();
    expect([await db.notes.get(secret), JSON.stringify(await db.changes.toArray()).includes('비밀로')]).toEqual([undefined, false]);
    expect(page.getByRole('button', { name: 'Undo' }).elements()).toEqual([]);
  });

  it('says of a line that was moved here in which meeting it was said, also when that is gone', async () => {
    const meeting = await closed(['이 건 이야기'], other);
    const [{ id } = { id: '' }] = await db.notes.toArray();
    await moveLine(db, 'notes', id, dealId, AT + 2_000_000);
    await stage(<LibraryApp />, 'en');
    await expect.element(outside('en').getByRole('link', { name: '1차 미팅' })).toHaveAttribute('href', `#/meeting/${meeting.id}?line=${id}`);
    await deleteToBin(db, 'deal', other, 'x', AT + 3_000_000);
    await expect.element(outside('en').getByText('Said in a meeting that was deleted.')).toBeVisible();
    await expect.element(outside('en').getByText('이 건 이야기')).toBeVisible();
  });
});

describe('the time line of a meeting whose review is closed', () => {
  it.each(['ko', 'en'] as const)('has the tools of a call on every line, by role and name (%s)', async (language) => {
    const meeting = await closed(['메모 한 줄', '? 미확인', '! 약속', '+ 고객 요청', '# 재고가 안 맞음']);
    location.hash = `#/meeting/${meeting.id}`;
    await stage(<LibraryApp />, language);
    const list = page.getByRole('list', { name: language === 'ko' ? '시간순 기록' : 'Time line' });
    await expect.element(list.getByRole('listitem').nth(4)).toBeVisible();
    const names = language === 'ko' ? ['수정', '다른 영업 건으로 옮기기', '삭제', '기록에서 빼기'] : ['Edit', 'Move to another deal', 'Delete', 'Off the record'];
    for (const name of names) expect(list.getByRole('button', { name, exact: true }).elements().length).toBe(5);
    expect(await violations()).toEqual([]);
    await list.getByRole('listitem').filter({ hasText: '메모 한 줄' }).getByRole('button', { name: names[3] }).click();
    await expect.poll(() => db.notes.count()).toBe(1);
    await list.getByRole('listitem').filter({ hasText: '재고가' }).getByRole('button', { name: names[2] }).click();
    await expect.poll(() => db.notes.count()).toBe(0);
    await page.getByRole('button', { name: language === 'ko' ? '되돌리기' : 'Undo' }).click();
    await expect.poll(async () => (await db.notes.toArray()).map((n) => n.text)).toEqual(['재고가 안 맞음']);
    expect(await violations()).toEqual([]);
  });

  it('takes an answer off the record with what it differed from; that it was covered stays', async () => {
    const meeting = await startManualMeeting(db, dealId, '1차 미팅', AT);
    const input = { dealId, item: { id: 'A01', topic: 'pain.primary' }, meeting, state: 'answered', value: null, remark: '', saidBy: '김도현', confidence: 'stated', relation: 'differs', reason: '', offRecord: false, sides: null, language: 'en' } as const;
    await recordAnswer(db, { ...input, raw: '인수합병 준비 중' }, AT + 1000);
    await recordAnswer(db, { ...input, raw: '인수합병은 소문' }, AT + 2000);
    await endMeeting(db, meeting.id, AT + 9000);
    await closeMeeting(db, meeting.id, AT + 9500);
    location.hash = `#/meeting/${meeting.id}`;
    await stage(<LibraryApp />, 'en');
    await expect.element(timeline().getByText('인수합병 준비 중 (김도현) ↔ 인수합병은 소문 (김도현)')).toBeVisible();
    expect(timeline().getByRole('listitem').elements().length).toBe(3);
    await timeline().getByRole('button', { name: 'Off the record' }).first().click();
    await expect.element(page.getByText('Taken off the record.')).toBeVisible();
    await expect.poll(() => timeline().getByRole('button', { name: 'Off the record' }).elements().length).toBe(0);
    const all = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    expect(all).not.toContain('인수합병');
    const newest = (await db.answers.orderBy('id').toArray()).sort((a, b) => b.at - a.at)[0];
    expect(newest).toMatchObject({ state: 'partial', offRecord: true, raw: '' });
    expect(await violations()).toEqual([]);
  });

  it('of a long call keeps only the rows near in the document, and those that someone works in', async () => {
    const meeting = await closed([]);
    const note = (i: number): Note => ({ id: `n${String(i)}`, dealId, meetingId: meeting.id, itemId: null, topic: null, at: AT + i * 1000, offsetMs: i * 1000, updatedAt: AT, kind: 'note', text: `Note ${String(i + 1)}${i % 7 === 0 ? ': a longer one that takes more than one line of a narrow page'.repeat(3) : ''}` });
    await db.notes.bulkAdd(Array.from({ length: 600 }, (_, i) => note(i)));
    location.hash = `#/meeting/${meeting.id}`;
    await stage(<LibraryApp />, 'en');
    const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.records > li')];
    await expect.poll(() => items().length).toBeGreaterThan(0);
    expect(items().length).toBeLessThan(60);
    expect(items()[0]?.getAttribute('aria-setsize')).toBe('600');
    await timeline().getByRole('listitem').first().getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('half a thought');
    scrollTo(0, document.body.scrollHeight);
    const list = document.querySelector('.records');
    scrollTo(0, scrollY + (list?.getBoundingClientRect().bottom ?? 0) - innerHeight);
    await expect.element(page.getByText('Note 600', { exact: true })).toBeVisible();
    await expect.element(page.getByRole('textbox', { name: 'Text', exact: true })).toHaveValue('half a thought');
    // No two rows lie over each other, and each is where the list has room for it.
    const tops = items().map((row) => row.getBoundingClientRect());
    tops.slice(1).forEach((rect, i) => { expect(rect.top).toBeGreaterThanOrEqual((tops[i]?.bottom ?? 0) - 1); });
    await page.getByRole('listitem').filter({ hasText: 'Note 600' }).getByRole('button', { name: 'Delete' }).click();
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeInViewport();
  });
});
