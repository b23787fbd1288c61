import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { showSafely } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useDealBoard } from '../../hooks/use-deal-record';
import { hrefOf } from '../../library/route';
import { WorkBar } from './WorkBar';
import './work.css';

interface Props { dealId: string; title: string; lead: string; children: (board: DealBoard) => ReactNode }

/** A page on which a deal is worked on between its calls: its bar, whose deal it is, and what is done here. */
export function WorkPage({ dealId, title, lead, children }: Props) {
  const t = useTranslations('library');
  const board = useDealBoard(dealId);
  if (board === undefined) return null;
  if (board === null) return <p>{t('gone')} <a href={hrefOf('bin')}>{t('toBin')}</a></p>;
  const { deal, account } = board.record;
  return (
    <div className="stack work">
      <WorkBar deal={deal} />
      <div className="stack tight"><p className="soft">{showSafely(`${account.name} · ${deal.name}`)}</p><h1>{title}</h1><p className="soft">{lead}</p></div>
      {children(board)}
    </div>
  );
}
