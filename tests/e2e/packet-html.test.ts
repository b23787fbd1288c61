/** The packet's page in a real browser: nothing of a stranger's runs, nothing is asked of the network, the form works. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import axe from 'axe-core';
import { exportPacket } from '@/utils/packet/export';
import { packetLabels } from '@/utils/packet/labels/labels';
import type { Language } from '@/utils/packet/schema';
import { parseReply } from '@/utils/reply/parse';
import { findBrowser, quietFlags } from '../harness/find-browser';
import { packetInput } from '../unit/packet/fixture';
import { hostileInput } from '../unit/packet/hostile-corpus';

const replyShape = z.strictObject({
  format: z.literal('baton.reply'), formatVersion: z.literal(1), packetId: z.string(), packetNumber: z.number(), contentHash: z.string(),
  by: z.strictObject({ name: z.string().min(1), role: z.string() }), at: z.iso.datetime({ offset: true }),
  verdict: z.enum(['accepted', 'accepted_with_conditions', 'returned']), summary: z.string(),
  items: z.array(z.strictObject({ itemId: z.string(), verdict: z.enum(['ok', 'question', 'not_usable']), text: z.string() })),
  wants: z.array(z.strictObject({ wantId: z.string(), feasibility: z.enum(['feasible', 'feasible_if', 'not_feasible_but', 'need_info']), conditions: z.array(z.string()), alternative: z.string(), customClass: z.enum(['standard', 'configuration', 'customisation', 'integration', 'not_available']).nullable() })),
  commitments: z.array(z.strictObject({ commitmentId: z.string(), verdict: z.enum(['can', 'can_if', 'cannot_but']), condition: z.string(), alternative: z.string() })),
  estimate: z.strictObject({
    class: z.string(), effort: z.array(z.strictObject({ role: z.string(), low: z.number(), likely: z.number(), high: z.number() })),
    durationWeeks: z.strictObject({ low: z.number(), high: z.number() }).nullable(), assumptions: z.array(z.string()),
  }).nullable(),
  questions: z.array(z.strictObject({ text: z.string(), itemId: z.string().nullable(), route: z.string().nullable(), due: z.string().nullable() })), ideas: z.array(z.string()),
  answers: z.array(z.strictObject({ questionId: z.string(), sure: z.enum(['answer', 'not_yet']), text: z.string(), by: z.string().nullable() })).optional(),
});

interface Opened { page: Page; errors: string[] }

let browser: Browser;
let folder: string;
let opened = 0;
const requests: string[] = [];
/** One page for most, and one whose policy lets the accessibility check in: each new one costs a renderer and a window. */
const pages: Partial<Record<'plain' | 'checked', Opened>> = {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baton-packet-'));
  browser = await chromium.launch({ executablePath: findBrowser(), args: quietFlags() });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function pageFor(kind: keyof typeof pages): Promise<Opened> {
  const known = pages[kind];
  if (known) return known;
  const context = await browser.newContext({ acceptDownloads: true, bypassCSP: kind === 'checked' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('request', (r) => { if (!r.url().startsWith('file:') && !r.url().startsWith('blob:')) requests.push(r.url()); });
  // A half-filled reply asks before it is left; here it is let go.
  page.on('dialog', (d) => void (d.type() === 'beforeunload' ? d.accept() : d.dismiss()));
  page.on('pageerror', (e) => errors.push(e.message));
  page.on('console', (m) => { if (m.type() === 'error') errors.push(m.text()); });
  pages[kind] = { page, errors };
  return { page, errors };
}

interface How { width?: number; height?: number; offline?: boolean; colorScheme?: 'light' | 'dark'; checked?: boolean }

/** Opens a page from a file, as a mail attachment would be: a file of its own each time, with nothing typed in it. */
async function open(html: string, { width = 1280, height = 720, offline = false, colorScheme = 'light', checked = false }: How = {}): Promise<Opened> {
  const found = await pageFor(checked ? 'checked' : 'plain');
  opened += 1;
  const file = join(folder, `packet-${String(opened)}.html`);
  writeFileSync(file, html);
  requests.length = 0;
  found.errors.length = 0;
  await found.page.setViewportSize({ width, height });
  await found.page.emulateMedia({ media: 'screen', colorScheme });
  await found.page.context().setOffline(offline);
  await found.page.goto(pathToFileURL(file).href);
  return found;
}

const fileOf = (input: Parameters<typeof exportPacket>[0]): string => exportPacket(input).files['packet.html'] ?? '';

describe('hostile words', () => {
  it.each(['internal', 'customer_safe', 'anonymised'] as const)('run nothing and ask the network for nothing (%s)', async (redaction) => {
    const { page, errors } = await open(fileOf(hostileInput(redaction)));
    for (const button of await page.locator('[data-add]').all()) await button.click();
    await page.mouse.move(300, 300);
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => '__ran' in window)).toBe(false);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.locator('img, iframe, object, embed, link, body script:not(:last-child)').count()).toBe(0);
  });

  it('could not run even if they got into the page: the policy stands', async () => {
    const html = fileOf(packetInput()).replace('</main>', '<script>window.__ran=1</script><img src="https://evil.example/x" onerror="window.__ran=1"></main>');
    const { page } = await open(html);
    expect(await page.evaluate(() => '__ran' in window)).toBe(false);
    expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toMatch(/^default-src 'none'/);
  });
});

describe.each(['ko', 'en'] as const)('the reply form (%s)', (language: Language) => {
  const f = packetLabels(language).form;
  const out = exportPacket(packetInput({ language }));
  const at = (id: string): string => `rule-item-${out.packet.answers.findIndex((a) => a.itemId === id) + 1}`;
  const save = (page: Page) => page.getByRole('button', { name: f.save }).click();
  const errorsOf = (page: Page) => page.locator('.error:visible').allTextContents();

  it('does not save what is incomplete, says why at the field, and goes there', async () => {
    const { page, errors } = await open(out.files['packet.html'] ?? '');
    let downloads = 0;
    page.once('download', () => { downloads += 1; });
    await save(page);
    expect(await errorsOf(page)).toEqual([f.errors.name, f.errors.verdict]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('by-name');
    await page.getByLabel(f.name).fill('정하늘');
    await page.getByText(f.verdicts.returned, { exact: true }).click();
    await page.locator(`#${at('A-07')}`).selectOption('question');
    await page.locator(`#${at('A-16')}`).selectOption('not_usable');
    await page.locator('#rule-want-1').selectOption('feasible_if');
    await page.locator('#rule-want-1-class').selectOption('not_available');
    await page.locator('#rule-want-2').selectOption('not_feasible_but');
    await page.locator('#rule-commitment-1').selectOption('cannot_but');
    await page.locator('#rule-commitment-2').selectOption('can_if');
    await page.getByRole('button', { name: f.addQuestion }).click();
    await save(page);
    expect(await errorsOf(page)).toEqual([
      f.errors.returned, f.errors.text, f.errors.text, f.errors.condition, f.errors.notAvailable, f.errors.alternative, f.errors.alternative, f.errors.condition, f.errors.question,
    ]);
    expect(await page.locator('#reply-status').textContent()).toBe(f.errors.summary.replace('{n}', '9'));
    expect(await page.locator('[aria-invalid=true]').count()).toBe(9);
    expect(downloads).toBe(0);
    expect(errors).toEqual([]);
  });

  it('asks for at least one question or item when something has to be completed', async () => {
    const { page } = await open(out.files['packet.html'] ?? '');
    await page.getByLabel(f.name).fill('정하늘');
    await page.getByText(f.verdicts.returned, { exact: true }).click();
    await page.getByLabel(f.summary).fill('더 필요합니다');
    await save(page);
    expect(await errorsOf(page)).toEqual([f.errors.returnedItem]);
  });

  it('saves a reply that says what was chosen, offline and by keyboard', async () => {
    const { page } = await open(out.files['packet.html'] ?? '', { offline: true });
    await page.getByLabel(f.name).focus();
    await page.keyboard.type('정하늘');
    await page.keyboard.press('Tab');
    await page.keyboard.type('수행 PM');
    await page.keyboard.press('Tab');
    await page.keyboard.type('읽기 API가 있습니다');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask-1-later');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('서버 사양 확정 조건');
    await page.locator(`#${at('A-07')}`).selectOption('question');
    await page.locator(`#${at('A-07')}-text`).fill('동시 사용자는 몇 명인가요?');
    await page.locator(`#${at('A-01')}`).selectOption('ok');
    await page.locator('#rule-want-1').selectOption('feasible_if');
    await page.locator('#rule-want-1-condition').fill('알림톡 계약\n발신 번호');
    await page.locator('#rule-want-1-class').selectOption('integration');
    await page.locator('#rule-commitment-1').selectOption('cannot_but');
    await page.locator('#rule-commitment-1-alternative').fill('1차는 모바일 웹');
    await page.getByRole('button', { name: f.addQuestion }).click();
    await page.locator('[data-row=question] textarea').fill('ERP 담당자는 누구인가요?');
    await page.locator('[data-row=question] select').first().selectOption('A-16');
    await page.locator('[data-row=question] select').last().selectOption('ask_customer');
    await page.locator('[data-row=question] input').fill('2026-12-05');
    await page.locator('#estimate-class').selectOption('rough');
    await page.getByRole('button', { name: f.addEffort }).click();
    for (const [field, value] of [['role', 'PM'], ['low', '1'], ['likely', '1.5'], ['high', '2']]) await page.locator(`[data-row=effort] [data-field=${field}]`).fill(value ?? '');
    await page.locator('#ideas').fill('바코드 PDA 대여');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: f.save }).press('Enter')]);
    expect(download.suggestedFilename()).toBe(`${out.fileName}.reply.json`);
    const reply = replyShape.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
    expect(parseReply(JSON.stringify(reply))).toMatchObject({ ok: true, reply });
    expect(reply).toMatchObject({
      packetId: out.packet.packet.id, packetNumber: 1, contentHash: out.packet.packet.contentHash, by: { name: '정하늘', role: '수행 PM' }, verdict: 'accepted_with_conditions', summary: '서버 사양 확정 조건',
      items: [{ itemId: 'A-01', verdict: 'ok', text: '' }, { itemId: 'A-07', verdict: 'question', text: '동시 사용자는 몇 명인가요?' }],
      wants: [{ wantId: out.packet.wants[0]?.id, feasibility: 'feasible_if', conditions: ['알림톡 계약', '발신 번호'], customClass: 'integration' }],
      commitments: [{ commitmentId: out.packet.commitments[0]?.id, verdict: 'cannot_but', alternative: '1차는 모바일 웹' }],
      questions: [{ text: 'ERP 담당자는 누구인가요?', itemId: 'A-16', route: 'ask_customer', due: '2026-12-05' }],
      estimate: { class: 'rough', effort: [{ role: 'PM', low: 1, likely: 1.5, high: 2 }], durationWeeks: null }, ideas: ['바코드 PDA 대여'],
      answers: [{ questionId: out.packet.request.questions[0]?.id, sure: 'answer', text: '읽기 API가 있습니다', by: null }],
    });
    expect(await page.locator('#reply-status').textContent()).toContain(`${out.fileName}.reply.json`);
    expect(JSON.parse(await page.locator('#reply-text').inputValue())).toEqual(reply);
  });

  it('takes “not yet” to what was asked only with a day, and sends nothing of what was left empty', async () => {
    const { page } = await open(out.files['packet.html'] ?? '');
    await page.getByLabel(f.name).fill('정하늘');
    await page.getByText(f.verdicts.accepted, { exact: true }).click();
    const later = page.getByRole('checkbox', { name: f.later, exact: true });
    expect(await page.getByRole('textbox', { name: out.packet.request.questions[0]?.text ?? '' }).isVisible()).toBe(true);
    expect(await page.locator('#ask-1-by').isVisible()).toBe(false);
    await later.check();
    await save(page);
    expect(await errorsOf(page)).toEqual([f.errors.later]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ask-1-by');
    await page.getByLabel(f.laterBy).fill('2026-12-09');
    const saved = async (): Promise<unknown> => {
      const [download] = await Promise.all([page.waitForEvent('download'), save(page)]);
      const reply = replyShape.parse(JSON.parse(readFileSync(await download.path(), 'utf8')));
      expect(parseReply(JSON.stringify(reply))).toMatchObject({ ok: true, reply });
      return reply.answers;
    };
    expect(await saved()).toEqual([{ questionId: out.packet.request.questions[0]?.id, sure: 'not_yet', text: '', by: '2026-12-09' }]);
    await later.uncheck();
    expect(await saved()).toBeUndefined();
  });

  // The colours of the dark are the same in both languages.
  it.each(language === 'ko' ? ['light', 'dark'] as const : ['light'] as const)('and the page around it are accessible (%s)', async (colorScheme) => {
    const { page } = await open(out.files['packet.html'] ?? '', { colorScheme, checked: true });
    await page.evaluate(axe.source);
    // Only the colours are others in the dark.
    const rules = colorScheme === 'dark' ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
    const found = await page.evaluate(async (runOnly) => {
      const run = (window as unknown as { axe: { run: (o: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run;
      return (await run({ runOnly, resultTypes: ['violations'] })).violations.map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 120) ?? ''}`);
    }, rules);
    expect(found).toEqual([]);
  });
});

describe('layout', () => {
  it('never scrolls sideways, narrow or wide', async () => {
    const { page } = await open(fileOf(hostileInput('internal')));
    // Sections far away are not laid out, and cut off what sticks out of them: here all of them are, and don't.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('section{content-visibility:visible!important}');
      document.adoptedStyleSheets = [sheet];
    });
    for (const width of [320, 390, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${String(width)} px`).toBeLessThanOrEqual(width);
    }
  });

  it('of a long page is made for what is near, and on paper for all of it', async () => {
    const { page } = await open(fileOf(packetInput()), { width: 360, height: 420 });
    const drawn = () => page.locator('main > section:not(#reply)').last().locator('h2').evaluate((heading) => heading.checkVisibility({ contentVisibilityAuto: true }));
    expect(await drawn()).toBe(false);
    await page.locator('main > section:not(#reply)').last().scrollIntoViewIfNeeded();
    await expect.poll(drawn).toBe(true);
    await page.reload();
    await page.emulateMedia({ media: 'print' });
    expect(await drawn()).toBe(true);
    // A form is not for paper: nor is its line in the contents.
    expect([await page.locator('#reply').isVisible(), await page.locator('.toc a[href="#reply"]').isVisible(), await page.locator('.toc a').first().isVisible()]).toEqual([false, false, true]);
  });

  it.each(['internal', 'customer_safe'] as const)('takes every link of the contents and between records where it says, however far away that is (%s)', async (redaction) => {
    const { page } = await open(fileOf({ ...packetInput(), options: { ...packetInput().options, redaction } }), { width: 640, height: 600 });
    const links = await page.locator('main a[href^="#"], .toc a[href^="#"]').evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href') ?? ''))]);
    expect(links.length).toBeGreaterThan(15);
    const seen = async (href: string): Promise<string> => page.evaluate((id) => {
      const { top } = document.querySelector(`[id="${id}"]`)?.getBoundingClientRect() ?? { top: NaN };
      // As near to the top as the end of the page lets it be.
      const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      return top >= -2 && (top < 120 || (atEnd && top < innerHeight)) ? '' : `${id} at ${String(Math.round(top))}`;
    }, href.slice(1));
    const lost: string[] = [];
    // One in three tells it: each is a page that begins anew.
    for (const href of links.filter((_, i) => i % 3 === 0)) {
      // As on the first visit: nothing was laid out yet but the top.
      await page.evaluate(() => { history.replaceState(null, '', location.pathname); });
      await page.reload();
      await page.evaluate(async (to) => {
        document.querySelector<HTMLElement>(`a[href="${to}"]`)?.click();
        const frame = async (): Promise<number> => new Promise((resolve) => { requestAnimationFrame(resolve); });
        // Until the page has stood still for some frames.
        for (let still = 0, last = NaN; still < 6; still = scrollY === last ? still + 1 : 0) {
          last = scrollY;
          await frame();
        }
      }, href);
      const where = await seen(href);
      if (where !== '') lost.push(where);
    }
    expect(lost).toEqual([]);
  });
});
