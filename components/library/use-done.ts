import { useCallback, useState } from 'react';
import type { Undone } from '@/utils/db/undo/change';
import { undoNewest } from '@/utils/db/undo/change';
import { db } from '@/utils/db/database';
import { useSaver } from '../hooks/use-saver';

/** What was done, in words; `holds` is the row that the undo step must hold, null where nothing can be taken back. */
export interface Said { text: string; meetingId: string; holds: string | null }

export interface Done {
  said: Said | 'late' | 'undone' | null;
  say: (said: Said) => void;
  undo: () => void;
}

/** What was done last in a list or a form, and the way back: exactly that step, or none if the row was changed again since. */
export function useDone(): Done {
  const save = useSaver();
  const [said, setSaid] = useState<Done['said']>(null);
  const say = useCallback((what: Said): void => { setSaid(what); }, []);
  const undo = (): void => {
    if (said === null || typeof said === 'string' || said.holds === null) return;
    const { meetingId, holds } = said;
    let late = false;
    const back = async (): Promise<Undone | null> => {
      const undone = await undoNewest(db, meetingId, { holds });
      late = undone?.late !== false;
      return late ? null : undone;
    };
    void save(back).then((done) => { if (done || late) setSaid(late ? 'late' : 'undone'); });
  };
  return { said, say, undo };
}
