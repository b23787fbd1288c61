import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Gap, GapRoute } from '@/utils/notes/records';
import { GAP_ROUTES } from '@/utils/notes/records';
import { editLine } from '@/utils/services/capture/edit-line';
import { endGap } from '@/utils/services/gap/own-gap';
import { changedFields } from '../hooks/changed-fields';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { ClarityHints } from '../ui/ClarityHints';
import { Check, ChipChoice, Select, TextArea, TextField } from '../ui/Field';

export type GapFieldsValue = Pick<Gap, 'question' | 'route' | 'owner' | 'askWhom' | 'due' | 'blocksEstimate'>;

/** The fields of a gap: question, how to find out, owner, who can answer, date, blocking. */
export function GapFields({ value, onChange, people }: { value: GapFieldsValue; onChange: (part: Partial<GapFieldsValue>) => void; people: string[] }) {
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
        <TextField label={t('due')} type="date" value={value.due ?? ''} onChange={(e) => { onChange({ due: e.target.value || null }); }} />
        <TextField label={t('owner')} value={value.owner} list="gap-people" onChange={(e) => { onChange({ owner: e.target.value }); }} />
        <TextField label={t('askWhom')} value={value.askWhom} list="gap-people" onChange={(e) => { onChange({ askWhom: e.target.value }); }} />
      </div>
      <datalist id="gap-people">{people.map((p) => <option key={p} value={p} />)}</datalist>
      <Check label={t('blocks')} checked={value.blocksEstimate} onChange={(e) => { onChange({ blocksEstimate: e.target.checked }); }} />
    </>
  );
}

/** Edits a gap in place; ends it only with an outcome in words. */
export function GapEditor({ gap, meeting, onDone }: { gap: Gap; meeting: Meeting | null; onDone: () => void }) {
  const t = useTranslations();
  const save = useSaver();
  const [opened] = useState(gap);
  const [value, setValue] = useState<GapFieldsValue>(gap);
  const [ending, setEnding] = useState(false);
  const people = (meeting?.participants ?? []).map((p) => p.name);
  const { question, route, owner, askWhom, due, blocksEstimate } = value;
  const send = (): void => {
    if (question.trim() === '') return;
    const part = changedFields(opened, { question, route, owner, askWhom, due, blocksEstimate });
    void save((at) => editLine(db, 'gaps', gap.id, part, at).then(() => true)).then((done) => { if (done) onDone(); });
  };
  if (ending) return <EndForm gapId={gap.id} onDone={onDone} />;
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); send(); }} aria-label={t('call.gaps.edit', { question: gap.question })}>
      <GapFields value={value} onChange={(part) => { setValue((v) => ({ ...v, ...part })); }} people={people} />
      <div className="row end">
        <Button look="quiet" onClick={() => { setEnding(true); }}>{t('call.gaps.end')}</Button>
        <Button look="quiet" onClick={onDone}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">{t('call.gaps.save')}</Button>
      </div>
    </form>
  );
}

type Ending = 'answered' | 'assumed' | 'dropped';

function EndForm({ gapId, onDone }: { gapId: string; onDone: () => void }) {
  const t = useTranslations();
  const save = useSaver();
  const [state, setState] = useState<Ending>('answered');
  const [outcome, setOutcome] = useState('');
  const [tried, setTried] = useState(false);
  const send = (): void => {
    setTried(true);
    if (outcome.trim()) void save((at) => endGap(db, gapId, state, outcome, at).then(() => true)).then((done) => { if (done) onDone(); });
  };
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); send(); }}>
      <ChipChoice label={t('call.gaps.endAs')} name="gap-end" value={state} onChange={setState} options={(['answered', 'assumed', 'dropped'] as const).map((v) => ({ value: v, label: t(`call.gaps.ends.${v}`) }))} />
      <TextArea label={t('call.gaps.outcome')} value={outcome} onChange={(e) => { setOutcome(e.target.value); }} error={tried && !outcome.trim() ? t('call.gaps.needOutcome') : null} />
      <div className="row end">
        <Button look="quiet" onClick={onDone}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">{t('call.gaps.end')}</Button>
      </div>
    </form>
  );
}
