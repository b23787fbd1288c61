/** Two windows at once: what the other one changed stays, and what it deleted or took off the record never comes back. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import type { Clip } from '@/utils/evidence/clip';
import type { Meeting } from '@/utils/meeting/meeting';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { joinCall } from '@/utils/services/call/join-call';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { editContact, saveContact } from '@/utils/services/contact/save-contact';
import { editDeal } from '@/utils/services/deal/create-deal';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { pinClip } from '@/utils/services/evidence/pin-clip';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { someCall, someDeal } from './rows';

const AT = Date.UTC(2026, 10, 24, 5);
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;

beforeEach(async () => { ({ db, dealId, meeting } = await someCall(AT)); });

const everything = async (): Promise<string> => JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));

async function say(words: string): Promise<string> {
  return (await captureLine(db, words, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1))?.id ?? '';
}

/** The first has read its row when the second has its turn. */
async function atOnce(first: Promise<unknown>, second: Promise<unknown>): Promise<unknown> {
  const [one, other] = await Promise.allSettled([first, second]);
  expect(other.status).toBe('fulfilled');
  return one.status === 'rejected' ? (one.reason as Error).message : 'written';
}

const aClip = (): Clip => ({
  id: 'c', dealId, meetingId: meeting.id, itemId: null, topic: null, kind: 'link', limit: null, url: 'https://a.example/', title: '비밀 문서', siteName: '', byline: '', language: '',
  direction: 'ltr', html: '', text: '비밀 문서', at: AT, updatedAt: AT,
});

describe('a row that another window takes away at that moment', () => {
  it.each([
    ['edited', (id: string) => editLine(db, 'notes', id, { kind: 'risk' }, AT + 2)],
    ['moved', async (id: string) => moveLine(db, 'notes', id, dealId, AT + 2)],
  ])('off the record is not %s back', async (_what, write) => {
    const id = await say('사장 아들이 반대함');
    expect(await atOnce(write(id), takeOffRecord(db, 'notes', id))).toBe('no such line');
    expect(await everything()).not.toContain('아들이');
  });

  it('is no meeting again by an edit', async () => {
    await endMeeting(db, meeting.id, AT + 2);
    expect(await atOnce(editMeeting(db, meeting.id, { aim: 'x' }, AT + 3), deleteToBin(db, 'meeting', meeting.id, '', AT + 3))).toBe('no such meeting');
    expect(await db.meetings.count()).toBe(0);
  });

  it('is no evidence and no deal again', async () => {
    await db.clips.add(aClip());
    expect(await atOnce(pinClip(db, 'c', { dealId, itemId: 'A-01', topic: 'budget.range' }, AT + 2), deleteToBin(db, 'clip', 'c', '', AT + 2))).toBe('no such clip');
    expect(await db.clips.count()).toBe(0);
    await endMeeting(db, meeting.id, AT + 2);
    await deleteToBin(db, 'deal', dealId, '', AT + 3);
    await expect(editDeal(db, dealId, { stage: 'contract' }, '', AT + 4)).rejects.toThrow('no such deal');
  });
});

describe('a row that another window changes at that moment', () => {
  it('keeps both: a deal whose call takes its plan over', async () => {
    const room = 'meet:abc-defg-hij';
    await planMeeting(db, dealId, { title: 'x', startsAt: AT + 3_600_000, endsAt: null, aim: '목표', room, url: '', people: [] }, AT + 1);
    await Promise.all([editDeal(db, dealId, { stage: 'contract' }, '', AT + 2), joinCall(db, { tabId: 1, windowId: 1, platform: 'meet', room }, AT + 3_600_000)]);
    expect(await db.deals.get(dealId)).toMatchObject({ stage: 'contract', next: null });
  });

  it('keeps both: evidence, a person, a line moved and edited', async () => {
    await db.clips.add(aClip());
    await Promise.all([pinClip(db, 'c', { dealId, itemId: 'A-01', topic: 'budget.range' }, AT + 2), db.clips.update('c', { title: '새 이름' })]);
    expect(await db.clips.get('c')).toMatchObject({ itemId: 'A-01', title: '새 이름' });
    const { accountId } = (await db.deals.get(dealId)) ?? { accountId: '' };
    const person = await saveContact(db, null, { accountId, name: '김도현', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '' }, AT);
    await Promise.all([editContact(db, person, { role: '팀장' }, AT + 1), editContact(db, person, { phone: '010' }, AT + 2)]);
    expect(await db.contacts.get(person)).toMatchObject({ role: '팀장', phone: '010' });
    const other = await someDeal(db, '한빛물류', '차량 관제');
    const id = await say('메모');
    await Promise.all([editLine(db, 'notes', id, { text: '고친 메모' }, AT + 2), moveLine(db, 'notes', id, other, AT + 3)]);
    expect(await db.notes.get(id)).toMatchObject({ text: '고친 메모', dealId: other });
  });
});
