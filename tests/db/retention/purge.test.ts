/** After its day, nothing that was said in a meeting is left anywhere. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { readDeal } from '@/utils/db/read-deal';
import { keepSafetyCopy, readSafetyCopy } from '@/utils/db/safety/safety-copy';
import { addMonths, deleteDateOf, isSoonDeleted } from '@/utils/meeting/retention';
import type { Gap } from '@/utils/notes/records';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { notePageSignal } from '@/utils/services/call/note-page-signal';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { setDeleteBy } from '@/utils/services/retention/keep-meeting';
import { purgeDueMeetings, purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { freshDatabase, someDeal } from '../rows';

const AT = Date.UTC(2026, 0, 31, 9);
const WORD = '코발트비밀';
const GAP: Omit<Gap, 'id' | 'dealId' | 'meetingId'> = {
  itemId: 'A-01', topic: 'budget.range', at: AT - 86_000_000, offsetMs: 1, updatedAt: 1, question: '누가 정하나', origin: 'note', route: null, owner: '', askWhom: '', due: null,
  blocksEstimate: false, state: 'open', askedOn: [], outcome: '',
};
let database: BatonDatabase;
let dealId: string;

async function meetingWith(word: string, at: number): Promise<string> {
  const meeting = await startManualMeeting(database, dealId, `${word} 미팅`, at);
  for (const mark of ['', '? ', '! ', '* ', '# ', '+ ', '~ ']) await captureLine(database, `${mark}${word} ${mark}말`, { meeting, dealId, focus: null, me: '박서연', kind: null }, at + 1000);
  const base = { dealId, topic: 'budget.range', itemId: 'A-01', meetingId: meeting.id, at };
  await database.answers.add({ ...base, id: `answer-${String(at)}`, state: 'answered', value: { kind: 'text', text: word }, raw: word, remark: '', saidBy: word, confidence: 'stated', relation: 'first', reason: '', offRecord: false, offsetMs: 1 });
  const side = { text: word, saidBy: '', at, answerId: `answer-${String(at)}` };
  await database.contradictions.add({ ...base, id: `conflict-${String(at)}`, meetingId: null, a: side, b: { ...side, answerId: null }, status: 'open', kept: '', why: '', resolvedAt: null });
  await database.drafts.add({ key: `capture:${meeting.id}`, meetingId: meeting.id, text: word, updatedAt: at });
  await database.clips.add({ ...base, id: `clip-${String(at)}`, kind: 'selection', limit: null, url: 'https://a.example', title: word, siteName: '', byline: '', language: '', direction: 'ltr', html: '', text: word, updatedAt: at });
  await database.packets.add({ id: `packet-${String(at)}`, dealId, meetingId: meeting.id, number: 1, purpose: 'estimate', language: 'ko', redaction: 'internal', createdAt: at + 5000, fileName: 'p', contentHash: 'h', json: JSON.stringify({ word, m: meeting.id }) });
  await database.bin.add({ id: `bin-${String(at)}`, at, what: 'note', title: word, rows: [{ table: 'notes', row: { id: 'x', meetingId: meeting.id, text: word } as { id: string } }] });
  const want = await database.wants.where({ meetingId: meeting.id }).first();
  await database.followUps.add({ id: `call-${String(at)}`, dealId, step: 'later', text: word, dueOn: '2027-01-04', state: 'scheduled', closedOn: null, outcome: '', wantId: want?.id ?? '', at, updatedAt: at });
  await database.searchChunks.add({ id: `chunk-${String(at)}`, data: word });
  return meeting.id;
}

async function tablesWith(word: string): Promise<string[]> {
  const found: string[] = [];
  for (const table of database.tables) if (JSON.stringify(await table.toArray()).includes(word)) found.push(table.name);
  return found;
}

beforeEach(async () => {
  database = freshDatabase();
  dealId = await someDeal(database);
});

describe('deleting the text of a meeting', () => {
  it('leaves its words in no table, and an empty shell with its date and deal', async () => {
    const id = await meetingWith(WORD, AT);
    await notePageSignal(database, { tabId: 1, windowId: 1, platform: 'meet' }, { type: 'blind', room: 'meet:abc-defg-hij', reason: 'people_not_found' }, AT);
    await database.presence.update(1, { meetingId: id, title: WORD });
    for (const note of await database.notes.toArray()) await editLine(database, 'notes', note.id, { text: `${note.text}!` }, AT + 2000);
    // A table that is added has to hold the word here, or to say why it never holds what was said.
    const never = ['accounts', 'checklists', 'proposals', 'deals', 'contacts', 'filler', 'searchDirty', 'removals'];
    expect((await tablesWith(WORD)).concat(never).toSorted()).toEqual(database.tables.map((table) => table.name).toSorted());
    await keepSafetyCopy({ at: AT, fileName: 'f', bytes: new Uint8Array(1) });
    expect(await purgeMeeting(database, id, AT + 9)).toBe(true);
    expect(await readSafetyCopy()).toBeNull();
    expect(await tablesWith(WORD)).toEqual([]);
    expect(await database.meetings.get(id)).toMatchObject({ id, dealId, startedAt: AT, title: '', participants: [], purgedAt: AT + 9, state: 'closed' });
    expect(await database.packets.get(`packet-${String(AT)}`)).toMatchObject({ number: 1, contentHash: 'h', json: '' });
    expect((await readDeal(database, dealId))?.meetings).toHaveLength(1);
    expect(await purgeMeeting(database, 'nobody', AT)).toBe(false);
  });

  it('reaches what follows from it: gaps it answered, packets of other deals and in the bin, the plan it took over, what a tab shows', async () => {
    await planMeeting(database, dealId, { title: WORD, startsAt: AT, endsAt: null, aim: `${WORD} 확인`, room: null, url: '', people: [] }, AT - 1);
    const earlier = await meetingWith('다른말', AT - 86_400_000);
    await database.gaps.add({ ...GAP, id: 'asked-before', dealId, meetingId: earlier, outcome: WORD, state: 'answered' });
    const id = await meetingWith(WORD, AT);
    expect((await database.meetings.get(id))?.aim).toContain(WORD);
    const row = await database.packets.get(`packet-${String(AT)}`);
    if (!row) throw new Error('no packet');
    await database.packets.add({ ...row, id: 'elsewhere', dealId: 'wrong deal', meetingId: null });
    await database.packets.add({ ...row, id: 'binned', meetingId: null });
    await deleteToBin(database, 'packet', 'binned', '#2', AT + 6000);
    await database.presence.add({ tabId: 1, windowId: 1, platform: 'meet', room: 'meet:abc-defg-hij', state: 'left', blind: null, meetingId: id, title: WORD, at: AT });
    await purgeMeeting(database, id, AT + 9);
    expect(await tablesWith(WORD)).toEqual([]);
    expect(await database.gaps.get('asked-before')).toMatchObject({ state: 'answered', outcome: '', question: '누가 정하나' });
    expect(await database.bin.filter((b) => b.what === 'packet').toArray()).toMatchObject([{ rows: [{ row: { id: 'binned', json: '' } }] }]);
  });

  it('takes out of a deal in the bin what is its own, and leaves the deal there', async () => {
    const id = await meetingWith(WORD, AT);
    const other = await someDeal(database, '한빛물류', '차량 관제');
    const note = (await database.notes.where({ meetingId: id }).toArray())[0];
    await moveLine(database, 'notes', note?.id ?? '', other, AT + 10);
    await deleteToBin(database, 'deal', other, '차량 관제', AT + 20);
    await purgeMeeting(database, id, AT + 30);
    expect(await tablesWith(WORD)).toEqual([]);
    expect((await database.bin.filter((b) => b.what === 'deal').toArray())[0]?.rows.map((r) => r.table)).toEqual(['deals']);
  });

  it('leaves another meeting in the bin whose "?" it had answered, and takes its answer out of that', async () => {
    const id = await meetingWith(WORD, AT);
    const other = await startManualMeeting(database, dealId, '2차', AT + 86_400_000);
    await database.gaps.add({ ...GAP, id: 'asked', dealId, meetingId: other.id, state: 'answered', outcome: WORD });
    await endMeeting(database, other.id, AT + 90_000_000);
    const bin = await deleteToBin(database, 'meeting', other.id, '2차', AT + 91_000_000);
    await endMeeting(database, id, AT + 92_000_000);
    await purgeMeeting(database, id, AT + 93_000_000);
    await restoreFromBin(database, bin ?? '', AT + 94_000_000);
    expect([(await database.meetings.get(other.id))?.title, (await database.gaps.get('asked'))?.outcome]).toEqual(['2차', '']);
  });

  it('happens on its day in the bin, too: with its deal, which can still come back', async () => {
    const id = await meetingWith(WORD, AT);
    await meetingWith('다른말', AT + 86_400_000);
    for (const m of await database.meetings.toArray()) await database.meetings.update(m.id, { state: 'closed' });
    await setDeleteBy(database, id, '2026-03-01', AT);
    const binId = await deleteToBin(database, 'deal', dealId, '재고 시스템', Date.UTC(2026, 1, 27)) ?? '';
    expect(await purgeDueMeetings(database, 0, Date.UTC(2026, 1, 28, 8))).toBe(0);
    expect(await purgeDueMeetings(database, 0, Date.UTC(2026, 2, 1, 8))).toBe(1);
    expect(await purgeDueMeetings(database, 0, Date.UTC(2026, 2, 1, 8))).toBe(0);
    expect(await tablesWith(WORD)).toEqual([]);
    await restoreFromBin(database, binId, Date.UTC(2026, 2, 1, 9));
    expect(await database.meetings.get(id)).toMatchObject({ title: '', dealId });
    expect((await readDeal(database, dealId))?.notes.map((n) => n.text).join()).toContain('다른말');
  });

  it('leaves what another meeting of the deal said', async () => {
    const id = await meetingWith(WORD, AT);
    await meetingWith('다른말', AT + 86_400_000);
    const before = await database.notes.filter((n) => n.text.includes('다른말')).count();
    await purgeMeeting(database, id, AT + 9);
    expect(await database.notes.filter((n) => n.text.includes('다른말')).count()).toBe(before);
    expect(await database.answers.get(`answer-${String(AT + 86_400_000)}`)).toBeDefined();
    expect(await tablesWith(WORD)).toEqual([]);
  });

  it('happens when its day has come: never by default, by the rule, by its own date, not while it runs', async () => {
    const id = await meetingWith(WORD, AT);
    const later = AT + 400 * 86_400_000;
    expect(await purgeDueMeetings(database, 12, later)).toBe(0);
    await database.meetings.update(id, { state: 'closed' });
    expect(await purgeDueMeetings(database, 0, later)).toBe(0);
    await setDeleteBy(database, id, null, AT);
    expect(await purgeDueMeetings(database, 12, later)).toBe(0);
    await setDeleteBy(database, id, undefined, AT);
    expect(await database.meetings.get(id)).not.toHaveProperty('deleteBy');
    await setDeleteBy(database, id, '2026-03-01', AT);
    expect(await purgeDueMeetings(database, 0, Date.UTC(2026, 1, 28, 8))).toBe(0);
    expect(await purgeDueMeetings(database, 0, Date.UTC(2026, 2, 1, 8))).toBe(1);
    expect(await purgeDueMeetings(database, 0, later)).toBe(0);
    expect(await tablesWith(WORD)).toEqual([]);
  });

  it('off the record takes the copy from before a restore with it', async () => {
    await meetingWith(WORD, AT);
    await keepSafetyCopy({ at: AT, fileName: 'f', bytes: new Uint8Array(1) });
    const [note] = await database.notes.toArray();
    await takeOffRecord(database, 'notes', note?.id ?? '');
    await expect.poll(readSafetyCopy).toBeNull();
  });

  it('counts months as people do, and is announced a week before', () => {
    expect([addMonths('2026-01-31', 1), addMonths('2027-12-31', 2), addMonths('2026-08-15', 12)]).toEqual(['2026-02-28', '2028-02-29', '2027-08-15']);
    const meeting = { startedAt: AT, utcOffset: 540, state: 'closed' as const };
    expect(deleteDateOf(meeting, 6)).toBe('2026-07-31');
    expect(['2026-07-23', '2026-07-24', '2026-07-31'].map((today) => isSoonDeleted(meeting, 6, today))).toEqual([false, true, true]);
  });
});
