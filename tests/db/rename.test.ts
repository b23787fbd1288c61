/** Names that change: of a deal, of the account it is under, of a meeting; and a review that is opened again. */
import { describe, expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import { readOpenMeetings } from '@/utils/db/read-meeting';
import { editDeal } from '@/utils/services/deal/create-deal';
import { nameDeal } from '@/utils/services/deal/name-deal';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { closeMeeting, endMeeting, reopenReview } from '@/utils/services/meeting/end-meeting';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { freshDatabase, someCall, someDeal } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);

describe('a deal', () => {
  it('gets another name, composed and without blanks at its ends, and undo gives the old one back', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    await nameDeal(db, dealId, { name: '  재고 시스템 2차 '.normalize('NFD') }, '', AT);
    expect(await db.deals.get(dealId)).toMatchObject({ name: '재고 시스템 2차', updatedAt: AT });
    expect(await undoNewest(db, '', { holds: dealId })).toEqual({ label: 'deal', late: false });
    expect((await db.deals.get(dealId))?.name).toBe('재고 시스템');
  });

  it('goes under an account that is there, whatever it is called by then, or under a new one', async () => {
    const db = freshDatabase();
    const [dealId, other] = [await someDeal(db), await someDeal(db, '한빛', 'b')];
    const accountId = (await db.deals.get(other))?.accountId ?? '';
    const before = (await db.deals.get(dealId))?.accountId ?? '';
    await nameDeal(db, dealId, { account: { id: accountId } }, '', AT);
    expect((await db.deals.get(dealId))?.accountId).toBe(accountId);
    expect(await db.accounts.get(before)).toBeDefined();
    await nameDeal(db, dealId, { account: { name: ' 누리 ' } }, '', AT + 1);
    expect(await db.accounts.get((await db.deals.get(dealId))?.accountId ?? '')).toMatchObject({ name: '누리', relationship: 'prospect' });
    // A name that is known is that account, not a second one of the same name.
    await nameDeal(db, dealId, { account: { name: '한빛' } }, '', AT + 2);
    expect([(await db.deals.get(dealId))?.accountId, await db.accounts.count()]).toEqual([accountId, 3]);
    await undoNewest(db, '');
    await undoNewest(db, '');
    expect([(await db.deals.get(dealId))?.accountId, await db.accounts.count()]).toEqual([accountId, 2]);
  });

  it('keeps what another tab changed in the same moment', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    const editing = editDeal(db, dealId, { stage: 'contract' }, '', AT);
    await editing;
    await Promise.all([nameDeal(db, dealId, { name: '새 이름' }, '', AT + 1), nameDeal(db, dealId, { account: { name: '누리' } }, '', AT + 1)]);
    const deal = await db.deals.get(dealId);
    expect([deal?.name, deal?.stage, (await db.accounts.get(deal?.accountId ?? ''))?.name]).toEqual(['새 이름', 'contract', '누리']);
  });

  it('is never left without a name or under an account that is gone', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    const before = await db.deals.get(dealId);
    await expect(nameDeal(db, dealId, { name: '  ' }, '', AT)).rejects.toThrow('needs a name');
    await expect(nameDeal(db, dealId, { account: { name: ' ' } }, '', AT)).rejects.toThrow('needs a name');
    await expect(nameDeal(db, dealId, { account: { id: 'gone' } }, '', AT)).rejects.toThrow('no such account');
    expect([await db.deals.get(dealId), await db.accounts.count()]).toEqual([before, 1]);
  });
});

describe('a meeting', () => {
  it('gets another title, composed, and undo gives the page’s back', async () => {
    const { db, meeting } = await someCall(AT);
    await editMeeting(db, meeting.id, { title: ' 요구 사항 '.normalize('NFD') }, AT + 1);
    expect((await db.meetings.get(meeting.id))?.title).toBe('요구 사항');
    await undoNewest(db, meeting.id, { holds: meeting.id });
    expect((await db.meetings.get(meeting.id))?.title).toBe('1차');
  });

  it('whose review was closed is listed for review again, its call as over as before', async () => {
    const { db, meeting } = await someCall(AT);
    await endMeeting(db, meeting.id, AT + 1000);
    await closeMeeting(db, meeting.id, AT + 2000);
    const closed = await db.meetings.get(meeting.id);
    expect(await readOpenMeetings(db)).toEqual([]);
    expect(await reopenReview(db, meeting.id, AT + 9000)).toBe(true);
    expect((await readOpenMeetings(db)).map((m) => m.id)).toEqual([meeting.id]);
    expect(await db.meetings.get(meeting.id)).toEqual({ ...closed, state: 'wrap_up', updatedAt: AT + 9000 });
    await closeMeeting(db, meeting.id, AT + 9500);
    expect(await db.meetings.get(meeting.id)).toEqual({ ...closed, updatedAt: AT + 9500 });
  });

  it('that runs, or whose text was deleted, has no review to open', async () => {
    const { db, meeting } = await someCall(AT);
    expect(await reopenReview(db, meeting.id, AT + 1)).toBe(false);
    await endMeeting(db, meeting.id, AT + 1000);
    await purgeMeeting(db, meeting.id, AT + 2000);
    expect(await reopenReview(db, meeting.id, AT + 3000)).toBe(false);
    expect((await db.meetings.get(meeting.id))?.state).toBe('closed');
  });
});
