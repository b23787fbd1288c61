/** What axe finds wrong on the page as it stands. */
import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Each broken rule of WCAG 2.2 A and AA, with the start of what breaks it. Nothing is looked for in frames: a packet's preview is judged as a page of its own. */
export async function violations(): Promise<string[]> {
  // What is fine need not be described, which takes longer than finding it.
  const found = await axe.run(document.body, { runOnly: RULES, resultTypes: ['violations'], iframes: false });
  return found.violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}
