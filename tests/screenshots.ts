/**
 * `npm run screenshots`: plays both practice calls and takes the pictures of the README: the panel
 * beside the call, the review, the packet's page; Korean and English, light and dark. `docs/screenshots/`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ROOT } from './harness/build-extension';
import { findBrowser, quietFlags } from './harness/find-browser';
import type { Panel } from './harness/panel/panel';
import { openTab } from './harness/panel/panel';
import { runAuto } from './practice/auto-run';
import { parsePracticeCall } from './practice/practice-call';
import type { Stage } from './practice/stage';
import { setStage } from './practice/stage';
import { deliver } from './practice/verdict';

const OUT = join(ROOT, 'docs/screenshots');
const CALLS = process.argv.length > 2 ? process.argv.slice(2) : ['s1-ko-meet-first-meeting', 's2-en-zoom-second-meeting'];
const THEMES = ['light', 'dark'] as const;

/** One picture of the call page with the panel beside it, as the browser's window shows them. */
async function beside(stage: Stage, panel: Panel, file: string): Promise<void> {
  const page = stage.pages.page();
  if (!page) return;
  await panel.page.evaluate(() => { if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); });
  const left = (await page.screenshot()).toString('base64');
  const right = (await panel.page.screenshot()).toString('base64');
  const browser = await chromium.launch({ executablePath: findBrowser(), args: quietFlags(), headless: true });
  try {
    const sheet = await browser.newPage({ viewport: { width: 1300, height: 715 } });
    await sheet.setContent(`<body style="margin:0;display:flex;height:715px;background:#888;gap:2px"><img style="height:715px;width:938px;object-fit:contain;background:#131314" src="data:image/png;base64,${left}"><img style="height:715px;width:360px;object-fit:cover;object-position:top" src="data:image/png;base64,${right}"></body>`);
    await sheet.screenshot({ path: file });
  } finally {
    await browser.close();
  }
}

async function pageOfPacket(html: string, language: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: quietFlags(), headless: true });
  try {
    for (const theme of THEMES) {
      const page = await browser.newPage({ viewport: { width: 900, height: 1150 }, colorScheme: theme });
      await page.goto(pathToFileURL(html).href);
      await page.screenshot({ path: join(OUT, `packet-${language}-${theme}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

async function takePictures(script: string): Promise<void> {
  const call = parsePracticeCall(readFileSync(join(ROOT, `tests/practice/calls/${script}.json`), 'utf8'));
  const out = mkdtempSync(join(tmpdir(), 'baton-pictures-'));
  const options = { call, headless: true, speed: null, out, screenshots: null, say: () => undefined };
  const stage = await setStage(options);
  const shot = async (name: string, panel: Panel): Promise<void> => {
    if (name !== 'call' && name !== 'review') return;
    if (name === 'call') await openTab(panel, 'checklist');
    else await panel.page.evaluate(() => { document.querySelector('.screen')?.scrollTo(0, 0); });
    for (const theme of THEMES) {
      await panel.page.emulateMedia({ colorScheme: theme });
      const file = join(OUT, `${name === 'call' ? 'panel' : name}-${call.language}-${theme}.png`);
      if (name === 'call') await beside(stage, panel, file);
      else await panel.page.screenshot({ path: file });
    }
  };
  try {
    const zip = await runAuto(options, { ...stage, shot });
    deliver(zip, out);
    await pageOfPacket(join(out, 'packet.html'), call.language);
  } finally {
    await stage.close();
    rmSync(out, { recursive: true, force: true });
  }
}

mkdirSync(OUT, { recursive: true });
for (const script of CALLS) {
  await takePictures(script);
  console.log(`pictures of ${script} in ${OUT}`);
}
