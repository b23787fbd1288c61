import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';
import type { PageName, Route } from './route';

export interface PageProps { route: Route }

/** One line per page, each loaded when it is opened. */
export const PAGES: Partial<Record<PageName, LazyExoticComponent<ComponentType<PageProps>>>> = {
  evidence: lazy(() => import('../evidence/EvidencePage').then((m) => ({ default: m.EvidencePage }))),
  clip: lazy(() => import('../evidence/ClipPage').then((m) => ({ default: m.ClipPage }))),
};

/** What the navigation shows, in this order. */
export const NAVIGATION = ['deals', 'accounts', 'contacts', 'meetings', 'gaps', 'packets', 'evidence', 'search', 'bin', 'settings', 'help'] as const satisfies readonly PageName[];
