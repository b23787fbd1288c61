import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { lastMinutes, lastToAsk } from '@/utils/meeting/last-minutes';
import type { Meeting } from '@/utils/meeting/meeting';
import { usePanelStore } from '../../app/panel-store';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useNow } from '../../hooks/use-now';
import { usePreferences } from '../../hooks/use-preferences';
import { Button } from '../../ui/Button';
import './last.css';

/** Calls for which it was put away, as long as the panel is open: other screens come between. */
const putAway = new Set<string>();

interface Props { meeting: Meeting; board: DealBoard }

/** From five minutes before the planned end: what of the minimum nobody answers for yet, each a press away. It stands above the capture bar, so that nothing above it moves. */
export function LastMinutes({ meeting, board }: Props) {
  const t = useTranslations('call.last');
  const { language } = usePreferences();
  const { now } = useNow();
  const [away, setAway] = useState(() => putAway.has(meeting.id));
  const left = lastMinutes(meeting, now);
  const { deal, gaps } = board.record;
  const { first, count } = lastToAsk([...board.views, ...board.extra], gaps, deal.stage);
  if (left === null || away || count === 0) return null;
  const open = (item: ChecklistItem): void => {
    const { setFilter, openEditor } = usePanelStore.getState();
    // Whatever the list shows, it shows this item.
    setFilter('all');
    openEditor(item);
    // One that is open already does not come into view by itself.
    requestAnimationFrame(() => { document.querySelector(`[data-item="${CSS.escape(item.id)}"]`)?.scrollIntoView({ block: 'nearest' }); });
  };
  const leave = (): void => {
    putAway.add(meeting.id);
    setAway(true);
    document.querySelector<HTMLElement>('#capture')?.focus();
  };
  return (
    <section className="last-minutes" aria-label={t('label')}>
      <div className="row">
        <p className="grow" role="status">{t('left', { minutes: left, count })}</p>
        <Button look="icon" aria-label={t('away')} title={t('away')} onClick={leave}><X size={14} aria-hidden /></Button>
      </div>
      <div className="chips">{first.map(({ item }) => <button key={item.id} type="button" className="chip" onClick={() => { open(item); }}>{board.topics[item.topic]?.[language] ?? item.id}</button>)}</div>
    </section>
  );
}
