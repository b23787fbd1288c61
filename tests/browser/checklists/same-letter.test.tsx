/** A deal goes from one team's checklist to another's of the same letter: what is half typed about a topic stays with it, as records do. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { db } from '@/utils/db/database';
import type { ChecklistPin } from '@/utils/deal/deal';
import { editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { createDeal, editDeal } from '@/utils/services/deal/create-deal';
import { emptyDatabase, stage } from '../call/stage';
import { ownDraft, rowOf } from './made';

const AT = Date.UTC(2026, 10, 27, 3);
let dealId = '';
let [ours, theirs]: ChecklistPin[] = [];
const row = (item: ChecklistItem) => page.elementLocator(document.querySelector(`[data-item="${item.id}"]`)?.closest('li') ?? document.createElement('li'));
const words = (item: ChecklistItem) => row(item).getByRole('textbox', { name: '답변 내용' });
const byNumber = async (pin: ChecklistPin | undefined, id: string): Promise<ChecklistItem> => {
  const item = (await rowOf(`${pin?.id ?? ''}.v1`)).list.items.find((one) => one.id === id);
  if (!item) throw new Error('no item');
  return item;
};

beforeEach(async () => {
  await emptyDatabase();
  const [one, other] = [await ownDraft('우리'), await ownDraft('저쪽')];
  // Made on another machine: the same letter, and the numbers in another order.
  await editChecklist(db, other, (list) => ({ ...list, code: 'E', items: list.items.map((item, i) => ({ ...item, type: 'text', id: `E-${String(list.items.length - i).padStart(2, '0')}` })) }), AT);
  await editChecklist(db, one, (list) => ({ ...list, items: list.items.map((item) => ({ ...item, type: 'text' })) }), AT);
  [ours, theirs] = [one, other].map((key) => ({ id: key.replace(/\.v1$/u, ''), version: 1 }));
  dealId = await createDeal(db, { accountName: '가온', dealName: '재고', stage: 'first', customerDue: null, checklist: ours ?? null, alsoChecklists: [] }, AT);
  location.hash = `#/checklist/${dealId}?item=E-02`;
});

it('an answer and two that differ, half typed while the checklist changes', async () => {
  const before = await byNumber(ours, 'E-02');
  const other = await byNumber(theirs, 'E-02');
  await stage(<LibraryApp />, 'ko');
  await expect.poll(() => document.querySelector('[data-item="E-02"]')).not.toBeNull();
  await words(before).fill('창고 세');
  await row(before).getByRole('button', { name: '서로 다른 답을 들었어요' }).click();
  await row(before).getByLabelText('한쪽 답변', { exact: true }).fill('밤샘');
  await expect.poll(async () => (await db.drafts.toArray()).map(({ key }) => key).sort()).toEqual([`answer:${dealId}:${before.topic}`, `heard:${dealId}:${before.topic}`]);
  await editDeal(db, dealId, { checklist: theirs }, '', AT + 1);
  const after = (await rowOf(`${theirs?.id ?? ''}.v1`)).list.items.find(({ topic }) => topic === before.topic);
  if (!after) throw new Error('no item');
  // The page begins anew, and does not open the item that has the number of its address now.
  await expect.poll(() => row(after).element().textContent).toContain(after.ask.ko);
  await expect.element(row(after).getByText('쓰다 만 내용 있음')).toBeVisible();
  await expect.element(row(other).getByText('쓰다 만 내용 있음')).not.toBeInTheDocument();
  expect(document.querySelectorAll('form.editor')).toHaveLength(0);
  await row(other).getByRole('button').click();
  await expect.element(words(other)).toHaveValue('');
  await row(after).getByRole('button', { name: /쓰다 만/ }).click();
  await expect.element(words(after)).toHaveValue('창고 세');
  await words(after).fill('창고 세 곳');
  await row(after).getByRole('button', { name: '답변 저장', exact: true }).click();
  await expect.poll(async () => (await db.answers.toArray()).map(({ topic, raw }) => [topic, raw])).toEqual([[before.topic, '창고 세 곳']]);
  await expect.poll(async () => (await db.drafts.toArray()).map(({ key }) => key)).toEqual([`heard:${dealId}:${before.topic}`]);
});
