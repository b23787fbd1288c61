/** The worker and the messages of call pages: who may say what, how often, and when it happened. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/utils/db/database';
import { runBackground } from '@/utils/services/background/run-background';
import { callTrouble } from '@/utils/settings/capture-news';
import { practiceClock } from '@/utils/settings/clock';
import { browser as fake, calls, deliver } from '../../fakes/browser';
import type { MessageSender } from '../../fakes/browser';

const ROOM = 'meet:abc-defg-hij';
const NOW = Date.UTC(2026, 9, 13, 5, 0, 0);
const MEET: MessageSender = { id: fake.runtime.id, url: 'https://meet.google.com/abc-defg-hij', tab: { id: 7, windowId: 1, url: 'https://meet.google.com/abc-defg-hij' } };

function say(signal: object, sender: MessageSender = MEET): Promise<unknown> {
  return deliver(fake.runtime.onMessage, { to: 'background', type: 'page-signal', signal }, sender);
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  await db.open();
  await Promise.all(db.tables.map((table) => table.clear()));
  runBackground();
});
afterEach(() => { vi.useRealTimers(); });

describe('when it happened', () => {
  it('an end that the page dates back to the host’s dialog is stored as of then', async () => {
    await say({ type: 'joined', room: ROOM, at: NOW - 60_000 });
    await say({ type: 'left', room: ROOM, at: NOW - 9_000, cause: 'ended' });
    expect(await db.meetings.toArray()).toMatchObject([{ startedAt: NOW - 60_000, endedAt: NOW - 9_000, state: 'wrap_up' }]);
  });

  it('never in the future, and never more than ten minutes ago', async () => {
    await say({ type: 'joined', room: ROOM, at: 0 });
    await say({ type: 'left', room: ROOM, at: NOW + 3_600_000, cause: 'hangup' });
    expect(await db.meetings.toArray()).toMatchObject([{ startedAt: NOW - 600_000, endedAt: NOW }]);
  });

  it('on the practice clock while one runs: at its speed, and still while it stands', async () => {
    const script = Date.UTC(2026, 2, 3);
    await practiceClock.setValue({ at: script, since: NOW - 100_000, speed: 2 });
    await say({ type: 'joined', room: ROOM, at: NOW - 10_000 });
    await practiceClock.setValue({ at: script + 500_000, since: NOW, speed: 0 });
    await say({ type: 'left', room: ROOM, at: NOW - 9_000, cause: 'ended' });
    expect(await db.meetings.toArray()).toMatchObject([{ startedAt: script + 180_000, endedAt: script + 500_000 }]);
  });
});

describe('what can’t be written', () => {
  it('is said on the button and kept for panel and popup until something was written; the page learns nothing of it', async () => {
    const refuse = (): never => { throw new DOMException('secret words', 'QuotaExceededError'); };
    db.meetings.hook('creating', refuse);
    expect(await say({ type: 'joined', room: ROOM, at: NOW })).toEqual({ error: 'not written' });
    await expect.poll(async () => (await callTrouble.getValue())?.reason).toBe('no_space');
    await expect.poll(() => calls.some(([name, given]) => name === 'action.setBadgeText' && (given as { text: string }).text === '!')).toBe(true);
    db.meetings.hook('creating').unsubscribe(refuse);
    await say({ type: 'joined', room: ROOM, at: NOW });
    expect(await callTrouble.getValue()).toBeNull();
    expect(await db.meetings.count()).toBe(1);
  });
});

describe('who may say what', () => {
  it.each<[string, MessageSender]>([
    ['another extension', { ...MEET, id: 'somebody-else' }],
    ['a page of no call', { ...MEET, url: 'https://example.com/abc-defg-hij' }],
    ['no tab', { id: MEET.id, url: MEET.url ?? '' }],
    ['a lookalike', { ...MEET, url: 'https://meet.google.com.evil.example/abc-defg-hij' }],
  ])('%s is not heard', async (_, sender) => {
    expect(await say({ type: 'joined', room: ROOM, at: NOW }, sender)).toBeUndefined();
    expect(await db.meetings.count()).toBe(0);
  });

  it('a Meet page can’t speak of a Zoom room', async () => {
    expect(await say({ type: 'joined', room: 'zoom:98765432101', at: NOW })).toBeUndefined();
    expect(await db.presence.count()).toBe(0);
  });

  it('a flood makes no more rows than the budget, and the end of the call is still heard', async () => {
    await say({ type: 'joined', room: ROOM, at: NOW });
    const answers = await Promise.all(Array.from({ length: 500 }, (_, i) => say({ type: 'joined', room: `meet:aaa-bbbb-${String(i)}`, at: NOW })));
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(49);
    expect(await db.meetings.count()).toBe(50);
    await say({ type: 'left', room: 'meet:aaa-bbbb-48', at: NOW, cause: 'hangup' });
    expect(await db.meetings.where('state').equals('live').count()).toBe(0);
  });
});
