import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RuleForm } from '@/utils/checklist/own/rules';
import { lacksOfRule, ruleFormOf } from '@/utils/checklist/own/rules';
import type { OwnRule } from '@/utils/checklist/ready-rules';
import { READY_PURPOSES, RULE_CHECKS } from '@/utils/checklist/ready-rules';
import { db } from '@/utils/db/database';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { saveRule } from '@/utils/services/checklist/own/save-rule';
import { showSafely } from '@/utils/text/normalize';
import type { FormDraft } from '../../../hooks/use-form-draft';
import { useFormDraft } from '../../../hooks/use-form-draft';
import { Check, ChipChoice, Select, TextArea, TextField } from '../../../ui/Field';
import { enterForm, leaveByEscape } from '../../../ui/form-keys';
import { FormEnd } from '../../../ui/FormEnd';
import { OtherLanguage, toWrongField, useSides } from '../OtherLanguage';
import type { ListTools } from '../use-lists';
import { useStep } from '../use-lists';
import { LockedForm } from './LockedForm';
import { useRuleText } from './rule-text';

/** What is half typed about a rule of one's own; null: about a new one. */
export function ruleDraft(listId: string, rule: OwnRule | null): DraftKey {
  return draftKey('form:checklist', listId, 'rule', rule?.id ?? 'new');
}

/** A rule of one's own: what is judged, of which packets, how much it counts, and why. `locked`: why nothing can be saved any more. */
export function OwnRuleForm({ tools, rule, locked }: { tools: ListTools; rule: OwnRule | null; locked: 'locked' | 'removed' | null }) {
  const t = useTranslations('checklists.ready');
  const keep = useStep(tools.done, true);
  const { own } = useSides();
  const textOf = useRuleText(tools);
  const draft = useFormDraft<RuleForm>(ruleDraft(tools.id, rule), '', ruleFormOf(rule, own));
  const { value, changed, set, clear, restored } = draft;
  const [tried, setTried] = useState(false);
  const lacks = lacksOfRule(value);
  const done = (): void => { clear(); tools.close(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (locked) return;
    if (lacks.length > 0) { toWrongField(form); return; }
    if (rule && Object.keys(changed).length === 0) { done(); return; }
    const edit = { ruleId: rule?.id ?? null, changed: rule ? changed : value, language: own };
    keep(t(rule ? 'changeSaid' : 'addSaid'), (at) => saveRule(db, tools.id, edit, at).then((written) => (written ? tools.id : null)), done);
  };
  const lack = (what: (typeof lacks)[number], words: string): string | null => (tried && lacks.includes(what) ? words : null);
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={rule ? t('change', { rule: textOf(rule) }) : t('add')} onKeyDown={leaveByEscape(tools.close)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <Select label={t('check')} value={value.check} onChange={(e) => { set({ check: e.target.value as RuleForm['check'] }); }}>
        {RULE_CHECKS.map((check) => <option key={check} value={check}>{t(`checks.${check}`)}</option>)}
      </Select>
      {value.check === 'few_blocking'
        ? <TextField label={t('most')} inputMode="numeric" value={value.most} error={lack('most', t('needMost'))} onChange={(e) => { set({ most: e.target.value }); }} />
        : <TopicSelect tools={tools} draft={draft} error={lack('topic', t('needTopic'))} />}
      <Purposes draft={draft} error={lack('purposes', t('needPurposes'))} />
      <ChipChoice label={t('weight')} name={`rule-weight-${tools.id}`} value={value.weight} onChange={(weight) => { set({ weight }); }} options={(['must', 'wish'] as const).map((weight) => ({ value: weight, label: t(`weights.${weight}`) }))} />
      <WhyFields draft={draft} error={lack('why', t('needWhy'))} />
      {locked ? <LockedForm why={locked} onDiscard={done} onClose={tools.close} /> : <FormEnd restored={restored} onCancel={done} />}
    </form>
  );
}

interface FieldProps { draft: FormDraft<RuleForm>; error: string | null }

function TopicSelect({ tools: { list, topics, language }, draft: { value, set }, error }: FieldProps & { tools: ListTools }) {
  const t = useTranslations('checklists.ready');
  const nameOf = (topic: string): string => showSafely(topics[topic]?.[language] ?? topic);
  const asked = list.items.map(({ topic }) => topic);
  const known = value.topic === '' || asked.includes(value.topic);
  return (
    <Select label={t('topic')} help={t('topicHelp')} value={value.topic} error={error} onChange={(e) => { set({ topic: e.target.value }); }}>
      <option value="">{t('topicPick')}</option>
      {known ? null : <option value={value.topic}>{t('unasked', { topic: nameOf(value.topic) })}</option>}
      {[...new Set(asked)].map((topic) => <option key={topic} value={topic}>{nameOf(topic)}</option>)}
    </Select>
  );
}

function Purposes({ draft: { value, set }, error }: FieldProps) {
  const t = useTranslations('checklists.ready');
  const tp = useTranslations('packet.purposes');
  return (
    <fieldset className="field" aria-describedby={error === null ? undefined : 'rule-purposes-error'}>
      <legend className="field-label">{t('purposes')}</legend>
      <div className="row">{READY_PURPOSES.map((purpose) => <Check key={purpose} label={tp(purpose)} checked={value[purpose]} aria-invalid={error === null ? undefined : true} onChange={(e) => { set({ [purpose]: e.target.checked }); }} />)}</div>
      {error === null ? null : <span id="rule-purposes-error" className="field-error" role="alert">{error}</span>}
    </fieldset>
  );
}

function WhyFields({ draft: { value, set }, error }: FieldProps) {
  const t = useTranslations('checklists.ready');
  const { own, other, labelIn } = useSides();
  const fieldIn = (side: 'ko' | 'en') => {
    const name = side === 'ko' ? 'whyKo' : 'whyEn';
    return <TextArea label={labelIn(side, t('why'))} help={side === own ? t('whyHelp') : undefined} value={value[name]} error={side === own ? error : null} onChange={(e) => { set({ [name]: e.target.value }); }} />;
  };
  return (
    <>
      {fieldIn(own)}
      <OtherLanguage filled={(other === 'ko' ? value.whyKo : value.whyEn) !== ''}>{fieldIn(other)}</OtherLanguage>
    </>
  );
}
