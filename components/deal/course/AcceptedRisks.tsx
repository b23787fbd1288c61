import { useTranslations } from 'use-intl';
import { riskKey, sameRisk } from '@/utils/deal/accepted-risk';
import { contractRisks } from '@/utils/deal/contract-risks';
import { showSafely } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useRiskText } from './use-risk-text';

/** Who answers for what was open at the signature, and what has been settled since. */
export function AcceptedRisks({ board }: { board: DealBoard }) {
  const t = useTranslations('after.risks');
  const textOf = useRiskText(board);
  const accepted = board.record.deal.risksAccepted ?? [];
  if (accepted.length === 0) return null;
  const open = contractRisks({ ...board.record, views: [...board.views, ...board.extra] });
  return (
    <details className="fold">
      <summary>{t('accepted', { count: accepted.length })}</summary>
      <ul className="review-list">
        {accepted.map((risk) => {
          const text = textOf(risk);
          // What is deleted was not settled.
          const settled = text !== null && !open.some((one) => sameRisk(one, risk));
          return (
            <li key={riskKey(risk)} className="review-item stack tight">
              <p className="preline"><span className={`tag ${settled ? 'secured' : 'unowned'}`}>{settled ? t('settled') : t(`kinds.${risk.kind}`)}</span> {text ?? t('gone')}</p>
              <p className="soft">{showSafely(risk.by)} · {risk.why === '' ? t('noReason') : t('reason', { why: showSafely(risk.why) })}</p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
