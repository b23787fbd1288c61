/** Deals that nobody has anything planned for. */
import { expect, it } from 'vitest';
import { readDealsWithoutNext } from '@/utils/db/library/read-follow-ups';
import type { PlannedMeeting } from '@/utils/deal/planned-meeting';
import { addFollowUp } from '@/utils/services/followup/keep-follow-up';
import { freshDatabase, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const DAY = 86_400_000;

it('are those without a follow-up and without a meeting that is still to come: one that never took place is none', async () => {
  const db = freshDatabase();
  const plan = (startsAt: number | null): PlannedMeeting => ({ title: '2차', startsAt, endsAt: null, aim: '', room: null, url: '', people: [] });
  const deal = async (name: string, more: object = {}): Promise<string> => {
    const id = await someDeal(db, '가온식자재', name);
    await db.deals.update(id, more);
    return id;
  };
  await deal('아무것도 없음');
  await deal('지난 미팅', { next: plan(AT - 3 * DAY) });
  await deal('오늘 미팅', { next: plan(AT - 3_600_000) });
  await deal('다음 미팅', { next: plan(AT + DAY) });
  await deal('날짜 없는 미팅', { next: plan(null) });
  await deal('실주', { course: [{ to: 'lost', on: '2026-11-01', why: '가격', at: 1 }] });
  await addFollowUp(db, await deal('후속 연락', { next: plan(AT - 3 * DAY) }), { text: '안부', dueOn: '2026-12-01' }, AT);
  expect((await readDealsWithoutNext(db, AT)).map((one) => one.deal.name).sort()).toEqual(['아무것도 없음', '지난 미팅']);
});
