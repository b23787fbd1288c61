/** A team's own checklists in the database: made, changed, agreed, used, handed on (docs/checklists.md). */
import { beforeEach, describe, expect, it } from 'vitest';
import { withItem, withoutItem, blankItem } from '@/utils/checklist/own/edits';
import { checklistFileText, readChecklistFile } from '@/utils/checklist/own/file';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import { usesOf } from '@/utils/db/undo/with-lists';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { parsePacket } from '@/utils/packet/parse';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { loadChecklist, loadTopics, shippedTopics } from '@/utils/services/checklist/load-checklist';
import {
  agreeChecklist, beginNextVersion, copyChecklist, deleteChecklist, editChecklist, editWithTopic, retireChecklist, takeInChecklist,
} from '@/utils/services/checklist/own/keep-checklist';
import { createDeal, editDeal } from '@/utils/services/deal/create-deal';
import { makePacket } from '@/utils/services/packet/make-packet';
import { freshDatabase } from '../rows';

const AT = Date.UTC(2026, 10, 27, 3);
const SIGNED = { sales: '박서연', delivery: '한지우', on: '2026-11-27', note: '' };
let db: BatonDatabase;
let id: string;
const listId = (): string => id.replace(/\.v\d+$/u, '');
const pin = (version = 1) => ({ id: listId(), version });
const deal = async (more: object = {}): Promise<string> => createDeal(db, { accountName: '가온', dealName: '구축', stage: 'estimate', customerDue: null, checklist: null, alsoChecklists: [], ...more }, AT);
const refusal = async (run: Promise<unknown>): Promise<unknown> => run.then(() => 'done', (error: unknown) => (error as Error).cause);

beforeEach(async () => {
  db = freshDatabase();
  id = await copyChecklist(db, { id: 'first-call', version: 1 }, { ko: '우리 첫 통화', en: '' }, AT);
});

it('is a copy under a free letter, and gone again with one undo', async () => {
  const second = await copyChecklist(db, pin(), { ko: '둘째', en: '' }, AT);
  expect((await db.checklists.toArray()).map(({ list }) => [list.code, list.name.ko, list.items.length]).toSorted()).toEqual([['E', '우리 첫 통화', 12], ['F', '둘째', 12]]);
  expect((await loadChecklist(db, { id: second.slice(0, -3), version: 1 })).items[0]?.id).toBe('F-01');
  await undoNewest(db, '', { holds: second });
  expect(await db.checklists.count()).toBe(1);
});

it('a draft is changed, with topics of its own while an item uses them', async () => {
  await editWithTopic(db, id, { ko: '보안 심사', en: 'Security review', packetSection: 'environment' }, (list, topic) => withItem(list, null, { ...blankItem('what'), topic, ask: { ko: '보안 심사가 있나요?', en: '' } }), AT + 1);
  const added = (await db.checklists.get(id))?.list.items.find(({ topic }) => topic.startsWith('own.'));
  expect([added?.id, (await loadTopics(db))[added?.topic ?? '']?.ko, (await shippedTopics())[added?.topic ?? '']]).toEqual(['E-13', '보안 심사', undefined]);
  await editChecklist(db, id, (list) => withoutItem(list, 'E-13'), AT + 2);
  expect((await db.checklists.get(id))?.topics).toEqual({});
  expect(await loadTopics(db)).toEqual(await shippedTopics());
  // What no backup would take is not written, whatever a form lets through.
  expect(await refusal(editChecklist(db, id, (list) => ({ ...list, items: [] }), AT + 3))).toBe('list_not_ready');
  expect((await db.checklists.get(id))?.list.items).toHaveLength(12);
});

it('is agreed only when nothing is missing, by both, on a day; then it never changes', async () => {
  const pain = (await db.checklists.get(id))?.list.items.find(({ topic }) => topic === 'pain.primary')?.id ?? '';
  await editChecklist(db, id, (list) => withoutItem(list, pain), AT + 1);
  expect(await refusal(agreeChecklist(db, id, SIGNED, AT + 2))).toBe('list_not_ready');
  await undoNewest(db, '', { holds: id });
  for (const bad of [{ sales: ' ' }, { delivery: '' }]) expect(await refusal(agreeChecklist(db, id, { ...SIGNED, ...bad }, AT + 3))).toBe('list_not_ready');
  for (const on of ['', '2026-02-30']) expect(await refusal(agreeChecklist(db, id, { ...SIGNED, on }, AT + 3))).toBe('wrong_day');
  expect((await db.checklists.get(id))?.list.status).toBe('draft');
  await agreeChecklist(db, id, SIGNED, AT + 4);
  expect((await db.checklists.get(id))?.list).toMatchObject({ status: 'agreed', agreement: { delivery: { name: '한지우', at: '2026-11-27' } } });
  expect(await refusal(editChecklist(db, id, (list) => withoutItem(list, 'E-03'), AT + 5))).toBe('list_agreed');
  expect(await refusal(agreeChecklist(db, id, SIGNED, AT + 5))).toBe('list_agreed');
  expect(await refusal(editChecklist(db, 'own-x.v1', (list) => list, AT + 5))).toBe('gone');
});

it('a next version is begun once, and changes no deal', async () => {
  await agreeChecklist(db, id, SIGNED, AT);
  const dealId = await deal();
  expect((await db.deals.get(dealId))?.checklist).toEqual(pin());
  const next = await beginNextVersion(db, listId(), AT + 1);
  expect([next, await beginNextVersion(db, listId(), AT + 2)]).toEqual([`${listId()}.v2`, `${listId()}.v2`]);
  await editChecklist(db, next, (list) => withoutItem(list, 'E-03'), AT + 3);
  expect((await loadChecklist(db, pin())).items).toHaveLength(12);
  await agreeChecklist(db, next, SIGNED, AT + 4);
  expect((await db.deals.get(dealId))?.checklist).toEqual(pin());
  expect((await db.deals.get(await deal({ dealName: '다음' })))?.checklist).toEqual(pin(2));
  expect(await refusal(beginNextVersion(db, 'own-x', AT))).toBe('gone');
});

it('one that a deal has is not deleted, not even when the deal lies in the bin; it is retired', async () => {
  await agreeChecklist(db, id, SIGNED, AT);
  const dealId = await deal({ checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [pin()] });
  expect((await usesOf(db)).get(id)).toBe(1);
  expect(await refusal(deleteChecklist(db, id, AT))).toBe('list_in_use');
  await deleteToBin(db, 'deal', dealId, '', AT);
  expect(await refusal(deleteChecklist(db, id, AT))).toBe('list_in_use');
  await retireChecklist(db, id, false, AT);
  expect((await db.deals.get(await deal()))?.checklist.id).toBe('custom-development');
  await retireChecklist(db, id, true, AT);
  expect((await db.deals.get(await deal()))?.checklist).toEqual(pin());
  await db.deals.clear();
  await db.bin.clear();
  await deleteChecklist(db, id, AT);
  expect(await db.checklists.count()).toBe(0);
});

it('no deal is given one that was deleted since its form was opened', async () => {
  const dealId = await deal({ checklist: { id: 'first-call', version: 1 } });
  await deleteChecklist(db, id, AT);
  for (const run of [deal({ checklist: pin(), dealName: '둘' }), deal({ alsoChecklists: [pin()], dealName: '둘' }), editDeal(db, dealId, { checklist: pin() }, '', AT), editDeal(db, dealId, { alsoChecklists: [pin()] }, '', AT)]) expect(await refusal(run)).toBe('no_checklist');
  expect((await db.deals.toArray()).map(({ checklist, alsoChecklists }) => [checklist.id, alsoChecklists.length])).toEqual([['first-call', 0]]);
});

describe('no undo leaves a deal without its checklist', () => {
  it('that was made or taken in, and given to the deal since', async () => {
    await deal({ checklist: pin() });
    expect(await undoNewest(db, '', { holds: id })).toMatchObject({ late: true });
    expect(await db.checklists.get(id)).toBeDefined();
  });

  it('that it had before, and that was deleted since', async () => {
    const dealId = await deal({ checklist: pin() });
    const shipped = { id: 'custom-development', version: 1 };
    await editDeal(db, dealId, { checklist: shipped, stage: 'contract' }, '', AT + 1);
    await deleteChecklist(db, id, AT + 2);
    await undoNewest(db, '', { dealId });
    expect(await db.deals.get(dealId)).toMatchObject({ checklist: shipped, stage: 'estimate' });
  });
});

describe('as a file', () => {
  it('goes to another machine and is taken in once', async () => {
    await agreeChecklist(db, id, SIGNED, AT);
    const own = await db.checklists.get(id);
    const read = readChecklistFile(own ? checklistFileText(own) : '', await shippedTopics());
    if (!read.ok) throw new Error(read.problem);
    const other = freshDatabase();
    expect(await takeInChecklist(other, read, AT + 1)).toBe(id);
    expect((await loadChecklist(other, pin())).agreement).toEqual(own?.list.agreement);
    expect(await refusal(takeInChecklist(other, read, AT + 2))).toBe('list_other');
  });
});

it('comes back from whoever agreed it, in place of its draft; an undo brings the draft back', async () => {
  const other = freshDatabase();
  const draft = await db.checklists.get(id);
  if (!draft) throw new Error('no draft');
  await other.checklists.put(draft);
  await agreeChecklist(other, id, SIGNED, AT + 1);
  const there = await other.checklists.get(id);
  const read = readChecklistFile(there ? checklistFileText(there) : '', await shippedTopics());
  if (!read.ok) throw new Error(read.problem);
  await takeInChecklist(db, read, AT + 2);
  expect((await db.checklists.get(id))?.list.agreement?.delivery.name).toBe('한지우');
  expect(await refusal(takeInChecklist(db, { ...read, list: draft.list }, AT + 3))).toBe('list_other');
  await undoNewest(db, '', { holds: id });
  expect((await db.checklists.get(id))?.list.status).toBe('draft');
});

it('whoever is asked by a copy of the list for existing customers is one', async () => {
  const first = await copyChecklist(db, { id: 'existing-customer', version: 1 }, { ko: '우리 기고객', en: '' }, AT);
  const copy = await copyChecklist(db, { id: first.slice(0, -3), version: 1 }, { ko: '또', en: '' }, AT);
  await agreeChecklist(db, copy, SIGNED, AT);
  const next = await beginNextVersion(db, copy.slice(0, -3), AT + 1);
  await deal({ accountName: '나래', checklist: { id: next.slice(0, -3), version: 2 } });
  await deal({ accountName: '다온', checklist: pin() });
  expect((await db.accounts.toArray()).map(({ name, relationship }) => [name, relationship]).toSorted()).toEqual([['나래', 'existing'], ['다온', 'prospect']]);
});

it('a packet has its items, its topics, and says that delivery agreed', async () => {
  await editWithTopic(db, id, { ko: '보안 심사', en: 'Security review', packetSection: 'environment' }, (list, topic) => withItem(list, null, { ...blankItem('what'), topic, ask: { ko: '보안 심사가 있나요?', en: '' } }), AT);
  await agreeChecklist(db, id, SIGNED, AT);
  const dealId = await deal();
  const made = await makePacket(db, dealId, null, { purpose: 'estimate', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '급함', createdBy: '박서연' }, AT + 9);
  const read = parsePacket(JSON.parse((await db.packets.get(made.packet.packet.id))?.json ?? ''));
  if (!read.ok) throw new Error('unreadable');
  expect(read.packet.answers.find(({ itemId }) => itemId === 'E-13')).toMatchObject({ topicName: { ko: '보안 심사', en: 'Security review' } });
  expect(JSON.stringify(read.packet)).toContain('한지우');
});

it('a deal goes from one checklist to another and keeps its answers, for they hang on topics', async () => {
  const dealId = await deal({ checklist: { id: 'custom-development', version: 1 } });
  await db.answers.add({ id: 'a', dealId, topic: 'pain.primary', itemId: 'A-02', meetingId: '', state: 'answered', value: { kind: 'text', text: '밤샘' }, raw: '밤샘', remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false, at: AT, offsetMs: null });
  await editDeal(db, dealId, { checklist: pin() }, '', AT);
  const made = await makePacket(db, dealId, null, { purpose: 'estimate', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '급함', createdBy: '박서연' }, AT + 9);
  expect(made.packet.answers.find(({ topic }) => topic === 'pain.primary')).toMatchObject({ itemId: 'E-02', state: 'answered' });
});
