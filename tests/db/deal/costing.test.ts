/** What a deal costs: kept as one step, begun with delivery's estimate and the rates that other deals know. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dealRow } from '@/utils/backup/row-schemas';
import { readCostingSources } from '@/utils/db/library/read-costing';
import { undoNewest } from '@/utils/db/undo/change';
import type { Costing } from '@/utils/deal/costing/costing';
import { parsePacket } from '@/utils/packet/parse';
import type { Reply } from '@/utils/reply/schema';
import { setCosting } from '@/utils/services/deal/set-costing';
import { aReply } from '../../unit/reply/small-reply';
import { asUsual, installWorker } from '../packet/worker';
import { answeredDeal, AT } from '../reply/answered-deal';
import type { SomeCall } from '../rows';
import { someCall, someDeal } from '../rows';

const COSTING: Costing = { currency: 'KRW', effort: null, rates: [{ role: '백엔드', rate: 7_000_000 }], direct: 0, subcontract: 0, contingency: 0, price: 40_000_000, targetMargin: null, inHandoff: true };
const ESTIMATE: NonNullable<Reply['estimate']> = { class: 'budget', effort: [{ role: '백엔드', low: 3, likely: 3, high: 3 }], durationWeeks: { low: 4, high: 6 }, assumptions: [] };

let call: SomeCall;

afterEach(() => { vi.unstubAllGlobals(); });
beforeEach(async () => {
  installWorker(asUsual);
  call = await someCall(AT);
});

it('is kept on the deal in one step that undo takes back, with clean names', async () => {
  const { db, dealId } = call;
  await setCosting(db, dealId, { ...COSTING, effort: [{ role: ' PM\u200b ', low: 1, likely: 1, high: 1 }] }, AT + 1);
  const kept = await db.deals.get(dealId);
  expect(kept?.costing).toEqual({ ...COSTING, effort: [{ role: 'PM', low: 1, likely: 1, high: 1 }] });
  // As a backup brings it.
  expect(dealRow.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  await undoNewest(db, '', { dealId });
  expect((await db.deals.get(dealId))?.costing).toBeUndefined();
});

it('is refused for a deal that is gone', async () => {
  await expect(setCosting(call.db, 'nobody', COSTING, AT)).rejects.toMatchObject({ cause: 'gone' });
});

it('is refused in a file where it is none', () => {
  for (const part of [{ contingency: 101 }, { price: -1 }, { currency: 'BTC' }, { effort: [{ role: 'PM', low: 3, likely: 1, high: 2 }] }, { rates: [{ role: 'PM' }] }]) {
    expect(dealRow.shape.costing.safeParse({ ...COSTING, ...part }).success, JSON.stringify(part)).toBe(false);
  }
});

it('begins with the estimate of the newest reply to what really left, and with the newest rate of each role', async () => {
  const { db, dealId } = call;
  const deal = await answeredDeal(call);
  const first = await deal.send();
  expect(await readCostingSources(db, dealId)).toEqual({ estimate: null, rates: {} });
  await deal.apply(aReply({ ...first, estimate: ESTIMATE }));
  await deal.apply(aReply({ ...first, at: '2026-11-28T10:00:00+09:00', by: { name: '한결', role: '' }, estimate: { ...ESTIMATE, class: 'definitive' } }));
  // Newer, but to other content, and one without an effort.
  await deal.apply(aReply({ ...first, contentHash: 'f'.repeat(64), at: '2026-11-29T10:00:00+09:00', estimate: { ...ESTIMATE, class: 'rough' } }));
  await deal.apply(aReply({ ...first, at: '2026-11-30T10:00:00+09:00', estimate: { ...ESTIMATE, effort: [] } }));
  const other = await someDeal(db, '한빛물류', '배차');
  await setCosting(db, other, { ...COSTING, rates: [{ role: '백엔드', rate: 1 }, { role: 'QA', rate: 5 }] }, AT + 10);
  await setCosting(db, dealId, COSTING, AT + 20);
  const { estimate, rates } = await readCostingSources(db, dealId);
  expect(estimate).toMatchObject({ by: '한결', on: '2026-11-28', class: 'definitive', packetNumber: first.packetNumber });
  expect(rates).toEqual({ KRW: [{ role: '백엔드', rate: 7_000_000 }, { role: 'QA', rate: 5 }] });
});

it('reaches the next handoff with delivery’s effort, and nothing of it the estimate request', async () => {
  const { db, dealId } = call;
  const deal = await answeredDeal(call);
  await deal.apply(aReply({ ...await deal.send(), estimate: ESTIMATE }));
  await setCosting(db, dealId, COSTING, AT + 130_000);
  const packetOf = async (purpose: 'handoff' | 'estimate') => {
    const read = parsePacket(JSON.parse((await db.packets.get((await deal.send({ purpose })).packetId))?.json ?? ''));
    if (!read.ok) throw new Error('not a packet');
    return read.packet;
  };
  expect((await packetOf('handoff')).costing).toMatchObject({ source: 'delivery', by: '정하늘', class: 'budget', cost: { expected: 21_000_000 }, margin: { expected: 47.5 } });
  expect((await packetOf('estimate')).costing).toBeNull();
});
