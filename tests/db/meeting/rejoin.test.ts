/** One room, two customers: asked about, decided where it is certain, parted without losing or doubling anything, and made one again. */
import { describe, expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import type { BatonDatabase } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { LeftCause, PagePerson } from '@/utils/platforms/signals';
import { confirmAnswer } from '@/utils/services/answer/confirm-answer';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { leaveCall } from '@/utils/services/call/leave-call';
import { notePageSignal } from '@/utils/services/call/note-page-signal';
import { captureLine } from '@/utils/services/capture/capture-line';
import { captureDraftKey, saveDraft } from '@/utils/services/capture/save-draft';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { editMeeting, keepApart, keepAsOne, recordConsent, sayAimResult } from '@/utils/services/meeting/edit-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { splitMeeting } from '@/utils/services/meeting/split-meeting';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { freshDatabase, someDeal } from '../rows';

const MIN = 60_000;
const ROOM = 'meet:own-room-key';
const tab = (tabId = 1) => ({ tabId, windowId: 1, platform: 'meet' as const });

class Room {
  readonly db: BatonDatabase = freshDatabase();
  join = async (at: number, tabId = 1): Promise<string> => (await notePageSignal(this.db, tab(tabId), { type: 'joined', room: ROOM, at: 0 }, at)) ?? '';
  leave = (at: number, cause: LeftCause = 'hangup') => notePageSignal(this.db, tab(), { type: 'left', room: ROOM, at: 0, cause }, at);
  title = (title: string, at: number) => notePageSignal(this.db, tab(), { type: 'title', room: ROOM, title }, at);
  people = (names: string[], at: number, complete = true) => {
    const people: PagePerson[] = [{ name: '박서연', self: true }, ...names.map((name) => ({ name, self: false }))];
    return notePageSignal(this.db, tab(), { type: 'participants', room: ROOM, complete, people }, at);
  };
  meeting = async (id: string): Promise<Meeting> => {
    const found = await this.db.meetings.get(id);
    if (!found) throw new Error('no such meeting');
    return found;
  };
  say = async (id: string, text: string, at: number): Promise<void> => {
    const meeting = await this.meeting(id);
    await captureLine(this.db, text, { meeting, dealId: meeting.dealId, focus: null, me: '박서연', kind: null }, at);
  };
  /** A's call from 0 to 55, filed under A. */
  first = async (): Promise<{ id: string; a: string }> => {
    const [id, a] = [await this.join(0), await someDeal(this.db)];
    await fileMeeting(this.db, id, a, 1);
    await this.people(['김도현'], 2);
    await this.say(id, 'A says', 10 * MIN);
    await this.leave(55 * MIN);
    return { id, a };
  };
  meetingOfTab = async (): Promise<string> => (await this.db.presence.get(1))?.meetingId ?? '';
}

/** Everything that was captured, without what says when a row was written last. */
async function captured(db: BatonDatabase): Promise<unknown> {
  const tables = await Promise.all((['notes', 'gaps', 'commitments', 'wants', 'answers', 'contradictions', 'clips'] as const).map((name) => db.table<{ updatedAt?: number }>(name).toArray()));
  return tables.flat().map((row) => ({ ...row, updatedAt: 0 }));
}

describe('a call that goes on in the room', () => {
  it('is asked about after somebody hung up, not after a page was loaded again', async () => {
    const room = new Room();
    const { id } = await room.first();
    expect(await room.join(60 * MIN)).toBe(id);
    expect((await room.meeting(id)).rejoins).toEqual([{ at: 60 * MIN, endedAt: 55 * MIN, title: '', seen: [] }]);
    // Said twice by the page, and after a reload: the same question, once.
    await room.join(60 * MIN + 1);
    await room.leave(61 * MIN, 'navigated');
    await room.join(61 * MIN + 2000);
    expect((await room.meeting(id)).rejoins).toHaveLength(1);
    await keepAsOne(room.db, id, 62 * MIN);
    expect(await room.meeting(id)).toMatchObject({ rejoins: [], state: 'live' });
    await undoNewest(room.db, id);
    expect((await room.meeting(id)).rejoins).toHaveLength(1);
  });

  it('is asked about when the tab was closed in between, and never parted where there was no break', async () => {
    const room = new Room();
    const { id } = await room.first();
    expect(await splitMeeting(room.db, id, 56 * MIN)).toBeNull();
    await leaveCall(room.db, 1, 56 * MIN, true);
    await room.join(57 * MIN, 2);
    expect((await room.meeting(id)).rejoins).toHaveLength(1);
    await endMeeting(room.db, id, 58 * MIN);
    await room.db.meetings.update(id, { state: 'closed' });
    expect(await splitMeeting(room.db, id, 59 * MIN)).toBeNull();
  });

  it('is asked about and not decided after less than a minute: a page can make up calls', async () => {
    const room = new Room();
    const id = await room.join(0);
    await room.title('Halden review', 1);
    await room.people(['김도현'], 2);
    await room.leave(30_000);
    await room.join(40_000);
    expect(await room.title('Miro kick-off', 40_001)).toBe(id);
    expect(await room.people(['이나래'], 40_002)).toBe(id);
    expect(await room.db.meetings.count()).toBe(1);
    expect((await room.meeting(id)).rejoins).toHaveLength(1);
  });

  it('becomes a new meeting by itself under another title of the page', async () => {
    const room = new Room();
    const id = await room.join(0);
    await room.title('Halden review', 1);
    await room.title('Breakout 1', 2);
    await room.leave(55 * MIN);
    await room.join(60 * MIN);
    const next = (await room.title('Miro kick-off', 60 * MIN + 1)) ?? '';
    expect(next).not.toBe(id);
    expect(await room.meeting(next)).toMatchObject({ title: 'Miro kick-off', pageTitle: 'Miro kick-off', state: 'live', startedAt: 60 * MIN });
    expect(await room.meeting(id)).toMatchObject({ title: 'Halden review', state: 'wrap_up', endedAt: 55 * MIN });
    expect(await room.meetingOfTab()).toBe(next);
    // A breakout room afterwards makes no third one.
    expect(await room.title('Breakout 2', 61 * MIN)).toBe(next);
    expect(await room.db.meetings.count()).toBe(2);
  });

  it('stays one under the same title, and gives a title that came late back when it is parted', async () => {
    const room = new Room();
    const { id } = await room.first();
    await room.join(60 * MIN);
    expect(await room.title('B kick-off', 60 * MIN + 1)).toBe(id);
    expect((await room.meeting(id)).title).toBe('B kick-off');
    const next = (await splitMeeting(room.db, id, 61 * MIN)) ?? '';
    expect([(await room.meeting(id)).title, (await room.meeting(next)).title]).toEqual(['', 'B kick-off']);
  });

  it('becomes a new meeting by itself with other people only, all of whom are seen', async () => {
    const room = new Room();
    const { id } = await room.first();
    await room.join(60 * MIN);
    expect(await room.people([], 61 * MIN)).toBe(id);
    expect(await room.people(['한지우'], 61 * MIN, false)).toBe(id);
    const next = (await room.people(['한지우'], 62 * MIN)) ?? '';
    expect(next).not.toBe(id);
    expect((await room.meeting(next)).participants.map((p) => [p.name, p.joinedAt, p.leftAt])).toEqual([['박서연', 60 * MIN, null], ['한지우', 61 * MIN, null]]);
    expect((await room.meeting(id)).participants.map((p) => [p.name, p.leftAt])).toEqual([['박서연', null], ['김도현', null]]);
  });

  it('stays one with a newcomer whom the deal knows, or with one who was there', async () => {
    const room = new Room();
    const { id, a } = await room.first();
    const accountId = (await room.db.deals.get(a))?.accountId ?? '';
    await room.db.contacts.add({ id: 'c', accountId, name: '최영호', role: '', influence: '', side: 'unknown', email: '', phone: '', remark: '', createdAt: 1, updatedAt: 1 });
    await room.join(60 * MIN);
    expect(await room.people(['최영호'], 61 * MIN)).toBe(id);
    expect(await room.people(['김도현', '한지우'], 62 * MIN)).toBe(id);
    expect(await room.db.meetings.count()).toBe(1);
  });

  it('is the planned one of another deal at its hour, and the plan comes back when they are one after all', async () => {
    const room = new Room();
    const b = await someDeal(room.db, 'B', 'B');
    const { id, a } = await room.first();
    const plan = { title: 'B kick-off', startsAt: 60 * MIN, endsAt: null, aim: 'scope', room: ROOM, url: '', people: [] };
    await planMeeting(room.db, b, plan, 50 * MIN);
    // Used since, A is what the room would be remembered for.
    await room.db.deals.update(a, { updatedAt: 56 * MIN });
    await room.join(56 * MIN);
    const next = await room.meetingOfTab();
    expect(next).not.toBe(id);
    expect(await room.meeting(next)).toMatchObject({ dealId: b, ordinal: 1, title: 'B kick-off', aim: 'scope', state: 'live' });
    expect(await room.meeting(id)).toMatchObject({ dealId: a, state: 'wrap_up', endedAt: 55 * MIN });
    await continueMeeting(room.db, next, id, 57 * MIN);
    expect((await room.db.deals.get(b))?.next).toEqual(plan);
    expect(await room.meeting(id)).toMatchObject({ dealId: a, state: 'live' });
  });

  it('opens the deal whose hour it is, when two are planned in the room', async () => {
    const room = new Room();
    const [early, late] = [await someDeal(room.db, 'A', 'A'), await someDeal(room.db, 'B', 'B')];
    for (const [deal, startsAt] of [[early, 60 * MIN], [late, 120 * MIN]] as const) await planMeeting(room.db, deal, { title: '', startsAt, endsAt: null, aim: 'x', room: ROOM, url: '', people: [] }, startsAt / 100);
    expect(await room.meeting(await room.join(55 * MIN))).toMatchObject({ dealId: early });
    expect((await room.db.deals.get(late))?.next?.startsAt).toBe(120 * MIN);
  });

  it('leaves none of its words behind when its text is deleted', async () => {
    const room = new Room();
    const { id } = await room.first();
    await room.join(60 * MIN);
    await room.title('B kick-off', 60 * MIN + 1);
    await room.people(['한지우'], 61 * MIN, false);
    await purgeMeeting(room.db, id, 90 * MIN);
    expect(JSON.stringify(await room.meeting(id))).not.toMatch(/B kick-off|한지우/u);
  });

  it('is not the planned one hours before, nor when that was to begin before this one did', async () => {
    const room = new Room();
    const b = await someDeal(room.db, 'B', 'B');
    const { id } = await room.first();
    for (const startsAt of [80 * MIN, -1]) {
      await planMeeting(room.db, b, { title: 'B', startsAt, endsAt: null, aim: '', room: ROOM, url: '', people: [] }, 50 * MIN);
      expect(await room.join(60 * MIN)).toBe(id);
      await room.leave(60 * MIN + 1);
    }
  });
});

describe('parting two calls of one room', () => {
  async function mixed(): Promise<Room & { id: string; a: string }> {
    const room = new Room();
    const { id, a } = await room.first();
    const meeting = await room.meeting(id);
    const answer = (raw: string, relation: 'updates' | 'differs', at: number, topic = 'user.count') => recordAnswer(room.db, {
      dealId: a, item: { id: 'A-07', topic }, meeting, state: 'answered', value: { kind: 'text', text: raw }, raw, remark: '', saidBy: '', confidence: 'stated',
      relation, reason: '', offRecord: false, sides: null, language: 'ko',
    }, at);
    await answer('120명', 'updates', 20 * MIN);
    await captureLine(room.db, '? 동시 접속', { meeting, dealId: a, focus: { itemId: 'A-08', topic: 'user.peak', blocksEstimate: false }, me: '박서연', kind: null }, 21 * MIN);
    await recordConsent(room.db, id, { who: '김도현', notes: true, captions: 'stored', audio: false, condition: '', note: '', wording: '' }, 22 * MIN);
    await saveDraft(room.db, `answer:${a}:A-09`, id, 'A, half typed', 23 * MIN);
    await room.join(60 * MIN);
    await room.people(['한지우'], 61 * MIN, false);
    await room.say(id, 'B says', 62 * MIN);
    await room.say(id, '! B gets a quote', 63 * MIN);
    await answer('7명', 'differs', 64 * MIN);
    await answer('9명', 'updates', 65 * MIN, 'user.peak');
    await recordConsent(room.db, id, { who: '한지우', notes: true, captions: 'off', audio: false, condition: '', note: '', wording: '' }, 66 * MIN);
    await editMeeting(room.db, id, { aim: 'of B' }, 67 * MIN);
    await sayAimResult(room.db, id, 'of B', 'reached', 67 * MIN);
    await saveDraft(room.db, captureDraftKey(id, a), id, 'B, half typed', 68 * MIN);
    return Object.assign(room, { id, a });
  }

  it('takes no answer along that was only confirmed for the customer of the call before', async () => {
    const room = new Room();
    const { id, a } = await room.first();
    const known = await recordAnswer(room.db, {
      dealId: a, item: { id: 'A-07', topic: 'user.count' }, meeting: null, state: 'answered', value: { kind: 'text', text: '120명' }, raw: '120명', remark: '', saidBy: '김도현', confidence: 'stated',
      relation: 'updates', reason: '', offRecord: false, sides: null, language: 'ko',
    }, -MIN);
    await room.join(60 * MIN);
    await confirmAnswer(room.db, { current: (await room.db.answers.get(known)) ?? null }, await room.meeting(id), 'ko', 62 * MIN);
    await splitMeeting(room.db, id, 70 * MIN);
    expect((await room.db.answers.toArray()).map((answer) => [answer.id, answer.dealId])).toEqual([[known, a]]);
  });

  it('sends each line, answer, consent, person and draft to its own call', async () => {
    const { db, id, a, meeting, meetingOfTab } = await mixed();
    const next = (await splitMeeting(db, id, 70 * MIN)) ?? '';
    const [old, fresh] = [await meeting(id), await meeting(next)];
    expect(old).toMatchObject({ dealId: a, ordinal: 1, state: 'wrap_up', endedAt: 55 * MIN, aim: '', rejoins: [] });
    expect(old.segments.map((s) => [s.from, s.to])).toEqual([[0, 55 * MIN]]);
    expect(fresh).toMatchObject({ dealId: '', ordinal: 0, state: 'live', startedAt: 60 * MIN, endedAt: null, aim: 'of B', room: ROOM, partedFrom: { meetingId: id } });
    expect(fresh.segments.map((s) => [s.from, s.to])).toEqual([[60 * MIN, null]]);
    expect([old.consents.map((c) => c.who), fresh.consents.map((c) => [c.who, c.untoldFrom])]).toEqual([['김도현'], [['한지우', null]]]);
    expect([old.aimResult ?? null, fresh.aimResult]).toEqual([null, 'reached']);
    expect([old.participants.map((p) => p.name), fresh.participants.map((p) => p.name)]).toEqual([['박서연', '김도현'], ['박서연', '한지우']]);
    const rows = async (name: 'notes' | 'commitments' | 'answers') => (await db.table<{ meetingId: string; dealId: string; offsetMs: number; at: number }>(name).toArray()).map((r) => [r.meetingId === next, r.dealId, r.offsetMs]);
    expect((await rows('notes')).sort()).toEqual([[false, a, 10 * MIN], [true, '', 2 * MIN]]);
    expect(await rows('commitments')).toEqual([[true, '', 3 * MIN]]);
    expect((await rows('answers')).sort()).toEqual([[false, a, 20 * MIN], [true, '', 4 * MIN], [true, '', 5 * MIN]]);
    expect((await db.drafts.toArray()).map((d) => [d.key, d.meetingId, d.text]).sort()).toEqual([[`answer:${a}:A-09`, id, 'A, half typed'], [captureDraftKey(next, ''), next, 'B, half typed']]);
    expect(await meetingOfTab()).toBe(next);
  });

  it('leaves nothing of the second call in the first deal: no conflict with it, no gap filled by it', async () => {
    const { db, id } = await mixed();
    expect((await db.gaps.toArray())[0]).toMatchObject({ state: 'answered', outcome: '9명' });
    const next = await splitMeeting(db, id, 70 * MIN);
    expect(await db.contradictions.count()).toBe(0);
    expect((await db.gaps.toArray())[0]).toMatchObject({ meetingId: id, state: 'open', outcome: '' });
    expect((await db.answers.where({ meetingId: next }).toArray()).map((x) => [x.raw, x.relation, x.state]).sort()).toEqual([['7명', 'first', 'answered'], ['9명', 'first', 'answered']]);
  });

  it('lets undo take lines of the new one back, and never brings the mixed meeting back', async () => {
    const { db, id, say, meeting } = await mixed();
    const next = (await splitMeeting(db, id, 70 * MIN)) ?? '';
    await say(next, 'one more', 71 * MIN);
    while (await undoNewest(db, next));
    expect(await db.notes.where({ meetingId: next }).count()).toBe(0);
    expect(await db.notes.where({ meetingId: id }).count()).toBe(1);
    expect(await meeting(next)).toMatchObject({ participants: [{ name: '박서연' }, { name: '한지우' }] });
    // The newest step of the first call is its own consent.
    expect(await undoNewest(db, id)).toEqual({ label: 'consent', late: false });
  });

  it('goes to the deal that is picked next, numbered on its own, and is one again with nothing lost', async () => {
    const room = await mixed();
    const { db, id, a, meeting } = room;
    const before = await captured(db);
    const next = (await splitMeeting(db, id, 70 * MIN)) ?? '';
    const b = await someDeal(db, 'B', 'B');
    await fileMeeting(db, next, b, 71 * MIN);
    expect((await db.notes.where({ meetingId: next }).toArray()).map((n) => n.dealId)).toEqual([b]);
    expect((await db.notes.where({ meetingId: id }).toArray()).map((n) => n.dealId)).toEqual([a]);
    expect((await meeting(next)).ordinal).toBe(1);
    await saveDraft(db, captureDraftKey(id, a), id, 'in the review of A', 72 * MIN);
    await continueMeeting(db, next, id, 73 * MIN);
    const whole = await meeting(id);
    expect(whole).toMatchObject({ dealId: a, ordinal: 1, state: 'live', endedAt: null, aim: 'of B', rejoins: [] });
    expect(whole.participants.map((p) => [p.name, p.joinedAt, p.leftAt])).toEqual([['박서연', 2, null], ['김도현', 2, null], ['한지우', 61 * MIN, null]]);
    expect(whole.consents.map((c) => c.who)).toEqual(['김도현', '한지우']);
    expect((await db.drafts.get(captureDraftKey(id, a)))?.text).toBe('in the review of A\nB, half typed');
    const notes = (rows: unknown) => (rows as { id: string; text?: string; words?: string; raw?: string; meetingId: string; dealId: string; offsetMs: number }[])
      .filter((r) => r.text ?? r.words ?? r.raw).map((r) => [r.id, r.meetingId, r.dealId, r.offsetMs]).sort();
    expect(notes(await captured(db))).toEqual(notes(before));
  });

  it('can be done after the call is over, and is not offered as one again when the rep says so', async () => {
    const { db, id, leave, meeting, meetingOfTab } = await mixed();
    await leave(80 * MIN);
    const next = (await splitMeeting(db, id, 81 * MIN)) ?? '';
    expect(await meeting(next)).toMatchObject({ state: 'wrap_up', endedAt: 80 * MIN, segments: [{ from: 60 * MIN, to: 80 * MIN }] });
    expect(await meetingOfTab()).toBe(next);
    await keepApart(db, next, id, 82 * MIN);
    expect((await meeting(next)).apartFrom).toEqual([id]);
  });

  it('brings its deal to an earlier part that had none', async () => {
    const room = new Room();
    const id = await room.join(0);
    await room.say(id, 'before', 1);
    await room.leave(5 * MIN);
    await room.join(6 * MIN);
    const next = (await splitMeeting(room.db, id, 7 * MIN)) ?? '';
    const b = await someDeal(room.db, 'B', 'B');
    await fileMeeting(room.db, next, b, 8 * MIN);
    await continueMeeting(room.db, next, id, 9 * MIN);
    expect(await room.meeting(id)).toMatchObject({ dealId: b, ordinal: 1 });
    expect((await room.db.notes.toArray())[0]?.dealId).toBe(b);
  });
});
