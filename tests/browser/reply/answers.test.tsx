/** Delivery's answers to what we asked: seen beside the gap, chosen like the rest, kept with the packet; and the questions that lead to them. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import type { Reply } from '@/utils/reply/schema';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { AT } from '../../db/reply/answered-deal';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';
import type { Sent } from './sent';
import { sentPacket } from './sent';

beforeEach(async () => {
  await emptyDatabase();
  location.hash = '#/reply';
  await page.viewport(360, 800);
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const gapNow = async (id: string) => db.gaps.get(id);

/** A packet that asks two things, one of them of the rep's own, and what delivery says to them. */
async function asked(more: Partial<NonNullable<Reply['answers']>[number]> = {}): Promise<Sent & { gapId: string; answer: Reply }> {
  const sent = await sentPacket();
  const gapId = (await captureLine(db, '? ERP와 연동이 되나요', { meeting: null, dealId: sent.dealId, focus: null, me: '박서연', kind: null }, AT + 2_000))?.id ?? '';
  await editLine(db, 'gaps', gapId, { route: 'ask_delivery', owner: '박서연', due: '2026-12-03' }, AT + 3_000);
  const to = await sent.ask(['ERP와 연동이 되나요', '공수는 얼마나 드나요?']);
  return {
    ...sent, gapId, packetId: to.packetId,
    answer: sent.reply({ ...to, answers: [{ questionId: `q:${gapId}`, sure: 'answer', text: '이미 연동해 봤습니다', by: null, ...more }, { questionId: 'q:2', sure: 'answer', text: '석 달쯤', by: null }] }),
  };
}

async function paste(reply: Reply, ko = false): Promise<void> {
  await page.getByRole('textbox', { name: ko ? '또는 회신 내용 붙여넣기' : 'Or paste the reply' }).fill(JSON.stringify(reply));
  await button(ko ? '읽기' : 'Read it').click();
}

describe('an answer of delivery', () => {
  it.each(['ko', 'en'] as const)('ends its gap with one press, back with one; the other is read with the packet (%s)', async (language) => {
    const ko = language === 'ko';
    const { dealId, gapId, answer, packetId } = await asked();
    await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
    await paste(answer, ko);
    const group = page.getByRole('group', { name: ko ? '여쭌 내용에 대한 답(미확인 사항이 끝납니다) (1)' : 'Answers to what you asked: the gap ends (1)' });
    const box = group.getByRole('checkbox');
    await expect.element(box).toBeChecked();
    await expect.element(group).toHaveTextContent(/ERP와 연동이 되나요.*이미 연동해 봤습니다/u);
    await expect.element(page.getByRole('heading', { name: ko ? '미확인 사항과 이어지지 않은 질문의 답' : 'Answers to questions that no gap stands behind' })).toBeVisible();
    await expect.element(page.getByText('석 달쯤')).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await button(ko ? '고른 1건 반영' : 'Take over 1 point').click();
    await expect.poll(async () => gapNow(gapId)).toMatchObject({ state: 'answered', outcome: '이미 연동해 봤습니다', answeredBy: '정하늘' });
    await button(ko ? '되돌리기' : 'Undo').click();
    await expect.poll(async () => (await gapNow(gapId))?.state).toBe('routed');
    await paste(answer, ko);
    await button(ko ? '고른 1건 반영' : 'Take over 1 point').click();
    await expect.poll(async () => (await gapNow(gapId))?.state).toBe('answered');
    location.hash = `#/deal/${dealId}`;
    await expect.element(page.getByText('이미 연동해 봤습니다 (정하늘)', { exact: false })).toBeVisible();
    location.hash = `#/reply/${packetId}`;
    const kept = page.getByRole('region', { name: ko ? /호에 온 회신/u : /^Replies to packet/u });
    for (const words of ['ERP와 연동이 되나요', '이미 연동해 봤습니다', '공수는 얼마나 드나요?', '석 달쯤']) await expect.element(kept.getByText(words)).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('“not yet” moves only the date', async () => {
    const { gapId, answer } = await asked({ sure: 'not_yet', text: '확인 중', by: '2026-12-09' });
    await stage(<LibraryApp />, 'en');
    await paste(answer);
    await expect.element(page.getByText('Not yet, by Wed 9 Dec 2026: only the gap’s date moves.')).toBeVisible();
    await button('Take over 1 point').click();
    await expect.poll(async () => gapNow(gapId)).toMatchObject({ state: 'routed', due: '2026-12-09', outcome: '' });
  });

  it('to a gap that reads otherwise or has ended since is not chosen by itself, and says how it stands', async () => {
    const { gapId, answer } = await asked();
    await editLine(db, 'gaps', gapId, { question: 'SAP와 연동이 되나요' }, AT + 70_000);
    await stage(<LibraryApp />, 'en');
    await paste(answer);
    const box = page.getByRole('checkbox', { name: /ERP와 연동이 되나요.*Changed since.*The gap reads: SAP와 연동이 되나요/u });
    await expect.element(box).not.toBeChecked();
    // It follows what somebody does in another window.
    await db.gaps.update(gapId, { state: 'answered', outcome: '고객이 확인' });
    await expect.element(page.getByText('Ended since: 고객이 확인')).toBeVisible();
    await db.gaps.delete(gapId);
    await expect.element(page.getByRole('checkbox', { name: /ERP와 연동이 되나요.*No longer there/u })).toBeDisabled();
  });
});

describe('questions of a packet', () => {
  it('keep their gap when another line is changed, and say how many an answer would end', async () => {
    const { dealId, gapId } = await asked();
    location.hash = `#/packet/${dealId}`;
    await stage(<LibraryApp />, 'en');
    const box = page.getByRole('textbox', { name: /Questions to delivery/u });
    await expect.element(box).toHaveValue('ERP와 연동이 되나요');
    await expect.element(page.getByText('An answer to 1 of these 1 ends a gap.')).toBeVisible();
    await box.click();
    await userEvent.keyboard('{Control>}{End}{/Control}{Enter}언제 시작할 수 있나요?');
    await expect.element(page.getByText('An answer to 1 of these 2 ends a gap.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Why it goes out with unowned items' }).fill('First questions first');
    await expect.element(button('Save packet (ZIP)')).toBeEnabled();
    await button('Save packet (ZIP)').click();
    await expect.poll(() => db.packets.count()).toBe(3);
    await expect.poll(async () => (JSON.parse((await db.packets.toArray()).find((one) => one.number === 3)?.json ?? '{}') as { request?: unknown }).request).toMatchObject({
      questions: [{ text: 'ERP와 연동이 되나요', gapId, neededBy: '2026-12-03' }, { text: '언제 시작할 수 있나요?', gapId: null }],
    });
  });
});
