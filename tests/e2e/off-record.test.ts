/** What went off the record is in no file of the browser's profile any more: not even in the database's log. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveFixture } from '../fixtures/sites/server-routes';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import { capture, takeOffRecord } from '../harness/panel/lines';
import { button, panelOn, press } from '../harness/panel/panel';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';
import { tracesBelow } from '../practice/forbidden';
import { scrubbed } from '../practice/verdict';

/** The extension's own API, inside pages of the extension. */
declare const chrome: { storage: { local: { set: (items: object) => Promise<void> } } };

const profile = mkdtempSync(join(tmpdir(), 'baton-off-record-'));
let site: SiteServer;
let session: BrowserSession;

beforeAll(async () => {
  const extension = await ensureBuild('test');
  site = await startSiteServer(resolveFixture);
  session = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true, utcOffset: 540, profile });
  await session.inExtension(() => chrome.storage.local.set({ preferences: { language: 'ko', theme: 'system', name: '박서연' } }), null);
});

afterAll(async () => {
  await session.stop();
  await site.stop();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

const SECRETS = ['대표이사 교체설 XQAZZ', '구조조정 소문 XQBZZ', '경쟁사 단가 XQCZZ'];

describe('off the record', () => {
  it('leaves the disk, round after round, while what is on the record stays', async () => {
    const page = await session.open(`chrome-extension://${TEST_EXTENSION_ID}/sidepanel.html`);
    const panel = await panelOn(page, 'ko');
    await press(button(page, panel.t('start.startManual')));
    await panel.page.getByRole('textbox', { name: panel.t('call.capture.label') }).waitFor();
    for (const secret of SECRETS) {
      await capture(panel, `남을 말 ${secret.slice(-5).replace('XQ', 'ok')}`);
      await capture(panel, secret);
      expect(tracesBelow(profile, [secret]).length).toBeGreaterThan(0);
      await takeOffRecord(panel, secret);
      await scrubbed(session);
    }
    await until(() => tracesBelow(profile, SECRETS).length === 0, { what: 'the words to leave every file', timeout: 20_000, every: 500 });
    // Compaction copies files: what was between two of them in one look is in one of them in the next.
    await page.waitForTimeout(1_500);
    expect(tracesBelow(profile, SECRETS)).toEqual([]);
    expect(tracesBelow(profile, ['okAZZ', 'okBZZ', 'okCZZ']).length).toBeGreaterThan(0);
  });
});
