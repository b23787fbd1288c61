import { useLocale } from 'use-intl';
import { dayText } from '@/utils/time/day-text';

/** Writes days (`YYYY-MM-DD`) in the language of the interface. */
export function useDayText(): (day: string) => string {
  const language = useLocale() === 'ko' ? 'ko' : 'en';
  return (day) => dayText(day, language);
}
