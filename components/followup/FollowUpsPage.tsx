import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { FollowUpLine } from '@/utils/db/library/read-follow-ups';
import { readDealsWithoutNext, readFollowUps } from '@/utils/db/library/read-follow-ups';
import type { Names } from '@/utils/db/library/read-lists';
import { readNames } from '@/utils/db/library/read-lists';
import { isScheduled, URGENCIES, urgencyOf } from '@/utils/followup/follow-up';
import { fits } from '@/utils/text/fits';
import { showSafely } from '@/utils/text/normalize';
import { useNow } from '../hooks/use-now';
import { DealFilter, nameOfDeal } from '../library/DealFilter';
import { CutShort, ListFrame, setParam } from '../library/ListFrame';
import type { Route } from '../library/route';
import { hrefOf } from '../library/route';
import { Check } from '../ui/Field';
import { DoneLine } from '../undo/DoneLine';
import { useDone } from '../undo/use-done';
import type { OfAllRows } from './FollowUpRow';
import { FollowUpRow, useOfAllRows } from './FollowUpRow';
import { useFollowUpWords } from './use-words';

/** More at once helps nobody; filters do. */
const MOST = 300;

/** Follow-ups of all deals, overdue first, and the deals that have nothing ahead. */
export function FollowUpsPage({ route }: { route: Route }) {
  const t = useTranslations('after.follow');
  const done = useDone();
  const all = useOfAllRows(done);
  const { today } = all;
  const words = useFollowUpWords();
  const { q = '', deal = '', closed = '' } = route.params;
  const lines = useLiveQuery(() => readFollowUps(db, closed === '1'), [closed]);
  const names = useLiveQuery(() => readNames(db), []) ?? null;
  const placeOf = ({ row }: FollowUpLine): string => nameOfDeal(row.dealId, names);
  const shown = lines?.filter((line) => (deal === '' || line.row.dealId === deal) && fits(`${words(line)} ${line.row.outcome} ${placeOf(line)}`, q)) ?? null;
  const ahead = (shown ?? []).filter(({ row }) => isScheduled(row));
  const groups = URGENCIES.map((urgency) => ({ urgency, rows: ahead.filter(({ row }) => urgencyOf(row, today) === urgency) }));
  return (
    <ListFrame route={route} title={t('title')} count={shown?.length ?? null} filters={<Filters route={route} lines={lines ?? []} names={names} />}>
      {lines?.length === 0 ? <p>{t('emptyAll')}</p> : null}
      {groups.map(({ urgency, rows }) => <Group key={urgency} id={urgency} title={t(`groups.${urgency}`)} rows={rows} late={urgency === 'overdue'} names={names} all={all} />)}
      <Group id="closed" title={t('closed')} rows={(shown ?? []).filter(({ row }) => !isScheduled(row))} names={names} all={all} />
      <DoneLine done={done} sticky />
      {q === '' && deal === '' ? <WithoutNext /> : null}
    </ListFrame>
  );
}

interface GroupProps { all: OfAllRows; id: string; title: string; rows: readonly FollowUpLine[]; late?: boolean; names: Names | null }

function Group({ id, title, rows, late = false, names, all }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby={`followups-${id}`}>
      <h2 id={`followups-${id}`} className={late ? 'is-unowned' : ''}>{title} ({rows.length})</h2>
      <ul className="review-list">{rows.slice(0, MOST).map((line) => <FollowUpRow key={line.row.id} line={line} place={<Place line={line} names={names} />} all={all} />)}</ul>
      <CutShort of={rows.length} shown={MOST} />
    </section>
  );
}

/** Whose it is; nothing for one whose deal is gone for good. */
function Place({ line: { row }, names }: { line: FollowUpLine; names: Names | null }) {
  const name = nameOfDeal(row.dealId, names);
  return name === '' ? null : <a href={hrefOf('deal', row.dealId, { line: row.id })}>{name}</a>;
}

function Filters({ route, lines, names }: { route: Route; lines: readonly FollowUpLine[]; names: Names | null }) {
  const t = useTranslations('after.follow');
  const { params } = route;
  return (
    <>
      <DealFilter route={route} label={t('deal')} all={t('deals')} ids={lines.map(({ row }) => row.dealId)} names={names} />
      <Check label={t('showClosed')} checked={params.closed === '1'} onChange={(e) => { setParam(route, 'closed', e.target.checked ? '1' : ''); }} />
    </>
  );
}

/** A deal that nobody has anything planned for is easily forgotten. */
function WithoutNext() {
  const t = useTranslations('after.follow');
  const { now } = useNow();
  const deals = useLiveQuery(() => readDealsWithoutNext(db, now), [now]) ?? [];
  if (deals.length === 0) return null;
  return (
    <section className="stack tight" aria-labelledby="followups-without">
      <h2 id="followups-without">{t('without', { count: deals.length })}</h2>
      <p className="soft">{t('withoutHelp')}</p>
      <ul className="plain-list">{deals.slice(0, MOST).map(({ deal, account }) => <li key={deal.id}><a href={hrefOf('deal', deal.id)}>{showSafely(account?.name ?? '')} · {showSafely(deal.name)}</a></li>)}</ul>
      <CutShort of={deals.length} shown={MOST} />
    </section>
  );
}
