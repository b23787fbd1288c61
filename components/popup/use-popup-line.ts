import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { CaptureTarget } from '@/utils/db/library/read-capture';
import { parseLine } from '@/utils/notes/parse-line';
import { useRefusal, useSaver } from '../hooks/use-saver';

/** Database and services, loaded beside the first paint: the text box is there before them. */
const loadDesk = async () => import('./popup-later');

/** Who writes the line, and in which language 12/3 is read. */
interface Writer { name: string; language: 'ko' | 'en' }
interface PopupLine { text: string; restored: boolean; setText: (text: string) => void; send: (target: CaptureTarget | null, picked: string | null, me: Writer) => void }

/**
 * The line being typed. Every write waits its turn in one queue: drafts and captures stay in the order
 * of the keystrokes, also of those typed before the database was there.
 */
export function usePopupLine(): PopupLine {
  const [text, show] = useState('');
  const [restored, setRestored] = useState(false);
  const current = useRef('');
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const save = useSaver();
  const fail = useRefusal();
  const keep = useCallback((next: string): void => {
    current.current = next;
    show(next);
    queue.current = queue.current.then(async () => (await loadDesk()).keepDraft(next)).catch(fail);
  }, [fail]);
  // Before the effects of whoever uses the line: first in the queue, so that what is typed meanwhile goes behind the restored text and not over it.
  useLayoutEffect(() => {
    let alive = true;
    queue.current = queue.current.then(async () => (await loadDesk()).readPopupDraft()).then((old) => {
      if (!alive || old === '') return;
      setRestored(true);
      if (current.current !== '') { keep(`${old}\n${current.current}`); return; }
      current.current = old;
      show(old);
    }).catch(fail);
    return () => { alive = false; };
  }, [keep, fail]);
  const setText = (next: string): void => { setRestored(false); keep(next); };
  const send = (target: CaptureTarget | null, picked: string | null, me: Writer): void => {
    const line = current.current;
    // Blank, or only a mark: nothing to keep yet.
    if (!parseLine(line)) return;
    // Taken out of the box at once, so that typing goes on; back in front of it if it can't be kept.
    setRestored(false);
    current.current = '';
    show('');
    queue.current = queue.current.then(() => save(async (at) => (await loadDesk()).capture(line, target, picked, me, at))).then((captured) => {
      if (captured) { if (current.current !== '') keep(current.current); }
      else keep(current.current === '' ? line : `${line}\n${current.current}`);
    });
  };
  return { text, restored, setText, send };
}
