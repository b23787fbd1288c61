import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CATALOGUE } from '@/utils/checklist/catalogue';
import { STAGES } from '@/utils/deal/deal';
import type { Stage } from '@/utils/deal/deal';
import type { DealInput } from '@/utils/services/deal/create-deal';
import { isWrongDay } from '@/utils/time/field-day';
import { usePreferences } from '../hooks/use-preferences';
import { Button } from '../ui/Button';
import { DateField } from '../ui/DateField';
import { ChipChoice, Select, TextField } from '../ui/Field';

interface Draft { accountName: string; dealName: string; stage: Stage; checklist: string; also: string; customerDue: string }

/** Account, deal, stage and checklist in one short form. */
export function DealForm({ initial, onSave, accounts, submit, fixedNames = false }: {
  initial: Partial<Draft>;
  accounts: string[];
  submit: string;
  /** Editing: the names are changed elsewhere. */
  fixedNames?: boolean;
  onSave: (input: DealInput) => void;
}) {
  const t = useTranslations('start');
  const tc = useTranslations('common');
  const [draft, setDraft] = useState<Draft>({ accountName: '', dealName: '', stage: 'first', checklist: 'custom-development', also: '', customerDue: '', ...initial });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Draft>): void => { setDraft((d) => ({ ...d, ...part })); };
  const missing = { account: draft.accountName.trim() === '', deal: draft.dealName.trim() === '' };
  const pin = (id: string): { id: string; version: number } => ({ id, version: CATALOGUE.find((c) => c.id === id)?.version ?? 1 });
  const send = (): void => {
    setTried(true);
    if (missing.account || missing.deal || isWrongDay(draft.customerDue)) return;
    const also = draft.also && draft.also !== draft.checklist ? [pin(draft.also)] : [];
    onSave({ accountName: draft.accountName, dealName: draft.dealName, stage: draft.stage, customerDue: draft.customerDue || null, checklist: pin(draft.checklist), alsoChecklists: also });
  };
  return (
    <form className="card" noValidate onSubmit={(e) => { e.preventDefault(); send(); }} aria-label={submit}>
      {fixedNames ? null : (
        <>
          <TextField label={t('account')} list="known-accounts" value={draft.accountName} onChange={(e) => { set({ accountName: e.target.value }); }} error={tried && missing.account ? t('missingAccount') : null} />
          <datalist id="known-accounts">{accounts.map((a) => <option key={a} value={a} />)}</datalist>
          <TextField label={t('deal')} value={draft.dealName} onChange={(e) => { set({ dealName: e.target.value }); }} error={tried && missing.deal ? t('missingDeal') : null} />
        </>
      )}
      <ChipChoice label={t('stage')} name="deal-stage" value={draft.stage} onChange={(stage) => { set({ stage }); }} options={STAGES.map((s) => ({ value: s, label: tc(`stage.${s}`) }))} />
      <ChecklistSelect label={t('checklist')} value={draft.checklist} onChange={(checklist) => { set({ checklist }); }} />
      <ChecklistSelect label={t('alsoChecklist')} value={draft.also} none={t('noSecond')} onChange={(also) => { set({ also }); }} />
      <DateField label={t('customerDue')} value={draft.customerDue} tried={tried} onDay={(customerDue) => { set({ customerDue }); }} />
      <Button look="primary" type="submit">{submit}</Button>
    </form>
  );
}

function ChecklistSelect({ label, value, none, onChange }: { label: string; value: string; none?: string; onChange: (id: string) => void }) {
  const t = useTranslations('start');
  const { language } = usePreferences();
  return (
    <Select label={label} value={value} onChange={(e) => { onChange(e.target.value); }}>
      {none ? <option value="">{none}</option> : null}
      {CATALOGUE.map((c) => (
        <option key={c.id} value={c.id}>{`${c.code}. ${c.name[language]} ${t('version', { version: c.version })} (${t(c.status === 'agreed' ? 'agreedChecklist' : 'draftChecklist')})`}</option>
      ))}
    </Select>
  );
}
