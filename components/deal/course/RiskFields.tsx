import { useTranslations } from 'use-intl';
import type { ContractRisk } from '@/utils/deal/accepted-risk';
import { riskKey } from '@/utils/deal/accepted-risk';
import { truncateText } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { TextField } from '../../ui/Field';
import { useRiskText } from './use-risk-text';

interface Props {
  board: DealBoard;
  risks: readonly ContractRisk[];
  byOf: (risk: ContractRisk) => string;
  whys: Readonly<Record<string, string>>;
  tried: boolean;
  onBy: (key: string, by: string) => void;
  onWhy: (key: string, why: string) => void;
}

/** What is still open as the contract is signed: it keeps nobody from signing, but somebody answers for each. */
export function RiskFields({ board, risks, byOf, whys, tried, onBy, onWhy }: Props) {
  const t = useTranslations('after.risks');
  const textOf = useRiskText(board);
  if (risks.length === 0) return <p className="soft">{t('none')}</p>;
  return (
    <fieldset className="stack tight">
      <legend>{t('open', { count: risks.length })}</legend>
      <p className="soft">{t('lead')}</p>
      <ul className="review-list">
        {risks.map((risk) => {
          const key = riskKey(risk);
          const text = textOf(risk) ?? '';
          const about = t('about', { kind: t(`kinds.${risk.kind}`), text: truncateText(text, 60) });
          return (
            <li key={key} className="review-item stack tight">
              <p className="preline"><span className="tag unowned">{t(`kinds.${risk.kind}`)}</span> {text}</p>
              <div className="pair" role="group" aria-label={about}>
                <TextField label={t('by')} value={byOf(risk)} error={tried && byOf(risk).trim() === '' ? t('needBy') : null} onChange={(e) => { onBy(key, e.target.value); }} />
                <TextField label={t('why')} value={whys[key] ?? ''} onChange={(e) => { onWhy(key, e.target.value); }} />
              </div>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
