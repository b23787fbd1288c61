/** A deal is deleted, or a meeting filed elsewhere, in one window while something is written about it in another: nothing goes where nobody finds it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { viewItem } from '@/utils/checklist/item-view';
import type { BatonDatabase } from '@/utils/db/database';
import { countUnfiledLines, readRecentLines } from '@/utils/db/library/read-capture';
import { readUnfiledLines } from '@/utils/db/library/read-lines';
import { readTimeline } from '@/utils/db/read-entries';
import { undoNewest } from '@/utils/db/undo/change';
import { bringHome } from '@/utils/db/undo/home';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Note } from '@/utils/notes/records';
import { confirmAnswer } from '@/utils/services/answer/confirm-answer';
import type { AnswerInput } from '@/utils/services/answer/record-answer';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { addContradiction, settleContradiction } from '@/utils/services/answer/settle-contradiction';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { fileLines } from '@/utils/services/capture/file-lines';
import { moveLine } from '@/utils/services/capture/move-lines';
import { readDraft, saveDraft } from '@/utils/services/capture/save-draft';
import { undoLine } from '@/utils/services/capture/undo-line';
import { pinClip } from '@/utils/services/evidence/pin-clip';
import { attachGap, endGap, ownItemGap } from '@/utils/services/gap/own-gap';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { takeCare } from '@/utils/services/retention/take-care';
import { aClip } from '../a-clip';
import { CHECKLIST, itemOn } from '../../unit/packet/fixture';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const PAIN = itemOn('pain.primary');
const [OTHER] = CHECKLIST.items.filter(({ topic }) => topic === 'scope.must') as [ChecklistItem];
const [ITEM] = CHECKLIST.items.filter(({ id }) => id === PAIN.id) as [ChecklistItem];
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;

beforeEach(async () => { ({ db, dealId, meeting } = await someCall(AT)); });

/** A line is saved before anybody has looked where it belongs by then; this is after that. */
async function broughtHome(): Promise<void> {
  // Each waits for what was asked of the database before it: the look, and what had to be written after it.
  for (let i = 0; i < 3; i += 1) await db.transaction('rw', db.tables, () => db.deals.count());
}
const say = async (words: string, part: Partial<Parameters<typeof captureLine>[2]> = {}): Promise<string> => {
  const line = await captureLine(db, words, { meeting, dealId, focus: { itemId: PAIN.id, topic: PAIN.topic, blocksEstimate: false }, me: '박서연', kind: null, ...part }, AT + 1000);
  await broughtHome();
  return line?.id ?? '';
};
const answer = (words: string): AnswerInput => ({ dealId, item: PAIN, meeting, state: 'answered', value: { kind: 'text', text: words }, raw: words, remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko' });
const gapInput = { question: '누가 아는지', route: null, owner: '', askWhom: '', due: null, blocksEstimate: false };
const heard = { a: { text: '밤샘', saidBy: '' }, b: { text: '하루', saidBy: '' } };

/** The other window is first: it is over when this one has its turn. */
async function second<R>(other: Promise<unknown>, own: Promise<R>): Promise<R> {
  const [first, result] = await Promise.allSettled([other, own]);
  expect(first.status).toBe('fulfilled');
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
const deleteDeal = (): Promise<unknown> => deleteToBin(db, 'deal', dealId, '', AT + 900);

describe('a line that is sent in the instant in which its deal is deleted', () => {
  beforeEach(async () => { await endMeeting(db, meeting.id, AT + 500); });

  it.each([['in its meeting', () => meeting], ['in none', () => null]])('waits with what has no deal yet: said %s', async (_where, said) => {
    await saveDraft(db, 'capture:popup', '', '+ 바코드', AT);
    const id = await second(deleteDeal(), say('+ 바코드', { meeting: said(), draftKey: 'capture:popup' }));
    expect((await readUnfiledLines(db)).map(({ row }) => row)).toMatchObject([{ id, words: '바코드', dealId: '', meetingId: '', itemId: null, topic: null, offsetMs: null }]);
    expect([await countUnfiledLines(db), await readDraft(db, 'capture:popup')]).toEqual([1, '']);
    // Beside the line it can be taken back.
    const [line] = await readRecentLines(db, { meeting: null, dealId: '' }, 5);
    if (!line) throw new Error('no line');
    await undoLine(db, line, AT + 2000);
    expect([await db.wants.count(), (await db.bin.toArray()).map(({ what }) => what)]).toEqual([0, ['deal']]);
  });

  it('waits there too when it had no deal, and its meeting is deleted', async () => {
    await db.meetings.update(meeting.id, { dealId: '' });
    meeting = { ...meeting, dealId: '' };
    await second(deleteToBin(db, 'meeting', meeting.id, '', AT + 900), say('메모', { dealId: '' }));
    expect(await countUnfiledLines(db)).toBe(1);
  });

  it('stays in its meeting when the deal it was put under is another, which is deleted', async () => {
    const other = await someDeal(db, '한빛물류', '차량 관제');
    await second(deleteToBin(db, 'deal', other, '', AT + 900), say('메모', { dealId: other }));
    expect((await readTimeline(db, meeting.id)).map(({ row }) => [row.dealId, row.offsetMs])).toEqual([['', 1000]]);
  });

  it('stays with its deal when only its meeting is deleted', async () => {
    await second(deleteToBin(db, 'meeting', meeting.id, '', AT + 900), say('메모'));
    expect(await db.notes.toArray()).toMatchObject([{ dealId, meetingId: meeting.id, topic: PAIN.topic }]);
  });
});

describe('a line that is sent in the instant in which its meeting is filed', () => {
  it('goes along: to the right deal, and to the first', async () => {
    const other = await someDeal(db, '한빛물류', '차량 관제');
    await second(fileMeeting(db, meeting.id, other, AT + 900), say('메모'));
    const bare = await startManualMeeting(db, '', '', AT);
    await second(fileMeeting(db, bare.id, other, AT + 900), say('메모', { meeting: bare, dealId: '' }));
    expect((await db.notes.toArray()).map((row) => row.dealId)).toEqual([other, other]);
    expect(await readTimeline(db, bare.id)).toHaveLength(1);
    expect((await db.changes.where({ meetingId: bare.id }).last())?.dealId).toBe(other);
  });

  it('stays where it was put when that is another deal than the meeting’s', async () => {
    const [other, third] = [await someDeal(db, '한빛물류', '차량 관제'), await someDeal(db, 'Halden', 'Expenses')];
    await second(fileMeeting(db, meeting.id, other, AT + 900), say('메모', { dealId: third }));
    expect((await db.notes.toArray()).map((row) => row.dealId)).toEqual([third]);
  });
});

describe('between a line’s writing and the look where it belongs', () => {
  /** Writes a line as it was sent, and leaves it there: its page went away in that instant. */
  const sendOnly = async (part: Partial<Note> = {}): Promise<Note> => {
    const row: Note = { id: 'n', dealId, meetingId: meeting.id, itemId: PAIN.id, topic: PAIN.topic, at: AT + 1000, offsetMs: 1000, updatedAt: AT + 1000, kind: 'note', text: '메모', ...part };
    await db.notes.add(row);
    await db.changes.add({ meetingId: row.meetingId, dealId: row.dealId, at: row.at, label: 'line', before: [{ table: 'notes', key: row.id, row: null }] });
    return row;
  };

  it('what was done to it stays: edited, moved, deleted or off the record', async () => {
    const [other, third] = [await someDeal(db, '한빛물류', '차량 관제'), await someDeal(db, 'Halden', 'Expenses')];
    await fileMeeting(db, meeting.id, other, AT + 900);
    const edited = await sendOnly();
    await editLine(db, 'notes', 'n', { text: '고친 메모' }, AT + 1500);
    await bringHome(db, 'notes', edited, true);
    expect(await db.notes.get('n')).toMatchObject({ dealId: other, text: '고친 메모', itemId: PAIN.id });
    // The edit and the line are undone as ever.
    await undoNewest(db, meeting.id);
    expect(await db.notes.get('n')).toMatchObject({ dealId: other, text: '메모' });
    await undoNewest(db, meeting.id, { dealId: other, row: 'n' });
    expect(await db.notes.count()).toBe(0);

    const moved = await sendOnly();
    await moveLine(db, 'notes', 'n', third, AT + 1500);
    await bringHome(db, 'notes', moved, true);
    expect((await db.notes.get('n'))?.dealId).toBe(third);
    await takeOffRecord(db, 'notes', 'n');
    await bringHome(db, 'notes', moved, true);
    expect(await db.notes.count()).toBe(0);
  });

  it('its page goes away: the care brings it home from a deal that is gone, and from no other', async () => {
    await endMeeting(db, meeting.id, AT + 500);
    const other = await someDeal(db, '한빛물류', '차량 관제');
    await deleteDeal();
    await sendOnly();
    await sendOnly({ id: 'kept', dealId: other, meetingId: '' });
    const elsewhere = await startManualMeeting(db, other, '', AT);
    await endMeeting(db, elsewhere.id, AT + 500);
    // Put under another deal than its meeting's, perhaps on purpose: nobody guesses whose it is.
    await sendOnly({ id: 'moved', meetingId: elsewhere.id });
    await takeCare(db, AT + 2000);
    expect(await db.notes.get('moved')).toMatchObject({ dealId: '', meetingId: elsewhere.id, offsetMs: 1000 });
    expect(await db.notes.get('n')).toMatchObject({ dealId: '', meetingId: '', itemId: null, topic: null, offsetMs: null, text: '메모' });
    expect(await db.notes.get('kept')).toMatchObject({ dealId: other, topic: PAIN.topic });
    expect(await countUnfiledLines(db)).toBe(1);
    await undoNewest(db, '', { dealId: '', row: 'n' });
    expect((await db.notes.toArray()).map(({ id }) => id)).toEqual(['kept', 'moved']);
  });
});

describe('what is about a deal that is deleted in that instant', () => {
  beforeEach(async () => { await endMeeting(db, meeting.id, AT + 500); });

  it.each([
    ['an answer', () => recordAnswer(db, answer('밤샘'), AT + 1000)],
    ['a "?"', () => ownItemGap(db, dealId, meeting, viewItem(ITEM, [], []), gapInput, AT + 1000)],
    ['two answers', () => addContradiction(db, { dealId, meetingId: null, item: PAIN, ...heard }, AT + 1000)],
    ['lines that get a deal', () => fileLines(db, dealId, AT + 1000)],
    ['evidence', () => pinClip(db, 'c', { dealId, itemId: PAIN.id, topic: PAIN.topic }, AT + 1000)],
  ])('is refused, and nothing is written: %s', async (_what, write) => {
    await say('메모', { meeting: null, dealId: '', focus: null });
    await db.clips.add({ ...aClip(), dealId: '', meetingId: '' });
    const steps = await db.changes.count();
    await expect(second<unknown>(deleteDeal(), write())).rejects.toMatchObject({ cause: 'gone' });
    expect([await db.answers.count(), await db.gaps.count(), await db.contradictions.count(), await db.changes.count()]).toEqual([0, 0, 0, steps + 1]);
    expect([await countUnfiledLines(db), (await db.clips.get('c'))?.dealId]).toEqual([1, '']);
  });

  it('is a meeting of no deal when it begins', async () => {
    const begun = await second(deleteDeal(), startManualMeeting(db, dealId, '', AT + 1000));
    expect(await db.meetings.get(begun.id)).toMatchObject({ dealId: '', state: 'live', ordinal: 0 });
  });
});

describe('what is said in a meeting that is filed under another deal in that instant', () => {
  const file = async (): Promise<void> => fileMeeting(db, meeting.id, await someDeal(db, '한빛물류', '차량 관제'), AT + 900);

  it.each([
    ['an answer', () => recordAnswer(db, answer('밤샘'), AT + 1000)],
    ['a "?"', () => ownItemGap(db, dealId, meeting, viewItem(ITEM, [], []), gapInput, AT + 1000)],
    ['two answers', () => addContradiction(db, { dealId, meetingId: meeting.id, item: PAIN, ...heard }, AT + 1000)],
  ])('is not written under the deal it left: %s', async (_what, write) => {
    await file();
    await expect(write()).rejects.toMatchObject({ cause: 'gone' });
    expect([await db.answers.count(), await db.gaps.count(), await db.contradictions.count()]).toEqual([0, 0, 0]);
  });

  it('confirms nothing of the deal it left', async () => {
    await recordAnswer(db, { ...answer('밤샘'), meeting: null }, AT - 9000);
    const view = viewItem(ITEM, await db.answers.toArray(), []);
    await file();
    await expect(confirmAnswer(db, view, meeting, 'ko', AT + 1000)).rejects.toMatchObject({ cause: 'gone' });
    expect(await db.answers.count()).toBe(1);
  });

  it('is settled where it is by then', async () => {
    const other = await someDeal(db, '한빛물류', '차량 관제');
    const id = await addContradiction(db, { dealId, meetingId: meeting.id, item: PAIN, ...heard }, AT + 100);
    await recordAnswer(db, { ...answer('낮에만'), meeting: null }, AT - 9000);
    // It has read whose it is, and loads the checklist.
    const settle = settleContradiction(db, id, { status: 'resolved', kept: '밤샘', why: '' }, 'ko', AT + 1000);
    await second(fileMeeting(db, meeting.id, other, AT + 900), settle);
    const said = (await db.answers.toArray()).map((row) => [row.dealId, row.raw || JSON.stringify(row.value)]);
    expect(said.filter(([of]) => of === dealId)).toHaveLength(1);
    expect(said.filter(([of]) => of === other)).toHaveLength(1);
  });

  it.each([
    ['goes to another deal with its meeting', async () => fileMeeting(db, meeting.id, await someDeal(db, '한빛물류', '차량 관제'), AT + 1500)],
    ['is given to another item', async (id: string) => attachGap(db, id, viewItem(OTHER, [], []), AT + 1500)],
  ])('answers no item that was looked up before: a “?” that %s', async (_how, meanwhile) => {
    const id = await say('? 언제까지 밤샘하는지');
    const [gap] = await db.gaps.toArray();
    // It has read what it is about, and loads the checklist.
    const end = endGap(db, id, { state: 'answered', outcome: '연말까지', owner: '' }, { meeting, language: 'ko' }, AT + 2000);
    await second(meanwhile(id), end);
    expect([gap?.topic, await db.answers.count(), (await db.gaps.get(id))?.outcome]).toEqual([PAIN.topic, 0, '연말까지']);
  });

  it('answers no item of the deal it went to: a “?” that lost its item on the way', async () => {
    const other = await someDeal(db, '한빛물류', '차량 관제');
    const id = await say('? 언제까지 밤샘하는지');
    const end = endGap(db, id, { state: 'answered', outcome: '연말까지', owner: '' }, { meeting, language: 'ko' }, AT + 2000);
    await second(moveLine(db, 'gaps', id, other, AT + 1500), end);
    expect([await db.answers.count(), await db.gaps.get(id)]).toMatchObject([0, { dealId: other, state: 'answered', outcome: '연말까지' }]);
  });
});
