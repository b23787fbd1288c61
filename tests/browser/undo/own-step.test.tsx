/** The undo beside something takes back that step, never a later one of the same row that another window took. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import type { Meeting } from '@/utils/meeting/meeting';
import { mergeAccounts } from '@/utils/services/account/edit-account';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { closeMeeting, endMeeting } from '@/utils/services/meeting/end-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';

const AT = Date.UTC(2026, 10, 24, 5);
/** After anything that is done here. */
const LATER = Date.UTC(2090, 0, 1);
let dealId = '';
let other = '';
let third = '';

async function say(text: string, meeting: Meeting | null = null, at = AT + 60_000): Promise<string> {
  return (await captureLine(db, text, { meeting, dealId: meeting ? meeting.dealId : dealId, focus: null, me: '박서연', kind: null }, at))?.id ?? '';
}

async function closed(): Promise<Meeting> {
  const meeting = await startManualMeeting(db, dealId, '1차 미팅', AT);
  await say('배차 이야기', meeting);
  await say('재고 이야기', meeting, AT + 120_000);
  await endMeeting(db, meeting.id, AT + 1_800_000);
  await closeMeeting(db, meeting.id, AT + 1_900_000);
  return meeting;
}

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  other = await someDeal(db, '한빛물류', '배차 시스템');
  third = await someDeal(db, '다온', '포털');
  await page.viewport(360, 800);
});

const open = async (hash: string): Promise<void> => {
  location.hash = hash;
  await stage(<LibraryApp />, 'en');
};
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

async function comesTooLate(): Promise<void> {
  await button('Undo').click();
  await expect.element(page.getByText('That was changed again since', { exact: false })).toBeVisible();
}

describe('another window took a step of the same row since', () => {
  it('a meeting that was renamed keeps its later name', async () => {
    const { id } = await closed();
    await open(`#/meeting/${id}`);
    await button('Rename “1차 미팅”').click();
    await page.getByLabelText('Title of the meeting').fill('2차');
    await button('Save').click();
    await expect.element(page.getByRole('heading', { name: '2차' })).toBeVisible();
    await editMeeting(db, id, { title: '3차' }, LATER);
    await comesTooLate();
    expect((await db.meetings.get(id))?.title).toBe('3차');
  });

  it('a line that was deleted, brought back there and edited stays as it was edited', async () => {
    const id = await say('팝업에서 적은 메모');
    await open(`#/deal/${dealId}`);
    await page.getByRole('list', { name: 'What else was caught outside its meetings' }).getByRole('button', { name: 'Delete' }).click();
    await expect.element(button('Undo')).toBeVisible();
    await undoNewest(db, '', { holds: id });
    await editLine(db, 'notes', id, { text: '고친 메모' }, LATER);
    await comesTooLate();
    expect((await db.notes.get(id))?.text).toBe('고친 메모');
  });

  it('a note that became a risk keeps the words it was given then', async () => {
    const id = await say('# 재고가 틀린다');
    await open(`#/deal/${dealId}`);
    const pains = page.getByRole('listitem').filter({ hasText: '재고가 틀린다' });
    await pains.getByRole('button', { name: /^Edit/u }).first().click();
    const form = page.getByRole('listitem').filter({ has: page.getByRole('combobox', { name: 'Kind' }) });
    await form.getByRole('combobox', { name: 'Kind' }).selectOptions('risk');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect.element(button('Undo')).toBeVisible();
    await editLine(db, 'notes', id, { text: '고친 위험' }, LATER);
    await comesTooLate();
    expect(await db.notes.get(id)).toMatchObject({ text: '고친 위험', kind: 'risk' });
  });

  it('lines that were moved together stay where they went later', async () => {
    const meeting = await closed();
    const line = await db.notes.filter((row) => row.text === '배차 이야기').first();
    await open(`#/meeting/${meeting.id}`);
    await button('Move several lines').click();
    await page.getByRole('checkbox', { name: 'Pick “배차 이야기”' }).click();
    await button('Choose the deal').click();
    await button(/한빛물류/u).click();
    await expect.element(button('Undo')).toBeVisible();
    await moveLine(db, 'notes', line?.id ?? '', third, LATER);
    await comesTooLate();
    expect((await db.notes.get(line?.id ?? ''))?.dealId).toBe(third);
  });

  it('what was caught without a deal stays where it went later', async () => {
    dealId = '';
    const id = await say('주인 없는 줄');
    await open('#/unfiled');
    await button('Put all into one deal').click();
    await button(/한빛물류/u).click();
    await expect.element(button('Undo')).toBeVisible();
    await moveLine(db, 'notes', id, third, LATER);
    await comesTooLate();
    expect((await db.notes.get(id))?.dealId).toBe(third);
  });

  it('a promise keeps what delivery was said to say later', async () => {
    const id = await say('! 데모를 보여 드리겠습니다');
    await editLine(db, 'commitments', id, { confirmation: 'unconfirmed', onBehalfOfDelivery: true }, AT + 61_000);
    await open(`#/deal/${dealId}`);
    await button(/^Note delivery’s answer/u).click();
    const form = page.getByRole('form', { name: /^Note delivery’s answer/u });
    await form.getByText('We can', { exact: true }).click();
    await form.getByLabelText('Who said it').fill('정하늘');
    await form.getByLabelText('Where it was said').fill('전화');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect.element(button('Undo')).toBeVisible();
    await editLine(db, 'commitments', id, { due: '2099-12-01' }, LATER);
    await comesTooLate();
    expect((await db.commitments.get(id))?.due).toBe('2099-12-01');
  });

  it('a meeting that was moved stays where it went later', async () => {
    const { id } = await closed();
    await open(`#/meeting/${id}`);
    await button('Move this meeting to another deal').click();
    await button(/한빛물류/u).click();
    await expect.element(button('Undo')).toBeVisible();
    await fileMeeting(db, id, third, LATER);
    await comesTooLate();
    expect((await db.meetings.get(id))?.dealId).toBe(third);
  });

  it('an account that was merged stays as it was changed later', async () => {
    const [into, from, more] = (await db.deals.bulkGet([dealId, other, third])).map((deal) => deal?.accountId ?? '');
    await open(`#/account/${into ?? ''}`);
    await page.getByRole('combobox', { name: 'Account to merge into this one' }).selectOptions(from ?? '');
    await button('Merge').click();
    await expect.element(page.getByText('Merged.')).toBeVisible();
    await undoNewest(db, '', { holds: from ?? '' });
    await mergeAccounts(db, more ?? '', from ?? '', LATER);
    await comesTooLate();
    expect((await db.deals.get(other))?.accountId).toBe(more);
  });
});
