import { useLiveQuery } from 'dexie-react-hooks';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readDealChoices } from '@/utils/db/read-deal';
import { createDeal } from '@/utils/services/deal/create-deal';
import { fits } from '@/utils/text/fits';
import { showSafely } from '@/utils/text/normalize';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';

/** Most that is listed; searching narrows it. */
const SHOWN = 30;

interface Props { currentId: string; onPick: (dealId: string) => void; onClose: () => void }

/** Finds a deal by keyboard: type, arrows, Enter; Escape goes back to the line. */
export function TargetPicker({ currentId, onPick, onClose }: Props) {
  const t = useTranslations('popup');
  const choices = useLiveQuery(() => readDealChoices(db), []);
  const [query, setQuery] = useState('');
  const [making, setMaking] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  if (!choices) return null;
  const found = choices.filter(({ deal, account }) => fits(`${account.name} ${deal.name}`, query)).slice(0, SHOWN);
  const onKey = (e: KeyboardEvent): void => {
    if (e.nativeEvent.isComposing || e.keyCode === 229) return;
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('input, .list-button') ?? [])];
    const here = stops.findIndex((el) => el === document.activeElement);
    if (e.key === 'Escape') onClose();
    else if (e.key === 'ArrowDown') stops[Math.min(here + 1, stops.length - 1)]?.focus();
    else if (e.key === 'ArrowUp') stops[Math.max(here - 1, 0)]?.focus();
    else if (e.key === 'Enter' && here === 0 && found[0]) onPick(found[0].deal.id);
    else return;
    e.preventDefault();
  };
  if (making || choices.length === 0) return <NewDeal accountName={query} onPick={onPick} onClose={onClose} />;
  return (
    // The keys are those of the controls inside; the group itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={list} className="stack" onKeyDown={onKey}>
      <TextField label={t('search')} type="search" autoFocus value={query} onChange={(e) => { setQuery(e.target.value); }} />
      {found.length === 0 ? <p className="soft" role="status">{t('nothingFound')}</p> : null}
      <ul className="list popup-deals" aria-label={t('deals')}>
        {found.map(({ deal, account }) => (
          <li key={deal.id}>
            <button type="button" className="list-button" aria-current={deal.id === currentId} onClick={() => { onPick(deal.id); }}>
              <span className="soft">{showSafely(account.name)}</span><br />{showSafely(deal.name)}
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onClick={() => { setMaking(true); }}>{t('newDeal')}</Button>
        <CloseButton onClose={onClose} />
      </div>
    </div>
  );
}

/** Customer and deal name are enough here; stage and checklist can be changed in Baton. */
function NewDeal({ accountName, onPick, onClose }: { accountName: string; onPick: (dealId: string) => void; onClose: () => void }) {
  const t = useTranslations('popup');
  const tc = useTranslations('common');
  const save = useSaver();
  const [names, setNames] = useState({ account: accountName, deal: '' });
  const [tried, setTried] = useState(false);
  const missing = (text: string): string | null => (tried && text.trim() === '' ? tc('required') : null);
  const make = (): void => {
    setTried(true);
    if (names.account.trim() === '' || names.deal.trim() === '') return;
    const input = { accountName: names.account, dealName: names.deal, stage: 'first' as const, customerDue: null, checklist: null, alsoChecklists: [] };
    void save((at) => createDeal(db, input, at)).then((id) => { if (id) onPick(id); });
  };
  return (
    <form className="stack" noValidate aria-label={t('newDeal')} onSubmit={(e) => { e.preventDefault(); make(); }}>
      <TextField label={t('account')} autoFocus value={names.account} error={missing(names.account)} onChange={(e) => { setNames({ ...names, account: e.target.value }); }} />
      <TextField label={t('deal')} value={names.deal} error={missing(names.deal)} onChange={(e) => { setNames({ ...names, deal: e.target.value }); }} />
      <div className="row">
        <Button type="submit" look="primary">{t('create')}</Button>
        <CloseButton onClose={onClose} />
      </div>
    </form>
  );
}

function CloseButton({ onClose }: { onClose: () => void }) {
  const t = useTranslations('common');
  return <Button look="quiet" onClick={onClose}>{t('cancel')}</Button>;
}
