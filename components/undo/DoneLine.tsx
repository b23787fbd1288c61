import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button';
import type { Done } from './use-done';

/**
 * Says what was just done and takes it back. Below a list (`sticky`) it is seen wherever the list is scrolled to, and
 * has the keyboard: the button that was pressed goes with its line. `children`: the way to what was made, beside the way back.
 */
export function DoneLine({ done, sticky = false, children }: { done: Done; sticky?: boolean; children?: ReactNode }) {
  const t = useTranslations();
  const line = useRef<HTMLDivElement>(null);
  const { said } = done;
  useEffect(() => {
    if (said === null || (typeof said !== 'string' && (!sticky || said.stays))) return;
    // Taken back by a key, from where the keyboard still is.
    if (typeof said === 'string' && document.activeElement !== document.body) return;
    (line.current?.querySelector('button') ?? line.current)?.focus({ preventScroll: true });
  }, [said, sticky]);
  const text = said === null ? '' : said === 'late' ? t('library.undoLate') : said === 'undone' ? t('call.undone') : said.text;
  return (
    <div role="status" ref={line} tabIndex={-1} className={`done-line ${sticky ? 'sticky' : ''}`}>
      {said === null ? null : (
        <p className="banner owned row">
          <span className="grow">{text}</span>
          {typeof said === 'string' ? null : children}
          {typeof said === 'string' || said.holds === null ? null : <Button onClick={done.undo}>{t('library.undo')}</Button>}
        </p>
      )}
    </div>
  );
}
