/** The context menu on pages and selections: a note, a gap or evidence from any tab, off-limits pages too. */
import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { BatonDatabase } from '../../db/database';
import { db } from '../../db/database';
import { readCaptureTarget } from '../../db/library/read-capture';
import { readDealChoices } from '../../db/read-deal';
import { popup as english } from '../../i18n/messages/en/popup';
import { popup as korean } from '../../i18n/messages/ko/popup';
import { pageLine } from '../../notes/page-line';
import { flashBadge } from '../../panel/side-panel';
import type { CaptureTrouble } from '../../settings/capture-news';
import { menuItems } from '../../settings/capture-news';
import { now } from '../../settings/clock';
import { languageFor, preferences } from '../../settings/preferences';
import { showSafely, truncateText } from '../../text/normalize';
import { captureLine } from '../capture/capture-line';
import { clipTab } from '../evidence/clip-tab';
import { tellClickFailed, tellClickKept } from './tell-trouble';


type MenuId = 'note' | 'gap' | 'evidence';
/** How many deals are offered by name, beside the one that goes without saying. */
const RECENT_DEALS = 5;
/** Longest title of an entry. */
const TITLE_MAX = 60;

/** What of a click is used: nothing of the page itself, so that pages no extension may read work as well. */
export interface MenuClick { menu: string; selectionText: string; url: string; title: string; tabId: number }

/** Registers the listeners, synchronously: a click wakes the worker. */
export function watchContextMenu(): void {
  browser.runtime.onInstalled.addListener(() => { void createMenus(); });
  browser.runtime.onStartup.addListener(() => { void createMenus(); });
  // Cheap, and rare: whichever preference changed.
  preferences.watch(() => { void createMenus(); });
  menuItems.watch(() => { void createMenus(); });
  browser.contextMenus.onClicked.addListener((info, tab) => { void onClicked(info, tab); });
}

let creating: Promise<void> = Promise.resolve();

/** Makes the menus anew in the chosen language, one run after another: overlapping ones would create an id twice. */
async function createMenus(): Promise<void> {
  creating = creating.then(replaceMenus, replaceMenus);
  await creating;
}

async function replaceMenus(): Promise<void> {
  const { language } = await preferences.getValue();
  const titles = (languageFor(language, browser.i18n.getUILanguage()) === 'ko' ? korean : english).menu;
  await browser.contextMenus.removeAll();
  const contexts: ['page', 'selection'] = ['page', 'selection'];
  for (const entry of await entriesOf(db, titles, await now())) browser.contextMenus.create({ ...entry, title: titleOf(entry.title), contexts });
}

/** In a title `%s` would be the selection, and `&` a key. */
function titleOf(words: string): string {
  return truncateText(showSafely(words), TITLE_MAX).replaceAll('&', '&&').replaceAll('%', '%\u200b');
}

export interface MenuEntry { id: string; title: string; parentId?: string }
type MenuWords = Record<MenuId | 'here' | 'item', string>;

/** The menu as it is at `at`: evidence goes where a line would, to a recent deal, or to an item of the deal in the panel. */
export async function entriesOf(database: BatonDatabase, words: MenuWords, at: number): Promise<MenuEntry[]> {
  const [target, choices, items] = await Promise.all([readCaptureTarget(database, null, at), readDealChoices(database), menuItems.getValue()]);
  const nameOf = (account: string, deal: string): string => [account, deal].filter((name) => name !== '').join(' · ');
  const here = nameOf(target.accountName, target.dealName);
  const deals = choices.filter((c) => c.deal.id !== target.dealId).slice(0, RECENT_DEALS)
    .map(({ deal, account }): MenuEntry => ({ id: `deal:${deal.id}`, title: nameOf(account.name, deal.name), parentId: 'evidence' }));
  const sections = items !== null && choices.some((c) => c.deal.id === items.dealId) ? items.sections : [];
  return [
    { id: 'note', title: words.note }, { id: 'gap', title: words.gap }, { id: 'evidence', title: words.evidence },
    { id: 'here', title: here === '' ? words.here : here, parentId: 'evidence' }, ...deals,
    ...(sections.length > 0 ? [{ id: 'item', title: words.item, parentId: 'evidence' }] : []),
    ...sections.flatMap((section, i): MenuEntry[] => [
      { id: `section:${String(i)}`, title: section.name, parentId: 'item' },
      ...section.items.map((item) => ({ id: `item:${item.id}`, title: item.name, parentId: `section:${String(i)}` })),
    ]),
  ];
}

async function onClicked(info: Browser.contextMenus.OnClickData, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const click: MenuClick = {
    menu: String(info.menuItemId), selectionText: info.selectionText ?? '', url: info.pageUrl ?? tab?.url ?? '', title: tab?.title ?? '', tabId: tab?.id ?? -1,
  };
  const kept = await keepClick(db, click);
  if (click.tabId >= 0) await flashBadge(click.tabId, kept).catch(() => undefined);
}

/** Keeps what was clicked; a failure is left for the popup and the panel to say. Resolves to whether it was kept. */
export async function keepClick(database: BatonDatabase, click: MenuClick): Promise<boolean> {
  const at = await now();
  try {
    await store(database, click, at);
    await tellClickKept();
    return true;
  } catch (error) {
    await tellClickFailed(error, at);
    return false;
  }
}

interface Place { dealId: string; meetingId: string; itemId: string | null; topic: string | null }

/** Where evidence of this entry goes. Menus can be older than the database: a deal that is gone leaves it where a line would go. */
async function placeOf(database: BatonDatabase, menu: string, at: number): Promise<Place | null> {
  const split = menu.indexOf(':');
  const [kind, id] = split < 0 ? [menu, ''] : [menu.slice(0, split), menu.slice(split + 1)];
  if (!['evidence', 'here', 'deal', 'item'].includes(kind)) return null;
  const items = kind === 'item' ? await menuItems.getValue() : null;
  const item = items?.sections.flatMap((s) => s.items).find((i) => i.id === id) ?? null;
  const wanted = kind === 'deal' ? id : (items?.dealId ?? null);
  const picked = wanted !== null && (await database.deals.get(wanted)) ? wanted : null;
  const { meeting, dealId } = await readCaptureTarget(database, picked, at);
  return { dealId, meetingId: meeting?.id ?? '', itemId: picked === null ? null : (item?.id ?? null), topic: picked === null ? null : (item?.topic ?? null) };
}

async function store(database: BatonDatabase, click: MenuClick, at: number): Promise<void> {
  const place = await placeOf(database, click.menu, at);
  if (place) {
    const { tabId, url, title, selectionText } = click;
    await clipTab(database, { tabId, url, title, selectionText, wholePage: selectionText === '', ...place }, at);
    return;
  }
  if (click.menu !== 'note' && click.menu !== 'gap') return;
  const { meeting, dealId } = await readCaptureTarget(database, null, at);
  const { name } = await preferences.getValue();
  const context = { meeting, dealId, focus: null, me: name, kind: null, draftKey: '' };
  const line = await captureLine(database, pageLine(click, click.menu), context, at);
  if (!line) throw new Error('nothing_there' satisfies CaptureTrouble['reason']);
}
