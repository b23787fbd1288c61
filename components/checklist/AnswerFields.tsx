import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Answer, AnswerRelation, AnswerValue } from '@/utils/checklist/answer';
import { CONFIDENCES } from '@/utils/checklist/answer';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { relationFor } from '@/utils/checklist/relation';
import { valueText } from '@/utils/checklist/value/value-text';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { usePreferences } from '../hooks/use-preferences';
import { ClarityHints } from '../ui/ClarityHints';
import { ChipChoice, TextArea, TextField } from '../ui/Field';
import type { AnswerForm, FormProblem } from './answer-form';
import { ValueAdjust } from './ValueAdjust';

interface Props {
  form: AnswerForm;
  item: ChecklistItem;
  value: AnswerValue | null;
  earlier: Answer | null;
  people: string[];
  problem: FormProblem | null;
  onChange: (part: Partial<AnswerForm>) => void;
}

/** The fields that the chosen state needs, and no others. */
export function AnswerFields(props: Props) {
  const { form, item, earlier, people, problem, onChange } = props;
  const t = useTranslations('call.answer');
  const tc = useTranslations('common');
  const id = useId();
  if (form.state === 'not_applicable') {
    return <TextField label={t('reason')} value={form.reason} data-first-field onChange={(e) => { onChange({ reason: e.target.value }); }} error={problem === 'needReason' ? t('needReason') : null} />;
  }
  return (
    <>
      {form.state === 'conflict' ? <Sides {...props} /> : null}
      {form.offRecord ? null : <ValueFields {...props} />}
      {form.state === 'conflict' ? null : <TextField label={t('saidBy')} list={`${id}-people`} value={form.saidBy} onChange={(e) => { onChange({ saidBy: e.target.value }); }} />}
      <datalist id={`${id}-people`}>{people.map((p) => <option key={p} value={p} />)}</datalist>
      <ChipChoice label={t('confidence')} name={`sure-${item.id}`} value={form.confidence} onChange={(confidence) => { onChange({ confidence }); }} options={CONFIDENCES.map((c) => ({ value: c, label: tc(`confidence.${c}`), help: tc(`confidenceHelp.${c}`) }))} />
      {earlier && (form.state === 'answered' || form.state === 'partial') ? <Relation picked={form.relation ?? relationFor(earlier, { by: form.saidBy, value: props.value })} earlier={earlier} itemId={item.id} onChange={onChange} /> : null}
      {form.offRecord ? null : <TextField label={<>{t('remark')} <span className="optional">({tc('optional')})</span></>} value={form.remark} onChange={(e) => { onChange({ remark: e.target.value }); }} />}
    </>
  );
}

function ValueFields({ form, item, value, people, problem, onChange }: Props) {
  const t = useTranslations('call.answer');
  const { language } = usePreferences();
  const options = item.type === 'choice' ? item.options?.[language] : undefined;
  const error = problem === 'needValue' ? t('needValue') : null;
  return (
    <>
      {options ? <Options item={item} options={options} form={form} onChange={onChange} /> : null}
      {item.type === 'yesno' ? (
        <ChipChoice label={t('value')} name={`yes-${item.id}`} value={form.yes === null ? null : form.yes ? 'yes' : 'no'} onChange={(v) => { onChange({ yes: v === 'yes' }); }} options={[{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }]} />
      ) : null}
      <TextArea
        label={options || item.type === 'yesno' ? t('other') : t('value')} value={form.raw} error={error} {...(options ? {} : { 'data-first-field': true })}
        help={<ClarityHints about="answer" type={item.type} text={form.raw} />} placeholder={item.unit?.[language]} onChange={(e) => { onChange({ raw: e.target.value }); }}
      />
      <ReadsAs item={item} value={value} raw={form.raw} />
      <ValueAdjust form={form} item={item} value={value} people={people} onChange={onChange} />
    </>
  );
}

/** What Baton understood, in full digits, before it is saved: a tenfold mistake is seen here. */
function ReadsAs({ item, value, raw }: { item: ChecklistItem; value: AnswerValue | null; raw: string }) {
  const t = useTranslations('call.answer');
  const { language } = usePreferences();
  if (!['number', 'money', 'date', 'people'].includes(item.type) || raw.trim() === '' || !value) return null;
  return (
    <p className="reads-as" aria-live="polite">
      {value.kind === 'text' ? t('keptAsText') : <>{t('readsAs')}: <b>{showSafely(truncateText(valueText(value, language), 300))}</b></>}
    </p>
  );
}

function Options({ item, options, form, onChange }: { item: ChecklistItem; options: string[]; form: AnswerForm; onChange: Props['onChange'] }) {
  const t = useTranslations('call.answer');
  const toggle = (option: string): void => {
    const has = form.options.includes(option);
    const next = has ? form.options.filter((o) => o !== option) : item.multi ? [...form.options, option] : [option];
    onChange({ options: options.filter((o) => next.includes(o)) });
  };
  return (
    <fieldset className="field">
      <legend className="field-label">{t('options')}</legend>
      <div className="chips">
        {options.map((o, i) => (
          <label key={o} className="chip">
            <input type="checkbox" {...(i === 0 ? { 'data-first-field': true } : {})} checked={form.options.includes(o)} onChange={() => { toggle(o); }} />
            {o}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Sides({ form, problem, onChange }: Props) {
  const t = useTranslations('call.answer');
  return (
    <div className="sides">
      <fieldset className="stack">
        <legend className="field-label">{t('sideA')}</legend>
        <TextArea label={t('sideA')} hideLabel data-first-field value={form.sideA} onChange={(e) => { onChange({ sideA: e.target.value }); }} />
        <TextField label={`${t('sideA')}: ${t('sideBy')}`} value={form.sideABy} onChange={(e) => { onChange({ sideABy: e.target.value }); }} />
      </fieldset>
      <fieldset className="stack">
        <legend className="field-label">{t('sideB')}</legend>
        <TextArea label={t('sideB')} hideLabel value={form.sideB} error={problem === 'needSides' ? t('needSides') : null} onChange={(e) => { onChange({ sideB: e.target.value }); }} />
        <TextField label={`${t('sideB')}: ${t('sideBy')}`} value={form.sideBBy} onChange={(e) => { onChange({ sideBBy: e.target.value }); }} />
      </fieldset>
    </div>
  );
}

function Relation({ picked, earlier, itemId, onChange }: { picked: AnswerRelation; earlier: Answer; itemId: string; onChange: Props['onChange'] }) {
  const t = useTranslations('call.answer');
  const { language } = usePreferences();
  return (
    <div className="stack">
      <p className="soft clamp">{t('earlierIs', { text: showSafely(truncateText(valueText(earlier.value, language) || earlier.raw, 200)) })}</p>
      <ChipChoice label={t('relation')} name={`rel-${itemId}`} value={picked} onChange={(relation) => { onChange({ relation }); }} options={(['updates', 'corrects', 'differs'] as const).map((r) => ({ value: r, label: t(`relations.${r}`) }))} />
    </div>
  );
}
