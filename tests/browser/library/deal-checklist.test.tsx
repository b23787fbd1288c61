/** Which checklist a deal has: the team's own first, the newest agreed for a new deal, and never another by itself. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { agreeChecklist, beginNextVersion, copyChecklist, editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { createDeal } from '@/utils/services/deal/create-deal';
import { withoutItem } from '@/utils/checklist/own/edits';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
const SIGNED = { sales: '박서연', delivery: '한지우', on: '2026-11-20', note: '' };
let own = '';

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 800);
  own = await copyChecklist(db, { id: 'first-call', version: 1 }, { ko: '우리 첫 통화', en: 'Our first call' }, AT);
  await agreeChecklist(db, own, SIGNED, AT);
});

const listId = (): string => own.replace(/\.v1$/u, '');
const options = (label: string): string[] => [...(page.getByLabelText(label, { exact: true }).element() as HTMLSelectElement).options].map((one) => one.textContent);

it.each(['ko', 'en'] as const)('a new deal begins with what was agreed, and may have another (%s)', async (language) => {
  const ko = language === 'ko';
  location.hash = '#/deals';
  await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  const checklist = ko ? '체크리스트' : 'Checklist';
  await expect.element(page.getByLabelText(checklist, { exact: true })).toHaveValue(own);
  expect(options(checklist)).toHaveLength(5);
  expect(options(checklist)[0]).toBe(ko ? 'E. 우리 첫 통화 버전 1 (수행팀과 합의함)' : 'E. Our first call v1 (agreed with delivery)');
  // Not twice the same.
  expect(options(ko ? '함께 쓸 체크리스트' : 'Also use')).toHaveLength(5);
  await page.getByLabelText(ko ? '고객사' : 'Account').fill('가온');
  await page.getByLabelText(ko ? '영업 건' : 'Deal', { exact: true }).fill('재고');
  await picture(`deal-checklist-${language}`);
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: ko ? '영업 건 만들기' : 'Create deal' }).click();
  await expect.poll(async () => (await db.deals.toArray()).map((deal) => deal.checklist)).toEqual([{ id: listId(), version: 1 }]);
});

it('a deal whose checklist is not here says so on its checklist’s page; an item without a reason tells none', async () => {
  const draft = await beginNextVersion(db, listId(), AT + 1);
  await editChecklist(db, draft, (list) => ({ ...list, items: list.items.map((item) => (item.id === 'E-03' ? item : { ...item, why: { ko: '', en: '' }, goodAnswer: { ko: '', en: '' } })) }), AT + 2);
  const dealId = await createDeal(db, { accountName: 'Halden', dealName: 'Expenses', stage: 'first', customerDue: null, checklist: { id: listId(), version: 2 }, alsoChecklists: [] }, AT);
  location.hash = `#/checklist/${dealId}?item=E-03`;
  await stage(<LibraryApp />, 'en');
  const why = page.getByText('Why delivery needs it');
  await expect.element(why).toBeVisible();
  await page.elementLocator(document.querySelector('[data-item="E-04"]') ?? document.body).click();
  await expect.poll(() => document.querySelector('[data-item="E-04"] ~ form .background') !== null).toBe(true);
  await expect.element(why).not.toBeInTheDocument();
  await db.checklists.delete(draft);
  await db.deals.update(dealId, { checklist: { id: 'own-elsewhere', version: 1 } });
  await expect.element(page.getByText('The checklist of this deal is not here. Update Baton, or take the checklist in from its file.')).toBeVisible();
});

it('a deal keeps its version, hears of the next, and changes when asked; its board asks the new items at once', async () => {
  const dealId = await createDeal(db, { accountName: '가온', dealName: '재고', stage: 'first', customerDue: null, checklist: null, alsoChecklists: [] }, AT);
  const next = await beginNextVersion(db, listId(), AT + 1);
  location.hash = `#/deal/${dealId}`;
  await stage(<LibraryApp />, 'ko');
  const select = page.getByLabelText('체크리스트', { exact: true });
  await expect.element(select).toHaveValue(own);
  await expect.element(page.getByText(/나왔습니다/)).not.toBeInTheDocument();
  await editChecklist(db, next, (list) => withoutItem(list, 'E-03'), AT + 2);
  await agreeChecklist(db, next, { ...SIGNED, note: '한 항목 줄임' }, AT + 3);
  await expect.element(page.getByText('버전 2(합의됨)이 나왔습니다. 바꾸어도 답변은 그대로 이어집니다.')).toBeVisible();
  expect((await db.deals.get(dealId))?.checklist.version).toBe(1);
  await select.selectOptions(next);
  await page.getByRole('form', { name: '저장' }).getByRole('button', { name: '저장' }).click();
  await expect.poll(async () => (await db.deals.get(dealId))?.checklist).toEqual({ id: listId(), version: 2 });
});

it('a draft of one’s own changes under the deal that has it', async () => {
  const draft = await copyChecklist(db, { id: 'first-call', version: 1 }, { ko: '시험', en: '' }, AT + 5);
  const dealId = await createDeal(db, { accountName: '가온', dealName: '재고', stage: 'first', customerDue: null, checklist: { id: draft.replace(/\.v1$/u, ''), version: 1 }, alsoChecklists: [] }, AT);
  location.hash = `#/deal/${dealId}`;
  await stage(<LibraryApp />, 'ko');
  const next = page.getByRole('region', { name: /^다음 질문/ });
  const count = (): number => Number(/\d+/u.exec(next.getByRole('heading').element().textContent ?? '')?.[0]);
  await expect.poll(count).toBeGreaterThan(1);
  const before = count();
  const first = (await db.checklists.get(draft))?.list.items.find((item) => item.need === 'minimum' && item.by === 'first')?.id ?? '';
  await editChecklist(db, draft, (list) => withoutItem(list, first), AT + 6);
  await expect.poll(count).toBe(before - 1);
});
