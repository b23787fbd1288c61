import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { showSafely } from '@/utils/text/normalize';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import type { Route } from './route';
import { goTo, hrefOf } from './route';
import type { Deleter } from './use-deleter';

interface Props {
  route: Route;
  title: string;
  /** How many are shown; null while loading. */
  count: number | null;
  /** Further filters, beside the text. */
  filters?: ReactNode;
  /** Without a field for text: lists too long to be searched here. */
  noText?: boolean;
  deleter?: Deleter;
  children: ReactNode;
}

/** Changes one filter; it lives in the address, one that is typed as soon as that is done. */
export function setParam(route: Route, name: string, value: string, how: 'filter' | 'typing' = 'filter'): void {
  goTo(hrefOf(route.page, route.id, { ...route.params, [name]: value }), how);
}

/** A list's heading, its filters, and what was just deleted. `/` goes to the filter. */
export function ListFrame({ route, title, count, filters, noText = false, deleter, children }: Props) {
  const t = useTranslations('library');
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      const field = frame.current?.querySelector<HTMLElement>('.list-filters input, .list-filters select');
      if (field) { field.focus(); event.preventDefault(); }
    };
    document.addEventListener('keydown', onKey);
    return () => { document.removeEventListener('keydown', onKey); };
  }, []);
  const filtered = Object.values(route.params).some((value) => value !== '');
  return (
    <div className="stack" ref={frame}>
      <div className="row">
        <h1 className="grow">{title}</h1>
        <span className="soft" role="status">{count === null ? '' : t('count', { count })}</span>
      </div>
      <div className="list-filters row" role="search" aria-label={t('filter')} title={t('filterHint')}>
        {noText ? null : <TextField label={t('filter')} hideLabel placeholder={t('filter')} type="search" value={route.params.q ?? ''} onChange={(e) => { setParam(route, 'q', e.target.value, 'typing'); }} />}
        {filters}
        {filtered && count !== 0 ? <a href={hrefOf(route.page, route.id)}>{t('clear')}</a> : null}
      </div>
      {deleter ? <DeletedLine deleter={deleter} /> : null}
      {count === 0 && filtered ? <p>{t('nothing')} <a href={hrefOf(route.page, route.id)}>{t('clear')}</a></p> : null}
      {children}
    </div>
  );
}

/** Says that a list ends before its rows do: never silently. */
export function CutShort({ of, shown }: { of: number; shown: number }) {
  const t = useTranslations('library');
  return of > shown ? <p className="soft">{t('cutShort', { shown })}</p> : null;
}

/** "Deleted X. Undo", or why not: seen wherever the list is scrolled to, with the keyboard, for the button that was pressed goes with its row. */
export function DeletedLine({ deleter }: { deleter: Deleter }) {
  const t = useTranslations('library');
  const line = useRef<HTMLDivElement>(null);
  const { said } = deleter;
  useEffect(() => {
    if (said?.kind === 'deleted' || said?.kind === 'restored') (line.current?.querySelector('button') ?? line.current)?.focus({ preventScroll: true });
  }, [said]);
  return (
    <div role="status" ref={line} tabIndex={-1} className="done-line sticky above">
      {said?.kind === 'refused' ? <p className="field-error">{t('refused')}</p> : null}
      {said?.kind === 'restored' ? <p className="soft">{t('restored')}</p> : null}
      {said?.kind === 'deleted' ? (
        <p className="banner owned row"><span className="grow">{t('deleted', { title: showSafely(said.title) })}</span><Button onClick={deleter.undo}>{t('undo')}</Button></p>
      ) : null}
    </div>
  );
}
