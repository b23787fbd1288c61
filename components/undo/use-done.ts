import { useCallback, useState } from 'react';
import { useTakeBack } from './use-take-back';

/**
 * What was done, in words. `holds` is the row that the undo step must hold, and `at` when it was done: another window may have taken a
 * step of the same row since. Null where nothing can be taken back. `stays`: what was pressed is still there and keeps the keyboard.
 */
export type Said = ({ text: string; meetingId: string; holds: string; at: number } | { text: string; holds: null }) & { stays?: boolean };

export interface Done {
  said: Said | 'late' | 'undone' | null;
  say: (said: Said) => void;
  undo: () => void;
}

/** What was done last in a list or a form, and the way back: exactly that step, or none if the row was changed again since. */
export function useDone(): Done {
  const takeBack = useTakeBack();
  const [said, setSaid] = useState<Done['said']>(null);
  const say = useCallback((what: Said): void => { setSaid(what); }, []);
  const undo = (): void => {
    if (said === null || typeof said === 'string' || said.holds === null) return;
    const { meetingId, holds, at } = said;
    void takeBack(meetingId, { holds, at }).then((fate) => { if (fate !== 'failed') setSaid(fate === 'undone' ? 'undone' : 'late'); });
  };
  return { said, say, undo };
}
