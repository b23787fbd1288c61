import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { useSaver } from '../hooks/use-saver';
import { TextField } from '../ui/Field';

/** While a year is being typed, the browser reports 0002, 0020, 0202: not meant yet. */
const WHOLE = /^(?:[2-9]\d{3}-\d{2}-\d{2})?$/u;

/** The day of the next meeting, saved as soon as it is a whole date. */
export function NextDate({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('review');
  const save = useSaver();
  const [typed, setTyped] = useState<string | null>(null);
  const change = (date: string): void => {
    setTyped(date);
    if (WHOLE.test(date)) void save((at) => editMeeting(db, meeting.id, { nextDate: date || null }, at));
  };
  // While it has the focus, the field shows what is typed: a save that comes back must not tear it.
  const leave = (): void => { if (typed !== null && (!WHOLE.test(typed) || typed === (meeting.nextDate ?? ''))) setTyped(null); };
  return <TextField label={t('nextDate')} type="date" value={typed ?? meeting.nextDate ?? ''} onChange={(e) => { change(e.target.value); }} onBlur={leave} />;
}
