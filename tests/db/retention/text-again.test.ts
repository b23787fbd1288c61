/** Text that comes into a meeting after its text was deleted can be deleted again; what a meeting lent to earlier ones goes with it. */
import { describe, expect, it } from 'vitest';
import { viewChecklist } from '@/utils/checklist/item-view';
import type { BatonDatabase } from '@/utils/db/database';
import { readCaptureTarget } from '@/utils/db/library/read-capture';
import type { Meeting } from '@/utils/meeting/meeting';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { standIn } from '@/utils/db/undo/place';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup } from '@/utils/services/backup/restore-backup';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { saveDraft } from '@/utils/services/capture/save-draft';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { attachGap, endGap } from '@/utils/services/gap/own-gap';
import { editMinutes } from '@/utils/services/meeting/edit-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { setDeleteBy } from '@/utils/services/retention/keep-meeting';
import { purgeDueMeetings, purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { freshDatabase, someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const DAY = 86_400_000;

async function say(db: BatonDatabase, meeting: Meeting, words: string, at: number): Promise<string> {
  return (await captureLine(db, words, { meeting, dealId: meeting.dealId, focus: null, me: '박서연', kind: null }, at))?.id ?? '';
}

const everything = async (db: BatonDatabase): Promise<string> => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

describe('a meeting whose text was deleted', () => {
  async function purgedSince(mode: 'merge' | 'keep', elsewhere: (other: BatonDatabase, meeting: Meeting) => Promise<unknown>) {
    const { db, meeting } = await someCall(AT);
    await say(db, meeting, '비밀스런 메모', AT + 1);
    await endMeeting(db, meeting.id, AT + 2);
    const other = freshDatabase();
    await restoreBackup(other, await readBackupFile(new Blob((await makeBackup(db, {}, AT + 10)).parts), (html) => html), 'merge', AT + 10);
    await elsewhere(other, meeting);
    await setDeleteBy(db, meeting.id, '2026-11-25', AT + 11);
    expect(await purgeDueMeetings(db, 0, AT + 3 * DAY)).toBe(1);
    await restoreBackup(db, await readBackupFile(new Blob((await makeBackup(other, {}, AT + 10)).parts), (html) => html), mode, AT + 4 * DAY);
    return { db, meeting };
  }

  it.each(['merge', 'keep'] as const)('gets nothing back from an older backup (%s)', async (mode) => {
    const { db, meeting } = await purgedSince(mode, async () => undefined);
    expect(await everything(db)).not.toContain('비밀스런');
    expect((await db.meetings.get(meeting.id))?.purgedAt).toBe(AT + 3 * DAY);
  });

  it.each(['merge', 'keep'] as const)('has its day again when text comes that was written on another machine since (%s)', async (mode) => {
    const { db, meeting } = await purgedSince(mode, (other, of) => say(other, of, '저쪽의 비밀', AT + 5));
    expect([await db.notes.count(), (await db.meetings.get(meeting.id))?.purgedAt]).toEqual([1, undefined]);
    expect(await setDeleteBy(db, meeting.id, '2026-12-01', AT + 4 * DAY)).toBe(true);
    expect(await purgeDueMeetings(db, 0, AT + 30 * DAY)).toBe(1);
    expect(await everything(db)).not.toMatch(/비밀스런|저쪽의/);
    expect(await setDeleteBy(db, meeting.id, '2026-12-01', AT + 31 * DAY)).toBe(false);
  });

  it('takes no line from outside: it goes to the deal', async () => {
    const { db, dealId, meeting } = await someCall(AT);
    await endMeeting(db, meeting.id, AT + 2);
    expect((await readCaptureTarget(db, null, AT + 4)).meeting?.id).toBe(meeting.id);
    await purgeMeeting(db, meeting.id, AT + 3);
    expect(await readCaptureTarget(db, null, AT + 4)).toMatchObject({ meeting: null, dealId });
  });

  it('loses again, on its day, what a window that was still open wrote into it', async () => {
    const { db, meeting } = await someCall(AT);
    await endMeeting(db, meeting.id, AT + 2);
    await purgeMeeting(db, meeting.id, AT + 3);
    await say(db, meeting, '늦게 온 비밀', AT + 4);
    expect(await purgeDueMeetings(db, 6, AT + 300 * DAY)).toBe(1);
    expect(await everything(db)).not.toContain('늦게 온');
    await editMinutes(db, meeting.id, 'notes', '회의록의 비밀', AT + 301 * DAY);
    expect((await db.meetings.get(meeting.id))?.purgedAt).toBeUndefined();
    expect(await purgeDueMeetings(db, 6, AT + 302 * DAY)).toBe(1);
    expect(await everything(db)).not.toContain('회의록의');
  });
});

describe('deleting the text of a later meeting', () => {
  async function twoCalls() {
    const { db, dealId, meeting: first } = await someCall(AT);
    const { items } = await loadChecklist(db, { id: 'custom-development', version: 1 });
    const view = viewChecklist(items, [], []).find((v) => v.item.topic === 'budget.range');
    if (!view) throw new Error('no item');
    const gap = await say(db, first, '? 예산 범위', AT + 1);
    await endMeeting(db, first.id, AT + 2);
    await attachGap(db, gap, view, AT + 3);
    return { db, dealId, gap, view, second: await startManualMeeting(db, dealId, '2차', AT + DAY) };
  }

  it('takes its "?" out of the older one that it joined, and leaves what that one asked and how it was changed since', async () => {
    const { db, gap, view, second } = await twoCalls();
    await attachGap(db, await say(db, second, '? 대표가 몰래 말한 3억이 진짜인가', AT + DAY + 1), view, AT + DAY + 2);
    await editLine(db, 'gaps', gap, { owner: '김도현' }, AT + DAY + 3);
    await endMeeting(db, second.id, AT + DAY + 4);
    await purgeMeeting(db, second.id, AT + 2 * DAY);
    expect(await everything(db)).not.toContain('몰래');
    expect(await db.gaps.get(gap)).toMatchObject({ question: '예산 범위', owner: '김도현' });
  });

  it('takes it out as well when it joined on the deal’s own page, where the step is filed under the deal', async () => {
    const { db, dealId, gap, view, second } = await twoCalls();
    const id = await say(db, second, '? 대표가 몰래 말한 3억이 진짜인가', AT + DAY + 1);
    await endMeeting(db, second.id, AT + DAY + 2);
    const leave = standIn(dealId);
    await attachGap(db, id, view, AT + 2 * DAY).finally(leave);
    await purgeMeeting(db, second.id, AT + 3 * DAY);
    expect(await everything(db)).not.toContain('몰래');
    expect(await db.gaps.get(gap)).toMatchObject({ question: '예산 범위' });
  });

  it.each(['in its list', 'in the bin'])('takes the outcome that was typed in it out of an older "?" %s', async (where) => {
    const { db, dealId, gap, second } = await twoCalls();
    await endGap(db, gap, { state: 'answered', outcome: '몰래 5억이라 들음', owner: '' }, { meeting: second, language: 'ko' }, AT + DAY + 1);
    await endMeeting(db, second.id, AT + DAY + 2);
    if (where === 'in the bin') await deleteToBin(db, 'gap', gap, '예산 범위', AT + DAY + 3);
    await purgeMeeting(db, second.id, AT + 2 * DAY);
    expect(await everything(db)).not.toContain('몰래');
    const left = (await db.gaps.get(gap)) ?? (await db.bin.toArray())[0]?.rows[0]?.row;
    expect(left).toMatchObject({ question: '예산 범위', state: 'answered', outcome: '', dealId });
  });

  it('leaves an outcome that was typed before it', async () => {
    const { db, dealId, gap, second } = await twoCalls();
    await endGap(db, gap, { state: 'answered', outcome: '5억', owner: '' }, { meeting: null, language: 'ko' }, AT + DAY - 1);
    await endMeeting(db, second.id, AT + DAY + 2);
    await purgeMeeting(db, second.id, AT + 2 * DAY);
    expect(await db.gaps.get(gap)).toMatchObject({ outcome: '5억', dealId });
  });

  it('takes what was chosen for a packet of its deal since it began: its questions may be in it; of other deals, and from before, it stays', async () => {
    const { db, dealId, second } = await twoCalls();
    const other = await someDeal(db, '한빛', '포털');
    await endMeeting(db, second.id, AT + DAY + 2);
    for (const id of [dealId, other]) await saveDraft(db, draftKey('form:packet', id), '', '{"questions":"몰래 들은 말"}', AT + 2 * DAY);
    await purgeMeeting(db, second.id, AT + 3 * DAY);
    expect(await db.drafts.toCollection().primaryKeys()).toEqual([draftKey('form:packet', other)]);
    await saveDraft(db, draftKey('form:packet', other), '', '{"reason":"그 전에"}', AT);
    const later = await startManualMeeting(db, other, '3차', AT + 1);
    await endMeeting(db, later.id, AT + 2);
    await purgeMeeting(db, later.id, AT + 3);
    expect(await db.drafts.count()).toBe(1);
  });
});
