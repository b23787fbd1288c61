import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readSoonDeleted } from '@/utils/db/library/read-retention';
import { deleteDateOf } from '@/utils/meeting/retention';
import { setDeleteBy } from '@/utils/services/retention/keep-meeting';
import { changePreferences, RETENTIONS } from '@/utils/settings/preferences';
import { showSafely } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../hooks/use-day-text';
import { usePreferences } from '../hooks/use-preferences';
import { useRefusal, useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { ChipChoice } from '../ui/Field';

/** After how long texts are deleted, and what goes within a week, each of which can be kept. */
export function KeepSection() {
  const t = useTranslations('settings.keep');
  const day = useDayText();
  const { retentionMonths } = usePreferences();
  const save = useSaver();
  const refuse = useRefusal();
  const [kept, setKept] = useState(false);
  const soon = useLiveQuery(() => readSoonDeleted(db, retentionMonths, Date.now()), [retentionMonths]) ?? [];
  const keep = (id: string): void => { void save((at) => setDeleteBy(db, id, null, at)).then((done) => { if (done) setKept(true); }); };
  return (
    <section id="keep" aria-labelledby="keep-title">
      <h2 id="keep-title">{t('title')}</h2>
      <ChipChoice label={t('label')} name="keep" value={String(retentionMonths)} options={RETENTIONS.map((n) => ({ value: String(n), label: t('months', { n }) }))} onChange={(value) => { void changePreferences({ retentionMonths: RETENTIONS.find((n) => String(n) === value) ?? 0 }).catch(refuse); }} />
      <p className="soft">{t('help')}</p>
      <ul className="stack" hidden={soon.length === 0}>
        {soon.map((m) => {
          const name = showSafely(m.title) || t('untitled');
          return (
            <li key={m.id} className="row">
              <span className="grow">{day(dateAt(m.startedAt, m.utcOffset))} · {name} · {t('deletedOn', { date: day(deleteDateOf(m, retentionMonths) ?? '') })}</span>
              <Button onClick={() => { keep(m.id); }}>{t('keepOne', { title: name })}</Button>
            </li>
          );
        })}
      </ul>
      <p className="said" role="status">{kept ? t('kept') : ''}</p>
    </section>
  );
}
