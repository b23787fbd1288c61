import { useCallback } from 'react';
import { useSaver } from '../hooks/use-saver';
import type { Done } from '../undo/use-done';

/**
 * Writes a step of a follow-up, then closes its form and says what was done. `write` resolves to the row, null when nothing was
 * written. The step is named by its instant: another window may have taken one of the same row since.
 */
export function useKeeper(done: Done): (text: string, write: (at: number) => Promise<string | null>, close?: () => void) => void {
  const save = useSaver();
  const { say } = done;
  return useCallback((text, write, close) => {
    let written = 0;
    void save((at) => { written = at; return write(at); }).then((holds) => {
      if (holds === null) return;
      close?.();
      say({ text, meetingId: '', holds, at: written });
    });
  }, [save, say]);
}
