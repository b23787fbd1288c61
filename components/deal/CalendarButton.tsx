import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CalendarEvent } from '@/utils/invitation/ics/write-ics';
import { pageNow } from '@/utils/settings/clock';
import { downloadBytes } from '../packet/deliver';
import { Button } from '../ui/Button';

/** The morning before: of a whole day, nine hours after the midnight before it begins. */
const MORNING_BEFORE = 15;

/** A day for one's own calendar. `uid` is the same for the same thing: saved again after the day moved, it moves what the calendar has. */
export interface CalendarDay { uid: string; day: string; title: string; why: string }

interface Props { label: string; fileName: string; days: readonly CalendarDay[] }

/** Saves days as a calendar file and says so: where it goes from there is up to the reader. */
export function CalendarButton({ label, fileName, days }: Props) {
  const t = useTranslations('deal');
  const [saved, setSaved] = useState(false);
  const save = async (): Promise<void> => {
    const [{ writeIcs }, now] = await Promise.all([import('@/utils/invitation/ics/write-ics'), pageNow()]);
    const events = days.map(({ uid, day, title, why }): CalendarEvent => ({ uid: `${uid}@baton`, sequence: Math.floor(now / 60_000), title, description: why, url: '', when: { day }, ringsBefore: MORNING_BEFORE }));
    downloadBytes(writeIcs(events, now), fileName, 'text/calendar');
    setSaved(true);
  };
  return <div className="row"><Button look="quiet" onClick={() => { void save(); }}>{label}</Button><span className="soft" role="status">{saved ? t('inDownloads', { file: fileName }) : ''}</span></div>;
}
