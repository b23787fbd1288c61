import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readUnfiledLines } from '@/utils/db/library/read-lines';
import { fileLines } from '@/utils/services/capture/file-lines';
import { useMomentText } from '../../hooks/use-day-text';
import { DealPicker } from '../../start/DealPicker';
import { Button } from '../../ui/Button';
import { useDone } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';
import { LineList } from '../lines/LineList';
import { hrefOf } from '../route';

/** What was caught before there was a deal for it, with its tools: one by one, or all into one deal. */
export function UnfiledPage() {
  const t = useTranslations('library.unfiledLines');
  const moment = useMomentText();
  const done = useDone();
  const keep = useKeeper(done);
  const [picking, setPicking] = useState<'no' | 'yes' | 'was'>('no');
  const lines = useLiveQuery(() => readUnfiledLines(db), []);
  if (!lines) return null;
  const outside = lines.filter(({ row }) => row.meetingId === '');
  const first = outside[0]?.row.id ?? '';
  const pick = (dealId: string): void => {
    keep((at) => fileLines(db, dealId, at).then((moved) => ({ text: t('filed', { count: moved }), holds: first })), () => { setPicking('no'); });
  };
  return (
    <div className="stack">
      <p><a href={hrefOf('deals')}>{t('back')}</a></p>
      <h1>{t('title')} ({lines.length})</h1>
      <p className="soft">{lines.length === 0 ? t('none') : t('lead')}</p>
      {picking === 'yes' ? (
        <section className="stack card narrow" aria-label={t('all')}>
          <DealPicker onPick={pick} />
          <div className="row end"><Button look="quiet" onClick={() => { setPicking('was'); }}>{t('cancel')}</Button></div>
        </section>
      ) : null}
      {picking !== 'yes' && outside.length > 0 ? <div><Button autoFocus={picking === 'was'} onClick={() => { setPicking('yes'); }}>{t('all')}</Button></div> : null}
      <LineList rows={lines.map((entry) => ({ key: entry.row.id, entry, time: moment(entry.row.at) }))} label={t('title')} meeting={null} board={null} done={done} />
    </div>
  );
}
