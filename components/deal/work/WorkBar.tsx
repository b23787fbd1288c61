import { useEffect, useLayoutEffect } from 'react';
import { useTranslations } from 'use-intl';
import { standIn } from '@/utils/db/undo/place';
import type { Deal } from '@/utils/deal/deal';
import { utcOffsetAt } from '@/utils/settings/clock';
import { SavedIndicator, UndoButton } from '../../app/panel-parts';
import { usePanelStore } from '../../app/panel-store';
import { useNow } from '../../hooks/use-now';
import { hrefOf } from '../../library/route';
import { useUndo } from '../../undo/use-undo';

/**
 * Above a page on which a deal is worked on between its calls: back to the deal, saved or not, undo. What is done on it is
 * undone on it, as in a panel: its steps are filed under the deal.
 */
export function WorkBar({ deal }: { deal: Pick<Deal, 'id'> }) {
  const t = useTranslations('deal.work');
  const { now } = useNow();
  const undo = useUndo(deal.id);
  useLayoutEffect(() => standIn(deal.id), [deal.id]);
  // An item that is open here is none of another deal's, and what undo had to say was about this page.
  useEffect(() => () => {
    const { turnToAnother, tell } = usePanelStore.getState();
    turnToAnother();
    tell(null);
  }, [deal.id]);
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (!e.altKey || e.ctrlKey || e.metaKey || e.isComposing || e.code !== 'KeyZ') return;
      e.preventDefault();
      undo();
    };
    addEventListener('keydown', onKey);
    return () => { removeEventListener('keydown', onKey); };
  }, [undo]);
  return (
    <div className="row work-bar">
      <a className="grow" href={hrefOf('deal', deal.id)}>{t('back')}</a>
      <SavedIndicator utcOffset={utcOffsetAt(now)} />
      <UndoButton place={deal.id} />
    </div>
  );
}
