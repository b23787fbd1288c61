import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CATALOGUE } from '@/utils/checklist/catalogue';
import { dealDraftKey } from '@/utils/db/drafts/draft-keys';
import { STAGES } from '@/utils/deal/deal';
import type { Stage } from '@/utils/deal/deal';
import type { DealInput } from '@/utils/services/deal/create-deal';
import { isWrongDay } from '@/utils/time/field-day';
import { useFormDraft } from '../hooks/use-form-draft';
import { usePreferences } from '../hooks/use-preferences';
import { Button } from '../ui/Button';
import { DateField } from '../ui/DateField';
import { ChipChoice, Select, TextField } from '../ui/Field';
import { Restored } from '../ui/Restored';

interface Fields { accountName: string; dealName: string; stage: Stage; checklist: string; also: string; customerDue: string }
const BLANK: Fields = { accountName: '', dealName: '', stage: 'first', checklist: 'custom-development', also: '', customerDue: '' };

/** Account, deal, stage and checklist in one short form. Each keystroke is kept as a draft. */
export function DealForm<R>({ dealId, initial, onSave, onDone, onCancel, accounts, submit, fixedNames = false }: {
  /** The deal that is edited; null while one is being made. */
  dealId: string | null;
  initial: Partial<Fields>;
  accounts: string[];
  submit: string;
  /** Editing: the names have a form of their own (DealNames). */
  fixedNames?: boolean;
  /** Resolves to null when it could not be saved: then what was typed stays. */
  onSave: (input: DealInput) => Promise<R | null>;
  onDone?: (saved: R) => void;
  /** Closes the form; without it "cancel" is there only when there is something to take back. */
  onCancel?: () => void;
}) {
  const t = useTranslations('start');
  const tc = useTranslations('common');
  const { value: draft, changed, set, clear, restored } = useFormDraft<Fields>(dealDraftKey(dealId), '', { ...BLANK, ...initial });
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const missing = { account: draft.accountName.trim() === '', deal: draft.dealName.trim() === '' };
  const pin = (id: string): { id: string; version: number } => ({ id, version: CATALOGUE.find((c) => c.id === id)?.version ?? 1 });
  const send = (): void => {
    setTried(true);
    if (missing.account || missing.deal || isWrongDay(draft.customerDue)) return;
    const also = draft.also && draft.also !== draft.checklist ? [pin(draft.also)] : [];
    const input = { accountName: draft.accountName, dealName: draft.dealName, stage: draft.stage, customerDue: draft.customerDue || null, checklist: pin(draft.checklist), alsoChecklists: also };
    void onSave(input).then((saved) => {
      if (saved === null) return;
      clear();
      setTried(false);
      onDone?.(saved);
    });
  };
  const cancel = (): void => {
    clear();
    setTried(false);
    if (onCancel) onCancel();
    // The button goes with what it took back: the keyboard stays in the form.
    else form.current?.querySelector<HTMLElement>('input, select')?.focus();
  };
  return (
    <form ref={form} className="card" noValidate onSubmit={(e) => { e.preventDefault(); send(); }} aria-label={submit}>
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
      <Restored shown={restored} />
      <Button look="primary" type="submit">{submit}</Button>
      {onCancel || Object.keys(changed).length > 0 ? <Button look="quiet" onClick={cancel}>{tc('cancel')}</Button> : null}
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
