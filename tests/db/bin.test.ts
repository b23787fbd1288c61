import { describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteToBin, DeleteRefused } from '@/utils/services/bin/delete-to-bin';
import { purgeBin } from '@/utils/services/bin/purge-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { freshDatabase, someDeal } from './rows';

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

  it('is empty after a week, and no undo step remembers', async () => {
    const { db, dealId } = await filled();
    await deleteToBin(db, 'deal', dealId, 'x', 10_000);
    expect(await purgeBin(db, 10_000 + 7 * DAY - 1)).toBe(0);
    expect(await purgeBin(db, 10_000 + 7 * DAY)).toBe(1);
    const all = JSON.stringify(await Promise.all(db.tables.map((t) => t.toArray())));
    expect(all).not.toContain('미확인');
    expect(all).not.toContain('1차 미팅');
  });
});
