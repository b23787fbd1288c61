import { useCallback } from 'react';
import type { Undone } from '@/utils/db/undo/change';
import { undoNewest } from '@/utils/db/undo/change';
import { db } from '@/utils/db/database';
import { useSaver } from '../hooks/use-saver';
import { usePanelStore } from './panel-store';

/** "Undo last change" of the panel: the last thing that was done in it. When nothing is put back, it says why. */
export function useUndo(meetingId: string): () => void {
  const save = useSaver();
  const tell = usePanelStore((s) => s.tell);
  return useCallback(() => {
    let undone: Undone | null | undefined;
    const undo = async (): Promise<Undone | null> => {
      undone = await undoNewest(db, meetingId);
      return undone?.late ? null : undone;
    };
    void save(undo).then(() => {
      if (undone === null) tell('nothingToUndo');
      else if (undone?.late) tell('undoLate');
    });
  }, [save, tell, meetingId]);
}
