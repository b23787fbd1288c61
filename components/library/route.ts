/**
 * Where one is in the library, as an address: `library.html#/gaps?route=ask_delivery`. Filters live in
 * it, so that a view can be bookmarked and the browser's back works. Addresses are anybody's text.
 */
import { useMemo, useSyncExternalStore } from 'react';

export const PAGE_NAMES = ['deals', 'deal', 'meetings', 'meeting', 'accounts', 'account', 'contacts', 'gaps', 'packets', 'evidence', 'clip', 'search', 'bin', 'settings', 'help', 'welcome', 'practice'] as const;
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

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => { removeEventListener('hashchange', onChange); };
}

/** The route of this page, live. */
export function useRoute(): Route | null {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Goes to a page. `replace` while a filter is being typed: no step back per letter. */
export function goTo(href: string, replace = false): void {
  if (!replace) { location.hash = href; return; }
  history.replaceState(null, '', href);
  dispatchEvent(new HashChangeEvent('hashchange'));
}
