import type { ComponentType, LazyExoticComponent } from 'react';
import { lazy } from 'react';
import type { PageName, Route } from './route';

export interface PageProps { route: Route }

/** One line per page, each loaded when it is opened. */
export const PAGES: Partial<Record<PageName, LazyExoticComponent<ComponentType<PageProps>>>> = {
  deals: lazy(async () => ({ default: (await import('./lists/DealsPage')).DealsPage })),
  unfiled: lazy(async () => ({ default: (await import('./lists/UnfiledPage')).UnfiledPage })),
  deal: lazy(async () => ({ default: (await import('../deal/DealPage')).DealPage })),
  checklist: lazy(async () => ({ default: (await import('../deal/work/ChecklistPage')).ChecklistPage })),
  cost: lazy(async () => ({ default: (await import('../deal/cost/CostPage')).CostPage })),
  packet: lazy(async () => ({ default: (await import('../deal/work/PacketPage')).PacketPage })),
  accounts: lazy(async () => ({ default: (await import('./account/AccountsPage')).AccountsPage })),
  account: lazy(async () => ({ default: (await import('./account/AccountPage')).AccountPage })),
  contacts: lazy(async () => ({ default: (await import('./account/Contacts')).ContactsPage })),
  meeting: lazy(async () => ({ default: (await import('./meeting/MeetingPage')).MeetingPage })),
  meetings: lazy(async () => ({ default: (await import('./lists/MeetingsPage')).MeetingsPage })),
  gaps: lazy(async () => ({ default: (await import('./lists/GapsPage')).GapsPage })),
  followups: lazy(async () => ({ default: (await import('../followup/FollowUpsPage')).FollowUpsPage })),
  packets: lazy(async () => ({ default: (await import('./lists/PacketsPage')).PacketsPage })),
  reply: lazy(async () => ({ default: (await import('../reply/ReplyPage')).ReplyPage })),
  checklists: lazy(async () => ({ default: (await import('./checklists/ChecklistsPage')).ChecklistsPage })),
  bin: lazy(async () => ({ default: (await import('./lists/BinPage')).BinPage })),
  help: lazy(async () => ({ default: (await import('../help/HelpPage')).HelpPage })),
  welcome: lazy(async () => ({ default: (await import('../help/WelcomePage')).WelcomePage })),
  practice: lazy(async () => ({ default: (await import('../help/PracticePage')).PracticePage })),
  settings: lazy(async () => ({ default: (await import('../settings/SettingsPage')).SettingsPage })),
  search: lazy(async () => ({ default: (await import('../search/SearchPage')).SearchPage })),
  evidence: lazy(() => import('../evidence/EvidencePage').then((m) => ({ default: m.EvidencePage }))),
  clip: lazy(() => import('../evidence/ClipPage').then((m) => ({ default: m.ClipPage }))),
};

/** What the navigation shows, in this order. */
export const NAVIGATION = ['deals', 'accounts', 'contacts', 'meetings', 'gaps', 'followups', 'packets', 'evidence', 'checklists', 'search', 'bin', 'settings', 'help'] as const satisfies readonly PageName[];

/** The list that a record's page belongs to: the navigation shows where one is. */
export const LIST_OF: Partial<Record<PageName, (typeof NAVIGATION)[number]>> = { unfiled: 'deals', deal: 'deals', checklist: 'deals', cost: 'deals', packet: 'deals', account: 'accounts', meeting: 'meetings', clip: 'evidence', reply: 'packets', welcome: 'help', practice: 'help' };
