/** A team's own checklists on two machines: an agreed version never changes, and a deal finds the list it has. */
import { beforeEach, expect, it } from 'vitest';
import { withoutItem } from '@/utils/checklist/own/edits';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import type { BatonDatabase } from '@/utils/db/database';
import { dropSafetyCopy } from '@/utils/db/safety/safety-copy';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { previewRestore, readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup } from '@/utils/services/backup/restore-backup';
import { agreeChecklist, copyChecklist, deleteChecklist, editChecklist, retireChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { loadChecklist, loadTopics } from '@/utils/services/checklist/load-checklist';
import { collectPacketInput } from '@/utils/services/packet/collect-packet-input';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { createDeal } from '@/utils/services/deal/create-deal';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { freshDatabase } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const SIGNED = { sales: '박서연', delivery: '한지우', on: '2026-11-20', note: '' };
const read = async (from: BatonDatabase) => readBackupFile(new Blob((await makeBackup(from, {}, AT)).parts), (html) => html);
const bring = async (from: BatonDatabase, into: BatonDatabase): Promise<void> => { await restoreBackup(into, await read(from), 'merge', AT); };
let here: BatonDatabase;
let there: BatonDatabase;
let id: string;
const list = async (database: BatonDatabase) => (await database.checklists.get(id))?.list;

beforeEach(async () => {
  await dropSafetyCopy();
  [here, there] = [freshDatabase(), freshDatabase()];
  id = await copyChecklist(here, { id: 'first-call', version: 1 }, { ko: '우리 것', en: '' }, AT);
  await bring(here, there);
});

it('a draft follows the newer hand, an agreed version wins over any draft of it, in both directions', async () => {
  await editChecklist(there, id, (one) => withoutItem(one, 'E-03'), AT + 10);
  await bring(there, here);
  expect((await list(here))?.items).toHaveLength(11);
  await agreeChecklist(here, id, SIGNED, AT + 20);
  await editChecklist(there, id, (one) => withoutItem(one, 'E-04'), AT + 30);
  await bring(there, here);
  expect([(await list(here))?.status, (await list(here))?.items.length]).toEqual(['agreed', 11]);
  await bring(here, there);
  expect(await list(there)).toEqual(await list(here));
});

it('of two that were agreed apart each machine keeps its own; that one is retired travels', async () => {
  await agreeChecklist(here, id, SIGNED, AT + 10);
  await bring(here, there);
  await retireChecklist(there, id, false, AT + 20);
  await bring(there, here);
  expect((await list(here))?.status).toBe('retired');
  const other = freshDatabase();
  const own = await here.checklists.get(id);
  if (!own) throw new Error('no list');
  await other.checklists.put({ ...own, list: { ...own.list, items: own.list.items.slice(1), status: 'agreed' }, updatedAt: AT + 99 });
  await bring(other, here);
  expect((await list(here))?.items).toHaveLength(12);
});

const moved = (name: string, packetSection = 'scope') => ({ ko: name, en: name, packetSection });

/** A checklist of one's own with a topic that has the same id wherever it is made. */
async function listWith(database: BatonDatabase, listId: string, name: string, packetSection: string, at: number): Promise<string> {
  const own = await database.checklists.get(id);
  const [first, ...rest] = own?.list.items ?? [];
  if (!own || !first) throw new Error('no list');
  const rowId = `${listId}.v1`;
  await database.checklists.put({ ...own, id: rowId, list: { ...own.list, id: listId, code: 'Z', items: [{ ...first, topic: 'own.x' }, ...rest] }, topics: { 'own.x': moved(name, packetSection) }, updatedAt: at });
  return rowId;
}

it('a topic that two files name differently is called in each deal as its own checklist does, and stays hidden from customers where one hides it', async () => {
  await listWith(here, 'ours', '배차 단가', 'commercial', AT);
  await listWith(there, 'zzz', '배차', 'scope', AT + 50);
  await bring(there, here);
  const pin = (listId: string) => ({ id: listId, version: 1 });
  expect((await loadTopics(here, [pin('ours')]))['own.x']).toEqual(moved('배차 단가', 'commercial'));
  expect((await loadTopics(here, [pin('zzz')]))['own.x']).toEqual(moved('배차'));
  expect((await loadTopics(here))['own.x']).toEqual(moved('배차', 'commercial'));
  // A copy is of what it is copied from.
  const copy = await copyChecklist(here, pin('ours'), { ko: '또', en: '' }, AT + 60);
  expect((await here.checklists.get(copy))?.topics).toEqual({ 'own.x': moved('배차 단가', 'commercial') });
  const dealId = await createDeal(here, { accountName: '한빛', dealName: '관제', stage: 'estimate', customerDue: null, checklist: pin('ours'), alsoChecklists: [] }, AT);
  expect((await collectPacketInput(here, dealId, { purpose: 'estimate', language: 'ko', redaction: 'customer_safe', createdBy: '', sendAnywayReason: null, request: DEFAULT_REQUEST }, AT)).source.topics['own.x']).toEqual(moved('배차 단가', 'commercial'));
});

it('the names of its topics are a part of what was agreed', async () => {
  await listWith(here, 'ours', '배차', 'scope', AT);
  await bring(here, there);
  for (const database of [here, there]) await database.checklists.update('ours.v1', (row: OwnChecklist) => { row.list = { ...row.list, status: 'agreed', agreement: { sales: { name: '박서연', at: '2026-11-20' }, delivery: { name: '한지우', at: '2026-11-20' } } }; });
  await there.checklists.update('ours.v1', { topics: { 'own.x': moved('물류') }, updatedAt: AT + 99 });
  await bring(there, here);
  expect((await here.checklists.get('ours.v1'))?.topics).toEqual({ 'own.x': moved('배차') });
});

it('one that was deleted here comes back with a deal that has it, in the bin too, and stays away without', async () => {
  await deleteChecklist(here, id, AT + 10);
  await bring(there, here);
  expect([await list(here), (await previewRestore(here, await read(there))).tables?.checklists]).toEqual([undefined, expect.objectContaining({ removed: 1 })]);
  const dealId = await createDeal(there, { accountName: '가온', dealName: '재고', stage: 'first', customerDue: null, checklist: { id: id.replace(/\.v1$/u, ''), version: 1 }, alsoChecklists: [] }, AT + 20);
  const binned = freshDatabase();
  await bring(there, binned);
  await bring(there, here);
  const deal = await here.deals.get(dealId);
  expect(deal && (await loadChecklist(here, deal.checklist)).items).toHaveLength(12);
  await deleteToBin(binned, 'deal', dealId, '', AT + 30);
  const third = freshDatabase();
  await bring(binned, third);
  expect(await list(third)).toBeDefined();
});
