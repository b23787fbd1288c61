/** Inline Markdown as our own minutes use it, read back as HTML: bold, check boxes, escapes, and code as its plain words. Nothing else. */
import type { SafeHtml } from '../escape';
import { html, joinHtml } from '../escape';

const NAMED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };
const SIGN = /\\(?<escaped>[!-/:-@[-`{-~])|(?<named>&(?:lt|gt|amp);)|(?<ticks>`+)(?!`)(?<code>[^`]|[^`].*?[^`])\k<ticks>(?!`)|`+|(?<bold>\*\*)/g;

/** The words of a line, parted where bold begins or ends. */
function parted(text: string): string[] {
  const parts = [''];
  let from = 0;
  for (const { 0: found, index, groups = {} } of text.matchAll(SIGN)) {
    const words = groups.bold === undefined ? groups.escaped ?? groups.code ?? NAMED[found] ?? found : '';
    parts.push(`${parts.pop() ?? ''}${text.slice(from, index)}${words}`, ...(groups.bold === undefined ? [] : ['']));
    from = index + found.length;
  }
  return [...parts.slice(0, -1), `${parts.at(-1) ?? ''}${text.slice(from)}`];
}

/** One line of Markdown as HTML. */
export function inlineText(text: string): SafeHtml {
  const box = /^\[[ x]\] /i.test(text);
  const parts = parted(box ? text.slice(4) : text);
  // Odd parts are bold; a mark that nothing ends stands for itself.
  const pieces = parts.length % 2 === 1 ? parts.map((p, i) => (i % 2 === 1 ? html`<strong>${p}</strong>` : html`${p}`)) : [html`${parts.join('**')}`];
  return box ? html`<span class="box" aria-hidden="true">☐</span> ${joinHtml(pieces)}` : joinHtml(pieces);
}
