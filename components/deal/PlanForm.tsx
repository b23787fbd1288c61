import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { PlannedMeeting } from '@/utils/deal/planned-meeting';
import { roomOfLink } from '@/utils/meeting/rooms';
import { isWrongDay } from '@/utils/time/field-day';
import { addDays } from '@/utils/time/plain-date';
import { useDraft } from '../hooks/use-draft';
import { useFormDraft } from '../hooks/use-form-draft';
import { Button } from '../ui/Button';
import { DateField } from '../ui/DateField';
import { Check, TextArea, TextField } from '../ui/Field';
import { leaveByEscape } from '../ui/form-keys';
import { Restored } from '../ui/Restored';
import { PasteInvitation } from './PasteInvitation';
import type { PlanFields, PlanProblem } from './plan-fields';
import { ASSUMED_TIME, fieldsOf, filledBy, partOf, problemOf } from './plan-fields';

interface Props {
  dealId: string;
  plan: PlannedMeeting | null;
  agreedDate: string | null;
  /** Only what was touched. Resolves to whether it was saved: only then the draft goes. */
  onSave: (part: Partial<PlannedMeeting>) => Promise<boolean>;
  onClose: () => void;
}

/** The next meeting in one form; an invitation fills it, and everything stays editable. Each keystroke is kept as a draft. */
export function PlanForm({ dealId, plan, agreedDate, onSave, onClose }: Props) {
  const t = useTranslations('deal.plan');
  const tc = useTranslations('common');
  const { value: form, changed, set, clear, restored } = useFormDraft<PlanFields>(draftKey('form:plan', dealId), '', fieldsOf(plan, agreedDate));
  const pasted = useDraft(draftKey('form:invitation', dealId), '');
  const [tried, setTried] = useState(false);
  const problem = problemOf(form);
  const close = (): void => { clear(); pasted.setText(''); onClose(); };
  const send = (): void => {
    setTried(true);
    if (problem !== null) return;
    void onSave(partOf(form, plan ? changed : form)).then((done) => { if (done) close(); });
  };
  return (
    <form className="card stack" noValidate aria-label={t('title')} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <PasteInvitation draft={pasted} onRead={(read) => { set(filledBy(read)); }} />
      <TextArea label={t('aim')} help={t('aimHelp')} autoFocus value={form.aim} onChange={(e) => { set({ aim: e.target.value }); }} />
      <TextField label={t('name')} value={form.title} onChange={(e) => { set({ title: e.target.value }); }} />
      <Times form={form} set={set} problem={tried ? problem : null} tried={tried} />
      <TextField label={t('link')} type="url" value={form.url} help={form.url.trim() !== '' && roomOfLink(form.url.trim()) === null ? t('noRoom') : t('linkHelp')} onChange={(e) => { set({ url: e.target.value }); }} />
      <TextArea label={t('people')} help={t('peopleHelp')} value={form.people} onChange={(e) => { set({ people: e.target.value }); }} />
      <Restored shown={restored} />
      <div className="row end"><Button look="quiet" onClick={close}>{tc('cancel')}</Button><Button type="submit" look="primary">{t('save')}</Button></div>
    </form>
  );
}

/** Day, from and until; a meeting of several days has a second day. */
function Times({ form, set, problem, tried }: { form: PlanFields; set: (part: Partial<PlanFields>) => void; problem: PlanProblem; tried: boolean }) {
  const t = useTranslations('deal.plan');
  const { date, from, toDate, to, assumed } = form;
  const dated = date !== '' && !isWrongDay(date);
  return (
    <>
      <div className="pair">
        <DateField label={t('date')} value={date} tried={tried} onDay={(picked) => { set({ date: picked }); }} error={problem === 'need_date' ? t('needDate') : null} />
        <TextField label={t('from')} type="time" value={from} help={assumed ? t('assumedTime', { time: ASSUMED_TIME }) : undefined} onChange={(e) => { set({ from: e.target.value, assumed: false }); }} error={problem === 'need_time' ? t('needTime') : null} />
        <TextField label={t('to')} type="time" value={to} onChange={(e) => { set({ to: e.target.value }); }} error={problem === 'need_end' ? t('needEnd') : problem === 'end_before' ? t('endBefore') : null} />
        {toDate === '' ? null : <DateField label={t('toDate')} value={toDate} tried={tried} onDay={(picked) => { set({ toDate: picked }); }} />}
      </div>
      <Check label={t('otherDay')} checked={toDate !== ''} disabled={!dated && toDate === ''} onChange={(e) => { set({ toDate: e.target.checked ? addDays(date, 1) : '' }); }} />
    </>
  );
}
