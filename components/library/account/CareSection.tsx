import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readCare } from '@/utils/db/customer/read-care';
import type { Care, CareReason, CareRef } from '@/utils/deal/care';
import type { Account } from '@/utils/deal/deal';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { useWorkTime } from '../../followup/use-work-time';
import { useDayText } from '../../hooks/use-day-text';
import { hrefOf } from '../route';

/** Whoever wants all of them finds them on the deals' pages. */
const SHOWN = 5;
const LONG = 120;

function useReasonText(): (reason: CareReason) => string {
  const t = useTranslations('library.care');
  return ({ kind, refs, days }) => t(`reasons.${kind}`, { count: refs.length, days });
}

/** What an account should be called about, worst first, each line a way to where it stands. */
export function CareSection({ account }: { account: Account }) {
  const t = useTranslations('library.care');
  const say = useReasonText();
  const { today } = useWorkTime();
  const care = useLiveQuery(() => readCare(db, today, account.id), [today, account.id])?.get(account.id);
  if (!care) return null;
  return (
    <section className="stack tight" aria-labelledby="account-care">
      <h2 id="account-care">{t('title')} ({care.reasons.length})</h2>
      {care.atRisk ? <p><span className="tag unowned">{t('atRisk')}</span> <span className="soft">{t('riskHelp')}</span></p> : null}
      {care.reasons.length === 0 ? <p className="soft">{t('none')}</p> : null}
      <ul className="plain-list care-list">{care.reasons.map((reason) => <li key={reason.kind}><p>{say(reason)}</p><Refs refs={reason.refs} /></li>)}</ul>
    </section>
  );
}

function Refs({ refs }: { refs: readonly CareRef[] }) {
  const t = useTranslations('library.care');
  const day = useDayText();
  if (refs.length === 0) return null;
  return (
    <ul className="plain-list">
      {refs.slice(0, SHOWN).map((one) => <li key={one.id}><a href={hrefOf('deal', one.dealId, { line: one.id })}>{showSafely(truncateText(one.words, LONG))}</a>{one.day === null ? null : <span className="soft"> {day(one.day)}</span>}</li>)}
      {refs.length > SHOWN ? <li className="soft">{t('more', { count: refs.length - SHOWN })}</li> : null}
    </ul>
  );
}

/** The same in one line, for a list. */
export function CareSummary({ care }: { care: Care }) {
  const t = useTranslations('library.care');
  const say = useReasonText();
  return <>{care.atRisk ? <span className="tag unowned" title={t('riskHelp')}>{t('atRisk')}</span> : null} {care.reasons.length === 0 ? '–' : care.reasons.map(say).join(' · ')}</>;
}
