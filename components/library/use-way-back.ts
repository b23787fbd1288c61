/** Going back leads to where one was on a page, and to the link that led away, not to the page's top. */
import { useEffect } from 'react';

/** Where one was; of several links to one place, which (`nth`). `href` is '' where no link led away. */
interface Spot { y: number; href: string; nth: number }

/** By entry of the browser's history, as long as the page is open. */
const spots = new Map<string, Spot>();
let made = 0;

/** The name of the entry one is at, which is kept in it; '' for one that is new. */
function entry(): string {
  const state = history.state as { spot?: unknown } | null;
  return typeof state?.spot === 'string' && spots.has(state.spot) ? state.spot : '';
}

function nameEntry(): void {
  made += 1;
  const spot = `${String(made)}-${String(performance.timeOrigin)}`;
  spots.set(spot, { y: 0, href: '', nth: 0 });
  history.replaceState({ spot }, '');
}

function linksTo(href: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('main a[href]')].filter((link) => link.getAttribute('href') === href);
}

/** Lists are read from the disk, and long ones put only rows near what is seen into the document: so many frames are waited for them. */
const FRAMES = 180;
/** An address that names a line or a passage leads there by itself. */
const LEADS = /[?&](?:line|find)=/u;

/** Remembers where one is on each page, and leads back there. For the whole of the library, once. */
export function useWayBack(): void {
  useEffect(() => {
    let frame = 0;
    let leading = false;
    const stop = (): void => { cancelAnimationFrame(frame); leading = false; };
    const lead = ({ y, href, nth }: Spot, left: number): void => {
      const there = document.documentElement.scrollHeight - innerHeight >= y;
      if (there || left === 0) scrollTo({ top: y, behavior: 'instant' });
      const link = there && href !== '' ? linksTo(href)[nth] : undefined;
      // Rows above that are measured only now may have moved it.
      link?.focus({ preventScroll: true });
      link?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      if (left === 0 || (there && (href === '' || link))) { stop(); return; }
      frame = requestAnimationFrame(() => { lead({ y, href, nth }, left - 1); });
    };
    const onEntry = (): void => {
      stop();
      const spot = spots.get(entry());
      if (!spot) nameEntry();
      else if (!LEADS.test(location.hash)) {
        leading = true;
        // After the page has been drawn for the address.
        const to = { ...spot };
        frame = requestAnimationFrame(() => { lead(to, FRAMES); });
      }
    };
    // The browser's own scrolling on the way is nobody's.
    const onScroll = (): void => { const spot = spots.get(entry()); if (spot && !leading) spot.y = scrollY; };
    const onClick = (event: MouseEvent): void => {
      const spot = spots.get(entry());
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[href]') : null;
      if (!spot || !link) return;
      const href = link.closest('main') ? (link.getAttribute('href') ?? '') : '';
      Object.assign(spot, { href, nth: Math.max(0, linksTo(href).indexOf(link)) });
    };
    if (entry() === '') nameEntry();
    addEventListener('popstate', onEntry);
    addEventListener('scroll', onScroll, { passive: true });
    addEventListener('click', onClick, true);
    // Whoever takes over goes on from here.
    const own = ['wheel', 'keydown', 'pointerdown'] as const;
    for (const name of own) addEventListener(name, stop, { passive: true });
    return () => {
      stop();
      removeEventListener('popstate', onEntry);
      removeEventListener('scroll', onScroll);
      removeEventListener('click', onClick, true);
      for (const name of own) removeEventListener(name, stop);
    };
  }, []);
}
