/** The second write of a draft, to the disk: whatever happened to it between the two stays as it is. */
import { beforeEach, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { itemDraft } from '@/utils/db/drafts/draft-keys';
import { forgetDrafts } from '@/utils/db/drafts/forget-drafts';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { forgetAgain, readDraft, saveDraft, settleDraft } from '@/utils/services/capture/save-draft';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someCall } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const TYPED = '{"on":"2026-11-24","whys":{"gap:a":"따로 설득","gap:b":"다음 주"}}';
let db: BatonDatabase;
let dealId: string;
let key: `form:step:${string}`;

beforeEach(async () => {
  ({ db, dealId } = await someCall(AT));
  key = `form:step:${dealId}:contracted`;
  await saveDraft(db, key, '', TYPED, AT);
});

it('keeps what is typed', async () => {
  await settleDraft(db, key, TYPED, AT + 1);
  expect(await db.drafts.toArray()).toEqual([{ key, meetingId: '', text: TYPED, updatedAt: AT + 1 }]);
});

it('brings nothing back that was cut out or taken away in another window', async () => {
  await forgetDrafts(db, () => true, ['gap:a']);
  await settleDraft(db, key, TYPED, AT + 1);
  expect((await db.drafts.get(key))?.text).toBe('{"on":"2026-11-24","whys":{"gap:b":"다음 주"}}');
  await forgetDrafts(db, () => true);
  await settleDraft(db, key, TYPED, AT + 2);
  expect(await db.drafts.count()).toBe(0);
});

it('leaves a draft in the meeting that it went to', async () => {
  const earlier = await startManualMeeting(db, dealId, '', AT);
  const later = await startManualMeeting(db, dealId, '', AT + 60_000);
  const answer = `answer:${dealId}:A-01` as const;
  await saveDraft(db, answer, later.id, '밤샘', AT);
  await continueMeeting(db, later.id, earlier.id, AT + 70_000);
  await settleDraft(db, answer, '밤샘', AT + 80_000);
  expect((await db.drafts.get(answer))?.meetingId).toBe(earlier.id);
});

it('what was kept under a former key is moved once, and stands before what is there', async () => {
  const [now, former] = [`answer:${dealId}:pain.primary`, `answer:${dealId}:A-02`] as const;
  await saveDraft(db, former, '', '밤샘', AT);
  expect([await readDraft(db, now, former), await readDraft(db, now)]).toEqual(['밤샘', '밤샘']);
  await db.drafts.delete(now);
  expect(await readDraft(db, now, former)).toBe('');
  await saveDraft(db, former, '', '옛것', AT);
  await saveDraft(db, now, '', '새것', AT);
  expect(await readDraft(db, now, former)).toBe('옛것\n새것');
  expect(await db.drafts.get(former)).toBeUndefined();
  await saveDraft(db, former, '', '옛것\n새것', AT);
  expect(await readDraft(db, now, former)).toBe('옛것\n새것');
  // Emptied, nothing of it comes back.
  await saveDraft(db, now, '', '', AT);
  expect(await readDraft(db, now, former)).toBe('');
});

it('two windows that open one item both find what was kept under its former key', async () => {
  const [now, former] = [`heard:${dealId}:pain.primary`, `heard:${dealId}:A-02`] as const;
  await saveDraft(db, former, '', '밤샘', AT);
  expect(await Promise.all([readDraft(db, now, former), readDraft(db, now, former)])).toEqual(['밤샘', '밤샘']);
});

it('a saved answer leaves no draft of its item under either key', async () => {
  const item = { id: 'A-02', topic: 'pain.primary' };
  const { key: now, former } = itemDraft('answer', dealId, item);
  for (const one of [now, former]) await saveDraft(db, one, '', '{"raw":"밤샘"}', AT);
  await recordAnswer(db, {
    dealId, item, meeting: null, state: 'answered', value: null, raw: '밤샘', remark: '', reason: '', saidBy: '', confidence: 'confirmed', relation: 'updates', offRecord: false, sides: null, language: 'ko',
  }, AT);
  expect(await db.drafts.toCollection().primaryKeys()).toEqual([key]);
});

it('what a window wrote again before it had heard is forgotten again, and only that', async () => {
  await forgetAgain(db, key, ['gap:b', 'on']);
  expect((await db.drafts.get(key))?.text).toBe('{"whys":{"gap:a":"따로 설득"}}');
  await forgetAgain(db, key, ['gap:a']);
  expect(await db.drafts.count()).toBe(0);
  await forgetAgain(db, key, null);
  expect(await db.drafts.count()).toBe(0);
});
