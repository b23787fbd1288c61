import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { db } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import { clipTab } from '@/utils/services/evidence/clip-tab';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { endMeeting } from '@/utils/services/meeting/end-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { isPlainHtml } from '@/utils/evidence/plain-html';
import { sanitiseHtml } from '@/utils/services/evidence/sanitise-html';
import { someDeal } from '../../db/rows';
import { emptyDatabase } from '../call/stage';

const PAGE = 'https://www.example-customer.test/news/1';
const request = { tabId: 1, url: PAGE, title: 'Tab title', selectionText: '', wholePage: true, dealId: '', meetingId: '', itemId: null, topic: null };

/** The browser's injection, answering with a page's snapshot or refusing. */
function pageAnswers(result: unknown): void {
  const executeScript = result === null ? () => Promise.reject(new Error('Cannot access')) : () => Promise.resolve([{ result }]);
  Object.assign(browser, { scripting: { executeScript } });
}

const article = (more = ''): string => `<html lang="ko"><body><article><h1>차세대 구축</h1>${'<p>주문 시스템을 내년 상반기에 바꿀 예정이라고 밝혔다. 기존 시스템은 함께 운영한다.</p>'.repeat(20)}${more}</article></body></html>`;
const snapshot = (html: string, more: object = {}): object => ({
  title: '차세대 구축', language: 'ko', direction: 'ltr', contentType: 'text/html', html,
  selectionHtml: '', selectionText: '', tooLarge: false, ...more,
});

beforeEach(emptyDatabase);

describe('sanitiseHtml', () => {
  it.each([
    ['<p>a<script>alert(1)</script></p>', '<p>a</p>'],
    ['<p onclick="x()" style="color:red" class="c" id="i">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href=" java\nscript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="data:text/html,x">a</a>', '<a>a</a>'],
    ['<svg><script>alert(1)</script></svg>b', 'b'],
    ['<form action="/x"><input name="a"><button>go</button></form>', 'go'],
    ['<iframe src="https://e.test"></iframe><object data="x"></object>b', 'b'],
    ['<img src="data:image/png;base64,AA" onerror="x()">b', 'b'],
    ['<p dir="rtl" lang="ar">مرحبا</p>', '<p dir="rtl" lang="ar">مرحبا</p>'],
  ])('makes %s harmless', (html, expected) => { expect(sanitiseHtml(html, PAGE)).toBe(expected); });

  it('resolves links and keeps pictures as links that load nothing', () => {
    const html = sanitiseHtml('<a href="/terms">t</a><img src="a.png" alt="구성도">', PAGE);
    expect(html).toContain('href="https://www.example-customer.test/terms"');
    expect(html).toContain('>구성도</a>');
    expect(html).not.toContain('<img');
  });

  it('survives ten thousand pictures and says the same when asked twice', () => {
    const once = sanitiseHtml('<img src="a.png" alt="x">'.repeat(10_000) + '<table><tr><td colspan="2">a</td></tr></table>', PAGE);
    expect(once.match(/<a /gu)).toHaveLength(200);
    expect(sanitiseHtml(once, PAGE)).toBe(once);
  });

  it('leaves nothing that is read otherwise the next time', () => {
    const once = sanitiseHtml('<p>1<select><p>2</select>', PAGE);
    expect(sanitiseHtml(once, '')).toBe(once);
  });

  it('gives the same again, whatever it was given: a backup brings back what was kept', () => {
    const tag = fc.constantFrom('p', 'div', 'table', 'tr', 'td', 'ul', 'li', 'a href="/x"', 'a href="javascript:x"', 'a', 'b', 'i', 'h2', 'blockquote', 'form', 'svg', 'math', 'style', 'template', 'select', 'noscript', 'p dir="rtl"', 'span lang="ko"', 'img src="a.png" alt="그림"', 'td colspan="2"', 'br', 'pre', 'mtext', 'mglyph', 'title', 'textarea', 'xmp', 'plaintext', 'isindex', 'image src="a"', 'body onload="x"');
    const piece = fc.oneof(tag.map((t) => `<${t}>`), tag.map((t) => `</${t.split(' ')[0] ?? ''}>`), fc.constantFrom('글', ' ', '\n', '&lt;script&gt;', '&amp;', '<!--', '-->', '<![CDATA[', ']]>', '\u0000', '"', "'"));
    fc.assert(fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const once = sanitiseHtml(pieces.join(''), PAGE);
      const { body } = new DOMParser().parseFromString(once, 'text/html');
      // A packet takes back the page that it keeps only if it knows every piece of it.
      expect(isPlainHtml(once)).toBe(true);
      expect(body.querySelector('script,style,form,svg,math,img,iframe,template,textarea,select,[onload],[href^="javascript"]')).toBeNull();
      // HTML itself drops the first line break of a `pre`.
      const settled = (html: string): string => html.replace(/(<pre[^>]*>)\n+/gu, '$1');
      expect(settled(sanitiseHtml(once, ''))).toBe(settled(once));
    }), { numRuns: 600 });
  });

  it('finds as much in what looks plain as DOMPurify does', () => {
    const tag = fc.constantFrom('p', 'div', 'main', 'header class="x"', 'font', 'small', 'label for="a"', 'table', 'tr', 'td colspan="2"', 'td colspan="2 3"', 'td lang="--&gt;"', 'a href="/x"', 'a href="javascript:x"', 'a href="/&lt;b&gt;" name="x"', 'b onclick="x()" id="y"', 'p href="/x" rel="z"', 'p is="x-a" slot="q"', 'x-a', 'picture', 'source', 'wbr', 'details', 'form', 'svg', 'button', 'ul', 'li', 'pre', 'br', 'h2 style="x"');
    const piece = fc.oneof(tag.map((t) => `<${t}>`), tag.map((t) => `</${t.split(' ')[0] ?? ''}>`), fc.constantFrom('글', ' ', '&lt;b&gt;', '&amp;'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      // A comment is unusual: all of it goes through DOMPurify then.
      expect(isPlainHtml(sanitiseHtml(`글${pieces.join('')}`, PAGE))).toBe(true);
      expect(sanitiseHtml(`글${pieces.join('')}`, PAGE)).toBe(sanitiseHtml(`글<!---->${pieces.join('')}`, PAGE));
    }), { numRuns: 1_500 });
  });

  it('survives deep nesting', () => { expect(sanitiseHtml('<div>'.repeat(20_000) + 'deep', PAGE)).toContain('deep'); });
});

describe('clipTab', () => {
  let [dealId, meetingId] = ['', ''];
  beforeEach(async () => {
    dealId = await someDeal(db);
    meetingId = (await startManualMeeting(db, dealId, '1차', 1)).id;
    Object.assign(request, { dealId, meetingId });
  });

  it('keeps what it read where it belongs by then: its meeting filed elsewhere meanwhile, or its deal deleted', async () => {
    const other = await someDeal(db, '한빛물류', '차량 관제');
    const meanwhile = (work: () => Promise<unknown>): void => { Object.assign(browser, { scripting: { executeScript: async () => { await work(); return [{ result: snapshot(article()) }]; } } }); };
    const item = { itemId: 'A-01', topic: 'pain.primary' };
    meanwhile(() => fileMeeting(db, meetingId, other, 2));
    const { clipId } = await clipTab(db, { ...request, ...item }, 5);
    expect(await db.clips.get(clipId)).toMatchObject({ dealId: other, meetingId, ...item });
    await endMeeting(db, meetingId, 6);
    meanwhile(() => deleteToBin(db, 'deal', other, '', 7));
    const { clipId: late } = await clipTab(db, { ...request, ...item, dealId: other }, 8);
    expect(await db.clips.toArray()).toMatchObject([{ id: late, dealId: '', meetingId: '', itemId: null, topic: null }]);
  });

  it('keeps the article, and undo takes it away', async () => {
    pageAnswers(snapshot(article('<script>bad()</script>')));
    const { clipId } = await clipTab(db, request, 5);
    const clip = await db.clips.get(clipId);
    expect(clip).toMatchObject({ kind: 'article', limit: null, url: PAGE, title: '차세대 구축', language: 'ko', dealId, meetingId, at: 5 });
    expect(clip?.text).toContain('함께 운영한다');
    expect(clip?.html).not.toContain('bad()');
    await undoNewest(db, meetingId);
    expect(await db.clips.count()).toBe(0);
  });

  it.each([
    ['a page that lets nobody in', null, PAGE, 'no_access'],
    ['a PDF', null, 'https://e.test/a.pdf', 'pdf'],
    ['an empty page', snapshot('<html><body> <br> </body></html>'), PAGE, 'empty'],
    ['a page without end', snapshot('', { tooLarge: true }), PAGE, 'too_large'],
    ['a snapshot that is none', 'hello', PAGE, 'no_access'],
  ])('keeps %s as a link that says why', async (_, answer, url, limit) => {
    pageAnswers(answer);
    const { clipId } = await clipTab(db, { ...request, url, selectionText: '고른 글' }, 5);
    expect(await db.clips.get(clipId)).toMatchObject({ kind: 'link', limit, url, text: '고른 글', html: '' });
  });

  it('keeps no address that is not of the web', async () => {
    pageAnswers(null);
    await expect(clipTab(db, { ...request, url: 'javascript:alert(1)', selectionText: '' }, 5)).rejects.toThrow('no_address');
    const { clipId } = await clipTab(db, { ...request, url: 'javascript:alert(1)', selectionText: 'worth it' }, 5);
    expect(await db.clips.get(clipId)).toMatchObject({ url: '', title: 'Tab title', text: 'worth it' });
  });

  it('reads a page of 28,000 paragraphs (1 MB) and prints how long it took', async () => {
    pageAnswers(snapshot(article('<p>주문이 들어오면 창고에 바로 알린다, 그리고 기록한다.</p>'.repeat(28_000))));
    const begin = performance.now();
    await clipTab(db, request, 5);
    const ms = performance.now() - begin;
    console.info(`1 MB clip: ${ms.toFixed(0)} ms`);
    expect(ms).toBeLessThan(5_000);
  });
});
