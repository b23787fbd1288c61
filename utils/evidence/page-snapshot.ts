/** What a page says of itself, raw: the page is a stranger, so every field is checked and capped here. */
import type { ClipLimit } from './clip';
import { cleanName, nfc } from '../text/normalize';

/** Bytes of a page that are looked at; above that only its address and the selection are kept. */
export const MAX_PAGE = 20_000_000;
/** Characters of text that are kept of one clip. */
export const MAX_TEXT = 2_000_000;
/** Characters of HTML that are kept of one clip; of a longer page only the text is, so that a backup's rows stay within bounds. */
export const MAX_HTML = 3_000_000;

export interface PageSnapshot {
  title: string;
  language: string;
  direction: 'ltr' | 'rtl';
  contentType: string;
  /** '' when the page was larger than MAX_PAGE. */
  html: string;
  selectionHtml: string;
  selectionText: string;
  tooLarge: boolean;
}

function textOf(value: unknown, max: number): string {
  return typeof value === 'string' ? value.slice(0, max) : '';
}

/** Reads what the injected function returned; null when it isn't a snapshot. */
export function parseSnapshot(value: unknown): PageSnapshot | null {
  if (typeof value !== 'object' || value === null) return null;
  const raw = value as Record<string, unknown>;
  if (typeof raw.html !== 'string') return null;
  const language = textOf(raw.language, 35);
  return {
    title: cleanName(textOf(raw.title, 2_000)),
    language: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/u.test(language) ? language : '',
    direction: raw.direction === 'rtl' ? 'rtl' : 'ltr',
    contentType: textOf(raw.contentType, 100),
    html: raw.html.length > MAX_PAGE ? '' : raw.html,
    selectionHtml: textOf(raw.selectionHtml, MAX_TEXT),
    selectionText: nfc(textOf(raw.selectionText, MAX_TEXT)),
    tooLarge: raw.tooLarge === true || raw.html.length > MAX_PAGE,
  };
}

/** The address as it may be kept: http(s), without a password in it; '' for anything else. */
export function clipAddress(url: string): string {
  if (!URL.canParse(url)) return '';
  const address = new URL(url);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') return '';
  address.username = '';
  address.password = '';
  return address.href;
}

/** Why nothing of this page can be read, before trying to; null when it may be readable. */
export function limitOf(address: string, snapshot: PageSnapshot | null): ClipLimit | null {
  if (address !== '' && /\.pdf$/iu.test(new URL(address).pathname)) return 'pdf';
  if (address === '' || !snapshot) return 'no_access';
  if (snapshot.contentType === 'application/pdf') return 'pdf';
  return snapshot.tooLarge ? 'too_large' : null;
}

const SIGNS: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00a0' };

/** Where a tag or comment that begins at `from` is over; a `>` in a quoted value is none. */
function endOfTag(html: string, from: number): number {
  if (html.startsWith('<!--', from)) return html.includes('-->', from) ? html.indexOf('-->', from) + 3 : html.length;
  let quoted = false;
  for (let at = from; at < html.length; at += 1) {
    if (html[at] === '"') quoted = !quoted;
    else if (html[at] === '>' && !quoted) return at + 1;
  }
  return html.length;
}

/** The words of a page's HTML as the browser wrote it, for where there is nothing that parses it. Reads each sign once, whatever the page holds. */
export function wordsOf(html: string): string {
  const pieces: string[] = [];
  for (let at = Math.max(0, html.indexOf('<body')); at < html.length;) {
    const tag = html.indexOf('<', at);
    pieces.push(html.slice(at, tag < 0 ? html.length : tag));
    at = tag < 0 ? html.length : endOfTag(html, tag);
  }
  const bare = pieces.join(' ').replace(/&(?:amp|lt|gt|nbsp);/gu, (sign) => SIGNS[sign] ?? sign);
  return nfc(bare).replace(/[^\S\n]+/gu, ' ').trim().slice(0, MAX_TEXT);
}
