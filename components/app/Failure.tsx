import type { ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { usePanelStore } from './panel-store';

// Needed when a write failed only.
const Rescue = lazy(async () => ({ default: (await import('../trouble/Rescue')).Rescue }));

/** A write that failed: why, what is kept and what to do; with a backup when the database itself is in trouble. `say` has other words for it. */
export function Failure({ say, children }: { say?: (reason: string) => string; children?: ReactNode }) {
  const t = useTranslations('call');
  const failure = usePanelStore((s) => s.failure);
  const trouble = usePanelStore((s) => s.trouble);
  if (!failure) return null;
  return (
    <div className="banner unowned failure">
      <p role="alert">{say ? say(failure) : t('saveFailed', { reason: failure })}</p>
      {trouble ? <div className="row"><Suspense><Rescue /></Suspense></div> : null}
      {children}
    </div>
  );
}
