import { describe, expect, it } from 'vitest';
import { undoNewest } from '@/utils/db/undo/change';
import { countUnfiledLines, readCaptureTarget, readRecentLines } from '@/utils/db/library/read-capture';
import type { MenuItems } from '@/utils/settings/capture-news';
import { captureTrouble, menuItems } from '@/utils/settings/capture-news';
import { keepClick } from '@/utils/services/background/context-menu';
import { entriesOf } from '@/utils/services/background/menu-entries';
import { captureLine } from '@/utils/services/capture/capture-line';
import { captureDraftKey } from '@/utils/services/capture/save-draft';
import { editLine } from '@/utils/services/capture/edit-line';
import { fileLines } from '@/utils/services/capture/file-lines';
import { readDraft, saveDraft } from '@/utils/services/capture/save-draft';
import { undoLine } from '@/utils/services/capture/undo-line';
import { pinClip } from '@/utils/services/evidence/pin-clip';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import type { BatonDatabase } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { freshDatabase, someDeal } from './rows';

function say(db: BatonDatabase, raw: string, dealId: string, meeting: Meeting | null, at: number, draftKey?: string) {
  return captureLine(db, raw, { meeting, dealId, focus: null, me: '박서연', kind: null, draftKey }, at);
}

async function texts(db: BatonDatabase): Promise<string[]> {
  return (await db.notes.toArray()).map((n) => n.text).sort();
}

describe('where a line goes', () => {
  it('is unfiled with nothing there, then the newest meeting, the open review, the running one', async () => {
    const db = freshDatabase();
    expect(await readCaptureTarget(db, null, 2000)).toEqual({ meeting: null, dealId: '', dealName: '', accountName: '' });
    const dealId = await someDeal(db);
    const states = ['live', 'wrap_up', 'closed', 'closed'] as const;
    const meetings: Meeting[] = [];
    for (const [i, state] of states.entries()) {
      const meeting = await startManualMeeting(db, dealId, state, 1000 + i);
      await db.meetings.update(meeting.id, { state });
      meetings.push(meeting);
    }
    const chosen = async (): Promise<string | undefined> => (await readCaptureTarget(db, null, 2000)).meeting?.id;
    expect(await chosen()).toBe(meetings[0]?.id);
    await db.meetings.update(meetings[0]?.id ?? '', { state: 'closed' });
    expect(await chosen()).toBe(meetings[1]?.id);
    await db.meetings.update(meetings[1]?.id ?? '', { state: 'closed' });
    expect(await chosen()).toBe(meetings[3]?.id);
  });

  it('is a picked deal, in its running meeting only', async () => {
    const db = freshDatabase();
    const [a, b] = [await someDeal(db), await someDeal(db, 'Halden', 'Expenses')];
    await startManualMeeting(db, a, 'other call', 10);
    expect(await readCaptureTarget(db, b, 2000)).toMatchObject({ meeting: null, dealId: b, dealName: 'Expenses', accountName: 'Halden' });
    const own = await startManualMeeting(db, b, 'own call', 5);
    expect((await readCaptureTarget(db, b, 2000)).meeting?.id).toBe(own.id);
  });

  it('is never a meeting that nobody ended and nothing was heard of for half a day', async () => {
    const HOUR = 3_600_000;
    const db = freshDatabase();
    const [a, b] = [await someDeal(db), await someDeal(db, 'Halden', 'Expenses')];
    const forgotten = await startManualMeeting(db, a, 'nobody ended it', HOUR);
    const target = async (hours: number, picked: string | null = null) => (await readCaptureTarget(db, picked, hours * HOUR)).meeting?.title ?? null;
    expect([await target(13), await target(13, a)]).toEqual(['nobody ended it', 'nobody ended it']);
    // Nothing newer: it is still the last one, but no longer running.
    expect([await target(13.1), await target(13.1, a)]).toEqual(['nobody ended it', null]);
    await say(db, 'a sign of life', a, forgotten, 10 * HOUR);
    expect([await target(22, a), await target(22.1, a)]).toEqual(['nobody ended it', null]);
    const newer = await startManualMeeting(db, b, 'newer', 30 * HOUR);
    expect(await target(31)).toBe('newer');
    await db.meetings.update(newer.id, { state: 'closed', endedAt: 31 * HOUR, updatedAt: 31 * HOUR });
    expect(await target(32)).toBe('newer');
    // Neither when its end was found at last, and it waits for its review.
    await db.meetings.update(forgotten.id, { state: 'wrap_up', endedAt: 10 * HOUR, updatedAt: 31 * HOUR });
    expect(await target(32)).toBe('newer');
    await db.meetings.update(forgotten.id, { endedAt: 31 * HOUR });
    expect([await target(43), await target(43.1)]).toEqual(['nobody ended it', 'newer']);
  });

  it('lists the last five of that place, newest first, with their kind', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    const meeting = await startManualMeeting(db, dealId, '', 1);
    for (const [i, raw] of ['one', '? two', '! three', '* four', '# five', '+ six'].entries()) await say(db, raw, dealId, null, 100 + i);
    await say(db, 'in the call', dealId, meeting, 200);
    const lines = await readRecentLines(db, { meeting: null, dealId }, 5);
    expect(lines.map((l) => [l.kind, l.text])).toEqual([['want', 'six'], ['pain', 'five'], ['decision', 'four'], ['commitment', 'three'], ['gap', 'two']]);
    expect((await readRecentLines(db, { meeting, dealId }, 5)).map((l) => l.text)).toEqual(['in the call']);
  });
});

describe('undo outside a meeting', () => {
  it('takes back the newest of that deal only', async () => {
    const db = freshDatabase();
    const [a, b] = [await someDeal(db), await someDeal(db, 'Halden', 'Expenses')];
    await say(db, 'of a', a, null, 1);
    await say(db, 'of b', b, null, 2);
    await undoNewest(db, '', { dealId: a });
    expect(await texts(db)).toEqual(['of b']);
    expect(await undoNewest(db, '', { dealId: a })).toBeNull();
  });

  it('of an unfiled line never undoes making a deal, and of a line never an answer given since', async () => {
    const db = freshDatabase();
    await say(db, 'loose', '', null, 1);
    await someDeal(db);
    const [line] = await readRecentLines(db, { meeting: null, dealId: '' }, 1);
    if (line) await undoLine(db, line, 5);
    expect(await texts(db)).toEqual([]);
    expect(await db.deals.count()).toBe(1);
  });

  it('puts an edit back first', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    const line = await say(db, 'as typed', dealId, null, 1);
    await editLine(db, 'notes', line?.id ?? '', { text: 'as edited' }, 2);
    const [shown] = await readRecentLines(db, { meeting: null, dealId }, 1);
    if (shown) await undoLine(db, shown, 3);
    expect(await texts(db)).toEqual(['as typed']);
  });

  it('of a line whose meeting was filed since takes the line and leaves the filing', async () => {
    const db = freshDatabase();
    const meeting = await startManualMeeting(db, '', '', 1);
    await say(db, 'kept', '', meeting, 2);
    await say(db, 'gone', '', meeting, 3);
    const dealId = await someDeal(db);
    await fileMeeting(db, meeting.id, dealId, 4);
    const [line] = await readRecentLines(db, { meeting, dealId }, 1);
    if (line) await undoLine(db, line, 5);
    expect((await db.notes.toArray()).map((n) => [n.text, n.dealId])).toEqual([['kept', dealId]]);
    expect((await db.meetings.get(meeting.id))?.dealId).toBe(dealId);
  });
});

it('files unfiled lines as one step, and leaves those of meetings', async () => {
  const db = freshDatabase();
  const meeting = await startManualMeeting(db, '', '', 1);
  await say(db, 'loose', '', null, 1);
  await say(db, '? loose gap', '', null, 2);
  await say(db, 'of a call', '', meeting, 3);
  const dealId = await someDeal(db);
  expect(await countUnfiledLines(db)).toBe(2);
  expect(await fileLines(db, dealId, 9)).toBe(2);
  expect((await db.notes.toArray()).map((n) => [n.text, n.dealId]).sort()).toEqual([['loose', dealId], ['of a call', '']]);
  await undoNewest(db, '', { dealId });
  expect(await countUnfiledLines(db)).toBe(2);
});

it('a line of the popup leaves the draft of the capture bar alone', async () => {
  const db = freshDatabase();
  const dealId = await someDeal(db);
  const meeting = await startManualMeeting(db, dealId, '', 1);
  await saveDraft(db, captureDraftKey(meeting.id, dealId), meeting.id, 'half a sent', 1);
  await saveDraft(db, 'capture:popup', '', 'line', 1);
  await say(db, 'line', dealId, meeting, 2, 'capture:popup');
  expect(await readDraft(db, captureDraftKey(meeting.id, dealId))).toBe('half a sent');
  expect(await readDraft(db, 'capture:popup')).toBe('');
});

describe('the context menu', () => {
  const page = { selectionText: '? #1 supplier', title: 'Suppliers', url: 'https://example.com/a', tabId: 3 };

  it('keeps a selection as a note exactly, as a gap, and as evidence, where the popup would', async () => {
    const db = freshDatabase();
    const dealId = await someDeal(db);
    const meeting = await startManualMeeting(db, dealId, '', 1);
    for (const menu of ['note', 'gap', 'evidence']) expect(await keepClick(db, { ...page, menu })).toBe(true);
    const words = '? #1 supplier\nSuppliers\nhttps://example.com/a';
    expect(await db.notes.toArray()).toMatchObject([{ kind: 'note', text: words, dealId, meetingId: meeting.id }]);
    expect(await db.gaps.toArray()).toMatchObject([{ question: words, dealId, meetingId: meeting.id }]);
    expect(await db.clips.toArray()).toMatchObject([{ kind: 'selection', text: '? #1 supplier', url: page.url, dealId }]);
  });

  it('leaves a failure for the popup to read, and writes nothing', async () => {
    const db = freshDatabase();
    expect(await keepClick(db, { ...page, menu: 'evidence', url: 'chrome://settings', selectionText: '' })).toBe(false);
    expect((await captureTrouble.getValue())?.reason).toBe('no_address');
    expect(await db.clips.count()).toBe(0);
    expect(await keepClick(db, { ...page, menu: 'note', url: 'chrome://settings' })).toBe(true);
    expect(await captureTrouble.getValue()).toBeNull();
  });

  describe('for evidence', () => {
    const words = { note: 'n', gap: 'g', evidence: 'e', here: 'here', item: 'for an item' };
    const panel = (dealId: string): MenuItems => ({ dealId, sections: [{ name: 'Pain', items: [{ id: 'A-02', topic: 'pain.primary', name: 'The pain' }] }] });

    it('offers where a line would go, recent deals, and the items of the deal in the panel', async () => {
      const db = freshDatabase();
      const [first, second] = [await someDeal(db, 'Acme', 'First'), await someDeal(db, 'Acme', 'Second')];
      await startManualMeeting(db, second, '', 3);
      await menuItems.setValue(panel(second));
      expect((await entriesOf(db, words, 2000)).map((e) => [e.id, e.title, e.parentId])).toEqual([
        ['note', 'n', undefined], ['gap', 'g', undefined], ['evidence', 'e', undefined], [`here:${second}`, 'Acme · Second', 'evidence'], [`deal:${first}`, 'Acme · First', 'evidence'],
        ['item', 'for an item', 'evidence'], ['section:0', 'Pain', 'item'], [`item:${second}:A-02:pain.primary`, 'The pain', 'section:0'],
      ]);
      await menuItems.setValue(panel('gone'));
      expect((await entriesOf(db, words, 2000)).map((e) => e.id)).not.toContain('item');
    });

    it('puts it where the entry said, and under no other deal when that is gone', async () => {
      const db = freshDatabase();
      const [first, second] = [await someDeal(db, 'Acme', 'First'), await someDeal(db, 'Acme', 'Second')];
      const meeting = await startManualMeeting(db, second, '', Date.now());
      const clicked: [menu: string, goes: unknown[]][] = [
        [`deal:${first}`, [first, '', null, null]],
        [`item:${second}:A-02:pain.primary`, [second, meeting.id, 'A-02', 'pain.primary']],
        [`here:${second}`, [second, meeting.id, null, null]],
        ['here', [second, meeting.id, null, null]],
        ['deal:gone', ['', '', null, null]], ['here:gone', ['', '', null, null]], ['item:gone:A-02:pain.primary', ['', '', null, null]],
      ];
      for (const [menu, goes] of clicked) {
        await db.clips.clear();
        expect(await keepClick(db, { ...page, menu })).toBe(true);
        expect((await db.clips.toArray()).map((c) => [c.dealId, c.meetingId, c.itemId, c.topic]), menu).toEqual([goes]);
      }
    });

    it('goes where the name stood, although another meeting runs and another deal is in the panel by now', async () => {
      const db = freshDatabase();
      const [first, second] = [await someDeal(db, 'Acme', 'First'), await someDeal(db, 'Acme', 'Second')];
      const before = await startManualMeeting(db, first, '', Date.now());
      await menuItems.setValue(panel(first));
      const menu = (await entriesOf(db, words, Date.now())).filter((e) => e.title === 'Acme · First' || e.title === 'The pain').map((e) => e.id);
      expect(menu).toHaveLength(2);
      await db.meetings.update(before.id, { state: 'closed' });
      await startManualMeeting(db, second, '', Date.now());
      await menuItems.setValue(panel(second));
      for (const id of menu) await keepClick(db, { ...page, menu: id });
      expect((await db.clips.toArray()).map((c) => c.dealId)).toEqual([first, first]);
    });

    it('is pinned, moved and taken out, and comes back by undo', async () => {
      const db = freshDatabase();
      const [first, second] = [await someDeal(db, 'Acme', 'First'), await someDeal(db, 'Acme', 'Second')];
      const meeting = await startManualMeeting(db, first, '', 3);
      await keepClick(db, { ...page, menu: 'here' });
      const clip = async () => (await db.clips.toArray())[0];
      const { id = '' } = (await clip()) ?? {};
      await pinClip(db, id, { dealId: first, itemId: 'A-02', topic: 'pain.primary' }, 5);
      expect(await clip()).toMatchObject({ dealId: first, meetingId: meeting.id, itemId: 'A-02', topic: 'pain.primary' });
      await undoNewest(db, meeting.id);
      expect(await clip()).toMatchObject({ itemId: null, topic: null });
      await pinClip(db, id, { dealId: second, itemId: null, topic: null }, 6);
      expect(await clip()).toMatchObject({ dealId: second, meetingId: '', text: '? #1 supplier' });
      await expect(pinClip(db, 'gone', { dealId: first, itemId: null, topic: null }, 7)).rejects.toThrow();
    });
  });
});
