import { useLocale, useTranslations } from 'use-intl';
import type { Reply, ReplyEstimate } from '@/utils/reply/schema';
import { showSafely } from '@/utils/text/normalize';
import { useDayText } from '../hooks/use-day-text';

/** Who replied, when, with which verdict and which words. */
export function ReplyHead({ reply: { by, at, verdict, summary }, purpose }: { reply: Reply; purpose: string }) {
  const t = useTranslations('reply');
  const ts = useTranslations('packet.standing');
  const day = useDayText();
  const tone = { accepted: 'secured', accepted_with_conditions: 'owned', returned: 'unowned' }[verdict];
  const who = { name: showSafely(by.name), role: showSafely(by.role), date: `${day(at)} ${at.slice(11, 16)}` };
  return (
    <div className="stack tight">
      <p><span className={`tag ${tone}`}>{purpose === 'join' && verdict !== 'returned' ? ts(`join.${verdict}`) : ts(verdict)}</span> {by.role.trim() === '' ? t('by', who) : t('byRole', who)}</p>
      {summary.trim() === '' ? null : <blockquote className="preline">{showSafely(summary)}</blockquote>}
    </div>
  );
}

/** What changes nothing by itself: items that are good enough, the estimate, ideas. `chosen`: its assumptions are listed elsewhere. */
export function ReplyRest({ reply: { items, estimate, ideas }, chosen = false }: { reply: Reply; chosen?: boolean }) {
  const t = useTranslations('reply');
  const enough = items.filter((item) => item.verdict === 'ok').length;
  return (
    <>
      {enough > 0 ? <p className="soft">{t('enough', { count: enough })}</p> : null}
      {estimate ? <Estimate estimate={chosen ? { ...estimate, assumptions: [] } : estimate} /> : null}
      {ideas.length > 0 ? <div className="stack tight"><h3>{t('ideas')}</h3><ul>{ideas.map((idea, i) => <li key={i} className="preline">{showSafely(idea)}</li>)}</ul></div> : null}
    </>
  );
}

function Estimate({ estimate: { class: kind, effort, durationWeeks, assumptions } }: { estimate: ReplyEstimate }) {
  const t = useTranslations('reply');
  const numbers = new Intl.NumberFormat(useLocale());
  const total = (of: 'low' | 'likely' | 'high'): string => numbers.format(effort.reduce((sum, one) => sum + one[of], 0));
  const facts = [t(`estimateClass.${kind}`), durationWeeks ? t('weeks', { low: numbers.format(durationWeeks.low), high: numbers.format(durationWeeks.high) }) : ''].filter((s) => s !== '');
  return (
    <div className="stack tight">
      <h3>{t('estimate')}</h3>
      <p>{facts.join(' · ')}</p>
      {effort.length === 0 ? null : (
        <table className="effort-table">
          <caption>{t('effort')}</caption>
          <thead><tr><th scope="col">{t('role')}</th><th scope="col">{t('low')}</th><th scope="col">{t('likely')}</th><th scope="col">{t('high')}</th></tr></thead>
          <tbody>{effort.map((one, i) => <tr key={i}><th scope="row">{showSafely(one.role)}</th><td>{numbers.format(one.low)}</td><td>{numbers.format(one.likely)}</td><td>{numbers.format(one.high)}</td></tr>)}</tbody>
          <tfoot><tr><th scope="row">{t('total')}</th><td>{total('low')}</td><td>{total('likely')}</td><td>{total('high')}</td></tr></tfoot>
        </table>
      )}
      {assumptions.length > 0 ? <><h4>{t('assumptions')}</h4><ul>{assumptions.map((one, i) => <li key={i} className="preline">{showSafely(one)}</li>)}</ul></> : null}
    </div>
  );
}
