/** What delivery asks back about two deals is taken into a draft or declined, once, with one step back; and travels in a backup. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Proposal } from '@/utils/checklist/own/proposals';
import { isOpen } from '@/utils/checklist/own/proposals';
import type { BatonDatabase } from '@/utils/db/database';
import { dropSafetyCopy } from '@/utils/db/safety/safety-copy';
import { undoNewest } from '@/utils/db/undo/change';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup } from '@/utils/services/backup/restore-backup';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { declineProposal, reopenProposal, takeProposal } from '@/utils/services/checklist/own/decide-proposal';
import { agreeChecklist, copyChecklist, deleteChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { readProposals } from '@/utils/services/checklist/own/read-proposals';
import { AT, returnedDeal } from '../reply/answered-deal';
import { freshDatabase } from '../rows';

const SIGNED = { sales: '박서연', delivery: '한지우', on: '2026-11-20', note: '' };
let db: BatonDatabase;
const refusal = async (run: Promise<unknown>): Promise<unknown> => run.then(() => 'done', (error: unknown) => (error as Error).cause);

const asked = async (account: string, text: string): Promise<string> => returnedDeal(db, account, text);
const all = async (): Promise<Proposal[]> => (await readProposals(db)).proposals;
const one = async (): Promise<Proposal> => { const [first] = await all(); if (!first) throw new Error('no proposal'); return first; };
const seenOf = ({ questions }: Proposal): string[] => questions.map(({ id }) => id);
const open = async (): Promise<number> => (await all()).filter(isOpen).length;

beforeEach(async () => {
  await dropSafetyCopy();
  db = freshDatabase();
});

it('two packets returned on one topic make one proposal, with where it came from', async () => {
  const first = await asked('가온', '얼마나 자주인가요?');
  expect(await all()).toEqual([]);
  const second = await asked('한빛', '누가 겪나요?');
  const { proposals, deals } = await readProposals(db);
  expect(proposals).toMatchObject([{ topic: { topic: 'pain.primary', ko: '핵심 Pain Point' }, packets: 2, decision: null }]);
  expect(proposals[0]?.questions.map(({ words, dealId }) => [words, dealId]).toSorted()).toEqual([['누가 겪나요?', second], ['얼마나 자주인가요?', first]]);
  expect(deals.get(first)).toEqual({ id: first, accountName: '가온', dealName: '가온 구축' });
  // What a deal asked goes with the deal.
  await deleteToBin(db, 'deal', first, '', AT + 900);
  expect(await all()).toEqual([]);
});

it('says nothing of packets that were emptied, cannot be read, or were practice', async () => {
  await asked('가온', '가?');
  const second = await asked('한빛', '나?');
  const row = await db.packets.where({ dealId: second }).first();
  if (!row) throw new Error('no packet');
  for (const json of ['', 'no json', '{}', row.json.replace('"practice": false', '"practice": true').replace('"practice":false', '"practice":true')]) {
    await db.packets.put({ ...row, json });
    expect(await all()).toEqual([]);
  }
  await db.packets.put(row);
  expect(await all()).toHaveLength(1);
});

describe('taken in', () => {
  beforeEach(async () => {
    await asked('가온', '얼마나 자주인가요?');
    await asked('한빛', '누가 겪나요?');
  });
  const own = async (from: 'first-call' | 'existing-customer' = 'first-call') => { const id = await copyChecklist(db, { id: from, version: 1 }, { ko: '우리 것', en: '' }, AT + 400); return { id, listId: id.replace(/\.v1$/u, '') }; };

  it('it changes the item that asks for the topic, in a version that is begun for it, and waits no more; one undo takes all of it back', async () => {
    const { id, listId } = await own();
    await agreeChecklist(db, id, SIGNED, AT + 500);
    const proposal = await one();
    const draft = await takeProposal(db, { topic: proposal.topic, listId, changed: { askKo: '무엇이, 얼마나 자주 힘든가요?', by: 'first' }, language: 'ko', seen: seenOf(proposal) }, AT + 600);
    expect(draft).toBe(`${listId}.v2`);
    const [before, after] = (await Promise.all([id, draft].map((row) => db.checklists.get(row)))).map((row) => row?.list.items.find(({ topic }) => topic === 'pain.primary'));
    expect(after).toEqual({ ...before, ask: { ko: '무엇이, 얼마나 자주 힘든가요?', en: before?.ask.en } });
    expect(await one()).toMatchObject({ decision: { verdict: 'taken', listId: draft, itemId: after?.id, why: '' } });
    expect(await open()).toBe(0);
    expect(JSON.stringify(await db.checklists.get(draft))).not.toMatch(/가온|한빛|겪나요/u);
    await undoNewest(db, '', { holds: draft });
    expect([await db.checklists.count(), await db.proposals.count(), await open()]).toEqual([1, 0, 1]);
  });

  it('it becomes a new item where none asks for the topic, under the name that the packet had', async () => {
    const { id, listId } = await own();
    const row = await db.checklists.get(id);
    if (!row) throw new Error('no list');
    await db.checklists.put({ ...row, list: { ...row.list, items: row.list.items.filter(({ topic }) => topic !== 'pain.primary') } });
    const proposal = await one();
    const taking = { topic: proposal.topic, listId, changed: {}, language: 'ko' as const, seen: seenOf(proposal) };
    expect(await refusal(takeProposal(db, taking, AT + 600))).toBe('list_not_ready');
    expect(await db.proposals.count()).toBe(0);
    await takeProposal(db, { ...taking, changed: { askKo: '가장 힘든 점은요?', section: 'gone' } }, AT + 600);
    const list = (await db.checklists.get(id))?.list;
    expect(list?.items.at(-1)).toMatchObject({ id: 'E-13', topic: 'pain.primary', need: 'minimum', by: 'estimate', section: list?.sections.at(-1)?.id, ask: { ko: '가장 힘든 점은요?', en: '가장 힘든 점은요?' } });
    // A topic whose checklist is not here any more keeps its name.
    await takeProposal(db, { ...taking, topic: { topic: 'own.lost', ko: '잃은 주제', en: 'Lost', packetSection: 'plan' }, changed: { askKo: '?' } }, AT + 700);
    expect((await db.checklists.get(id))?.topics).toEqual({ 'own.lost': { ko: '잃은 주제', en: 'Lost', packetSection: 'plan' } });
    await deleteChecklist(db, id, AT + 800);
    expect(await refusal(takeProposal(db, taking, AT + 900))).toBe('gone');
  });
});

it('declined with a reason it comes back only when delivery asks again, with what was said before', async () => {
  await asked('가온', '가?');
  await asked('한빛', '나?');
  const proposal = await one();
  expect(await refusal(declineProposal(db, 'pain.primary', ' ', [], AT + 500))).toBe('no_reason');
  await declineProposal(db, 'pain.primary', ' 드문 경우 ', seenOf(proposal), AT + 500);
  expect([await open(), (await one()).decision?.why]).toEqual([0, '드문 경우']);
  await asked('다솜', '다?');
  const again = await one();
  expect([isOpen(again), again.fresh.size, again.decision?.why]).toEqual([true, 1, '드문 경우']);
  await declineProposal(db, 'pain.primary', '여전히', seenOf(again), AT + 600);
  expect(await open()).toBe(0);
  await undoNewest(db, '', { holds: 'pain.primary' });
  expect([await open(), (await one()).decision?.why]).toEqual([1, '드문 경우']);
  expect([await reopenProposal(db, 'pain.primary', AT + 700), await reopenProposal(db, 'pain.primary', AT + 701)]).toEqual([true, false]);
  expect((await one()).fresh.size).toBe(3);
  await undoNewest(db, '', { holds: 'pain.primary' });
  expect((await one()).decision?.why).toBe('드문 경우');
});

it('on two machines the later decision stands, one that was taken back stays away, and merging twice changes nothing', async () => {
  const bring = async (from: BatonDatabase, into: BatonDatabase): Promise<void> => { await restoreBackup(into, await readBackupFile(new Blob((await makeBackup(from, {}, AT)).parts), (html) => html), 'merge', AT); };
  await asked('가온', '가?');
  await asked('한빛', '나?');
  await declineProposal(db, 'pain.primary', '드문 경우', ['x', ...seenOf(await one())], AT + 500);
  const there = freshDatabase();
  await bring(db, there);
  expect(await there.proposals.toArray()).toEqual(await db.proposals.toArray());
  await declineProposal(there, 'pain.primary', '나중에', ['y'], AT + 600);
  await declineProposal(db, 'pain.primary', '먼저', ['z'], AT + 550);
  await bring(there, db);
  const merged = await db.proposals.toArray();
  expect(merged).toMatchObject([{ why: '나중에' }]);
  expect(merged[0]?.seen).toEqual(expect.arrayContaining(['x', 'y', 'z']));
  await bring(there, db);
  expect(await db.proposals.toArray()).toEqual(merged);
  await reopenProposal(db, 'pain.primary', AT + 700);
  await bring(there, db);
  expect(await db.proposals.count()).toBe(0);
});
