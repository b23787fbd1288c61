import { useLayoutEffect } from 'react';
import { useTranslations } from 'use-intl';
import { showSafely } from '@/utils/text/normalize';
import { usePanelStore } from '../../app/panel-store';
import { ChecklistView, ReadinessStrip } from '../../app/panel-parts';
import { useDealBoard } from '../../hooks/use-deal-record';
import type { Route } from '../../library/route';
import { hrefOf } from '../../library/route';
import { WorkBar } from './WorkBar';
import '../../call/call.css';
import './work.css';

/**
 * A deal's checklist between its calls: what came by mail or over the phone is answered here, as in a call and in no meeting.
 * An address can name an item (`?item=A-05`): it opens.
 */
export function ChecklistPage({ route }: { route: Route }) {
  const t = useTranslations('deal.work');
  const tl = useTranslations('library');
  const board = useDealBoard(route.id);
  const { item = '' } = route.params;
  const there = board?.record.deal.id;
  useLayoutEffect(() => {
    if (there === undefined || item === '') return;
    const { setFilter, openEditor } = usePanelStore.getState();
    setFilter('all');
    openEditor(item);
    document.querySelector(`[data-item="${CSS.escape(item)}"]`)?.scrollIntoView({ block: 'start' });
  }, [there, item]);
  if (board === undefined) return null;
  if (board === null) return <p>{tl('gone')} <a href={hrefOf('bin')}>{tl('toBin')}</a></p>;
  const { deal, account } = board.record;
  return (
    <div className="stack work">
      <WorkBar deal={deal} />
      <div className="stack tight"><p className="soft">{showSafely(`${account.name} · ${deal.name}`)}</p><h1>{t('checklistTitle')}</h1><p className="soft">{t('checklistLead')}</p></div>
      <ReadinessStrip board={board} />
      <ChecklistView board={board} meeting={null} />
    </div>
  );
}
