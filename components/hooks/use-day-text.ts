import { useLocale } from 'use-intl';
import { utcOffsetAt } from '@/utils/settings/clock';
import { dayText } from '@/utils/time/day-text';
import { isoAt } from '@/utils/time/plain-date';

/** Writes days (`YYYY-MM-DD`) in the language of the interface. */
export function useDayText(): (day: string) => string {
  const language = useLocale() === 'ko' ? 'ko' : 'en';
  return (day) => dayText(day, language);
}

/** hh:mm at the instant `at`, on this machine's clock. */
export function timeHere(at: number): string {
  return isoAt(at, utcOffsetAt(at)).slice(11, 16);
}

/** Writes instants (epoch milliseconds) as day and time of this machine's clock, in the language of the interface. */
export function useMomentText(): (at: number) => string {
  const day = useDayText();
  return (at) => `${day(isoAt(at, utcOffsetAt(at)))} ${timeHere(at)}`;
}
