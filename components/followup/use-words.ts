import { useTranslations } from 'use-intl';
import type { FollowUpLine } from '@/utils/db/library/read-follow-ups';
import { showSafely, truncateText } from '@/utils/text/normalize';

/** Longer words make a list of wants and not of calls. */
const SHORT = 160;

/** What a follow-up is about, in words: the rep's own, or those of its step. */
export function useFollowUpWords(): (line: FollowUpLine) => string {
  const t = useTranslations('after.follow');
  return ({ row, wantWords }) => {
    if (row.text !== '') return showSafely(row.text);
    return row.step === 'later' ? t('steps.later', { want: wantWords === '' ? t('wantGone') : showSafely(truncateText(wantWords, SHORT)) }) : t(`steps.${row.step}`);
  };
}
