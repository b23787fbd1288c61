import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { FollowUp } from '@/utils/followup/follow-up';
import { lacksOfFollowUp, lacksReason } from '@/utils/followup/follow-up';
import { addFollowUp, closeFollowUp, editFollowUp } from '@/utils/services/followup/keep-follow-up';
import { useDayText } from '../hooks/use-day-text';
import { useFormDraft } from '../hooks/use-form-draft';
import { DateField } from '../ui/DateField';
import { TextField } from '../ui/Field';
import { enterForm, leaveByEscape } from '../ui/form-keys';
import { FormEnd } from '../ui/FormEnd';
import type { Done } from '../undo/use-done';
import { useKeeper } from '../undo/use-keeper';
import { useWorkTime } from './use-work-time';

interface FormProps { row: FollowUp; about: string; done: Done; onClose: () => void }

/** The first field that something is missing in gets the keyboard. */
function toWrongField(form: HTMLFormElement): void {
  requestAnimationFrame(() => { form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); });
}

/** Done, with what came of it if anybody wants to say; or skipped, with the reason. */
export function CloseForm({ row, about, state, done, onClose }: FormProps & { state: 'done' | 'skipped' }) {
  const t = useTranslations('after.follow');
  const keep = useKeeper(done);
  const { today, days } = useWorkTime();
  const { value, set, clear, restored } = useFormDraft(draftKey('form:follow_up', row.id), '', { outcome: row.outcome });
  const [tried, setTried] = useState(false);
  const missing = lacksReason(state, value.outcome);
  const close = (): void => { clear(); onClose(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (missing) { toWrongField(form); return; }
    keep((at) => closeFollowUp(db, row.id, { state, outcome: value.outcome, today }, days, at).then(() => ({ text: t(state === 'done' ? 'doneSaid' : 'skipSaid'), holds: row.id })), close);
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t(state === 'done' ? 'doneOf' : 'skipOf', { text: about })} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <TextField label={t(state === 'done' ? 'outcome' : 'reason')} value={value.outcome} error={tried && missing ? t('needReason') : null} onChange={(e) => { set({ outcome: e.target.value }); }} />
      <FormEnd restored={restored} onCancel={close} />
    </form>
  );
}

/** Other words, or another day. A step of the plan keeps its own words while none are written. */
export function EditForm({ row, about, words, done, onClose }: FormProps & { words: string }) {
  const t = useTranslations('after.follow');
  const keep = useKeeper(done);
  const { value, set, clear, restored } = useFormDraft(draftKey('form:follow_up', row.id), '', { text: row.text, dueOn: row.dueOn });
  const [tried, setTried] = useState(false);
  const own = row.step === 'own';
  const lacks = lacksOfFollowUp({ text: own ? value.text : words, dueOn: value.dueOn });
  const close = (): void => { clear(); onClose(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (lacks.length > 0) { toWrongField(form); return; }
    keep((at) => editFollowUp(db, row.id, value, at).then(() => ({ text: t('editSaid'), holds: row.id })), close);
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t('editOf', { text: about })} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <DateField label={t('day')} value={value.dueOn} tried={tried} error={tried && value.dueOn === '' ? t('needDay') : null} onDay={(dueOn) => { set({ dueOn }); }} />
      <TextField label={t('text')} value={value.text} placeholder={own ? '' : words} error={tried && lacks.includes('text') ? t('needText') : null} onChange={(e) => { set({ text: e.target.value }); }} />
      <FormEnd restored={restored} onCancel={close} />
    </form>
  );
}

interface AddProps {
  dealId: string;
  /** The want that it is about: its words are enough. */
  want?: { id: string; words: string };
  done: Done;
  onClose: () => void;
}

/** One of the rep's own, or the day on which to ask about a want again. */
export function AddForm({ dealId, want, done, onClose }: AddProps) {
  const t = useTranslations('after.follow');
  const keep = useKeeper(done);
  const day = useDayText();
  const { value, set, clear, restored } = useFormDraft(draftKey('add:follow_up', dealId, ...(want ? [want.id] : [])), '', { text: '', dueOn: '' });
  const [tried, setTried] = useState(false);
  const part = { ...value, ...(want ? { wantId: want.id } : {}) };
  const lacks = lacksOfFollowUp(part);
  const close = (): void => { clear(); onClose(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (lacks.length > 0) { toWrongField(form); return; }
    keep((at) => addFollowUp(db, dealId, part, at).then((id) => (id === null ? null : { text: t('addSaid', { date: day(value.dueOn) }), holds: id })), close);
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={want ? t('planOf', { text: want.words }) : t('add')} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      {want ? null : <TextField label={t('text')} value={value.text} error={tried && lacks.includes('text') ? t('needText') : null} onChange={(e) => { set({ text: e.target.value }); }} />}
      <DateField label={t('day')} value={value.dueOn} tried={tried} error={tried && value.dueOn === '' ? t('needDay') : null} onDay={(dueOn) => { set({ dueOn }); }} />
      <FormEnd restored={restored} onCancel={close} />
    </form>
  );
}
