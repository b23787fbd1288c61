import { useCallback } from 'react';
import { useSaver } from '../hooks/use-saver';
import type { Done } from './use-done';

/** What was done, in words, and the row that its undo step holds; `meetingId` is whose step it is, '' for none. `stays`: what was pressed keeps the keyboard. */
export interface Kept { text: string; holds: string; meetingId?: string; stays?: boolean }

/**
 * Takes a step, then closes its form and says what was done. `write` resolves to null when nothing was written. The step is named by
 * its instant: another window may have taken one of the same row since.
 */
export function useKeeper({ say }: Pick<Done, 'say'>): (write: (at: number) => Promise<Kept | null>, close?: () => void) => void {
  const save = useSaver();
  return useCallback((write, close) => {
    let at = 0;
    void save((now) => { at = now; return write(now); }).then((kept) => {
      if (kept === null) return;
      close?.();
      say({ meetingId: '', ...kept, at });
    });
  }, [save, say]);
}
