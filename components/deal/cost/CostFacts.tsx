import { useTranslations } from 'use-intl';
import type { Costing, CostSheet, Range } from '@/utils/deal/costing/costing';
import type { CostingSummary, DeliveryEstimate } from '@/utils/deal/costing/costing-summary';
import { timeFit } from '@/utils/deal/costing/time-fit';
import { showSafely } from '@/utils/text/normalize';
import { useDayText } from '../../hooks/use-day-text';
import { usePreferences } from '../../hooks/use-preferences';

/** Money and percentages as the reader's language writes them. */
function useAmounts(currency: string): { money: (amount: number) => string; percent: (share: number) => string } {
  const { language } = usePreferences();
  const money = new Intl.NumberFormat(language, { style: 'currency', currency, maximumFractionDigits: currency === 'KRW' ? 0 : 2 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return { money: (amount) => money.format(amount), percent: (share) => percent.format(share / 100) };
}

interface Props { costing: Costing; summary: CostingSummary; time: { estimate: DeliveryEstimate | null; deadline: string | null; today: string } }

/** What it comes to: effort, cost, margin, and whether the time is there. Worked out from what stands in the fields. */
export function CostFacts({ costing, summary, time }: Props) {
  const t = useTranslations('cost');
  const { money } = useAmounts(costing.currency);
  const { sheet } = summary;
  const range = ({ low, expected, high }: Range, as: (value: number) => string): string => (low === high ? as(expected) : t('range', { expected: as(expected), low: as(low), high: as(high) }));
  const nothing = sheet.cost === null && sheet.missing.length === 0 && !summary.lost;
  return (
    <section className="stack tight card" aria-labelledby="cost-result">
      <h2 id="cost-result">{t('result')}</h2>
      {nothing ? <p className="soft">{t('nothing')}</p> : (
        <dl className="known-list">
          {summary.effort.length === 0 ? null : <div><dt>{t('total')}</dt><dd>{t('months', { n: range(sheet.effort, String) })}</dd></div>}
          <div><dt>{t('cost')}</dt><dd>{sheet.cost ? range(sheet.cost, money) : summary.lost ? t('lost') : showSafely(t('missing', { roles: sheet.missing.join(', ') }))}</dd></div>
          {sheet.band ? <div><dt>{t('band')}</dt><dd>{t('bandOf', { low: money(sheet.band.low), high: money(sheet.band.high) })}</dd></div> : null}
          {sheet.cost ? <Margin costing={costing} sheet={sheet} cost={sheet.cost} /> : null}
        </dl>
      )}
      <Time {...time} />
    </section>
  );
}

function Margin({ costing: { price, targetMargin, currency }, sheet: { margin, priceForTarget }, cost }: { costing: Costing; sheet: CostSheet; cost: Range }) {
  const t = useTranslations('cost');
  const { money, percent } = useAmounts(currency);
  return (
    <>
      <div>
        <dt>{t('margin')}</dt>
        <dd>
          {margin === null || price === null ? t('marginNone') : t('marginOf', { percent: percent(margin.expected), amount: money(price - cost.expected) })}
          {margin === null || margin.low === margin.expected ? null : <> <span className="soft">{t('worst', { percent: percent(margin.low) })}</span></>}
          {margin !== null && margin.expected < 0 ? <p className="field-error">{t('loss')}</p> : margin !== null && targetMargin !== null && margin.expected < targetMargin ? <p className="field-error">{t('below')}</p> : null}
        </dd>
      </div>
      {priceForTarget === null || targetMargin === null ? null : <div><dt>{t('forTarget', { percent: percent(targetMargin) })}</dt><dd>{money(priceForTarget)}</dd></div>}
    </>
  );
}

/** Delivery's duration beside the customer's deadline; nothing while one of the two is not known. */
function Time({ estimate, deadline, today }: Props['time']) {
  const t = useTranslations('cost');
  const day = useDayText();
  const weeks = estimate?.durationWeeks ?? null;
  if (weeks === null || deadline === null) return null;
  const { fit, weeksLeft } = timeFit(weeks, deadline, today);
  return (
    <>
      <h3>{t('time')}</h3>
      <p>{weeks.low === weeks.high ? t('needsOne', { low: weeks.low }) : t('needs', weeks)}. {t('left', { count: weeksLeft, deadline: day(deadline) })} <b>{t(`fit.${fit}`)}</b></p>
      {fit === 'fits' ? null : <p className="notice">{t('levers')}</p>}
    </>
  );
}
