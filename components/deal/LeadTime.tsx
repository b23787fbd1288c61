import { useTranslations } from 'use-intl';
import type { Account, Deal } from '@/utils/deal/deal';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely } from '@/utils/text/normalize';
import { leadTime } from '@/utils/time/lead-time';
import { dateAt } from '@/utils/time/plain-date';
import { leadPolicyOf } from '@/utils/time/work-calendar';
import { useDayText } from '../hooks/use-day-text';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { CalendarButton } from './CalendarButton';

interface Props { deal: Deal; account: Account }

/** By when delivery must be asked, and the days for one's own calendar. Nothing while nothing is promised. */
export function LeadTime({ deal, account }: Props) {
  const t = useTranslations('deal');
  const day = useDayText();
  const { now } = useNow();
  const today = dateAt(now, utcOffsetAt(now));
  const lead = leadTime(deal.customerDue, today, leadPolicyOf(usePreferences()));
  if (!lead.class) return null;
  const name = showSafely(`${account.name} · ${deal.name}`);
  const days = ([['recommended', lead.recommended], ['latest', lead.latest]] as const).flatMap(([which, date]) => (date !== null && date >= today ? [{ which, date }] : []));
  return (
    <div className="stack tight">
      <p className="soft">{t(`lead.${lead.class}`, { latest: day(lead.latest ?? ''), recommended: day(lead.recommended ?? '') })}</p>
      {days.length === 0 ? null : (
        <CalendarButton
          label={t('lead.calendar.save', { count: days.length })} fileName="baton-reminders.ics"
          days={days.map(({ which, date }) => ({ uid: `${deal.id}-ask-${which}`, day: date, title: t(`lead.calendar.${which}`, { deal: name }), why: t('lead.calendar.why', { due: day(deal.customerDue ?? '') }) }))}
        />
      )}
    </div>
  );
}
