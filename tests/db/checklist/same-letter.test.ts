/** A deal goes from one team's checklist to another's under the same letter: `E-02` asks something else there, and nothing of the deal goes to it. */
import { beforeEach, expect, it } from 'vitest';
import { viewChecklist } from '@/utils/checklist/item-view';
import { classify } from '@/utils/checklist/readiness';
import type { BatonDatabase } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { hashOfReply } from '@/utils/reply/parse';
import { coverAnswers } from '@/utils/services/answer/cover-answers';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { itemOf } from '@/utils/services/checklist/item-of';
import { loadChecklist } from '@/utils/services/checklist/load-checklist';
import { copyChecklist, editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { editDeal } from '@/utils/services/deal/create-deal';
import { makePacket } from '@/utils/services/packet/make-packet';
import { readReply } from '@/utils/services/reply/read-reply';
import { aReply } from '../../unit/reply/small-reply';
import { someCall } from '../rows';

const AT = Date.UTC(2026, 10, 27, 3);
const FROM = { id: 'first-call', version: 1 };
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;
let [ours, theirs] = [FROM, FROM];
const pinOf = (key: string) => ({ id: key.replace(/\.v1$/u, ''), version: 1 });
const itemAt = async (list: typeof FROM, id: string) => {
  const item = (await loadChecklist(db, list)).items.find((one) => one.id === id);
  if (!item) throw new Error('no item');
  return item;
};
const answer = async (item: { id: string; topic: string }, words: string): Promise<void> => {
  await recordAnswer(db, { dealId, item, meeting, state: 'answered', value: { kind: 'text', text: words }, raw: words, remark: '', saidBy: '', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language: 'ko' }, AT + 2_000);
};
const note = async (words: string, { id, topic }: { id: string; topic: string }): Promise<string> => (await captureLine(db, words, { meeting, dealId, focus: { itemId: id, topic, blocksEstimate: false }, me: '박서연', kind: null }, AT + 1_000))?.id ?? '';
const packet = async () => (await makePacket(db, dealId, meeting.id, { purpose: 'estimate', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '급함', createdBy: '박서연' }, AT + 60_000)).packet;

beforeEach(async () => {
  ({ db, dealId, meeting } = await someCall(AT));
  ours = pinOf(await copyChecklist(db, FROM, { ko: '우리', en: '' }, AT));
  // Made on another machine: the same letter, and the numbers in another order.
  const key = await copyChecklist(db, FROM, { ko: '저쪽', en: '' }, AT);
  await editChecklist(db, key, (list) => ({ ...list, code: 'E', items: list.items.map((item, i) => ({ ...item, id: `E-${String(list.items.length - i).padStart(2, '0')}` })) }), AT);
  theirs = pinOf(key);
  await editDeal(db, dealId, { checklist: ours }, '', AT);
});

it('what was asked and noted stays with its topic', async () => {
  const before = await itemAt(ours, 'E-02');
  const gapId = await note('? 누가 아는지', before);
  const noteId = await note('창고 세 곳', before);
  await editDeal(db, dealId, { checklist: theirs }, '', AT);
  const gap = await db.gaps.get(gapId);
  if (!gap) throw new Error('no gap');
  expect((await itemOf(db, gap))?.topic).toBe(before.topic);
  const views = viewChecklist((await loadChecklist(db, theirs)).items, [], []);
  const owned = { ...gap, owner: '박서연', route: 'ask_customer' as const, due: '2026-12-01' };
  expect(views.filter((view) => classify(view, [owned]) === 'owned').map(({ item }) => item.topic)).toEqual([before.topic]);
  const made = await packet();
  const now = made.answers.find(({ topic }) => topic === before.topic);
  expect(now?.itemId).not.toBe('E-02');
  expect([made.gaps[0]?.itemId, made.notes[0]?.itemId]).toEqual([now?.itemId, now?.itemId]);
  expect(made.answers.filter(({ evidence }) => evidence.some(({ ref }) => ref === noteId)).map(({ topic }) => topic)).toEqual([before.topic]);
});

it('an answer to the item that has the number now answers no "?" of the other, and off the record takes no line of it', async () => {
  const before = await itemAt(ours, 'E-02');
  const gapId = await note('? 누가 아는지', before);
  const noteId = await note('창고 세 곳', before);
  await editDeal(db, dealId, { checklist: theirs }, '', AT);
  const other = await itemAt(theirs, 'E-02');
  expect(other.topic).not.toBe(before.topic);
  await answer(other, '김 부장');
  expect((await db.gaps.get(gapId))?.state).toBe('open');
  await coverAnswers(db, { dealId, topic: other.topic }, 'ko', AT + 9_000);
  expect(await db.notes.get(noteId)).toMatchObject({ text: '창고 세 곳' });
});

it('a reply to a packet from before speaks of what that packet asked', async () => {
  const before = await itemAt(ours, 'E-02');
  await answer(before, '창고 세 곳');
  const { packet: { id: packetId, number: packetNumber, contentHash } } = await packet();
  await editDeal(db, dealId, { checklist: theirs }, '', AT);
  const reply = aReply({ packetId, packetNumber, contentHash, items: [{ itemId: 'E-02', verdict: 'question', text: '어디?' }] });
  const read = await readReply(db, reply, hashOfReply(reply));
  if (typeof read === 'string') throw new Error(read);
  expect(read.weighed.effects.map((effect) => [effect.kind === 'item' ? effect.view?.item.topic : '', effect.standing])).toEqual([[before.topic, 'new']]);
});
