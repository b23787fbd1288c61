import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readTimeline } from '@/utils/db/read-meeting';
import type { Meeting } from '@/utils/meeting/meeting';
import type { DealBoard } from '../hooks/use-deal-record';
import { LineRecord } from './LineRecord';

/** Everything captured in this meeting, oldest first, each line editable in place. */
export function LinesView({ meeting, board }: { meeting: Meeting; board: DealBoard | null }) {
  const t = useTranslations('call');
  const entries = useLiveQuery(() => readTimeline(db, meeting.id), [meeting.id]);
  if (entries?.length === 0) return <p className="soft pad">{t('lines.empty')}</p>;
  return (
    <ol className="records" aria-label={t('lines.label')}>
      {(entries ?? []).map((entry) => <LineRecord key={entry.row.id} entry={entry} meeting={meeting} board={board} />)}
    </ol>
  );
}
