import { useTranslations } from 'use-intl';
import type { ContractRisk } from '@/utils/deal/accepted-risk';
import { riskKey } from '@/utils/deal/accepted-risk';
import type { ItemRow } from '@/utils/deal/contract-items';
import { itemRowKey } from '@/utils/deal/contract-items';
import { truncateText } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { TextField } from '../../ui/Field';
import { useItemNames, useRiskText } from './use-risk-text';

interface Props {
  board: DealBoard;
  risks: readonly ContractRisk[];
  /** Minimum items that nobody knows and nobody looks after. */
  items: readonly ItemRow[];
  /** By the row's key: who answers for it. */
  byOf: (key: string) => string;
  whys: Readonly<Record<string, string>>;
  tried: boolean;
  onBy: (key: string, by: string) => void;
  onWhy: (key: string, why: string) => void;
}

interface Row { key: string; kind: ContractRisk['kind'] | ItemRow['kind']; text: string }

/** What is still open as the contract is signed: it keeps nobody from signing, but somebody answers for each. */
export function RiskFields({ board, risks, items, byOf, whys, tried, onBy, onWhy }: Props) {
  const t = useTranslations('after.risks');
  const textOf = useRiskText(board);
  const namesOf = useItemNames(board);
  const rows: Row[] = [
    ...risks.map((risk) => ({ key: riskKey(risk), kind: risk.kind, text: textOf(risk) ?? '' })),
    ...items.map((row) => ({ key: itemRowKey(row), kind: row.kind, text: row.kind === 'item' ? namesOf(row.topics) : t('items', { count: row.topics.length, names: namesOf(row.topics) }) })),
  ];
  if (rows.length === 0) return <p className="soft">{t('none')}</p>;
  return (
    <fieldset className="stack tight">
      <legend>{t('open', { count: risks.length + items.flatMap((row) => row.topics).length })}</legend>
      <p className="soft">{t('lead')}</p>
      <ul className="review-list">
        {rows.map(({ key, kind, text }) => {
          const about = t('about', { kind: t(`kinds.${kind}`), text: truncateText(text, 60) });
          return (
            <li key={key} className="review-item stack tight">
              <p className="preline"><span className="tag unowned">{t(`kinds.${kind}`)}</span> {text}</p>
              <div className="pair" role="group" aria-label={about}>
                <TextField label={t('by')} value={byOf(key)} error={tried && byOf(key).trim() === '' ? t('needBy') : null} onChange={(e) => { onBy(key, e.target.value); }} />
                {kind === 'off' ? null : <TextField label={t('why')} value={whys[key] ?? ''} onChange={(e) => { onWhy(key, e.target.value); }} />}
              </div>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
