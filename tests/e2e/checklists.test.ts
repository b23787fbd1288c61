/** A team's own checklist, from a copy to the packet: made, agreed, taken by a new deal, handed on as a file; in the built extension. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../harness/browser-session';
import { startBrowser } from '../harness/browser-session';
import { ensureBuild } from '../harness/build-extension';
import type { SiteServer } from '../harness/site-server';
import { startSiteServer } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import { until } from '../harness/until';
import type { Packet } from '../../utils/packet/schema';
import type { Reply } from '../../utils/reply/schema';

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
it('says what makes a packet ready, and learns what delivery asks back about two deals', async () => {
  const page = await browser.open(`${LIBRARY}#/checklists`);
  // A rule of delivery's in the next version, agreed by both.
  await page.getByRole('link', { name: '우리 팀 첫 통화' }).press('Enter');
  await page.getByRole('button', { name: '다음 버전 만들기' }).press('Enter');
  await page.getByRole('link', { name: '열기', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /버전 2/u }).waitFor();
  await page.getByText('인계 준비 기준', { exact: true }).click();
  await page.getByRole('button', { name: '기준 추가' }).press('Enter');
  await page.getByLabel('무엇을 보나').selectOption('number');
  await page.getByRole('combobox', { name: '주제' }).selectOption({ label: '손실 규모' });
  await page.getByRole('checkbox', { name: '견적·공수 검토 요청' }).check();
  await page.getByText('필수', { exact: true }).click();
  await page.getByRole('textbox', { name: '수행팀에 필요한 이유', exact: true }).fill('규모를 모르면 공수를 못 잡습니다.');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: '저장', exact: true }).press('Enter');
  await page.getByText('기준을 추가했습니다.').waitFor();
  await page.getByRole('button', { name: '수행팀이 합의했습니다…' }).press('Enter');
  await page.getByLabel('수행 담당자').fill('한지우');
  await page.keyboard.press('Enter');
  await page.getByText('버전 2의 내용은 이제 바뀌지 않습니다.', { exact: false }).waitFor();

  // Two deals on it: their packets leave with a reason only, which is printed beside the rule; and delivery asks both about the same.
  for (const [account, question] of [['다솜물산', '하루에 몇 건인가요?'], ['라온상사', '월말에만 그런가요?']] as const) {
    await page.goto(`${LIBRARY}#/deals`);
    await page.getByRole('button', { name: '새 영업 건' }).press('Enter');
    await page.getByRole('combobox', { name: '고객사', exact: true }).fill(account);
    await page.getByRole('textbox', { name: '영업 건', exact: true }).fill('재고 시스템');
    await page.getByRole('button', { name: '영업 건 만들기' }).press('Enter');
    await page.getByText(account).first().waitFor();
    await page.getByRole('heading', { level: 1, name: '재고 시스템' }).waitFor();
    await page.goto(page.url().replace('#/deal/', '#/packet/'));
    const musts = page.getByText('체크리스트의 필수인데 아직 못 채운 기준', { exact: false });
    await musts.waitFor();
    await page.getByLabel('이대로 보내는 사유').fill('내일 제안 회의');
    const preview = page.frameLocator('iframe.packet-frame');
    await preview.getByText('체크리스트의 필수 기준도 채우지 못한 채로 보냅니다.', { exact: false }).waitFor();
    await preview.getByText('규모를 모르면 공수를 못 잡습니다.', { exact: false }).waitFor();
    await page.getByRole('button', { name: '인계서 저장 (ZIP)' }).press('Enter');
    await page.getByText('1호를', { exact: false }).waitFor();
    const name = /1호를 (\S+\.zip)/u.exec((await page.getByText('1호를', { exact: false }).innerText()))?.[1] ?? '';
    const zip = join(browser.downloads, name);
    await until(() => existsSync(zip) && statSync(zip).size > 5_000, { what: 'the packet' });
    const packet = JSON.parse(strFromU8(unzipSync(readFileSync(zip))['packet.json'] ?? new Uint8Array())) as Packet;
    expect(packet.packet.sendAnywayReason).toBe('내일 제안 회의');
    expect(packet.readiness.rules.at(-1)).toMatchObject({ must: true, pass: false, own: { check: 'number', topic: 'pain.impact', why: { ko: '규모를 모르면 공수를 못 잡습니다.' } } });
    const itemId = packet.answers.find(({ topic }) => topic === 'pain.impact')?.itemId ?? '';
    const reply: Reply = {
      format: 'baton.reply', formatVersion: 1, packetId: packet.packet.id, packetNumber: 1, contentHash: packet.packet.contentHash, by: { name: '한지우', role: 'PM' }, at: new Date().toISOString(),
      verdict: 'returned', summary: '하나만 더요.', items: [{ itemId, verdict: 'question', text: question }], wants: [], commitments: [], estimate: null, questions: [], ideas: [],
    };
    await page.goto(`${LIBRARY}#/reply`);
    await page.getByLabel('회신 파일 고르기').setInputFiles({ name: 'a.reply.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(reply)) });
    await page.getByText(question, { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '고른 1건 반영' }).press('Enter');
    await page.getByRole('button', { name: '되돌리기' }).waitFor();
  }

  await page.goto(`${LIBRARY}#/checklists`);
  const section = page.getByRole('region', { name: '수행팀 회신에서 나온 제안' });
  await section.getByText('인계서 2건에서 되물음').waitFor();
  await section.getByRole('button', { name: '반영하기…: 손실 규모' }).press('Enter');
  await section.getByLabel('질문', { exact: true }).fill('하루와 한 달에 각각 몇 건인가요?');
  await section.getByRole('button', { name: '초안에 적기' }).press('Enter');
  await page.getByRole('link', { name: '열기', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /버전 3/u }).waitFor();
  await page.getByText('하루와 한 달에 각각 몇 건인가요?', { exact: true }).waitFor();
  expect(await page.getByText('다솜물산').count()).toBe(0);
});
