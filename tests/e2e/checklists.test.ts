/** A team's own checklist, from a copy to the packet: made, agreed, taken by a new deal, handed on as a file; in the built extension. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';

declare const chrome: { storage: { local: { set: (value: object) => Promise<void> } } };
const LIBRARY = `chrome-extension://${TEST_EXTENSION_ID}/library.html`;
let site: SiteServer;
let browser: BrowserSession;

beforeAll(async () => {
  const [extension, server] = await Promise.all([ensureBuild('test'), startSiteServer(() => null)]);
  site = server;
  browser = await startBrowser({ extension, resolverRules: site.resolverRules, headless: true });
  browser.context.setDefaultTimeout(20_000);
  await browser.inExtension(() => chrome.storage.local.set({ preferences: { language: 'ko', theme: 'light', name: '박서연' } }), null);
});
afterAll(async () => {
  await browser.stop();
  await site.stop();
});

it('is agreed with delivery, and the next deal and its packet have it', async () => {
  const page = await browser.open(`${LIBRARY}#/deals`);
  await page.getByRole('navigation').getByRole('link', { name: '체크리스트' }).press('Enter');
  await page.getByRole('button', { name: '우리 것으로 만들기: 15분 첫 통화 (최소)' }).press('Enter');
  await page.keyboard.type('우리 팀 첫 통화');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: '열기' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /우리 팀 첫 통화/u }).waitFor();
  await page.getByRole('button', { name: '수행팀이 합의했습니다…' }).press('Enter');
  await page.getByLabel('수행 담당자').fill('한지우');
  await page.keyboard.press('Enter');
  await page.getByText('버전 1의 내용은 이제 바뀌지 않습니다.', { exact: false }).waitFor();
  await page.getByRole('button', { name: '파일로 저장' }).press('Enter');
  const file = join(browser.downloads, '우리-팀-첫-통화_v1.baton-checklist.json');
  await until(() => existsSync(file) && statSync(file).size > 5_000, { what: 'the file' });

  await page.goto(`${LIBRARY}#/deals`);
  await page.getByRole('combobox', { name: '고객사', exact: true }).fill('가온식자재');
  await page.getByRole('textbox', { name: '영업 건', exact: true }).fill('재고 시스템');
  const chosen = page.getByRole('combobox', { name: '체크리스트', exact: true });
  await until(async () => (await chosen.inputValue()).startsWith('own-'), { what: 'the agreed checklist to be chosen' });
  await page.getByRole('button', { name: '영업 건 만들기' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: '재고 시스템' }).waitFor();
  const packet = `${page.url().replace('#/deal/', '#/packet/')}`;
  await page.goto(packet);
  const preview = page.frameLocator('iframe.packet-frame');
  await preview.getByText('우리 팀 첫 통화', { exact: false }).first().waitFor();
  await preview.getByText('한지우', { exact: false }).first().waitFor();
  expect(await preview.getByText('아직 합의하지 않은 체크리스트', { exact: false }).count()).toBe(0);

  // Of a deal that has it, it is not deleted; in another browser the file brings it.
  await page.goto(`${LIBRARY}#/checklists`);
  await page.getByLabel('체크리스트 파일 가져오기').setInputFiles(file);
  await page.getByText('똑같은 버전이 이미 있습니다.', { exact: false }).waitFor();
});
