/** Addresses that lead to a line: shown, marked and with the keyboard, wherever it stands; and what is said when it is not there any more. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Note } from '@/utils/notes/records';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { closeMeeting, endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';
let meeting: Meeting;

async function say(text: string, said: Meeting | null = meeting, deal = dealId): Promise<string> {
  return (await captureLine(db, text, { meeting: said, dealId: deal, focus: null, me: '박서연', kind: null }, AT + 1000))?.id ?? '';
}

async function manyNotes(count: number): Promise<void> {
  const note = (i: number): Note => ({ id: `n${String(i)}`, dealId, meetingId: meeting.id, itemId: null, topic: null, at: AT + i * 1000, offsetMs: i * 1000, updatedAt: AT, kind: 'note', text: `Note ${String(i)}${i % 5 === 0 ? ': a longer one that takes more than one line of a narrow page'.repeat(4) : ''}` });
  await db.notes.bulkAdd(Array.from({ length: count }, (_, i) => note(i)));
}

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  meeting = await startManualMeeting(db, dealId, '1차 미팅', AT);
  await endMeeting(db, meeting.id, AT + 1_800_000);
  await closeMeeting(db, meeting.id, AT + 1_900_000);
  await page.viewport(360, 640);
});

const current = (): Element | null => document.querySelector('main [aria-current="true"]');
const inSight = (): boolean => { const box = current()?.getBoundingClientRect(); return box !== undefined && box.top >= 0 && box.bottom <= innerHeight; };
const focused = (): boolean => document.activeElement === current();

describe('an address with a line', () => {
  it.each([['ko', 'light', 360], ['en', 'dark', 1000]] as const)('shows a line far down a long time line, marked and with the keyboard (%s, %s, %i px)', async (language, theme, width) => {
    await page.viewport(width, 640);
    await manyNotes(600);
    location.hash = `#/meeting/${meeting.id}?line=n447`;
    await stage(<LibraryApp />, language, theme);
    await expect.poll(() => current()?.textContent).toContain('Note 447');
    await expect.poll(() => [focused(), inSight()]).toEqual([true, true]);
    // Still there once the page is at rest.
    await new Promise((resolve) => { setTimeout(resolve, 700); });
    expect([focused(), inSight()]).toEqual([true, true]);
    expect(document.querySelectorAll('main [aria-current]').length).toBe(1);
    expect(getComputedStyle(current() ?? document.body).boxShadow).not.toBe('none');
    expect(await violations()).toEqual([]);
    // Tab goes on to the tools of the line.
    await userEvent.keyboard('{Tab}');
    expect([document.activeElement?.tagName, current()?.contains(document.activeElement)]).toEqual(['BUTTON', true]);
  });

  it('leaves alone whoever scrolls on, and leads there again by the same link', async () => {
    await manyNotes(200);
    location.hash = `#/meeting/${meeting.id}?line=n150`;
    await stage(<LibraryApp />, 'en');
    await expect.poll(inSight).toBe(true);
    dispatchEvent(new WheelEvent('wheel'));
    scrollTo(0, 0);
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    expect(scrollY).toBe(0);
    const again = document.createElement('a');
    again.href = location.hash;
    document.querySelector('main')?.prepend(again);
    again.click();
    await expect.poll(inSight).toBe(true);
  });

  it('leads from a search result to the line in its meeting, on its deal’s page, and to an answer', async () => {
    await manyNotes(120);
    const [said, outside] = [await say('창고 서버실 이야기'), await say('? 서버실 면적', null)];
    await recordAnswer(db, { dealId, item: { id: 'A02', topic: 'context.trigger' }, meeting: null, state: 'answered', value: null, raw: '서버실 이전', remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko' }, AT + 5000);
    for (const [words, place] of [['창고 서버실', `#/meeting/${meeting.id}?line=${said}`], ['서버실 면적', `#/deal/${dealId}?line=${outside}`], ['서버실 이전', `#/deal/${dealId}?line=`]] as const) {
      location.hash = '#/search';
      await stage(<LibraryApp />, 'en');
      await page.getByRole('searchbox').fill(words);
      await expect.poll(() => document.querySelectorAll('.search-result').length).toBe(1);
      await userEvent.keyboard('{ArrowDown}{Enter}');
      await expect.poll(() => location.hash).toContain(place);
      await expect.poll(() => current()?.textContent).toContain(words);
      await expect.poll(() => [focused(), inSight()]).toEqual([true, true]);
    }
  });

  it('leads from the gaps list across deals to the gap in its time line, and on its deal’s page', async () => {
    await manyNotes(120);
    const [said, outside] = [await say('? 발주까지 연동하나요'), await say('? 서버 위치', null)];
    location.hash = '#/gaps';
    await stage(<LibraryApp />, 'en');
    await expect.element(page.getByRole('link', { name: 'Meeting', exact: true })).toHaveAttribute('href', `#/meeting/${meeting.id}?line=${said}`);
    await page.getByRole('listitem').filter({ hasText: '서버 위치' }).getByRole('link').click();
    await expect.poll(() => location.hash).toBe(`#/deal/${dealId}?line=${outside}`);
    await expect.poll(() => [current()?.textContent.includes('서버 위치'), focused(), inSight()]).toEqual([true, true, true]);
    await page.getByRole('listitem').filter({ hasText: '발주까지 연동하나요' }).getByRole('link').click();
    await expect.poll(() => location.hash).toBe(`#/meeting/${meeting.id}?line=${said}`);
    await expect.poll(() => [current()?.textContent.includes('발주까지'), focused(), inSight()]).toEqual([true, true, true]);
  });
});

describe('a line that is not there any more', () => {
  it.each(['ko', 'en'] as const)('is said to be gone (%s)', async (language) => {
    const id = await say('뺄 메모');
    await takeOffRecord(db, 'notes', id);
    location.hash = `#/meeting/${meeting.id}?line=${id}`;
    await stage(<LibraryApp />, language);
    await expect.element(page.getByText(language === 'ko' ? '찾으시는 기록은 이제 없습니다. 삭제했거나 기록에서 뺀 내용입니다.' : 'The line that this address leads to is gone: it was deleted or taken off the record.')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('leads to the deal it was moved to, also when its meeting is in the bin; said nowhere while the line is being read', async () => {
    const other = await someDeal(db, '한빛물류', '배차 시스템');
    const [moved, outside] = [await say('배차 이야기'), await say('바깥 이야기', null)];
    await moveLine(db, 'notes', moved, other, AT + 2000);
    await moveLine(db, 'notes', outside, other, AT + 2000);
    location.hash = `#/meeting/${meeting.id}?line=${moved}`;
    let said = false;
    const watch = new MutationObserver(() => { said ||= document.body.textContent.includes('is here now'); });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    await stage(<LibraryApp />, 'en');
    // Its meeting still lists it.
    await expect.poll(() => current()?.textContent).toContain('배차 이야기');
    watch.disconnect();
    expect(said).toBe(false);
    location.hash = `#/deal/${dealId}?line=${outside}`;
    await expect.element(page.getByText('The line that this address leads to is here now:')).toBeVisible();
    await deleteToBin(db, 'meeting', meeting.id, '1차', AT + 3000);
    location.hash = `#/meeting/${meeting.id}?line=${moved}`;
    await page.getByRole('link', { name: '한빛물류 · 배차 시스템' }).click();
    await expect.poll(() => location.hash).toBe(`#/deal/${other}?line=${moved}`);
    await expect.poll(() => [current()?.textContent.includes('배차 이야기'), inSight()]).toEqual([true, true]);
  });

  it('in the bin with its meeting leads to the bin; deleted here, it is said once, with its undo', async () => {
    const [id, here] = [await say('미팅과 함께'), await say('여기서 지움', null)];
    location.hash = `#/deal/${dealId}?line=${here}`;
    await stage(<LibraryApp />, 'en');
    await expect.poll(focused).toBe(true);
    await page.getByRole('listitem').filter({ hasText: '여기서 지움' }).getByRole('button', { name: 'Delete' }).click();
    await expect.element(page.getByText('Deleted: “여기서 지움”')).toBeVisible();
    expect(page.getByText('The line that this address leads to', { exact: false }).elements()).toEqual([]);
    await deleteToBin(db, 'meeting', meeting.id, '1차', AT + 3000);
    location.hash = `#/meeting/${meeting.id}?line=${id}`;
    await expect.element(page.getByText('The line that this address leads to is in the bin.')).toBeVisible();
  });
});
