import { useCallback, useEffect, useRef, useState } from 'react';
import { db } from '@/utils/db/database';
import { readDraft, saveDraft } from '@/utils/services/capture/save-draft';
import { usePanelStore } from '../app/panel-store';

/**
 * A text that survives everything: each keystroke is written through. `restored` is true when a
 * draft was found on opening. Writes queue behind each other, so the last one typed is the last kept.
 */
export function useDraft(key: string, meetingId: string): { text: string; setText: (text: string) => void; forget: () => void; restored: boolean } {
  const [state, setState] = useState({ key, text: '', restored: false });
  const queue = useRef(Promise.resolve());
  const touched = useRef('');
  const fail = usePanelStore((s) => s.failSave);
  useEffect(() => {
    touched.current = '';
    let alive = true;
    void readDraft(db, key).then((text) => {
      if (alive && touched.current !== key) setState({ key, text, restored: text !== '' });
    });
    return () => { alive = false; };
  }, [key]);
  const setText = useCallback(
    (text: string) => {
      touched.current = key;
      setState({ key, text, restored: false });
      queue.current = queue.current
        .then(() => saveDraft(db, key, meetingId, text, Date.now()))
        .catch((error: unknown) => { fail(String(error)); });
    },
    [key, meetingId, fail],
  );
  /** Clears the field only: the stored draft goes in the same transaction that saves the line. */
  const forget = useCallback(() => { touched.current = key; setState({ key, text: '', restored: false }); }, [key]);
  return { text: state.key === key ? state.text : '', setText, forget, restored: state.restored };
}
