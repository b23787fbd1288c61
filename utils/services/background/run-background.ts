/**
 * The service worker's whole job: turn what pages and the browser report into rows. It remembers
 * nothing of a call in memory, only how much each tab has said lately.
 */
import { browser } from 'wxt/browser';
import { db } from '../../db/database';
import { messageBudget } from '../../messaging/message-budget';
import type { PageMessage, PageReply } from '../../messaging/page-signals';
import { parsePageMessage } from '../../messaging/parse-page-message';
import { disablePanelEverywhere, isPanelOpen, openPanel, preparePanel, restorePopup, showBadge } from '../../panel/side-panel';
import { PLATFORMS, platformOf } from '../../platforms/registry';
import type { PlatformSignal } from '../../platforms/signals';
import { now, timeOfEvent } from '../../settings/clock';
import { panelIntent } from '../../settings/panel-intent';
import { languageFor, preferencesOrDefaults } from '../../settings/preferences';
import { openWelcome } from './open-welcome';
import { leaveCall } from '../call/leave-call';
import { notePageSignal } from '../call/note-page-signal';
import { readMenuPlaces, tellMenuPlaces } from '../evidence/menu-places';
import { takeCare, takeDailyCare } from '../retention/take-care';
import { tellCallFailed, tellCallKept } from './tell-trouble';
import { watchContextMenu } from './context-menu';
import { watchMenuFile } from './menu-file';
import { scrubLeftBehind, watchScrubbing } from './scrubbing';
import { updateIfQuiet, watchUpdates } from './updates';

interface Tab { id?: number; windowId?: number; url?: string }

/** Registers every listener, synchronously, so that an event can wake the worker. */
export function runBackground(): void {
  watchUpdates();
  watchScrubbing();
  watchContextMenu();
  watchMenuFile();
  const budget = messageBudget();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void prepareAll();
    if (reason === 'install') void openWelcome();
  });
  browser.runtime.onStartup.addListener(() => { void forgetPresence().then(prepareAll).then(() => takeCare(db, Date.now())); });
  // The worker starts many times a day; a database that refuses is said by whoever needs it.
  void takeDailyCare(db, Date.now()).catch(() => undefined);
  void scrubLeftBehind().catch(() => undefined);
  browser.tabs.onUpdated.addListener((tabId, info, tab) => { if (info.status ?? info.url) void prepareTab({ ...tab, id: tabId }); });
  browser.tabs.onRemoved.addListener((tabId) => { budget.forget(tabId); void now().then((at) => leaveCall(db, tabId, at, true)); });
  browser.action.onClicked.addListener((tab) => { if (tab.id !== undefined) openPanel(tab.id); });
  browser.commands.onCommand.addListener((command, tab) => { onCommand(command, tab); });
  browser.runtime.onMessage.addListener((raw: unknown, sender, respond: (reply: unknown) => void) => {
    const message = sender.id === browser.runtime.id && sender.tab?.id !== undefined ? parsePageMessage(raw) : null;
    const platform = platformOf(sender.url ?? '');
    const tab = sender.tab;
    if (!message || !tab || tab.id === undefined || !platform || !fitsPage(message, platform.id)) return false;
    if (!budget.take(tab.id, Date.now(), message.type === 'page-signal' && message.signal.type === 'left')) return false;
    if (message.type === 'open-panel') {
      openPanel(tab.id);
      respond({ ok: true });
      return false;
    }
    const { id } = tab;
    // A page is told that it was not heard, never why: the words of an error are Baton's own.
    void onSignal({ id, windowId: tab.windowId }, platform.id, message.signal).then(respond, (error: unknown) => {
      respond({ error: 'not written' });
      void now().then((at) => tellCallFailed(id, error, at));
    });
    return true;
  });
}

/** A Meet page knows rooms of Meet only. */
function fitsPage(message: PageMessage, platform: string): boolean {
  return message.type === 'open-panel' || message.signal.room.startsWith(`${platform}:`);
}

function onCommand(command: string, tab: Tab | undefined): void {
  const id = tab?.id;
  if (id === undefined) return;
  openPanel(id);
  if (command === 'capture' || command === 'gap') {
    void panelIntent.setValue({ tabId: id, want: command === 'gap' ? 'gap' : 'note', at: Date.now() });
  }
}

async function onSignal(tab: { id: number; windowId: number | undefined }, platform: 'meet' | 'zoom', signal: PlatformSignal): Promise<PageReply> {
  const page = { tabId: tab.id, windowId: tab.windowId ?? null, platform };
  // A beginning and an end are dated by the page: it may have needed a while to be sure of them.
  await notePageSignal(db, page, signal, 'at' in signal ? await timeOfEvent(signal.at) : await now());
  await tellCallKept();
  if (signal.type === 'joined' || signal.type === 'left') await followMeeting();
  if (signal.type === 'joined') await showBadge(tab.id, true);
  if (signal.type === 'left') await showBadge(tab.id, false).then(updateIfQuiet);
  const { language, theme } = await preferencesOrDefaults();
  return { panel: (await isPanelOpen(tab.id)) ? 'open' : 'closed', language: languageFor(language, browser.i18n.getUILanguage()), theme };
}

/** The menu's names follow the meeting. Not worth failing for: a click goes where its entry said, however old that is. */
async function followMeeting(): Promise<void> {
  await readMenuPlaces(db, Date.now()).then(tellMenuPlaces).catch(() => undefined);
}

async function prepareTab(tab: Tab): Promise<void> {
  if (tab.id === undefined) return;
  if (platformOf(tab.url ?? '')) await preparePanel(tab.id);
  else await restorePopup(tab.id);
}

/** Tabs that were open before Baton was installed or updated. */
async function prepareAll(): Promise<void> {
  await disablePanelEverywhere();
  const tabs = await browser.tabs.query({ url: PLATFORMS.flatMap((p) => [...p.matches]) });
  await Promise.all(tabs.map(prepareTab));
}

/** After a restart no tab is in a call until its page says so; a meeting goes on if its page is back soon, else the care ends it. */
async function forgetPresence(): Promise<void> {
  await db.presence.clear();
}
