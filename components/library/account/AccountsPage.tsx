import { Trash2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import type { Care } from '@/utils/deal/care';
import { compareCare } from '@/utils/deal/care';
import type { Account } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import { readCare } from '@/utils/db/customer/read-care';
import { readContacts, readNames } from '@/utils/db/library/read-lists';
import { fits } from '@/utils/text/fits';
import { showSafely } from '@/utils/text/normalize';
import { useWorkTime } from '../../followup/use-work-time';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Field';
import { ListFrame, setParam } from '../ListFrame';
import type { Route } from '../route';
import { hrefOf } from '../route';
import { useDeleter } from '../use-deleter';
import { CareSummary } from './CareSection';

const NO_CARE: Care = { reasons: [], atRisk: false };

/** All customer organisations, with how many deals and people each has. */
export function AccountsPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const names = useLiveQuery(() => readNames(db), []);
  const contacts = useLiveQuery(() => readContacts(db), []) ?? [];
  const deleter = useDeleter();
  const { today } = useWorkTime();
  const care = useLiveQuery(() => readCare(db, today), [today]);
  const { q = '', sort = '' } = route.params;
  const careOf = (id: string): Care => care?.get(id) ?? NO_CARE;
  const byCare = (a: Account, b: Account): number => (sort === 'care' ? compareCare(careOf(a.id), careOf(b.id)) : 0);
  const shown = names ? [...names.accounts.values()].filter((a) => fits(a.name, q)).sort((a, b) => byCare(a, b) || a.name.localeCompare(b.name)) : null;
  const dealsOf = (id: string): number => [...(names?.deals.values() ?? [])].filter((d) => d.accountId === id).length;
  return (
    <ListFrame route={route} title={t('nav.accounts')} count={shown?.length ?? null} deleter={deleter} filters={<Select label={t('care.order')} hideLabel value={sort} onChange={(e) => { setParam(route, 'sort', e.target.value); }}><option value="">{t('care.byName')}</option><option value="care">{t('care.byCare')}</option></Select>}>
      {names?.accounts.size === 0 ? <p>{t('accounts.empty')} <a href={hrefOf('deals')}>{t('deals.make')}</a></p> : null}
      {shown && shown.length > 0 ? (
        <table className="library-table">
          <thead><tr><th>{t('accounts.name')}</th><th>{t('accounts.relationship')}</th><th>{t('care.title')}</th><th>{t('accounts.deals')}</th><th>{t('accounts.contacts')}</th><th><span className="visually-hidden">{t('delete')}</span></th></tr></thead>
          <tbody>
            {shown.map((account) => {
              const name = showSafely(account.name);
              return (
                <tr key={account.id}>
                  <td><a href={hrefOf('account', account.id)}>{name}</a></td>
                  <td data-label={t('accounts.relationship')}>{t(`accounts.relationships.${account.relationship}`)}</td>
                  <td data-label={t('care.title')}><CareSummary care={careOf(account.id)} /></td>
                  <td className="number" data-label={t('accounts.deals')}><a href={hrefOf('deals', '', { account: account.id })}>{dealsOf(account.id)}</a></td>
                  <td className="number" data-label={t('accounts.contacts')}>{contacts.filter((c) => c.accountId === account.id).length}</td>
                  <td className="row-act"><Button look="icon" aria-label={t('deleteOf', { title: name })} title={t('delete')} onClick={() => { void deleter.remove('account', account.id, account.name); }}><Trash2 size={15} aria-hidden /></Button></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
    </ListFrame>
  );
}
