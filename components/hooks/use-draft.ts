import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { db, keystrokes } from '@/utils/db/database';
import { readDraft, saveDraft } from '@/utils/services/capture/save-draft';
import { useRefusal } from './use-saver';

export interface Draft {
  text: string;
  setText: (text: string) => void;
  /** Resolves when every keystroke so far is written: what is saved next comes after it, never before. */
  flush: () => Promise<void>;
  /** `sent` is saved and its draft is gone; what was typed behind it meanwhile stays. */
  forget: (sent: string) => void;
  /** A draft was found on opening. */
  restored: boolean;
}

/** After this pause a draft is on the disk too: then it survives a power cut. */
const PAUSE_MS = 1_000;

/** Writes of one draft: one at a time, always the newest text; one that was overtaken is not written. */
class DraftWriter {
  #pending: string | null = null;
  /** Given to the system, not yet written strictly. */
  #waiting: string | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #running: Promise<void> | null = null;
  readonly #key: string;
  readonly #meetingId: string;
  readonly #fail: (error: unknown) => void;

  constructor(key: string, meetingId: string, fail: (error: unknown) => void) {
    this.#key = key;
    this.#meetingId = meetingId;
    this.#fail = fail;
  }

  store(text: string): void {
    this.#forgetPause();
    this.#pending = text;
    this.#running ??= this.#drain().finally(() => { this.#running = null; });
  }

  async flush(): Promise<void> {
    await this.#running;
    // What comes now may take the draft away: a late write would bring it back.
    this.#forgetPause();
  }

  open(): void {
    this.#closed = false;
  }

  /** The field goes: what waits for a pause is written now. Later it would come after what is done in the same form, opened again. */
  close(): void {
    this.#closed = true;
    this.#settle();
  }

  #forgetPause(): void {
    clearTimeout(this.#pause);
    this.#waiting = null;
  }

  #settle(): void {
    const text = this.#waiting;
    this.#forgetPause();
    if (text !== null) void this.#write(db, text);
  }

  async #write(to: typeof db, text: string): Promise<void> {
    await saveDraft(to, this.#key, this.#meetingId, text, Date.now()).catch(this.#fail);
  }

  async #drain(): Promise<void> {
    while (this.#pending !== null) {
      const text = this.#pending;
      this.#pending = null;
      await this.#write(keystrokes, text);
      this.#forgetPause();
      this.#waiting = text;
      if (this.#closed) this.#settle();
      else this.#pause = setTimeout(() => { this.#settle(); }, PAUSE_MS);
    }
  }
}

/** A text that survives everything: each keystroke is written through, at most one behind. */
export function useDraft(key: string, meetingId: string): Draft {
  const [state, setState] = useState({ key, text: '', restored: false });
  // What is in the field now, also between two renderings.
  const field = useRef({ key, text: '', touched: false });
  const fail = useRefusal();
  const writer = useMemo(() => new DraftWriter(key, meetingId, fail), [key, meetingId, fail]);
  useEffect(() => {
    writer.open();
    return () => { writer.close(); };
  }, [writer]);
  useEffect(() => {
    field.current = { key, text: '', touched: false };
    let alive = true;
    void readDraft(db, key).then((text) => {
      if (!alive || field.current.touched) return;
      field.current = { key, text, touched: false };
      setState({ key, text, restored: text !== '' });
    }).catch((error: unknown) => { if (alive) fail(error); });
    return () => { alive = false; };
  }, [key, fail]);
  const show = useCallback((text: string): void => {
    field.current = { key, text, touched: true };
    setState({ key, text, restored: false });
  }, [key]);
  const setText = useCallback((text: string): void => { show(text); writer.store(text); }, [show, writer]);
  const flush = useCallback(() => writer.flush(), [writer]);
  const forget = useCallback((sent: string): void => {
    const { text } = field.current;
    if (text === sent) { show(''); return; }
    // Typed while the line was being saved: it stays, alone if it was typed behind the line.
    setText(text.startsWith(sent) ? text.slice(sent.length) : text);
  }, [show, setText]);
  return { text: state.key === key ? state.text : '', setText, flush, forget, restored: state.restored };
}
