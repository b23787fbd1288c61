import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { gapsOfItem, isOwnedGap, needsGap } from '@/utils/checklist/gap-rules';
import type { Stage } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import { peopleOf } from '@/utils/meeting/people-of';
import { nextDateWith } from '@/utils/packet/choices';
import { utcOffsetAt } from '@/utils/settings/clock';
import { dayOrNull, isWrongDay } from '@/utils/time/field-day';
import { dateAt } from '@/utils/time/plain-date';
import type { DealBoard } from '../hooks/use-deal-record';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { DateField } from '../ui/DateField';
import { TextField } from '../ui/Field';
import type { GapDefaults } from './OpenItem';
import { OpenItem } from './OpenItem';
import { useOpenDrafts } from '../hooks/use-form-draft';

/** `meeting`: null between calls, on the deal's own page. `stage`: until when what is listed is due. */
interface Props { meeting: Meeting | null; board: DealBoard; stage: Stage }

/** Until when what is owed may be found out: the next meeting, as this one left it, and the date promised to the customer. Between calls what is over is no date to set. */
function datesOf(meeting: Meeting | null, { record: { deal, meetings } }: DealBoard, now: number): (string | null)[] {
  if (meeting) return [meeting.nextDate, deal.customerDue];
  const plannedFor = deal.next?.startsAt ?? null;
  const today = dateAt(now, utcOffsetAt(now));
  const ahead = (date: string | null): string | null => (date === null || date < today ? null : date);
  return [nextDateWith(meetings, plannedFor, utcOffsetAt(plannedFor ?? now), today), deal.customerDue].map(ahead);
}

/** The earlier of the next meeting and the date promised to the customer. */
function earliestDate(meeting: Meeting | null, board: DealBoard, now: number): string | null {
  const dates = datesOf(meeting, board, now).map(dayOrNull).filter((d): d is string => d !== null);
  return dates.sort()[0] ?? null;
}

/** Items whose answer is still owed, each one key away from being an owned gap. They keep the checklist's order: nothing jumps. */
export function OpenItems({ meeting, board, stage }: Props) {
  const t = useTranslations('review.items');
  const { name } = usePreferences();
  const { gaps } = board.record;
  const { now } = useNow();
  const drafts = useOpenDrafts();
  const [chosen, setChosen] = useState<Partial<GapDefaults>>({});
  const typed: GapDefaults = { owner: name, due: earliestDate(meeting, board, now), ...chosen };
  const defaults: GapDefaults = { ...typed, due: isWrongDay(typed.due) ? null : typed.due };
  const views = [...board.views, ...board.extra].filter((v) => needsGap(v, stage));
  const people = peopleOf(meeting, board.record.meetings);
  const waiting = views.filter((v) => !gapsOfItem(v, gaps).some(isOwnedGap)).length;
  return (
    <section className="stack" aria-labelledby="review-items">
      <h2 id="review-items" tabIndex={-1}>{t('title')} ({views.length})</h2>
      <p className="soft">{views.length === 0 ? t('none') : waiting === 0 ? t('allOwned') : t('lead')}</p>
      {waiting > 0 ? <Defaults value={typed} onChange={(part) => { setChosen((c) => ({ ...c, ...part })); }} /> : null}
      <ul className="review-list">
        {views.map((view) => <OpenItem key={view.item.id} view={view} meeting={meeting} people={people} board={board} defaults={defaults} drafts={drafts} />)}
      </ul>
    </section>
  );
}

/** Said once for all rows: one key is then enough for each. */
function Defaults({ value, onChange }: { value: GapDefaults; onChange: (part: Partial<GapDefaults>) => void }) {
  const t = useTranslations('review.items');
  return (
    <fieldset className="gap-defaults">
      <legend className="visually-hidden">{t('defaults')}</legend>
      <div className="pair">
        <TextField label={t('defaultOwner')} value={value.owner} onChange={(e) => { onChange({ owner: e.target.value }); }} />
        <DateField label={t('defaultDue')} value={value.due ?? ''} onDay={(day) => { onChange({ due: day || null }); }} />
      </div>
      {value.due === null || value.owner.trim() === '' ? <p className="soft is-owned">{t('defaultHelp')}</p> : null}
    </fieldset>
  );
}
