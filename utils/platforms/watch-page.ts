/**
 * The one watcher of all platforms: a look per second, the page's own "address changed" and "going
 * away", and in a call an observer on `<title>`. Everything stops with the signal.
 */
import type { CallOptions, Sight } from './call-state';
import { CallState } from './call-state';
import { coalesce } from './clock';
import type { Clock } from './clock';
import { pageText } from './roster';
import type { Roster } from './roster';
import type { Emit } from './signals';

/** What a platform knows of its page. Every function only reads, and only what is cheap to read. */
export interface PageReader extends CallOptions {
  look: (now: number) => Sight;
  people: () => Roster;
  /** The meeting's title out of `document.title`, or '' while the page has none. */
  titleOf: (documentTitle: string, room: string) => string;
}

const LOOK_MS = 1_000;
/** At most two titles a second, whatever the page does. */
const TITLE_MS = 500;
const LONGEST_TITLE = 300;

export function watchPage(root: Document, reader: PageReader, emit: Emit, signal: AbortSignal, clock: Clock): void {
  if (signal.aborted) return;
  const view = root.defaultView;
  const call = new CallState(emit, reader);
  const inCall = watchCall(root, reader, emit, clock);
  let hidden = false;

  const look = (): void => {
    if (hidden || signal.aborted) return;
    const now = clock.now();
    call.update(reader.look(now), now);
    const readable = inCall.update(call.room);
    if (readable !== null) call.names(readable);
  };

  clock.every(LOOK_MS, look, signal);
  // Reaches content scripts in every frame; where it is missing, the next look sees the address.
  navigationOf(view)?.addEventListener('currententrychange', look, { signal });
  view?.addEventListener('pagehide', () => {
    hidden = true;
    call.close(clock.now());
    inCall.update(null);
  }, { signal });
  view?.addEventListener('pageshow', () => { hidden = false; }, { signal });
  signal.addEventListener('abort', () => { inCall.update(null); }, { once: true });
  look();
}

function navigationOf(view: Window | null): EventTarget | undefined {
  return (view as { navigation?: EventTarget } | null)?.navigation;
}

interface CallWatch {
  /** Follows into the call of `room` or out of it; says whether names were readable, null for "not asked". */
  update: (room: string | null) => boolean | null;
}

function watchCall(root: Document, reader: PageReader, emit: Emit, clock: Clock): CallWatch {
  let room: string | null = null;
  let stop: AbortController | null = null;
  let title: (() => void) | null = null;
  let lastPeople = '';

  const enter = (next: string | null): void => {
    stop?.abort();
    stop = next === null ? null : new AbortController();
    title = next === null || !stop ? null : watchTitle(root, (raw) => reader.titleOf(raw, next), (text) => { emit({ type: 'title', room: next, title: text }); }, stop.signal, clock);
    room = next;
    lastPeople = '';
  };

  const readPeople = (where: string): boolean => {
    const { people, complete } = reader.people();
    if (people.length === 0) return false;
    const now = JSON.stringify([people, complete]);
    if (now !== lastPeople) emit({ type: 'participants', room: where, people, complete });
    lastPeople = now;
    return true;
  };

  return {
    update: (next) => {
      if (next !== room) enter(next);
      if (room === null) return null;
      title?.();
      return readPeople(room);
    },
  };
}

/** Titles come late and may be replaced with their element: call the result now and then to look again. */
function watchTitle(root: Document, read: (raw: string) => string, tell: (title: string) => void, signal: AbortSignal, clock: Clock): () => void {
  let last = '';
  const check = coalesce(() => {
    const title = pageText(read(root.title.slice(0, 2_000)), LONGEST_TITLE);
    if (title !== '' && title !== last) tell(title);
    last = title || last;
  }, TITLE_MS, clock, signal);
  const observer = new MutationObserver(check);
  signal.addEventListener('abort', () => { observer.disconnect(); }, { once: true });
  let element: Element | null = null;
  return () => {
    const current = root.head?.querySelector('title') ?? null;
    if (current === element) return;
    element = current;
    observer.disconnect();
    if (current) observer.observe(current, { childList: true, characterData: true, subtree: true });
    check();
  };
}
