import { useTranslations } from 'use-intl';
import type { ItemView } from '@/utils/checklist/item-view';
import { valueText } from '@/utils/checklist/value/value-text';
import type { Meeting } from '@/utils/meeting/meeting';
import { showSafely } from '@/utils/text/normalize';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { AddContradiction, ContradictionCard } from './ItemConflicts';
import { ItemSources } from './ItemSources';

interface Props { view: ItemView; board: DealBoard; meeting: Meeting | null }

/** Behind an item: why delivery needs it, a good answer, earlier values, answers that differ. */
export function ItemBackground({ view, board, meeting }: Props) {
  const t = useTranslations('call');
  const tc = useTranslations('common');
  const { language } = usePreferences();
  const { item, earlier, current } = view;
  const history = [...(current ? [current] : []), ...earlier];
  return (
    <div className="background">
      {item.why.ko + item.goodAnswer.ko === '' ? null : (
        <details>
          <summary>{t('item.why')}</summary>
          <p>{showSafely(item.why[language])}</p>
          {item.goodAnswer[language] === '' ? null : <p className="soft">{t('item.good')}: {showSafely(item.goodAnswer[language])}</p>}
        </details>
      )}
      <ItemSources view={view} dealId={board.record.deal.id} />
      {history.length > 0 ? (
        <details>
          <summary>{t('answer.history')} ({history.length})</summary>
          <ul className="history">
            {history.map((a) => (
              <li key={a.id}>
                <span className="soft">{tc(`state.${a.state}`)}{a.confidence ? ` · ${tc(`confidence.${a.confidence}`)}` : ''}{a.saidBy ? ` · ${showSafely(a.saidBy)}` : ''}</span>
                <span className="preline">{a.offRecord ? t('item.coveredOffRecord') : showSafely(valueText(a.value, language) || a.raw)}</span>
                {a.remark ? <span className="soft">{showSafely(a.remark)}</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {view.contradictions.map((c) => <ContradictionCard key={c.id} contradiction={c} meeting={meeting} />)}
      <AddContradiction view={view} dealId={board.record.deal.id} meeting={meeting} />
    </div>
  );
}
