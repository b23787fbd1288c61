/** Wants of the call that lack their need or their priority, in the review: completed one after the other. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { emptyDatabase } from '../call/stage';
import type { Called } from './after-call';
import { emptyCall, open, say, START } from './after-call';
import { violations } from '../violations';

beforeEach(emptyDatabase);

const section = () => page.getByRole('region', { name: /^Wants to complete/ });
const fill = (words: string) => page.getByRole('button', { name: `Complete “${words}”` });
const want = async (words: string) => (await db.wants.toArray()).find((one) => one.words === words);

async function call(): Promise<Called> {
  const called = await emptyCall();
  await say(called, '+ 바코드 입출고', '+ 다크 모드', '+ 야간 알림');
  return called;
}

it.each(['ko', 'en'] as const)('shows those of this call that lack something, and what (%s)', async (language) => {
  const called = await call();
  await captureLine(db, '+ 다른 데서 들은 것', { meeting: null, dealId: called.dealId, focus: null, me: '박서연', kind: null }, START);
  await editLine(db, 'wants', (await want('다크 모드'))?.id ?? '', { needBehind: '눈이 피로함', priority: 'could' }, START + 300_000);
  await editLine(db, 'wants', (await want('야간 알림'))?.id ?? '', { painId: 'a pain' }, START + 300_000);
  const close = await open(called, language);
  const ko = language === 'ko';
  const list = page.getByRole('region', { name: ko ? '더 적을 고객 요청 (2)' : 'Wants to complete (2)' });
  await expect.element(list.getByRole('listitem').nth(0)).toHaveTextContent(ko ? '바코드 입출고요청 뒤의 필요가 비어 있음 · 중요도가 비어 있음' : '바코드 입출고No need behind it yet · Not said how much it matters');
  await expect.element(list.getByRole('listitem').nth(1)).toHaveTextContent(ko ? '야간 알림중요도가 비어 있음' : '야간 알림Not said how much it matters');
  await list.getByRole('button').first().click();
  expect(await violations()).toEqual([]);
  expect(document.querySelector('.screen')?.scrollWidth).toBeLessThanOrEqual(360);
  close();
});

it('is completed by Enter, the missing words and Enter, and goes on to the next', async () => {
  await open(await call());
  await expect.element(fill('바코드 입출고')).toBeVisible();
  (fill('바코드 입출고').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('세지 않고도 맞는 재고{Tab}');
  await page.getByLabelText('How much it matters').selectOptions('must');
  await page.getByLabelText('The need behind it').click();
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => want('바코드 입출고')).toMatchObject({ needBehind: '세지 않고도 맞는 재고', priority: 'must' });
  await expect.element(fill('다크 모드')).toHaveFocus();
  await expect.element(page.getByRole('heading', { name: 'Wants to complete (2)' })).toBeVisible();
  // One of the two is enough to be kept; what is still missing is said.
  await userEvent.keyboard('{Enter}눈이 피로함{Enter}');
  await expect.element(section().getByRole('listitem').filter({ hasText: '다크 모드' })).toHaveTextContent(/^다크 모드Not said how much it matters/);
  await expect.element(fill('다크 모드')).toHaveFocus();
});

it('keeps what was half typed, marked, and leaves the other fields of the want’s form alone', async () => {
  const called = await call();
  const id = (await want('다크 모드'))?.id ?? '';
  await db.drafts.put({ key: `line:wants:edit:${id}`, meetingId: called.meeting.id, text: '{"words":"다크 모드와 큰 글씨"}', updatedAt: 1 });
  const close = await open(called);
  await fill('다크 모드').click();
  await userEvent.keyboard('눈이{Escape}');
  await expect.element(fill('다크 모드')).toHaveFocus();
  close();
  await open(called);
  await expect.element(section().getByText('begun, not saved')).toBeVisible();
  await fill('다크 모드').click();
  await expect.element(page.getByLabelText('The need behind it')).toHaveValue('눈이');
  await page.getByLabelText('How much it matters').selectOptions('could');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => want('다크 모드')).toMatchObject({ needBehind: '눈이', priority: 'could' });
  await expect.poll(async () => (await db.drafts.toArray()).map((d) => d.text)).toEqual(['{"words":"다크 모드와 큰 글씨"}']);
});

it('asks why custom work is needed, and is done with the reason', async () => {
  const called = await emptyCall();
  await say(called, '+ 우리 서식 그대로');
  const id = (await want('우리 서식 그대로'))?.id ?? '';
  await editLine(db, 'wants', id, { needBehind: '감사 대응', priority: 'must', customClass: 'customisation' }, START + 300_000);
  await open(called);
  await expect.element(section().getByRole('listitem')).toHaveTextContent(/^우리 서식 그대로No reason for custom work yet/);
  await fill('우리 서식 그대로').click();
  await expect.element(page.getByLabelText('Why it takes custom work')).toHaveFocus();
  await userEvent.keyboard('감사 서식{Enter}');
  await expect.poll(async () => want('우리 서식 그대로')).toMatchObject({ customWhy: '감사 서식' });
  await expect.element(page.getByRole('heading', { name: 'Wants to complete (0)' })).toBeVisible();
});

it('says when all have it, and nothing in a call without wants', async () => {
  const called = await emptyCall();
  const close = await open(called);
  await expect.element(page.getByRole('region', { name: /^Promises/ })).toBeVisible();
  expect(section().elements()).toEqual([]);
  close();
  await say(called, '+ 바코드');
  await editLine(db, 'wants', (await want('바코드'))?.id ?? '', { needBehind: '정확한 재고', priority: 'must' }, START + 300_000);
  await open(called);
  await expect.element(section().getByText('Every want of this meeting has its need and how much it matters.')).toBeVisible();
});
