import { useTranslations } from 'use-intl';
import { stageReadiness } from '@/utils/checklist/readiness';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';

/** Three counts, never a score; each opens its list. */
export function ReadinessStrip({ board }: { board: DealBoard }) {
  const t = useTranslations('call');
  const tc = useTranslations('common');
  const { deal, gaps } = board.record;
  const counts = stageReadiness(board.views, gaps, deal.stage);
  const filter = usePanelStore((s) => s.filter);
  const setFilter = usePanelStore((s) => s.setFilter);
  const count = (name: 'secured' | 'owned' | 'unowned', value: number, tone: string) => (
    <button
      type="button" className={`count ${tone}`} aria-pressed={filter === name}
      aria-label={t('readiness.show', { what: t(`readiness.${name}`), count: value })}
      onClick={() => { setFilter(filter === name ? 'all' : (name)); }}
    >
      <b>{value}</b> {t(`readiness.${name}`)}
    </button>
  );
  return (
    <section className="readiness" aria-label={t('readiness.label', { stage: tc(`stage.${deal.stage}`) })}>
      <span className="readiness-label">{t('readiness.label', { stage: tc(`stage.${deal.stage}`) })} <b>{counts.minimum}</b></span>
      <div className="counts">
        {count('secured', counts.secured, 'secured')}
        {count('owned', counts.owned, 'owned')}
        {count('unowned', counts.unowned, counts.unowned > 0 ? 'unowned' : '')}
      </div>
    </section>
  );
}
