/** Updates: they wait for the end of a meeting; pages left from the old version are told apart. */
import { browser } from 'wxt/browser';
import { db } from '../../db/database';
import { PLATFORMS, platformOf } from '../../platforms/registry';
import { now } from '../../settings/clock';
import { waitingUpdate } from '../../settings/waiting-update';
import { markOrphans } from '../update/mark-orphans';
import { mayUpdate } from '../update/may-update';

/** Registers the listeners; to be called synchronously when the worker starts. */
export function watchUpdates(): void {
  const started = now();
  browser.runtime.onUpdateAvailable.addListener(({ version }) => { void waitingUpdate.setValue(version).then(updateIfQuiet); });
  browser.runtime.onInstalled.addListener(({ reason }) => { if (reason === 'install' || reason === 'update') void started.then(orphans); });
  browser.tabs.onRemoved.addListener(() => { void updateIfQuiet(); });
}

/** Takes a waiting update now if nothing runs. Called whenever something ended. */
export async function updateIfQuiet(): Promise<void> {
  if ((await waitingUpdate.getValue()) === null) return;
  // Firefox can't tell: there only the meeting counts.
  const { getContexts } = browser.runtime as { getContexts?: typeof browser.runtime.getContexts };
  const pages = (await getContexts?.({ contextTypes: ['TAB', 'POPUP', 'SIDE_PANEL'] })) ?? [];
  if (!(await mayUpdate(db, pages.length, await now()))) return;
  await waitingUpdate.setValue(null);
  browser.runtime.reload();
}

async function orphans(since: number): Promise<void> {
  const tabs = await browser.tabs.query({ url: PLATFORMS.flatMap((p) => [...p.matches]) });
  const found = tabs.flatMap(({ id, windowId, url }) => {
    const platform = platformOf(url ?? '');
    return id === undefined || !platform ? [] : [{ tabId: id, windowId, platform: platform.id }];
  });
  await markOrphans(db, found, since, await now());
}
