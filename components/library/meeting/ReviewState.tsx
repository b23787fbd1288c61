import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { closeMeeting, reopenReview } from '@/utils/services/meeting/end-meeting';
import { useSaver } from '../../hooks/use-saver';
import { Button } from '../../ui/Button';

/** A review that was closed can be opened again: the panel lists it, and a new packet comes from there. */
export function ReviewState({ meeting }: { meeting: Meeting }) {
  const t = useTranslations();
  const save = useSaver();
  if (meeting.state === 'live' || meeting.purgedAt !== undefined) return null;
  const waits = meeting.state === 'wrap_up';
  const turn = (): void => { void save<unknown>((at) => (waits ? closeMeeting(db, meeting.id, at) : reopenReview(db, meeting.id, at))); };
  return (
    <section className="row" aria-label={t('review.title')}>
      <Button onClick={turn}>{t(waits ? 'review.closeReview' : 'library.meeting.reopen')}</Button>
      <span className="soft" role="status">{t(waits ? 'library.meeting.waits' : 'library.meeting.reviewed')}</span>
    </section>
  );
}
