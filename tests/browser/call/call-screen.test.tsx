import Dexie from 'dexie';
import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { CallScreen } from '@/components/call/CallScreen';
import { useDealBoard } from '@/components/hooks/use-deal-record';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { createDeal } from '@/utils/services/deal/create-deal';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { emptyDatabase, stage } from './stage';
import { picture } from '../picture';
import { violations } from '../violations';

function Call({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return <div className="panel"><CallScreen meeting={meeting} board={board} /></div>;
}

async function call(language: 'ko' | 'en', theme: 'light' | 'dark' = 'light'): Promise<Meeting> {
  const dealId = await createDeal(db, {
    accountName: '가온식자재', dealName: '재고·실사 시스템 구축', stage: 'estimate', customerDue: null,
    checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [{ id: 'first-call', version: 1 }],
  }, Date.now());
  const meeting = await startManualMeeting(db, dealId, '1차 미팅', Date.now());
  await stage(<Call meeting={meeting} />, language, theme);
  return meeting;
}

beforeEach(emptyDatabase);

describe('the call screen', () => {
  it.each([['ko', 'light'], ['en', 'dark']] as const)('is accessible in %s, %s', async (language, theme) => {
    await call(language, theme);
    await expect.element(page.getByRole('tab', { name: language === 'ko' ? '체크리스트' : 'Checklist' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: /Android|플랫폼|Platforms/u }).first()).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: /플랫폼|Platforms/u }).first().click();
    await expect.element(page.getByRole('form', { name: /답변|Answer/u })).toBeVisible();
    expect(await violations()).toEqual([]);
    await picture(`call-${language}-${theme}`);
  });

  it('takes a line by Enter, but not while an IME composes', async () => {
    await call('ko');
    const bar = page.getByRole('textbox', { name: '기록하기' });
    await bar.click();
    await userEvent.keyboard('? 오전 9시 동시 접속 인원');
    bar.element().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, bubbles: true }));
    await expect.element(bar).toHaveValue('? 오전 9시 동시 접속 인원');
    expect(await db.gaps.count()).toBe(0);
    await userEvent.keyboard('{Enter}');
    await expect.element(bar).toHaveValue('');
    expect((await db.gaps.toArray()).map((g) => g.question)).toEqual(['오전 9시 동시 접속 인원']);
  });

  it('keeps what is typed while a slow disk still saves the line before it', async () => {
    const meeting = await call('en');
    const bar = page.getByRole('textbox', { name: 'Capture' });
    await bar.click();
    await userEvent.keyboard('first line');
    let free: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { free = resolve; });
    const disk = db.transaction('rw', db.tables, async () => { await Dexie.waitFor(held); });
    await userEvent.keyboard('{Enter} and more{Enter}');
    free();
    await disk;
    await expect.element(bar).toHaveValue(' and more');
    expect((await db.notes.toArray()).map((n) => n.text)).toEqual(['first line']);
    await expect.poll(async () => (await db.drafts.where({ meetingId: meeting.id }).toArray()).map((d) => d.text)).toEqual([' and more']);
    await userEvent.keyboard('{Enter}');
    await expect.element(bar).toHaveValue('');
    await expect.poll(() => db.drafts.count()).toBe(0);
    expect((await db.notes.toArray()).map((n) => n.text).sort()).toEqual(['and more', 'first line']);
  });

  it('answers an item by keyboard alone: a single key opens it, typed words are read, Enter saves', async () => {
    await call('en');
    const item = page.getByRole('button', { name: /^User count/u });
    await expect.element(item).toBeVisible();
    (item.element() as HTMLElement).focus();
    await userEvent.keyboard('p');
    await expect.element(page.getByRole('radio', { name: 'Partly' })).toBeChecked();
    await userEvent.keyboard('120 people');
    await expect.element(page.getByText('Reads as')).toBeVisible();
    await page.getByRole('combobox', { name: 'Who said it' }).fill('Dohyun');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('form', { name: /Answer/u })).not.toBeInTheDocument();
    const [row] = await db.answers.toArray();
    expect(row).toMatchObject({ state: 'partial', raw: '120 people', saidBy: 'Dohyun', confidence: 'stated', value: { kind: 'number', parts: [{ value: 120, unit: 'people' }] } });
    expect(document.activeElement?.getAttribute('data-item')).toBe('A-07');
  });

  it('keeps what was typed when the editor is closed, says at the item that it is not saved, and has it when it is opened again', async () => {
    await call('en');
    const item = page.getByRole('button', { name: /^Trigger/u });
    await item.click();
    await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('audit in J');
    await userEvent.keyboard('{Escape}');
    await expect.element(item.getByText('begun, not saved')).toBeVisible();
    await picture('call-begun');
    await item.click();
    await expect.element(page.getByRole('textbox', { name: 'Answer', exact: true })).toHaveValue('audit in J');
    await expect.element(item.getByText('begun, not saved')).not.toBeInTheDocument();
    expect(await db.answers.count()).toBe(0);
    await page.getByRole('button', { name: 'Save answer' }).click();
    await expect.poll(() => db.answers.count()).toBe(1);
    await expect.element(item.getByText('begun, not saved')).not.toBeInTheDocument();
  });

  it('opens as the state that was pressed, over a draft that was left in another; the words stay', async () => {
    await call('en');
    const item = page.getByRole('button', { name: /^Trigger/u });
    const words = page.getByRole('textbox', { name: 'Answer', exact: true });
    await item.click();
    await words.fill('audit in June');
    await userEvent.keyboard('{Escape}');
    await expect.element(item.getByText('begun, not saved')).toBeVisible();
    await userEvent.keyboard('d');
    await expect.element(page.getByRole('radio', { name: 'Declined' })).toBeChecked();
    await expect.element(words).toHaveValue('audit in June');
    // What is picked in the form wins over what was pressed, and what is pressed again over that.
    await page.getByRole('form').getByText('Partly', { exact: true }).click();
    await expect.element(page.getByRole('radio', { name: 'Partly' })).toBeChecked();
    (item.element() as HTMLElement).focus();
    await userEvent.keyboard('d');
    await expect.element(page.getByRole('radio', { name: 'Declined' })).toBeChecked();
    expect(await violations()).toEqual([]);
    await page.getByRole('combobox', { name: 'Who said it' }).fill('Dohyun');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await db.answers.toArray()).map((a) => [a.state, a.raw, a.saidBy])).toEqual([['declined', 'audit in June', 'Dohyun']]);
    await expect.poll(() => db.drafts.count()).toBe(0);
  });

  it('keeps words that the pressed state has no field for out of the answer, and has them when their state is chosen again', async () => {
    await call('en');
    const item = page.getByRole('button', { name: /^Trigger/u });
    await item.click();
    await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('audit in June');
    await userEvent.keyboard('{Escape}');
    await expect.element(item.getByText('begun, not saved')).toBeVisible();
    await userEvent.keyboard('n');
    await page.getByRole('textbox', { name: 'Why it doesn’t apply' }).fill('bought already');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await db.answers.toArray()).map((a) => [a.state, a.reason, a.raw, a.value])).toEqual([['not_applicable', 'bought already', '', null]]);
    await expect.element(item.getByText('begun, not saved')).toBeVisible();
    await item.click();
    await expect.element(page.getByRole('textbox', { name: 'Answer', exact: true })).toHaveValue('audit in June');
    // Nothing is begun any more once nothing is in it.
    await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('');
    await expect.poll(() => db.drafts.count()).toBe(0);
  });

  it('says what is missing at the field and saves nothing', async () => {
    await call('ko');
    const item = page.getByRole('button', { name: /^도입 계기/u });
    await expect.element(item).toBeVisible();
    (item.element() as HTMLElement).focus();
    await userEvent.keyboard('n');
    await page.getByRole('button', { name: '답변 저장' }).click();
    await expect.element(page.getByText('해당 없는 이유를 적어 주세요.')).toBeVisible();
    expect(await db.answers.count()).toBe(0);
  });

  it('opens the list behind each count, and counts follow live', async () => {
    await call('en');
    const count = page.getByRole('button', { name: /20 nobody’s yet, show/u });
    await count.click();
    await expect.element(page.getByText(/^20 of \d+ items$/u)).toBeVisible();
    await db.answers.put({
      id: 'x', dealId: (await db.deals.toArray())[0]?.id ?? '', topic: 'context.trigger', itemId: 'A-01', meetingId: null, state: 'answered', value: { kind: 'text', text: 'audit' },
      raw: 'audit', remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false, at: 1, offsetMs: null,
    });
    await expect.element(page.getByText(/^19 of \d+ items$/u)).toBeVisible();
    await expect.element(page.getByRole('button', { name: /1 secured, show/u })).toBeVisible();
  });
});
