import { useCallback } from 'react';
import { db } from '@/utils/db/database';
import type { UndoOnly } from '@/utils/db/undo/change';
import { undoNewest } from '@/utils/db/undo/change';
import { useSaver } from '../hooks/use-saver';

/** `late`: it was changed again since, and nothing was put back. `none`: there was nothing to undo. `failed`: it could not be written, which is said already. */
export type TakenBack = 'undone' | 'late' | 'none' | 'failed';

/**
 * Undoes a step of a place and says what became of it. A step that is named by the row it holds and is not there any more
 * was taken back elsewhere or was too long ago: late as well.
 */
export function useTakeBack(): (meetingId: string, only?: UndoOnly) => Promise<TakenBack> {
  const save = useSaver();
  return useCallback(async (meetingId, only = {}): Promise<TakenBack> => {
    let fate: TakenBack = 'failed';
    await save(async () => {
      const undone = await undoNewest(db, meetingId, only);
      fate = undone?.late === false ? 'undone' : undone || only.holds !== undefined ? 'late' : 'none';
      return fate === 'undone';
    });
    return fate;
  }, [save]);
}
