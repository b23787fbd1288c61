/** What is typed into a form during a call survives the panel, and is gone when the form was answered either way. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { Locator } from 'vitest/browser';
import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LinesView } from '@/components/call/LinesView';
import { ChecklistView } from '@/components/checklist/ChecklistView';
import { useDealBoard } from '@/components/hooks/use-deal-record';
import { useDraft } from '@/components/hooks/use-draft';
import { PeopleView } from '@/components/people/PeopleView';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { addContradiction } from '@/utils/services/answer/settle-contradiction';
import { captureLine } from '@/utils/services/capture/capture-line';
import { takeOffRecord } from '@/utils/services/capture/edit-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { violations } from '../violations';
import { emptyDatabase, stage } from './stage';

const WORDS = 'the board decides on Monday';

function Call({ id }: { id: string }) {
  const meeting = useLiveQuery(() => db.meetings.get(id), [id]);
  return meeting ? <div className="panel"><LinesView meeting={meeting} board={null} /><PeopleView meeting={meeting} /></div> : null;
}

async function call(): Promise<string> {
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '', Date.now());
  let at = Date.now();
  for (const line of ['plain words', '+ a report', '? who signs', '! two tablets']) await captureLine(db, line, { meeting, dealId, focus: null, me: 'Emma', kind: null }, at += 1000);
  return meeting.id;
}

interface Form {
  name: string;
  /** Opens it, if it isn't always open. */
  open: () => Promise<void>;
  field: () => Locator;
  save: () => Locator;
  /** The words where they belong once it is saved. */
  saved: (meetingId: string) => Promise<unknown>;
  cancels: boolean;
}

const edit = (line: string) => async (): Promise<void> => {
  await page.getByRole('group', { name: `Actions for “${line}”` }).getByRole('button', { name: 'Edit' }).click();
};
const begun = (): Locator => page.getByText('begun, not saved', { exact: true });
const button = (name: string) => (): Locator => page.getByRole('button', { name, exact: true });
const box = (name: string) => (): Locator => page.getByRole('textbox', { name, exact: true });

const FORMS: Form[] = [
  { name: 'a note', open: edit('plain words'), field: box('Text'), save: button('Save'), saved: async () => (await db.notes.toCollection().first())?.text, cancels: true },
  { name: 'a want', open: edit('a report'), field: box('Text'), save: button('Save'), saved: async () => (await db.wants.toCollection().first())?.words, cancels: true },
  { name: 'a gap', open: edit('who signs'), field: box('Question'), save: button('Save gap'), saved: async () => (await db.gaps.toCollection().first())?.question, cancels: true },
  { name: 'a promise', open: edit('two tablets'), field: box('What we promised'), save: button('Save promise'), saved: async () => (await db.commitments.toCollection().first())?.words, cancels: true },
  {
    name: 'the end of a gap', open: async () => { await edit('who signs')(); await page.getByRole('button', { name: 'End this gap' }).click(); },
    field: box('Outcome in words'), save: button('End this gap'), saved: async () => (await db.gaps.toCollection().first())?.outcome, cancels: true,
  },
  {
    name: 'consent', open: () => Promise.resolve(), field: () => page.getByRole('combobox', { name: 'Who', exact: true }), save: button('Save consent'),
    saved: async (id) => (await db.meetings.get(id))?.consents[0]?.who, cancels: false,
  },
];

const drafts = async (): Promise<string[]> => (await db.drafts.toArray()).map((d) => d.text);
const everything = async (): Promise<string> => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

beforeEach(emptyDatabase);

describe.each(FORMS)('the form of $name', ({ open, field, save, saved, cancels }) => {
  /** Opens it, types into it and waits for the draft; resolves to closing the panel. */
  async function typed(id: string): Promise<() => void> {
    const close = await stage(<Call id={id} />, 'en');
    await open();
    await field().fill(WORDS);
    await expect.poll(drafts).toEqual([expect.stringContaining(WORDS)]);
    return close;
  }

  it('stands as it was when the panel was closed, says so, and forgets it once it is saved', async () => {
    const id = await call();
    (await typed(id))();
    await stage(<Call id={id} />, 'en', 'dark');
    // The row says where it is; a form that is always open needs no mark.
    if (cancels) await expect.element(begun()).toBeVisible();
    await open();
    await expect.element(begun()).not.toBeInTheDocument();
    await expect.element(field()).toHaveValue(WORDS);
    await expect.element(page.getByText('What you were typing is back.')).toBeVisible();
    // The rows below a form that was just opened make room in the next frame.
    await expect.poll(violations, { timeout: 5_000 }).toEqual([]);
    await save().click();
    await expect.poll(async () => saved(id)).toBe(WORDS);
    await expect.poll(drafts).toEqual([]);
    await expect.element(begun()).not.toBeInTheDocument();
  });

  it('keeps each key as it is typed', async () => {
    const id = await call();
    await stage(<Call id={id} />, 'en');
    await open();
    await field().fill('');
    await field().click();
    await userEvent.keyboard('abc');
    await expect.poll(drafts).toEqual([expect.stringContaining('"abc"')]);
  });

  it.runIf(cancels)('forgets it on cancel', async () => {
    const id = await call();
    await typed(id);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(drafts).toEqual([]);
    // The last key's own write, which waits for a pause, must not bring it back.
    await new Promise((resolve) => { setTimeout(resolve, 1_200); });
    expect(await drafts()).toEqual([]);
    expect(await everything()).not.toContain(WORDS);
  });
});

it('the deal that a line is to be filed under is chosen still when the panel was closed, and not any more once it is there', async () => {
  const id = await call();
  const other = await someDeal(db, 'Halden', 'Expenses');
  const move = async (): Promise<void> => { await page.getByRole('group', { name: 'Actions for “plain words”' }).getByRole('button', { name: 'Move to another deal' }).click(); };
  const to = (): Locator => page.getByRole('combobox', { name: 'Move to' });
  await stage(<Call id={id} />, 'en');
  await move();
  await to().selectOptions(other);
  await expect.poll(drafts).toEqual([JSON.stringify({ dealId: other })]);
  await stage(<Call id={id} />, 'en');
  await expect.element(begun()).toBeVisible();
  await move();
  await expect.element(to()).toHaveValue(other);
  await expect.element(page.getByText('What you were typing is back.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(async () => (await db.notes.toCollection().first())?.dealId).toBe(other);
  await expect.poll(drafts).toEqual([]);
  await expect.element(begun()).not.toBeInTheDocument();
});

it('a field that closes writes its last word at once, not after its pause: it could be saved or cancelled by then', async () => {
  function Field() {
    const draft = useDraft('capture:x', 'x');
    return <input aria-label="line" value={draft.text} onChange={(e) => { draft.setText(e.target.value); }} />;
  }
  const close = await stage(<Field />, 'en');
  const strict = vi.spyOn(db.drafts, 'put');
  await page.getByLabelText('line').fill(WORDS);
  await expect.poll(drafts).toEqual([WORDS]);
  expect(strict).not.toHaveBeenCalled();
  close();
  await expect.poll(() => strict.mock.calls.length, { timeout: 400, interval: 20 }).toBe(1);
  await new Promise((resolve) => { setTimeout(resolve, 1_200); });
  expect(strict).toHaveBeenCalledOnce();
  strict.mockRestore();
});

describe('a line that is gone', () => {
  it('takes the draft of its form along, also when the form is still open in another window', async () => {
    const id = await call();
    await stage(<Call id={id} />, 'en');
    await edit('who signs')();
    await page.getByRole('textbox', { name: 'Question', exact: true }).fill(WORDS);
    await expect.poll(drafts).toEqual([expect.stringContaining(WORDS)]);
    await takeOffRecord(db, 'gaps', (await db.gaps.toCollection().first())?.id ?? '');
    await expect.element(page.getByRole('textbox', { name: 'Question', exact: true })).not.toBeInTheDocument();
    // The form's last write comes a second after the last key.
    await new Promise((resolve) => { setTimeout(resolve, 1_500); });
    expect(await everything()).not.toContain(WORDS);
  });

  it('takes it along when it is deleted', async () => {
    const id = await call();
    const close = await stage(<Call id={id} />, 'en');
    await edit('plain words')();
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill(WORDS);
    await expect.poll(drafts).toEqual([expect.stringContaining(WORDS)]);
    close();
    await stage(<Call id={id} />, 'en');
    await page.getByRole('group', { name: 'Actions for “plain words”' }).getByRole('button', { name: 'Delete' }).click();
    await expect.poll(() => db.notes.count()).toBe(0);
    expect(await drafts()).toEqual([]);
  });
});

function Checklist({ meeting }: { meeting: Meeting }) {
  const board = useDealBoard(meeting.dealId);
  return board ? <div className="panel"><ChecklistView meeting={meeting} board={board} /></div> : null;
}

describe('the forms behind an item', () => {
  const item = (): Locator => page.getByRole('button', { name: /^Trigger/u });
  const heard = box('One answer');
  const stands = box('What stands');
  let meeting: Meeting;
  const open = async (): Promise<() => void> => {
    const close = await stage(<Checklist meeting={meeting} />, 'en');
    await item().click();
    return close;
  };
  const differ = async (): Promise<string> => addContradiction(db, {
    dealId: meeting.dealId, meetingId: null, item: { id: 'A-01', topic: 'context.trigger' }, a: { text: 'audit', saidBy: 'Raj' }, b: { text: 'merger', saidBy: 'Ana' },
  }, 5);
  beforeEach(async () => { meeting = await startManualMeeting(db, await someDeal(db), '', Date.now()); });

  it('two answers that were heard stand as they were left, are marked at the item, and are gone once saved', async () => {
    (await open())();
    const close = await open();
    await page.getByRole('button', { name: 'Two answers were heard' }).click();
    await heard().fill(WORDS);
    await expect.poll(drafts).toEqual([expect.stringContaining(WORDS)]);
    close();
    await stage(<Checklist meeting={meeting} />, 'en', 'dark');
    await expect.element(item().getByText('begun, not saved')).toBeVisible();
    await item().click();
    await expect.element(heard()).toHaveValue(WORDS);
    await expect.element(page.getByText('What you were typing is back.')).toBeVisible();
    expect(await violations()).toEqual([]);
    await box('The other answer')().fill('no, on Friday');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await db.contradictions.toArray()).map((c) => [c.a.text, c.b.text])).toEqual([[WORDS, 'no, on Friday']]);
    await expect.poll(drafts).toEqual([]);
    expect(await db.answers.count()).toBe(0);
  });

  it('two answers that were heard are forgotten on cancel and when they are emptied', async () => {
    await open();
    await page.getByRole('button', { name: 'Two answers were heard' }).click();
    await heard().fill(WORDS);
    await expect.poll(drafts).toEqual([expect.stringContaining(WORDS)]);
    await heard().fill('');
    await expect.poll(drafts).toEqual([]);
    await heard().fill(WORDS);
    await expect.poll(drafts).toEqual([expect.stringContaining(WORDS)]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.element(page.getByRole('button', { name: 'Two answers were heard' })).toHaveFocus();
    await expect.poll(drafts).toEqual([]);
  });

  it('what stands between two answers is kept, marked, and settled by Enter without sending the answer', async () => {
    await differ();
    const close = await open();
    await stands().fill(WORDS);
    await box('Why, or who said so')().fill('Ana owns it');
    await expect.poll(drafts).toEqual([expect.stringContaining('Ana owns it')]);
    close();
    await stage(<Checklist meeting={meeting} />, 'en', 'dark');
    await expect.element(item().getByText('begun, not saved')).toBeVisible();
    await item().click();
    await expect.element(stands()).toHaveValue(WORDS);
    await expect.element(box('Why, or who said so')()).toHaveValue('Ana owns it');
    expect(await violations()).toEqual([]);
    await stands().click();
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await db.contradictions.toArray()).map((c) => [c.status, c.kept, c.why])).toEqual([['resolved', WORDS, 'Ana owns it']]);
    await expect.poll(drafts).toEqual([]);
    // What stands is the item's answer now; what is in the item's own form was not sent.
    expect((await db.answers.toArray()).map((row) => [row.raw, row.remark])).toEqual([[WORDS, 'Ana owns it']]);
  });

  it('a draft that was left in an earlier meeting is marked too, also one that an older version kept by the item’s number', async () => {
    await db.drafts.put({ key: `answer:${meeting.dealId}:A-01`, meetingId: 'earlier', text: '{"state":"answered","confidence":"stated","relation":"updates","raw":"audit"}', updatedAt: 1 });
    await open();
    await expect.element(box('Answer')()).toHaveValue('audit');
    await userEvent.keyboard('{Escape}');
    await expect.element(item().getByText('begun, not saved')).toBeVisible();
    expect((await db.drafts.toArray()).map(({ key, text }) => [key, text.includes('audit')])).toEqual([[`answer:${meeting.dealId}:context.trigger`, true]]);
  });
});
