import { useLayoutEffect } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDraft } from '@/components/hooks/use-draft';
import { db, keystrokes } from '@/utils/db/database';
import { saveDraft } from '@/utils/services/capture/save-draft';
import { emptyDatabase, stage } from './stage';

/** A field into which something is typed in the moment in which it appears. */
function Field() {
  const { text, setText } = useDraft('start:k', 'm');
  // oxlint-disable-next-line react/exhaustive-deps
  useLayoutEffect(() => { setText('typed at once'); }, []);
  return <output>{text}</output>;
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
