import { useTranslations } from 'use-intl';
import type { Proposal } from '@/utils/checklist/own/proposals';
import type { SourceDeal } from '@/utils/services/checklist/own/read-proposals';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../../../hooks/use-day-text';
import { hrefOf } from '../../route';

/** What delivery asked, in their words, and where it came from. */
export function Questions({ proposal: { questions, fresh, decision }, deals }: { proposal: Proposal; deals: ReadonlyMap<string, SourceDeal> }) {
  const t = useTranslations('checklists.proposals');
  const day = useDayText();
  return (
    <ul className="returned">
      {questions.map(({ id, kind, words, dealId, packetNumber, by, at }) => {
        const deal = deals.get(dealId);
        return (
          <li key={id}>
            <p className="preline"><span className="tag">{t(`kinds.${kind}`)}</span> {decision !== null && fresh.has(id) ? <span className="tag owned">{t('fresh')}</span> : null} “{showSafely(words)}”</p>
            <p className="soft">{deal ? <a href={hrefOf('deal', dealId)}>{showSafely(deal.accountName === '' ? deal.dealName : `${deal.accountName} · ${deal.dealName}`)}</a> : t('goneDeal')} · {t('source', { number: packetNumber, by: showSafely(by), date: day(dateAt(at, utcOffsetAt(at))) })}</p>
          </li>
        );
      })}
    </ul>
  );
}
