import { CalendarCheck, CalendarPlus } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { isOpenGap } from '@/utils/checklist/gap-rules';
import { daysOpen } from '@/utils/notes/gap-order';
import type { Gap } from '@/utils/notes/records';
import { noteAsked } from '@/utils/services/gap/own-gap';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { useDayText } from '../../hooks/use-day-text';
import { Button } from '../../ui/Button';
import type { Done } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';

/** On which days a "?" was asked and how long it is open, with the press that keeps today: what is asked again and again is seen to be. */
export function GapAsked({ gap, today, done }: { gap: Gap; today: string; done: Done }) {
  const t = useTranslations('library.gaps');
  const day = useDayText();
  const keep = useKeeper(done);
  const open = isOpenGap(gap);
  const age = open ? daysOpen(gap, today, utcOffsetAt(gap.at)) : 0;
  const facts = [gap.askedOn.length > 0 ? t('asked', { days: gap.askedOn.map(day).join(', ') }) : '', age > 0 ? t('age', { days: age }) : ''].filter((s) => s !== '').join(' · ');
  const asked = gap.askedOn.includes(today);
  const words = truncateText(gap.question, 80);
  const press = (): void => {
    keep(async (at) => {
      if (asked) return null;
      await noteAsked(db, gap.id, today, at);
      return { text: t('noted', { words: showSafely(words) }), holds: gap.id, meetingId: gap.meetingId, stays: true };
    });
  };
  if (!open && facts === '') return null;
  return (
    <p className="soft row tight">
      {facts === '' ? null : <span>{facts}</span>}
      {open ? <Button look="quiet" aria-pressed={asked} aria-label={`${t('askedToday')}: ${words}`} onClick={press}>{asked ? <CalendarCheck size={15} aria-hidden /> : <CalendarPlus size={15} aria-hidden />}{t('askedToday')}</Button> : null}
    </p>
  );
}
