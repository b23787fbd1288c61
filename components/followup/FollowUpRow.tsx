import { Pencil, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { FollowUpLine } from '@/utils/db/library/read-follow-ups';
import { isScheduled } from '@/utils/followup/follow-up';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { reopenFollowUp } from '@/utils/services/followup/keep-follow-up';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { daysBetween } from '@/utils/time/plain-date';
import { useDayText } from '../hooks/use-day-text';
import { useOpenDrafts } from '../hooks/use-form-draft';
import { useAimedRow } from '../library/lines/use-aim';
import { Begun } from '../ui/Begun';
import { Button } from '../ui/Button';
import type { Done } from '../undo/use-done';
import { CloseForm, EditForm } from './FollowUpForms';
import { useKeeper } from '../undo/use-keeper';
import { useWorkTime } from './use-work-time';
import { useFollowUpWords } from './use-words';

type Open = 'no' | 'done' | 'skipped' | 'edit' | 'was';

/** What the rows of a list have in common: what was done last, the day it is, and which forms are half typed. */
export interface OfAllRows { done: Done; today: string; drafts: ReadonlySet<string> }

/** Asked for once by a list: a clock and a look at the drafts for each of hundreds of rows would hold the page up. */
export function useOfAllRows(done: Done): OfAllRows {
  const { today } = useWorkTime();
  return { done, today, drafts: useOpenDrafts() };
}

interface Props {
  line: FollowUpLine;
  all: OfAllRows;
  /** Whose it is, in a list of all deals. */
  place?: ReactNode;
}

/** One follow-up: when, what about, and what can be done with it. */
export function FollowUpRow({ line, place, all }: Props) {
  const t = useTranslations('after.follow');
  const tl = useTranslations('library');
  const { done, today, drafts } = all;
  const keep = useKeeper(done);
  const words = useFollowUpWords()(line);
  const [open, setOpen] = useState<Open>('no');
  const { row } = line;
  const aimed = useAimedRow<HTMLLIElement>(row.id, 'review-item stack tight');
  const about = truncateText(words, 60);
  const close = (): void => { setOpen('was'); };
  const reopen = (): void => {
    keep((at) => reopenFollowUp(db, row.id, at).then(() => ({ text: t('reopenSaid'), holds: row.id })));
  };
  const remove = (): void => {
    keep((at) => deleteToBin(db, 'follow_up', row.id, about, at).then((binId) => (binId === null ? null : { text: tl('deleted', { title: about }), holds: row.id })));
  };
  const tools = isScheduled(row) ? (
    <>
      <Button autoFocus={open === 'was'} aria-label={t('doneOf', { text: about })} onClick={() => { setOpen('done'); }}>{t('done')}</Button>
      <Button look="quiet" aria-label={t('skipOf', { text: about })} onClick={() => { setOpen('skipped'); }}>{t('skip')}</Button>
      <Button look="icon" aria-label={t('editOf', { text: about })} title={t('edit')} onClick={() => { setOpen('edit'); }}><Pencil size={15} aria-hidden /></Button>
      {drafts.has(draftKey('form:follow_up', row.id)) ? <Begun /> : null}
    </>
  ) : <Button look="quiet" aria-label={t('reopenOf', { text: about })} onClick={reopen}>{t('reopen')}</Button>;
  return (
    <li {...aimed}>
      <p className="preline clamp">{words}</p>
      <When line={line} today={today} />
      {row.outcome === '' ? null : <p className="soft preline">{showSafely(row.outcome)}</p>}
      {place ? <p className="soft">{place}</p> : null}
      {open === 'done' || open === 'skipped' ? <CloseForm row={row} about={about} state={open} done={done} onClose={close} /> : null}
      {open === 'edit' ? <EditForm row={row} about={about} words={words} done={done} onClose={close} /> : null}
      {open === 'no' || open === 'was' ? (
        <div className="row">
          {tools}
          <Button look="icon" aria-label={tl('deleteOf', { title: about })} title={tl('delete')} onClick={remove}><Trash2 size={15} aria-hidden /></Button>
        </div>
      ) : null}
    </li>
  );
}

function When({ line: { row }, today }: { line: FollowUpLine; today: string }) {
  const t = useTranslations('after.follow');
  const day = useDayText();
  if (row.state !== 'scheduled') return <p className="soft">{t(`states.${row.state}`)} · {day(row.closedOn ?? row.dueOn)}</p>;
  const late = daysBetween(row.dueOn, today);
  return <p className="soft">{day(row.dueOn)}{late > 0 ? <b className="is-unowned"> {t('overdueBy', { days: late })}</b> : null}</p>;
}
