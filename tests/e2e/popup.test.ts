/** The popup and the context menu in the built extension: open, type, Enter; a right click on any page. */
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';

interface Line { text?: string; question?: string; dealId: string; meetingId: string }
declare const chrome: { contextMenus: { onClicked: { dispatch?: (info: object, tab: object) => void } } };

const POPUP = `chrome-extension://${TEST_EXTENSION_ID}/popup.html`;
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

async function rows(table: string): Promise<Line[]> {
  return session.inExtension((name) => new Promise<Line[]>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { reject(new Error('no database')); };
    request.onsuccess = () => {
      const read = request.result.transaction(name).objectStore(name).getAll();
      read.onsuccess = () => { request.result.close(); resolve(read.result as Line[]); };
    };
  }), table);
}

/** 200 meetings of 40 deals with ten lines each, as a year of work leaves them. */
async function fill(): Promise<void> {
  await session.inExtension(() => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onsuccess = () => {
      const work = request.result.transaction(['accounts', 'deals', 'meetings', 'notes'], 'readwrite');
      for (let d = 0; d < 40; d += 1) {
        work.objectStore('accounts').put({ id: `a${d}`, name: `Account ${d}`, relationship: 'prospect', createdAt: 1, updatedAt: 1 });
        work.objectStore('deals').put({ id: `d${d}`, accountId: `a${d}`, name: `Deal ${d}`, stage: 'first', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [], rooms: [], createdAt: 1, updatedAt: d });
      }
      for (let m = 0; m < 200; m += 1) {
        work.objectStore('meetings').put({ id: `m${m}`, dealId: `d${m % 40}`, ordinal: 1, title: `Meeting ${m}`, state: 'closed', startedAt: 1000 + m, endedAt: 2000 + m, utcOffset: 0, segments: [], participants: [], consents: [] });
        for (let n = 0; n < 10; n += 1) work.objectStore('notes').put({ id: `n${m}-${n}`, dealId: `d${m % 40}`, meetingId: `m${m}`, itemId: null, topic: null, at: 1000 + m, offsetMs: 0, updatedAt: 1, kind: 'note', text: `line ${n}` });
      }
      work.oncomplete = () => { request.result.close(); resolve(); };
      work.onerror = () => { reject(work.error ?? new Error('not filled')); };
    };
  }), null);
}

const box = (page: Page) => page.getByRole('textbox', { name: 'Capture a line' });

describe('quick capture', () => {
  it('takes a line with nothing but the keyboard, and undoes it', async () => {
    const page = await session.open(POPUP);
    await page.locator('.popup-line:focus').waitFor();
    await page.keyboard.type('? who signs');
    await page.keyboard.press('Enter');
    await page.getByText(/^Saved \d\d:\d\d:\d\d$/).waitFor();
    expect((await rows('gaps')).map((g) => [g.question, g.dealId, g.meetingId])).toEqual([['who signs', '', '']]);
    await page.getByRole('button', { name: 'Undo: who signs' }).press('Enter');
    await until(async () => (await rows('gaps')).length === 0, { what: 'the line to be gone' });
    await page.close();
  });

  it('takes what was typed before the app was there, behind the draft of last time', async () => {
    const page = await session.open(`chrome-extension://${TEST_EXTENSION_ID}/manifest.json`);
    await page.addInitScript(() => {
      // At the box's first moment, long before any script of the page.
      new MutationObserver((_changes, observer) => {
        const early = document.querySelector<HTMLTextAreaElement>('#popup-box');
        if (!early) return;
        observer.disconnect();
        early.focus();
        for (const [i, text] of ['? asked early', 'and the rest'].entries()) {
          if (i > 0) document.execCommand('insertLineBreak');
          document.execCommand('insertText', false, text);
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(POPUP);
    await until(async () => (await rows('gaps')).some((g) => g.question === 'asked early'), { what: 'the early line' });
    await until(async () => (await box(page).inputValue()) === 'and the rest', { what: 'the rest in the box' });
    await until(async () => (await rows('drafts') as { text?: string }[]).some((d) => d.text === 'and the rest'), { what: 'the draft' });
    await page.goto(POPUP);
    await until(async () => (await box(page).inputValue()).startsWith('and the rest'), { what: 'the draft to be in front' });
    await until(async () => (await rows('gaps')).length === 2, { what: 'the second early line' });
    await box(page).fill('');
    await until(async () => (await rows('drafts')).length === 0, { what: 'the draft to be gone' });
    await page.close();
    await session.inExtension(() => new Promise<void>((resolve) => { const open = indexedDB.open('baton'); open.onsuccess = () => { const work = open.result.transaction('gaps', 'readwrite'); work.objectStore('gaps').clear(); work.oncomplete = () => { open.result.close(); resolve(); }; }; }), null);
  });

  it('keeps what was typed when it is closed', async () => {
    const page = await session.open(POPUP);
    await page.locator('.popup-line:focus').waitFor();
    await page.keyboard.type('half a');
    await until(async () => (await rows('drafts') as { text?: string }[]).some((d) => d.text === 'half a'), { what: 'the draft' });
    await page.close();
    const again = await session.open(POPUP);
    await until(async () => (await box(again).inputValue()) === 'half a', { what: 'the draft to be back' });
    await box(again).fill('');
    await until(async () => (await rows('drafts')).length === 0, { what: 'the draft to be gone' });
    await again.close();
  });

  // How soon it opens beside that many, `npm run bench` says.
  it('goes to the newest of 200 meetings', async () => {
    await fill();
    const page = await session.open(POPUP);
    await page.getByText('Account 39 · Deal 39', { exact: true }).waitFor();
    await page.close();
  });
});

describe('the context menu', () => {
  const worker = async (): Promise<Worker> => until(() => session.context.serviceWorkers()[0], { what: 'the service worker' });

  it('keeps a selection as a note and a gap, where the popup would', async () => {
    const background = await worker();
    const hasDispatch = await background.evaluate(() => typeof chrome.contextMenus.onClicked.dispatch === 'function');
    expect(hasDispatch).toBe(true);
    for (const menuItemId of ['note', 'gap']) {
      await background.evaluate((id) => {
        chrome.contextMenus.onClicked.dispatch?.({ menuItemId: id, selectionText: 'chosen words', pageUrl: 'https://example.com/x' }, { title: 'Page' });
      }, menuItemId);
    }
    const words = 'chosen words\nPage\nhttps://example.com/x';
    await until(async () => (await rows('gaps')).some((g) => g.question === words && g.meetingId === 'm199'), { what: 'the gap' });
    await until(async () => (await rows('notes')).some((n) => n.text === words && n.meetingId === 'm199'), { what: 'the note' });
  });
});
