import { describe, expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import type { BatonDatabase } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { viewItem } from '@/utils/checklist/item-view';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { mergeAccounts } from '@/utils/services/account/edit-account';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { addContradiction } from '@/utils/services/answer/settle-contradiction';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { readBin } from '@/utils/db/library/read-lists';
import { moveLine } from '@/utils/services/capture/move-lines';
import { deleteToBin, DeleteRefused } from '@/utils/services/bin/delete-to-bin';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { saveDraft } from '@/utils/services/capture/save-draft';
import { emptyBin, purgeBin } from '@/utils/services/bin/purge-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { makePacket } from '@/utils/services/packet/make-packet';
import { item } from '../unit/checklist/builders';
import { freshDatabase, someCall, someDeal } from './rows';

const DAY = 86_400_000;
const DATA = ['accounts', 'contacts', 'deals', 'meetings', 'notes', 'gaps', 'commitments', 'wants', 'answers', 'contradictions', 'packets', 'clips'] as const;

async function everything(db: BatonDatabase): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(await Promise.all(DATA.map(async (name) => [name, await db.table(name).orderBy(':id').toArray()] as const)));
}

async function filled(): Promise<{ db: BatonDatabase; dealId: string; accountId: string; meetingId: string; noteId: string }> {
  const db = freshDatabase();
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '1차 미팅', 1000);
  let noteId = '';
  for (const [i, text] of ['메모', '? 미확인', '! 약속', '+ 요청'].entries()) {
    const line = await captureLine(db, text, { meeting, dealId, focus: null, me: '박서연', kind: null }, 2000 + i);
    if (i === 0) noteId = line?.id ?? '';
  }
  await endMeeting(db, meeting.id, 9000);
  const accountId = (await db.deals.get(dealId))?.accountId ?? '';
  await db.contacts.put({ id: 'c1', accountId, name: '김도현', role: '팀장', influence: 'decides', side: 'customer', email: '', phone: '', remark: '', createdAt: 1, updatedAt: 1 });
  return { db, dealId, accountId, meetingId: meeting.id, noteId };
}

describe('the bin', () => {
  it.each(['account', 'deal', 'meeting', 'note', 'contact'] as const)('gives a deleted %s back as it was', async (what) => {
    const { db, dealId, accountId, meetingId, noteId } = await filled();
    const id = { account: accountId, deal: dealId, meeting: meetingId, note: noteId, contact: 'c1' }[what];
    const before = await everything(db);
    const binId = await deleteToBin(db, what, id, 'x', 10_000);
    const left = await everything(db);
    expect(JSON.stringify(left)).not.toContain(JSON.stringify({ id }).slice(1, -1));
    expect(left).not.toEqual(before);
    if (what === 'account') expect(Object.values(left).flat()).toEqual([]);
    expect(await restoreFromBin(db, binId ?? '', 11_000)).toMatchObject({ kept: 0 });
    expect(await everything(db)).toEqual(before);
    expect(await db.bin.count()).toBe(0);
  });

  it('takes what delivery must know of a meeting’s want along, and no question about another one’s', async () => {
    const { db, dealId, meetingId } = await filled();
    const [want] = await db.wants.toArray();
    const asked = (id: string, wantId: string) => db.gaps.put({
      id, dealId, meetingId: '', itemId: null, topic: null, at: 9_100, offsetMs: null, updatedAt: 9_100, question: id, origin: 'delivery', route: null, owner: '', askWhom: '', due: null,
      blocksEstimate: false, state: 'open', askedOn: [], outcome: '', wantId,
    });
    await asked('about-it', want?.id ?? '');
    await asked('about-another', 'w9');
    const before = await everything(db);
    const binId = await deleteToBin(db, 'meeting', meetingId, 'x', 10_000);
    expect((await db.gaps.toArray()).map((gap) => gap.id)).toEqual(['about-another']);
    await restoreFromBin(db, binId ?? '', 11_000);
    expect(await everything(db)).toEqual(before);
  });

  it('takes conflicts along that quote a meeting’s answers, wherever they were written down: nothing quotes what is gone for good', async () => {
    const { db, dealId, meetingId } = await filled();
    const said = { dealId, item: { id: 'A-01', topic: 'budget.range' }, state: 'answered', value: null, remark: '', reason: '', saidBy: '', confidence: 'stated', offRecord: false, sides: null, language: 'ko' } as const;
    await recordAnswer(db, { ...said, meeting: (await db.meetings.get(meetingId)) ?? null, raw: '삼억 안쪽', relation: 'first' }, 9_100);
    await recordAnswer(db, { ...said, meeting: null, raw: '오억까지', relation: 'differs' }, 9_200);
    await addContradiction(db, { dealId, meetingId: null, item: { id: 'A-02', topic: 'schedule.go_live' }, a: { text: '3월', saidBy: '' }, b: { text: '4월', saidBy: '' } }, 9_300);
    const before = await everything(db);
    const shown = async () => viewItem(item({ id: 'A-01', topic: 'budget.range' }), await db.answers.toArray(), await db.contradictions.toArray());
    const binId = await deleteToBin(db, 'meeting', meetingId, 'x', 10_000);
    expect((await db.contradictions.toArray()).map((one) => one.a.text)).toEqual(['3월']);
    // What the other one said stands.
    expect(await shown()).toMatchObject({ state: 'answered', current: { raw: '오억까지' } });
    await restoreFromBin(db, binId ?? '', 11_000);
    expect(await everything(db)).toEqual(before);
    expect((await shown()).state).toBe('conflict');
    await emptyBin(db, await deleteToBin(db, 'meeting', meetingId, 'x', 12_000));
    expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toContain('삼억');
  });

  it('refuses a meeting that is running, and changes nothing', async () => {
    const { db, dealId } = await filled();
    const live = await startManualMeeting(db, dealId, '2차', 20_000);
    const before = await everything(db);
    await expect(deleteToBin(db, 'meeting', live.id, '2차', 21_000)).rejects.toThrow(DeleteRefused);
    await expect(deleteToBin(db, 'deal', dealId, 'x', 21_000)).rejects.toThrow(DeleteRefused);
    expect(await everything(db)).toEqual(before);
    expect(await db.bin.count()).toBe(0);
  });

  it('keeps what exists again as it is', async () => {
    const { db, meetingId, noteId } = await filled();
    const binId = await deleteToBin(db, 'meeting', meetingId, 'x', 10_000);
    const gone = (await db.bin.get(binId ?? ''))?.rows.find((r) => r.row.id === noteId)?.row as never;
    await db.notes.put({ ...(gone as object), text: 'newer' } as never);
    expect(await restoreFromBin(db, binId ?? '', 11_000)).toMatchObject({ kept: 1 });
    expect((await db.notes.get(noteId))?.text).toBe('newer');
  });

  it('brings back what a row hangs on, when that was deleted later', async () => {
    const { db, dealId, accountId, meetingId, noteId } = await filled();
    const note = await deleteToBin(db, 'note', noteId, 'x', 10_000);
    const meeting = await deleteToBin(db, 'meeting', meetingId, 'x', 11_000);
    const deal = await deleteToBin(db, 'deal', dealId, 'x', 12_000);
    const account = await deleteToBin(db, 'account', accountId, 'x', 13_000);
    await restoreFromBin(db, note ?? '', 14_000);
    const counts = async () => Promise.all([db.notes, db.meetings, db.deals, db.accounts, db.contacts, db.gaps].map((t) => (t as { count: () => Promise<number> }).count()));
    expect(await counts()).toEqual([1, 1, 1, 1, 0, 0]);
    expect(await makeBackup(db, {}, 15_000)).toMatchObject({ aside: 0 });
    for (const id of [meeting, deal, account]) await restoreFromBin(db, id ?? '', 16_000);
    expect(await counts()).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('lets a row go of what is gone for good, so that it can be found and filed again', async () => {
    const { db, dealId, accountId, meetingId } = await filled();
    const meeting = await deleteToBin(db, 'meeting', meetingId, 'x', 10_000);
    await emptyBin(db, await deleteToBin(db, 'deal', dealId, 'x', 11_000));
    await restoreFromBin(db, meeting ?? '', 12_000);
    expect((await db.meetings.get(meetingId))?.dealId).toBe('');
    expect((await db.gaps.toArray()).map((g) => g.dealId)).toEqual(['']);
    expect(await makeBackup(db, {}, 13_000)).toMatchObject({ aside: 0 });
    const other = await someDeal(db, '둘째', '둘째 건');
    const [gone, kept] = [await deleteToBin(db, 'deal', other, 'x', 14_000), (await db.deals.get(other)) ?? null];
    expect(kept).toBeNull();
    const otherAccount = (await db.accounts.toArray()).find((a) => a.name === '둘째')?.id ?? '';
    await emptyBin(db, await deleteToBin(db, 'account', otherAccount, 'x', 15_000));
    await restoreFromBin(db, gone ?? '', 16_000);
    expect((await db.accounts.get(otherAccount))?.name).toBe('둘째 건');
    expect(accountId).not.toBe('');
  });

  it('is empty after a week, and no undo step remembers', async () => {
    const { db, dealId } = await filled();
    await deleteToBin(db, 'deal', dealId, 'x', 10_000);
    expect(await purgeBin(db, 10_000 + 7 * DAY - 1)).toBe(0);
    expect(await purgeBin(db, 10_000 + 7 * DAY)).toBe(1);
    const all = JSON.stringify(await Promise.all(db.tables.map((t) => t.toArray())));
    expect(all).not.toContain('미확인');
    expect(all).not.toContain('1차 미팅');
  });

  it('takes a single line too, called by its words, which come back from there or by undo', async () => {
    const { db, dealId } = await filled();
    const line = await captureLine(db, '? 창고는 몇 곳', { meeting: null, dealId, focus: null, me: '', kind: null }, 9000);
    await deleteLine(db, 'gaps', line?.id ?? '', 10_000);
    const [first] = await readBin(db);
    expect(first).toMatchObject({ what: 'gap', title: '창고는 몇 곳', count: 1 });
    await restoreFromBin(db, first?.id ?? '', 11_000);
    expect([(await db.gaps.get(line?.id ?? ''))?.question, await db.bin.count()]).toEqual(['창고는 몇 곳', 0]);
    await deleteLine(db, 'gaps', line?.id ?? '', 12_000);
    await undoNewest(db, '', { holds: line?.id ?? '' });
    expect([(await db.gaps.get(line?.id ?? ''))?.question, await db.bin.count()]).toEqual(['창고는 몇 곳', 0]);
  });

  it('keeps no word of a line that goes off the record in a window that had not heard yet that it was deleted', async () => {
    const { db, dealId, meeting } = await someCall(9000);
    const id = (await captureLine(db, '비밀스러운 줄', { meeting, dealId, focus: null, me: '', kind: null }, 9500))?.id ?? '';
    await deleteLine(db, 'notes', id, 10_000);
    await takeOffRecord(db, 'notes', id);
    expect(JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())))).not.toContain('비밀스러운');
    expect(await db.removals.get(`line-off:${id}`)).toBeDefined();
  });

  it('brings a line back where its meeting is by then, from the bin or by undo', async () => {
    const { db, dealId, meeting } = await someCall(9000);
    const line = await captureLine(db, '지운 줄', { meeting, dealId, focus: null, me: '', kind: null }, 9500);
    const id = line?.id ?? '';
    await deleteLine(db, 'notes', id, 10_000);
    const other = await someDeal(db, '한빛물류', '차량 관제');
    await fileMeeting(db, meeting.id, other, 11_000);
    const [first] = await readBin(db);
    await restoreFromBin(db, first?.id ?? '', 12_000);
    expect((await db.notes.get(id))?.dealId).toBe(other);
    await undoNewest(db, '');
    await undoNewest(db, meeting.id);
    await undoNewest(db, meeting.id);
    expect([(await db.notes.get(id))?.dealId, await db.bin.count()]).toEqual([dealId, 0]);
  });

  it('leaves alone what a backup brought back meanwhile: what is half typed about it, and its undo', async () => {
    const { db, dealId } = await filled();
    const deal = await db.deals.get(dealId);
    await deleteToBin(db, 'deal', dealId, 'x', 10_000);
    if (deal) await db.deals.put(deal);
    await saveDraft(db, draftKey('form:plan', dealId), '', '{"title":"새 이름"}', 11_000);
    await purgeBin(db, 10_000 + 7 * DAY);
    expect((await db.drafts.toArray()).map(({ text }) => text)).toContain('{"title":"새 이름"}');
  });

  it('takes what was half typed about a deal with it, and about nothing else', async () => {
    const { db, dealId } = await filled();
    const other = await someDeal(db, '한빛물류', '차량 관제');
    for (const key of [draftKey('answer', dealId, 'A-01'), draftKey('add:pain', dealId), draftKey('capture', dealId), draftKey('gap', dealId, 'A-01'), draftKey('add:pain', other)]) await saveDraft(db, key, '', '쓰다 만 말', 1);
    await deleteToBin(db, 'deal', dealId, 'x', 10_000);
    expect((await db.drafts.toArray()).map((d) => d.key)).toEqual([`add:pain:${other}`]);
    // The last key of a window that is still open.
    await saveDraft(db, `answer:${dealId}:A-01`, '', '쓰다 만 말', 2);
    await emptyBin(db, null);
    expect((await db.drafts.toArray()).map((d) => d.key)).toEqual([`add:pain:${other}`]);
  });
});

describe('a line that was filed under another deal on purpose', () => {
  async function moved() {
    const made = await filled();
    const other = await someDeal(made.db, '둘째', '둘째 건');
    for (const table of ['notes', 'commitments'] as const) {
      for (const { id } of await made.db.table<{ id: string }>(table).toArray()) await moveLine(made.db, table, id, other, 9500);
    }
    return { ...made, other };
  }

  it.each(['account', 'deal', 'meeting'] as const)('stays with its deal when the %s it was said in is deleted, and still knows its meeting', async (what) => {
    const { db, dealId, accountId, meetingId, other } = await moved();
    const binId = await deleteToBin(db, what, { account: accountId, deal: dealId, meeting: meetingId }[what], 'x', 10_000);
    expect((await db.bin.get(binId ?? ''))?.rows.map((r) => r.table)).not.toContain('notes');
    expect((await db.notes.toArray()).map((n) => [n.dealId, n.meetingId])).toEqual([[other, meetingId]]);
    expect(await db.commitments.where({ dealId: other }).count()).toBe(1);
    expect(await db.gaps.count()).toBe(0);
    expect(await restoreFromBin(db, binId ?? '', 11_000)).toMatchObject({ kept: 0 });
    expect(await db.meetings.get(meetingId)).toBeDefined();
  });

  it('goes with its own deal, whose meeting it was not, and with the account that both deals are of', async () => {
    const { db, dealId, other, meetingId } = await moved();
    await deleteToBin(db, 'deal', other, 'x', 10_000);
    expect([await db.notes.count(), await db.gaps.count(), (await db.meetings.get(meetingId))?.dealId]).toEqual([0, 1, dealId]);
    const both = await moved();
    await both.db.deals.update(both.other, { accountId: both.accountId });
    await deleteToBin(both.db, 'account', both.accountId, 'x', 10_000);
    expect([await both.db.notes.count(), await both.db.commitments.count()]).toEqual([0, 0]);
  });

  it('is in the packet of its deal after its meeting is gone for good', async () => {
    const { db, dealId, other } = await moved();
    await emptyBin(db, await deleteToBin(db, 'deal', dealId, 'x', 10_000));
    const choices = { purpose: 'handoff', language: 'ko', redaction: 'internal', createdBy: '박서연', sendAnywayReason: '', request: DEFAULT_REQUEST } as const;
    const { packet } = await makePacket(db, other, null, choices, 12_000);
    expect([packet.meetings.length, packet.notes.map((n) => n.text), packet.commitments.map((c) => c.words)]).toEqual([0, ['메모'], ['약속']]);
  });
});

describe('the bin and two accounts that became one', () => {
  async function merged() {
    const db = freshDatabase();
    const [kept, gone] = [await someDeal(db, '한빛', 'a'), await someDeal(db, '한빛 (주)', 'b')];
    const [id, otherId] = await Promise.all([kept, gone].map(async (deal) => (await db.deals.get(deal))?.accountId ?? ''));
    if (!id || !otherId) throw new Error('no accounts');
    await db.contacts.put({ id: 'c1', accountId: otherId, name: '김', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '', createdAt: 1, updatedAt: 1 });
    const bins = [await deleteToBin(db, 'deal', gone, 'b', 10), await deleteToBin(db, 'contact', 'c1', '김', 11)];
    const before = await everything(db);
    await mergeAccounts(db, id, otherId, 12);
    return { db, id, otherId, gone, bins, before };
  }

  it('a deal and a person of the account that went come back under the one that stayed', async () => {
    const { db, id, gone, bins } = await merged();
    for (const bin of bins) await restoreFromBin(db, bin ?? '', 13);
    expect((await db.accounts.toArray()).map((a) => a.name)).toEqual(['한빛']);
    expect([(await db.deals.get(gone))?.accountId, (await db.contacts.get('c1'))?.accountId]).toEqual([id, id]);
  });

  it('an older copy of the account itself in the bin does not bring it back', async () => {
    const { db, id, otherId, gone, bins } = await merged();
    await undoNewest(db, '');
    // The account goes, and comes back alone with its deal: its people stay in the bin beside a copy of it.
    const account = await deleteToBin(db, 'account', otherId, 'x', 14);
    await restoreFromBin(db, bins[0] ?? '', 15);
    await mergeAccounts(db, id, otherId, 16);
    if (account) await restoreFromBin(db, account, 17);
    expect((await db.accounts.toArray()).map((a) => a.id)).toEqual([id]);
    expect((await db.deals.get(gone))?.accountId).toBe(id);
  });

  it('undoing the merge gives the bin back as it was too', async () => {
    const { db, otherId, gone, bins, before } = await merged();
    expect(await undoNewest(db, '', { holds: otherId })).toEqual({ label: 'account', late: false });
    expect(await everything(db)).toEqual(before);
    await restoreFromBin(db, bins[0] ?? '', 13);
    expect((await db.deals.get(gone))?.accountId).toBe(otherId);
  });
});
