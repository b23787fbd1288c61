/** "Undo" in a panel undoes the last thing that was done in it, also when it was done to an earlier meeting's "?". */
import { afterEach, describe, expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import { standIn } from '@/utils/db/undo/place';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { noteAsked } from '@/utils/services/gap/own-gap';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someCall } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);
let leave = (): void => undefined;
afterEach(() => { leave(); });

async function backToBack() {
  const { db, dealId, meeting: first } = await someCall(AT);
  const context = { dealId, focus: null, me: '', kind: null };
  leave = standIn(first.id);
  const gap = (await captureLine(db, '? 서버 위치', { ...context, meeting: first }, AT + 1))?.id ?? '';
  await endMeeting(db, first.id, AT + 2);
  const second = await startManualMeeting(db, dealId, '2차', AT + 1000);
  leave = standIn(second.id);
  const note = (await captureLine(db, '중요한 메모', { ...context, meeting: second }, AT + 1001))?.id ?? '';
  return { db, first, second, gap, note };
}

describe('undo in a panel', () => {
  it('undoes what was done to an earlier meeting’s "?" there, and then what came before it', async () => {
    const { db, second, gap, note } = await backToBack();
    await noteAsked(db, gap, '2026-11-25', AT + 1002);
    await editLine(db, 'gaps', gap, { owner: '김도현' }, AT + 1003);
    await undoNewest(db, second.id);
    expect(await db.gaps.get(gap)).toMatchObject({ owner: '', askedOn: ['2026-11-25'] });
    await undoNewest(db, second.id);
    expect(await db.gaps.get(gap)).toMatchObject({ askedOn: [], state: 'open' });
    expect(await db.notes.get(note)).toBeDefined();
    await undoNewest(db, second.id);
    expect([await db.notes.count(), await db.gaps.count()]).toEqual([0, 1]);
    expect(await undoNewest(db, second.id)).toBeNull();
  });

  it('in the earlier call’s own panel undoes what was done in that one', async () => {
    const { db, first, gap, note } = await backToBack();
    await noteAsked(db, gap, '2026-11-25', AT + 1002);
    await undoNewest(db, first.id);
    expect([await db.gaps.count(), await db.notes.get(note)]).toMatchObject([0, { text: '중요한 메모' }]);
  });

  it('on a page without a panel is of the meeting that the rows are of', async () => {
    const { db, first, gap } = await backToBack();
    leave();
    await noteAsked(db, gap, '2026-11-25', AT + 1002);
    expect(await undoNewest(db, first.id)).toMatchObject({ label: 'gap' });
    expect(await db.gaps.get(gap)).toMatchObject({ askedOn: [] });
  });
});
