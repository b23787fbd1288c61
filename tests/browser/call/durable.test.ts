/** In a real database: a line is known to be on the disk before the page's lists read again. */
import { liveQuery } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { insertRow } from '@/utils/db/undo/insert-row';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { someDeal } from '../../db/rows';
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
