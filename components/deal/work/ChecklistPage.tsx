import { useLayoutEffect } from 'react';
import { useTranslations } from 'use-intl';
import { usePanelStore } from '../../app/panel-store';
import { ChecklistView, ReadinessStrip } from '../../app/panel-parts';
import type { DealBoard } from '../../hooks/use-deal-record';
import type { Route } from '../../library/route';
import { WorkPage } from './WorkPage';
import '../../call/call.css';

/**
 * A deal's checklist between its calls: what came by mail or over the phone is answered here, as in a call and in no meeting.
 * An address can name an item (`?item=A-05`): it opens.
 */
export function ChecklistPage({ route }: { route: Route }) {
  const t = useTranslations('deal.work');
  return (
    <WorkPage dealId={route.id} title={t('checklistTitle')} lead={t('checklistLead')}>
      {(board) => <Items board={board} item={route.params.item ?? ''} />}
    </WorkPage>
  );
}

function Items({ board, item }: { board: DealBoard; item: string }) {
  useLayoutEffect(() => {
    if (item === '') return;
    const { setFilter, openEditor } = usePanelStore.getState();
    setFilter('all');
    openEditor(item);
    document.querySelector(`[data-item="${CSS.escape(item)}"]`)?.scrollIntoView({ block: 'start' });
  }, [item]);
  return <><ReadinessStrip board={board} /><ChecklistView board={board} meeting={null} /></>;
}
