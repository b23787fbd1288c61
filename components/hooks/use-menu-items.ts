import { useEffect } from 'react';
import { db } from '@/utils/db/database';
import { pinKey } from '@/utils/deal/deal';
import { menuItems } from '@/utils/settings/capture-news';
import type { DealBoard } from './use-deal-record';
import { usePreferences } from './use-preferences';

/** Tells the context menu which items the deal in the panel has, so that evidence can go straight to one of them. */
export function useMenuItems(board: DealBoard | null | undefined): void {
  const { language } = usePreferences();
  const key = board ? [board.record.deal.id, language, ...[board.checklist, ...board.also].flatMap((list) => [pinKey(list), ...list.items.map(({ id, section }) => `${id} ${section}`)])].join(' ') : '';
  useEffect(() => {
    if (!board) return;
    const items = [...board.views, ...board.extra].map((view) => view.item);
    const sections = [board.checklist, ...board.also].flatMap((list) => list.sections.map((section) => ({
      name: section[language],
      items: items.filter((item) => item.section === section.id && list.items.some((own) => own.id === item.id))
        .map(({ id, topic }) => ({ id, topic, name: board.topics[topic]?.[language] ?? id })),
    })));
    void menuItems.setValue({ dealId: board.record.deal.id, sections: sections.filter((section) => section.items.length > 0) });
    // The board is a new object on each change of the deal; the menu only changes with what the key says.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
}

/** Tells the context menu when the meeting or a deal that it names has changed in this window. Practice is none of its business. */
export function useMenuPlaces(): void {
  // Not by a hook that draws: nothing of it is shown here. Loaded afterwards: the panel does not wait for it.
  useEffect(() => {
    let stop: (() => void) | null = null;
    let over = false;
    void import('@/utils/services/evidence/menu-places').then(({ followMenuPlaces }) => { if (!over) stop = followMenuPlaces(db); });
    return () => { over = true; stop?.(); };
  }, []);
}
