import { Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useMenuPlaces } from '../hooks/use-menu-items';
import { Failure } from '../app/Failure';
import { usePanelStore } from '../app/panel-store';
import { Button } from '../ui/Button';
import { CareLines } from './CareLines';
import { AimedLine } from './lines/AimedLine';
import { LIST_OF, NAVIGATION, PAGES } from './pages';
import { hrefOf, useRoute } from './route';
import { useWayBack } from './use-way-back';
import '../review/review.css';
import '../app/app.css';
import './library.css';

/** Pages of one record. */
const SINGLE = ['unfiled', 'deal', 'checklist', 'packet', 'meeting', 'account', 'clip', 'reply'] as const;

/** How the state of a page's view begins. What is wrong with the disk is remembered: the browser says it only once. */
const FRESH = { tab: 'checklist', filter: 'all', focusedItem: null, openItem: null, presetState: null, savedAt: null, failure: null, told: null } as const;

/** The library: navigation at the side, one page beside it. */
export function LibraryApp() {
  const t = useTranslations('library');
  const tc = useTranslations('common');
  const tr = useTranslations('trouble');
  useMenuPlaces();
  useWayBack();
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const place = route ? `${route.page}/${route.id}` : '';
  const before = useRef(place);
  // After going somewhere, a screen reader starts there and not in the navigation.
  useEffect(() => {
    if (before.current !== place) main.current?.focus();
    before.current = place;
  }, [place]);
  // What was filtered, saved or refused on a page says nothing about the next; before that one opens what its address names.
  useLayoutEffect(() => () => { usePanelStore.setState(FRESH); }, [place]);
  const listed = NAVIGATION.find((name) => name === route?.page);
  const within = route ? LIST_OF[route.page] : undefined;
  const single = SINGLE.find((name) => name === route?.page);
  // By kind, never by name: the browser keeps titles in its history, and whoever sees a shared screen sees the tabs.
  useEffect(() => { document.title = `${listed ? t(`nav.${listed}`) : single ? t(`one.${single}`) : t('title')} · Baton`; }, [t, listed, single]);
  const Page = route ? PAGES[route.page] : undefined;
  return (
    <div className="library">
      <button type="button" className="button skip-link" onClick={() => { main.current?.focus(); }}>{t('skip')}</button>
      <nav className="library-nav" aria-label={t('nav.label')}>
        <p className="library-brand">Baton</p>
        <ul>
          {NAVIGATION.filter((name) => PAGES[name]).map((name) => (
            <li key={name}><a href={hrefOf(name)} aria-current={route?.page === name ? 'page' : within === name ? 'true' : undefined}>{t(`nav.${name}`)}</a></li>
          ))}
        </ul>
      </nav>
      <main className="library-main" ref={main} tabIndex={-1}>
        <CareLines />
        <Suspense fallback={<p className="soft" role="status">{tc('loading')}</p>}>
          <AimedLine route={route}>{route && Page ? <Page key={place} route={route} /> : <p>{t('notFound')}</p>}</AimedLine>
        </Suspense>
        {/* Seen wherever the page is scrolled to. */}
        <div className="library-failure">
          <Failure say={(reason) => t('failed', { reason })}><div className="row end"><Button look="quiet" onClick={() => { usePanelStore.setState({ failure: null }); main.current?.focus({ preventScroll: true }); }}>{tr('dismiss')}</Button></div></Failure>
        </div>
      </main>
    </div>
  );
}
