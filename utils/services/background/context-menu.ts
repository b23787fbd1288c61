/** The context menu on pages and selections: a note, a gap or evidence from any tab, off-limits pages too. */
import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { BatonDatabase } from '../../db/database';
import { db } from '../../db/database';
import { readCaptureTarget } from '../../db/library/read-capture';
import { popup as english } from '../../i18n/messages/en/popup';
import { popup as korean } from '../../i18n/messages/ko/popup';
import { pageLine } from '../../notes/page-line';
import { flashBadge } from '../../panel/side-panel';
import type { CaptureTrouble } from '../../settings/capture-news';
import { menuItems, menuNews } from '../../settings/capture-news';
import { now } from '../../settings/clock';
import { languageFor, preferences, preferencesOrDefaults } from '../../settings/preferences';
import { showSafely, truncateText } from '../../text/normalize';
import { captureLine } from '../capture/capture-line';
import { clipTab } from '../evidence/clip-tab';
import { entriesOf, placeOf } from './menu-entries';
import { tellClickFailed, tellClickKept } from './tell-trouble';

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
  menuNews.watch(() => { void createMenus(); });
  browser.contextMenus.onClicked.addListener((info, tab) => { void onClicked(info, tab); });
}

let creating: Promise<void> = Promise.resolve();

/** Makes the menus anew in the chosen language, one run after another: overlapping ones would create an id twice. */
async function createMenus(): Promise<void> {
  creating = creating.then(replaceMenus, replaceMenus);
  await creating;
}

async function replaceMenus(): Promise<void> {
  const { language } = await preferencesOrDefaults();
  const titles = (languageFor(language, browser.i18n.getUILanguage()) === 'ko' ? korean : english).menu;
  const entries = await entriesOf(db, titles, await now());
  await browser.contextMenus.removeAll();
  const contexts: ['page', 'selection'] = ['page', 'selection'];
  for (const entry of entries) browser.contextMenus.create({ ...entry, title: titleOf(entry.title), contexts });
}

/** In a title `%s` would be the selection, and `&` a key. */
function titleOf(words: string): string {
  return truncateText(showSafely(words), TITLE_MAX).replaceAll('&', '&&').replaceAll('%', '%\u200b');
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

async function store(database: BatonDatabase, click: MenuClick, at: number): Promise<void> {
  const place = await placeOf(database, click.menu, at);
  if (place) {
    const { tabId, url, title, selectionText } = click;
    await clipTab(database, { tabId, url, title, selectionText, wholePage: selectionText === '', ...place }, at);
    return;
  }
  if (click.menu !== 'note' && click.menu !== 'gap') return;
  const { meeting, dealId } = await readCaptureTarget(database, null, at);
  const { name } = await preferencesOrDefaults();
  const context = { meeting, dealId, focus: null, me: name, kind: null, draftKey: '' };
  const line = await captureLine(database, pageLine(click, click.menu), context, at);
  if (!line) throw new Error('nothing_there' satisfies CaptureTrouble['reason']);
}
