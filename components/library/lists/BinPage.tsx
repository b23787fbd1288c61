import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readBin } from '@/utils/db/library/read-lists';
import { BIN_DAYS, emptyBin } from '@/utils/services/bin/purge-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely } from '@/utils/text/normalize';
import { addDays, dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../../hooks/use-day-text';
import { useSaver } from '../../hooks/use-saver';
import { Button } from '../../ui/Button';
import { ListFrame } from '../ListFrame';
import type { Route } from '../route';

/** What was deleted in the last week: bring it back, or let it go for good. */
export function BinPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const day = useDayText();
  const save = useSaver();
  const [said, setSaid] = useState('');
  const line = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with its row: the keyboard is where it is said.
  const tell = (text: string): void => { setSaid(text); line.current?.focus({ preventScroll: true }); };
  const rows = useLiveQuery(() => readBin(db), []);
  const restore = (id: string): void => {
    void save((at) => restoreFromBin(db, id, at)).then((done) => {
      if (done) tell(done.kept > 0 ? `${t('restored')} ${t('bin.kept', { count: done.kept })}` : t('restored'));
    });
  };
  const gone = (id: string | null): void => { void save(() => emptyBin(db, id)).then((count) => { if (count !== null) tell(t('bin.gone')); }); };
  return (
    <ListFrame route={route} title={t('nav.bin')} count={rows?.length ?? null} noText filters={rows && rows.length > 0 ? <Button onClick={() => { gone(null); }}>{t('bin.all')}</Button> : null}>
      <p className="soft">{t('bin.lead')}</p>
      <div role="status" ref={line} tabIndex={-1} className="done-line sticky above">{said === '' ? null : <p className="banner">{said}</p>}</div>
      {rows?.length === 0 ? <p>{t('bin.empty')}</p> : null}
      <ul className="review-list">
        {rows?.map((row) => {
          const title = showSafely(row.title || t('untitled'));
          const date = dateAt(row.at, utcOffsetAt(row.at));
          return (
            <li key={row.id} className="review-item">
              <div className="row bin-row">
                <p className="grow bin-words"><span className="tag">{t(`bin.what.${row.what}`)}</span> <b>{title}</b><br /><span className="soft">{t('bin.rows', { count: row.count })} · {t('bin.deletedOn', { date: day(date) })} · {t('bin.goesOn', { date: day(addDays(date, BIN_DAYS)) })}</span></p>
                <Button aria-label={t('bin.restoreOf', { title })} onClick={() => { restore(row.id); }}>{t('bin.restore')}</Button>
                <Button look="quiet" className="bin-now" aria-label={t('bin.nowOf', { title })} onClick={() => { gone(row.id); }}>{t('bin.now')}</Button>
              </div>
            </li>
          );
        })}
      </ul>
    </ListFrame>
  );
}
