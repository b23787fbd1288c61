import type { Ref } from 'react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ChecklistProblem } from '@/utils/checklist/own/problems';
import { draftProblems } from '@/utils/checklist/own/problems';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { agreeChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { isBlank, showSafely } from '@/utils/text/normalize';
import { isWrongDay } from '@/utils/time/field-day';
import { useWorkTime } from '../../followup/use-work-time';
import { useFormDraft } from '../../hooks/use-form-draft';
import { usePreferences } from '../../hooks/use-preferences';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { TextArea, TextField } from '../../ui/Field';
import { enterForm, leaveByEscape } from '../../ui/form-keys';
import { FormEnd } from '../../ui/FormEnd';
import { toWrongField } from './OtherLanguage';
import type { ListTools } from './use-lists';
import { goToItem, useStep } from './use-lists';

/** What still keeps a draft from being agreed, each with the way to it; and the form in which both sides sign. */
export function AgreeSection({ tools }: { tools: ListTools }) {
  const t = useTranslations('checklists.agree');
  const { list, topics, open, was, show, drafts } = tools;
  const problems = draftProblems(list, topics);
  const lacks = useRef<HTMLParagraphElement>(null);
  return (
    <section className="card" aria-labelledby="agree-title">
      <h2 id="agree-title">{t('title')}</h2>
      <p className="soft">{t('lead')}</p>
      {problems.length === 0 ? <p className="soft">{t('ready')}</p> : <Problems tools={tools} problems={problems} heading={lacks} />}
      {open === 'agree' ? <AgreeForm tools={tools} ready={problems.length === 0} onLack={() => { lacks.current?.focus(); }} /> : (
        <div className="row">
          <Button look="primary" autoFocus={was === 'agree'} onClick={() => { show('agree'); }}>{t('open')}</Button>
          {drafts.has(draftKey('form:checklist', tools.id, 'agree')) ? <Begun /> : null}
        </div>
      )}
    </section>
  );
}

function Problems({ tools, problems, heading }: { tools: ListTools; problems: readonly ChecklistProblem[]; heading: Ref<HTMLParagraphElement> }) {
  const t = useTranslations('checklists.agree');
  const { topics, language, list, show } = tools;
  const nameOf = (topic: string): string => showSafely(topics[topic]?.[language] ?? topic);
  const wayOf = (problem: ChecklistProblem) => {
    if (problem.code === 'no_name') return <Button look="quiet" onClick={() => { show('head'); }}>{t('toHead')}</Button>;
    if (problem.code === 'rule_topic') return <Button look="quiet" onClick={() => { show(`rule:${problem.ruleId}`); }}>{t('toRule')}</Button>;
    const id = 'itemId' in problem ? problem.itemId : list.items.find((item) => item.topic === problem.topic)?.id;
    if (id !== undefined) return <Button look="quiet" onClick={() => { goToItem(id); }}>{t('toItem', { id })}</Button>;
    return <Button look="quiet" onClick={() => { show(`new:${list.sections.at(0)?.id ?? ''}`); }}>{t('toAdd')}</Button>;
  };
  return (
    <div className="stack tight problems">
      <p ref={heading} tabIndex={-1} className="is-unowned">{t('lacks', { count: problems.length })}</p>
      <ul>
        {problems.map((problem) => {
          const [id, topic] = ['itemId' in problem ? problem.itemId : '', 'topic' in problem ? nameOf(problem.topic) : ''];
          return <li key={`${problem.code} ${id} ${topic}`}>{t(`problem.${problem.code}`, { id, topic })} {wayOf(problem)}</li>;
        })}
      </ul>
    </div>
  );
}

function AgreeForm({ tools, ready, onLack }: { tools: ListTools; ready: boolean; onLack: () => void }) {
  const t = useTranslations('checklists.agree');
  const keep = useStep(tools.done);
  const { name } = usePreferences();
  const { today } = useWorkTime();
  const { version } = tools.list;
  const { value, set, clear, restored } = useFormDraft(draftKey('form:checklist', tools.id, 'agree'), '', { sales: name, delivery: '', on: today, note: '' });
  const [tried, setTried] = useState(false);
  const lacks = { sales: isBlank(value.sales), delivery: isBlank(value.delivery), on: value.on === '' || isWrongDay(value.on) };
  const done = (): void => { clear(); tools.close(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (lacks.sales || lacks.delivery || lacks.on) { toWrongField(form); return; }
    if (!ready) { onLack(); return; }
    keep(t('said', { version }), (at) => agreeChecklist(db, tools.id, value, at).then(() => tools.id), done);
  };
  return (
    <form ref={enterForm} className="stack" noValidate aria-label={t('form')} onKeyDown={leaveByEscape(tools.close)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <div className="pair">
        <TextField label={t('sales')} value={value.sales} error={tried && lacks.sales ? t('needName') : null} onChange={(e) => { set({ sales: e.target.value }); }} />
        <TextField label={t('delivery')} value={value.delivery} error={tried && lacks.delivery ? t('needName') : null} onChange={(e) => { set({ delivery: e.target.value }); }} />
        <DateField label={t('on')} value={value.on} tried={tried} error={tried && value.on === '' ? t('needDay') : null} onDay={(on) => { set({ on }); }} />
      </div>
      {version > 1 ? <TextArea label={t('note', { version: version - 1 })} value={value.note} onChange={(e) => { set({ note: e.target.value }); }} /> : null}
      <FormEnd restored={restored} onCancel={done} save={t('save')} />
    </form>
  );
}
