/** The entries of the context menu: what they are called, and where evidence of each goes. */
import type { BatonDatabase } from '../../db/database';
import { readCaptureTarget } from '../../db/library/read-capture';
import { UNFILED } from '../../deal/deal';
import { menuItems } from '../../settings/capture-news';
import { readMenuPlaces } from '../evidence/menu-places';

export type MenuId = 'note' | 'gap' | 'evidence';

/** `id` says where it goes, not only its name: menus can be older than the running meeting and than the panel's deal. */
export interface MenuEntry { id: string; title: string; parentId?: string }
export type MenuWords = Record<MenuId | 'here' | 'item', string>;

/** The menu as it is at `at`: evidence goes where a line would, to a recent deal, or to an item of the deal in the panel. */
export async function entriesOf(database: BatonDatabase, words: MenuWords, at: number): Promise<MenuEntry[]> {
  const [{ here, recent }, items] = await Promise.all([readMenuPlaces(database, at), menuItems.getValue()]);
  const dealId = items?.dealId ?? '';
  const sections = items !== null && (await database.deals.get(dealId)) ? items.sections : [];
  return [
    { id: 'note', title: words.note }, { id: 'gap', title: words.gap }, { id: 'evidence', title: words.evidence },
    here.name === '' ? { id: 'here', title: words.here, parentId: 'evidence' } : { id: `here:${here.dealId}`, title: here.name, parentId: 'evidence' },
    ...recent.map((one): MenuEntry => ({ id: `deal:${one.dealId}`, title: one.name, parentId: 'evidence' })),
    ...(sections.length > 0 ? [{ id: 'item', title: words.item, parentId: 'evidence' }] : []),
    ...sections.flatMap((section, i): MenuEntry[] => [
      { id: `section:${String(i)}`, title: section.name, parentId: 'item' },
      ...section.items.map((item) => ({ id: ['item', dealId, item.id, item.topic].join(':'), title: item.name, parentId: `section:${String(i)}` })),
    ]),
  ];
}

export interface Place { dealId: string; meetingId: string; itemId: string | null; topic: string | null }

/**
 * Where evidence of this entry goes: to the deal whose name stood there, in its running meeting. Under no other
 * when that deal is gone, and where a line would go only when no name stood there. Null for what is no evidence.
 */
export async function placeOf(database: BatonDatabase, menu: string, at: number): Promise<Place | null> {
  const [kind = '', named = '', item = '', topic = ''] = menu.split(':');
  if (!['evidence', 'here', 'deal', 'item'].includes(kind)) return null;
  if (named !== '' && !(await database.deals.get(named))) return { dealId: UNFILED, meetingId: '', itemId: null, topic: null };
  const here = await readCaptureTarget(database, null, at);
  // Where a line goes may be a meeting that is over; of a deal that was picked only one that runs counts.
  const goesHere = named === '' || (kind === 'here' && named === here.dealId);
  const { meeting, dealId } = goesHere ? here : await readCaptureTarget(database, named, at);
  return { dealId, meetingId: meeting?.id ?? '', itemId: item || null, topic: topic || null };
}
