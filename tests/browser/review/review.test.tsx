import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { usePanelStore } from '@/components/app/panel-store';
import { db } from '@/utils/db/database';
import { emptyDatabase, stage } from '../call/stage';
import type { Called } from './after-call';
import { answer, emptyCall, heardTwice, open, overfullCall, Review, say, typicalCall } from './after-call';
import { picture } from '../picture';
import { violations } from '../violations';

beforeEach(emptyDatabase);

const own = (topic: string) => page.getByRole('button', { name: `Own it: ${topic}`, exact: true });
const edit = (topic: string) => page.getByRole('button', { name: `Edit gap of ${topic}`, exact: true });
const counts = () => page.getByLabelText('Minimum for Estimate');

describe('the review', () => {
  it.each([['ko', 'light', emptyCall], ['en', 'dark', typicalCall], ['en', 'light', overfullCall], ['ko', 'dark', overfullCall]] as const)('is accessible in %s, %s', async (language, theme, make) => {
    const { meeting } = await make();
    await stage(<Review meeting={meeting} />, language, theme);
    await expect.element(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(document.querySelector('.screen')?.scrollWidth).toBeLessThanOrEqual(360);
  });

  it('gives the controls of different rows different names', async () => {
    await open(await typicalCall());
    await expect.element(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    const names = page.getByRole('button').elements().map((b) => b.getAttribute('aria-label') ?? b.textContent);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

describe('items that are not secured', () => {
  it('become owned gaps one after the other by Enter alone', async () => {
    await open(await typicalCall());
    await expect.element(counts()).toHaveTextContent('secured1 / 20owned gaps0 / 20nobody’s yet19 / 20');
    (own('Main pain point').element() as HTMLElement).focus();
    for (const topic of ['Size of the loss', 'Current process', 'Success measure']) {
      await userEvent.keyboard('{Enter}');
      await expect.element(own(topic)).toHaveFocus();
    }
    await expect.element(counts()).toHaveTextContent('secured1 / 20owned gaps3 / 20nobody’s yet16 / 20');
    expect((await db.gaps.toArray()).filter((g) => g.state === 'routed').map((g) => [g.itemId, g.owner, g.due]).sort()).toEqual([['A-02', '박서연', '2026-12-10'], ['A-03', '박서연', '2026-12-10'], ['A-04', '박서연', '2026-12-10']]);
  });

  it('take the earlier of the next meeting and the customer’s date, who said the part, and whether it blocks', async () => {
    const call = await typicalCall();
    await db.meetings.update(call.meeting.id, { nextDate: '2026-12-01' });
    await open(call);
    await own('User count').click();
    await expect.element(page.getByText('박서연 · Ask the customer · Tue 1 Dec 2026')).toBeVisible();
    expect((await db.gaps.toArray()).find((g) => g.itemId === 'A-07')).toMatchObject({ due: '2026-12-01', askWhom: '김도현', blocksEstimate: true, origin: 'partial' });
  });

  it('say at once what is missing when there is no date, with the caret there; the gap is kept meanwhile', async () => {
    await open(await emptyCall());
    await own('Main pain point').click();
    const form = page.getByRole('form', { name: 'Gap of Main pain point' });
    await expect.element(form.getByText('No date: nobody owns it yet.')).toBeVisible();
    await expect.element(form.getByLabelText('By when')).toHaveFocus();
    expect((await db.gaps.toArray())[0]).toMatchObject({ itemId: 'A-02', due: null, state: 'open' });
    await form.getByLabelText('By when').fill('2026-12-03');
    await form.getByRole('button', { name: 'Save gap' }).click();
    await expect.element(form).not.toBeInTheDocument();
    await expect.element(own('Size of the loss')).toHaveFocus();
    expect(await db.gaps.toArray()).toHaveLength(1);
    expect((await db.gaps.toArray())[0]).toMatchObject({ due: '2026-12-03', state: 'routed' });
  });

  it('need one date for all of them', async () => {
    await open(await emptyCall());
    const defaults = page.getByRole('group', { name: 'For each new gap' });
    const help = defaults.getByText('Fill in both once');
    await defaults.getByLabelText('Owner on our side').fill('');
    await defaults.getByLabelText('By when').fill('2026-12-04');
    // Somebody who skipped the welcome has no name: a date alone is not enough.
    await expect.element(help).toBeVisible();
    await defaults.getByLabelText('Owner on our side').fill('이준호');
    await expect.element(help).not.toBeInTheDocument();
    await own('Size of the loss').click();
    await expect.element(page.getByText('이준호 · Ask the customer · Fri 4 Dec 2026')).toBeVisible();
  });

  it('keep what is being typed when the panel closes, and forget it on cancel', async () => {
    const call = await typicalCall();
    const close = await open(call);
    await edit('Budget range').click();
    await page.getByRole('textbox', { name: 'Question' }).fill('Half a word');
    await expect.poll(async () => (await db.drafts.toArray()).map((d) => d.text)).toEqual(['{"question":"Half a word"}']);
    // By its topic: the number is another item's under another checklist.
    expect(await db.drafts.toCollection().primaryKeys()).toEqual([`gap:${call.dealId}:budget.range`]);
    close();
    await open(call);
    await expect.element(page.getByRole('textbox', { name: 'Question' })).toHaveValue('Half a word');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(edit('Budget range')).toHaveFocus();
    await expect.poll(() => db.drafts.count()).toBe(0);
    expect((await db.gaps.toArray()).filter((g) => g.itemId)).toEqual([]);
  });

  it('stay in the form when the write fails', async () => {
    await open(await typicalCall());
    await edit('Main pain point').click();
    await page.getByRole('textbox', { name: 'Question' }).fill('Must not be lost');
    const refuse = (): never => { throw new Error('disk full'); };
    db.gaps.hook('creating', refuse);
    usePanelStore.setState({ failure: null });
    await page.getByRole('button', { name: 'Save gap' }).click();
    await expect.poll(() => usePanelStore.getState().failure).not.toBeNull();
    await expect.element(page.getByRole('textbox', { name: 'Question' })).toHaveValue('Must not be lost');
    db.gaps.hook('creating').unsubscribe(refuse);
    await page.getByRole('button', { name: 'Save gap' }).click();
    await expect.element(page.getByRole('form')).not.toBeInTheDocument();
    expect((await db.gaps.toArray()).map((g) => g.question)).toContain('Must not be lost');
  });
});

describe('free "?" lines', () => {
  it('suggest their item, are attached by Enter, and hand the focus on', async () => {
    const call = await emptyCall('2026-12-10');
    await say(call, '? 전체 사용자 수가 몇 명인지', '? 점심은 언제 드시는지');
    await open(call, 'ko');
    const button = page.getByRole('button', { name: '“전체 사용자 수가 몇 명인지” 항목 사용자 수에 붙이기' });
    await expect.element(page.getByText('이 항목인가요?')).toBeVisible();
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('combobox', { name: '“점심은 언제 드시는지” 항목 고르기' })).toHaveFocus();
    expect((await db.gaps.toArray()).find((g) => g.question.includes('사용자'))).toMatchObject({ itemId: 'A-07' });
  });

  it('of earlier meetings are shown only while nobody owns them', async () => {
    const call = await emptyCall();
    await say(call, '? earlier and owned', '? earlier and nobody’s', '? of this meeting');
    const rows = await db.gaps.toArray();
    await db.gaps.bulkPut(rows.map((g) => (g.question.includes('earlier') ? { ...g, meetingId: 'before', owner: g.question.endsWith('owned') ? '박서연' : '', route: 'ask_customer' as const, due: '2026-12-01' } : g)));
    await open(call);
    await expect.element(page.getByRole('heading', { name: 'Your “?” lines (2)' })).toBeVisible();
    await expect.element(page.getByText('earlier and owned')).not.toBeInTheDocument();
  });

  it('end only with an outcome', async () => {
    const call = await emptyCall();
    await say(call, '? does it run on Sundays');
    await open(call);
    await page.getByRole('button', { name: 'Edit “does it run on Sundays”' }).click();
    await page.getByRole('button', { name: 'End this gap' }).click();
    await page.getByText('Drop', { exact: true }).click();
    await page.getByRole('button', { name: 'End this gap' }).click();
    await expect.element(page.getByText('A gap ends only with an outcome in words.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Outcome in words' }).fill('Not asked for any more');
    const name = page.getByRole('combobox', { name: 'In whose name' });
    await name.fill('');
    await page.getByRole('button', { name: 'End this gap' }).click();
    await expect.element(page.getByText('Assuming or dropping it needs a name.')).toBeVisible();
    await name.fill('Ana');
    await picture('gap-end');
    await page.getByRole('button', { name: 'End this gap' }).click();
    await expect.element(page.getByText('No loose “?” lines.')).toBeVisible();
    expect((await db.gaps.toArray())[0]).toMatchObject({ state: 'dropped', outcome: 'Not asked for any more', owner: 'Ana' });
  });
});

describe('conflicts', () => {
  const group = () => page.getByRole('group', { name: 'User count What stands?' });

  async function conflict(): Promise<Called> {
    const call = await emptyCall();
    await answer(call, 'A-07', 'conflict', '120 or 200', { sides: null });
    await db.contradictions.clear();
    await heardTwice(call, 'A-07', ['120명', '김도현'], ['200명', '']);
    return call;
  }

  it('show both sides with who said them, and need a choice', async () => {
    await open(await conflict());
    await expect.element(group().getByRole('radio', { name: '김도현: 120명' })).toBeVisible();
    await expect.element(group().getByRole('radio', { name: 'Unknown: 200명' })).toBeVisible();
    await page.getByRole('button', { name: 'Settle: User count' }).click();
    await expect.element(page.getByText('Pick what stands, or that both are true.')).toBeVisible();
    expect((await db.contradictions.toArray())[0]?.status).toBe('open');
  });

  it('settle into an answer that keeps its speaker', async () => {
    await open(await conflict());
    await group().getByRole('radio', { name: '김도현: 120명' }).click();
    await page.getByRole('textbox', { name: 'Why, or who said so: User count' }).fill('확인 메일');
    await page.getByRole('button', { name: 'Settle: User count' }).click();
    await expect.element(page.getByText('No open conflicts.')).toBeVisible();
    expect((await db.contradictions.toArray())[0]).toMatchObject({ status: 'resolved', kept: '120명', why: '확인 메일' });
    expect((await db.answers.toArray()).at(-1) ?? null).not.toBeNull();
    expect((await db.answers.toArray()).find((a) => a.state === 'answered')).toMatchObject({ raw: '120명', saidBy: '김도현' });
  });

  it('may both be true, or settle into other words', async () => {
    await open(await conflict());
    await group().getByRole('radio', { name: 'Something else' }).click();
    await page.getByRole('button', { name: 'Settle: User count' }).click();
    await expect.element(page.getByText('Pick what stands, or that both are true.')).toBeVisible();
    await page.getByRole('button', { name: 'Both are true: User count' }).click();
    await expect.element(page.getByText('No open conflicts.')).toBeVisible();
    expect((await db.contradictions.toArray())[0]).toMatchObject({ status: 'both_true', kept: '' });
  });
});

describe('promises', () => {
  it('are shown with kind, name, date and that delivery has not confirmed them', async () => {
    await open(await typicalCall());
    const promises = page.getByRole('region', { name: /^Promises/u });
    await expect.element(promises.getByText('Only delivery can confirm what is promised in its name.', { exact: false })).toBeVisible();
    await promises.getByRole('button', { name: 'Edit promise “태블릿 2대 대여”' }).click();
    await promises.getByRole('checkbox', { name: 'In delivery’s name' }).click();
    await promises.getByRole('button', { name: 'Save promise' }).click();
    await expect.element(promises.getByText('In delivery’s name', { exact: false }).first()).toBeVisible();
    await expect.element(promises.getByRole('button', { name: 'Edit promise “태블릿 2대 대여”' })).toHaveFocus();
    expect((await db.commitments.toArray()).find((c) => c.words.includes('태블릿'))).toMatchObject({ onBehalfOfDelivery: true, confirmation: 'unconfirmed' });
  });

  it('offer the one that the next step implies, once', async () => {
    const call = await emptyCall();
    const value = { kind: 'date' as const, text: '12월 10일까지 개략 견적', parts: [{ date: '2026-12-10', label: '개략 견적', firmness: 'unknown' as const }] };
    await answer(call, 'A-35', 'answered', value.text, { value } as never);
    await db.commitments.clear();
    await open(call, 'ko');
    const record = page.getByRole('button', { name: '약속으로 남기기: 개략 견적' });
    await record.click();
    await expect.element(record).not.toBeInTheDocument();
    expect((await db.commitments.toArray()).map((c) => [c.words, c.due, c.confirmation])).toEqual([['개략 견적', '2026-12-10', 'unconfirmed']]);
  });
});
