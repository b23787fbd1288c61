import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { hasEnding, isOpenGap } from '@/utils/checklist/gap-rules';
import { db } from '@/utils/db/database';
import { lineDraftKey } from '@/utils/db/drafts/draft-keys';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Gap, GapRoute } from '@/utils/notes/records';
import { GAP_ROUTES } from '@/utils/notes/records';
import { peopleOfDeal } from '@/utils/services/call/people-of-deal';
import { editLine } from '@/utils/services/capture/edit-line';
import type { GapEnding } from '@/utils/services/gap/own-gap';
import { endGap, needsOwner, reopenGap } from '@/utils/services/gap/own-gap';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { isWrongDay } from '@/utils/time/field-day';
import { changedFields } from '../hooks/changed-fields';
import { useFormDraft } from '../hooks/use-form-draft';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { ClarityHints } from '../ui/ClarityHints';
import { DateField } from '../ui/DateField';
import { Check, ChipChoice, Select, TextArea, TextField } from '../ui/Field';
import { enterForm, leaveByEscape } from '../ui/form-keys';
import { Restored } from '../ui/Restored';

export type GapFieldsValue = Pick<Gap, 'question' | 'route' | 'owner' | 'askWhom' | 'due' | 'blocksEstimate'>;

interface FieldsProps { value: GapFieldsValue; onChange: (part: Partial<GapFieldsValue>) => void; people: string[]; tried: boolean }

/** The fields of a gap: question, how to find out, owner, who can answer, date, blocking. */
export function GapFields({ value, onChange, people, tried }: FieldsProps) {
  const t = useTranslations('call.gaps');
  const tc = useTranslations('common');
  return (
    <>
      <TextArea label={t('question')} value={value.question} help={<ClarityHints about="question" text={value.question} />} onChange={(e) => { onChange({ question: e.target.value }); }} />
      <div className="pair">
        <Select label={t('route')} value={value.route ?? ''} onChange={(e) => { onChange({ route: (e.target.value || null) as GapRoute | null }); }}>
          <option value="">{t('noRoute')}</option>
          {GAP_ROUTES.map((r) => <option key={r} value={r}>{tc(`route.${r}`)}</option>)}
        </Select>
        <DateField label={t('due')} value={value.due ?? ''} tried={tried} onDay={(day) => { onChange({ due: day || null }); }} />
        <TextField label={t('owner')} value={value.owner} list="gap-people" onChange={(e) => { onChange({ owner: e.target.value }); }} />
        <TextField label={t('askWhom')} value={value.askWhom} list="gap-people" onChange={(e) => { onChange({ askWhom: e.target.value }); }} />
      </div>
      <datalist id="gap-people">{people.map((p) => <option key={p} value={p} />)}</datalist>
      <Check label={t('blocks')} checked={value.blocksEstimate} onChange={(e) => { onChange({ blocksEstimate: e.target.checked }); }} />
    </>
  );
}

/** Edits a gap in place; ends it only with an outcome in words, of which `onEnded` is told. Each keystroke is kept as a draft. */
export function GapEditor({ gap, meeting, onDone, onEnded }: { gap: Gap; meeting: Meeting | null; onDone: () => void; onEnded?: ((at: number) => void) | undefined }) {
  const t = useTranslations();
  const save = useSaver();
  const [opened] = useState(gap);
  const { question, route, owner, askWhom, due, blocksEstimate } = opened;
  const { value, set, clear, restored } = useFormDraft<GapFieldsValue>(lineDraftKey('gaps', gap.id), gap.meetingId, { question, route, owner, askWhom, due, blocksEstimate });
  const [ending, setEnding] = useState(false);
  const [tried, setTried] = useState(false);
  // Outside of a meeting, everybody who is known around the deal.
  const known = useLiveQuery(async () => (meeting ? meeting.participants : peopleOfDeal(db, gap.dealId, '')), [meeting, gap.dealId]) ?? [];
  const people = [...new Set(known.map((p) => p.name))];
  const close = (): void => { clear(); onDone(); };
  const send = (): void => {
    setTried(true);
    if (value.question.trim() === '' || isWrongDay(value.due)) return;
    const part = changedFields(opened, value);
    void save((at) => editLine(db, 'gaps', gap.id, part, at).then(() => true)).then((done) => { if (done) close(); });
  };
  const reopen = (): void => { void save((at) => reopenGap(db, gap.id, at).then(() => true)).then((done) => { if (done) close(); }); };
  if (ending) return <EndForm gap={gap} meeting={meeting} people={people} onLeave={onDone} onDone={close} onEnded={onEnded} />;
  return (
    <form ref={enterForm} className="stack" noValidate onKeyDown={leaveByEscape(onDone)} onSubmit={(e) => { e.preventDefault(); send(); }} aria-label={t('call.gaps.edit', { question: gap.question })}>
      <GapFields value={value} onChange={set} people={people} tried={tried} />
      <Restored shown={restored} />
      <div className="row end">
        {hasEnding(gap) ? <Button look="quiet" onClick={reopen}>{t('call.gaps.reopen')}</Button> : null}
        {isOpenGap(gap) ? <Button look="quiet" onClick={() => { setEnding(true); }}>{t('call.gaps.end')}</Button> : null}
        <Button look="quiet" onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">{t('call.gaps.save')}</Button>
      </div>
    </form>
  );
}

const ENDINGS = ['answered', 'assumed', 'dropped'] as const;

function EndForm({ gap, meeting, people, onLeave, onDone, onEnded }: { gap: Gap; meeting: Meeting | null; people: string[]; onLeave: () => void; onDone: () => void; onEnded: ((at: number) => void) | undefined }) {
  const t = useTranslations();
  const save = useSaver();
  const { name, language } = usePreferences();
  const start: GapEnding = { state: 'answered', outcome: '', owner: gap.owner || name };
  const { value, set, clear, restored } = useFormDraft(lineDraftKey('gaps', gap.id, 'end'), gap.meetingId, start);
  const { state, outcome, owner } = value;
  const [tried, setTried] = useState(false);
  const close = (): void => { clear(); onDone(); };
  const named = needsOwner(state);
  const send = (): void => {
    setTried(true);
    if (!outcome.trim() || (named && !owner.trim())) return;
    const ending = { state, outcome, owner: named ? owner : '' };
    void save((at) => endGap(db, gap.id, ending, { meeting, language }, at).then(() => at)).then((done) => {
      if (done === null) return;
      close();
      // An assumption is still looked after.
      if (state !== 'assumed') onEnded?.(done);
    });
  };
  return (
    <form ref={enterForm} className="stack" aria-label={t('call.gaps.end')} onKeyDown={leaveByEscape(onLeave)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <p className="preline">{showSafely(truncateText(gap.question, 600))}</p>
      <ChipChoice label={t('call.gaps.endAs')} name="gap-end" value={state} onChange={(picked) => { set({ state: picked }); }} options={ENDINGS.map((v) => ({ value: v, label: t(`call.gaps.ends.${v}`) }))} />
      <TextArea label={t('call.gaps.outcome')} value={outcome} onChange={(e) => { set({ outcome: e.target.value }); }} error={tried && !outcome.trim() ? t('call.gaps.needOutcome') : null} />
      {named ? <TextField label={t('call.gaps.endBy')} value={owner} list="gap-enders" onChange={(e) => { set({ owner: e.target.value }); }} error={tried && !owner.trim() ? t('call.gaps.needOwner') : null} /> : null}
      <datalist id="gap-enders">{people.map((p) => <option key={p} value={p} />)}</datalist>
      <Restored shown={restored} />
      <div className="row end">
        <Button look="quiet" onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">{t('call.gaps.end')}</Button>
      </div>
    </form>
  );
}
