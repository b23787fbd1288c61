/** View state of one panel document. Rows are never copied in here. */
import { create } from 'zustand';
import type { Stage } from '@/utils/deal/deal';
import type { Trouble } from '@/utils/db/trouble';
import type { LineKind } from '@/utils/notes/records';

export const TABS = ['checklist', 'lines', 'gaps', 'people'] as const;
export type Tab = (typeof TABS)[number];
export const FILTERS = ['all', 'next', 'open', 'secured', 'owned', 'unowned', 'conflict'] as const;
export type Filter = (typeof FILTERS)[number];
/** `call` follows the meeting (its review once it is over); `call-after-end` is the call view of an ended one. */
export type Screen = 'call' | 'call-after-end' | 'review' | 'packet' | 'settings' | 'deals';

interface PanelState {
  screen: Screen;
  tab: Tab;
  filter: Filter;
  /** Item that has the rep's attention: captured lines attach to it. */
  focusedItem: string | null;
  /** Topic of the item whose editor is open: under another checklist the number is another's. */
  openItem: string | null;
  /** A state picked by a single key, for the editor that opens. */
  presetState: string | null;
  /** Kind picked for the next line, null = by its marks. */
  kind: LineKind | null;
  saving: number;
  savedAt: number | null;
  failure: string | null;
  /** What "undo" has to say when it put nothing back. */
  told: 'nothingToUndo' | 'undoLate' | null;
  /** What is wrong with the database, when that is why: then a backup is offered. */
  trouble: Trouble | null;
  /** A meeting the rep chose to look at instead of the tab's own. */
  pickedMeeting: string | null;
  /** The screen before this one: aside is left to it. */
  from: Screen;
  /** Until which stage the review goes, where a packet asks for more than the deal's own. */
  upTo: Stage | null;
  go: (screen: Screen, upTo?: Stage | null) => void;
  setTab: (tab: Tab) => void;
  setFilter: (filter: Filter) => void;
  focusItem: (id: string | null) => void;
  openEditor: (item: { id: string; topic: string } | null, preset?: string | null) => void;
  setKind: (kind: LineKind | null) => void;
  pickMeeting: (id: string | null) => void;
  /** Another meeting is shown: what was open belonged to the one before. */
  turnToAnother: () => void;
  beginSave: () => void;
  endSave: (at: number) => void;
  /** It is over and nothing was written: neither "Saved" nor the end of what failed before. */
  dropSave: () => void;
  tell: (told: PanelState['told']) => void;
  failSave: (reason: string, trouble: Trouble | null) => void;
  /** Something that is written on the side (a draft) could not be: no save that runs ends with it. */
  refuse: (reason: string, trouble: Trouble | null) => void;
}

/** Looked at in between: from there one goes back to where one was before, however often it was pressed. */
function isAside(screen: Screen): boolean {
  return screen === 'settings' || screen === 'deals';
}

export const usePanelStore = create<PanelState>((set) => ({
  screen: 'call',
  tab: 'checklist',
  filter: 'all',
  focusedItem: null,
  openItem: null,
  presetState: null,
  kind: null,
  saving: 0,
  savedAt: null,
  failure: null,
  told: null,
  trouble: null,
  pickedMeeting: null,
  from: 'call',
  upTo: null,
  go: (screen, upTo = null) => { set((s) => ({ screen, from: isAside(s.screen) ? s.from : s.screen, upTo })); },
  setTab: (tab) => { set({ tab }); },
  setFilter: (filter) => { set({ filter, tab: 'checklist' }); },
  focusItem: (focusedItem) => { set({ focusedItem }); },
  openEditor: (item, preset = null) => { set(item ? { openItem: item.topic, focusedItem: item.id, presetState: preset } : { openItem: null, presetState: null }); },
  setKind: (kind) => { set({ kind }); },
  pickMeeting: (pickedMeeting) => { set({ pickedMeeting, screen: 'call', from: 'call', upTo: null, focusedItem: null, openItem: null }); },
  turnToAnother: () => { set((s) => ({ screen: isAside(s.screen) ? s.screen : 'call', from: 'call', upTo: null, focusedItem: null, openItem: null, presetState: null })); },
  beginSave: () => { set((s) => ({ saving: s.saving + 1 })); },
  endSave: (savedAt) => { set((s) => ({ saving: Math.max(0, s.saving - 1), savedAt, failure: null, trouble: null, told: null })); },
  dropSave: () => { set((s) => ({ saving: Math.max(0, s.saving - 1) })); },
  tell: (told) => { set({ told }); },
  refuse: (failure, trouble) => { set({ failure, trouble }); },
  failSave: (failure, trouble) => { set((s) => ({ saving: Math.max(0, s.saving - 1), failure, trouble })); },
}));
