/** Inline Markdown as our own minutes use it, read back as HTML: bold, check boxes, escapes. Nothing else. */
import type { SafeHtml } from '../escape';
import { html, joinHtml } from '../escape';

const NAMED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

function literal(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])|&lt;|&gt;|&amp;/g, (found, escaped?: string) => escaped ?? NAMED[found] ?? found);
}

/** One line of Markdown as HTML. */
export function inlineText(text: string): SafeHtml {
  const box = /^\[[ x]\] /i.test(text);
  const rest = box ? text.slice(4) : text;
  // Split at ** that isn't escaped: odd parts are bold.
  const parts = rest.split(/(?<!\\)\*\*/);
  const even = parts.length % 2 === 1;
  const pieces = even ? parts.map((p, i) => (i % 2 === 1 ? html`<strong>${literal(p)}</strong>` : html`${literal(p)}`)) : [html`${literal(rest)}`];
  return box ? html`<span class="box" aria-hidden="true">☐</span> ${joinHtml(pieces)}` : joinHtml(pieces);
}
