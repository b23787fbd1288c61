import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { lineDraftKey } from '@/utils/db/drafts/draft-keys';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Priority, Want } from '@/utils/notes/records';
import { PRIORITIES } from '@/utils/notes/records';
import { lacksOf } from '@/utils/notes/want-rules';
import { editLine } from '@/utils/services/capture/edit-line';
import { showSafely, truncateText } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useFormDraft, useOpenDrafts } from '../../hooks/use-form-draft';
import { useSaver } from '../../hooks/use-saver';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { Select, TextField } from '../../ui/Field';
import { leaveByEscape } from '../../ui/form-keys';
import { FormEnd } from '../../ui/FormEnd';
import { moveOn, nextTarget } from '../row-focus';

/** What the customer asked for in this call and nobody has said yet why, or how much it matters: written down while it is fresh. */
export function ReviewWants({ meeting, board }: { meeting: Meeting; board: DealBoard }) {
  const t = useTranslations('review.wants');
  const said = board.record.wants.filter((want) => want.meetingId === meeting.id);
  const open = said.filter((want) => lacksOf(want).length > 0);
  // A call without wants has nothing to go through here.
  if (said.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="review-wants">
      <h2 id="review-wants" tabIndex={-1}>{t('title')} ({open.length})</h2>
      <p className="soft">{open.length === 0 ? t('none') : t('lead')}</p>
      <ul className="review-list">{open.map((want) => <WantRow key={want.id} want={want} />)}</ul>
    </section>
  );
}

function WantRow({ want }: { want: Want }) {
  const t = useTranslations('review.wants');
  const drafts = useOpenDrafts();
  const [form, setForm] = useState<'no' | 'open' | 'was'>('no');
  const words = truncateText(want.words, 80);
  const begun = form !== 'open' && drafts.has(lineDraftKey('wants', want.id));
  return (
    <li className="review-item">
      <div className="row nowrap">
        <div className="grow">
          <p className="preline clamp">{showSafely(truncateText(want.words, 600))}</p>
          <p className="soft is-owned">{lacksOf(want).map((what) => t(`lacks.${what}`)).join(' · ')} {begun ? <Begun /> : null}</p>
        </div>
        {form === 'open' ? null : <Button className="own" autoFocus={form === 'was'} aria-label={t('fill', { words })} onClick={() => { setForm('open'); }}>{t('fillShort')}</Button>}
      </div>
      {form === 'open' ? <WantFields want={want} words={words} onClose={() => { setForm('was'); }} /> : null}
    </li>
  );
}

type Fields = Pick<Want, 'needBehind' | 'priority'> & Required<Pick<Want, 'customWhy'>>;

/** Shares its draft with the want's whole form on the deal's page; takes and writes only its own fields. */
function WantFields({ want, words, onClose }: { want: Want; words: string; onClose: () => void }) {
  const t = useTranslations('review.wants');
  const save = useSaver();
  const { value, changed, set, clear, restored } = useFormDraft<Fields>(lineDraftKey('wants', want.id), want.meetingId, { needBehind: want.needBehind, priority: want.priority, customWhy: want.customWhy ?? '' });
  const [first] = lacksOf(want);
  const send = async (form: HTMLElement): Promise<void> => {
    const [row, next] = [form.closest('li'), nextTarget(form, '.own')];
    if (!(await save((at) => editLine(db, 'wants', want.id, changed, at).then(() => true)))) return;
    clear();
    // One that has all it needs leaves the list.
    if (lacksOf({ ...want, ...changed }).length === 0) moveOn(row, next);
    else onClose();
  };
  return (
    <form className="stack" aria-label={t('fill', { words })} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); void send(e.currentTarget); }}>
      <TextField label={t('need')} autoFocus={first === 'need'} value={value.needBehind} onChange={(e) => { set({ needBehind: e.target.value }); }} />
      <Select label={t('priority')} autoFocus={first === 'priority'} value={value.priority ?? ''} onChange={(e) => { set({ priority: (e.target.value || null) as Priority | null }); }}>
        <option value="">{t('noPriority')}</option>
        {PRIORITIES.map((one) => <option key={one} value={one}>{t(`priorities.${one}`)}</option>)}
      </Select>
      {want.customClass === 'customisation' ? <TextField label={t('why')} autoFocus={first === 'why'} value={value.customWhy} onChange={(e) => { set({ customWhy: e.target.value }); }} /> : null}
      <FormEnd restored={restored} onCancel={() => { clear(); onClose(); }} />
    </form>
  );
}
