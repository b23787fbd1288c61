import { useCallback } from 'react';
import { usePanelStore } from '../app/panel-store';
import { useTakeBack } from './use-take-back';

/** "Undo last change" of the panel: the last thing that was done in it. When nothing is put back, it says why. */
export function useUndo(meetingId: string): () => void {
  const takeBack = useTakeBack();
  const tell = usePanelStore((s) => s.tell);
  return useCallback(() => {
    void takeBack(meetingId).then((fate) => {
      if (fate === 'none') tell('nothingToUndo');
      else if (fate === 'late') tell('undoLate');
    });
  }, [takeBack, tell, meetingId]);
}
