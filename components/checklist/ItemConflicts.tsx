import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Contradiction } from '@/utils/checklist/answer';
import type { ItemView } from '@/utils/checklist/item-view';
import { db } from '@/utils/db/database';
import { itemDraft } from '@/utils/db/drafts/draft-keys';
import type { Meeting } from '@/utils/meeting/meeting';
import { addContradiction, settleContradiction } from '@/utils/services/answer/settle-contradiction';
import { showSafely } from '@/utils/text/normalize';
import { useFormDraft } from '../hooks/use-form-draft';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Restored } from '../ui/Restored';
import { useConflictDraft } from './conflict-draft';

/** Enter in a field of these forms is theirs: the answer around them is not sent with it. */
function onEnter(send: () => void): (e: KeyboardEvent) => void {
  return (e) => {
    if (e.key !== 'Enter' || e.nativeEvent.isComposing || !(e.target instanceof HTMLInputElement)) return;
    e.preventDefault();
    e.stopPropagation();
    send();
  };
}

/** Two answers side by side with who said them, and what stands. */
export function ContradictionCard({ contradiction: c, meeting }: { contradiction: Contradiction; meeting: Meeting | null }) {
  const t = useTranslations('call.conflict');
  const side = (s: Contradiction['a']) => t('a', { who: showSafely(s.saidBy) || t('unknownWho'), text: showSafely(s.text) });
  return (
    <section className="sides" aria-label={t('title')}>
      <p className="row"><b>{t('title')}</b><span className={`tag ${c.status === 'open' ? 'unowned' : 'secured'}`}>{t(c.status)}</span></p>
      <ul className="two"><li>{side(c.a)}</li><li>{side(c.b)}</li></ul>
      {c.status === 'open' ? <SettleFields contradiction={c} meeting={meeting} /> : c.kept ? <p className="soft">{t('keptIs', { text: showSafely(c.kept) })}</p> : null}
    </section>
  );
}

function SettleFields({ contradiction: c, meeting }: { contradiction: Contradiction; meeting: Meeting | null }) {
  const t = useTranslations('call.conflict');
  const { language } = usePreferences();
  const save = useSaver();
  const { value, stands, set, clear, restored } = useConflictDraft(c, meeting?.id ?? c.meetingId ?? '');
  const [tried, setTried] = useState(false);
  const missing = stands.trim() === '';
  // Emptied by hand it is no draft any more.
  const change = (kept: string, why: string): void => {
    if (kept === '' && why === '') clear();
    else set(kept === stands ? { why } : { kept: kept === '' ? '' : 'other', words: kept, why });
  };
  const settle = (status: 'resolved' | 'both_true'): void => {
    if (status === 'resolved' && missing) { setTried(true); return; }
    void save((at) => settleContradiction(db, c.id, { status, kept: status === 'resolved' || value.kept === 'other' ? stands : '', why: value.why }, language, at).then(() => true)).then((done) => { if (done) clear(); });
  };
  return (
    <fieldset className="stack" onKeyDown={onEnter(() => { settle('resolved'); })}>
      <legend className="visually-hidden">{t('settle')}</legend>
      <TextField label={t('kept')} value={stands} onChange={(e) => { change(e.target.value, value.why); }} error={tried && missing ? t('needKept') : null} />
      <TextField label={t('why')} value={value.why} onChange={(e) => { change(stands, e.target.value); }} />
      <Restored shown={restored} />
      <div className="row end">
        <Button look="quiet" onClick={() => { settle('both_true'); }}>{t('bothTrue')}</Button>
        <Button onClick={() => { settle('resolved'); }}>{t('settle')}</Button>
      </div>
    </fieldset>
  );
}

const BLANK = { a: '', aBy: '', b: '', bBy: '' };

/** Two answers that were heard, with who gave them. What is half typed waits under the item. */
export function AddContradiction({ view, dealId, meeting }: { view: ItemView; dealId: string; meeting: Meeting | null }) {
  const t = useTranslations('call');
  const tc = useTranslations('common');
  const save = useSaver();
  const { key, former } = itemDraft('heard', dealId, view.item);
  const { value: form, changed, set, clear, restored } = useFormDraft(key, meeting?.id ?? '', BLANK, former);
  const [shown, setShown] = useState<boolean | null>(null);
  if (!(shown ?? Object.keys(changed).length > 0)) return <Button look="quiet" autoFocus={shown === false} onClick={() => { setShown(true); }}>{t('conflict.add')}</Button>;
  const ready = form.a.trim() !== '' && form.b.trim() !== '';
  const close = (): void => { clear(); setShown(false); };
  const change = (part: Partial<typeof BLANK>): void => {
    setShown(true);
    // Emptied by hand it is no draft any more.
    if (Object.values({ ...form, ...part }).every((text) => text === '')) clear();
    else set(part);
  };
  const send = (): void => {
    if (!ready) return;
    const heard = { dealId, meetingId: meeting?.id ?? null, item: view.item, a: { text: form.a, saidBy: form.aBy }, b: { text: form.b, saidBy: form.bBy } };
    void save((at) => addContradiction(db, heard, at)).then((id) => { if (id) close(); });
  };
  return (
    <fieldset className="sides stack" onKeyDown={onEnter(send)}>
      <legend className="field-label">{t('conflict.add')}</legend>
      <TextField label={t('answer.sideA')} value={form.a} onChange={(e) => { change({ a: e.target.value }); }} />
      <TextField label={`${t('answer.sideA')}: ${t('answer.sideBy')}`} value={form.aBy} onChange={(e) => { change({ aBy: e.target.value }); }} />
      <TextField label={t('answer.sideB')} value={form.b} onChange={(e) => { change({ b: e.target.value }); }} />
      <TextField label={`${t('answer.sideB')}: ${t('answer.sideBy')}`} value={form.bBy} onChange={(e) => { change({ bBy: e.target.value }); }} />
      <Restored shown={restored} />
      <div className="row end">
        <Button look="quiet" onClick={close}>{tc('cancel')}</Button>
        <Button onClick={send} disabled={!ready}>{t('conflict.save')}</Button>
      </div>
    </fieldset>
  );
}
