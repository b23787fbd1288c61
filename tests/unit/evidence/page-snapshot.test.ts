/** What a page says of itself is a stranger's word: checked and capped before anything is made of it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageSnapshot } from '@/utils/evidence/page-snapshot';
import { clipAddress, limitOf, MAX_PAGE, MAX_TEXT, parseSnapshot, wordsOf } from '@/utils/evidence/page-snapshot';

const RAW = { title: '  재고 \u202e기사  ', language: 'ko-KR', direction: 'rtl', contentType: 'text/html', html: '<p>1</p>', selectionHtml: '<b>2</b>', selectionText: '2', tooLarge: false };

describe('a snapshot', () => {
  it('keeps what fits, as plain text', () => {
    expect(parseSnapshot(RAW)).toMatchObject({ language: 'ko-KR', direction: 'rtl', contentType: 'text/html', html: '<p>1</p>', selectionHtml: '<b>2</b>', selectionText: '2', tooLarge: false });
    expect(parseSnapshot(RAW)?.title).toMatch(/^재고.*기사$/u);
    expect(parseSnapshot({ ...RAW, selectionText: '고'.normalize('NFD') })).toMatchObject({ selectionText: '고' });
  });

  it.each([null, undefined, 'text', 1, [], {}, { ...RAW, html: undefined }, { ...RAW, html: 5 }])('that is none is none: %j', (raw) => { expect(parseSnapshot(raw)).toBeNull(); });

  it.each([
    ['title', 5, ''], ['language', '<script>', ''], ['language', 'k', ''], ['language', 'ko--KR', ''], ['language', `ko${'-a'.repeat(40)}`, ''], ['language', 'en-GB-oed', 'en-GB-oed'], ['language', null, ''],
    ['direction', 'RTL', 'ltr'], ['direction', 'up', 'ltr'], ['contentType', {}, ''], ['selectionHtml', 1, ''], ['selectionText', null, ''], ['tooLarge', 'yes', false],
  ] as const)('reads %s %j as %j', (field, value, read) => { expect(parseSnapshot({ ...RAW, [field]: value })?.[field]).toBe(read); });

  it('is cut where it is too long, and says that its page was', () => {
    const long = parseSnapshot({ ...RAW, title: 'x'.repeat(5_000), contentType: 'y'.repeat(500), selectionText: 's'.repeat(MAX_TEXT + 5), selectionHtml: 'h'.repeat(MAX_TEXT + 5) });
    expect(long?.title.length).toBeLessThanOrEqual(2_000);
    expect([long?.contentType.length, long?.selectionText.length, long?.selectionHtml.length]).toEqual([100, MAX_TEXT, MAX_TEXT]);
    expect(parseSnapshot({ ...RAW, html: 'x'.repeat(MAX_PAGE) })).toMatchObject({ tooLarge: false, html: 'x'.repeat(MAX_PAGE) });
    expect(parseSnapshot({ ...RAW, html: 'x'.repeat(MAX_PAGE + 1) })).toMatchObject({ tooLarge: true, html: '' });
    expect(parseSnapshot({ ...RAW, tooLarge: true })?.tooLarge).toBe(true);
  });

  it('never throws, whatever the page returned', () => {
    fc.assert(fc.property(fc.anything(), (raw) => { parseSnapshot(raw); }));
  });
});

describe('an address', () => {
  it.each([
    ['https://a.example/x?q=1#here', 'https://a.example/x?q=1#here'], ['http://a.example', 'http://a.example/'], ['https://user:secret@a.example/x', 'https://a.example/x'],
    ['javascript:alert(1)', ''], ['chrome://settings', ''], ['file:///etc/passwd', ''], ['data:text/html,x', ''], ['', ''], ['not an address', ''],
  ])('%j is kept as %j', (url, kept) => { expect(clipAddress(url)).toBe(kept); });
});

describe('why a page can’t be read', () => {
  const snapshot = (part: Partial<PageSnapshot> = {}): PageSnapshot => ({ title: '', language: '', direction: 'ltr', contentType: 'text/html', html: '<p>x</p>', selectionHtml: '', selectionText: '', tooLarge: false, ...part });

  it.each([
    ['https://a.example/', snapshot(), null],
    ['https://a.example/plan.PDF', snapshot(), 'pdf'], ['https://a.example/plan.pdf?page=2', null, 'pdf'], ['https://a.example/pdf', snapshot(), null], ['https://a.example/a.pdf/x', snapshot(), null],
    ['https://a.example/view', snapshot({ contentType: 'application/pdf' }), 'pdf'],
    ['', snapshot(), 'no_access'], ['https://a.example/', null, 'no_access'],
    ['https://a.example/', snapshot({ tooLarge: true }), 'too_large'],
  ] as const)('%s is %j', (address, page, limit) => { expect(limitOf(address, page)).toBe(limit); });
});

describe('the words of a page, without anything that parses it', () => {
  it.each([
    ['<html><head><title>T</title></head><body class="a>b"><p title="1 > 0">1 &lt; 2 &amp;amp; 3</p><!-- <b>no</b> -->4&nbsp;5</body></html>', '1 < 2 &amp; 3 4 5'],
    ['<p>한 줄</p>\n<p>두\u0020\u0020줄</p>', '한 줄 \n 두 줄'],
    ['<p>1', '1'], ['<p title="', ''], ['1<!-- 2', '1'], ['', ''],
  ])('%j are %j', (html, words) => { expect(wordsOf(html)).toBe(words); });

  it('are found in a page that is nothing but open tags, in no time', () => {
    const began = performance.now();
    wordsOf('<a "'.repeat(250_000));
    wordsOf('<!--'.repeat(250_000));
    wordsOf(' '.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
