import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { db, keystrokes } from '@/utils/db/database';
import { cutDraft } from '@/utils/db/drafts/draft-fields';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { hearForgotten } from '@/utils/db/drafts/forgotten';
import { forgetAgain, readDraft, saveDraft, settleDraft } from '@/utils/services/capture/save-draft';
import { useRefusal } from './use-saver';

export interface Draft {
  text: string;
  setText: (text: string) => void;
  /** Made of what is in the field at that moment, also between two renderings. */
  update: (change: (text: string) => string) => void;
  /** Resolves when it is known what was left in the draft the last time; until then nothing overwrites that. */
  loaded: () => Promise<void>;
  /** Resolves when every keystroke so far is written: what is saved next comes after it, never before. */
  flush: () => Promise<void>;
  /** `sent` is saved and its draft is gone; what was typed behind it meanwhile stays. */
  forget: (sent: string) => void;
  /** A line that could not be kept comes back, before what stands there. */
  putBack: (line: string) => void;
  /** A draft was found on opening. */
  restored: boolean;
  /** What was left is in `text`, or could not be read. A form that is sent before would say less than what was typed in it. */
  read: boolean;
}

/** After this pause a draft is on the disk too: then it survives a power cut. */
const PAUSE_MS = 1_000;

/** So long a field that is gone still hears that its draft was forgotten: its last key may have come behind that. */
const LATE_MS = 2_000;

/** Writes under way, by key: a field that opens while another of its draft is closing reads what that one writes. */
const underWay = new Map<DraftKey, Promise<void>>();

/** Writes of one draft: one at a time, always the newest text; one that was overtaken is not written. */
class DraftWriter {
  #pending: string | null = null;
  /** Given to the system, not yet written strictly. */
  #waiting: string | null = null;
  #given = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #running: Promise<void> | null = null;
  /** What was left is read before anything is written over it. */
  #before: Promise<unknown> = Promise.resolve();
  readonly #key: DraftKey;
  readonly #meetingId: string;
  readonly #fail: (error: unknown) => void;

  constructor(key: DraftKey, meetingId: string, fail: (error: unknown) => void) {
    this.#key = key;
    this.#meetingId = meetingId;
    this.#fail = fail;
  }

  /** What was typed by the time that it is known what was left goes behind that, also when the field is gone by then. */
  readFirst(reading: Promise<string>): void {
    this.#before = reading.then((left) => { this.#pending = behind(left, this.#pending); }, () => undefined);
  }

  async loaded(): Promise<void> {
    await this.#before;
  }

  store(text: string): void {
    this.#forgetPause();
    this.#pending = text;
    if (this.#running) return;
    const run = this.#drain().finally(() => {
      this.#running = null;
      if (underWay.get(this.#key) === run) underWay.delete(this.#key);
    });
    this.#running = run;
    underWay.set(this.#key, run);
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

  /** Forgotten as the field went: what it wrote last is taken away once more. */
  forgetLate(names: readonly string[] | null): void {
    if (this.#pending !== null) this.#pending = cutDraft(this.#pending, names);
    void (this.#running ?? Promise.resolve()).then(() => forgetAgain(db, this.#key, names)).catch(this.#fail);
  }

  #forgetPause(): void {
    clearTimeout(this.#pause);
    this.#waiting = null;
  }

  #settle(): void {
    const text = this.#waiting;
    this.#forgetPause();
    if (text === null) return;
    // What the system has been given is not brought back where it was sent or taken along since; what it refused is tried again.
    const written = this.#given && text !== '' ? settleDraft(db, this.#key, text, Date.now()) : saveDraft(db, this.#key, this.#meetingId, text, Date.now());
    void written.catch(this.#fail);
  }

  async #drain(): Promise<void> {
    await this.#before;
    while (this.#pending !== null) {
      const text = this.#pending;
      this.#pending = null;
      this.#given = await saveDraft(keystrokes, this.#key, this.#meetingId, text, Date.now()).then(() => true, (error: unknown) => { this.#fail(error); return false; });
      this.#forgetPause();
      this.#waiting = text;
      if (this.#closed) this.#settle();
      else this.#pause = setTimeout(() => { this.#settle(); }, PAUSE_MS);
    }
  }
}

/** What was typed before it was known what was left, behind that: nobody has seen it yet, so nobody has taken it away. */
function behind<T extends string | null>(left: string, typed: T): T | string {
  if (left === '' || typed === null) return typed;
  return typed === '' ? left : `${left}\n${typed}`;
}

/** A text that survives everything: each keystroke is written through, at most one behind. `former`: where older versions kept it. */
export function useDraft(key: DraftKey, meetingId: string, former: DraftKey | null = null): Draft {
  const [state, setState] = useState({ key, text: '', restored: false, read: false });
  // What is in the field now, also between two renderings.
  const field = useRef({ key, text: '', touched: false });
  const fail = useRefusal();
  const writer = useMemo(() => new DraftWriter(key, meetingId, fail), [key, meetingId, fail]);
  const show = useCallback((text: string): void => {
    field.current = { key, text, touched: true };
    setState((now) => ({ key, text, restored: false, read: now.key === key && now.read }));
  }, [key]);
  const setText = useCallback((text: string): void => { show(text); writer.store(text); }, [show, writer]);
  // Before the effects of whoever uses the draft: what is typed by then goes behind what was left.
  useLayoutEffect(() => {
    writer.open();
    field.current = { key, text: '', touched: false };
    let alive = true;
    let cut = (left: string): string => left;
    // Off the record, or with the text of its meeting: it goes from the field, from what is still being read for it, and from what was given to the system meanwhile.
    const stop = hearForgotten(db, key, (names) => {
      if (!alive) { writer.forgetLate(names); return; }
      const before = cut;
      cut = (left) => cutDraft(before(left), names);
      const rest = cutDraft(field.current.text, names);
      if (names === null || rest !== field.current.text) setText(rest);
    });
    const setRead = (): void => { setState((now) => ({ ...(now.key === key ? now : { key, text: '', restored: false }), read: true })); };
    const earlier = underWay.get(key);
    const reading = (earlier ? earlier.then(async () => readDraft(db, key, former)) : readDraft(db, key, former)).then((left) => cut(left));
    writer.readFirst(reading);
    reading.then((left) => {
      if (!alive) return;
      const { touched, text: typed } = field.current;
      if (left === '' && touched) { setRead(); return; }
      // Typed faster than the database answers: it goes behind what was left, not over it.
      const text = touched ? behind(left, typed) : left;
      field.current = { key, text, touched };
      setState({ key, text, restored: text !== '', read: true });
    }).catch((error: unknown) => {
      if (!alive) return;
      setRead();
      fail(error);
    });
    return () => {
      alive = false;
      writer.close();
      setTimeout(stop, LATE_MS);
    };
  }, [key, former, fail, writer, setText]);
  const update = useCallback((change: (text: string) => string): void => { setText(change(field.current.text)); }, [setText]);
  const flush = useCallback(() => writer.flush(), [writer]);
  const loaded = useCallback(() => writer.loaded(), [writer]);
  const forget = useCallback((sent: string): void => {
    const { text } = field.current;
    if (text === sent) { show(''); return; }
    // Typed while the line was being saved: it stays, alone if it was typed behind the line. So does what was left before it.
    if (text.startsWith(sent)) setText(text.slice(sent.length));
    else setText(text.endsWith(`\n${sent}`) ? text.slice(0, -sent.length - 1) : text);
  }, [show, setText]);
  const putBack = useCallback((line: string): void => {
    const { text } = field.current;
    setText(text === '' ? line : `${line}\n${text}`);
  }, [setText]);
  return { text: state.key === key ? state.text : '', setText, update, loaded, flush, forget, putBack, restored: state.restored, read: state.key === key && state.read };
}
