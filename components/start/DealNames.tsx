import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { readNames } from '@/utils/db/library/read-lists';
import type { Deal } from '@/utils/deal/deal';
import type { DealNames as Names } from '@/utils/services/deal/name-deal';
import { nameDeal } from '@/utils/services/deal/name-deal';
import { cleanName } from '@/utils/text/normalize';
import { useFormDraft } from '../hooks/use-form-draft';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
import { leaveByEscape } from '../ui/form-keys';
import { Restored } from '../ui/Restored';

/** Stands for an account that is not there yet; ids are longer. */
const NEW = '+';

interface Props {
  deal: Deal;
  /** Whose undo step it is: the panel's meeting, or '' . */
  meetingId: string;
  /** It was written at this instant. */
  onSaved?: (at: number) => void;
  onClose: () => void;
}

/** What a deal is called, and under which account it is. Only what was changed is written: another window's change stays. */
export function DealNames({ deal, meetingId, onSaved, onClose }: Props) {
  const t = useTranslations();
  const save = useSaver();
  const accounts = useLiveQuery(() => readNames(db).then((names) => [...names.accounts.values()].sort((a, b) => a.name.localeCompare(b.name))), []);
  const { value, changed, set, clear, restored } = useFormDraft(draftKey('names', deal.id), '', { name: deal.name, accountId: deal.accountId, newAccount: '' });
  const [tried, setTried] = useState(false);
  const missing = { name: cleanName(value.name) === '', account: value.accountId === NEW && cleanName(value.newAccount) === '' };
  const close = (): void => { clear(); onClose(); };
  const send = (): void => {
    setTried(true);
    if (missing.name || missing.account) return;
    const part: Names = { ...(changed.name === undefined ? {} : { name: changed.name }), ...(changed.accountId === undefined ? {} : { account: value.accountId === NEW ? { name: value.newAccount } : { id: value.accountId } }) };
    if (Object.keys(part).length === 0) { close(); return; }
    let written = 0;
    void save((at) => { written = at; return nameDeal(db, deal.id, part, meetingId, at).then(() => true); }).then((saved) => { if (saved) { close(); onSaved?.(written); } });
  };
  return (
    <form className="card narrow" noValidate aria-label={t('start.names')} onSubmit={(e) => { e.preventDefault(); send(); }} onKeyDown={leaveByEscape(onClose)}>
      <TextField label={t('start.deal')} autoFocus value={value.name} error={tried && missing.name ? t('start.missingDeal') : null} onChange={(e) => { set({ name: e.target.value }); }} />
      <Select label={t('start.account')} help={t('start.accountHelp')} value={value.accountId} onChange={(e) => { set({ accountId: e.target.value }); }}>
        {(accounts ?? []).map((account) => <option key={account.id} value={account.id}>{account.name}</option>)}
        <option value={NEW}>{t('start.newAccount')}</option>
      </Select>
      {value.accountId === NEW ? <TextField label={t('start.newAccountName')} value={value.newAccount} error={tried && missing.account ? t('start.missingAccount') : null} onChange={(e) => { set({ newAccount: e.target.value }); }} /> : null}
      <Restored shown={restored} />
      <div className="row end"><Button look="quiet" onClick={close}>{t('common.cancel')}</Button><Button type="submit" look="primary">{t('common.save')}</Button></div>
    </form>
  );
}
