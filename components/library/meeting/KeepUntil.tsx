import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { deleteDateOf } from '@/utils/meeting/retention';
import { setDeleteBy } from '@/utils/services/retention/keep-meeting';
import { purgeMeeting } from '@/utils/services/retention/purge-meeting';
import { utcOffsetAt } from '@/utils/settings/clock';
import { addDays, dateAt, isPlainDate } from '@/utils/time/plain-date';
import { useDayText } from '../../hooks/use-day-text';
import { useNow } from '../../hooks/use-now';
import { usePreferences } from '../../hooks/use-preferences';
import { useSaver } from '../../hooks/use-saver';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { Select } from '../../ui/Field';

type Choice = 'rule' | 'never' | 'date';

function choiceOf(meeting: Meeting): Choice {
  if (meeting.deleteBy === undefined) return 'rule';
  return meeting.deleteBy === null ? 'never' : 'date';
}

/** How long the text of this meeting is kept: by the general rule, for good, or until a date of its own. */
export function KeepUntil({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('library.keep');
  const day = useDayText();
  const save = useSaver();
  const { retentionMonths } = usePreferences();
  const { now } = useNow();
  const [picking, setPicking] = useState(false);
  const [date, setDate] = useState(meeting.deleteBy ?? '');
  const tomorrow = addDays(dateAt(now, utcOffsetAt(now)), 1);
  if (meeting.purgedAt !== undefined) return <p className="soft">{t('purged', { date: day(dateAt(meeting.purgedAt, meeting.utcOffset)) })}</p>;
  const keep = (deleteBy: string | null | undefined): void => { void save((at) => setDeleteBy(db, meeting.id, deleteBy, at)).then(() => { setPicking(false); }); };
  const choose = (choice: Choice): void => {
    if (choice === 'date') { setPicking(true); return; }
    keep(choice === 'never' ? null : undefined);
  };
  const byRule = deleteDateOf({ ...meeting, deleteBy: undefined }, retentionMonths);
  const wrong = date !== '' && (!isPlainDate(date) || date < tomorrow);
  const shown: Choice = picking ? 'date' : choiceOf(meeting);
  return (
    <section className="stack tight narrow" aria-label={t('title')}>
      <Select label={t('label')} value={shown} onChange={(e) => { choose(e.target.value as Choice); }}>
        <option value="rule">{byRule === null ? t('ruleNever') : t('rule', { date: day(byRule) })}</option>
        <option value="never">{t('never')}</option>
        <option value="date">{t('date')}</option>
      </Select>
      {shown === 'date' ? (
        <div className="row">
          <DateField label={t('day')} min={tomorrow} value={date} error={wrong ? t('wrongDay') : null} onDay={setDate} />
          <Button disabled={date === '' || wrong || date === meeting.deleteBy} onClick={() => { keep(date); }}>{t('save')}</Button>
        </div>
      ) : null}
      {meeting.state === 'live' ? null : <PurgeNow meeting={meeting} />}
    </section>
  );
}

/** Deletes the text at once, after a second press: it can't be undone, that is its point. */
function PurgeNow({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('library.keep');
  const tc = useTranslations('common');
  const save = useSaver();
  const [asked, setAsked] = useState<'no' | 'yes' | 'was'>('no');
  if (asked !== 'yes') return <div><Button look="quiet" autoFocus={asked === 'was'} onClick={() => { setAsked('yes'); }}>{t('purge')}</Button></div>;
  return (
    <div className="card stack" role="group" aria-label={t('purge')}>
      <p>{t('purgeAsk')}</p>
      <div className="row end">
        <Button look="quiet" autoFocus onClick={() => { setAsked('was'); }}>{tc('cancel')}</Button>
        <Button onClick={() => { void save((at) => purgeMeeting(db, meeting.id, at)); }}>{t('purgeNow')}</Button>
      </div>
    </div>
  );
}
