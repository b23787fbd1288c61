/** A form that is sent before what was left in it has been read: what is saved is what was left, never less. */
import { page } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { CallScreen } from '@/components/call/CallScreen';
import { useDealBoard } from '@/components/hooks/use-deal-record';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { Meeting } from '@/utils/meeting/meeting';
import { createDeal } from '@/utils/services/deal/create-deal';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { emptyDatabase, stage } from './stage';

beforeEach(emptyDatabase);

function Call({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return <div className="panel"><CallScreen meeting={meeting} board={board} /></div>;
}

/** Presses Ctrl+Enter in the form in the instant in which it appears. */
function sendAtOnce(): void {
  const watch = new MutationObserver(() => {
    const form = document.querySelector('form.editor');
    if (!form) return;
    watch.disconnect();
    form.querySelector('textarea')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }));
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

/** A call, in whose first item something was left. */
async function callWithLeft(): Promise<void> {
  const dealId = await createDeal(db, { accountName: 'Acme', dealName: 'Stock', stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [] }, Date.now());
  const meeting = await startManualMeeting(db, dealId, 'First', Date.now());
  await db.drafts.put({ key: draftKey('answer', dealId, 'context.trigger'), meetingId: meeting.id, text: JSON.stringify({ state: 'asked_unknown', confidence: 'stated', relation: null, raw: 'they will look it up' }), updatedAt: Date.now() });
  await stage(<Call meeting={meeting} />, 'en');
  await expect.poll(() => document.querySelector('[data-item="A-01"]')).not.toBeNull();
}

const press = (code: string, key: string): void => { document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true })); };

it('an answer has the words that were left in its editor', async () => {
  await callWithLeft();
  sendAtOnce();
  (document.querySelector('[data-item="A-01"]') as HTMLElement).focus();
  press('KeyU', 'u');
  await expect.poll(() => db.answers.count()).toBe(1);
  expect((await db.answers.toArray()).map((one) => [one.state, one.raw])).toEqual([['asked_unknown', 'they will look it up']]);
  await expect.element(page.getByRole('form')).not.toBeInTheDocument();
  await expect.poll(() => db.drafts.count()).toBe(0);
});

it('an answer can be saved also when what was left cannot be read', async () => {
  await callWithLeft();
  const unreadable = (): never => { throw new Error('unreadable'); };
  db.drafts.hook('reading', unreadable);
  (document.querySelector('[data-item="A-01"]') as HTMLElement).focus();
  press('KeyU', 'u');
  await page.getByRole('textbox', { name: 'Answer', exact: true }).fill('they ask their IT');
  await page.getByRole('button', { name: 'Save answer' }).click();
  await expect.poll(() => db.answers.count()).toBe(1);
  db.drafts.hook('reading').unsubscribe(unreadable);
  expect((await db.answers.toArray()).map((one) => one.raw)).toEqual(['they ask their IT']);
});

it('an answer is saved also when it was typed and sent before anybody knew that nothing was left', async () => {
  await callWithLeft();
  await db.drafts.clear();
  const watch = new MutationObserver(() => {
    const box = document.querySelector<HTMLTextAreaElement>('form.editor textarea');
    if (!box) return;
    watch.disconnect();
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(box, 'at once');
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  watch.observe(document.body, { childList: true, subtree: true });
  (document.querySelector('[data-item="A-01"]') as HTMLElement).focus();
  press('KeyU', 'u');
  await page.getByRole('button', { name: 'Save answer' }).click();
  await expect.poll(() => db.answers.count()).toBe(1);
  expect((await db.answers.toArray()).map((one) => one.raw)).toEqual(['at once']);
});
