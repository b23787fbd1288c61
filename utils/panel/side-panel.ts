/** The browser's own places for Baton: side panel, toolbar button, badge, a window. One tiny door each. */
import { browser } from 'wxt/browser';

const PANEL_PATH = 'sidepanel.html';

/** Chrome's side panel API, missing in Firefox and in tests. */
function sidePanel(): typeof browser.sidePanel | undefined {
  return (browser as { sidePanel?: typeof browser.sidePanel }).sidePanel;
}

interface SidebarAction { open: () => Promise<void> }

/** Firefox's sidebar: one per window, without a tab of its own. */
function sidebar(): SidebarAction | undefined {
  return (browser as { sidebarAction?: SidebarAction }).sidebarAction;
}

/** No panel by itself anywhere: only tabs with a call page get one, each its own. */
export async function disablePanelEverywhere(): Promise<void> {
  await sidePanel()?.setOptions({ enabled: false });
}

/**
 * Prepares a tab: on a call page the toolbar button has no popup, so that pressing it reaches
 * `action.onClicked` (the gesture that later allows recording), and the panel knows its tab.
 * Must be done before any click: awaiting anything inside the click loses the gesture.
 */
export async function preparePanel(tabId: number): Promise<void> {
  await sidePanel()?.setOptions({ tabId, path: `${PANEL_PATH}?tab=${String(tabId)}`, enabled: true });
  await browser.action.setPopup({ tabId, popup: sidePanel() ?? sidebar() ? '' : 'popup.html' });
}

/** Not a call page any more: back to the popup. The panel stays for the review until it is closed. */
export async function restorePopup(tabId: number): Promise<void> {
  await browser.action.setPopup({ tabId, popup: 'popup.html' });
}

/** Opens the panel of a tab. Only works synchronously inside a user gesture; else a window opens. */
export function openPanel(tabId: number): void {
  const open = sidePanel()?.open({ tabId }) ?? sidebar()?.open();
  // Installed-app and popup windows have no side panel: a plain window beside them does the same job.
  if (open) void open.catch(() => openPanelWindow(tabId));
  else void openPanelWindow(tabId);
}

/** Is the panel of this tab open, as a side panel or in a window? */
export async function isPanelOpen(tabId: number): Promise<boolean> {
  const { getContexts } = browser.runtime as { getContexts?: typeof browser.runtime.getContexts };
  if (!getContexts) return false;
  const contexts = await getContexts({});
  return contexts.some((c) => c.documentUrl?.endsWith(`/${PANEL_PATH}?tab=${String(tabId)}`));
}

/** Baton in a window of its own, for a tab or for none. */
export async function openPanelWindow(tabId: number | null): Promise<void> {
  const url = browser.runtime.getURL(`/${PANEL_PATH}` as '/sidepanel.html') + (tabId === null ? '' : `?tab=${String(tabId)}`);
  await browser.windows.create({ url, type: 'popup', width: 400, height: 760 });
}

/** A quiet dot on the toolbar button while a call runs in the tab. */
export async function showBadge(tabId: number, live: boolean): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: live ? '●' : '' });
  if (live) await browser.action.setBadgeBackgroundColor({ tabId, color: '#0a5c52' });
}

/** A mark on the toolbar button that stays until the next good news of the tab. */
export async function showTrouble(tabId: number): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: '!' });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#a3241b' });
}

/** The library in a tab of its own. */
export async function openLibraryTab(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
}

/** Says for two seconds whether something was kept, where no page of ours is open to say it. */
export async function flashBadge(tabId: number, kept: boolean): Promise<void> {
  const before = await browser.action.getBadgeText({ tabId });
  await browser.action.setBadgeBackgroundColor({ tabId, color: kept ? '#0a5c52' : '#a3241b' });
  await browser.action.setBadgeText({ tabId, text: kept ? '✓' : '!' });
  await new Promise((resolve) => { setTimeout(resolve, 2000); });
  // Two captures in a row must not leave the first one's mark behind.
  await browser.action.setBadgeText({ tabId, text: before === '●' ? before : '' });
  if (before === '●') await browser.action.setBadgeBackgroundColor({ tabId, color: '#0a5c52' });
}
