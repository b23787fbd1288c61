/** Two machines that went their own ways from one beginning, with clocks that differ: whatever was done, what holds of merging holds. (Changed in the same millisecond, each keeps its own.) */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BACKUP_TABLES } from '@/utils/backup/tables';
import type { BatonDatabase } from '@/utils/db/database';
import type { LineTable } from '@/utils/db/read-entries';
import { undoNewest } from '@/utils/db/undo/change';
import { dealState, nextStates } from '@/utils/deal/course';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import type { Deal } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { readBackupFile } from '@/utils/services/backup/preview-restore';
import { restoreBackup } from '@/utils/services/backup/restore-backup';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { emptyBin } from '@/utils/services/bin/purge-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { deleteLine, editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { nameDeal } from '@/utils/services/deal/name-deal';
import { takeStep, takeStepBack } from '@/utils/services/deal/take-step';
import { addFollowUp, editFollowUp } from '@/utils/services/followup/keep-follow-up';
import { editMinutes } from '@/utils/services/meeting/edit-meeting';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { makePacket } from '@/utils/services/packet/make-packet';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { itemOn } from '../../unit/packet/fixture';
import { freshDatabase, someCall, someDeal } from '../rows';

const AT = Date.UTC(2026, 10, 24, 5);
const DAYS = { today: '2026-11-24', days: { holidays: new Set<string>(), workdays: new Set([1, 2, 3, 4, 5]) } };
const LINES: readonly LineTable[] = ['notes', 'gaps', 'commitments', 'wants'];
const OPS = ['say', 'say', 'off', 'deal', 'edit', 'delete', 'undo', 'off', 'bin', 'back', 'empty', 'answer', 'cover', 'step', 'stepBack', 'move', 'deal', 'minutes', 'draft', 'call', 'callMoved', 'purge', 'rename', 'packet'] as const;
type Op = (typeof OPS)[number];

interface Machine { db: BatonDatabase; clock: number; forgotten: string[] }

/** Words that no other line has, longer than what is not hunted. */
let count = 0;
const words = (): string => { count += 1; return `words${String(count)}x`; };

async function line(db: BatonDatabase, pick: number): Promise<{ table: LineTable; row: { id: string; dealId: string; meetingId: string } } | undefined> {
  const all = (await Promise.all(LINES.map(async (table) => (await db.table<{ id: string; dealId: string; meetingId: string }>(table).toArray()).map((row) => ({ table, row }))))).flat();
  return all.length === 0 ? undefined : all.sort((a, b) => (a.row.id < b.row.id ? -1 : 1))[pick % all.length];
}

async function act(machine: Machine, meeting: Meeting, op: Op, pick: number): Promise<void> {
  const { db } = machine;
  machine.clock += 1000;
  const at = machine.clock;
  const deals = await db.deals.toArray();
  const deal = deals[pick % Math.max(1, deals.length)];
  const one = await line(db, pick);
  const textOf = (row: object): string[] => ['text', 'question', 'words'].flatMap((field) => { const text = (row as Record<string, unknown>)[field]; return typeof text === 'string' ? [text] : []; });
  switch (op) {
    case 'say': if (deal) await captureLine(db, `${['', '? ', '! ', '+ ', '# '][pick % 5] ?? ''}${words()}`, { meeting: pick % 3 === 0 ? null : (await db.meetings.get(meeting.id)) ?? null, dealId: deal.id, focus: null, me: '', kind: null }, at); return;
    case 'edit': if (one) { const field = textOf(one.row).length > 0 && one.table === 'notes' ? 'text' : one.table === 'gaps' ? 'question' : 'words'; await editLine(db, one.table, one.row.id, { [field]: `${textOf(one.row)[0] ?? ''} ${words()}` }, at); } return;
    case 'delete': if (one) await deleteLine(db, one.table, one.row.id, at); return;
    case 'undo': await undoNewest(db, meeting.id); return;
    case 'off': if (one) { machine.forgotten.push(...textOf(one.row).flatMap((text) => text.split(' '))); await takeOffRecord(db, one.table, one.row.id); } return;
    case 'bin': if (one) await deleteToBin(db, ({ notes: 'note', gaps: 'gap', commitments: 'commitment', wants: 'want' } as const)[one.table], one.row.id, 'x', at); return;
    case 'back': { const [bin] = await db.bin.toArray(); if (bin) await restoreFromBin(db, bin.id, at); return; }
    case 'empty': await emptyBin(db, null); return;
    case 'answer': case 'cover': {
      if (!deal) return;
      const topic = ['budget.range', 'users.count'][pick % 2] ?? '';
      const text = words();
      if (op === 'cover') for (const row of await db.answers.where({ dealId: deal.id, topic }).toArray()) if (row.raw !== '') machine.forgotten.push(row.raw);
      await recordAnswer(db, { dealId: deal.id, item: itemOn(topic), meeting: null, state: 'answered', value: op === 'cover' ? null : { kind: 'text', text }, raw: op === 'cover' ? '' : text, remark: '', saidBy: '', confidence: 'stated', relation: pick % 3 === 0 ? 'corrects' : 'updates', reason: '', offRecord: op === 'cover', sides: null, language: 'ko' }, at);
      return;
    }
    case 'step': { const to = deal ? nextStates(dealState(deal)).find((state) => state !== 'delivering') : undefined; if (deal && to) await takeStep(db, deal.id, { to, on: '2026-11-24', why: 'why' }, { at, ...DAYS }); return; }
    case 'stepBack': if (deal?.course) await takeStepBack(db, deal.id, at); return;
    case 'move': { const to = deals.find(({ id }) => id !== one?.row.dealId); if (one && to) await moveLine(db, one.table, one.row.id, to.id, at); return; }
    case 'deal': if (deal && pick % 3 === 0) { await endMeeting(db, meeting.id, at); await deleteToBin(db, 'deal', deal.id, 'x', at); } return;
    case 'minutes': if (one && await db.meetings.get(meeting.id)) await editMinutes(db, meeting.id, 'notes', `- ${textOf(one.row)[0] ?? ''}`, at); return;
    case 'draft': if (one) await db.drafts.put({ key: 'capture:popup', meetingId: '', text: textOf(one.row)[0] ?? '', updatedAt: at }); return;
    case 'call': if (deal) await addFollowUp(db, deal.id, { text: words(), dueOn: '2027-01-04' }, at); return;
    case 'callMoved': { const [call] = await db.followUps.toArray(); if (call) await editFollowUp(db, call.id, { dueOn: '2027-02-01' }, at); return; }
    case 'purge': if (pick % 4 === 0 && await db.meetings.get(meeting.id)) { await endMeeting(db, meeting.id, at); await purgeMeeting(db, meeting.id, at); } return;
    case 'packet': if (deal) await makePacket(db, deal.id, null, { purpose: 'estimate', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: 'x', createdBy: 'x' }, at); return;
    case 'rename': if (deal) await nameDeal(db, deal.id, pick % 2 === 0 ? { name: words() } : { account: { name: words() } }, '', at);
  }
}

const fileOf = async (db: BatonDatabase): Promise<Blob> => new Blob((await makeBackup(db, {}, AT)).parts);
const bring = async (file: Blob, into: BatonDatabase, mode: 'merge' | 'replace' = 'merge') => restoreBackup(into, await readBackupFile(file, (html) => html), mode, AT);
const everything = async (db: BatonDatabase): Promise<Record<string, unknown[]>> => Object.fromEntries(await Promise.all(BACKUP_TABLES.map(async (table) => [table, await db.table(table).toArray()] as const)));

/** What was taken back on one machine stays on the other until it is taken back there; whether a meeting counts as emptied is each machine's own. */
function ownOf({ course: _course, contract: _contract, risksAccepted: _risks, itemsAccepted: _items, purgedAt: _purged, ...row }: Partial<Deal & Meeting>): object {
  return row;
}

const steps = (maxLength: number) => fc.array(fc.record({ on: fc.constantFrom(0, 1), op: fc.constantFrom(...OPS), pick: fc.nat(30) }), { maxLength });

async function diverge(before: readonly { op: Op; pick: number }[], since: readonly { on: number; op: Op; pick: number }[], skew: number): Promise<[Machine, Machine]> {
  const { db, meeting } = await someCall(AT);
  await someDeal(db, '한빛물류', '차량 관제');
  const a: Machine = { db, clock: AT + 1000, forgotten: [] };
  // A beginning in which there is something to be taken away.
  for (const pick of [1, 2, 4, 5, 6, 7]) await act(a, meeting, 'say', pick);
  for (const { op, pick } of before) await act(a, meeting, op, pick);
  const b: Machine = { db: freshDatabase(), clock: a.clock + skew, forgotten: [] };
  await bring(await fileOf(db), b.db, 'replace');
  for (const { on, op, pick } of since) await act(on === 0 ? a : b, meeting, op, pick);
  return [a, b];
}

it('forgets on both what either took off the record, leaves nothing dangling, and comes to rest', async () => {
  await fc.assert(fc.asyncProperty(steps(8), steps(20), fc.constantFrom(7, -3_600_007, 3_600_007), async (before, since, skew) => {
    const [a, b] = await diverge(before, since, skew);
    const own = await everything(a.db);
    const old = await fileOf(b.db);
    await bring(old, a.db);
    const once = await everything(a.db);
    expect(await bring(old, a.db)).toEqual({ written: 0, removed: 0 });
    expect(await everything(a.db)).toEqual(once);
    // Nothing that was here goes, but what is off the record on the other.
    const gone = own.notes?.filter((row) => !once.notes?.some((left) => (left as { id: string }).id === (row as { id: string }).id)) ?? [];
    for (const row of gone) expect([...b.forgotten, ''].some((word) => word !== '' && (row as { text: string }).text.includes(word)) || (row as { topic: string | null }).topic !== null).toBe(true);
    await bring(await fileOf(a.db), b.db);
    for (let round = 0, wrote = 1; wrote > 0; round += 1) {
      expect(round).toBeLessThan(4);
      wrote = (await bring(await fileOf(b.db), a.db)).written + (await bring(await fileOf(a.db), b.db)).written;
    }
    for (const { db } of [a, b]) {
      expect((await makeBackup(db, {}, AT)).aside).toBe(0);
      const all = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
      for (const word of [...a.forgotten, ...b.forgotten]) expect(all.includes(word), word).toBe(false);
    }
    // What both have is the same on both.
    const [left, right] = [await everything(a.db), await everything(b.db)];
    for (const table of BACKUP_TABLES.filter((name) => name !== 'removals')) {
      for (const row of left[table] as { id?: string; key?: string }[]) {
        const other = (right[table] as { id?: string; key?: string }[]).find((one) => one.id === row.id && one.key === row.key);
        if (other) expect(ownOf(other), table).toEqual(ownOf(row));
      }
    }
    // A copy on a third machine is the copy.
    const third = freshDatabase();
    await bring(await fileOf(a.db), third, 'replace');
    expect(await everything(third)).toEqual(left);
    for (const db of [a.db, b.db, third]) db.close();
  }), { numRuns: Number(process.env['RUNS'] ?? 15), ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) });
}, 300_000);
