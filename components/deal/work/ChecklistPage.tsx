import { useCallback, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { Filter } from '../../app/panel-store';
import { FILTERS, usePanelStore } from '../../app/panel-store';
import { ChecklistView, ReadinessStrip } from '../../app/panel-parts';
import type { DealBoard } from '../../hooks/use-deal-record';
import { setParam } from '../../library/ListFrame';
import type { Route } from '../../library/route';
import { WorkPage } from './WorkPage';
import '../../call/call.css';

/**
 * A deal's checklist between its calls: what came by mail or over the phone is answered here, as in a call and in no meeting.
 * An address can name an item (`?item=A-05`): it opens; and a filter (`?show=open`).
 */
export function ChecklistPage({ route }: { route: Route }) {
  const t = useTranslations('deal.work');
  // Once for each address: the items come anew when the deal gets another checklist, and there the number is another item's.
  const opened = useRef('');
  const isNew = useCallback((item: string): boolean => {
    const last = opened.current;
    opened.current = item;
    return item !== last;
  }, []);
  return (
    <WorkPage dealId={route.id} title={t('checklistTitle')} lead={t('checklistLead')}>
      {(board) => <Items board={board} route={route} isNew={isNew} />}
    </WorkPage>
  );
}

const inAddress = (filter: Filter): string => (filter === 'all' ? '' : filter);

/** The filter lives in the address as everywhere in the library: it can be kept, and the way back leads to it. */
function useShownItems(route: Route): void {
  const { show = '' } = route.params;
  useLayoutEffect(() => {
    usePanelStore.getState().setFilter(FILTERS.find((one) => one === show) ?? 'all');
    return usePanelStore.subscribe(({ filter }, before) => {
      if (filter !== before.filter && inAddress(filter) !== show) setParam(route, 'show', inAddress(filter));
    });
  }, [route, show]);
}

function Items({ board, route, isNew }: { board: DealBoard; route: Route; isNew: (item: string) => boolean }) {
  const { item = '' } = route.params;
  useShownItems(route);
  useLayoutEffect(() => {
    const named = [...board.views, ...board.extra].find((view) => view.item.id === item)?.item;
    if (!named || !isNew(item)) return;
    const { setFilter, openEditor } = usePanelStore.getState();
    setFilter('all');
    openEditor(named);
    document.querySelector(`[data-item="${CSS.escape(item)}"]`)?.scrollIntoView({ block: 'start' });
  }, [board, item, isNew]);
  return <><ReadinessStrip board={board} /><ChecklistView board={board} meeting={null} /></>;
}
