import { useTranslations } from 'use-intl';
import { isSecured } from '@/utils/checklist/item-view';
import { riskKey, sameRisk } from '@/utils/deal/accepted-risk';
import { grouped } from '@/utils/deal/contract-items';
import { contractRisks } from '@/utils/deal/contract-risks';
import { showSafely } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useItemNames, useRiskText } from './use-risk-text';

interface Row { key: string; tag: string; settled: boolean; text: string; by: string; why: string }

/** Who answers for what was open at the signature, and what has been settled since. */
export function AcceptedRisks({ board }: { board: DealBoard }) {
  const t = useTranslations('after.risks');
  const textOf = useRiskText(board);
  const namesOf = useItemNames(board);
  const { risksAccepted: risks = [], itemsAccepted = [] } = board.record.deal;
  const views = [...board.views, ...board.extra];
  const open = contractRisks({ ...board.record, views });
  const items = itemsAccepted.map((one) => {
    const view = views.find(({ item }) => item.topic === one.topic);
    return { ...one, there: view !== undefined, settled: view !== undefined && isSecured(view) };
  });
  const rows: Row[] = [
    ...risks.map((risk) => {
      const text = textOf(risk);
      // What is deleted was not settled.
      const settled = text !== null && !open.some((one) => sameRisk(one, risk));
      return { key: riskKey(risk), tag: settled ? t('settled') : t(`kinds.${risk.kind}`), settled, text: text ?? t('gone'), by: risk.by, why: risk.why };
    }),
    // One name and one reason were given for many: they are read once.
    ...grouped(items, ({ by, why, at, there, settled }) => [by, why, at, there, settled]).flatMap((group) => group.slice(0, 1).map(({ topic, by, why, there, settled }) => {
      const names = namesOf(group.map((one) => one.topic));
      return { key: `item:${topic}`, tag: settled ? t('settled') : t('kinds.rest'), settled, text: there ? names : `${names} (${t('gone')})`, by, why };
    })),
  ];
  if (rows.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t('accepted', { count: risks.length + items.length })}</summary>
      <ul className="review-list">
        {rows.map(({ key, tag, settled, text, by, why }) => (
          <li key={key} className="review-item stack tight">
            <p className="preline"><span className={`tag ${settled ? 'secured' : 'unowned'}`}>{tag}</span> {text}</p>
            <p className="soft">{showSafely(by)} · {why === '' ? t('noReason') : t('reason', { why: showSafely(why) })}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
