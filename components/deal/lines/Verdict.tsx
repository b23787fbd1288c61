import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { lineDraftKey } from '@/utils/db/drafts/draft-keys';
import type { HeardFields, Verdict as Said } from '@/utils/notes/promise-rules';
import { heardRuling, isOpenPromise, lacksOfVerdict, VERDICTS } from '@/utils/notes/promise-rules';
import type { Commitment } from '@/utils/notes/records';
import { editLine } from '@/utils/services/capture/edit-line';
import { truncateText } from '@/utils/text/normalize';
import { useFormDraft, useOpenDrafts } from '../../hooks/use-form-draft';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { ChipChoice, TextField } from '../../ui/Field';
import { enterForm, leaveByEscape } from '../../ui/form-keys';
import { FormEnd } from '../../ui/FormEnd';
import type { Done } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';

interface Props {
  promise: Commitment;
  today: string;
  done: Done;
  /** Names to pick from. */
  people: readonly string[];
}

/**
 * Delivery answered on the phone or in a chat: written down by sales, in delivery's name, with where it was said, and shown as that until a
 * reply of theirs says it (domain.md §4.7). Only while they have not answered, or only so.
 */
export function Verdict({ promise, ...rest }: Props) {
  const t = useTranslations('deal.verdict');
  const drafts = useOpenDrafts();
  const [form, setForm] = useState<'no' | 'open' | 'was'>('no');
  const about = truncateText(promise.words, 60);
  const heard = promise.heardVerdict ?? null;
  if (form === 'open') return <VerdictForm promise={promise} about={about} {...rest} onClose={() => { setForm('was'); }} />;
  if (!isOpenPromise(promise) || (promise.confirmation !== 'unconfirmed' && heard === null)) return null;
  const begun = drafts.has(lineDraftKey('commitments', promise.id, 'verdict'));
  const words = heard ? 'change' : 'write';
  return <div><Button look="quiet" autoFocus={form === 'was'} aria-label={t(`${words}Of`, { words: about })} onClick={() => { setForm('open'); }}>{t(words)}</Button>{begun ? <Begun /> : null}</div>;
}

function startOf({ confirmation, deliveryNote = '', heardVerdict }: Commitment, today: string): HeardFields {
  if (!heardVerdict) return { verdict: null, note: '', by: '', on: today, where: '' };
  const verdict = confirmation === 'confirmed' ? 'can' : confirmation === 'changed' ? 'can_if' : 'cannot_but';
  return { verdict, note: deliveryNote, ...heardVerdict };
}

function VerdictForm({ promise, about, today, done, people, onClose }: Props & { about: string; onClose: () => void }) {
  const t = useTranslations('deal.verdict');
  const keep = useKeeper(done);
  const { value, set, clear, restored } = useFormDraft<HeardFields>(lineDraftKey('commitments', promise.id, 'verdict'), promise.meetingId, startOf(promise, today));
  const [tried, setTried] = useState(false);
  const lacks = lacksOfVerdict(value);
  const need = (what: (typeof lacks)[number]): string | null => (tried && lacks.includes(what) ? t(`need.${what}`) : null);
  const close = (): void => { clear(); onClose(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    const part = heardRuling(value);
    if (!part) {
      requestAnimationFrame(() => { form.querySelector<HTMLElement>(lacks[0] === 'verdict' ? 'fieldset input' : '[aria-invalid="true"]')?.focus(); });
      return;
    }
    keep((at) => editLine(db, 'commitments', promise.id, part, at).then(() => ({ text: t('saved'), meetingId: promise.meetingId, holds: promise.id })), close);
  };
  const { verdict } = value;
  const names = `verdict-people-${promise.id}`;
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t('writeOf', { words: about })} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <ChipChoice<Said | ''> label={t('said')} name={`verdict-${promise.id}`} value={verdict ?? ''} onChange={(next) => { set({ verdict: next === '' ? null : next }); }} options={VERDICTS.map((one) => ({ value: one, label: t(`verdicts.${one}`) }))} />
      {need('verdict') ? <p className="field-error" role="alert">{need('verdict')}</p> : null}
      {verdict === null || verdict === 'can' ? null : <TextField label={t(`note.${verdict}`)} value={value.note} error={need('note')} onChange={(e) => { set({ note: e.target.value }); }} />}
      <div className="pair">
        <TextField label={t('by')} list={names} value={value.by} error={need('by')} onChange={(e) => { set({ by: e.target.value }); }} />
        <DateField label={t('on')} value={value.on ?? ''} tried={tried} error={need('on')} onDay={(on) => { set({ on: on || null }); }} />
      </div>
      <datalist id={names}>{people.map((name) => <option key={name} value={name} />)}</datalist>
      <TextField label={t('where')} help={t('whereHelp')} value={value.where} error={need('where')} onChange={(e) => { set({ where: e.target.value }); }} />
      <FormEnd restored={restored} onCancel={close} />
    </form>
  );
}
