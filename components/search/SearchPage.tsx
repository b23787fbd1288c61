import type { KeyboardEvent } from 'react';
import { memo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SEARCH_TABLES } from '@/utils/search/tables';
import type { Shown } from '@/utils/services/search/ask-index';
import { goTo, hrefOf } from '../library/route';
import type { Route } from '../library/route';
import { Button } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
import { ResultRow } from './ResultRow';
import { useSearch } from './use-search';
import './search.css';

/** Results shown at first, and with each "more". */
const STEP = 50;

function Examples({ onTry }: { onTry: (query: string) => void }) {
  const t = useTranslations('search.empty');
  return (
    <div className="search-empty">
      <p>{t('lead')}</p>
      <p className="soft">{t('try')}</p>
      <ul>
        {(['words', 'initials', 'part'] as const).map((name) => (
          <li key={name}><Button onClick={() => { onTry(t(name)); }}>{t(name)}</Button> <span className="soft">{t(`${name}Why`)}</span></li>
        ))}
      </ul>
    </div>
  );
}

/** The results as they were read; the next key in the field does not draw them again. */
const Results = memo(function Results({ rows, words }: Pick<Shown, 'rows' | 'words'>) {
  return rows.map((row) => <li key={row.key}><ResultRow row={row} words={words} /></li>);
});

/** Search over everything that was kept: one field, results under it, all from the keyboard. */
export function SearchPage({ route }: { route: Route }) {
  const t = useTranslations('search');
  const query = route.params.q ?? '';
  const kind = SEARCH_TABLES.find((name) => name === route.params.kind) ?? '';
  const [more, setMore] = useState({ of: '', shown: STEP });
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const place = `${kind}/${query}`;
  const limit = more.of === place ? more.shown : STEP;
  const { shown, preparing, progress, failed, ask: askIndex } = useSearch({ query, kind, limit });
  const ask = (q: string, of: string = kind, how: 'filter' | 'typing' = 'filter'): void => { goTo(hrefOf('search', '', { q, kind: of }), how); };
  const move = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : null;
    if (event.key === 'Escape' && at >= 0) field.current?.focus();
    else if (to === -1 && at === 0) field.current?.focus();
    else if (to !== null && links[to]) links[to].focus();
    else return;
    event.preventDefault();
  };
  const asked = query.trim() !== '';
  const count = shown?.count ?? 0;
  // The answer to an empty field is none to the first letter.
  const answered = asked && shown !== null && shown.query.trim() !== '';
  return (
    // The keys are a shortcut through the links below, which work without them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="search" onKeyDown={(event) => { if (!(event.target instanceof HTMLSelectElement)) move(event); }}>
      <h1>{t('title')}</h1>
      <div className="search-form" role="search">
        <TextField type="search" role="searchbox" label={t('label')} help={t('keys')} value={query} ref={field} maxLength={400}
          onChange={({ target }) => { askIndex({ query: target.value, kind, limit: STEP }); ask(target.value, kind, 'typing'); }} />
        <Select label={t('kind')} value={kind} onChange={(event) => { ask(query, event.target.value); }}>
          <option value="">{t('all')}</option>
          {SEARCH_TABLES.map((name) => <option key={name} value={name}>{t(`kinds.${name}`)}</option>)}
        </Select>
      </div>
      <p role="status" className="search-count soft">{answered ? t('count', { count }) : ''}</p>
      {failed ? <p role="alert">{t('failed')}</p> : null}
      {preparing && !failed ? <p><label>{t('preparing')} <progress value={progress} /></label></p> : null}
      {asked ? null : <Examples onTry={(q) => { ask(q); field.current?.focus(); }} />}
      {answered && count === 0 ? <p>{t('nothing')}</p> : null}
      <ol className="search-results" ref={list} aria-label={t('results')} hidden={count === 0}>
        {shown && count > 0 ? <Results rows={shown.rows} words={shown.words} /> : null}
      </ol>
      {count > limit ? (
        <Button onClick={() => { setMore({ of: place, shown: limit + STEP }); }}>{t('more', { count: Math.min(STEP, count - limit) })}</Button>
      ) : null}
    </div>
  );
}
