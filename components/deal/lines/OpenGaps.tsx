import { useTranslations } from 'use-intl';
import { isOpenGap, isOwnedGap } from '@/utils/checklist/gap-rules';
import { daysOverdue, orderGaps } from '@/utils/notes/gap-order';
import type { Gap } from '@/utils/notes/records';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { useMomentText } from '../../hooks/use-day-text';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useNow } from '../../hooks/use-now';
import { GapAsked } from '../../library/lines/GapAsked';
import { LineList } from '../../library/lines/LineList';
import { hrefOf } from '../../library/route';
import { useDone } from '../../undo/use-done';
import { Origin } from './Origin';

const endedLeaves = (what: string): boolean => what === 'ended';

/** Every open "?" of the deal, wherever it was said: this is where it stands, the most pressing first, with all that can be done with it. */
export function OpenGaps({ board }: { board: DealBoard }) {
  const t = useTranslations();
  const moment = useMomentText();
  const done = useDone();
  const { now } = useNow();
  const today = dateAt(now, utcOffsetAt(now));
  const { deal, gaps, meetings } = board.record;
  const open = orderGaps(gaps.filter(isOpenGap));
  // Said in a call of the deal, it says below in which, with a link.
  const rows = open.map((row) => ({ key: row.id, entry: { type: 'gap' as const, row }, time: meetings.some((m) => m.id === row.meetingId) ? '' : moment(row.at), from: <><GapFacts gap={row} board={board} today={today} /><GapAsked gap={row} today={today} done={done} /></> }));
  return (
    <section className="stack tight" aria-labelledby="deal-gaps">
      <h2 id="deal-gaps">{t('deal.gaps')} ({open.length})</h2>
      {open.length === 0 ? <p className="soft">{t('library.gaps.empty')}</p> : <p><a href={hrefOf('gaps', '', { deal: deal.id })}>{t('deal.gapsAll')}</a></p>}
      <LineList rows={rows} label={t('deal.gaps')} meeting={null} board={board} done={done} leaves={endedLeaves} />
    </section>
  );
}

/** Who looks after it and how, whether it is late, and where it was said. */
function GapFacts({ gap, board, today }: { gap: Gap; board: DealBoard; today: string }) {
  const t = useTranslations();
  const late = daysOverdue(gap, today);
  return (
    <p className={`soft ${isOwnedGap(gap) || gap.state === 'assumed' ? '' : 'is-unowned'}`}>
      {gap.state === 'assumed' ? <><span className="tag">{t('common.gapState.assumed')}</span> </> : null}
      {[gap.owner ? showSafely(gap.owner) : t('library.gaps.nobody'), gap.route ? t(`common.route.${gap.route}`) : ''].filter((s) => s !== '').join(' · ')}
      {late > 0 ? <b className="is-unowned"> {t('library.gaps.overdueBy', { days: late })}</b> : null}
      {gap.blocksEstimate ? <> <span className="tag unowned">{t('library.gaps.blocks')}</span></> : null}
      {gap.meetingId === '' ? null : <> · <Origin row={gap} meetings={board.record.meetings} /></>}
    </p>
  );
}

/** How a "?" ended, in words. */
export function GapEnd({ gap }: { gap: Gap }) {
  const t = useTranslations('common');
  return <p className="soft preline"><span className="tag">{t(`gapState.${gap.state}`)}</span> {showSafely(truncateText(gap.outcome, 600))}{gap.outcome && gap.answeredBy ? ` (${showSafely(gap.answeredBy)})` : ''}</p>;
}
