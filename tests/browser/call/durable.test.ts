/** In a real database: a line is known to be on the disk before the page's lists read again, and waits for nobody who reads something else. */
import { liveQuery } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { insertRow } from '@/utils/db/undo/insert-row';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { longReader } from './busy-disk';
import { emptyDatabase } from './stage';

beforeEach(emptyDatabase);

it('a line is told to be durable once, before what shows it reads again, and never when it was not written', async () => {
  const dealId = await someDeal(db);
  const first = await captureLine(db, 'first', { meeting: null, dealId, focus: null, me: '', kind: null }, 1);
  const row = await db.notes.get(first?.id ?? '');
  if (!row) throw new Error('no line');
  const heard: string[] = [];
  const list = liveQuery(() => { heard.push('read'); return db.notes.count(); }).subscribe(() => undefined);
  const insert = async (id: string): Promise<void> => {
    await insertRow(db, 'line', { meetingId: '', dealId, at: 2 }, { table: 'notes', row: { ...row, id }, draftKey: null }, () => { heard.push('durable'); });
  };
  await expect.poll(() => heard).toEqual(['read']);
  await expect(insert(row.id)).rejects.toThrow();
  expect(heard).toEqual(['read']);
  await insert('another');
  await expect.poll(() => heard).toEqual(['read', 'durable', 'read']);
  list.unsubscribe();
});

it('lines are saved, one after the other, while another page reads meetings and deals', async () => {
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '1차', 1);
  const release = await longReader([db.deals, db.meetings, db.accounts, db.packets, db.bin]);
  const saved: string[] = [];
  const said = ['메모', '? 인원', '! 견적', '+ AI'];
  const done = (async () => {
    for (const words of said) {
      await captureLine(db, words, { meeting, dealId, focus: null, me: '', kind: null }, 2);
      saved.push(words);
    }
  })();
  try {
    await expect.poll(() => saved, { timeout: 5000 }).toEqual(said);
  } finally {
    await release();
    await done;
  }
});

it('a line whose deal is gone is saved all the same beside such a reader, and put right once that is over', async () => {
  const dealId = await someDeal(db);
  await deleteToBin(db, 'deal', dealId, '', 1);
  const release = await longReader([db.deals, db.meetings]);
  const done = captureLine(db, '메모', { meeting: null, dealId, focus: null, me: '', kind: null }, 2);
  let saved = false;
  void done.then(() => { saved = true; });
  try {
    await expect.poll(() => saved, { timeout: 5000 }).toBe(true);
  } finally {
    await release();
    await done;
  }
  await expect.poll(async () => (await db.notes.toArray()).map((row) => row.dealId)).toEqual(['']);
});
