import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db, PRACTICE_DATABASE_NAME } from '@/utils/db/database';
import { readPackets } from '@/utils/db/read-meeting';
import { readPacketFiles } from '@/utils/services/packet/read-packet-files';
import type { OfferedPurpose } from '@/utils/packet/choices';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../hooks/use-day-text';
import { useNow } from '../hooks/use-now';
import { SharedNumber, StandingTag } from '../reply/StandingTag';
import { useReading } from './use-reading';
import { Button } from '../ui/Button';
import { downloadBytes } from './deliver';

interface Props {
  dealId: string;
  utcOffset: number;
  /** Beside a call: the library opens in a tab of its own. */
  beside: boolean;
}

/** Packets that left already: kept, numbered, unchanged. */
export function EarlierPackets({ dealId, utcOffset, beside }: Props) {
  const t = useTranslations('packet');
  const day = useDayText();
  const reading = useReading();
  const { now } = useNow();
  const [failure, setFailure] = useState('');
  const rows = useLiveQuery(() => readPackets(db, dealId), [dealId]) ?? [];
  const again = (id: string): void => {
    void reading(() => readPacketFiles(db, id)).then((made) => {
      setFailure('reason' in made ? t('failed', { reason: made.reason }) : '');
      if ('value' in made) downloadBytes(made.value.zip, made.value.fileName, 'application/zip');
    });
  };
  return (
    <section className="stack" aria-labelledby="earlier-packets">
      <h2 id="earlier-packets">{t('earlier')}</h2>
      {rows.length === 0 ? <p className="soft">{t('noEarlier')}</p> : null}
      {failure ? <p className="field-error" role="alert">{failure}</p> : null}
      <ul className="review-list">
        {rows.map((row) => (
          <li key={row.id} className="review-item">
            <div className="row nowrap">
              <span className="grow">
                {t('earlierLine', { number: row.number, purpose: t(`purposes.${row.purpose as OfferedPurpose}`), date: day(dateAt(row.createdAt, utcOffset)) })}
                <br /><span className="soft">{t(`languages.${row.language}`)} · {t(`redactions.${row.redaction as 'internal'}`)}</span> <StandingTag packet={row} all={rows} today={dateAt(now, utcOffset)} /> <SharedNumber packet={row} all={rows} />
              </span>
              {row.json === '' ? <span className="soft">{t('emptied')}</span> : <Button look="quiet" aria-label={t('again', { number: row.number })} onClick={() => { again(row.id); }}>{t('againShort')}</Button>}
            </div>
          </li>
        ))}
      </ul>
      {rows.length > 0 && db.name !== PRACTICE_DATABASE_NAME ? <p><a href="/library.html#/reply" {...(beside ? { target: '_blank', rel: 'noreferrer' } : {})}>{t('bringIn')}</a></p> : null}
    </section>
  );
}
