/** A packet is built beside the page, and what is stored tells what stands at that moment. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { captureLine } from '@/utils/services/capture/capture-line';
import { takeOffRecord } from '@/utils/services/capture/edit-line';
import { closeMeeting } from '@/utils/services/meeting/end-meeting';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { makePacket } from '@/utils/services/packet/make-packet';
import { previewPacket } from '@/utils/services/packet/preview-packet';
import { readPacketFiles } from '@/utils/services/packet/read-packet-files';
import { someCall, someDeal } from '../rows';
import { answer, asUsual, installWorker } from './worker';

const AT = Date.UTC(2026, 10, 24, 5);
const CHOICES = { purpose: 'estimate', language: 'ko', redaction: 'internal', request: DEFAULT_REQUEST, sendAnywayReason: '', createdBy: '박서연' } as const;
let db: BatonDatabase;
let dealId: string;
let meeting: Meeting;

beforeEach(async () => { ({ db, dealId, meeting } = await someCall(AT)); });
afterEach(() => { vi.unstubAllGlobals(); });

async function say(words: string): Promise<string> {
  return (await captureLine(db, words, { meeting, dealId, focus: null, me: '박서연', kind: null }, AT + 1000))?.id ?? '';
}
const make = () => makePacket(db, dealId, meeting.id, CHOICES, AT + 60_000);

/** While the first packet is being built, something happens. */
function during(happens: () => Promise<unknown>): ReturnType<typeof installWorker> {
  let first = true;
  return installWorker(async (order, worker) => {
    const now = first;
    first = false;
    if (now) await happens();
    await asUsual(order, worker);
  });
}

describe('a packet that is being built', () => {
  it('is built again without the words that go off the record meanwhile', async () => {
    const id = await say('사장 아들이 반대함');
    await say('기록에 남는 말');
    const counts = during(() => takeOffRecord(db, 'notes', id));
    const made = await make();
    expect(counts.started).toBe(2);
    expect(made.json).toContain('기록에 남는 말');
    expect(JSON.stringify([made, await Promise.all(db.tables.map((table) => table.toArray()))])).not.toContain('아들이');
  });

  it('is not stored while a gate is closed: a request to join needs role, aim and pain', async () => {
    installWorker(asUsual);
    const join = (rolesToBring: { role: string; why: string; itemIds: string[] }[]) => makePacket(db, dealId, meeting.id, { ...CHOICES, purpose: 'join', request: { ...DEFAULT_REQUEST, rolesToBring } }, AT + 60_000);
    const architect = [{ role: 'architect', why: 'ERP 연동 범위 확인', itemIds: [] }];
    await say('? ERP 버전이 무엇인지');
    await expect(join(architect)).rejects.toMatchObject({ cause: 'gate_closed' });
    await say('# 재고가 안 맞음');
    await expect(join([{ role: 'architect', why: ' ', itemIds: [] }])).rejects.toMatchObject({ cause: 'gate_closed' });
    expect(await db.packets.count()).toBe(0);
    expect((await join(architect)).packet.packet.purpose).toBe('join');
    expect(await db.packets.count()).toBe(1);
  });

  it('has what was written meanwhile', async () => {
    during(() => say('늦게 적은 말'));
    expect((await make()).packet.notes.map((note) => note.text)).toEqual(['늦게 적은 말']);
  });

  it('takes the next number when another one took its own meanwhile, and follows that one', async () => {
    during(() => make());
    const second = await make();
    const first = (await db.packets.toArray()).find((row) => row.number === 1);
    expect(second.packet.packet).toMatchObject({ number: 2, supersedes: first?.id });
    expect(await db.packets.count()).toBe(2);
  });

  it('never takes a number that left already, also when that packet waits in the bin', async () => {
    const first = await make();
    await deleteToBin(db, 'packet', first.packet.packet.id, '견적 요청', AT + 70_000);
    expect((await make()).packet.packet.number).toBe(2);
  });

  it('follows the one that left last when two machines gave the same number, and is above both', async () => {
    const [first, second] = [await make(), await makePacket(db, dealId, meeting.id, CHOICES, AT + 90_000)];
    for (const { packet } of [first, second]) await db.packets.update(packet.packet.id, { number: 5 });
    expect((await makePacket(db, dealId, meeting.id, CHOICES, AT + 95_000)).packet.packet).toMatchObject({ number: 6, supersedes: second.packet.packet.id });
  });

  it('is not stored when its deal was deleted meanwhile', async () => {
    await closeMeeting(db, meeting.id, AT + 1000);
    during(() => deleteToBin(db, 'deal', dealId, '재고 시스템', AT + 2000));
    await expect(make()).rejects.toThrow('no such deal');
    expect(await db.packets.count()).toBe(0);
  });

  it('is built once when nothing of its deal changes, whatever happens to others', async () => {
    const other = await someDeal(db, '한빛물류', '차량 관제');
    const counts = during(() => startManualMeeting(db, other, '1차', AT));
    await make();
    expect(counts).toEqual({ started: 1, ended: 1 });
  });
});

describe('the worker', () => {
  it('gives the same bytes as the page itself', async () => {
    await say('기록에 남는 말');
    const here = await make();
    installWorker(asUsual);
    expect((await readPacketFiles(db, here.packet.packet.id)).zip).toEqual(here.zip);
  });

  it.each([
    ['the job’s own error', 'the stored packet cannot be read', (worker: EventTarget) => { answer(worker, { failed: { name: 'Error', message: 'the stored packet cannot be read' } }); }],
    ['a script that did not load', 'worker stopped', (worker: EventTarget) => { worker.dispatchEvent(new Event('error')); }],
    ['an error nobody caught', 'out of memory', (worker: EventTarget) => { worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' })); }],
    ['an answer that cannot be read', 'no answer that can be read', (worker: EventTarget) => { worker.dispatchEvent(new Event('messageerror')); }],
  ])('says %s, is ended, and nothing is stored', async (_, words, fail) => {
    const counts = installWorker((_order, worker) => { fail(worker); });
    await expect(make()).rejects.toThrow(words);
    expect(counts).toEqual({ started: 1, ended: 1 });
    expect(await db.packets.count()).toBe(0);
  });

  it('is ended when its preview is of no use any more', async () => {
    const stale = new AbortController();
    const counts = installWorker(() => { stale.abort(); });
    await expect(previewPacket(db, dealId, CHOICES, AT, stale.signal)).rejects.toThrow();
    expect(counts).toEqual({ started: 1, ended: 1 });
    await expect(previewPacket(db, dealId, CHOICES, AT, stale.signal)).rejects.toThrow();
    expect(counts.started).toBe(1);
  });
});

describe('the next meeting of a packet', () => {
  // The clocks of Berlin. A zone in the environment counts only for a thread that begins with it: mutation tests run in one that stays.
  const summerEnds = Date.UTC(2026, 9, 25, 1);
  afterEach(() => { vi.restoreAllMocks(); });

  it('begins when the clocks here will say, not when those of the last meeting’s summer would have', async () => {
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockImplementation(function offset(this: Date) { return this.getTime() < summerEnds ? -120 : -60; });
    installWorker(asUsual);
    const summer = Date.UTC(2026, 9, 20, 8);
    const call = await someCall(summer);
    await planMeeting(call.db, call.dealId, { startsAt: Date.UTC(2026, 9, 27, 13), aim: 'who decides' }, summer + 1000);
    const { packet } = await makePacket(call.db, call.dealId, null, CHOICES, summer + 2000);
    expect(packet.meetings[0]?.startedAt).toBe('2026-10-20T10:00:00+02:00');
    expect(packet.nextMeeting?.startsAt).toBe('2026-10-27T14:00:00+01:00');
  });
});
