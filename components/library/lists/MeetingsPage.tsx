import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLiveQuery } from 'dexie-react-hooks';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Names } from '@/utils/db/library/read-lists';
import { readMeetingIds, readMeetings, readNames } from '@/utils/db/library/read-lists';
import { UNFILED } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import { MEETING_STATES } from '@/utils/meeting/meeting';
import { showSafely } from '@/utils/text/normalize';
import { clockText, isoAt } from '@/utils/time/plain-date';
import { useDayText } from '../../hooks/use-day-text';
import { Select } from '../../ui/Field';
import { DealFilter } from '../DealFilter';
import { ListFrame, setParam } from '../ListFrame';
import type { Route } from '../route';
import { hrefOf } from '../route';

const ROW_PX = 58;
/** Rows that are read together. */
const BLOCK = 20;

/** All meetings, newest first. Only the rows in view exist, and only they are read. */
export function MeetingsPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const { deal, state } = route.params;
  const ids = useLiveQuery(() => readMeetingIds(db, { ...(deal === undefined ? {} : { dealId: deal === 'none' ? UNFILED : deal }), ...(state ? { state } : {}) }), [deal, state]);
  const names = useLiveQuery(() => readNames(db), []);
  const filters = (
    <>
      <DealFilter route={route} label={t('meetings.deal')} all={t('gaps.deals')} ids={names?.deals.keys() ?? []} names={names ?? null}><option value="none">{t('unfiled')}</option></DealFilter>
      <Select label={t('meetings.state')} hideLabel value={state ?? ''} onChange={(e) => { setParam(route, 'state', e.target.value); }}>
        <option value="">{t('meetings.state')}: {t('all')}</option>
        {MEETING_STATES.map((s) => <option key={s} value={s}>{t(`meetings.states.${s}`)}</option>)}
      </Select>
    </>
  );
  return (
    <ListFrame route={route} title={t('nav.meetings')} count={ids?.length ?? null} filters={filters} noText>
      {ids?.length === 0 && !deal && !state ? <p>{t('meetings.empty')}</p> : null}
      {ids && ids.length > 0 ? <Rows ids={ids} names={names ?? null} /> : null}
    </ListFrame>
  );
}

/** Rows come in blocks: each reads its own meetings, live, while it is near the view. */
function Rows({ ids, names }: { ids: readonly string[]; names: Names | null }) {
  const t = useTranslations('library');
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => { setTop(list.current?.offsetTop ?? 0); }, []);
  // The page itself scrolls: back, keyboard and zoom keep working.
  // It is meant to give other rows at each rendering; nothing here keeps what it gave.
  // oxlint-disable-next-line react/incompatible-library
  const blocks = useWindowVirtualizer({ count: Math.ceil(ids.length / BLOCK), estimateSize: () => ROW_PX * BLOCK, overscan: 1, scrollMargin: top });
  return (
    <div ref={list} role="list" className="meeting-rows" aria-label={t('nav.meetings')} style={{ height: ids.length * ROW_PX }}>
      {blocks.getVirtualItems().map(({ index }) => <Block key={ids[index * BLOCK]} ids={ids.slice(index * BLOCK, (index + 1) * BLOCK)} first={index * BLOCK} total={ids.length} names={names} />)}
    </div>
  );
}

interface BlockProps { ids: readonly string[]; first: number; total: number; names: Names | null }

function Block({ ids, first, total, names }: BlockProps) {
  const found = useLiveQuery(() => readMeetings(db, ids), [ids.join(' ')]);
  return (
    <div role="presentation" className="meeting-block" style={{ transform: `translateY(${String(first * ROW_PX)}px)` }}>
      {found?.map((meeting, i) => (
        <div role="listitem" key={ids[i]} className="meeting-row" aria-setsize={total} aria-posinset={first + i + 1} style={{ height: ROW_PX }}>
          {meeting ? <Row meeting={meeting} names={names} /> : null}
        </div>
      ))}
    </div>
  );
}

function Row({ meeting, names }: { meeting: Meeting; names: Names | null }) {
  const t = useTranslations('library');
  const day = useDayText();
  const began = isoAt(meeting.startedAt, meeting.utcOffset);
  const deal = names?.deals.get(meeting.dealId);
  const account = deal ? names?.accounts.get(deal.accountId) : undefined;
  return (
    <a href={hrefOf('meeting', meeting.id)} className="meeting-link">
      <span className="soft meeting-when">{day(began)} {began.slice(11, 16)}</span>
      <span className="grow clip">
        <b>{showSafely(meeting.title || t('untitled'))}</b>
        <span className="soft"> {deal ? `${showSafely(account?.name ?? '')} · ${showSafely(deal.name)} · ${t('meetings.ordinal', { number: meeting.ordinal })}` : t('unfiled')}</span>
      </span>
      <span className="soft meeting-extra">{[...new Set(meeting.segments.map((s) => t(`meetings.platforms.${s.platform}`)))].join(', ')}</span>
      <span className="soft number meeting-extra">{meeting.endedAt === null ? '' : clockText(meeting.endedAt - meeting.startedAt)}</span>
      <span className={`tag ${meeting.state === 'wrap_up' ? 'owned' : meeting.state === 'live' ? 'secured' : ''}`}>{t(`meetings.states.${meeting.state}`)}</span>
    </a>
  );
}
