import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
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
import { leaveByEscape } from '../../ui/form-keys';
import { ListFrame } from '../ListFrame';
import type { Route } from '../route';

/** What was deleted in the last week: bring it back, or let it go for good, after a second press: no undo reaches that. */
export function BinPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const tc = useTranslations('common');
  const day = useDayText();
  const save = useSaver();
  const [said, setSaid] = useState('');
  // What is to go for good, once that is said twice: a row, or all ('').
  const [asked, setAsked] = useState<string | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const line = useRef<HTMLDivElement>(null);
  // The button that was pressed goes with its row: the keyboard is where it is said.
  const tell = (text: string): void => { setSaid(text); line.current?.focus({ preventScroll: true }); };
  const rows = useLiveQuery(() => readBin(db), []);
  const restore = (id: string): void => {
    void save((at) => restoreFromBin(db, id, at)).then((done) => {
      if (done) tell(done.kept > 0 ? `${t('restored')} ${t('bin.kept', { count: done.kept })}` : t('restored'));
    });
  };
  const gone = (id: string): void => {
    void save(() => emptyBin(db, id === '' ? null : id)).then((count) => {
      setAsked(null);
      if (count !== null) tell(t('bin.gone'));
    });
  };
  const leave = (): void => { setKept(asked); setAsked(null); };
  const ask = (id: string, label: string): ReactNode => (
    // Escape is a shortcut to “cancel”, which works without it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="card stack" role="group" aria-label={label} onKeyDown={leaveByEscape(leave)}>
      <p>{t('bin.ask')}</p>
      <div className="row end"><Button look="quiet" autoFocus onClick={leave}>{tc('cancel')}</Button><Button onClick={() => { gone(id); }}>{t('bin.now')}</Button></div>
    </div>
  );
  return (
    <ListFrame route={route} title={t('nav.bin')} count={rows?.length ?? null} noText filters={rows && rows.length > 0 && asked !== '' ? <Button autoFocus={kept === ''} onClick={() => { setAsked(''); }}>{t('bin.all')}</Button> : null}>
      {asked === '' ? ask('', t('bin.all')) : null}
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
                {asked === row.id ? null : <Button look="quiet" className="bin-now" autoFocus={kept === row.id} aria-label={t('bin.nowOf', { title })} onClick={() => { setAsked(row.id); }}>{t('bin.now')}</Button>}
              </div>
              {asked === row.id ? ask(row.id, t('bin.nowOf', { title })) : null}
            </li>
          );
        })}
      </ul>
    </ListFrame>
  );
}
