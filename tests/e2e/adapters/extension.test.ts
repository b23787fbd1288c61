/** The built content scripts in a real browser: what the worker hears of a tab, the pill, an extension that goes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveFixture } from '../../fixtures/sites/server-routes';
import type { BrowserSession } from '../../harness/browser-session';
import { startBrowser } from '../../harness/browser-session';
import { ensureBuild } from '../../harness/build-extension';
import type { SiteServer } from '../../harness/site-server';
import { startSiteServer } from '../../harness/site-server';
import { until } from '../../harness/until';

interface MeetingRow { id: string; room: string; state: string; startedAt: number; endedAt: number | null; title: string; participants: { name: string; leftAt: number | null }[] }
declare const chrome: { runtime: { reload: () => void } };

let site: SiteServer;
let session: BrowserSession;

beforeAll(async () => {
  const [extension, server] = await Promise.all([ensureBuild('test'), startSiteServer(resolveFixture)]);
  site = server;
  session = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true });
});
afterAll(async () => {
  await session.stop();
  await site.stop();
});

async function open(url: string): Promise<Page> {
  const page = await session.open(url);
  await page.waitForFunction(() => '__fx' in window);
  return page;
}

/** Calls a function of the fixture page; on Zoom's shell that reaches the frame of the call. */
async function fx(page: Page, name: string, ...args: unknown[]): Promise<void> {
  await page.evaluate(async ([method, given]) => {
    const done = (window as unknown as { __fx: Record<string, (...a: unknown[]) => unknown> }).__fx[method]?.(...given);
    await Promise.race([done, new Promise((resolve) => { setTimeout(resolve, 200); })]);
  }, [name, args] as const);
}

async function meetings(room: string): Promise<MeetingRow[]> {
  const all = await session.inExtension(() => new Promise<MeetingRow[]>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { reject(new Error('no database')); };
    request.onsuccess = () => {
      if (!request.result.objectStoreNames.contains('meetings')) { request.result.close(); resolve([]); return; }
      const read = request.result.transaction('meetings').objectStore('meetings').getAll();
      read.onsuccess = () => { request.result.close(); resolve(read.result as MeetingRow[]); };
    };
  }), null);
  return all.filter((meeting) => meeting.room === room);
}

async function meetingWhere(room: string, what: string, fits: (meeting: MeetingRow) => boolean, timeout = 8_000): Promise<MeetingRow> {
  return until(async () => (await meetings(room)).find(fits), { what: `a meeting of ${room} that ${what}`, timeout });
}

/** Elements of ours beside head and body. */
async function hosts(page: Page): Promise<number> {
  return page.evaluate(() => [...document.documentElement.children].filter((child) => !['HEAD', 'BODY'].includes(child.tagName)).length);
}

async function pillComes(page: Page): Promise<void> {
  await until(async () => (await hosts(page)) === 1, { what: 'the pill', timeout: 6_000 });
}

async function pillGoes(page: Page): Promise<void> {
  await until(async () => (await hosts(page)) === 0, { what: 'the pill to go', timeout: 6_000 });
}

describe('what the worker hears', () => {
  it('Meet: one meeting with title and people; a reload goes on with it; the next room is another', async () => {
    const page = await open('https://meet.google.com/aaa-bbbb-ccc?title=Order%20intake&speed=10');
    expect(await meetings('meet:aaa-bbbb-ccc')).toEqual([]);
    await fx(page, 'people', [{ name: '박서연', self: true }, { name: '<img src=x onerror=alert(1)>' }]);
    await fx(page, 'join');
    const live = await meetingWhere('meet:aaa-bbbb-ccc', 'has title and people', (meeting) => meeting.title === 'Order intake' && meeting.participants.length === 2);
    expect(live.participants.map((person) => person.name)).toEqual(['박서연', '<img src=x onerror=alert(1)>']);
    await page.reload();
    await meetingWhere('meet:aaa-bbbb-ccc', 'has paused', (meeting) => meeting.endedAt !== null);
    await page.waitForFunction(() => '__fx' in window);
    await fx(page, 'join');
    await meetingWhere('meet:aaa-bbbb-ccc', 'goes on', (meeting) => meeting.state === 'live' && meeting.endedAt === null);
    await fx(page, 'leave');
    await meetingWhere('meet:aaa-bbbb-ccc', 'has ended', (meeting) => meeting.endedAt !== null);
    await fx(page, 'openRoom', 'ddd-eeee-fff');
    await fx(page, 'join');
    await meetingWhere('meet:ddd-eeee-fff', 'is on', (meeting) => meeting.state === 'live');
    expect(await meetings('meet:aaa-bbbb-ccc')).toHaveLength(1);
    await page.close();
    await meetingWhere('meet:ddd-eeee-fff', 'has ended with its tab', (meeting) => meeting.endedAt !== null);
  });

  it.each([['in the frame', '98765432101', ''], ['in a tab of its own', '98765432102', '&mode=tab']])('Zoom %s: one meeting, ended when the user leaves', async (_, id, query) => {
    const page = await open(`https://app.zoom.us/wc/${id}/join?speed=4${query}`);
    await fx(page, 'join');
    await meetingWhere(`zoom:${id}`, 'has people', (meeting) => meeting.participants.length === 4);
    await fx(page, 'leave');
    await meetingWhere(`zoom:${id}`, 'has ended', (meeting) => meeting.endedAt !== null);
    expect(await meetings(`zoom:${id}`)).toHaveLength(1);
    await page.close();
  });

  it('Zoom: when the host ends it, the frame goes and the meeting with it', async () => {
    const page = await open('https://app.zoom.us/wc/98765432103/join?speed=5');
    await fx(page, 'join');
    await meetingWhere('zoom:98765432103', 'is on', (meeting) => meeting.state === 'live');
    const began = Date.now();
    await fx(page, 'endByHost');
    await page.waitForFunction(() => !document.querySelector('iframe#webclient'), null, { timeout: 15_000 });
    const ended = await meetingWhere('zoom:98765432103', 'has ended', (meeting) => meeting.endedAt !== null);
    // The page goes later; the call was over when the dialog came.
    expect(Math.abs((ended.endedAt ?? 0) - began)).toBeLessThanOrEqual(3_000);
    expect(await meetings('zoom:98765432103')).toHaveLength(1);
    await page.close();
  });
});

describe('the pill', () => {
  it('comes with the call in a root that the page cannot open, goes with it, and leaves nothing', async () => {
    const page = await open('https://meet.google.com/ggg-hhhh-iii');
    expect(await hosts(page)).toBe(0);
    await fx(page, 'join');
    await pillComes(page);
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot)).toBeNull();
    expect(await page.evaluate(() => document.documentElement.lastElementChild?.getAttributeNames())).toEqual([]);
    await fx(page, 'leave');
    await pillGoes(page);
    await page.close();
  });

  it('is dismissed by keyboard, without the page hearing of a click, and stays away for this call', async () => {
    const page = await open('https://meet.google.com/jjj-kkkk-lll');
    await page.evaluate(() => { document.addEventListener('click', () => { Object.assign(window, { heardClick: true }); }); });
    await fx(page, 'join');
    await pillComes(page);
    const inside = async (): Promise<boolean> => page.evaluate(() => document.activeElement === document.documentElement.lastElementChild);
    await page.keyboard.press('Shift+Tab');
    expect(await inside()).toBe(true);
    await page.keyboard.press('Enter');
    await pillGoes(page);
    expect(await page.evaluate(() => 'heardClick' in window)).toBe(false);
    await fx(page, 'title', 'Another');
    await new Promise((done) => { setTimeout(done, 1_500); });
    expect(await hosts(page)).toBe(0);
    await page.close();
  });
});

describe('the scripts', () => {
  it('tell the page nothing: no message, no name on window, no attribute, no storage', async () => {
    const page = await session.context.newPage();
    await page.addInitScript(() => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      addEventListener('message', (event) => { heard.push(event.data); });
    });
    await page.goto('https://meet.google.com/ppp-qqqq-rrr');
    await page.waitForFunction(() => '__fx' in window);
    await fx(page, 'join');
    await pillComes(page);
    const traces = await page.evaluate(() => ({
      heard: (window as unknown as { heard: unknown[] }).heard,
      names: Object.keys(window).filter((name) => /baton|wxt/i.test(name)),
      attributes: [...document.documentElement.getAttributeNames(), ...document.body.getAttributeNames()].filter((name) => name !== 'lang'),
      storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter((name) => !name.startsWith('fx-')),
    }));
    expect(traces).toEqual({ heard: [], names: [], attributes: [], storage: [] });
    await page.close();
  });

  it.each(['meet', 'zoom'])('%s.js is at most 6 kB gzip and knows neither database nor React nor Zod', async (name) => {
    const code = readFileSync(join(await ensureBuild('store'), 'content-scripts', `${name}.js`));
    const size = gzipSync(code).length;
    console.info(`${name}.js: ${String(code.length)} bytes, ${String(size)} gzip`);
    expect(size).toBeLessThanOrEqual(6 * 1024);
    expect(code.toString()).not.toMatch(/indexedDB|Dexie|ZodError|createElement\(.+_jsx|innerText|getComputedStyle|innerHTML/);
  });
});

describe('an extension that goes', () => {
  it('takes its pill along, and its watch falls silent without an error', async () => {
    const page = await open('https://meet.google.com/mmm-nnnn-ooo');
    const errors: string[] = [];
    page.on('pageerror', (error) => { errors.push(error.message); });
    page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
    await fx(page, 'join');
    await pillComes(page);
    await session.inExtension(() => { setTimeout(() => { chrome.runtime.reload(); }, 50); }, null);
    await pillGoes(page);
    await fx(page, 'title', 'Nobody hears this');
    await fx(page, 'leave');
    await new Promise((done) => { setTimeout(done, 2_500); });
    expect(errors).toEqual([]);
    expect(await hosts(page)).toBe(0);
    await page.close();
  });
});
