/** Queries one after the other: whose answer is shown, and when. */
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { editDeal } from '@/utils/services/deal/create-deal';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import type { Part, Shown } from '@/utils/services/search/ask-index';
import { Searcher } from '@/utils/services/search/ask-index';
import { openIndex } from '@/utils/services/search/open-index';
import { someDeal } from '../../db/rows';
import { emptyDatabase } from '../call/stage';

const ALL = { kind: '', limit: 50 };
let dealId = '';
let ids: string[] = [];
let told: { query: string; part: Part; texts: string[]; deal: string }[] = [];
let searcher: Searcher;

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '2차 미팅', Date.UTC(2026, 10, 24, 5));
  ids = [];
  for (let i = 0; i < 40; i += 1) ids.push((await captureLine(db, `창고 선반 ${String(i)}`, { meeting, dealId, focus: null, me: '박서연', kind: null }, meeting.startedAt + i))?.id ?? '');
  told = [];
  const show = ({ query, rows }: Shown, part: Part): void => { told.push({ query, part, texts: rows.map((row) => row.texts[0] ?? ''), deal: rows[0]?.dealName ?? '' }); };
  searcher = new Searcher(db, { show, fail: (error) => { throw error; }, inSight: () => 9, whenDrawn: (work) => { requestAnimationFrame(work); } });
  searcher.use({ chunks: await openIndex(db), topics: {} });
  return () => { searcher.close(); };
});

const parts = (): string[] => told.map(({ query, part }) => `${query}: ${part}`);

it('shows the newest query’s answer only, however far the one before had come', async () => {
  searcher.ask({ ...ALL, query: '선반' });
  searcher.ask({ ...ALL, query: '창고' });
  await expect.poll(parts).toEqual(['창고: first', '창고: all']);
  // Between its first rows and the others.
  searcher.ask({ ...ALL, query: '선반 1' });
  await expect.poll(parts).toContain('선반 1: first');
  searcher.ask({ ...ALL, query: '없는 말' });
  expect(parts().at(-1)).toBe('없는 말: none');
  await new Promise((resolve) => { setTimeout(resolve, 400); });
  expect(parts().at(-1)).toBe('없는 말: none');
});

it('shows what a window holds first, then all in the same order, and changes of them until something else is asked', async () => {
  searcher.ask({ ...ALL, query: '선반' });
  await expect.poll(parts).toEqual(['선반: first', '선반: all']);
  expect([told[0]?.texts.length, told[1]?.texts.length]).toEqual([9, 40]);
  expect(told[0]?.texts).toEqual(told[1]?.texts.slice(0, told[0]?.texts.length));
  await editLine(db, 'notes', ids[0] ?? '', { text: '창고 선반 새로' }, Date.now());
  await expect.poll(() => told.at(-1)?.texts.at(-1)).toBe('창고 선반 새로');
  searcher.ask({ ...ALL, query: '' });
  const before = told.length;
  await editLine(db, 'notes', ids[0] ?? '', { text: '창고 선반 또' }, Date.now());
  await new Promise((resolve) => { setTimeout(resolve, 400); });
  expect(told).toHaveLength(before);
});

it('keeps all rows in place while the same is read again or more of it, and asks nothing twice', async () => {
  searcher.ask({ ...ALL, query: '선반', limit: 20 });
  searcher.ask({ ...ALL, query: '선반', limit: 20 });
  await expect.poll(parts).toEqual(['선반: first', '선반: all']);
  searcher.ask({ ...ALL, query: '선반', limit: 30 });
  searcher.use({ chunks: await openIndex(db), topics: {} });
  await expect.poll(() => told.map(({ texts }) => texts.length).slice(1)).toEqual([20, 30]);
});

it('names a deal as it is called now', async () => {
  searcher.ask({ ...ALL, query: '선반' });
  await expect.poll(() => told.length).toBe(2);
  await editDeal(db, dealId, { name: '새 이름' }, '', Date.now());
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  told = [];
  searcher.ask({ ...ALL, query: '창고' });
  await expect.poll(() => told[0]?.deal).toBe('새 이름');
});
