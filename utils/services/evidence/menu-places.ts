/** Where the context menu offers to put evidence, by name; told to the worker, which makes the menu, when it changes. */
import { liveQuery } from 'dexie';
import type { BatonDatabase } from '../../db/database';
import { DATABASE_NAME } from '../../db/database';
import { readCaptureTarget } from '../../db/library/read-capture';
import { menuNews } from '../../settings/capture-news';

/** How many deals are offered by name, beside the one that goes without saying. */
const RECENT_DEALS = 5;

export interface MenuPlace { dealId: string; name: string }
/** `here`: where a line would go; without a name there is no deal yet. `recent`: other deals, the last used first. */
export interface MenuPlaces { here: MenuPlace; recent: MenuPlace[] }

function nameOf(account: string, deal: string): string {
  return [account, deal].filter((name) => name !== '').join(' · ');
}

/** The places as they are at `at`; by index, since it is read again with each change of a deal. */
export async function readMenuPlaces(database: BatonDatabase, at: number): Promise<MenuPlaces> {
  const target = await readCaptureTarget(database, null, at);
  const deals = await database.deals.orderBy('updatedAt').reverse().filter((deal) => deal.id !== target.dealId).limit(RECENT_DEALS).toArray();
  const accounts = await database.accounts.bulkGet(deals.map((deal) => deal.accountId));
  const recent = deals.flatMap((deal, i) => (accounts[i] ? [{ dealId: deal.id, name: nameOf(accounts[i].name, deal.name) }] : []));
  return { here: { dealId: target.dealId, name: nameOf(target.accountName, target.dealName) }, recent };
}

/** Lets the worker make the menu anew, if these are not the places that it was told last. */
export async function tellMenuPlaces(places: MenuPlaces): Promise<void> {
  const news = JSON.stringify(places);
  if ((await menuNews.getValue()) !== news) await menuNews.setValue(news);
}

/** Tells them from now on, whenever a change reaches this page. Practice is none of the menu's business. Returns how to stop. */
export function followMenuPlaces(database: BatonDatabase): () => void {
  if (database.name !== DATABASE_NAME) return () => undefined;
  const places = liveQuery(async () => readMenuPlaces(database, Date.now())).subscribe({ next: (now) => { void tellMenuPlaces(now).catch(() => undefined); }, error: () => undefined });
  return () => { places.unsubscribe(); };
}
