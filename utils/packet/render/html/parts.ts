/** Small pieces of the packet's page. */
import { wordsHtml } from './inline-markdown';
import type { HtmlPart, SafeHtml } from '../escape';
import { html, joinHtml } from '../escape';
import { readMinutes } from '../minutes-text';
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
  return joinHtml(readMinutes(body).map((block) => (block.kind === 'text'
    ? html`<p>${wordsHtml(block.words)}</p>`
    : html`<ul>${block.items.map((item) => html`<li${item.deeper ? html` class="deeper"` : ''}>${wordsHtml(item.words)}</li>`)}</ul>`)));
}
