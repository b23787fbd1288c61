import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { dealDraftKey } from '@/utils/db/drafts/draft-keys';
import { STAGES } from '@/utils/deal/deal';
import type { Stage } from '@/utils/deal/deal';
import type { DealInput } from '@/utils/services/deal/create-deal';
import { isWrongDay } from '@/utils/time/field-day';
import { useFormDraft } from '../hooks/use-form-draft';
import { Button } from '../ui/Button';
import { DateField } from '../ui/DateField';
import { ChipChoice, TextField } from '../ui/Field';
import { Restored } from '../ui/Restored';
import { ChecklistSelect, useChoices } from './ChecklistSelect';

/** `checklist`, `also`: keys of versions (`pinKey`); '' for the one that new deals begin with, or none. */
interface Fields { accountName: string; dealName: string; stage: Stage; checklist: string; also: string; customerDue: string }
const BLANK: Fields = { accountName: '', dealName: '', stage: 'first', checklist: '', also: '', customerDue: '' };

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
  const choices = useChoices([initial.checklist ?? '', initial.also ?? '']);
  const checklist = draft.checklist || choices.first;
  const send = (): void => {
    setTried(true);
    // The first that is missing gets the caret.
    if (missing.account || missing.deal) form.current?.querySelectorAll('input')[missing.account ? 0 : 1]?.focus();
    if (missing.account || missing.deal || isWrongDay(draft.customerDue)) return;
    const also = draft.also && draft.also !== checklist ? [choices.pinOf(draft.also)] : [];
    const input = { accountName: draft.accountName, dealName: draft.dealName, stage: draft.stage, customerDue: draft.customerDue || null, checklist: choices.pinOf(checklist), alsoChecklists: also };
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
      <ChecklistSelect label={t('checklist')} value={checklist} choices={choices} beside={draft.also} onChange={(key) => { set({ checklist: key }); }} />
      <ChecklistSelect label={t('alsoChecklist')} value={draft.also} choices={choices} beside={checklist} none={t('noSecond')} onChange={(also) => { set({ also }); }} />
      <DateField label={t('customerDue')} value={draft.customerDue} tried={tried} onDay={(customerDue) => { set({ customerDue }); }} />
      <Restored shown={restored} />
      <Button look="primary" type="submit">{submit}</Button>
      {onCancel || Object.keys(changed).length > 0 ? <Button look="quiet" onClick={cancel}>{tc('cancel')}</Button> : null}
    </form>
  );
}
