import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemState } from '@/utils/checklist/answer';
import { ITEM_STATES } from '@/utils/checklist/answer';
import type { ItemView } from '@/utils/checklist/item-view';
import { isCarriedOver } from '@/utils/checklist/item-view';
import { dealCurrency } from '@/utils/checklist/parse-value';
import { relationFor } from '@/utils/checklist/relation';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { peopleOf } from '@/utils/meeting/people-of';
import { itemDraft } from '@/utils/db/drafts/draft-keys';
import { confirmAnswer } from '@/utils/services/answer/confirm-answer';
import type { AnswerInput } from '@/utils/services/answer/record-answer';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import type { Language } from '@/utils/settings/preferences';
import { utcOffsetAt } from '@/utils/settings/clock';
import { dateAt } from '@/utils/time/plain-date';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { useDraft } from '../hooks/use-draft';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { Check, ChipChoice } from '../ui/Field';
import type { AnswerForm, FormProblem } from './answer-form';
import { blankForm, draftOf, parseDraft, problemOf, savedPart, unsavedPart, valueOf } from './answer-form';
import { AnswerFields } from './AnswerFields';
import { ItemBackground } from './ItemBackground';
import { keepPlace } from '../ui/keep-place';

/** Says that what is carried over still holds. The row's own key for it comes with the editor, so that the first screen is not kept waiting. */
export async function confirmItem(view: ItemView, meeting: Meeting, language: Language, at: number): Promise<string | null> {
  keepPlace(view.item.id);
  return confirmAnswer(db, view, meeting, language, at);
}

interface Props { view: ItemView; board: DealBoard; meeting: Meeting | null; onClose: () => void }

/** What of the form goes into the row as it is. */
function answerOf({ state, raw, remark, saidBy, confidence, reason, offRecord, ...form }: AnswerForm): Pick<AnswerInput, 'state' | 'raw' | 'remark' | 'saidBy' | 'confidence' | 'reason' | 'offRecord' | 'sides'> {
  const sides = state === 'conflict' ? { a: { text: form.sideA, saidBy: form.sideABy }, b: { text: form.sideB, saidBy: form.sideBBy } } : null;
  return { state, raw, remark, saidBy: saidBy.trim(), confidence, reason, offRecord, sides };
}

/** The answer editor of an item, in place. Each keystroke is kept as a draft. */
export function AnswerEditor({ view, board, meeting, onClose }: Props) {
  const t = useTranslations('call.answer');
  const tc = useTranslations('common');
  const { language } = usePreferences();
  const { now } = useNow();
  const { item, current } = view;
  const { deal } = board.record;
  // The state that was pressed or picked while the editor is open; a draft that was left has its own only until then.
  const picked = usePanelStore((s) => s.presetState) as ItemState | null;
  const openEditor = usePanelStore((s) => s.openEditor);
  const { key, former } = itemDraft('answer', deal.id, item);
  const draft = useDraft(key, meeting?.id ?? '', former);
  const form: AnswerForm = useMemo(() => ({ ...blankForm(picked, current), ...parseDraft(draft.text), ...(picked ? { state: picked } : null) }), [draft.text, picked, current]);
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const save = useSaver();
  const root = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const goes = useId();
  useEffect(() => {
    // The question stays in sight above its editor, also in a low window; in the library it is the page that scrolls.
    const item = root.current?.closest('.item');
    const list = item?.closest('.call-body, .screen');
    const bar = list?.querySelector('.filter-bar')?.clientHeight ?? 0;
    if (item && list) list.scrollTop += item.getBoundingClientRect().top - list.getBoundingClientRect().top - bar;
    else item?.scrollIntoView({ block: 'start' });
    root.current?.querySelector<HTMLElement>('[data-first-field]')?.focus({ preventScroll: true });
  }, []);
  const context = { baseDate: dateAt(now, meeting?.utcOffset ?? utcOffsetAt(now)), currency: dealCurrency(board.record.answers, language), language };
  const change = (part: Partial<AnswerForm>): void => { draft.setText(draftOf({ ...form, ...part }, current)); setProblem(null); };
  const pick = (state: ItemState): void => { openEditor(item, state); change({ state }); };
  const value = valueOf(form, item, context);
  // Sent before what was left in the form is there, it waits for it.
  const early = useRef(false);
  const send = (): void => {
    if (!draft.read) { early.current = true; return; }
    const missing = problemOf(form);
    setProblem(missing);
    if (missing || busy.current) return;
    busy.current = true;
    const sent = draft.text;
    keepPlace(item.id);
    const rest = unsavedPart(form);
    const part = savedPart(form);
    const said = valueOf(part, item, context);
    const relation = part.relation ?? relationFor(current, { by: part.saidBy, value: said });
    const answer = { ...answerOf(part), relation, dealId: deal.id, item, meeting, value: said, language };
    void save(async (at) => { await draft.flush(); return recordAnswer(db, answer, at); })
      .then((id) => {
        if (!id) return;
        if (rest) draft.update((now) => (now === sent ? draftOf(rest, null) : now));
        else draft.forget(sent);
        onClose();
      })
      .finally(() => { busy.current = false; });
  };
  useEffect(() => {
    if (!early.current || !draft.read) return;
    early.current = false;
    send();
  });
  const onKey = (e: KeyboardEvent): void => {
    if (e.nativeEvent.isComposing || e.keyCode === 229) return;
    const inLine = e.target instanceof HTMLInputElement && e.target.type !== 'radio' && e.target.type !== 'checkbox';
    if (e.key === 'Escape') { e.stopPropagation(); onClose(); }
    else if (e.key === 'Enter' && (inLine || e.ctrlKey || e.metaKey)) { e.preventDefault(); send(); }
  };
  const confirm = (): void => {
    if (!meeting || busy.current) return;
    busy.current = true;
    void save((at) => confirmItem(view, meeting, language, at)).then((id) => { if (id) onClose(); }).finally(() => { busy.current = false; });
  };
  const earlier = current && !current.offRecord && current.state !== 'not_asked' ? current : null;
  return (
    <form ref={root} className="editor" aria-label={`${t('form')}: ${board.topics[item.topic]?.[language] ?? item.id}`} noValidate onSubmit={(e) => { e.preventDefault(); send(); }} onKeyDown={onKey}>
      {meeting && isCarriedOver(view, meeting) ? (
        <div className="row">
          <span className="grow soft">{t('carried')}</span>
          <Button onClick={confirm}>{t('confirm')}</Button>
        </div>
      ) : null}
      <ChipChoice label={t('state')} name={`state-${item.id}`} value={form.state} onChange={pick} options={ITEM_STATES.filter((s) => s !== 'not_asked').map((s) => ({ value: s, label: tc(`state.${s}`) }))} />
      <AnswerFields form={form} item={item} value={value} earlier={earlier} people={peopleOf(meeting, board.record.meetings).map((p) => p.name)} problem={problem} onChange={change} />
      <Check aria-describedby={goes} label={t('offRecord')} checked={form.offRecord} onChange={(e) => { change(e.target.checked ? { offRecord: true, raw: '', remark: '', sideA: '', sideB: '', reason: '' } : { offRecord: false }); }} />
      {form.offRecord ? <p id={goes} className="soft">{t('offRecordGoes')}</p> : null}
      <div className="row end">
        <span className="grow soft">Ctrl+Enter</span>
        <Button look="quiet" onClick={onClose}>{tc('close')}</Button>
        <Button look="primary" type="submit" aria-keyshortcuts="Control+Enter">{t('save')}</Button>
      </div>
      <ItemBackground view={view} board={board} meeting={meeting} />
    </form>
  );
}
