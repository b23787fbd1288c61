import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Checklist } from '@/utils/checklist/checklist';
import type { Proposal } from '@/utils/checklist/own/proposals';
import { STAGES } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { TakenForm } from '@/utils/services/checklist/own/decide-proposal';
import { takenFormOf, takeProposal } from '@/utils/services/checklist/own/decide-proposal';
import type { SourceDeal } from '@/utils/services/checklist/own/read-proposals';
import { compareKey, isBlank, showSafely } from '@/utils/text/normalize';
import type { FormDraft } from '../../../hooks/use-form-draft';
import { useFormDraft } from '../../../hooks/use-form-draft';
import { usePreferences } from '../../../hooks/use-preferences';
import { ChipChoice, Select, TextArea } from '../../../ui/Field';
import { enterForm, leaveByEscape } from '../../../ui/form-keys';
import { FormEnd } from '../../../ui/FormEnd';
import type { Done } from '../../../undo/use-done';
import { OtherLanguage, toWrongField, useSides } from '../OtherLanguage';
import { useStep } from '../use-lists';
import type { Target } from './targets';

/** What is half typed about taking a proposal in. */
export function takeDraft(topic: string): DraftKey {
  return draftKey('form:checklist', 'new', 'take', topic);
}

interface Props { proposal: Proposal; deals: ReadonlyMap<string, SourceDeal>; targets: readonly Target[]; done: Done; onClose: () => void }
type Fields = TakenForm & { into: string };

/** Writes an item into a draft: the one that asks for the topic, or a new one. Delivery's words stand above it and never in it: they are about one deal. */
export function TakeForm({ proposal, deals, targets, done, onClose }: Props) {
  const t = useTranslations('checklists.proposals');
  const tc = useTranslations('checklists.item');
  const { language } = usePreferences();
  const { own } = useSides();
  const keep = useStep(done);
  const { topic } = proposal.topic;
  const name = showSafely(proposal.topic[language]);
  const first = targets[0]?.row.list.id ?? '';
  const kept = useFormDraft<Fields>(takeDraft(topic), '', { into: first, ...EMPTY });
  const { changed, set, clear, restored } = kept;
  const [tried, setTried] = useState(false);
  // What is not typed follows the checklist that was picked.
  const target = targets.find(({ row }) => row.list.id === kept.value.into) ?? targets[0];
  if (!target) return null;
  const value: Fields = { into: kept.value.into, ...takenFormOf(target.row.list, topic, own), ...changed };
  const draft = { ...kept, value };
  const { list } = target.row;
  const missing = isBlank(value.askKo) && isBlank(value.askEn);
  const there = list.items.find((item) => item.topic === topic);
  const { into: _into, ...fields } = changed;
  const unchanged = there !== undefined && Object.entries(takenFormOf(list, topic, own)).every(([field, was]) => value[field as keyof TakenForm] === was);
  const named = namesIn(value, proposal, deals);
  const close = (): void => { clear(); onClose(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (missing || unchanged) { toWrongField(form); return; }
    const taking = { topic: proposal.topic, listId: list.id, changed: fields, language: own, seen: proposal.questions.map(({ id }) => id) };
    keep(t('taken', { topic: name, list: showSafely(list.name[language]) }), (at) => takeProposal(db, taking, at), close);
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t('takeOf', { topic: name })} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <Select label={t('into')} value={list.id} onChange={(e) => { set({ into: e.target.value }); }}>
        {targets.map(({ row, version, draft: begun }) => <option key={row.list.id} value={row.list.id}>{t(begun ? 'intoDraft' : 'intoNext', { list: showSafely(row.list.name[language]), version })}</option>)}
      </Select>
      <p className="soft">{there ? t('changes', { id: there.id }) : t('newItem')}</p>
      <WordsOf draft={draft} side={own} error={!tried ? null : missing ? tc('needAsk') : unchanged ? t('nothing') : null} />
      <Other draft={draft} />
      <p role="status" className="is-owned">{named === '' ? '' : t('named', { name: showSafely(named) })}</p>
      <Weight draft={draft} list={list} isNew={!there} />
      <FormEnd restored={restored} onCancel={close} save={t('save')} />
    </form>
  );
}

const EMPTY: TakenForm = { askKo: '', askEn: '', whyKo: '', whyEn: '', need: 'minimum', by: 'estimate', section: '' };

/** A name of the deals that the questions came from, where it stands in what is written; '' for none. */
function namesIn({ askKo, askEn, whyKo, whyEn }: Fields, { questions }: Proposal, deals: ReadonlyMap<string, SourceDeal>): string {
  const text = compareKey([askKo, askEn, whyKo, whyEn].join(' '));
  const names = questions.flatMap(({ dealId }) => { const deal = deals.get(dealId); return deal ? [deal.accountName, deal.dealName] : []; });
  return names.find((name) => compareKey(name).length > 1 && text.includes(compareKey(name))) ?? '';
}

type FieldsProps = { draft: FormDraft<Fields> };

function WordsOf({ draft: { value, set }, side, error = null }: FieldsProps & { side: 'ko' | 'en'; error?: string | null }) {
  const t = useTranslations('checklists.item');
  const { labelIn } = useSides();
  const [ask, why] = side === 'ko' ? ['askKo', 'whyKo'] as const : ['askEn', 'whyEn'] as const;
  return (
    <>
      <TextArea label={labelIn(side, t('ask'))} value={value[ask]} error={error} onChange={(e) => { set({ [ask]: e.target.value }); }} />
      <TextArea label={labelIn(side, t('why'))} value={value[why]} onChange={(e) => { set({ [why]: e.target.value }); }} />
    </>
  );
}

function Other({ draft }: FieldsProps) {
  const { other } = useSides();
  const { value } = draft;
  const words = other === 'ko' ? [value.askKo, value.whyKo] : [value.askEn, value.whyEn];
  return <OtherLanguage filled={words.some((word) => word.trim() !== '')}><WordsOf draft={draft} side={other} /></OtherLanguage>;
}

function Weight({ draft: { value, set }, list, isNew }: FieldsProps & { list: Checklist; isNew: boolean }) {
  const t = useTranslations('checklists');
  const tc = useTranslations('common');
  const { language } = usePreferences();
  const section = list.sections.some((one) => one.id === value.section) ? value.section : list.sections.at(-1)?.id;
  return (
    <>
      <ChipChoice label={t('item.need')} name="take-need" value={value.need} onChange={(need) => { set({ need }); }} options={(['minimum', 'nice'] as const).map((need) => ({ value: need, label: t(`needs.${need}`) }))} />
      <ChipChoice label={t('item.by')} name="take-by" value={value.by} onChange={(by) => { set({ by }); }} options={STAGES.map((by) => ({ value: by, label: tc(`stage.${by}`) }))} />
      {isNew ? (
        <Select label={t('item.section')} value={section} onChange={(e) => { set({ section: e.target.value }); }}>
          {list.sections.map((one) => <option key={one.id} value={one.id}>{showSafely(one[language])}</option>)}
        </Select>
      ) : null}
    </>
  );
}
