/**
 * Where one is in the library, as an address: `library.html#/gaps?route=ask_delivery`. Filters live in
 * it, so that a view can be bookmarked and the browser's back works. Addresses are anybody's text.
 */
import { useMemo, useSyncExternalStore } from 'react';

export const PAGE_NAMES = ['deals', 'unfiled', 'deal', 'checklist', 'cost', 'packet', 'meetings', 'meeting', 'accounts', 'account', 'contacts', 'gaps', 'followups', 'packets', 'reply', 'checklists', 'evidence', 'clip', 'search', 'bin', 'settings', 'help', 'welcome', 'practice'] as const;
export type PageName = (typeof PAGE_NAMES)[number];

export interface Route {
  page: PageName;
  /** The record shown; '' for lists. */
  id: string;
  params: Readonly<Record<string, string>>;
}

export const FIRST_PAGE: PageName = 'deals';

/** Reads an address' hash; null when there is no such page. */
export function parseRoute(hash: string): Route | null {
  const [path = '', query = ''] = hash.replace(/^#?\/?/u, '').split('?', 2);
  const [name = '', id = ''] = path.split('/');
  const page = name === '' ? FIRST_PAGE : PAGE_NAMES.find((p) => p === name);
  if (!page) return null;
  try {
    return { page, id: decodeURIComponent(id), params: Object.fromEntries(new URLSearchParams(query)) };
  } catch {
    return null;
  }
}

/** The hash of a page; empty parameters are left out. */
export function hrefOf(page: PageName, id = '', params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString();
  return `#/${page}${id === '' ? '' : `/${encodeURIComponent(id)}`}${query === '' ? '' : `?${query}`}`;
}

/**
 * Where one is while a filter is being typed, which the address says only once the box is left or Enter is pressed: the browser
 * keeps each address in its history, and a search would be there letter by letter. Null: the address says it.
 */
let typed: string | null = null;

function tell(): void {
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Puts what was typed into the address: it is finished, and can be bookmarked, reloaded and come back to. */
function settle(): void {
  if (typed === null) return;
  // What is kept with the entry stays: where one is on the page.
  history.replaceState(history.state, '', typed);
  typed = null;
}

/** Somewhere else was gone to, by a link or the browser's own buttons, before the box was left. */
function onAddress(event: HashChangeEvent): void {
  // Our own call has no addresses.
  if (event.newURL !== '') typed = null;
}

function onKey(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.isComposing) settle();
}

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onAddress);
  addEventListener('hashchange', onChange);
  addEventListener('focusout', settle);
  // Before a list that is worked by keys follows its link.
  addEventListener('keydown', onKey, true);
  return () => {
    typed = null;
    removeEventListener('hashchange', onAddress);
    removeEventListener('hashchange', onChange);
    removeEventListener('focusout', settle);
    removeEventListener('keydown', onKey, true);
  };
}

/** The route of this page, live. */
export function useRoute(): Route | null {
  const hash = useSyncExternalStore(subscribe, () => typed ?? location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Goes to a page, or stays on it with another filter. `filter`: no step back for it. `typing`: one that is not finished yet. */
export function goTo(href: string, how: 'step' | 'filter' | 'typing' = 'step'): void {
  if (how === 'step') {
    settle();
    location.hash = href;
    return;
  }
  typed = href;
  if (how === 'filter') settle();
  tell();
}
