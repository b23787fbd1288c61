/** A day that no calendar knows (a date field once took years of six digits): refused when it is written, harmless where it lies already. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup } from '@/utils/services/backup/restore-backup';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { createDeal, editDeal } from '@/utils/services/deal/create-deal';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { makePacket } from '@/utils/services/packet/make-packet';
import { setDeleteBy } from '@/utils/services/retention/keep-meeting';
import { DEFAULT_PREFERENCES } from '@/utils/settings/preferences';
import { freshDatabase, someCall } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const BAD = '20261-12-01';
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;
let gapId: string;
let promiseId: string;

beforeEach(async () => {
  ({ db, dealId, meeting } = await someCall(AT));
  const say = async (line: string) => (await captureLine(db, line, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1000))?.id ?? '';
  [gapId, promiseId] = [await say('? 누가 승인하나'), await say('! 견적서를 보낸다')];
});

const everything = async (): Promise<string> => JSON.stringify(await Promise.all([db.deals, db.meetings, db.gaps, db.commitments].map((table) => table.toArray())));

describe('is not written', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['as the date of a gap', () => editLine(db, 'gaps', gapId, { due: BAD }, AT)],
    ['as the date of a promise', () => editLine(db, 'commitments', promiseId, { due: BAD }, AT)],
    ['as the day on which it was kept', () => editLine(db, 'commitments', promiseId, { fulfilment: 'done', fulfilledOn: BAD }, AT)],
    ['as the next date of a meeting', () => editMeeting(db, meeting.id, { nextDate: BAD }, AT)],
    ['as the day on which a text is deleted', () => setDeleteBy(db, meeting.id, BAD, AT)],
    ['on a deal', () => editDeal(db, dealId, { customerDue: BAD }, '', AT)],
    ['on a new deal', () => createDeal(db, { accountName: 'Halden', dealName: 'Expenses', stage: 'first', customerDue: BAD, checklist: { id: 'first-call', version: 1 }, alsoChecklists: [] }, AT)],
  ])('%s', async (_what, work) => {
    const before = await everything();
    await expect(work()).rejects.toThrow(RangeError);
    expect(await everything()).toBe(before);
  });
});

describe('that lies in the database', () => {
  beforeEach(async () => {
    await db.deals.update(dealId, { customerDue: BAD });
    await db.meetings.update(meeting.id, { nextDate: BAD });
    await db.gaps.update(gapId, { due: BAD });
    await db.commitments.update(promiseId, { due: BAD, fulfilledOn: BAD });
  });

  it('costs a backup that day only, and what it said is kept apart', async () => {
    await deleteToBin(db, 'gap', gapId, '?', AT);
    const made = await makeBackup(db, DEFAULT_PREFERENCES, AT);
    expect([made.rows, made.aside]).toEqual([5, 4]);
    const other = freshDatabase();
    const backup = await readBackupFile(new Blob(made.parts), (html) => html);
    await restoreBackup(other, backup, 'replace', AT);
    expect(await other.deals.get(dealId)).toMatchObject({ customerDue: null });
    expect(await other.meetings.get(meeting.id)).toMatchObject({ nextDate: null });
    expect(await other.commitments.get(promiseId)).toMatchObject({ due: null, fulfilledOn: null });
    expect((await other.bin.toArray()).flatMap((bin) => bin.rows.map(({ row }) => row))).toMatchObject([{ id: gapId, due: null }]);
  });

  it('is no date in a packet, which stays readable', async () => {
    const choices = { purpose: 'estimate', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '', createdBy: '박서연' } as const;
    const { packet, json } = await makePacket(db, dealId, meeting.id, choices, AT + 60_000);
    expect(json).not.toContain(BAD);
    expect([packet.deal.customerDue, packet.gaps[0]?.due, packet.commitments[0]?.due]).toEqual([null, null, null]);
  });

  it('is left alone by whoever changes something else', async () => {
    await editLine(db, 'gaps', gapId, { owner: '한지민' }, AT);
    expect(await db.gaps.get(gapId)).toMatchObject({ owner: '한지민', due: BAD });
  });
});
