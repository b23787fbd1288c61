/**
 * Deleted words leave the disk also where there is much else: in a database of more than a hundred megabytes they lie two levels below their
 * deletion, and filler alone never brings the two together. Rows are written past Baton, which is not what is tested.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';
import { tracesBelow } from '../practice/forbidden';
import { scrubbed } from '../practice/verdict';

/** The extension's own API, inside pages of the extension. */
declare const chrome: { storage: { local: { set: (items: object) => Promise<void> } } };

let session: BrowserSession;

beforeAll(async () => {
  session = await startBrowser({ extension: await ensureBuild('test'), resolverRules: 'MAP * ~NOTFOUND', headless: true });
  const page = await session.open(`chrome-extension://${TEST_EXTENSION_ID}/library.html`);
  await page.getByRole('heading').first().waitFor();
});
afterAll(async () => session.stop());

/** Puts rows into their stores, or deletes them. */
async function write(rows: { table: string; row: { id: string } }[], gone = false): Promise<void> {
  await session.inExtension(({ rows, gone }) => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { reject(new Error(String(request.error))); };
    request.onsuccess = () => {
      const work = request.result.transaction([...new Set(rows.map(({ table }) => table))], 'readwrite');
      for (const { table, row } of rows) { if (gone) work.objectStore(table).delete(row.id); else work.objectStore(table).put(row); }
      work.onabort = () => { reject(new Error(String(work.error))); };
      work.oncomplete = () => { request.result.close(); resolve(); };
    };
  }), { rows, gone });
}

/** Evidence of about fifty kilobytes each, which no compression makes smaller. */
async function fill(megabytes: number): Promise<void> {
  await session.inExtension((megabytes) => new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('baton');
    request.onerror = () => { reject(new Error(String(request.error))); };
    request.onsuccess = async () => {
      for (let at = 0; at < megabytes; at += 1) {
        const work = request.result.transaction('clips', 'readwrite', { durability: 'relaxed' });
        for (let i = 0; i < 20; i += 1) {
          const text = Array.from(crypto.getRandomValues(new Uint32Array(8_000)), (number) => number.toString(36)).join('');
          work.objectStore('clips').put({ id: crypto.randomUUID(), dealId: 'd', meetingId: 'm', text });
        }
        await new Promise((done) => { work.oncomplete = done; });
      }
      request.result.close();
      resolve();
    };
  }), megabytes);
}

async function scrub(): Promise<void> {
  await session.inExtension((ticket) => chrome.storage.local.set({ scrubDue: ticket }), randomUUID());
  await scrubbed(session);
}

it('deleted words leave the disk of a large database', async () => {
  await fill(110);
  const secrets = ['notes', 'gaps', 'contacts', 'followUps'].flatMap((table) => [0, 1].map(() => ({ table, row: { id: randomUUID(), dealId: 'd', meetingId: 'm', accountId: 'a', dueOn: '2026-12-01', updatedAt: 1, text: randomBytes(12).toString('base64url') } })));
  // Words that are like anything before them are stored as "as before", where nobody finds them.
  const words = secrets.map(({ row }) => row.text);
  await write(secrets);
  // By then they are far down.
  for (let i = 0; i < 2; i += 1) await scrub();
  // In no file for an instant, when the one they are in is being replaced.
  await until(() => new Set(tracesBelow(session.profile, words).map(({ text }) => text)).size === words.length, { what: 'the words to be on the disk', timeout: 15_000, every: 500 });
  await write(secrets, true);
  await scrub();
  const gone = (): boolean => tracesBelow(session.profile, words).length === 0;
  await until(gone, { what: 'the words to leave every file', timeout: 15_000, every: 500 });
  expect(gone()).toBe(true);
});
