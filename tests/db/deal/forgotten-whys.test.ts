/** Words off the record stand nowhere as a reason either: not of what was accepted at a signature, not of a declined proposal, and no edit they stood before goes out in their place. */
import { beforeEach, expect, it } from 'vitest';
import { takeOffRecord } from '@/utils/services/capture/edit-line';
import { captureLine } from '@/utils/services/capture/capture-line';
import type { SomeCall } from '../rows';
import { someCall } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const WORDS = '사장 아들이 반대함';
let call: SomeCall;
let noteId: string;

beforeEach(async () => {
  call = await someCall(AT);
  noteId = (await captureLine(call.db, WORDS, { meeting: call.meeting, dealId: call.dealId, focus: null, me: '박서연', kind: null }, AT + 1000))?.id ?? '';
});

it('reasons lose them, names and other reasons stay', async () => {
  const { db, dealId } = call;
  await db.deals.update(dealId, {
    risksAccepted: [{ kind: 'acceptance', ref: '', by: '박서연', why: `${WORDS}, 그래서`, at: AT }], itemsAccepted: [{ topic: 'scope.must', by: '김대리', why: WORDS, at: AT }, { topic: 'budget.range', by: '김대리', why: '착수 뒤', at: AT }],
  });
  await db.proposals.put({ id: 'infra.network', verdict: 'declined', why: `${WORDS} 때문`, listId: '', itemId: '', seen: [], at: AT, updatedAt: AT });
  await takeOffRecord(db, 'notes', noteId);
  const deal = await db.deals.get(dealId);
  expect([deal?.risksAccepted?.map(({ by, why }) => [by, why]), deal?.itemsAccepted?.map(({ by, why }) => [by, why])]).toEqual([[['박서연', '']], [['김대리', ''], ['김대리', '착수 뒤']]]);
  expect((await db.proposals.toArray()).map(({ verdict, why }) => [verdict, why])).toEqual([['declined', '']]);
});

it('what was worded for the customer goes with the edit that it stood for', async () => {
  const { db, meeting } = call;
  await db.meetings.update(meeting.id, { minutesEdits: { 'decisions': '내부: 할인 15%까지', 'decisions.customer': `- ${WORDS}`, 'attendees': '이수민' } });
  await takeOffRecord(db, 'notes', noteId);
  expect((await db.meetings.get(meeting.id))?.minutesEdits).toEqual({ attendees: '이수민' });
});
