/** After an install or update, pages that were open before hold a script without an extension, or none. */
import type { BatonDatabase } from '../../db/database';

/** A tab with a call page that was open before. */
export interface OpenTab { tabId: number; windowId: number | null; platform: 'meet' | 'zoom' }

/**
 * Says of each tab that it has to be reloaded, unless it was heard of since `since`: then its script is
 * alive. Which meeting it showed stays known, so that the panel stays on it.
 */
export async function markOrphans(database: BatonDatabase, tabs: readonly OpenTab[], since: number, at: number): Promise<void> {
  await database.transaction('rw', database.presence, async () => {
    for (const tab of tabs) {
      const before = await database.presence.get(tab.tabId);
      if (before && before.at >= since) continue;
      await database.presence.put({
        ...tab, room: before?.room ?? '', title: before?.title ?? '', meetingId: before?.meetingId ?? null, state: 'blind', blind: 'orphaned', at,
      });
    }
  });
}
