/** Which meeting delivery is asked to come to, and the two ways to tell them: words for a mail, a file for the calendar. */
import { page } from 'vitest/browser';
import { beforeEach, expect, it, vi } from 'vitest';
import { db } from '@/utils/db/database';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';
import { emptyCall, Packet as PacketScreen, say, START } from './after-call';

beforeEach(emptyDatabase);

const button = (name: string) => page.getByRole('button', { name, exact: true });
const meeting = () => page.getByRole('region', { name: 'The meeting', exact: true });

it('what is not known of the meeting is said, and is in the invitation once it is planned; what left is kept under its number', async () => {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => { copied.push(text); return Promise.resolve(); });
  const call = await emptyCall('2026-12-10');
  await db.deals.update(call.dealId, { stage: 'first' });
  await say(call, '# stock is wrong every Monday', '? which ERP interface is open');
  const [gap] = await db.gaps.toArray();
  await db.gaps.update(gap?.id ?? '', { route: 'ask_delivery' });
  await stage(<PacketScreen meeting={call.meeting} />, 'en', 'dark');
  await page.getByText('Join a meeting', { exact: true }).click();
  await expect.element(meeting().getByText('Not known yet: the time, the link, the aim', { exact: false })).toBeVisible();
  await expect.element(button('Copy the invitation')).toBeEnabled();
  // Without a day there is nothing for a calendar.
  await expect.element(button('Save for the calendar (.ics)')).not.toBeInTheDocument();
  await planMeeting(db, call.dealId, { startsAt: START + 3_000 * 86_400_000, endsAt: null, aim: 'decide on the interface', url: 'https://meet.google.com/abc-defg-hij' }, START);
  await expect.element(meeting().getByText('decide on the interface')).toBeVisible();
  await expect.element(meeting().getByText('Not known yet', { exact: false })).not.toBeInTheDocument();
  // Two days are said, not chosen between.
  await db.meetings.update(call.meeting.id, { nextDate: '2035-02-12' });
  await expect.element(meeting().getByText('The last meeting agreed on Mon 12 Feb 2035, the plan says Sat 10 Feb 2035.', { exact: false })).toBeVisible();
  await db.meetings.update(call.meeting.id, { nextDate: null });
  await expect.element(meeting().getByText('The last meeting agreed', { exact: false })).not.toBeInTheDocument();
  await page.getByRole('textbox', { name: 'Why it goes out with unowned items' }).fill('First meeting, on purpose');
  await page.viewport(360, 800);
  await picture('join-meeting', meeting());
  expect(await violations()).toEqual([]);
  await button('Copy the invitation').click();
  await expect.element(page.getByText('Copied, and kept as packet no. 1')).toBeVisible();
  expect(copied).toEqual([expect.stringMatching(/^Request to join a meeting No\. 1.*Aim: decide on the interface.*“stock is wrong every Monday”/su)]);
  expect((await db.packets.toArray()).map((p) => p.number)).toEqual([1]);
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { names.push(this.download); });
  await button('Save for the calendar (.ics)').click();
  await expect.element(page.getByText('Kept as packet no. 1; the calendar file', { exact: false })).toBeVisible();
  expect(names).toEqual([expect.stringMatching(/_v1\.ics$/u)]);
  vi.restoreAllMocks();
});
