/** What was taken away on purpose stays away, whichever backup is merged into which. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { dropSafetyCopy } from '@/utils/db/safety/safety-copy';
import { undoNewest } from '@/utils/db/undo/change';
import { dealState } from '@/utils/deal/course';
import type { RestoreMode } from '@/utils/backup/compare';
import type { Reply } from '@/utils/reply/schema';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { emptyDatabase } from '@/utils/services/backup/reset-everything';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { previewRestore, readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup, undoRestore } from '@/utils/services/backup/restore-backup';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { emptyBin } from '@/utils/services/bin/purge-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { takeStep, takeStepBack } from '@/utils/services/deal/take-step';
import { addFollowUp } from '@/utils/services/followup/keep-follow-up';
import { editMinutes } from '@/utils/services/meeting/edit-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { makePacket } from '@/utils/services/packet/make-packet';
import type { Meeting } from '@/utils/meeting/meeting';
import { itemOn } from '../../unit/packet/fixture';
import { freshDatabase, someCall } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const TIME = { today: '2026-11-24', days: { holidays: new Set<string>(), workdays: new Set([1, 2, 3, 4, 5]) } };
const clean = (html: string): string => html;
const fileOf = async (database: BatonDatabase): Promise<Blob> => new Blob((await makeBackup(database, {}, AT)).parts);
const read = async (file: Blob) => readBackupFile(file, clean);
const bring = async (file: Blob, into: BatonDatabase, mode: RestoreMode = 'merge') => restoreBackup(into, await read(file), mode, AT);
const everything = async (database: BatonDatabase): Promise<string> => JSON.stringify(await Promise.all(database.tables.map((table) => table.toArray())));

let here: BatonDatabase;
let dealId: string;
let meeting: Meeting;

beforeEach(async () => {
  await dropSafetyCopy();
  ({ db: here, dealId, meeting } = await someCall(AT));
});

async function say(database: BatonDatabase, words: string, at = AT + 1000): Promise<string> {
  return (await captureLine(database, words, { meeting, dealId, focus: null, me: '박서연', kind: null }, at))?.id ?? '';
}

async function answer(database: BatonDatabase, topic: string, raw: string, at: number, offRecord = false): Promise<void> {
  await recordAnswer(database, {
    dealId, item: itemOn(topic), meeting, state: 'answered', value: offRecord ? null : { kind: 'text', text: raw }, raw, remark: '', saidBy: '김도현', confidence: 'stated', relation: 'updates',
    reason: '', offRecord, sides: null, language: 'ko',
  }, at);
}

const packet = async (database: BatonDatabase, at: number): Promise<string> =>
  (await makePacket(database, dealId, meeting.id, { purpose: 'estimate', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '', createdBy: '박서연' }, at)).packet.packet.id;

/** Another machine with the same data. */
async function twin(): Promise<BatonDatabase> {
  const other = freshDatabase();
  await bring(await fileOf(here), other);
  return other;
}

const signed = { to: 'contracted' as const, on: '2026-11-24', why: '', contract: { goLiveOn: '2027-03-02', warrantyEndsOn: null, endsOn: null }, risks: [{ kind: 'acceptance' as const, ref: '', by: '박서연', why: '착수 때' }] };

describe('an older backup that is merged', () => {
  it('brings back no line that was deleted since, in whichever way', async () => {
    const [gone, undone, binned, kept] = [await say(here, '지운 줄'), await say(here, '되돌린 줄', AT + 2000), await say(here, '! 휴지통 줄', AT + 3000), await say(here, '남는 줄', AT + 4000)];
    const call = (await addFollowUp(here, dealId, { text: '안부', dueOn: '2027-01-04' }, AT + 5000)) ?? '';
    const file = await fileOf(here);
    await deleteLine(here, 'notes', gone, AT + 6000);
    await undoNewest(here, meeting.id, { row: undone });
    await deleteToBin(here, 'commitment', binned, '휴지통 줄', AT + 7000);
    await deleteToBin(here, 'follow_up', call, '안부', AT + 7500);
    await emptyBin(here, null);
    for (const mode of ['merge', 'keep'] as const) {
      await bring(file, here, mode);
      expect(await here.notes.toCollection().primaryKeys()).toEqual([kept]);
      expect([await here.commitments.count(), await here.followUps.count(), await here.bin.count()]).toEqual([0, 0, 0]);
    }
    // A replace is the file, and nothing else.
    await bring(file, here, 'replace');
    expect([await here.notes.count(), await here.commitments.count(), await here.removals.count()]).toEqual([3, 1, 0]);
  });

  it('brings back no packet that was deleted after a reply had come to it', async () => {
    const id = await packet(here, AT + 1000);
    const { number: packetNumber, contentHash } = (await here.packets.get(id)) ?? { number: 1, contentHash: '' };
    const reply: Reply = {
      format: 'baton.reply', formatVersion: 1, packetId: id, packetNumber, contentHash, by: { name: '이도윤', role: '' }, at: '2026-11-24T05:00:04Z', verdict: 'accepted', summary: '',
      items: [], wants: [], commitments: [], estimate: null, questions: [], ideas: [],
    };
    await here.packets.update(id, { replies: [{ id: 'r', keptAt: AT + 5000, applied: [], reply }] });
    const older = await fileOf(here);
    await deleteToBin(here, 'packet', id, '견적 요청', AT + 9000);
    await bring(older, here);
    expect(await here.packets.count()).toBe(0);
  });

  it('says before how many were removed here since', async () => {
    const [gone] = [await say(here, '지운 줄'), await say(here, '남는 줄')];
    const file = await read(await fileOf(here));
    await deleteLine(here, 'notes', gone, AT + 6000);
    expect(await previewRestore(here, file)).toMatchObject({ forgets: 0, tables: { notes: { fresh: 0, same: 1, different: 0, onlyHere: 0, removed: 1 } } });
  });

  it('brings back neither a deal that was deleted nor what hung on it, nor a half-written form about it', async () => {
    await say(here, '줄');
    await here.drafts.add({ key: `form:step:${dealId}:lost`, meetingId: '', text: '예산이', updatedAt: AT });
    const file = await fileOf(here);
    await endMeeting(here, meeting.id, AT + 5000);
    await deleteToBin(here, 'deal', dealId, '재고', AT + 6000);
    await bring(file, here);
    expect([await here.deals.count(), await here.meetings.count(), await here.notes.count(), await here.drafts.count(), await here.bin.count()]).toEqual([0, 0, 0, 0, 1]);
    const [bin] = await here.bin.toArray();
    await restoreFromBin(here, bin?.id ?? '', AT + 7000);
    await bring(file, here);
    expect([await here.deals.count(), await here.notes.count(), await here.bin.count()]).toEqual([1, 1, 0]);
  });

  it('brings back what was written on the other machine since, with what it hangs on', async () => {
    const [edited, same] = [await say(here, '줄'), await say(here, '같은 줄')];
    const other = await twin();
    await editLine(other, 'notes', edited, { text: '저쪽에서 고친 줄' }, AT + 3000);
    const added = await say(other, '저쪽에서 적은 줄', AT + 4000);
    await endMeeting(here, meeting.id, AT + 5000);
    await deleteToBin(here, 'deal', dealId, '재고', AT + 6000);
    await bring(await fileOf(other), here);
    expect((await here.notes.toCollection().primaryKeys()).sort()).toEqual([added, edited].sort());
    expect([await here.deals.get(dealId), await here.meetings.get(meeting.id), await here.notes.get(same)]).toMatchObject([{ id: dealId }, { id: meeting.id }, undefined]);
    expect((await makeBackup(here, {}, AT)).aside).toBe(0);
  });

  it('takes nothing away here because it was deleted on the other machine, and does not forget there that it was', async () => {
    const id = await say(here, '줄');
    const other = await twin();
    await deleteLine(other, 'notes', id, AT + 6000);
    await bring(await fileOf(other), here);
    expect(await here.notes.get(id)).toBeDefined();
    await bring(await fileOf(here), other);
    expect(await other.notes.get(id)).toBeUndefined();
  });

  it.each(['taken back', 'undone'] as const)('takes no step of a deal again that was %s; one that the other machine took since comes', async (way) => {
    await takeStep(here, dealId, signed, { at: AT + 1000, ...TIME });
    const file = await fileOf(here);
    const other = await twin();
    if (way === 'taken back') await takeStepBack(here, dealId, AT + 5000);
    else await undoNewest(here, '', { dealId });
    await bring(file, here);
    const deal = await here.deals.get(dealId);
    expect([deal && dealState(deal), deal?.contract, deal?.risksAccepted, await here.followUps.count()]).toEqual(['open', undefined, undefined, 0]);
    // The other machine went on from there: that comes, and so does the signature on which it stands.
    await here.removals.clear();
    await takeStepBack(other, dealId, AT + 30_000);
    await takeStep(other, dealId, { to: 'lost', on: '2026-11-25', why: '예산' }, { at: AT + 31_000, ...TIME });
    await bring(await fileOf(other), here);
    expect((await here.deals.get(dealId))?.course).toMatchObject([{ to: 'lost' }]);
  });

  it('brings no text into a meeting again whose text was deleted here', async () => {
    await say(here, '비밀스런 메모');
    await here.drafts.add({ key: `capture:${meeting.id}`, meetingId: meeting.id, text: '비밀스런 초안', updatedAt: AT });
    const file = await fileOf(here);
    await endMeeting(here, meeting.id, AT + 5000);
    const { purgeMeeting } = await import('@/utils/services/retention/purge-meeting');
    await purgeMeeting(here, meeting.id, AT + 6000);
    await bring(file, here);
    expect(await everything(here)).not.toContain('비밀스런');
    expect((await here.meetings.get(meeting.id))?.purgedAt).toBe(AT + 6000);
  });

  it('has nothing to say after everything was deleted: nothing is kept of what was removed', async () => {
    const id = await say(here, '줄');
    const file = await fileOf(here);
    await deleteLine(here, 'notes', id, AT + 6000);
    await takeOffRecord(here, 'gaps', await say(here, '? 비밀', AT + 7000));
    await emptyDatabase(here);
    expect(await here.removals.count()).toBe(0);
    await bring(file, here);
    expect(await here.notes.get(id)).toBeDefined();
  });
});

describe('off the record', () => {
  /** A line that stands in every place where its words can stand. */
  async function toldEverywhere(database: BatonDatabase, id: string, at: number): Promise<void> {
    await editMinutes(database, meeting.id, 'notes', '- 사장 아들이 반대함', at);
    await packet(database, at + 1000);
    await database.drafts.put({ key: 'capture:popup', meetingId: '', text: '사장 아들이 반대함!', updatedAt: at });
    await editLine(database, 'notes', id, { itemId: null }, at + 2000);
  }

  it('wins over an older backup, and over everything that the other machine made of it', async () => {
    const id = await say(here, '사장 아들이 반대함');
    await toldEverywhere(here, id, AT + 2000);
    const old = await fileOf(here);
    const other = await twin();
    await takeOffRecord(here, 'notes', id);
    for (const mode of ['merge', 'keep', 'replace'] as const) {
      await bring(old, here, mode);
      expect(await everything(here), mode).not.toContain('아들이');
    }
    await editLine(other, 'notes', id, { text: '사장 아들이 크게 반대함' }, AT + 90_000);
    await toldEverywhere(other, id, AT + 91_000);
    await packet(other, AT + 95_000);
    await bring(await fileOf(other), here);
    expect(await everything(here)).not.toContain('아들이');
    await bring(await fileOf(here), other);
    expect(await everything(other)).not.toContain('아들이');
    // And it is known there: what that machine gives on says it too.
    const third = freshDatabase();
    await bring(old, third);
    await bring(await fileOf(other), third);
    expect(await everything(third)).not.toContain('아들이');
  });

  it('wins where the line lies in the bin of the other machine', async () => {
    const id = await say(here, '사장 아들이 반대함');
    const other = await twin();
    await endMeeting(other, meeting.id, AT + 5000);
    await deleteToBin(other, 'meeting', meeting.id, '1차', AT + 6000);
    await takeOffRecord(here, 'notes', id);
    await bring(await fileOf(here), other);
    expect(await everything(other)).not.toContain('아들이');
    expect(await other.bin.count()).toBe(1);
  });

  it('holds for all that was answered on a topic until then, on both machines, and for nothing that is answered later', async () => {
    await answer(here, 'budget.range', '몰래 3억', AT + 1000);
    const old = await fileOf(here);
    const other = await twin();
    await answer(other, 'budget.range', '몰래 4억', AT + 2000);
    await packet(other, AT + 3000);
    await answer(here, 'budget.range', '', AT + 5000, true);
    await bring(old, here);
    expect(await everything(here)).not.toContain('몰래');
    await answer(other, 'budget.range', '공식 5억', AT + 9000);
    await bring(await fileOf(here), other);
    expect(await everything(other)).not.toContain('몰래');
    expect(await everything(other)).toContain('공식 5억');
    await bring(await fileOf(other), here);
    expect(await everything(here)).not.toContain('몰래');
    expect((await here.answers.toArray()).filter((row) => row.raw !== '')).toMatchObject([{ raw: '공식 5억' }]);
  });

  it('stays with answers that were covered before this was kept', async () => {
    await answer(here, 'budget.range', '몰래 3억', AT + 1000);
    const other = await twin();
    await answer(here, 'budget.range', '', AT + 5000, true);
    await here.removals.clear();
    const [covered, open] = [await fileOf(here), await fileOf(other)];
    await bring(open, here);
    await bring(covered, other);
    expect((await here.answers.toArray()).map((row) => row.raw)).toEqual(['', '']);
    expect((await other.answers.toArray()).map((row) => row.raw)).toEqual(['', '']);
  });

  it('is told before, and leaves nothing in the copy from before the restore', async () => {
    const id = await say(here, '사장 아들이 반대함');
    const other = await twin();
    await takeOffRecord(here, 'notes', id);
    const file = await read(await fileOf(here));
    await say(other, '남는 줄', AT + 3000);
    expect(await previewRestore(other, file)).toMatchObject({ forgets: 1, tables: { notes: { fresh: 0, same: 0, different: 0, onlyHere: 1, removed: 0 } } });
    expect(await everything(other)).toContain('아들이');
    await restoreBackup(other, file, 'merge', AT);
    expect(await everything(other)).not.toContain('아들이');
    await undoRestore(other, clean, AT);
    expect(await everything(other)).not.toContain('아들이');
    expect((await other.notes.toArray()).map((row) => row.text)).toEqual(['남는 줄']);
  });

  it('looking at a file drops no copy and leaves the file as it is', async () => {
    const id = await say(here, '사장 아들이 반대함');
    const file = await fileOf(here);
    await takeOffRecord(here, 'notes', id);
    await bring(await fileOf(freshDatabase()), here);
    const checked = await read(file);
    const before = JSON.stringify(checked);
    expect(await previewRestore(here, checked)).toMatchObject({ tables: { notes: { fresh: 0, removed: 1 } } });
    expect(JSON.stringify(checked)).toBe(before);
    expect(await undoRestore(here, clean, AT)).toBe(true);
  });
});
