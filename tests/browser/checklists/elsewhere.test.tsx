/** Two checklists that came from two files and name one topic differently: each keeps its own name, and its page says so. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { db } from '@/utils/db/database';
import { emptyDatabase } from '../call/stage';
import { violations } from '../violations';
import { openList, ownDraft, rowOf } from './made';

beforeEach(emptyDatabase);

async function named(id: string, ko: string, packetSection: string, updatedAt: number): Promise<void> {
  const own = await rowOf(id);
  const [first, ...rest] = own.list.items;
  if (!first) throw new Error('no items');
  await db.checklists.put({ ...own, list: { ...own.list, items: [{ ...first, topic: 'own.x' }, ...rest] }, topics: { 'own.x': { ko, en: ko, packetSection } }, updatedAt });
}

it.each(['ko', 'en'] as const)('says so on the page of each, which shows its own name (%s)', async (language) => {
  const [ours, theirs] = [await ownDraft('우리 첫 통화'), await ownDraft('저쪽 첫 통화')];
  await named(ours, '배차 단가', 'commercial', 5);
  await named(theirs, '배차', 'scope', 9);
  await openList(ours, language);
  const told = page.getByRole('region', { name: language === 'ko' ? '다른 체크리스트에서 다르게 부르는 주제' : 'Named differently in other checklists' });
  await expect.element(told).toHaveTextContent(language === 'ko' ? '‘저쪽 첫 통화’ 버전 1에서는 ‘배차 단가’ 주제의 이름이 ‘배차’입니다. 인계서에서 들어가는 자리도 다릅니다.' : 'The topic “배차 단가” is called “배차” in “저쪽 첫 통화”, version 1. There it also has another place in the packet.');
  await expect.element(page.getByRole('listitem').filter({ hasText: 'E-01' }).first()).toHaveTextContent('배차 단가');
  expect(await violations()).toEqual([]);
  await openList(theirs, language);
  await expect.element(page.getByRole('listitem').filter({ hasText: /[EF]-01/u }).first()).toHaveTextContent('배차');
});
