import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { TimelineEntry } from '@/utils/db/read-entries';
import type { Meeting } from '@/utils/meeting/meeting';
import { showSafely } from '@/utils/text/normalize';
import { clockText } from '@/utils/time/plain-date';
import { useMomentText } from '../../hooks/use-day-text';
import { hrefOf } from '../../library/route';

type Row = TimelineEntry['row'];

/** When and where a line of the deal was said: in which of its meetings, in one of another deal, or in none. */
export function Origin({ row, meetings }: { row: Row; meetings: readonly Meeting[] }) {
  const t = useTranslations('library');
  const moment = useMomentText();
  const own = meetings.find((m) => m.id === row.meetingId);
  if (!own) return <>{<span className="record-time">{moment(row.at)}</span>}{row.meetingId === '' ? null : <OtherMeeting row={row} />}</>;
  const at = row.offsetMs === null ? '' : ` ${clockText(row.offsetMs)}`;
  return <a className="record-time" href={hrefOf('meeting', own.id, { line: row.id })}>{showSafely(own.title || t('untitled'))}{at}</a>;
}

/** Each of these is a live query: only where the meeting is none of the deal's. */
function OtherMeeting({ row }: { row: Row }) {
  const meeting = useLiveQuery(async () => (await db.meetings.get(row.meetingId)) ?? null, [row.meetingId]);
  return meeting === undefined ? null : <span><SaidElsewhere meeting={meeting} lineId={row.id} /></span>;
}

/** A line that was said in a meeting of another deal says in which; null: that is gone. */
export function SaidElsewhere({ meeting, lineId }: { meeting: Meeting | null; lineId: string }) {
  const t = useTranslations();
  if (!meeting) return <>{t('deal.outside.fromGone')}</>;
  return <>{t('deal.outside.from')} <a href={hrefOf('meeting', meeting.id, { line: lineId })}>{showSafely(meeting.title || t('library.untitled'))}</a></>;
}
