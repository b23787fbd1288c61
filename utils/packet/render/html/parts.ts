/** Small pieces of the packet's page. */
import { inlineText } from './inline-markdown';
import type { HtmlPart, SafeHtml } from '../escape';
import { html, joinHtml } from '../escape';
import type { View } from '../words';
import { itemName } from '../words';

export type SectionId = keyof View['labels']['sections'];

/** A section with its heading; the profile stands at every heading, so that each printed page names it. */
export function section(id: SectionId, view: View, body: HtmlPart): SafeHtml {
  const { labels, packet } = view;
  return html`<section id="${id}" aria-labelledby="${id}-h"><div class="head"><h2 id="${id}-h">${labels.sections[id]}</h2><span class="profile">${labels.redaction[packet.packet.redaction]}</span></div>
${body}</section>
`;
}

/** A quiet line where a list is empty: nothing is left out silently. */
export function empty(text: string): SafeHtml {
  return html`<p class="empty">${text}</p>`;
}

/** A small label with a tone. */
export function tag(text: string, tone: 'good' | 'warn' | 'bad' | 'plain' = 'plain'): SafeHtml {
  return text === '' ? html`` : html`<span class="tag ${tone}">${text}</span>`;
}

/** Facts in one muted line, empty ones left out. */
export function facts(...parts: (string | SafeHtml | null)[]): SafeHtml {
  const kept = parts.filter((p): p is string | SafeHtml => p !== null && p !== '');
  return kept.length === 0 ? html`` : html`<p class="facts">${joinHtml(kept.map((p) => html`<span>${p}</span>`), ' ')}</p>`;
}

/** A link to an item of the full list; plain text for one that isn't in it. */
export function itemLink(itemId: string | null, view: View): SafeHtml {
  const anchor = view.anchors.get(`item:${itemId ?? ''}`);
  const name = itemName(itemId, view);
  return anchor === undefined ? html`${name}` : html`<a href="#${anchor}">${name}</a>`;
}

/** What somebody said or typed: line breaks kept, its direction its own. */
export function said(text: string): SafeHtml {
  return html`<span class="said" dir="auto">${text}</span>`;
}

/** Minutes are Markdown: lists, bold and paragraphs become HTML, everything else stays text. */
export function fromMarkdown(body: string): SafeHtml {
  const out: SafeHtml[] = [];
  let list: { level: number; part: SafeHtml }[] = [];
  const flush = (): void => {
    if (list.length > 0) out.push(html`<ul>${list.map((l) => html`<li${l.level > 0 ? html` class="deeper"` : ''}>${l.part}</li>`)}</ul>`);
    list = [];
  };
  for (const line of body.split('\n')) {
    const bullet = /^(\s*)[-*]\s+(.*)$/.exec(line);
    if (bullet) {
      list.push({ level: (bullet[1] ?? '').length, part: inlineText(bullet[2] ?? '') });
    } else {
      flush();
      if (line.trim() !== '') out.push(html`<p>${inlineText(line)}</p>`);
    }
  }
  flush();
  return joinHtml(out);
}
