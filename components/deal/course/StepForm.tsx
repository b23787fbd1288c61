import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { riskKey } from '@/utils/deal/accepted-risk';
import type { DealState } from '@/utils/deal/course';
import { dealState, lacksOfStep } from '@/utils/deal/course';
import { contractItems, itemRowKey, itemRows } from '@/utils/deal/contract-items';
import { contractRisks } from '@/utils/deal/contract-risks';
import { takeStep } from '@/utils/services/deal/take-step';
import { isWrongDay } from '@/utils/time/field-day';
import { useWorkTime } from '../../followup/use-work-time';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useFormDraft } from '../../hooks/use-form-draft';
import { usePreferences } from '../../hooks/use-preferences';
import { DateField } from '../../ui/DateField';
import { TextField } from '../../ui/Field';
import { enterForm, leaveByEscape } from '../../ui/form-keys';
import { FormEnd } from '../../ui/FormEnd';
import type { Done } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';
import type { DayFields } from './DaysFields';
import { DaysFields, daysOf, NO_DAY_FIELDS } from './DaysFields';
import { RiskFields } from './RiskFields';

interface Fields extends DayFields {
  on: string;
  why: string;
  revisitOn: string;
  /** By risk: who answers for it, where it is not the rep, and why. */
  by: Record<string, string>;
  whys: Record<string, string>;
}

interface Props {
  board: DealBoard;
  to: DealState;
  done: Done;
  onClose: () => void;
}

/** One step on the way of a deal: on which day, and what has to be said of it. */
export function StepForm({ board, to, done, onClose }: Props) {
  const t = useTranslations('after.course');
  const keep = useKeeper(done);
  const me = usePreferences().name;
  const { today, when } = useWorkTime();
  const { deal } = board.record;
  const { value, set, clear, restored } = useFormDraft<Fields>(draftKey('form:step', deal.id, to), '', { on: today, why: '', revisitOn: '', ...NO_DAY_FIELDS, by: {}, whys: {} });
  const [tried, setTried] = useState(false);
  const signing = to === 'contracted';
  const pauses = to === 'on_hold' || to === 'lost';
  const facts = { ...board.record, views: [...board.views, ...board.extra] };
  const risks = signing ? contractRisks(facts) : [];
  const items = signing ? itemRows(contractItems(facts)) : [];
  const keys = [...risks.map(riskKey), ...items.map(itemRowKey)];
  const byOf = (key: string): string => value.by[key] ?? me;
  const named = (key: string): { by: string; why: string } => ({ by: byOf(key).trim(), why: value.whys[key] ?? '' });
  const lacks = lacksOfStep(dealState(deal), { to, on: value.on, why: value.why }, true);
  const nameless = keys.some((key) => byOf(key).trim() === '');
  const wrongDay = [value.revisitOn, value.goLiveOn, value.warrantyEndsOn, value.endsOn].some(isWrongDay);
  const close = (): void => { clear(); onClose(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (lacks.length > 0 || nameless || wrongDay) {
      requestAnimationFrame(() => { form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); });
      return;
    }
    const step = {
      to, on: value.on, why: value.why, revisitOn: pauses ? value.revisitOn || null : null,
      ...(signing ? {
        contract: daysOf(value), risks: risks.map((risk) => ({ ...risk, ...named(riskKey(risk)) })),
        items: items.flatMap((row) => row.topics.map((topic) => ({ topic, ...named(itemRowKey(row)) }))),
      } : {}),
    };
    keep((at) => takeStep(db, deal.id, step, when(at)).then(() => ({ text: t('said', { state: t(`states.${to}`) }), holds: deal.id })), close);
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t(`steps.${to}`)} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <DateField label={t(`on.${to}`)} value={value.on} tried={tried} error={tried && value.on === '' ? t('needDate') : null} onDay={(on) => { set({ on }); }} />
      {to === 'lost' || to === 'on_hold' || to === 'ended' ? <TextField label={to === 'lost' ? t('whyLost') : t('why')} value={value.why} error={tried && lacks.includes('why') ? t('needWhy') : null} onChange={(e) => { set({ why: e.target.value }); }} /> : null}
      {pauses ? <DateField label={t('revisit')} help={t('revisitHelp')} value={value.revisitOn} tried={tried} onDay={(revisitOn) => { set({ revisitOn }); }} /> : null}
      {signing ? <DaysFields value={value} tried={tried} onDays={set} /> : null}
      {signing ? <RiskFields board={board} risks={risks} items={items} byOf={byOf} whys={value.whys} tried={tried} onBy={(key, by) => { set({ by: { ...value.by, [key]: by } }); }} onWhy={(key, why) => { set({ whys: { ...value.whys, [key]: why } }); }} /> : null}
      <FormEnd restored={restored} onCancel={close} />
    </form>
  );
}
