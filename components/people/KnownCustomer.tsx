import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readCustomer } from '@/utils/db/customer/read-customer';
import type { Account } from '@/utils/deal/deal';
import { isOverdue } from '@/utils/notes/promise-rules';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../hooks/use-day-text';
import { useNow } from '../hooks/use-now';

/** More is on the deal's page: this stands above the first question. */
const SHOWN = 3;
/** Letters of a promise: whoever wants all of it follows the link. */
const LONG = 90;
/** Meetings in which it was folded: it stays so, and opens in the next. */
const folded = new Set<string>();

/** Who chose us before is known before the first question: since when, what for, and what we still owe them. */
export function KnownCustomer({ account, meetingId }: { account: Account; meetingId: string }) {
  const t = useTranslations('call.customer');
  const day = useDayText();
  const { now } = useNow();
  const today = dateAt(now, utcOffsetAt(now));
  const [open, setOpen] = useState(!folded.has(meetingId));
  const known = useLiveQuery(() => readCustomer(db, account.id, today), [account.id, today]);
  if (!known || account.relationship === 'prospect') return null;
  const { since, signed, promises } = known;
  const turn = (next: boolean): void => {
    setOpen(next);
    if (next) folded.delete(meetingId);
    else folded.add(meetingId);
  };
  return (
    <details className="known-customer" open={open} onToggle={(e) => { turn(e.currentTarget.open); }}>
      <summary><b>{t(`relationships.${account.relationship}`)}</b>{since ? ` · ${t('since', { date: day(since) })}` : ''}{promises.length > 0 ? <span className="is-unowned"> · {t('owed', { count: promises.length })}</span> : null}</summary>
      {signed.length > 0 ? <p className="soft">{t('signed', { deals: signed.map((name) => showSafely(truncateText(name, 60))).join(', ') })}</p> : null}
      {promises.length === 0 ? <p className="soft">{t('nothingOwed')}</p> : null}
      <ul>
        {promises.slice(0, SHOWN).map((promise) => (
          <li key={promise.id}>
            <a href={`/library.html#/deal/${encodeURIComponent(promise.dealId)}?line=${encodeURIComponent(promise.id)}`} target="baton-library">{showSafely(truncateText(promise.words, LONG))}</a>
            {promise.due === null ? null : <span className={isOverdue(promise, today) ? 'is-unowned' : 'soft'}> {day(promise.due)}</span>}
          </li>
        ))}
      </ul>
      {promises.length > SHOWN ? <p className="soft">{t('more', { count: promises.length - SHOWN })}</p> : null}
    </details>
  );
}
