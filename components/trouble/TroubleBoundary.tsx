import type { ReactNode } from 'react';
import { Component, lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Trouble } from '@/utils/db/trouble';
import { openOrTrouble, troubleOf, watchTrouble } from '@/utils/db/trouble';

// Needed when something is wrong only: pages open faster without it, and without waiting for the database.
const TroubleScreen = lazy(async () => ({ default: (await import('./TroubleScreen')).TroubleScreen }));

/** What a query threw while a screen was drawn ends here instead of in an empty window. */
class Catcher extends Component<{ children: ReactNode; onRetry: () => void }, { error: unknown; caught: boolean }> {
  override state = { error: null, caught: false };

  static getDerivedStateFromError(error: unknown): { error: unknown; caught: boolean } {
    return { error, caught: true };
  }

  override render(): ReactNode {
    const { error, caught } = this.state as { error: unknown; caught: boolean };
    if (!caught) return this.props.children;
    return <Suspense><TroubleScreen trouble={troubleOf(error) ?? 'unknown'} detail={error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : ''} onRetry={this.props.onRetry} /></Suspense>;
  }
}

/** A browser that may not write into its profile tries to open the database for 18 seconds and more; its other store says so at once. */
const ASK_AFTER_MS = 1_500;

/** What the other store refuses with is certain, however slow the machine. */
async function isReadOnly(): Promise<boolean> {
  return (await (await import('./TroubleScreen')).clearTrouble('unknown')) === 'readonly';
}

/** Opens the database before the app is shown, and stands in for the app when that, or a later read, fails. */
export function TroubleBoundary({ children }: { children: ReactNode }) {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => { setAttempt((n) => n + 1); }, []);
  useEffect(() => {
    let alive = true;
    let stop = (): void => undefined;
    const asking = setTimeout(() => { void isReadOnly().then((refused) => { if (alive && refused) setTrouble((now) => now ?? 'readonly'); }); }, ASK_AFTER_MS);
    void import('@/utils/db/database').then(async ({ db }) => {
      if (!alive) return;
      stop = watchTrouble(db, (seen) => { if (alive) setTrouble(seen); });
      const found = await openOrTrouble(db);
      clearTimeout(asking);
      if (alive) setTrouble(found);
    });
    return () => { alive = false; clearTimeout(asking); stop(); };
  }, [attempt]);
  // The newer version may be waiting for this window's typing to be saved: it says so and leaves the screen up.
  if (trouble && trouble !== 'outdated') return <Suspense><TroubleScreen trouble={trouble} onRetry={retry} /></Suspense>;
  return (
    <>
      {trouble ? <Outdated /> : null}
      <Catcher key={attempt} onRetry={retry}>{children}</Catcher>
    </>
  );
}

function Outdated() {
  const t = useTranslations('trouble');
  return (
    <div className="trouble-line row" role="alert">
      <p className="grow">{t('text.outdated')}</p>
      {/* Not the shared button: every page loads this before it shows anything. */}
      <button type="button" className="button" onClick={() => { location.reload(); }}>{t('reload')}</button>
    </div>
  );
}
