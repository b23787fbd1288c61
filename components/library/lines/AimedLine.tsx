import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Whereabouts } from '@/utils/db/library/read-whereabouts';
import { readWhereabouts } from '@/utils/db/library/read-whereabouts';
import { showSafely } from '@/utils/text/normalize';
import type { Route } from '../route';
import { hrefOf } from '../route';
import { bringIntoView } from './bring-into-view';
import { AimContext } from './use-aim';

/** Pages that list lines. */
const LISTING = ['meeting', 'deal', 'unfiled'];

/** Leads to the line that the address names, on the page below; where the page does not list it, says where it is by now. */
export function AimedLine({ route, children }: { route: Route | null; children: ReactNode }) {
  const line = route && LISTING.includes(route.page) ? (route.params.line ?? '') : '';
  const place = `${route?.page ?? ''}/${route?.id ?? ''}?${line}`;
  const asked = useAskedAgain(line);
  const [reached, setReached] = useState('');
  const stop = useRef<() => void>(undefined);
  const done = useRef('');
  const where = useLiveQuery(async () => (line === '' ? null : { line, is: await readWhereabouts(db, line) }), [line]) ?? null;
  const is = where?.line === line ? where.is : null;
  const topic = is !== null && typeof is !== 'string' ? is.topic : null;
  const reach = useCallback((row: HTMLElement): void => {
    const now = `${place}#${String(asked)}`;
    // Once: what happens to the row later is the reader's own doing.
    if (done.current === now) return;
    done.current = now;
    setReached(place);
    stop.current?.();
    stop.current = bringIntoView(row);
  }, [place, asked]);
  // Gone elsewhere: coming back leads to the line again.
  useEffect(() => () => {
    stop.current?.();
    done.current = '';
    setReached('');
  }, [place]);
  const aim = useMemo(() => ({ line, topic, reach, asked }), [line, topic, reach, asked]);
  return (
    <AimContext value={aim}>
      {is === null || reached === place || !route || listedOn(is, route) ? null : <Elsewhere is={is} line={line} />}
      {children}
    </AimContext>
  );
}

function listedOn(is: Whereabouts | 'binned' | 'gone', { page, id }: Route): boolean {
  return typeof is !== 'string' && is.pages.some((one) => one.page === page && one.id === id);
}

/** How often the line was asked for: a link to where one is already changes no address. */
function useAskedAgain(line: string): number {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (line === '') return;
    const onClick = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (link?.getAttribute('href') === location.hash) setAsked((count) => count + 1);
    };
    document.addEventListener('click', onClick);
    return () => { document.removeEventListener('click', onClick); };
  }, [line]);
  return asked;
}

/** Deleted, off the record or moved since: said in place of the line. */
function Elsewhere({ is, line }: { is: Whereabouts | 'binned' | 'gone'; line: string }) {
  const t = useTranslations('library');
  if (is === 'gone') return <p role="status" className="banner owned">{t('aimed.gone')}</p>;
  if (is === 'binned') return <p role="status" className="banner owned">{t('aimed.binned')} <a href={hrefOf('bin')}>{t('toBin')}</a></p>;
  const [page] = is.pages;
  if (!page) return null;
  return <p role="status" className="banner owned">{t('aimed.elsewhere')} <a href={hrefOf(page.page, page.id, { line })}>{page.page === 'unfiled' ? t('unfiledLines.title') : showSafely(is.name || t('untitled'))}</a></p>;
}
