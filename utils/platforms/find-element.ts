/** Ordered ways to find one thing on a page. The first that answers wins, and says its name. */

/** From what lasts to what rotates (docs/platforms.md). */
export type StrategyName = 'ligature' | 'structure' | 'data' | 'jsname' | 'hint' | 'class';
export interface Strategy { name: StrategyName; find: (root: Document) => Element | null }
export interface Found { element: Element; strategy: StrategyName }

export function findBy(root: Document, strategies: readonly Strategy[]): Found | null {
  for (const { name, find } of strategies) {
    const element = find(root);
    if (element) return { element, strategy: name };
  }
  return null;
}

/** Finds again only when the element has left the page: the once-a-second check stays cheap. */
export function keepFinding(root: Document, strategies: readonly Strategy[]): () => Found | null {
  let found: Found | null = null;
  return () => {
    if (!found?.element.isConnected) found = findBy(root, strategies);
    return found;
  };
}

export const bySelector = (name: StrategyName, selector: string): Strategy => ({ name, find: (root) => root.querySelector(selector) });

/** The button whose icon is drawn by this word, the same in every language. Translation may wrap the word. */
export function buttonWithIcon(root: ParentNode, words: readonly string[]): Element | null {
  for (const icon of root.querySelectorAll('i')) {
    const button = words.includes(icon.textContent.trim()) ? icon.closest('button,[role=button]') : null;
    if (button) return button;
  }
  return null;
}

export const byIcon = (...words: string[]): Strategy => ({ name: 'ligature', find: (root) => buttonWithIcon(root, words) });

/** The words of all icons inside an element. */
export function iconWords(element: Element): string[] {
  return Array.from(element.querySelectorAll('i'), (icon) => icon.textContent.trim());
}

const NOT_WORDS = 'i,svg,button,[role=button],[role=tooltip],style,script,noscript';

/** The first words shown inside an element, past icons, buttons and tooltips; no layout is computed. */
export function firstWords(element: Element): string {
  const walker = element.ownerDocument.createTreeWalker(element, 4 /* text */);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let holder = node.parentElement;
    if (!node.nodeValue?.trim() || !holder || holder.closest(NOT_WORDS)) continue;
    // A browser that translates the page wraps every text in <font>.
    while (holder.localName === 'font' && holder.parentElement && holder !== element) holder = holder.parentElement;
    return holder === element ? node.nodeValue : holder.textContent;
  }
  return '';
}

/** Body there, but nothing in it. */
export function isEmptyPage(root: Document): boolean {
  return !root.body?.firstElementChild;
}
