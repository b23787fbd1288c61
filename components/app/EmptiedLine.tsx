import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DATABASE_NAME, db } from '@/utils/db/database';
import { readIsEmpty } from '@/utils/db/library/read-retention';
import { hadData } from '@/utils/settings/had-data';
import { Button } from '../ui/Button';

/** A browser that finds its files damaged throws the data away and says nothing: then this window would look like a first day. */
export function EmptiedLine({ href }: { href: string }) {
  const t = useTranslations('trouble.emptied');
  const empty = useLiveQuery(() => readIsEmpty(db));
  const opened = useRef(false);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    // The practice page has a database of its own.
    if (empty === undefined || db.name !== DATABASE_NAME) return;
    if (!empty) void hadData.setValue(true).catch(() => undefined);
    // What is emptied while this window is open was emptied by hand.
    else if (!opened.current) void hadData.getValue().then((had) => { setLost(had === true); }, () => undefined);
    opened.current = true;
  }, [empty]);
  if (!lost || empty !== true) return null;
  const dismiss = (): void => { setLost(false); void hadData.setValue(null); };
  return (
    <div className="banner unowned" role="alert">
      <p>{t('text')}</p>
      <div className="row">
        <a href={href} target={href.startsWith('#') ? undefined : 'baton-library'}>{t('restore')}</a>
        <Button look="quiet" onClick={dismiss}>{t('dismiss')}</Button>
      </div>
    </div>
  );
}
