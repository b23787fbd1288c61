/** Practice has a place of its own, and the welcome comes once. */
import { beforeEach, describe, expect, it } from 'vitest';
import Dexie from 'dexie';
import { BatonDatabase, databaseNameFor, DATABASE_NAME, db, PRACTICE_DATABASE_NAME } from '@/utils/db/database';
import { readPracticeProgress } from '@/utils/db/library/read-practice';
import { openWelcome } from '@/utils/services/background/open-welcome';
import { captureLine } from '@/utils/services/capture/capture-line';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { removePractice } from '@/utils/services/practice/remove-practice';
import { startPractice } from '@/utils/services/practice/start-practice';
import { calls } from '../../fakes/browser';

const NAMES = { account: '연습: 한빛유통', deal: '연습: 주문 접수', meeting: '연습 통화' };

beforeEach(async () => {
  await Dexie.delete(PRACTICE_DATABASE_NAME);
  await Promise.all(db.tables.map(async (table) => table.clear()));
});

describe('practice', () => {
  it('is another database on its own page only, and on no other path', () => {
    expect(databaseNameFor('/practice.html')).toBe(PRACTICE_DATABASE_NAME);
    for (const path of ['', '/', '/library.html', '/sidepanel.html', '/popup.html', '/practice.html/x', '/x/practice.html']) expect(databaseNameFor(path)).toBe(DATABASE_NAME);
    expect(db.name).toBe(DATABASE_NAME);
  });

  it('refuses the real database', async () => {
    await expect(startPractice(db, NAMES, 1)).rejects.toThrow();
    expect([await db.deals.count(), await db.meetings.count()]).toEqual([0, 0]);
  });

  it('goes on with what was begun, and begins anew once it is closed or removed', async () => {
    const practice = new BatonDatabase(PRACTICE_DATABASE_NAME);
    const id = await startPractice(practice, NAMES, 1000);
    expect(await startPractice(practice, NAMES, 2000)).toBe(id);
    expect(await practice.meetings.get(id)).toMatchObject({ title: '연습 통화', state: 'live', ordinal: 1 });
    await practice.meetings.update(id, { state: 'closed' });
    expect(await startPractice(practice, NAMES, 3000)).not.toBe(id);
    expect(await practice.accounts.count()).toBe(1);
    practice.close();
  });

  it('knows what was tried from what was written', async () => {
    const practice = new BatonDatabase(PRACTICE_DATABASE_NAME);
    const id = await startPractice(practice, NAMES, 1000);
    expect(await readPracticeProgress(practice, id)).toEqual([]);
    const meeting = (await practice.meetings.get(id)) ?? null;
    await captureLine(practice, 'a note', { meeting, dealId: meeting?.dealId ?? '', focus: null, me: '', kind: null }, 2000);
    expect(await readPracticeProgress(practice, id)).toEqual([]);
    await captureLine(practice, '? who decides', { meeting, dealId: meeting?.dealId ?? '', focus: null, me: '', kind: null }, 3000);
    expect(await readPracticeProgress(practice, id)).toEqual(['gap']);
    await endMeeting(practice, id, 4000);
    expect(await readPracticeProgress(practice, id)).toEqual(['gap', 'review']);
    practice.close();
  });

  it('is removed while another page still has it open: that page lets go', async () => {
    const practice = new BatonDatabase(PRACTICE_DATABASE_NAME);
    await startPractice(practice, NAMES, 1000);
    await removePractice();
    expect(await Dexie.exists(PRACTICE_DATABASE_NAME)).toBe(false);
    expect(practice.isOpen()).toBe(false);
  });
});

describe('the welcome', () => {
  it('opens once, however often the browser says "installed"', async () => {
    await openWelcome();
    await openWelcome();
    expect(calls.filter(([name]) => name === 'tabs.create')).toEqual([['tabs.create', { url: 'chrome-extension://batonbatonbatonbatonbatonbatonba/library.html#/welcome' }]]);
  });
});
