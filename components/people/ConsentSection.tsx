import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { CaptionPermission, Consent, Meeting } from '@/utils/meeting/meeting';
import { CAPTION_PERMISSIONS } from '@/utils/meeting/meeting';
import { recordConsent } from '@/utils/services/meeting/edit-meeting';
import { showSafely } from '@/utils/text/normalize';
import { clockText } from '@/utils/time/plain-date';
import { useFormDraft } from '../hooks/use-form-draft';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { ChipChoice, TextField } from '../ui/Field';
import { Restored } from '../ui/Restored';

/** Consent as three permissions, with who and when. Nothing is kept without it; refusing costs nothing. */
export function ConsentSection({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('call.people');
  const [copied, setCopied] = useState(false);
  const copy = (): void => { void navigator.clipboard.writeText(t('notice')).then(() => { setCopied(true); }); };
  return (
    <section className="stack" aria-labelledby="consent-title">
      <h2 id="consent-title">{t('consentTitle')}</h2>
      <p className="soft">{t('consentLead')}</p>
      {meeting.consents.length === 0 ? <p>{t('consentEmpty')}</p> : null}
      <ul className="stack">{meeting.consents.map((c) => <ConsentLine key={c.id} consent={c} meeting={meeting} />)}</ul>
      <ConsentForm meeting={meeting} />
      <Button look="quiet" onClick={copy}>{copied ? t('noticeCopied') : t('copyNotice')}</Button>
    </section>
  );
}

function ConsentLine({ consent: c, meeting }: { consent: Consent; meeting: Meeting }) {
  const t = useTranslations();
  const clock = (at: number): string => clockText(Math.max(0, at - meeting.startedAt));
  const yes = (allowed: boolean): string => t(allowed ? 'call.people.allowed' : 'call.people.refused');
  return (
    <li className="consent-line">
      <p><b>{showSafely(c.who)}</b> <span className="soft">{clock(c.at)}</span></p>
      <p className="soft">{t('call.people.consentLine', { notes: yes(c.notes), captions: t(`common.captions.${c.captions}`), audio: yes(c.audio) })}</p>
      {c.condition ? <p>{showSafely(c.condition)}</p> : null}
      {c.note ? <p className="soft">{showSafely(c.note)}</p> : null}
      {c.untoldFrom === null ? null : <p className="tag owned">{t('call.people.untold', { from: clock(c.untoldFrom), to: clock(c.at) })}</p>}
    </li>
  );
}

interface Form { who: string; notes: boolean; captions: CaptionPermission; audio: boolean; condition: string; note: string; wording: string }
const BLANK: Form = { who: '', notes: true, captions: 'off', audio: false, condition: '', note: '', wording: '' };

/** Each keystroke is kept as a draft: it is filled in while somebody speaks. */
function ConsentForm({ meeting }: { meeting: Meeting }) {
  const t = useTranslations();
  const save = useSaver();
  const { value: form, set, clear, restored } = useFormDraft<Form>(draftKey('consent', meeting.id), meeting.id, BLANK);
  const [tried, setTried] = useState(false);
  const send = (): void => {
    setTried(true);
    if (!form.who.trim()) return;
    void save((at) => recordConsent(db, meeting.id, form, at).then(() => true)).then((done) => { if (done) { clear(); setTried(false); } });
  };
  const allow = (label: string, name: string, value: boolean, onChange: (v: boolean) => void) => (
    <ChipChoice label={label} name={name} value={value ? 'yes' : 'no'} onChange={(v) => { onChange(v === 'yes'); }} options={[{ value: 'yes', label: t('call.people.allowed') }, { value: 'no', label: t('call.people.refused') }]} />
  );
  return (
    <form className="card" noValidate onSubmit={(e) => { e.preventDefault(); send(); }} aria-label={t('call.recordConsent')}>
      <TextField label={t('call.people.who')} list="consent-people" value={form.who} onChange={(e) => { set({ who: e.target.value }); }} error={tried && !form.who.trim() ? t('call.people.needWho') : null} />
      <datalist id="consent-people">{meeting.participants.filter((p) => !p.self).map((p) => <option key={p.name} value={p.name} />)}</datalist>
      {allow(t('call.people.notes'), 'consent-notes', form.notes, (notes) => { set({ notes }); })}
      <ChipChoice label={t('call.people.captions')} name="consent-captions" value={form.captions} onChange={(captions) => { set({ captions }); }} options={CAPTION_PERMISSIONS.map((v) => ({ value: v, label: t(`common.captions.${v}`) }))} />
      {allow(t('call.people.audio'), 'consent-audio', form.audio, (audio) => { set({ audio }); })}
      <TextField label={t('call.people.condition')} value={form.condition} onChange={(e) => { set({ condition: e.target.value }); }} />
      <TextField label={t('call.people.note')} value={form.note} onChange={(e) => { set({ note: e.target.value }); }} />
      <TextField label={t('call.people.wording')} value={form.wording} onChange={(e) => { set({ wording: e.target.value }); }} />
      <Restored shown={restored} />
      <Button type="submit" look="primary">{t('call.people.saveConsent')}</Button>
    </form>
  );
}
