/** A clip as a page of its own: opens anywhere, runs nothing, loads nothing. */
import type { Clip } from '../../evidence/clip';
import { html, SafeHtml } from './escape';

/** The policy holds even if the text below it were not harmless. */
const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'";

/** How every such page begins; the policy stands before anything of a stranger's. */
const BEGINNING = /^<!doctype html>\n<html lang="[^"<>]*" dir="(?:ltr|rtl)">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">\n/u;

/** True for a page as `renderEvidence` makes it: one from a backup that somebody else wrote may be anything. */
export function isEvidencePage(page: string): boolean {
  return BEGINNING.test(page);
}

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
