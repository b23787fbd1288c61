import { useLiveQuery } from 'dexie-react-hooks';
import { Pencil } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey, lineDraftKey } from '@/utils/db/drafts/draft-keys';
import { readPains } from '@/utils/db/read-deal';
import type { Commitment, Note, Priority, Want } from '@/utils/notes/records';
import { PRIORITIES } from '@/utils/notes/records';
import { isOpenPromise, isOverdue, orderPromises } from '@/utils/notes/promise-rules';
import { canSaveWant, orderWants } from '@/utils/notes/want-rules';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { PromiseEditor } from '../call/PromiseEditor';
import { useDayText } from '../hooks/use-day-text';
import type { DealBoard } from '../hooks/use-deal-record';
import { changedFields } from '../hooks/changed-fields';
import { useDraft } from '../hooks/use-draft';
import { useFormDraft, useOpenDrafts } from '../hooks/use-form-draft';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Begun } from '../ui/Begun';
import { Button } from '../ui/Button';
import { ClarityHints } from '../ui/ClarityHints';
import { Select, TextArea, TextField } from '../ui/Field';
import { leaveByEscape } from '../ui/form-keys';
import { Restored } from '../ui/Restored';

interface Props { board: DealBoard }

function List({ id, title, count, none, after, children }: { id: string; title: string; count: number; none: string; after?: ReactNode; children: ReactNode }) {
  return (
    <section className="stack tight" aria-labelledby={id}>
      <h2 id={id}>{title} ({count})</h2>
      {count === 0 ? <p className="soft">{none}</p> : null}
      <ul className="review-list">{children}</ul>
      {after}
    </section>
  );
}

/** One line more, kept on the deal outside any meeting; what is half typed waits for the next visit. */
function AddLine({ kind, dealId, label }: { kind: 'pain' | 'want' | 'commitment'; dealId: string; label: string }) {
  const tc = useTranslations('common');
  const { name, language } = usePreferences();
  const save = useSaver();
  const key = draftKey(`add:${kind}`, dealId);
  const { text, setText, flush, forget } = useDraft(key, '');
  const send = (): void => {
    if (text.trim() === '') return;
    const context = { meeting: null, dealId, focus: null, me: name, kind, draftKey: key, language };
    void save(async (at) => { await flush(); return captureLine(db, text, context, at); }).then((line) => { if (line) forget(text); });
  };
  return (
    <form className="row narrow" onSubmit={(e) => { e.preventDefault(); send(); }}>
      <div className="grow"><TextField label={label} hideLabel placeholder={label} value={text} onChange={(e) => { setText(e.target.value); }} /></div>
      <Button type="submit" disabled={text.trim() === ''}>{tc('add')}</Button>
    </form>
  );
}

/** A row that unfolds into its editor; the keyboard comes back to the pencil. */
function Row({ label, editor, above = null, unsaved, children }: { label: string; editor: (done: () => void) => ReactNode; above?: string | null; unsaved: boolean; children: ReactNode }) {
  const tc = useTranslations('common');
  const [open, setOpen] = useState<'no' | 'yes' | 'was'>('no');
  if (open === 'yes') return <li className="review-item">{editor(() => { setOpen('was'); })}</li>;
  return (
    <li className="review-item">
      {above ? <p className="cut-line">{above}</p> : null}
      <div className="row nowrap">
        <div className="grow">{children}{unsaved ? <p><Begun /></p> : null}</div>
        <Button look="icon" className="edit" autoFocus={open === 'was'} aria-label={label} title={tc('edit')} onClick={() => { setOpen('yes'); }}><Pencil size={15} aria-hidden /></Button>
      </div>
    </li>
  );
}

/** Pain points in the customer's words, each with the wants that would ease it. */
export function Pains({ board }: Props) {
  const t = useTranslations('deal');
  const pains = usePains(board.record.deal.id);
  const drafts = useOpenDrafts();
  const wantsFor = (id: string): string => board.record.wants.filter((w) => w.painId === id).map((w) => `“${truncateText(w.words, 60)}”`).join(', ');
  if (!pains) return null;
  return (
    <List id="deal-pains" title={t('pains')} count={pains.length} none={t('painsNone')} after={<AddLine kind="pain" dealId={board.record.deal.id} label={t('painAdd')} />}>
      {pains.map((pain) => (
        <Row key={pain.id} unsaved={drafts.has(lineDraftKey('notes', pain.id))} label={t('painEdit', { words: truncateText(pain.text, 60) })} editor={(done) => <PainForm pain={pain} onDone={done} />}>
          <p className="preline">{showSafely(truncateText(pain.text, 600))}</p>
          {wantsFor(pain.id) ? <p className="soft">{t('painWants', { wants: showSafely(wantsFor(pain.id)) })}</p> : null}
        </Row>
      ))}
    </List>
  );
}

function PainForm({ pain, onDone }: { pain: Note; onDone: () => void }) {
  const t = useTranslations('deal');
  const tc = useTranslations('common');
  const save = useSaver();
  const { value: { text }, set, clear, restored } = useFormDraft(lineDraftKey('notes', pain.id), pain.meetingId, { text: pain.text });
  const close = (): void => { clear(); onDone(); };
  const send = (): void => {
    if (text.trim() !== '') void save((at) => editLine(db, 'notes', pain.id, { text: text.trim() }, at).then(() => true)).then((done) => { if (done) close(); });
  };
  return (
    <form className="stack" aria-label={t('painEdit', { words: truncateText(pain.text, 60) })} onKeyDown={leaveByEscape(onDone)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <TextArea label={t('painWords')} autoFocus value={text} onChange={(e) => { set({ text: e.target.value }); }} />
      <Restored shown={restored} />
      <div className="row end"><Button look="quiet" onClick={close}>{tc('cancel')}</Button><Button type="submit" look="primary" disabled={text.trim() === ''}>{tc('save')}</Button></div>
    </form>
  );
}

/** The deal's pains, live; undefined while loading. */
function usePains(dealId: string): Note[] | undefined {
  return useLiveQuery(() => readPains(db, dealId), [dealId]);
}

/** Wants by how much they matter, with the need behind each and the pain it serves; a line shows where the first release ends. */
export function Wants({ board }: Props) {
  const t = useTranslations('deal');
  const wants = orderWants(board.record.wants);
  const pains = usePains(board.record.deal.id) ?? [];
  const drafts = useOpenDrafts();
  const cut = wants.findIndex((w) => w.priority === 'later');
  return (
    <List id="deal-wants" title={t('wants')} count={wants.length} none={t('wantsNone')} after={<AddLine kind="want" dealId={board.record.deal.id} label={t('wantAdd')} />}>
      {wants.map((want, i) => (
        <Row key={want.id} unsaved={drafts.has(lineDraftKey('wants', want.id))} label={t('want.edit', { words: truncateText(want.words, 60) })} editor={(done) => <WantForm want={want} pains={pains} onDone={done} />} above={i === cut ? t('want.cut') : null}>
          <p className="preline">{showSafely(truncateText(want.words, 600))} {want.priority ? <span className="tag">{t(`want.priorities.${want.priority}`)}</span> : null}</p>
          <p className="soft">
            {[
              want.needBehind ? t('want.needs', { need: showSafely(want.needBehind) }) : '', painLine(want, pains, (pain) => t('want.serves', { pain })),
              want.priority === 'later' ? (want.trigger ? t('want.whenIt', { trigger: showSafely(want.trigger) }) : t('want.noTrigger')) : '', t(`want.feasibilities.${want.feasibility}`),
              (want.conditions ?? []).length > 0 ? t('want.conditions', { conditions: showSafely((want.conditions ?? []).join(' / ')) }) : '',
              want.thenHow ? t('want.instead', { offer: showSafely(want.thenHow) }) : '',
            ].filter((s) => s !== '').join(' · ')}
          </p>
        </Row>
      ))}
    </List>
  );
}

function painLine(want: Want, pains: readonly Note[], say: (pain: string) => string): string {
  const pain = pains.find((p) => p.id === want.painId);
  return pain ? say(showSafely(truncateText(pain.text, 80))) : '';
}

type WantFields = Pick<Want, 'words' | 'needBehind' | 'painId' | 'priority' | 'trigger' | 'thenHow'>;

function wantFields({ words, needBehind, painId, priority, trigger, thenHow }: Want): WantFields {
  return { words, needBehind, painId, priority, trigger, thenHow };
}

function WantForm({ want, pains, onDone }: { want: Want; pains: readonly Note[]; onDone: () => void }) {
  const t = useTranslations('deal.want');
  const tc = useTranslations('common');
  const save = useSaver();
  const [opened] = useState(want);
  const { value: form, set, clear, restored } = useFormDraft(lineDraftKey('wants', want.id), want.meetingId, wantFields(opened));
  const close = (): void => { clear(); onDone(); };
  const [tried, setTried] = useState(false);
  const { words, needBehind, painId, priority, trigger, thenHow } = form;
  const fits = canSaveWant({ ...want, ...form });
  const send = (): void => {
    setTried(true);
    if (!fits) return;
    void save((at) => editLine(db, 'wants', want.id, changedFields(wantFields(opened), form), at).then(() => true)).then((done) => { if (done) close(); });
  };
  return (
    <form className="stack" aria-label={t('edit', { words: truncateText(want.words, 60) })} onKeyDown={leaveByEscape(onDone)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <TextArea label={t('words')} autoFocus value={words} error={tried && words.trim() === '' ? t('needWords') : null} help={needBehind.trim() === '' ? <ClarityHints about="want" text={words} /> : undefined} onChange={(e) => { set({ words: e.target.value }); }} />
      <TextField label={t('need')} value={needBehind} onChange={(e) => { set({ needBehind: e.target.value }); }} />
      <div className="pair">
        <Select label={t('pain')} value={painId ?? ''} onChange={(e) => { set({ painId: e.target.value || null }); }}>
          <option value="">{t('noPain')}</option>
          {pains.map((p) => <option key={p.id} value={p.id}>{truncateText(p.text, 60)}</option>)}
        </Select>
        <Select label={t('priority')} value={priority ?? ''} onChange={(e) => { set({ priority: (e.target.value || null) as Priority | null }); }}>
          <option value="">{t('noPriority')}</option>
          {PRIORITIES.map((p) => <option key={p} value={p}>{t(`priorities.${p}`)}</option>)}
        </Select>
      </div>
      {priority === 'later' ? <TextField label={t('trigger')} value={trigger} onChange={(e) => { set({ trigger: e.target.value }); }} /> : null}
      <p><b>{t('feasibility')}</b> {t(`feasibilities.${want.feasibility}`)} <span className="soft">{t('feasibilityHelp')}</span></p>
      {want.feasibility === 'not_as_asked' ? <TextField label={t('thenHow')} value={thenHow} error={tried && thenHow.trim() === '' ? t('needThenHow') : null} onChange={(e) => { set({ thenHow: e.target.value }); }} /> : null}
      <Restored shown={restored} />
      <div className="row end"><Button look="quiet" onClick={close}>{tc('cancel')}</Button><Button type="submit" look="primary">{t('save')}</Button></div>
    </form>
  );
}

/** Promises: overdue first, with what delivery said and what became of them; kept with one press. */
export function Promises({ board }: Props) {
  const t = useTranslations('deal');
  const { now } = useNow();
  const today = dateAt(now, utcOffsetAt(now));
  const drafts = useOpenDrafts();
  const promises = orderPromises(board.record.commitments, today);
  return (
    <List id="deal-promises" title={t('promises')} count={promises.length} none={t('promisesNone')} after={<AddLine kind="commitment" dealId={board.record.deal.id} label={t('promiseAdd')} />}>
      {promises.map((promise) => (
        <Row key={promise.id} unsaved={drafts.has(lineDraftKey('commitments', promise.id))} label={t('promiseEdit', { words: truncateText(promise.words, 60) })} editor={(done) => <PromiseEditor promise={promise} onDone={done} />}>
          <p className="preline">{showSafely(truncateText(promise.words, 600))} {isOverdue(promise, today) ? <span className="tag unowned">{t('overdue')}</span> : null}{promise.confirmation === 'cannot' && isOpenPromise(promise) ? <> <span className="tag unowned">{t('goBack')}</span></> : null}</p>
          <PromiseFacts promise={promise} />
          <Kept promise={promise} today={today} />
        </Row>
      ))}
    </List>
  );
}

function PromiseFacts({ promise }: { promise: Commitment }) {
  const t = useTranslations('deal');
  const tc = useTranslations('common');
  const day = useDayText();
  const { fulfilment, fulfilledOn, fulfilmentNote, deliveryNote } = promise;
  const facts = [
    tc(`commitmentKind.${promise.kind}`), promise.due ? day(promise.due) : t('noDue'), promise.onBehalfOfDelivery ? t('onBehalf') : '', tc(`confirmation.${promise.confirmation}`),
    deliveryNote ? t('deliverySays', { words: showSafely(deliveryNote) }) : '',
    fulfilment === 'open' ? '' : tc(`fulfilment.${fulfilment}`), fulfilledOn ? day(fulfilledOn) : '', fulfilmentNote ? showSafely(fulfilmentNote) : '',
  ];
  return <p className="soft">{facts.filter((s) => s !== '').join(' · ')}</p>;
}

/** One press says that a promise was kept today; one more takes it back. */
function Kept({ promise, today }: { promise: Commitment; today: string }) {
  const t = useTranslations('deal');
  const tc = useTranslations('common');
  const save = useSaver();
  const [pressed, setPressed] = useState(false);
  const keep = (): void => {
    void save((at) => editLine(db, 'commitments', promise.id, { fulfilment: 'done', fulfilledOn: today }, at).then(() => true)).then((done) => { if (done) setPressed(true); });
  };
  const back = (): void => {
    void save((at) => editLine(db, 'commitments', promise.id, { fulfilment: 'open', fulfilledOn: null }, at).then(() => true)).then((done) => { if (done) setPressed(false); });
  };
  const about = truncateText(promise.words, 60);
  if (isOpenPromise(promise)) return <div><Button look="quiet" autoFocus={pressed} aria-label={t('keptOf', { words: about })} onClick={keep}>{t('kept')}</Button></div>;
  if (!pressed) return null;
  return <div className="row" role="status">{t('keptSaid')} <Button look="quiet" autoFocus onClick={back}>{tc('undo')}</Button></div>;
}
