import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ClipPage } from '@/components/evidence/ClipPage';
import { EvidencePage } from '@/components/evidence/EvidencePage';
import { db } from '@/utils/db/database';
import type { Clip } from '@/utils/evidence/clip';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const clip: Clip = {
  id: 'c1', dealId: 'd1', meetingId: '', itemId: null, topic: null, kind: 'article', limit: null, url: 'https://www.example-customer.test/news/1',
  title: '차세대 구축', siteName: '', byline: '', language: 'ko', direction: 'ltr', html: '<p>본문</p><img src="x" onerror="window.hit=1"><script>window.hit=1</script>', text: '본문', at: 5, updatedAt: 5,
};

beforeEach(async () => { await emptyDatabase(); await db.clips.put(clip); });

it('lists evidence and filters it by words in the address', async () => {
  const end = await stage(<EvidencePage route={{ page: 'evidence', id: '', params: {} }} />, 'ko');
  await expect.element(page.getByRole('link', { name: '차세대 구축' })).toHaveAttribute('href', '#/clip/c1');
  expect(await violations()).toEqual([]);
  end();
  const close = await stage(<EvidencePage route={{ page: 'evidence', id: '', params: { q: 'nothing' } }} />, 'en');
  await expect.element(page.getByText('Nothing matches this filter.')).toBeVisible();
  close();
});

it('shows a clip harmless, even from a hostile row, and deletes it to the bin', async () => {
  const end = await stage(<ClipPage route={{ page: 'clip', id: 'c1', params: {} }} />, 'en', 'dark');
  await expect.element(page.getByText('본문')).toBeVisible();
  expect(document.querySelector('.evidence-body img, .evidence-body script')).toBeNull();
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => db.bin.count()).toBe(1);
  expect(await db.clips.count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => db.clips.count()).toBe(1);
  await expect.element(page.getByRole('heading', { name: '차세대 구축' })).toBeVisible();
  end();
});

it('deletes from the list with undo, names the item it is pinned to, and says what to do when there is none', async () => {
  await db.clips.put({ ...clip, itemId: 'A-01', topic: 'context.trigger' });
  const end = await stage(<EvidencePage route={{ page: 'evidence', id: '', params: {} }} />, 'ko');
  await expect.element(page.getByText('도입 계기 항목의 근거')).toBeVisible();
  await page.getByRole('button', { name: '“차세대 구축” 삭제' }).click();
  await expect.element(page.getByText('아직 근거 자료가 없습니다.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: '되돌리기' }).click();
  await expect.element(page.getByRole('link', { name: '차세대 구축' })).toBeVisible();
  expect(await violations()).toEqual([]);
  end();
});

it('says what was kept of a page that could not be read', async () => {
  await db.clips.put({ ...clip, kind: 'link', limit: 'pdf', html: '', text: '고른 글' });
  const end = await stage(<ClipPage route={{ page: 'clip', id: 'c1', params: {} }} />, 'ko');
  await expect.element(page.getByText('PDF는 읽을 수 없어 주소와 선택한 글만 보관했습니다.')).toBeVisible();
  await expect.element(page.getByText('고른 글', { exact: true })).toBeVisible();
  end();
});

it('leads to the passage that was found, marks it and writes nothing into the page', async () => {
  await db.clips.put({ ...clip, html: `${'<p>앞에 있는 긴 글입니다.</p>'.repeat(120)}<p id="hit">월말 <b>재고 실사</b>에 이틀이 걸립니다.</p>${'<p>뒤에 있는 글입니다.</p>'.repeat(60)}`, text: '재고 실사' });
  const end = await stage(<ClipPage route={{ page: 'clip', id: 'c1', params: { find: '재고 실사' } }} />, 'ko');
  await expect.poll(() => document.activeElement?.textContent).toBe('재고 실사');
  await expect.element(page.getByText('재고 실사', { exact: true })).toBeInViewport();
  const marked = [...(CSS.highlights.get('found-passage') ?? [])].map(String);
  expect([marked.join(''), document.querySelector('.evidence-body mark')]).toEqual(['재고실사', null]);
  expect(await violations()).toEqual([]);
  end();
  expect(CSS.highlights.has('found-passage')).toBe(false);
});
