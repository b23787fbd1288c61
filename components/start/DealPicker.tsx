import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { dealDraftKey } from '@/utils/db/drafts/draft-keys';
import { readDealChoices } from '@/utils/db/read-deal';
import { createDeal } from '@/utils/services/deal/create-deal';
import { fits } from '@/utils/text/fits';
import { useOpenDrafts } from '../hooks/use-form-draft';
import { useSaver } from '../hooks/use-saver';
import { Begun } from '../ui/Begun';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { DealForm } from './DealForm';
import './start.css';

/** Finds a deal or makes one, then hands its id on. */
export function DealPicker({ onPick, currentId = '' }: { onPick: (dealId: string) => void; currentId?: string }) {
  const t = useTranslations('start');
  const choices = useLiveQuery(() => readDealChoices(db), []);
  const drafts = useOpenDrafts();
  const [query, setQuery] = useState('');
  const [making, setMaking] = useState(false);
  const save = useSaver();
  // Until it is known what there is, the form for the first deal would only flash by.
  if (!choices) return null;
  const found = choices.filter(({ deal, account }) => fits(`${account.name} ${deal.name}`, query));
  const accounts = [...new Set(choices.map((c) => c.account.name))];
  if (making || choices.length === 0) {
    return (
      <div className="stack">
        <DealForm dealId={null} initial={{ accountName: query }} accounts={accounts} submit={t('create')} onSave={(input) => save((at) => createDeal(db, input, at))} onDone={onPick} />
        {choices.length > 0 ? <Button look="quiet" onClick={() => { setMaking(false); }}>{t('pick')}</Button> : null}
      </div>
    );
  }
  return (
    <div className="stack">
      <div className="row">
        <div className="grow"><TextField label={t('search')} hideLabel placeholder={t('search')} type="search" value={query} onChange={(e) => { setQuery(e.target.value); }} /></div>
        <Button onClick={() => { setMaking(true); }}>{t('newDeal')}</Button>
      </div>
      {drafts.has(dealDraftKey(null)) ? <div className="row end"><Begun /></div> : null}
      <ul className="list" aria-label={t('deals')}>
        {found.slice(0, 50).map(({ deal, account }) => (
          <li key={deal.id}>
            <button type="button" className="list-button" aria-current={deal.id === currentId} onClick={() => { onPick(deal.id); }}>
              <span className="soft">{account.name}</span><br />{deal.name}{drafts.has(dealDraftKey(deal.id)) ? <> <Begun /></> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
