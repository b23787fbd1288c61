/** Two machines each made packet no. 1 of a deal: the lists say so, and by what time they are told apart; no number changes. */
import { page } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { LibraryApp } from '@/components/library/LibraryApp';
import { timeHere } from '@/components/hooks/use-day-text';
import { db } from '@/utils/db/database';
import { createDeal } from '@/utils/services/deal/create-deal';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const START = Date.UTC(2026, 10, 24, 5);
beforeEach(async () => { await emptyDatabase(); });

it.each(['packets', 'deal'] as const)('in the list of %s', async (place) => {
  const dealId = await createDeal(db, { accountName: '한빛물류', dealName: '관제', stage: 'estimate', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [] }, START);
  const row = (id: string, number: number, createdAt: number) => ({ id, dealId, meetingId: null, number, purpose: 'estimate', language: 'ko' as const, redaction: 'internal', createdAt, fileName: `${id}.zip`, contentHash: id, json: '{}' });
  await db.packets.bulkPut([row('a', 1, START), row('b', 1, START + 3_600_000), row('c', 2, START + 7_200_000)]);
  location.hash = place === 'deal' ? `#/deal/${dealId}` : '#/packets';
  await stage(<LibraryApp />, 'en');
  for (const at of [START, START + 3_600_000]) await expect.element(page.getByText(`Two packets are no. 1: they were made on two machines. This one was made at ${timeHere(at)}.`)).toBeVisible();
  expect(page.getByText('Two packets are no. 2', { exact: false }).elements()).toEqual([]);
  expect(await violations()).toEqual([]);
});
