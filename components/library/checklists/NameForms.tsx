import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Checklist, ChecklistSection } from '@/utils/checklist/checklist';
import { withHead, withSection } from '@/utils/checklist/own/edits';
import { wordsIn } from '@/utils/checklist/own/item-form';
import { pinKey } from '@/utils/deal/deal';
import type { ChecklistPin } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { copyChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { isBlank, showSafely } from '@/utils/text/normalize';
import { useFormDraft } from '../../hooks/use-form-draft';
import { usePreferences } from '../../hooks/use-preferences';
import { TextArea, TextField } from '../../ui/Field';
import { enterForm, leaveByEscape } from '../../ui/form-keys';
import { FormEnd } from '../../ui/FormEnd';
import type { Done } from '../../undo/use-done';
import { hrefOf } from '../route';
import { OtherLanguage, toWrongField, useSides } from './OtherLanguage';
import type { ListTools } from './use-lists';
import { useStep } from './use-lists';

interface MakeProps { from: ChecklistPin; done: Done; onClose: () => void }

/** A checklist of one's own from another: it needs a name. */
export function MakeForm({ from, done, onClose }: MakeProps) {
  const t = useTranslations('checklists');
  const { language } = usePreferences();
  const keep = useStep(done);
  const { value, set, clear, restored } = useFormDraft(draftKey('form:checklist', 'new', pinKey(from)), '', { name: '' });
  const [tried, setTried] = useState(false);
  const missing = isBlank(value.name);
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (missing) { toWrongField(form); return; }
    const name = { ko: '', en: '', [language]: value.name };
    keep(t('made', { name: showSafely(value.name.trim()) }), (at) => copyChecklist(db, from, name, at), () => { clear(); onClose(); });
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t('make')} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <TextField label={t('makeName')} value={value.name} error={tried && missing ? t('act.needName') : null} onChange={(e) => { set({ name: e.target.value }); }} />
      <FormEnd restored={restored} onCancel={() => { clear(); onClose(); }} />
    </form>
  );
}

/** The way to a version that was just made or taken in, unless that is where one is (`from`). */
export function WayToMade({ done: { said }, from }: { done: Done; from: string }) {
  const t = useTranslations('checklists');
  const id = said === null || typeof said === 'string' ? null : said.holds;
  return id === null || id === from ? null : <a href={hrefOf('checklists', id)}>{t('open')}</a>;
}

/** Name and purpose of a draft. */
export function HeadForm({ tools }: { tools: ListTools }) {
  const t = useTranslations('checklists');
  const { list, language, edit, close } = tools;
  const { own, other, labelIn } = useSides();
  const { value, changed, set, clear, restored } = useFormDraft(draftKey('form:checklist', tools.id, 'head'), '', headOf(list, language));
  const [tried, setTried] = useState(false);
  const noName = isBlank(value.nameKo) && isBlank(value.nameEn);
  const noPurpose = isBlank(value.purposeKo) && isBlank(value.purposeEn);
  const done = (): void => { clear(); close(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (noName || noPurpose) { toWrongField(form); return; }
    edit(t('act.headSaid'), (now) => {
      const { nameKo, nameEn, purposeKo, purposeEn } = { ...headOf(now, language), ...changed };
      return withHead(now, { name: { ko: nameKo, en: nameEn }, purpose: { ko: purposeKo, en: purposeEn } });
    }, { close: done });
  };
  const fieldsIn = (side: 'ko' | 'en') => {
    const [name, purpose] = side === 'ko' ? ['nameKo', 'purposeKo'] as const : ['nameEn', 'purposeEn'] as const;
    return (
      <>
        <TextField label={labelIn(side, t('makeName'))} value={value[name]} error={side === own && tried && noName ? t('act.needName') : null} onChange={(e) => { set({ [name]: e.target.value }); }} />
        <TextArea label={labelIn(side, t('act.purpose'))} value={value[purpose]} error={side === own && tried && noPurpose ? t('act.needPurpose') : null} onChange={(e) => { set({ [purpose]: e.target.value }); }} />
      </>
    );
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t('act.head')} onKeyDown={leaveByEscape(close)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      {fieldsIn(own)}
      <OtherLanguage filled={other === 'ko' ? value.nameKo !== '' : value.nameEn !== ''}>{fieldsIn(other)}</OtherLanguage>
      <FormEnd restored={restored} onCancel={done} />
    </form>
  );
}

function headOf({ name, purpose }: Pick<Checklist, 'name' | 'purpose'>, language: 'ko' | 'en') {
  const [n, p] = [wordsIn(name, language), wordsIn(purpose, language)];
  return { nameKo: n.ko, nameEn: n.en, purposeKo: p.ko, purposeEn: p.en };
}

/** A section's name; `section` null: a new one at the end. */
export function SectionForm({ tools, section }: { tools: ListTools; section: ChecklistSection | null }) {
  const t = useTranslations('checklists');
  const { language, edit, close } = tools;
  const { own, other, labelIn } = useSides();
  const start = wordsIn(section ?? { ko: '', en: '' }, language);
  const { value, changed, set, clear, restored } = useFormDraft(draftKey('form:checklist', tools.id, 'section', section?.id ?? 'new'), '', start);
  const [tried, setTried] = useState(false);
  const missing = isBlank(value.ko) && isBlank(value.en);
  const done = (): void => { clear(); close(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (missing) { toWrongField(form); return; }
    const name = showSafely((value[own] || value[other]).trim());
    edit(section ? t('section.editSaid') : t('section.addSaid', { name }), (now) => {
      const is = section ? now.sections.find(({ id }) => id === section.id) : undefined;
      return withSection(now, section?.id ?? null, { ...(is ? wordsIn(is, language) : value), ...changed });
    }, { close: done });
  };
  const fieldIn = (side: 'ko' | 'en') => <TextField label={labelIn(side, t('section.name'))} value={value[side]} error={side === own && tried && missing ? t('act.needName') : null} onChange={(e) => { set({ [side]: e.target.value }); }} />;
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={section ? t('section.edit', { name: showSafely(section[language]) }) : t('section.add')} onKeyDown={leaveByEscape(close)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      {fieldIn(own)}
      <OtherLanguage filled={value[other] !== ''}>{fieldIn(other)}</OtherLanguage>
      <FormEnd restored={restored} onCancel={done} />
    </form>
  );
}
