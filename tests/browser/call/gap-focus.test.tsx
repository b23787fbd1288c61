/** The list of "?" beside somebody who writes: the keyboard comes back from a form once, and is never taken again. */
import { useLiveQuery } from 'dexie-react-hooks';
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { GapsView } from '@/components/call/GapsView';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from './stage';

beforeEach(emptyDatabase);

function Beside({ id }: { id: string }) {
  const meeting = useLiveQuery(() => db.meetings.get(id), [id]);
  return meeting ? <div className="panel"><input aria-label="elsewhere" /><GapsView meeting={meeting} board={null} /></div> : null;
}

it('another window ends a gap that was open in its form here: who writes goes on', async () => {
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '', Date.now());
  await captureLine(db, '? who signs', { meeting, dealId, focus: null, me: 'Emma', kind: null }, Date.now());
  await stage(<Beside id={meeting.id} />, 'en');
  const edit = page.getByRole('button', { name: /who signs/u }).first();
  await edit.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(edit).toHaveFocus();
  const elsewhere = page.getByRole('textbox', { name: 'elsewhere' });
  await elsewhere.click();
  await db.gaps.toCollection().modify({ state: 'answered', outcome: 'the board' });
  await expect.element(page.getByText('the board')).toBeVisible();
  await expect.element(elsewhere).toHaveFocus();
});
