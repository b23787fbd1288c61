import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { KnownPlaces } from '@/utils/db/library/known-places';
import { readFound } from '@/utils/db/library/read-found';
import { undoNewest } from '@/utils/db/undo/change';
import { searchChunks } from '@/utils/search/search';
import { parseQuery } from '@/utils/search/query';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { emptyDatabase } from '@/utils/services/backup/reset-everything';
import { openIndex } from '@/utils/services/search/open-index';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup } from '@/utils/services/backup/restore-backup';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { emptyBin } from '@/utils/services/bin/purge-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { freshDatabase, someDeal } from './rows';

async function setUp() {
  const db = freshDatabase();
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, 'call', Date.UTC(2026, 10, 24, 5));
  const say = async (raw: string): Promise<string> => {
    const line = await captureLine(db, raw, { meeting, dealId, focus: null, me: '박서연', kind: null }, meeting.startedAt + 1);
    return line?.id ?? '';
  };
  return { db, dealId, meeting, say };
}

async function find(db: BatonDatabase, query: string): Promise<string[]> {
  return [...searchChunks(await openIndex(db), parseQuery(query)).hits].map((h) => h.key);
}

describe('found rows', () => {
  it('come in the order asked for, with where they were said, without those that are gone, in one transaction', async () => {
    const { db, dealId, meeting, say } = await setUp();
    const [note, gap, gone] = [await say('서버실 온도'), await say('? 서버실 면적'), await say('서버실 열쇠')];
    await deleteLine(db, 'notes', gone, 10);
    const accountId = (await db.deals.get(dealId))?.accountId ?? '';
    let transactions = 0;
    db.use({ stack: 'dbcore', name: 'count', create: (core) => ({ ...core, transaction: (...given) => { transactions += 1; return core.transaction(...given); } }) });
    db.close({ disableAutoOpen: false });
    const keys = [`gaps:${gap}`, `accounts:${accountId}`, `notes:${gone}`, 'no key', `deals:${dealId}`, `meetings:${meeting.id}`, `notes:${note}`];
    const rows = await readFound(db, keys, {});
    expect(transactions).toBe(1);
    const place = { accountName: '가온식자재', dealName: '재고 시스템', dealId, accountId };
    expect(rows.map((row) => row.key)).toEqual([keys[0], keys[1], keys[4], keys[5], keys[6]]);
    expect(rows[0]).toMatchObject({ ...place, table: 'gaps', id: gap, texts: ['서버실 면적', '박서연'], meetingId: meeting.id, meetingTitle: 'call', utcOffset: meeting.utcOffset });
    expect(rows[1]).toMatchObject({ accountId, accountName: '가온식자재', dealId: '', dealName: '', meetingId: '', utcOffset: 0 });
    expect(rows[2]).toMatchObject({ ...place, meetingId: '', meetingTitle: '' });
    expect(rows[3]).toMatchObject({ ...place, meetingId: meeting.id, meetingTitle: 'call' });
    expect(await readFound(db, [], {})).toEqual([]);
  });

  it('name deals and meetings as they were a moment ago without reading them again, until one of them is written', async () => {
    const { db, dealId, meeting, say } = await setUp();
    const keys = [`notes:${await say('서버실 온도')}`];
    const reads: string[] = [];
    db.use({ stack: 'dbcore', name: 'count', create: (core) => ({ ...core, table: (name) => ({ ...core.table(name), getMany: (given) => { if (given.keys.length > 0) reads.push(name); return core.table(name).getMany(given); } }) }) });
    db.close({ disableAutoOpen: false });
    const known = new KnownPlaces(db);
    const found = async (): Promise<unknown> => {
      reads.length = 0;
      return (await readFound(db, keys, {}, known)).map((row) => [row.accountName, row.dealName, row.meetingTitle].join(' · '));
    };
    expect([await found(), reads]).toEqual([['가온식자재 · 재고 시스템 · call'], ['notes', 'meetings', 'deals', 'accounts']]);
    expect([await found(), reads]).toEqual([['가온식자재 · 재고 시스템 · call'], ['notes']]);
    await db.deals.update(dealId, { name: '새 이름' });
    expect([await found(), reads]).toEqual([['가온식자재 · 새 이름 · call'], ['notes', 'deals']]);
    await db.meetings.update(meeting.id, { title: '새 제목' });
    expect([await found(), reads]).toEqual([['가온식자재 · 새 이름 · 새 제목'], ['notes', 'meetings']]);
    await db.deals.delete(dealId);
    expect([await found(), reads]).toEqual([[' ·  · 새 제목'], ['notes', 'deals']]);
    known.close();
  });

  it('name nothing that changed while it was read, and what was read beforehand as it is', async () => {
    const { db, dealId, say } = await setUp();
    const keys = [`notes:${await say('서버실 온도')}`];
    const known = new KnownPlaces(db);
    const names = async (): Promise<string[]> => (await readFound(db, keys, {}, known)).map((row) => row.dealName);
    const [, before] = await Promise.all([known.warm(), names(), db.deals.update(dealId, { name: '새 이름' })]);
    expect(before).toHaveLength(1);
    expect(await names()).toEqual(['새 이름']);
    await known.warm();
    expect(await names()).toEqual(['새 이름']);
    known.close();
  });
});

describe('the search index', () => {
  it('finds every kind of row, and what was written after it was built', async () => {
    const { db, dealId, say } = await setUp();
    expect(await find(db, '재고시스템')).toEqual([`deals:${dealId}`]);
    const note = await say('서버실 온도');
    const gap = await say('? 서버실 면적');
    expect((await find(db, 'ㅅㅂㅅ')).sort()).toEqual([`gaps:${gap}`, `notes:${note}`]);
    expect(await db.searchDirty.count()).toBe(0);
  });

  it('follows edits, deletions and undo', async () => {
    const { db, meeting, say } = await setUp();
    const id = await say('서버실 온도');
    await find(db, '서버실');
    await editLine(db, 'notes', id, { text: '창고 습도' }, 9);
    expect([await find(db, '서버실'), await find(db, '창고')]).toEqual([[], [`notes:${id}`]]);
    await deleteLine(db, 'notes', id, 10);
    expect(await find(db, '창고')).toEqual([]);
    await undoNewest(db, meeting.id);
    expect(await find(db, '창고')).toEqual([`notes:${id}`]);
  });

  it('loses off-record words at once, and notes keys, never words', async () => {
    const { db, say } = await setUp();
    const id = await say('비밀스러운 할인율');
    expect(JSON.stringify(await db.searchDirty.toArray())).not.toContain('할인율');
    await find(db, '할인율');
    expect(JSON.stringify(await db.searchChunks.toArray())).toContain('할인율');
    await takeOffRecord(db, 'notes', id);
    expect(JSON.stringify(await db.searchChunks.toArray())).not.toContain('할인율');
    expect(await find(db, '할인율')).toEqual([]);
  });

  it('is built once by two tabs, and again after a table was emptied', async () => {
    const { db, say } = await setUp();
    for (let i = 0; i < 30; i += 1) await say(`재고 ${String(i)}`);
    const [a, b] = await Promise.all([find(db, '재고'), find(db, '재고')]);
    expect(a).toHaveLength(31);
    expect(b).toEqual(a);
    await db.notes.clear();
    expect(await find(db, '재고')).toHaveLength(1);
  });
});

it('says after any changes what an index made anew says', async () => {
  const WORDS = ['서버실', '재고', '창고', '습도'] as const;
  const op = fc.record({ what: fc.constantFrom('say', 'edit', 'delete', 'undo', 'bin', 'unbin', 'purge', 'look', 'restore'), word: fc.nat(3), which: fc.nat() });
  await fc.assert(fc.asyncProperty(fc.array(op, { minLength: 4, maxLength: 14 }), async (ops) => {
    const { db, meeting, say } = await setUp();
    const backup = await readBackupFile(new Blob((await makeBackup(db, {}, 1)).parts), (html) => html);
    let at = 20;
    for (const { what, word, which } of ops) {
      at += 1;
      const ids = await db.notes.toCollection().primaryKeys();
      const id = ids[which % Math.max(1, ids.length)];
      const binned = (await db.bin.toCollection().primaryKeys())[0];
      if (what === 'say') await say(`${WORDS[word] ?? ''} 글`);
      else if (what === 'undo') await undoNewest(db, meeting.id);
      else if (what === 'look') await openIndex(db);
      else if (what === 'restore') await restoreBackup(db, backup, word > 1 ? 'replace' : 'merge', at);
      else if (what === 'unbin' && binned) await restoreFromBin(db, binned, at);
      else if (what === 'purge') await emptyBin(db, null);
      else if (what === 'edit' && id) await editLine(db, 'notes', id, { text: `${WORDS[word] ?? ''} 고침` }, at);
      else if (what === 'delete' && id) await deleteLine(db, 'notes', id, at);
      else if (what === 'bin' && id) await deleteToBin(db, 'note', id, 'x', at);
    }
    const all = async (): Promise<string[][]> => Promise.all([...WORDS, 'ㅅㅂ', '재고 시스템'].map(async (q) => (await find(db, q)).sort()));
    const kept = await all();
    await db.searchChunks.clear();
    expect(kept).toEqual(await all());
    db.close();
  }), { numRuns: 25 });
}, 60_000);

it('a reset while the index is built leaves none of its words', async () => {
  const { db, say } = await setUp();
  await say('코발트비밀 서버실');
  const resets: Promise<void>[] = [];
  await openIndex(db, () => { if (resets.length === 0) resets.push(emptyDatabase(db)); });
  await Promise.all(resets);
  expect(JSON.stringify(await db.searchChunks.toArray())).not.toContain('코발트비밀');
  expect(await find(db, '코발트비밀')).toEqual([]);
});

it('a page reads again only the part of the index that changed', async () => {
  const { db, say } = await setUp();
  for (let i = 0; i < 40; i += 1) await say(`서버실 ${String(i)}`);
  const before = await openIndex(db);
  expect(await openIndex(db)).toEqual(before);
  const id = await say('서버실 새 글');
  const after = await openIndex(db);
  expect(after.filter((chunk) => !before.includes(chunk))).toHaveLength(1);
  expect(after.find((chunk) => !before.includes(chunk))?.keys).toContain(`notes:${id}`);
});
