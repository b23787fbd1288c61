/** A clip as a page of its own: opens anywhere, runs nothing, loads nothing. */
import type { Clip } from '../../evidence/clip';
import { isPlainHtml } from '../../evidence/plain-html';
import { html, SafeHtml } from './escape';

/** The policy holds even if the text below it were not harmless. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** A link only where it leads to the web; a selection of a page without an address has none. */
function address(url: string): SafeHtml {
  return /^https?:\/\//iu.test(url) ? html`<a href="${url}" rel="noreferrer noopener nofollow">${url}</a> · ` : html``;
}

/** `takenAt` is ISO 8601. `clip.html` was made harmless by whoever gathered it; a clip without it shows its text. */
export function renderEvidence(clip: Pick<Clip, 'title' | 'url' | 'language' | 'direction' | 'html' | 'text' | 'byline' | 'siteName'>, takenAt: string): string {
  const from = [clip.siteName, clip.byline].filter((part) => part !== '').join(' · ');
  return html`<!doctype html>
<html lang="${clip.language}" dir="${clip.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new SafeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${clip.title}</title>
</head>
<body>
<header dir="auto"><h1>${clip.title}</h1>${from === '' ? '' : html`<p>${from}</p>`}
<p>${address(clip.url)}<time datetime="${takenAt}">${takenAt}</time></p></header>
<hr>
<main>
${clip.html === '' ? html`<pre>${clip.text}</pre>` : new SafeHtml(clip.html)}
</main>
</body>
</html>
`.source;
}

/** What stands in a page for what differs from one to the next, and what that may look like. */
const SLOTS: readonly (readonly [slot: string, form: string])[] = [
  ['slot-language', '[^<>"\'`]*'], ['slot-title', '[^<>"\'`]*'], ['slot-from', '[^<>"\'`]*'], ['https://slot-address', '[Hh][Tt][Tt][Pp][Ss]?:\\/\\/[^<>"\'`]*'],
  ['slot-time', '[\\d:.TZ+-]*'], ['dir="ltr"', 'dir="(?:ltr|rtl)"'], ['slot-page', '([^]*)'],
];

function patternOf(siteName: string, url: string): RegExp {
  const page = renderEvidence({ title: 'slot-title', siteName, byline: '', url, language: 'slot-language', direction: 'ltr', html: 'slot-page', text: '' }, 'slot-time');
  const source = page.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  return new RegExp(`^${SLOTS.reduce((all, [slot, form]) => all.replaceAll(slot, form), source)}$`, 'u');
}

/** The pages that `renderEvidence` makes: with and without where they are from, and with and without an address. */
const PATTERNS = ['slot-from', ''].flatMap((siteName) => ['https://slot-address', ''].map((url) => patternOf(siteName, url)));

/**
 * True for a page as `renderEvidence` makes it, with nothing in it but what may be kept of a page: one from a backup that somebody else
 * wrote may be anything, and the policy stops neither a redirection nor a name looked up ahead. When the page changes, the pages of packets
 * that were stored before must still be known.
 */
export function isEvidencePage(page: string): boolean {
  const content = PATTERNS.map((pattern) => pattern.exec(page)?.[1]).find((found) => found !== undefined);
  return content !== undefined && isPlainHtml(content);
}
