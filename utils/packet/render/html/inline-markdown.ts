/** Inline Markdown as our own minutes use it, as HTML: bold, check boxes, escapes. Nothing else. */
import type { SafeHtml } from '../escape';
import { html, joinHtml } from '../escape';
import type { MinutesWords } from '../minutes-text';

/** The words of one line of minutes as HTML. */
export function wordsHtml({ box, pieces }: MinutesWords): SafeHtml {
  const words = joinHtml(pieces.map(({ text, bold }) => (bold ? html`<strong>${text}</strong>` : html`${text}`)));
  return box ? html`<span class="box" aria-hidden="true">☐</span> ${words}` : words;
}
