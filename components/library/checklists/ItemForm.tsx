import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { ITEM_TYPES } from '@/utils/checklist/checklist';
import { blankItem } from '@/utils/checklist/own/edits';
import type { ItemForm as Fields } from '@/utils/checklist/own/item-form';
import { formOf, lacksOfItem } from '@/utils/checklist/own/item-form';
import { STAGES } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { packetLabels } from '@/utils/packet/labels/labels';
import { saveItem } from '@/utils/services/checklist/own/save-item';
import { showSafely } from '@/utils/text/normalize';
import type { FormDraft } from '../../hooks/use-form-draft';
import { useFormDraft } from '../../hooks/use-form-draft';
import { Button } from '../../ui/Button';
import { Check, ChipChoice, Select, TextArea, TextField } from '../../ui/Field';
import { enterForm, leaveByEscape } from '../../ui/form-keys';
import { FormEnd } from '../../ui/FormEnd';
import { OtherLanguage, toWrongField, useSides } from './OtherLanguage';
import { TopicField } from './TopicField';
import type { ListTools } from './use-lists';
import { useStep } from './use-lists';

/** What is half typed about an item, or about a new one of a section. */
export function itemDraft(listId: string, item: ChecklistItem | null, section: string): DraftKey {
  return item ? draftKey('form:item', listId, item.id) : draftKey('form:item', listId, 'new', section);
}

interface Props {
  tools: ListTools;
  /** Null: a new one. */
  item: ChecklistItem | null;
  section: string;
  /** Why nothing can be saved any more: what was typed stays to be copied. */
  locked?: 'locked' | 'removed' | null;
}

/** An item: what is asked and why, what kind of answer, and how much it matters. */
export function ItemForm({ tools, item, section, locked = null }: Props) {
  const t = useTranslations('checklists');
  const keep = useStep(tools.done, true);
  const { own } = useSides();
  const draft = useFormDraft<Fields>(itemDraft(tools.id, item, section), '', formOf(item ?? blankItem(section), own));
  const { value, changed, clear, restored } = draft;
  const [tried, setTried] = useState(false);
  const lacks = lacksOfItem(value);
  const done = (): void => { clear(); tools.close(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (locked) return;
    if (lacks.length > 0) { toWrongField(form); return; }
    const edit = { itemId: item?.id ?? null, changed: item ? changed : value, language: own };
    keep(item ? t('item.editSaid', { id: item.id }) : t('item.addSaid'), (at) => saveItem(db, tools.id, edit, at).then(() => tools.id), done);
  };
  const lack = (what: (typeof lacks)[number], words: string): string | null => (tried && lacks.includes(what) ? words : null);
  return (
    <form ref={enterForm} className="stack card item-form" noValidate aria-label={item ? t('item.edit', { id: item.id }) : t('item.add')} onKeyDown={leaveByEscape(tools.close)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      {locked ? <p className="banner owned" role="alert">{t(`item.${locked}`)}</p> : null}
      <WordsFields draft={draft} side={own} askError={lack('ask', t('item.needAsk'))} optionsError={lack('options', t('item.needOptions'))} />
      <Other draft={draft} pairsError={lack('pairs', t('item.needPairs'))} />
      <TopicField tools={tools} draft={draft} item={item} errors={{ topic: lack('topic', t('item.needTopic')), name: lack('topicName', t('item.needTopicName')), place: lack('topicPlace', t('item.needPlace')) }} />
      <WeightFields tools={tools} draft={draft} />
      {locked ? (
        <div className="row end"><Button look="quiet" onClick={done}>{t('item.discard')}</Button><Button onClick={tools.close}>{t('item.close')}</Button></div>
      ) : <FormEnd restored={restored} onCancel={done} />}
    </form>
  );
}

type FieldsProps = { draft: FormDraft<Fields> };

/** What is said in words, in one language; the kind of answer stands with the first. */
function WordsFields({ draft: { value, set }, side, askError = null, optionsError = null }: FieldsProps & { side: 'ko' | 'en'; askError?: string | null; optionsError?: string | null }) {
  const t = useTranslations('checklists');
  const { own, labelIn } = useSides();
  const [ask, why, good, options, unit, words] = side === 'ko' ? ['askKo', 'whyKo', 'goodKo', 'optionsKo', 'unitKo', 'wordsKo'] as const : ['askEn', 'whyEn', 'goodEn', 'optionsEn', 'unitEn', 'wordsEn'] as const;
  return (
    <>
      <TextArea label={labelIn(side, t('item.ask'))} value={value[ask]} error={askError} onChange={(e) => { set({ [ask]: e.target.value }); }} />
      <TextArea label={labelIn(side, t('item.why'))} value={value[why]} onChange={(e) => { set({ [why]: e.target.value }); }} />
      <TextArea label={labelIn(side, t('item.good'))} value={value[good]} onChange={(e) => { set({ [good]: e.target.value }); }} />
      <TextField label={labelIn(side, t('item.words'))} help={t('item.wordsHelp')} value={value[words]} onChange={(e) => { set({ [words]: e.target.value }); }} />
      {side === own ? (
        <Select label={t('item.type')} value={value.type} onChange={(e) => { set({ type: e.target.value as Fields['type'] }); }}>
          {ITEM_TYPES.map((type) => <option key={type} value={type}>{t(`types.${type}`)}</option>)}
        </Select>
      ) : null}
      {value.type === 'choice' ? <TextArea label={labelIn(side, t('item.options'))} help={t('item.optionsHelp')} rows={4} value={value[options]} error={optionsError} onChange={(e) => { set({ [options]: e.target.value }); }} /> : null}
      {value.type === 'choice' && side === own ? <Check label={t('item.multi')} checked={value.multi} onChange={(e) => { set({ multi: e.target.checked }); }} /> : null}
      {value.type === 'number' ? <TextField label={labelIn(side, t('item.unit'))} value={value[unit]} onChange={(e) => { set({ [unit]: e.target.value }); }} /> : null}
    </>
  );
}

function Other({ draft, pairsError }: FieldsProps & { pairsError: string | null }) {
  const { other } = useSides();
  const { value } = draft;
  const words = other === 'ko' ? [value.askKo, value.whyKo, value.goodKo, value.optionsKo, value.unitKo, value.wordsKo] : [value.askEn, value.whyEn, value.goodEn, value.optionsEn, value.unitEn, value.wordsEn];
  return <OtherLanguage filled={words.some((word) => word.trim() !== '')}><WordsFields draft={draft} side={other} optionsError={pairsError} /></OtherLanguage>;
}

/** How much it is needed, by when, for what, by whom; and where it stands. */
function WeightFields({ tools: { list, language, id }, draft: { value, set } }: FieldsProps & { tools: ListTools }) {
  const t = useTranslations('checklists');
  const tc = useTranslations('common');
  const { role } = packetLabels(language);
  // Its section may be gone by now: the last one takes it in (`saveItem`).
  const section = list.sections.some((one) => one.id === value.section) ? value.section : list.sections.at(-1)?.id;
  const roles = Object.entries(role).filter(([code]) => code !== 'delivery');
  return (
    <>
      <ChipChoice label={t('item.need')} name={`need-${id}`} value={value.need} onChange={(need) => { set({ need }); }} options={(['minimum', 'nice'] as const).map((need) => ({ value: need, label: t(`needs.${need}`) }))} />
      <ChipChoice label={t('item.by')} name={`by-${id}`} value={value.by} onChange={(by) => { set({ by }); }} options={STAGES.map((by) => ({ value: by, label: tc(`stage.${by}`) }))} />
      <ChipChoice label={t('item.estimate')} name={`estimate-${id}`} value={value.estimate} onChange={(estimate) => { set({ estimate }); }} options={(['blocks', 'refines', 'none'] as const).map((one) => ({ value: one, label: t(`estimates.${one}`) }))} />
      <div className="pair">
        <Select label={t('item.bring')} value={value.bring} onChange={(e) => { set({ bring: e.target.value }); }}>
          {Object.hasOwn(role, value.bring) ? null : <option value={value.bring}>{showSafely(value.bring)}</option>}
          {roles.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
        </Select>
        <Select label={t('item.section')} value={section} onChange={(e) => { set({ section: e.target.value }); }}>
          {list.sections.map((one) => <option key={one.id} value={one.id}>{showSafely(one[language])}</option>)}
        </Select>
      </div>
    </>
  );
}
