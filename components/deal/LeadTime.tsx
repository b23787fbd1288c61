import { useTranslations } from 'use-intl';
import type { Account, Deal } from '@/utils/deal/deal';
import type { CalendarEvent } from '@/utils/invitation/ics/write-ics';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely } from '@/utils/text/normalize';
import { leadTime } from '@/utils/time/lead-time';
import { dateAt } from '@/utils/time/plain-date';
import { leadPolicyOf } from '@/utils/time/work-calendar';
import { useDayText } from '../hooks/use-day-text';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { downloadBytes } from '../packet/deliver';
import { Button } from '../ui/Button';

/** The morning before: of a whole day, nine hours after the midnight before it begins. */
const MORNING_BEFORE = 15;

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
  const save = async (): Promise<void> => {
    const { writeIcs } = await import('@/utils/invitation/ics/write-ics');
    const events = days.map(({ which, date }): CalendarEvent => ({
      // Saved again after the date moved, it moves what the calendar has.
      uid: `${deal.id}-ask-${which}@baton`, sequence: Math.floor(now / 60_000), title: t(`lead.calendar.${which}`, { deal: name }), description: t('lead.calendar.why', { due: day(deal.customerDue ?? '') }), url: '',
      when: { day: date }, ringsBefore: MORNING_BEFORE,
    }));
    downloadBytes(writeIcs(events, now), 'baton-reminders.ics', 'text/calendar');
  };
  return (
    <div className="stack tight">
      <p className="soft">{t(`lead.${lead.class}`, { latest: day(lead.latest ?? ''), recommended: day(lead.recommended ?? '') })}</p>
      {days.length === 0 ? null : <div><Button look="quiet" onClick={() => { void save(); }}>{t('lead.calendar.save', { count: days.length })}</Button></div>}
    </div>
  );
}
