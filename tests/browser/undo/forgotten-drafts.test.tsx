/** A form that is open while its draft goes off the record, in another window perhaps, does not write it again. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { useDraft } from '@/components/hooks/use-draft';
import { db } from '@/utils/db/database';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { forgetDrafts } from '@/utils/db/drafts/forget-drafts';
import { coverAnswers } from '@/utils/services/answer/cover-answers';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { itemOn } from '../../unit/packet/fixture';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  location.hash = `#/deal/${dealId}`;
});

const say = async (text: string): Promise<string> => (await captureLine(db, text, { meeting: null, dealId, focus: null, me: '박서연', kind: null }, AT))?.id ?? '';
const draftOf = async (key: DraftKey): Promise<string> => (await db.drafts.get(key))?.text ?? '';

/** A field that somebody types into. */
function Box({ of, meetingId = '' }: { of: DraftKey; meetingId?: string }) {
  const { text, setText } = useDraft(of, meetingId);
  return <textarea aria-label="box" value={text} onChange={(e) => { setText(e.target.value); }} />;
}

it('a step of the deal with a reason that repeats the line begins anew, and what is typed then is kept', async () => {
  const line = await say('사장 아들이 반대함');
  const key = draftKey('form:step', dealId, 'lost');
  await stage(<LibraryApp />, 'en');
  await page.getByRole('button', { name: 'Lost it', exact: true }).click();
  const why = page.getByLabelText('Why it was lost');
  await why.fill('사장 아들이 반대함, 그래서');
  await expect.poll(() => draftOf(key)).toContain('아들이');
  await takeOffRecord(db, 'notes', line);
  await expect.element(why).toHaveValue('');
  await why.click();
  await userEvent.keyboard('budget');
  await expect.poll(() => draftOf(key)).toContain('budget');
  expect(await draftOf(key)).not.toContain('아들이');
});

it('two fields over one draft both begin anew; another draft stays', async () => {
  const line = await say('사장 아들이 반대함');
  await stage(<><Box of="start:a" /><Box of="start:a" /><Box of="start:b" /></>, 'en');
  const boxes = page.getByRole('textbox');
  await boxes.nth(0).fill('사장 아들이 반대함');
  await boxes.nth(1).fill('사장 아들이 반대함!');
  await boxes.nth(2).fill('다른 말');
  await expect.poll(() => draftOf('start:b')).toBe('다른 말');
  await expect.poll(() => draftOf('start:a')).toContain('아들이');
  await takeOffRecord(db, 'notes', line);
  await expect.element(boxes.nth(0)).toHaveValue('');
  await expect.element(boxes.nth(1)).toHaveValue('');
  await expect.element(boxes.nth(2)).toHaveValue('다른 말');
  await expect.poll(() => draftOf('start:a')).toBe('');
  expect(await draftOf('start:b')).toBe('다른 말');
});

it('an answer that was being written to a covered topic begins anew', async () => {
  const item = itemOn('budget.range');
  const key = draftKey('answer', dealId, item.topic);
  await recordAnswer(db, {
    dealId, item, meeting: null, state: 'answered', value: { kind: 'text', text: '몰래 3억' }, raw: '몰래 3억', remark: '', saidBy: '', confidence: 'stated', relation: 'updates', reason: '', offRecord: false, sides: null, language: 'ko',
  }, AT);
  await stage(<Box of={key} />, 'en');
  await page.getByRole('textbox').fill('사실은 4억');
  await expect.poll(() => draftOf(key)).toBe('사실은 4억');
  await coverAnswers(db, { dealId, topic: item.topic }, 'en', AT + 1000);
  await expect.element(page.getByRole('textbox')).toHaveValue('');
});

it('the line that was being typed in a meeting begins anew when its text is deleted', async () => {
  const meeting = await startManualMeeting(db, dealId, '1차', AT);
  await endMeeting(db, meeting.id, AT + 1000);
  const key = draftKey('capture', meeting.id);
  await stage(<Box of={key} meetingId={meeting.id} />, 'en');
  const box = page.getByRole('textbox');
  await box.fill('비밀스런 초안');
  await expect.poll(() => draftOf(key)).toBe('비밀스런 초안');
  await purgeMeeting(db, meeting.id, AT + 2000);
  await expect.element(box).toHaveValue('');
  await box.click();
  await userEvent.keyboard('x');
  await expect.poll(() => draftOf(key)).toBe('x');
});

/** A window forgets the draft; what `meanwhile` does comes behind that, and before anybody heard of it. */
async function forgetWhile(meanwhile: () => Promise<void>): Promise<void> {
  let go: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => { go = resolve; });
  let over = false;
  const forgetting = db.transaction('rw', db.tables, async () => {
    await forgetDrafts(db, ({ key }) => key === 'start:a');
    while (!over) { await db.drafts.count(); go(); }
  });
  await begun;
  await meanwhile();
  over = true;
  await forgetting;
}

it('a field that is closed in that instant has its last key behind it, and does not bring the words back', async () => {
  const close = await stage(<Box of="start:a" />, 'en');
  const box = page.getByRole('textbox');
  await box.fill('사장 아들이 반대');
  await expect.poll(() => draftOf('start:a')).toContain('아들이');
  await forgetWhile(async () => { await box.fill('사장 아들이 반대함'); close(); });
  await stage(<Box of="start:b" />, 'en');
  await expect.poll(() => db.drafts.count()).toBe(0);
  await box.fill('다른 말');
  await expect.poll(() => db.drafts.toCollection().primaryKeys()).toEqual(['start:b']);
});

it('nor does one that opens in that instant, and reads what another is still writing', async () => {
  const close = await stage(<Box of="start:a" />, 'en');
  const box = page.getByRole('textbox');
  await box.fill('사장 아들이 반대');
  await expect.poll(() => draftOf('start:a')).toContain('아들이');
  await forgetWhile(async () => {
    await box.fill('사장 아들이 반대함');
    close();
    await stage(<Box of="start:a" />, 'en');
    await expect.element(box).toBeVisible();
  });
  await expect.poll(() => db.drafts.count()).toBe(0);
  await box.fill('다른 말');
  await expect.poll(() => draftOf('start:a')).toBe('다른 말');
});

it('a draft that goes in any other way stays where it is being typed', async () => {
  const line = await say('사장 아들이 반대함');
  await stage(<Box of="start:a" />, 'en');
  const box = page.getByRole('textbox');
  await box.fill('사장 아들이 반대함');
  await expect.poll(() => draftOf('start:a')).toContain('아들이');
  await deleteLine(db, 'notes', line, AT + 1000);
  await db.drafts.delete('start:a');
  await takeOffRecord(db, 'notes', await say('아무 상관 없는 줄'));
  await box.click();
  await userEvent.keyboard('!');
  await expect.poll(() => draftOf('start:a')).toContain('아들이');
});
