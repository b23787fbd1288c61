import { useLayoutEffect } from 'react';
import { page } from 'vitest/browser';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDraft } from '@/components/hooks/use-draft';
import { db, keystrokes } from '@/utils/db/database';
import { saveDraft } from '@/utils/services/capture/save-draft';
import { busyDisk } from './busy-disk';
import { emptyDatabase, stage } from './stage';

/** A field into which something is typed in the moment in which it appears. */
function Field() {
  const { text, setText } = useDraft('start:k', 'm');
  // oxlint-disable-next-line react/exhaustive-deps
  useLayoutEffect(() => { setText('typed at once'); }, []);
  return <output>{text}</output>;
}

/** A field that somebody types into. */
function Box() {
  const { text, setText } = useDraft('start:k', 'm');
  return <textarea aria-label="box" value={text} onChange={(e) => { setText(e.target.value); }} />;
}

beforeEach(emptyDatabase);

describe('a draft that was left', () => {
  it('is read before anything is written over it, however slowly the database opens', async () => {
    await saveDraft(db, 'start:k', 'm', 'left over', 1);
    await keystrokes.open();
    // It opens again when it is asked for; the way of the keystrokes is open already.
    db.close({ disableAutoOpen: false });
    await stage(<Field />, 'en');
    await expect.poll(() => document.querySelector('output')?.textContent).toBe('left over\ntyped at once');
    await expect.poll(async () => (await db.drafts.get('start:k'))?.text).toBe('left over\ntyped at once');
  });
});

it('a form that is closed before its draft was read, and opened again, has what was typed', async () => {
  const release = await busyDisk();
  const field = page.getByRole('textbox');
  try {
    const close = await stage(<Box />, 'en');
    await field.fill('typed at once');
    close();
    await stage(<Box />, 'en');
    await expect.element(field).toBeVisible();
  } finally {
    await release();
  }
  await expect.element(field).toHaveValue('typed at once');
});

it('what was left before and could not be read in time stays, before what was typed', async () => {
  await db.drafts.put({ key: 'start:k', meetingId: 'm', text: 'left last week', updatedAt: 1 });
  const release = await busyDisk();
  try {
    const close = await stage(<Box />, 'en');
    await page.getByRole('textbox').fill('typed at once');
    close();
  } finally {
    await release();
  }
  await expect.poll(async () => (await db.drafts.get('start:k'))?.text).toBe('left last week\ntyped at once');
  await stage(<Box />, 'en');
  await expect.element(page.getByRole('textbox')).toHaveValue('left last week\ntyped at once');
});
