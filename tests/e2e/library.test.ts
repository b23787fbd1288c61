/** The library in the built extension: search, lists kept in the address, the bin, moving, merging, two tabs at once. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';

declare const chrome: { storage: { local: { set: (v: object) => Promise<void> } } };

const LIBRARY = `chrome-extension://${TEST_EXTENSION_ID}/library.html`;
let site: SiteServer;
let browser: BrowserSession;

beforeAll(async () => {
  const [extension, server] = await Promise.all([ensureBuild('test'), startSiteServer(resolveFixture)]);
  site = server;
  browser = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true });
  browser.context.setDefaultTimeout(20_000);
  await browser.inExtension(() => chrome.storage.local.set({ preferences: { language: 'en', theme: 'light', name: 'Emma' } }), null);
  // Opened once, so that the database is there and is Baton's own.
  const page = await browser.open(`${LIBRARY}#/deals`);
  await page.getByText('No deals yet.', { exact: false }).waitFor();
  await page.close();
  await seed();
});
afterAll(async () => {
  await browser.stop();
  await site.stop();
});

/** Two accounts that are one, three deals, four meetings, lines in two languages. */
async function seed(): Promise<void> {
  await browser.inExtension(() => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onsuccess = () => {
      const work = request.result.transaction(['accounts', 'deals', 'meetings', 'notes', 'gaps', 'contacts'], 'readwrite');
      const put = (table: string, row: object): void => { work.objectStore(table).put(row); };
      const accounts = ['Hanbit Logistics', 'Hanbit Logistics Inc', 'Acme'];
      accounts.forEach((name, i) => { put('accounts', { id: `a${i}`, name, relationship: 'prospect', createdAt: 1, updatedAt: 1 }); });
      ['Stock', 'Fleet', 'Portal'].forEach((name, i) => {
        put('deals', { id: `d${i}`, accountId: `a${i}`, name, stage: 'first', customerDue: null, checklist: { id: 'custom-development', version: 1 }, alsoChecklists: [], rooms: [], createdAt: 1, updatedAt: i });
      });
      for (let m = 0; m < 4; m += 1) put('meetings', { id: `m${m}`, dealId: `d${m % 3}`, ordinal: 1, title: `Meeting ${m}`, state: 'closed', startedAt: 1_760_000_000_000 + m * 1000, endedAt: 1_760_000_900_000, utcOffset: 0, segments: [{ platform: 'meet', room: null, from: 1, to: 2 }], participants: [], consents: [], aim: '', room: '', minutesEdits: {}, nextDate: null, updatedAt: 1 });
      const base = { dealId: 'd0', meetingId: 'm0', itemId: null, topic: null, at: 1_760_000_000_000, offsetMs: 0, updatedAt: 1 };
      put('notes', { ...base, id: 'n1', kind: 'note', text: '서버실에서 재고를 세느라 이틀이 걸림' });
      put('notes', { ...base, id: 'n2', kind: 'note', text: 'The SAP 연동 is owned by procurement', meetingId: 'm1', dealId: 'd1' });
      const gap = { ...base, origin: 'note', askWhom: '', blocksEstimate: false, state: 'routed', askedOn: [], outcome: '' };
      put('gaps', { ...gap, id: 'g1', question: 'Who signs the order', route: 'ask_customer', owner: 'Emma', due: '2020-01-02' });
      put('gaps', { ...gap, id: 'g2', question: 'How many scanners', route: 'ask_delivery', owner: 'Raj', due: '2099-01-02' });
      put('gaps', { ...gap, id: 'g3', question: 'Which network', route: 'ask_customer', owner: 'Raj', due: '2020-01-01' });
      put('contacts', { id: 'c1', accountId: 'a0', name: 'Sumin Lee', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '', createdAt: 1, updatedAt: 1 });
      work.oncomplete = () => { request.result.close(); resolve(); };
      work.onerror = () => { reject(work.error ?? new Error('not seeded')); };
    };
  }), null);
}

async function go(page: Page, hash: string): Promise<void> {
  await page.goto(`${LIBRARY}#/${hash}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}

describe('search', () => {
  it('finds Korean by stem, initials, spacing and any composition, opens by keyboard, and hears of new lines', async () => {
    const page = await browser.open(`${LIBRARY}#/search`);
    const field = page.getByRole('searchbox');
    const results = page.getByRole('list', { name: 'Results' });
    for (const query of ['서버실', '서버실을', 'ㅅㅂㅅ', '서버 실', '재고'.normalize('NFD'), '재고를 이틀']) {
      await field.fill(query);
      await results.getByText('서버실에서', { exact: false }).waitFor();
      await until(async () => (await results.getByRole('listitem').count()) === 1, { what: `one result for ${query}` });
      expect(await results.locator('mark').count()).toBeGreaterThan(0);
    }
    await field.fill('sap연동');
    await results.getByText('procurement', { exact: false }).waitFor();
    await field.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Meeting 1' }).waitFor();

    await go(page, 'search?q=%EC%BD%94%EB%B0%9C%ED%8A%B8');
    await page.getByText('Nothing found').waitFor();
    const popup = await browser.open(`chrome-extension://${TEST_EXTENSION_ID}/popup.html`);
    await popup.getByRole('textbox', { name: 'Capture a line' }).fill('코발트 색으로');
    await popup.keyboard.press('Enter');
    await popup.getByText(/^Saved /).waitFor();
    await popup.close();
    await results.getByText('색으로', { exact: false }).waitFor();
    await page.close();
  });
});

describe('the lists', () => {
  it('of gaps have the overdue first, and a filter that another tab opens from the address', async () => {
    const page = await browser.open(`${LIBRARY}#/gaps`);
    await page.getByRole('heading', { name: 'Overdue (2)' }).waitFor();
    const order = async (on: Page): Promise<string[]> => (await on.getByRole('main').getByRole('listitem').allTextContents()).map((text) => /Who signs|How many|Which network/.exec(text)?.[0] ?? '').filter((text) => text !== '');
    expect(await order(page)).toEqual(['Which network', 'Who signs', 'How many']);
    await page.getByRole('combobox', { name: 'How to find out', exact: true }).selectOption('ask_customer');
    await page.getByRole('combobox', { name: 'Owner on our side' }).selectOption('Raj');
    await until(async () => (await order(page)).join() === 'Which network', { what: 'the filtered list' });
    const again = await browser.open(page.url());
    await until(async () => (await order(again)).join() === 'Which network', { what: 'the same view in another tab' });
    await again.close();
    await page.close();
  });

  it('give back what was deleted, at once and from the bin', async () => {
    const page = await browser.open(`${LIBRARY}#/meeting/m3`);
    await page.getByRole('button', { name: 'Delete “Meeting 3”' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Meeting 3' }).waitFor();
    await page.getByRole('button', { name: 'Delete “Meeting 3”' }).click();
    await page.getByText('It stays in the bin for 7 days.', { exact: false }).waitFor();
    await go(page, 'bin');
    await page.getByRole('button', { name: 'Bring back “Meeting 3”' }).click();
    await page.getByText('Brought back.', { exact: false }).waitFor();
    await go(page, 'meeting/m3');
    await page.getByRole('heading', { level: 1, name: 'Meeting 3' }).waitFor();
    await page.close();
  });

  it('move a meeting with all that is in it, and make one account of two', async () => {
    const page = await browser.open(`${LIBRARY}#/meeting/m1`);
    await page.getByRole('button', { name: 'Move this meeting to another deal' }).click();
    await page.getByRole('list').getByRole('button').filter({ hasText: 'Stock' }).first().click();
    await page.getByText('Moved.').waitFor();
    await page.getByRole('link', { name: /Stock/ }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Stock' }).waitFor();
    await page.getByRole('link', { name: 'Meeting 1' }).waitFor();

    await go(page, 'account/a0');
    await page.getByRole('combobox', { name: 'Account to merge into this one' }).selectOption({ label: 'Hanbit Logistics Inc' });
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('Merged.').waitFor();
    await page.getByRole('heading', { name: 'Deals (2)' }).waitFor();
    await go(page, 'accounts');
    await page.getByText('2 entries').waitFor();
    await page.close();
  });
});

it('a signed deal stays, with its follow-ups in the list of all deals; two tabs agree on what is done', async () => {
  const page = await browser.open(`${LIBRARY}#/deal/d2`);
  await page.getByRole('button', { name: 'Signed', exact: true }).click();
  const form = page.getByRole('form', { name: 'Signed' });
  await form.getByLabel('Contract ends on').fill('2099-12-31');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Now: Signed.').waitFor();
  await go(page, 'followups');
  const thanks = page.getByRole('button', { name: /^Done: Say thanks/ });
  await thanks.waitFor();
  await page.getByText('Before the contract ends: prepare the papers').waitFor();
  const other = await browser.open(`${LIBRARY}#/followups`);
  await other.getByRole('button', { name: /^Done: Say thanks/ }).click();
  await other.getByRole('form').getByRole('button', { name: 'Save' }).click();
  await thanks.waitFor({ state: 'detached' });
  await other.close();
  await go(page, 'deals?state=contracted');
  await page.getByRole('link', { name: 'Portal' }).waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await page.close();
});

it('two tabs that edit the same person lose neither’s change', async () => {
  const [one, two] = [await browser.open(`${LIBRARY}#/account/a0`), await browser.open(`${LIBRARY}#/account/a0`)];
  for (const page of [one, two]) await page.getByRole('button', { name: 'Edit Sumin Lee' }).click();
  await one.getByLabel('Role').fill('Head of logistics');
  await one.getByRole('button', { name: 'Save person' }).click();
  await one.getByText('Head of logistics', { exact: false }).waitFor();
  await two.getByLabel('Phone').fill('02-555-0100');
  await two.getByRole('button', { name: 'Save person' }).click();
  for (const page of [one, two]) await page.getByText('Head of logistics · Customer · 02-555-0100', { exact: false }).waitFor();
});
