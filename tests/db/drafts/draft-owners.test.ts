/** Drafts of forms over captured lines go where the line goes, and never outlive it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import type { BatonDatabase } from '@/utils/db/database';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { dealDraftKey, draftKey, itemDraft, itemDraftKeys, lineDraftKey } from '@/utils/db/drafts/draft-keys';
import { isDraftOf, ownerOf } from '@/utils/db/drafts/draft-owners';
import type { Meeting } from '@/utils/meeting/meeting';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { addContradiction } from '@/utils/services/answer/settle-contradiction';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { saveContact } from '@/utils/services/contact/save-contact';
import { readDraft, saveDraft } from '@/utils/services/capture/save-draft';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { itemOn } from '../../unit/packet/fixture';
import { someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;

beforeEach(async () => { ({ db, dealId, meeting } = await someCall(AT)); });

async function gap(topic: string | null = null): Promise<string> {
  const focus = topic === null ? null : { itemId: itemOn(topic).id, topic, blocksEstimate: false };
  const line = await captureLine(db, '? 누가 결재하는지', { meeting, dealId, focus, me: '박서연', kind: null }, AT + 1000);
  return line?.id ?? '';
}

const half = (id: string, form?: 'edit' | 'end') => saveDraft(db, lineDraftKey('gaps', id, form), meeting.id, '{"outcome":"사장이"}', AT);

describe('a draft over a line', () => {
  it('is known by its key, whatever the id looks like', () => {
    expect(ownerOf(lineDraftKey('wants', 'a:b', 'end'))).toEqual({ table: 'wants', id: 'a:b', part: '' });
    expect([ownerOf('note:line:gaps:edit:1'), ownerOf('line:accounts:edit:1')]).toEqual([null, null]);
  });

  it.each([
    ['deleted', (id: string) => deleteLine(db, 'gaps', id, AT + 2000)],
    ['off the record', (id: string) => takeOffRecord(db, 'gaps', id)],
    ['taken back', () => undoNewest(db, meeting.id)],
    ['in the bin by itself', (id: string) => deleteToBin(db, 'gap', id, '', AT + 2000)],
    ['in the bin with its deal', () => deleteToBin(db, 'deal', dealId, '', AT + 2000)],
  ] as const)('is gone when the line is %s, and does not come back by a late key', async (_what, leave) => {
    const id = await gap();
    await db.meetings.update(meeting.id, { state: 'closed' });
    await Promise.all([half(id), half(id, 'end')]);
    expect(await db.drafts.count()).toBe(2);
    await leave(id);
    expect(await db.gaps.count()).toBe(0);
    await half(id);
    expect(await db.drafts.count()).toBe(0);
  });

  it('is gone when the topic of a gap goes off the record: how it ended may hold the answer', async () => {
    const item = itemOn('pain.primary');
    const id = await gap(item.topic);
    await half(id, 'end');
    await recordAnswer(db, {
      dealId, item, meeting, state: 'answered', value: null, raw: '', remark: '', saidBy: '', confidence: null, relation: 'updates', reason: '', offRecord: true, sides: null, language: 'ko',
    }, AT + 3000);
    expect(await db.drafts.count()).toBe(0);
  });

  it('stays, as those of answers do, when its meeting turns out to be part of an earlier one', async () => {
    const later = await startManualMeeting(db, dealId, '2차', AT + 60_000);
    await saveDraft(db, `answer:${dealId}:A-01`, later.id, 'half an answer', AT);
    await saveDraft(db, `capture:${later.id}`, later.id, 'half a line', AT);
    await continueMeeting(db, later.id, meeting.id, AT + 70_000);
    expect(await readDraft(db, `answer:${dealId}:A-01`)).toBe('half an answer');
    expect(await readDraft(db, `capture:${meeting.id}`)).toBe('half a line');
    expect(await db.drafts.where({ meetingId: meeting.id }).count()).toBe(2);
  });

  it('is known by whose it is: the meeting it was typed in, and every row that its key names', () => {
    const draft = (key: string, meetingId = '') => ({ key, meetingId, text: 'x', updatedAt: 1 });
    const of = (row: ReturnType<typeof draft>): boolean => isDraftOf(row, new Set(['d1', 'm1', 'c1']));
    expect([draft('x', 'm1'), draft(dealDraftKey('d1')), draft(draftKey('conflict', 'c1')), draft(draftKey('heard', 'd1', 'A-01')), draft('line:notes:edit:c1')].map(of)).toEqual([true, true, true, true, true]);
    expect([draft('x'), draft(dealDraftKey(null)), draft('answer:d2:c1x'), draft('capture:d11', 'm11')].map(of)).toEqual([false, false, false, false]);
  });
});

describe('drafts that are about a deal or an answer', () => {
  const left = async (): Promise<string[]> => (await db.drafts.toArray()).map((d) => d.key).sort();

  it('go with the deal, also those that were typed outside any meeting; those of another deal stay', async () => {
    const other = await someDeal(db, '한빛물류', '차량 관제');
    const conflict = await addContradiction(db, { dealId, meetingId: null, item: itemOn('pain.primary'), a: { text: 'a', saidBy: '' }, b: { text: 'b', saidBy: '' } }, AT);
    for (const key of [dealDraftKey(dealId), draftKey('add:want', dealId), ...itemDraftKeys(dealId, { id: 'A-02', topic: 'scope.must' }, [conflict]), dealDraftKey(other), dealDraftKey(null)]) await saveDraft(db, key, '', '견적 3억', AT);
    await db.meetings.update(meeting.id, { state: 'closed' });
    await deleteToBin(db, 'deal', dealId, '', AT + 2000);
    expect(await left()).toEqual([dealDraftKey(other), dealDraftKey(null)].sort());
  });

  it('go when the topic goes off the record', async () => {
    const item = itemOn('pain.primary');
    const conflict = await addContradiction(db, { dealId, meetingId: null, item, a: { text: '밤샘', saidBy: '' }, b: { text: '하루', saidBy: '' } }, AT);
    for (const key of [...itemDraftKeys(dealId, item, [conflict]), itemDraft('gap', dealId, item).key, draftKey('heard', dealId, 'scope.must')]) await saveDraft(db, key, '', '{"a":"사장이"}', AT);
    await recordAnswer(db, {
      dealId, item, meeting, state: 'answered', value: null, raw: '', remark: '', saidBy: '', confidence: null, relation: 'updates', reason: '', offRecord: true, sides: null, language: 'ko',
    }, AT + 3000);
    expect(await left()).toEqual([draftKey('heard', dealId, 'scope.must')]);
  });

  it('go where the words of a line go that is taken off the record, also half typed in a deal’s form', async () => {
    const line = await captureLine(db, '# 사장 아들이 반대함', { meeting, dealId, focus: null, me: '박서연', kind: null }, AT);
    await saveDraft(db, dealDraftKey(null), '', '{"dealName":"사장 아들이 반대함"}', AT);
    await saveDraft(db, lineDraftKey('notes', line?.id ?? ''), meeting.id, '{"text":"사장이"}', AT);
    await saveDraft(db, `people:${meeting.id}`, meeting.id, '{"aim":"예산 확인"}', AT);
    await takeOffRecord(db, 'notes', line?.id ?? '');
    expect(await left()).toEqual([`people:${meeting.id}`]);
  });

  it('go with the text of a meeting: what was typed in it, and what is about its answers', async () => {
    const conflict = await addContradiction(db, { dealId, meetingId: meeting.id, item: itemOn('pain.primary'), a: { text: 'a', saidBy: '' }, b: { text: 'b', saidBy: '' } }, AT);
    await db.meetings.update(meeting.id, { state: 'closed' });
    await saveDraft(db, `people:${meeting.id}`, meeting.id, '{"aim":"예산"}', AT);
    await saveDraft(db, draftKey('conflict', conflict), 'later', '{"words":"a"}', AT);
    await saveDraft(db, dealDraftKey(dealId), '', '{"customerDue":"2026-12-24"}', AT);
    await purgeMeeting(db, meeting.id, AT + 5000);
    expect(await left()).toEqual([dealDraftKey(dealId)]);
  });
});

describe('a draft of a form over a record', () => {
  const accountId = async (): Promise<string> => (await db.deals.get(dealId))?.accountId ?? '';
  const person = async (): Promise<string> => saveContact(db, null, { accountId: await accountId(), name: '한지민', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '' }, AT);
  const all = async (): Promise<string[]> => (await db.drafts.toArray()).map(({ key }) => key).sort();
  const type = async (keys: readonly DraftKey[], text = '{"aim":"범위를 정한다"}'): Promise<void> => { for (const key of keys) await saveDraft(db, key, '', text, AT); };

  it('is known by its key', () => {
    expect(ownerOf(draftKey('form:plan', 'd:1'))).toEqual({ table: 'deals', id: 'd:1', part: '' });
    expect(ownerOf(draftKey('form:new_contact', 'a'))).toEqual({ table: 'accounts', id: 'a', part: '' });
    expect(ownerOf('add:want:d')).toEqual({ table: 'deals', id: 'd', part: '' });
    expect(ownerOf('answer:d:pain.primary')).toEqual({ table: 'deals', id: 'd', part: 'pain.primary' });
    expect(ownerOf('minutes:m:next\nstep')).toEqual({ table: 'meetings', id: 'm', part: 'next\nstep' });
    expect([draftKey('form:new_contact', ''), 'form:toString:x', 'toString:x', 'capture:popup', dealDraftKey(null), 'form:plan'].map(ownerOf)).toEqual([null, null, null, null, null, null]);
  });

  it('goes with its deal, and does not come back by a late key', async () => {
    const other = await someDeal(db, 'Halden', 'Expenses');
    const of = (id: string): DraftKey[] => [draftKey('form:plan', id), draftKey('form:invitation', id), `add:pain:${id}`, `add:want:${id}`, `add:commitment:${id}`];
    await type([...of(dealId), ...of(other)]);
    await db.meetings.update(meeting.id, { state: 'closed' });
    await deleteToBin(db, 'deal', dealId, '', AT);
    expect(await all()).toEqual(of(other).sort());
    await type(of(dealId));
    expect(await all()).toEqual(of(other).sort());
  });

  it('goes with its account and its person', async () => {
    const [account, contact] = [await accountId(), await person()];
    const unfiled = draftKey('form:new_contact', '');
    await type([draftKey('form:account', account), draftKey('form:new_contact', account), draftKey('form:contact', contact)]);
    await type([unfiled], JSON.stringify({ name: 'somebody', accountId: account }));
    await deleteToBin(db, 'contact', contact, '', AT);
    expect(await all()).toEqual([draftKey('form:account', account), draftKey('form:new_contact', account), unfiled].sort());
    await db.meetings.update(meeting.id, { state: 'closed' });
    await deleteToBin(db, 'account', account, '', AT);
    expect(await all()).toEqual([]);
    // A person of no account yet is nobody's.
    await type([unfiled], JSON.stringify({ name: 'somebody', accountId: 'other' }));
    await deleteToBin(db, 'account', (await db.deals.get(await someDeal(db, 'Halden', 'Expenses')))?.accountId ?? '', '', AT);
    expect(await all()).toEqual([unfiled]);
  });

  it('that holds words taken off the record goes with them', async () => {
    const line = await captureLine(db, '재작년에 외주가 망했다', { meeting, dealId, focus: null, me: '', kind: null }, AT);
    await type([draftKey('form:plan', dealId)], JSON.stringify({ aim: '재작년에 외주가 망했다: 이유 묻기' }));
    await type([draftKey('form:invitation', dealId)], '다른 이야기');
    await takeOffRecord(db, 'notes', line?.id ?? '');
    expect(await all()).toEqual([draftKey('form:invitation', dealId)]);
  });
});
