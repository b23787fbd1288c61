import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { AIM_RESULTS } from '@/utils/meeting/aim';
import type { Meeting } from '@/utils/meeting/meeting';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { sayAimResult } from '@/utils/services/meeting/edit-meeting';
import { showSafely } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useSaver } from '../../hooks/use-saver';
import { Button } from '../../ui/Button';
import { ChipChoice } from '../../ui/Field';

/** What the meeting was for, and whether it got there; what it did not reach goes to the next one with one press. */
export function ReviewAim({ meeting: { id, aim, aimResult = null }, board: { record: { deal } } }: { meeting: Meeting; board: DealBoard }) {
  const t = useTranslations('review.aim');
  const save = useSaver();
  if (aim.trim() === '') return null;
  const left = aimResult !== null && aimResult !== 'reached';
  const carried = deal.next?.aim.trim() === aim.trim();
  return (
    <section className="stack tight" aria-labelledby="review-aim">
      <h2 id="review-aim" tabIndex={-1}>{t('title')}</h2>
      <p className="preline">{showSafely(aim)}</p>
      <ChipChoice label={t('ask')} name="aim-result" value={aimResult} options={AIM_RESULTS.map((value) => ({ value, label: t(`results.${value}`) }))} onChange={(result) => { void save((at) => sayAimResult(db, id, aim, result, at).then(() => true)); }} />
      {left && carried ? <p className="soft" role="status">{t('carried')}</p> : null}
      {left && !carried && !deal.next?.aim ? <Button onClick={() => { void save((at) => planMeeting(db, deal.id, { aim }, at).then(() => true)); }}>{t('carry')}</Button> : null}
    </section>
  );
}
