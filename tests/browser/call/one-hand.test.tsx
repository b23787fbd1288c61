/** What a rep does while the customer speaks takes one press, and the keyboard stays where the work goes on. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { CallScreen } from '@/components/call/CallScreen';
import { useDealBoard } from '@/components/hooks/use-deal-record';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { captureLine } from '@/utils/services/capture/capture-line';
import { createDeal } from '@/utils/services/deal/create-deal';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { emptyDatabase, stage } from './stage';

function Call({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return <div className="panel"><CallScreen meeting={meeting} board={board} /></div>;
}

/** A call of a deal in its first meeting, with these lines in it; `topic` is what a "?" among them is about. */
async function call(lines: string[], about: { itemId: string; topic: string } | null = null): Promise<void> {
  const dealId = await createDeal(db, { accountName: '가온식자재', dealName: '재고·실사', stage: 'first', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [] }, Date.now());
  const meeting = await startManualMeeting(db, dealId, '1차 미팅', Date.now());
  for (const line of lines) await captureLine(db, line, { meeting, dealId, focus: about && { ...about, blocksEstimate: false }, me: '박서연', kind: null }, Date.now());
  await stage(<Call meeting={meeting} />, 'ko');
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const tab = (name: string) => page.getByRole('tab', { name });

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 560);
});

it('in a low panel an answer is saved by a button that is in sight, and its key stands beside it', async () => {
  await call([]);
  await button(/^도입 계기/u).click();
  const save = button('답변 저장');
  await expect.element(page.getByRole('textbox', { name: '답변 내용' })).toHaveFocus();
  await expect.poll(() => {
    const [body, box] = [document.querySelector('.call-body'), save.element()].map((el) => el?.getBoundingClientRect());
    return body && box && box.top >= body.top && box.bottom <= body.bottom;
  }).toBe(true);
  await expect.element(page.getByText('Ctrl+Enter')).toBeVisible();
  await userEvent.keyboard('감사 지적');
  await save.click();
  await expect.poll(async () => (await db.answers.toArray()).map((a) => a.raw)).toEqual(['감사 지적']);
});

it('an item says when it is due if that is not now', async () => {
  await call([]);
  await expect.element(button(/^도입 계기 최소 확보/u)).toBeVisible();
  await expect.element(button(/^성공 기준 견적까지 최소 확보/u)).toBeVisible();
});

it.each([['삭제', ['one', 'three']], [/^기록에서 빼기/u, ['one', 'three']]] as const)('a line that goes by %s hands the keyboard on to the next one', async (tool, left) => {
  await call(['one', 'two', 'three']);
  await tab('기록').click();
  const line = (words: string) => page.getByRole('listitem').filter({ hasText: words });
  await expect.element(line('two')).toBeVisible();
  (line('two').getByRole('button', { name: tool }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(line('three').getByRole('button', { name: '수정' })).toHaveFocus();
  expect((await db.notes.toArray()).map((n) => n.text).sort()).toEqual([...left].sort());
});

it('the last line hands it on to the box', async () => {
  await call(['one']);
  await tab('기록').click();
  await expect.element(page.getByRole('listitem')).toBeVisible();
  (page.getByRole('listitem').getByRole('button', { name: '삭제' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: '기록하기' })).toHaveFocus();
});

it('a “?” about an item is answered from its list in one press', async () => {
  await call(['? 왜 지금인지'], { itemId: 'A-01', topic: 'context.trigger' });
  await tab('미확인').click();
  await button('답변 적기: 왜 지금인지').click();
  await expect.element(page.getByRole('form', { name: '답변: 도입 계기' })).toBeVisible();
  await expect.element(page.getByRole('textbox', { name: '답변 내용' })).toHaveFocus();
});
