/** Asking delivery to come along: role, aim and pain, or it does not leave. */
import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/utils/db/database';
import { parsePacket } from '@/utils/packet/parse';
import type { Packet } from '@/utils/packet/schema';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';
import type { Called } from './after-call';
import { emptyCall, itemOf, Packet as PacketScreen, say } from './after-call';

beforeEach(emptyDatabase);

const text = (name: string) => page.getByRole('textbox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

async function stored(): Promise<Packet> {
  await expect.poll(() => db.packets.count()).toBe(1);
  const read = parsePacket(JSON.parse((await db.packets.toArray())[0]?.json ?? ''));
  if (!read.ok) throw new Error('no packet');
  return read.packet;
}

/** A first meeting after which one question is delivery's. */
async function firstMeeting(): Promise<Called> {
  const call = await emptyCall('2026-12-10');
  await db.deals.update(call.dealId, { stage: 'first' });
  await say(call, '? which ERP interface is open');
  const [gap] = await db.gaps.toArray();
  if (!gap) throw new Error('no gap');
  const { id, topic } = await itemOf('A-09');
  await db.gaps.update(gap.id, { itemId: id, topic, route: 'ask_delivery' });
  return call;
}

it('a request to join takes its roles from the gaps, and leaves only with role, aim and pain', async () => {
  const call = await firstMeeting();
  await stage(<PacketScreen meeting={call.meeting} />, 'en');
  await page.getByText('Join a meeting', { exact: true }).click();
  // Colleagues only: there is no copy for a customer.
  await expect.element(page.getByRole('group', { name: 'For whom' })).not.toBeInTheDocument();
  const why = page.getByRole('textbox', { name: /: what for$/u });
  await expect.element(why).toHaveValue('which ERP interface is open');
  const reason = page.getByRole('textbox', { name: 'Why it goes out with unowned items' });
  await reason.fill('First meeting, on purpose');
  await expect.element(button('Save packet (ZIP)')).toBeEnabled();
  await button('Save packet (ZIP)').click();
  await expect.element(page.getByText('A request to join leaves only with role, aim and a pain point', { exact: false })).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^Fix: At least one pain point/u })).toHaveFocus();
  expect(await db.packets.count()).toBe(0);
  expect(await violations()).toEqual([]);
  await say(call, '# stock is wrong every Monday');
  await expect.element(page.getByText('A request to join leaves only', { exact: false })).not.toBeInTheDocument();
  // A role of one's own, with what it is for.
  await button('Add a role').click();
  await userEvent.keyboard('Security');
  await button('Save packet (ZIP)').click();
  await expect.element(text('Security: what for')).toHaveFocus();
  await text('Security: what for').fill('Can the audit log leave the site?');
  await expect.element(page.getByText('A request to join needs at least one role', { exact: false })).not.toBeInTheDocument();
  await button('Save packet (ZIP)').click();
  const { packet, request, pains, readiness } = await stored();
  expect(packet).toMatchObject({ purpose: 'join', redaction: 'internal', sendAnywayReason: 'First meeting, on purpose' });
  expect(request.rolesToBring.map((one) => [one.role, one.why])).toEqual([[expect.any(String), 'which ERP interface is open'], ['security', 'Can the audit log leave the site?']]);
  expect(pains.map((pain) => pain.text)).toEqual(['stock is wrong every Monday']);
  expect(readiness.stage).toBe('first');
});

it('roles can be left out and brought back, and the caret stays among them', async () => {
  const call = await firstMeeting();
  await stage(<PacketScreen meeting={call.meeting} />, 'ko');
  await page.getByText('미팅 동석 요청', { exact: true }).click();
  const out = page.getByRole('button', { name: / 빼기$/u });
  await out.click();
  await expect.element(button('역할 추가')).toHaveFocus();
  await expect.element(page.getByRole('textbox', { name: /: 미팅에서 할 일$/u })).not.toBeInTheDocument();
  await button('미확인에서 가져온 역할로').click();
  await expect.element(out).toBeVisible();
});

it('the day to ask by is counted back from the meeting that is planned on the deal', async () => {
  const call = await firstMeeting();
  await stage(<PacketScreen meeting={call.meeting} />, 'en');
  await page.getByText('Join a meeting', { exact: true }).click();
  await expect.element(page.getByText('The date of the next meeting is not known', { exact: false })).toBeVisible();
  const startsAt = Date.now() + 60 * 86_400_000;
  await db.deals.update(call.dealId, { next: { title: '', startsAt, endsAt: null, aim: '', room: null, url: '', people: [] } });
  await expect.element(page.getByText('Enough time: delivery should be asked by', { exact: false })).toBeVisible();
});
