/** Follow-ups about a want are where the want is: they show what that customer said. */
import { describe, expect, it } from 'vitest';
import { readFollowUpsOf } from '@/utils/db/library/read-follow-ups';
import { undoNewest } from '@/utils/db/undo/change';
import { captureLine } from '@/utils/services/capture/capture-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { addFollowUp } from '@/utils/services/followup/keep-follow-up';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import type { SomeCall } from '../rows';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);

interface Wanted extends SomeCall { other: string; want: string }

async function setUp(): Promise<Wanted> {
  const call = await someCall(AT);
  const { db, dealId, meeting } = call;
  const other = await someDeal(db, '한빛물류', '차량 관제');
  const want = (await captureLine(db, '+ 다크 모드', { meeting, dealId, focus: null, me: '', kind: null }, AT + 1000))?.id ?? '';
  await addFollowUp(db, dealId, { text: '', dueOn: '2027-03-02', wantId: want }, AT + 2000);
  await addFollowUp(db, dealId, { text: '명함 보내기', dueOn: '2027-03-03' }, AT + 3000);
  return { ...call, other, want };
}

const told = async ({ db, dealId, other }: Wanted): Promise<string[][]> =>
  Promise.all([dealId, other].map(async (id) => (await readFollowUpsOf(db, id)).map(({ row, wantWords }) => wantWords || row.text)));

describe('a follow-up about a want', () => {
  it('goes with the want to another deal, and comes back with it', async () => {
    const all = await setUp();
    await moveLine(all.db, 'wants', all.want, all.other, AT + 5000);
    expect(await told(all)).toEqual([['명함 보내기'], ['다크 모드']]);
    await undoNewest(all.db, all.meeting.id);
    expect(await told(all)).toEqual([['다크 모드', '명함 보내기'], []]);
  });

  it('goes with the whole meeting that was filed under the wrong deal', async () => {
    const all = await setUp();
    await fileMeeting(all.db, all.meeting.id, all.other, AT + 5000);
    expect(await told(all)).toEqual([['명함 보내기'], ['다크 모드']]);
  });

  it('goes with a meeting that turns out to be part of another deal’s', async () => {
    const all = await setUp();
    const whole = await startManualMeeting(all.db, all.other, '관제 1차', AT - 3_600_000);
    await continueMeeting(all.db, all.meeting.id, whole.id, AT + 5000);
    expect(await told(all)).toEqual([['명함 보내기'], ['다크 모드']]);
  });
});
