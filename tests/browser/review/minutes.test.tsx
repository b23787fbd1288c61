import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/utils/db/database';
import { emptyDatabase } from '../call/stage';
import { emptyCall, open, say, START, typicalCall } from './after-call';
import { violations } from '../violations';

beforeEach(emptyDatabase);

const part = (section: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: section }) });

describe('minutes and the next meeting', () => {
  it('keep a half-written section over a closed panel', async () => {
    const call = await typicalCall();
    const close = await open(call);
    await page.getByRole('button', { name: 'Edit Decisions' }).click();
    await page.getByRole('textbox', { name: 'Text of Decisions' }).fill('- Second phase');
    await expect.poll(() => db.drafts.count()).toBe(1);
    close();
    await open(call);
    const text = page.getByRole('textbox', { name: 'Text of Decisions' });
    await expect.element(text).toHaveValue('- Second phase');
    const refuse = (): never => { throw new Error('disk full'); };
    db.meetings.hook('updating', refuse);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await new Promise((r) => { setTimeout(r, 200); });
    await expect.element(text).toHaveValue('- Second phase');
    db.meetings.hook('updating').unsubscribe(refuse);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(part('Decisions').getByText('Second phase')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Edit Decisions' })).toHaveFocus();
    await page.getByRole('button', { name: 'Back to the generated text: Decisions' }).click();
    await expect.element(part('Decisions').getByText('AI 발주는 2차')).toBeVisible();
  });

  it('read as what was written, in the panel and in the box, and are stored as Markdown that does nothing', async () => {
    const call = await emptyCall();
    await say(call, 'R&D 센터 <3초 이내, $50k, kim@hanla.co.kr https://x');
    await open(call);
    await expect.element(part('Notes').getByText('R&D 센터 <3초 이내, $50k, kim@hanla.co.kr https://x')).toBeVisible();
    await page.getByRole('button', { name: 'Edit Notes' }).click();
    const text = page.getByRole('textbox', { name: 'Text of Notes' });
    await expect.element(text).toHaveValue('- R&D 센터 <3초 이내, $50k, kim@hanla.co.kr https://x · 02:01');
    expect(await violations()).toEqual([]);
    await text.fill('- R&D 센터 <2초 이내\n- **중요** [a](https://b)');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(part('Notes').getByText('R&D 센터 <2초 이내')).toBeVisible();
    await expect.element(part('Notes').getByRole('strong')).toHaveTextContent('중요');
    expect(part('Notes').getByRole('listitem').elements().map((li) => li.textContent)).toEqual(['R&D 센터 <2초 이내', '중요 [a](https://b)']);
    expect((await db.meetings.get(call.meeting.id))?.minutesEdits).toEqual({ notes: '- R&amp;D 센터 &lt;2초 이내\n- **중요** \\[a\\](`https://b`)' });
  });

  it('go on being written by themselves when the box was opened and nothing was changed; lines of an earlier time keep their marks', async () => {
    const call = await typicalCall();
    const stored = '- *기울임* \\#1 &amp; <b>\n- 둘';
    await db.meetings.update(call.meeting.id, { minutesEdits: { aim: stored } });
    await open(call);
    const saved = async (): Promise<unknown> => (await db.meetings.get(call.meeting.id))?.minutesEdits;
    for (const section of ['Decisions', 'Aim']) {
      await page.getByRole('button', { name: `Edit ${section}` }).click();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect.element(page.getByRole('textbox', { name: `Text of ${section}` })).not.toBeInTheDocument();
      expect(await saved()).toEqual({ aim: stored });
    }
    await page.getByRole('button', { name: 'Edit Aim' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Text of Aim' })).toHaveValue('- *기울임* #1 & <b>\n- 둘');
    await page.getByRole('textbox', { name: 'Text of Aim' }).fill('- *기울임* #1 & <b>\n- 둘 & 셋');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(saved).toEqual({ aim: '- *기울임* \\#1 &amp; <b>\n- 둘 &amp; 셋' });
  });

  it('take a date typed digit by digit and save only the whole one', async () => {
    await open(await emptyCall());
    const field = page.getByLabelText('Next meeting', { exact: true });
    await expect.element(field).toBeVisible();
    (field.element() as HTMLElement).focus();
    await userEvent.keyboard('12012026');
    await expect.element(field).toHaveValue('2026-12-01');
    await expect.poll(async () => (await db.meetings.toArray())[0]?.nextDate).toBe('2026-12-01');
    const kept = (await db.changes.toArray()).flatMap((c) => c.before.map((b) => (b.row as { nextDate?: string | null } | null)?.nextDate));
    expect(kept.filter((d) => d?.startsWith('0'))).toEqual([]);
  });

  it('closes the meeting and leaves everything as it is', async () => {
    const call = await typicalCall();
    await open(call);
    const gaps = await db.gaps.count();
    await page.getByRole('button', { name: 'Close the review' }).click();
    await expect.poll(async () => (await db.meetings.get(call.meeting.id))?.state).toBe('closed');
    expect((await db.meetings.get(call.meeting.id))?.endedAt).toBe(START + 800_000);
    expect(await db.gaps.count()).toBe(gaps);
  });
});
