/** Hints on what is unclear where it is typed: after a pause, gone when it is clear, never in the way. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { PanelApp } from '@/components/app/PanelApp';
import { PromiseEditor } from '@/components/call/PromiseEditor';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from './stage';
import { picture } from '../picture';
import { violations } from '../violations';

beforeEach(async () => { await emptyDatabase(); await page.viewport(360, 800); });

it.each([['ko', '‘최대한’ 같은 말은 잴 수 없습니다. 숫자나 날짜로 물어보세요.', '도입 계기', '답변 내용', '최대한 빨리'], ['en', '“asap” measures nothing. Ask for a number or a date.', 'Trigger', 'Answer', 'asap please']] as const)(
  'an answer that measures nothing is said so, and can be saved all the same (%s)', async (language, hint, item, label, vague) => {
    await startManualMeeting(db, await someDeal(db), '', Date.now());
    await stage(<PanelApp tabId={null} />, language, language === 'ko' ? 'light' : 'dark');
    await page.getByRole('button', { name: new RegExp(`^${item}`, 'u') }).click();
    const field = page.getByRole('textbox', { name: label, exact: true });
    await field.fill(vague);
    await expect.element(page.getByText(hint)).toBeVisible();
    expect(await violations()).toEqual([]);
    await picture(`clarity-${language}`);
    await field.fill(language === 'ko' ? '12월 10일까지 45명' : '45 people by 10 December');
    await expect.poll(() => document.querySelector('.hint')).toBeNull();
    await field.fill(vague);
    await page.getByRole('button', { name: language === 'ko' ? '답변 저장' : 'Save answer', exact: true }).click();
    await expect.poll(async () => (await db.answers.toArray()).map((a) => a.raw)).toEqual([vague]);
  });

it('a promise for “next week” without a date asks for one, and no longer when it has it', async () => {
  const dealId = await someDeal(db);
  await captureLine(db, '! 견적 초안', { meeting: null, dealId, focus: null, me: '박서연', kind: null }, 1);
  const [promise] = await db.commitments.toArray();
  if (!promise) throw new Error('no promise');
  await stage(<PromiseEditor promise={promise} onDone={() => undefined} />, 'ko');
  await page.getByLabelText('약속한 내용').fill('다음 주에 초안을 드리겠습니다');
  await expect.element(page.getByText('‘다음 주’: 언제까지인지 날짜를 골라 두세요.')).toBeVisible();
  await page.getByLabelText('언제까지').fill('2026-12-04');
  await expect.poll(() => document.querySelector('.hint')).toBeNull();
});
