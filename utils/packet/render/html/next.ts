/** The meeting that comes next: when, where, what for and with whom. */
import type { SafeHtml } from '../escape';
import { html } from '../escape';
import { nextFacts } from '../next/next-meeting';
import type { View } from '../words';
import { said, section } from './parts';

/** Nothing is known of it: no section. The address is text, no link: whose room it is, is not ours to open. */
export function nextSection(view: View): SafeHtml {
  const known = nextFacts(view);
  if (known.length === 0) return html``;
  return section('next', view, html`<dl class="meta">
${known.map(({ name, text }) => html`<div><dt>${name}</dt><dd>${said(text)}</dd></div>
`)}</dl>`);
}
