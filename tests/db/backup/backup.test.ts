/** What goes into a backup comes out of it, all of it or nothing. */
import { readFileSync } from 'node:fs';
import Dexie from 'dexie';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { BACKUP_TABLES } from '@/utils/backup/tables';
import { backupWriter } from '@/utils/backup/write';
import type { BatonDatabase } from '@/utils/db/database';
import { leftBehind } from '@/utils/db/safety/beside';
import { dropSafetyCopy, readSafetyCopy } from '@/utils/db/safety/safety-copy';
import { captureLine } from '@/utils/services/capture/capture-line';
import { addFollowUp } from '@/utils/services/followup/keep-follow-up';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { declineProposal } from '@/utils/services/checklist/own/decide-proposal';
import { copyChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { editDeal } from '@/utils/services/deal/create-deal';
import { takeStep } from '@/utils/services/deal/take-step';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { previewRestore, readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup, undoRestore } from '@/utils/services/backup/restore-backup';
import { DEFAULT_PREFERENCES, preferences } from '@/utils/settings/preferences';
import { scrubDue } from '@/utils/settings/scrub-due';
import { NEWEST_SCHEMA } from '@/utils/db/versions';
import { freshDatabase, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 23, 9);
const clean = (html: string): string => html;

async function everything(database: BatonDatabase): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(await Promise.all(BACKUP_TABLES.map(async (t) => [t, await database.table(t).toArray()] as const)));
}

async function fileOf(database: BatonDatabase): Promise<Blob> {
  return new Blob((await makeBackup(database, await preferences.getValue(), AT)).parts);
}

/** A signed deal with its follow-ups, a meeting and one line of every kind. */
async function filled(): Promise<BatonDatabase> {
  const database = freshDatabase();
  const dealId = await someDeal(database);
  const meeting = await startManualMeeting(database, dealId, '1차', AT);
  for (const line of ['메모', '? 인원', '! 견적', '+ AI', '# 재고', '* 결정']) await captureLine(database, line, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1000);
  const signing = { contract: { goLiveOn: null, warrantyEndsOn: '2027-12-31', endsOn: null }, risks: [{ kind: 'acceptance' as const, ref: '', by: '박서연', why: '착수 때 정함' }] };
  await takeStep(database, dealId, { to: 'contracted', on: '2026-11-23', why: '', ...signing }, { at: AT + 2000, today: '2026-11-23', days: { holidays: new Set(), workdays: new Set([1, 2, 3, 4, 5]) } });
  const clip = { dealId, meetingId: meeting.id, itemId: null, topic: null, kind: 'article' as const, limit: null, url: 'https://example.com/a', title: 't', siteName: '', byline: '', language: 'ko', direction: 'ltr' as const, html: '<p>글</p>', text: '글', at: AT, updatedAt: AT };
  await database.clips.add({ id: 'c1', ...clip });
  await database.bin.add({ id: 'b1', at: AT, what: 'clip', title: 't', rows: [{ table: 'clips', row: { id: 'c2', ...clip } }] });
  const own = await copyChecklist(database, { id: 'first-call', version: 1 }, { ko: '우리 첫 통화', en: '' }, AT);
  await editDeal(database, dealId, { alsoChecklists: [{ id: own.slice(0, -3), version: 1 }] }, '', AT);
  await declineProposal(database, 'pain.primary', '드문 경우', ['p:r:item:A-02'], AT);
  await addFollowUp(database, dealId, { text: '안부', dueOn: '2027-01-04' }, AT);
  await database.drafts.add({ key: 'capture:x', meetingId: meeting.id, text: '쓰다 만', updatedAt: AT });
  return database;
}

beforeEach(async () => {
  await dropSafetyCopy();
  await preferences.setValue(DEFAULT_PREFERENCES);
});

describe('a backup', () => {
  it('comes back whole in an empty database, with the settings', async () => {
    const one = await filled();
    await preferences.setValue({ ...DEFAULT_PREFERENCES, name: '박서연', workdays: [0, 1, 2, 3, 4] });
    const backup = await readBackupFile(await fileOf(one), clean);
    await preferences.setValue(DEFAULT_PREFERENCES);
    const other = freshDatabase();
    await restoreBackup(other, backup, 'replace', AT);
    expect(await everything(other)).toEqual(await everything(one));
    for (const table of BACKUP_TABLES.filter((t) => !['answers', 'contradictions', 'contacts', 'packets', 'removals'].includes(t))) expect(await other.table(table).count(), table).toBeGreaterThan(0);
    expect(await preferences.getValue()).toMatchObject({ name: '박서연', workdays: [0, 1, 2, 3, 4] });
  });

  it('is the identity for whatever texts were typed; merging twice is merging once', async () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constantFrom('__proto__', '\u0000', '"\n"'));
    const note = fc.record({ id: fc.uuid(), text, kind: fc.constantFrom('note', 'pain', 'decision', 'risk'), at: fc.nat(), updatedAt: fc.nat(5), topic: fc.option(text), offsetMs: fc.option(fc.nat()) });
    const notes = fc.uniqueArray(note, { selector: (n) => n.id, maxLength: 30 }).map((all) => all.map((n) => ({ ...n, dealId: '', meetingId: '', itemId: null })));
    await fc.assert(fc.asyncProperty(notes, notes, fc.array(fc.nat(), { maxLength: 5 }), async (mine, theirs, overlap) => {
      const [here, there] = [freshDatabase(), freshDatabase()];
      await here.notes.bulkPut([...mine, ...overlap.flatMap((i) => theirs[i] ?? []).map((n) => ({ ...n, text: 'mine', updatedAt: 3 }))]);
      await there.notes.bulkPut(theirs);
      const backup = await readBackupFile(await fileOf(there), clean);
      expect(backup.rows.notes).toEqual(await there.notes.toArray());
      await restoreBackup(here, backup, 'merge', AT);
      const once = await everything(here);
      expect(await restoreBackup(here, backup, 'merge', AT)).toEqual({ written: 0, removed: 0 });
      expect(await everything(here)).toEqual(once);
      await restoreBackup(here, backup, 'replace', AT);
      expect(await everything(here)).toEqual(await everything(there));
      here.close();
      there.close();
    }), { numRuns: 12 });
  }, 60_000);

  it('sets a damaged row aside instead of making the whole file useless', async () => {
    const database = await filled();
    const [note] = await database.notes.toArray();
    if (!note) throw new Error('no note');
    const damaged = { ...note, id: 'damaged', at: 'yesterday' as unknown as number };
    await database.notes.bulkAdd([damaged, { ...note, id: 'dangling', dealId: 'gone' }]);
    const made = await makeBackup(database, DEFAULT_PREFERENCES, AT);
    expect(made).toMatchObject({ aside: 2, tooLarge: false });
    const backup = await readBackupFile(new Blob(made.parts), clean);
    const other = freshDatabase();
    await restoreBackup(other, backup, 'replace', AT);
    expect((await other.notes.toCollection().primaryKeys()).sort()).toEqual((await database.notes.toCollection().primaryKeys()).filter((id) => id !== 'damaged' && id !== 'dangling').sort());
    const text = new TextDecoder().decode(unzipSync(new Uint8Array(await new Blob(made.parts).arrayBuffer()))['tables/set-aside.jsonl']);
    expect(text.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toContainEqual({ table: 'notes', row: damaged });
  });

  it('says what is new, same, different and only here; the newer stands, or mine', async () => {
    const database = await filled();
    const backup = await readBackupFile(await fileOf(database), clean);
    const [note] = await database.notes.toArray();
    if (!note) throw new Error('no note');
    await database.notes.put({ ...note, text: '나중에 고침', updatedAt: note.updatedAt + 1 });
    await database.notes.add({ ...note, id: 'only-here' });
    await database.gaps.clear();
    await database.removals.clear();
    expect((await previewRestore(database, backup)).tables).toMatchObject({
      notes: { fresh: 0, same: 2, different: 1, onlyHere: 1 }, gaps: { fresh: 1, same: 0, different: 0, onlyHere: 0 }, deals: { fresh: 0, same: 1, different: 0, onlyHere: 0 },
    });
    await restoreBackup(database, backup, 'merge', AT);
    expect((await database.notes.get(note.id))?.text).toBe('나중에 고침');
    expect(await database.notes.get('only-here')).toBeDefined();
    expect(await database.gaps.count()).toBe(1);
    await database.notes.put({ ...note, text: '같은 때' });
    await restoreBackup(database, backup, 'merge', AT);
    expect((await database.notes.get(note.id))?.text).toBe('같은 때');
    await database.notes.put({ ...note, text: '먼저 고침', updatedAt: note.updatedAt - 1 });
    await restoreBackup(database, backup, 'keep', AT);
    expect((await database.notes.get(note.id))?.text).toBe('먼저 고침');
    await restoreBackup(database, backup, 'merge', AT);
    expect((await database.notes.get(note.id))?.text).toBe(note.text);
  });

  it('merged with what another machine went on with, numbers no two meetings of a deal alike; what was here keeps its number', async () => {
    const here = freshDatabase();
    const dealId = await someDeal(here);
    await startManualMeeting(here, dealId, '1차', AT);
    const there = freshDatabase();
    await restoreBackup(there, await readBackupFile(await fileOf(here), clean), 'replace', AT);
    for (const [database, titles] of [[here, ['2차 여기']], [there, ['2차 저기', '3차 저기']]] as const) for (const [i, title] of titles.entries()) await startManualMeeting(database, dealId, title, AT + 1000 * (i + 1));
    const file = await readBackupFile(await fileOf(there), clean);
    for (const mode of ['merge', 'keep'] as const) {
      await restoreBackup(here, file, mode, AT + 9000);
      expect((await here.meetings.toArray()).map(({ title, ordinal }) => `${title}: ${String(ordinal)}`).sort()).toEqual(['1차: 1', '2차 여기: 2', '2차 저기: 3', '3차 저기: 4']);
    }
  });

  it('leaves a meeting its number here, when it was edited where it has another', async () => {
    const here = freshDatabase();
    const dealId = await someDeal(here);
    await startManualMeeting(here, dealId, '1차', AT);
    const there = freshDatabase();
    await restoreBackup(there, await readBackupFile(await fileOf(here), clean), 'replace', AT);
    const { id } = await startManualMeeting(there, dealId, '저기', AT + 1000);
    for (const [i, title] of ['여기 가', '여기 나'].entries()) await startManualMeeting(here, dealId, title, AT + 1000 * (i + 2));
    await restoreBackup(here, await readBackupFile(await fileOf(there), clean), 'merge', AT + 9000);
    await startManualMeeting(here, dealId, '여기 다', AT + 10_000);
    const numbers = async (): Promise<string[]> => (await here.meetings.toArray()).map(({ title, ordinal }) => `${title}: ${String(ordinal)}`).sort();
    const before = await numbers();
    expect(before).toContain('저기: 4');
    await editMeeting(there, id, { aim: '고친 목표' }, AT + 20_000);
    await restoreBackup(here, await readBackupFile(await fileOf(there), clean), 'merge', AT + 30_000);
    expect([await numbers(), (await here.meetings.get(id))?.aim]).toEqual([before, '고친 목표']);
  });

  it('can be undone, also a replace', async () => {
    const database = await filled();
    const before = await everything(database);
    const backup = await readBackupFile(await fileOf(freshDatabase()), clean);
    await restoreBackup(database, backup, 'replace', AT);
    expect(await database.deals.count()).toBe(0);
    expect(await undoRestore(database, clean, AT + 1)).toBe(true);
    expect(await everything(database)).toEqual(before);
    await dropSafetyCopy();
    expect(await undoRestore(database, clean, AT + 2)).toBe(false);
  });

  it('takes along a deletion that is longer than any line may be', async () => {
    const one = await filled();
    const [clip] = await one.clips.toArray();
    if (!clip) throw new Error('no clip');
    const pages = Array.from({ length: 18 }, (_, i) => ({ ...clip, id: `page-${String(i)}`, text: 'x'.repeat(1_000_000) }));
    const deleted = { id: 'big', at: AT, what: 'deal' as const, title: '큰 거래', rows: pages.map((row) => ({ table: 'clips' as const, row })) };
    await one.bin.add(deleted);
    const backup = await readBackupFile(await fileOf(one), clean);
    expect(backup.rows.bin.find((row) => row['id'] === 'big')).toEqual(deleted);
  });

  it('leaves everything as it was when writing fails half-way', async () => {
    const full = await filled();
    const database = freshDatabase();
    await someDeal(database, '그대로', '남는 건');
    const before = await everything(database);
    const backup = await readBackupFile(await fileOf(full), clean);
    database.bin.hook('creating', () => { throw new Error('disk full'); });
    await expect(restoreBackup(database, backup, 'replace', AT)).rejects.toThrow();
    expect(await everything(database)).toEqual(before);
    expect(await readSafetyCopy()).not.toBeNull();
  });

  it('of schema 1 goes through the database’s own upgrade', async () => {
    const { tables } = JSON.parse(readFileSync('tests/fixtures/databases/v1.json', 'utf8')) as { tables: Record<string, Record<string, unknown>[]> };
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const writer = backupWriter((bytes) => parts.push(bytes as Uint8Array<ArrayBuffer>));
    for (const name of BACKUP_TABLES) {
      const table = writer.table(name);
      table.rows(tables[name] ?? []);
      table.end();
    }
    writer.finish({ schema: 1, createdAt: AT, preferences: {} });
    const { rows } = await readBackupFile(new Blob(parts), clean);
    expect(rows.wants).toMatchObject([{ words: '카카오톡처럼 알림이 바로', feasibility: 'unknown', painId: null }]);
    expect(rows.notes).toHaveLength(tables.notes?.length ?? -1);
    expect(rows.answers).toEqual(tables.answers);
    // What lay on the disk for it has no rows any more, and its bytes will be scrubbed.
    for (const name of await leftBehind()) {
      const left = await new Dexie(name).open();
      expect(await Promise.all(left.tables.map((table) => table.count())), name).toEqual(left.tables.map(() => 0));
      left.close();
    }
    expect(await scrubDue.getValue()).not.toBeNull();
  });

  it('of a newer schema is refused, and one that is too large is not even opened', async () => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const writer = backupWriter((bytes) => parts.push(bytes as Uint8Array<ArrayBuffer>));
    const ideas = writer.table('ideas');
    ideas.rows([{ id: 'of tomorrow' }]);
    ideas.end();
    writer.finish({ schema: 99, createdAt: AT, preferences: {} });
    await expect(readBackupFile(new Blob(parts), clean)).rejects.toMatchObject({ fault: 'newer' });
    const huge = { size: 300 * 2 ** 20, stream: () => { throw new Error('opened'); } } as unknown as Blob;
    await expect(readBackupFile(huge, clean)).rejects.toMatchObject({ fault: 'too_large' });
  });

  it('with a table that this Baton does not know is refused, unless it is from a newer one', async () => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const writer = backupWriter((bytes) => parts.push(bytes as Uint8Array<ArrayBuffer>));
    writer.table('ideas').end();
    writer.finish({ schema: NEWEST_SCHEMA, createdAt: AT, preferences: {} });
    await expect(readBackupFile(new Blob(parts), clean)).rejects.toMatchObject({ fault: 'foreign' });
  });

  it('cleans the HTML of clips, in the bin too', async () => {
    const backup = await readBackupFile(await fileOf(await filled()), (html) => html.toUpperCase());
    expect(JSON.stringify([backup.rows.clips, backup.rows.bin])).not.toContain('<p>');
  });
});
