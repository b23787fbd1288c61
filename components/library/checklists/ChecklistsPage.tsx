import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CATALOGUE } from '@/utils/checklist/catalogue';
import type { Bilingual } from '@/utils/checklist/checklist';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { pinKey } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { usesOf } from '@/utils/db/undo/with-lists';
import { compareKey, showSafely } from '@/utils/text/normalize';
import { useDayText } from '../../hooks/use-day-text';
import { useOpenDrafts } from '../../hooks/use-form-draft';
import { usePreferences } from '../../hooks/use-preferences';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { DoneLine } from '../../undo/DoneLine';
import type { Done } from '../../undo/use-done';
import { useDone } from '../../undo/use-done';
import { ListFrame } from '../ListFrame';
import type { Route } from '../route';
import { hrefOf } from '../route';
import { MakeForm, WayToMade } from './NameForms';
import { OneChecklist } from './OneChecklist';
import { ProposalsSection } from './proposals/ProposalsSection';
import { TakeIn } from './TakeIn';
import { useOwnLists } from './use-lists';
import './checklists.css';

/** A team's own checklists and those that Baton ships; with an id, one of them. */
export function ChecklistsPage({ route }: { route: Route }) {
  return route.id === '' ? <Lists route={route} /> : <OneChecklist id={route.id} />;
}

function Lists({ route }: { route: Route }) {
  const t = useTranslations('checklists');
  const done = useDone();
  const rows = useOwnLists();
  const uses = useLiveQuery(() => usesOf(db), []);
  const { q = '' } = route.params;
  const fits = ({ ko, en }: Bilingual, code: string): boolean => compareKey(`${ko} ${en} ${code}`).includes(compareKey(q));
  const own = rows ? inOrder(rows).filter(({ list }) => fits(list.name, list.code)) : null;
  const shipped = CATALOGUE.filter(({ name, code }) => fits(name, code));
  const usesOfKey = (key: string): number => uses?.get(key) ?? 0;
  return (
    <div className="checklists">
      <ListFrame route={route} title={t('title')} count={own ? own.length + shipped.length : null}>
        <p className="soft">{t('lead')}</p>
        <section className="stack tight" aria-labelledby="checklists-own">
          <h2 id="checklists-own">{t('own')}</h2>
          {rows?.length === 0 ? <p>{t('empty')}</p> : null}
          {own && own.length > 0 ? <OwnTable rows={own} usesOfKey={usesOfKey} /> : null}
        </section>
        <ProposalsSection rows={rows ?? []} done={done} />
        <section className="stack tight" aria-labelledby="checklists-shipped">
          <h2 id="checklists-shipped">{t('shipped')}</h2>
          <p className="soft">{t('shippedLead')}</p>
          <ul className="review-list">
            {shipped.map((entry) => <Shipped key={entry.id} entry={entry} uses={usesOfKey(pinKey(entry))} done={done} />)}
          </ul>
        </section>
        <TakeIn rows={rows ?? []} done={done} />
        <DoneLine done={done} sticky>{isMade(done, rows ?? []) ? <WayToMade done={done} from="" /> : null}</DoneLine>
      </ListFrame>
    </div>
  );
}

/** It was a version that was made or written to; a decision on a proposal is no page. */
function isMade({ said }: Done, rows: readonly OwnChecklist[]): boolean {
  return said !== null && typeof said !== 'string' && rows.some(({ id }) => id === said.holds);
}

/** The checklist that was changed last comes first, each with its newest version first. */
function inOrder(rows: readonly OwnChecklist[]): OwnChecklist[] {
  const last = new Map<string, number>();
  for (const { list, updatedAt } of rows) last.set(list.id, Math.max(updatedAt, last.get(list.id) ?? 0));
  const of = (row: OwnChecklist): number => last.get(row.list.id) ?? 0;
  return [...rows].sort((a, b) => of(b) - of(a) || (a.list.id < b.list.id ? -1 : a.list.id > b.list.id ? 1 : 0) || b.list.version - a.list.version);
}

function OwnTable({ rows, usesOfKey }: { rows: readonly OwnChecklist[]; usesOfKey: (key: string) => number }) {
  const t = useTranslations('checklists');
  const day = useDayText();
  const { language } = usePreferences();
  return (
    <table className="library-table">
      <thead><tr><th>{t('name')}</th><th>{t('state')}</th><th>{t('agreed')}</th><th>{t('items')}</th><th>{t('uses')}</th></tr></thead>
      <tbody>
        {rows.map(({ id, list }) => (
          <tr key={id}>
            <td><a href={hrefOf('checklists', id)}>{showSafely(list.name[language])}</a> <span className="unbroken soft">{showSafely(list.code)} · {t('version', { version: list.version })}</span></td>
            <td data-label={t('state')}><span className={`tag ${list.status === 'agreed' ? 'secured' : list.status === 'draft' ? 'owned' : ''}`}>{t(`states.${list.status}`)}</span></td>
            <td className="agreed-by" data-label={t('agreed')}>{list.agreement === null ? <span className="soft">{t('notAgreed')}</span> : t('by', { name: showSafely(list.agreement.delivery.name), date: day(list.agreement.delivery.at) })}</td>
            <td className="number" data-label={t('items')}>{list.items.length}</td>
            <td className="number" data-label={t('uses')}>{usesOfKey(id)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ShippedProps { entry: (typeof CATALOGUE)[number]; uses: number; done: Done }

function Shipped({ entry, uses, done }: ShippedProps) {
  const t = useTranslations('checklists');
  const { language } = usePreferences();
  const drafts = useOpenDrafts();
  const [open, setOpen] = useState<'no' | 'open' | 'was'>('no');
  const name = entry.name[language];
  return (
    <li className="review-item">
      <div className="row title-row">
        <div className="grow">
          <p><a href={hrefOf('checklists', pinKey(entry))}>{name}</a> <span className="unbroken soft">{entry.code} · {t('version', { version: entry.version })}</span></p>
          <p className="soft">{t('shippedState')} · {t('itemCount', { count: entry.items })} · {t('useCount', { count: uses })}</p>
        </div>
        {open === 'open' ? null : <Button autoFocus={open === 'was'} aria-label={t('makeOf', { name })} onClick={() => { setOpen('open'); }}>{t('make')}</Button>}
        {open !== 'open' && drafts.has(draftKey('form:checklist', 'new', pinKey(entry))) ? <Begun /> : null}
      </div>
      {open === 'open' ? <MakeForm from={entry} done={done} onClose={() => { setOpen('was'); }} /> : null}
    </li>
  );
}
