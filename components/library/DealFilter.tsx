import type { ReactNode } from 'react';
import type { Names } from '@/utils/db/library/read-lists';
import { showSafely } from '@/utils/text/normalize';
import { Select } from '../ui/Field';
import { setParam } from './ListFrame';
import type { Route } from './route';

/** A deal as lists name it, with whose it is: several customers may have one of the same name. '' for none. */
export function nameOfDeal(dealId: string, names: Names | null): string {
  const deal = names?.deals.get(dealId);
  return deal ? `${showSafely(names?.accounts.get(deal.accountId)?.name ?? '')} · ${showSafely(deal.name)}` : '';
}

interface Props {
  route: Route;
  label: string;
  /** What the choice of no deal is called. */
  all: string;
  /** The deals to choose from; the one that is chosen is among them in any case. */
  ids: Iterable<string>;
  names: Names | null;
  /** Further choices, before the deals. */
  children?: ReactNode;
}

/** Narrows a list to one deal, in the order of their names. */
export function DealFilter({ route, label, all, ids, names, children }: Props) {
  const { deal = '' } = route.params;
  const deals = [...new Set([...ids, deal])].map((id) => ({ id, name: nameOfDeal(id, names) })).filter(({ name }) => name !== '').sort((a, b) => a.name.localeCompare(b.name));
  return (
    <Select label={label} hideLabel value={deal} onChange={(e) => { setParam(route, 'deal', e.target.value); }}>
      <option value="">{all}</option>
      {children}
      {deals.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
    </Select>
  );
}
