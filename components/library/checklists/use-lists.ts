import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CatalogueEntry } from '@/utils/checklist/catalogue';
import { CATALOGUE } from '@/utils/checklist/catalogue';
import type { Checklist, ChecklistItem, TopicCatalogue } from '@/utils/checklist/checklist';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { isEditable } from '@/utils/checklist/own/own';
import { pinKey } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import { editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { loadTopics, shippedChecklist } from '@/utils/services/checklist/load-checklist';
import { useKeeper } from '../../undo/use-keeper';
import { useOpenDrafts } from '../../hooks/use-form-draft';
import { usePreferences } from '../../hooks/use-preferences';
import type { Done } from '../../undo/use-done';

/** Takes a step on a checklist and says what was done: `write` resolves to its row, null when nothing was written. `stays`: what was pressed keeps the keyboard. */
export function useStep(done: Done, stays = false): (text: string, write: (at: number) => Promise<string | null>, close?: () => void) => void {
  const keep = useKeeper(done);
  return useCallback((text, write, close) => {
    keep(async (at) => {
      const holds = await write(at);
      return holds === null ? null : { text, holds, stays };
    }, close);
  }, [keep, stays]);
}

/** The checklist that Baton ships under this row id. */
function shippedUnder(id: string): CatalogueEntry | undefined {
  return CATALOGUE.find((entry) => pinKey(entry) === id);
}

/** A checklist, one's own (with its row) or one that Baton ships. Undefined while loading, null when there is none. */
export function useChecklist(id: string): { list: Checklist; own: OwnChecklist | null } | null | undefined {
  return useLiveQuery(async () => {
    const own = await db.checklists.get(id);
    if (own) return { list: own.list, own };
    const entry = shippedUnder(id);
    const list = entry ? await shippedChecklist(entry) : null;
    return list ? { list, own: null } : null;
  }, [id]);
}

/** All versions of one's own; undefined while loading. */
export function useOwnLists(): OwnChecklist[] | undefined {
  return useLiveQuery(() => db.checklists.toArray(), []);
}

/** Names of all topics; undefined while loading. */
export function useTopics(): TopicCatalogue | undefined {
  return useLiveQuery(() => loadTopics(db), []);
}

/** A code of what is open on the page: `item:<id>`, `new:<section>`, `section:<id>`, `head`, `agree`. */
export interface Opened {
  open: string;
  /** The item whose form is open, as it was then: another window may have removed it. */
  openItem: ChecklistItem | null;
  /** What was open before: the button that opened it has the keyboard again. */
  was: string;
  show: (what: string) => void;
  close: () => void;
}

function useOpened({ items }: Checklist): Opened {
  const [now, set] = useState<Omit<Opened, 'show' | 'close'>>({ open: '', was: '', openItem: null });
  return {
    ...now, show: (open) => { set({ open, was: '', openItem: items.find(({ id }) => open === `item:${id}`) ?? null }); },
    close: () => { set(({ open }) => ({ open: '', was: open, openItem: null })); },
  };
}

/** What all parts of one checklist's page work with. */
export interface ListTools extends Opened {
  /** The row's id. */
  id: string;
  list: Checklist;
  topics: TopicCatalogue;
  language: 'ko' | 'en';
  editable: boolean;
  drafts: ReadonlySet<string>;
  done: Done;
  /** Changes the draft and says so; the keyboard stays where it is, unless what it was on `goes`. */
  edit: (said: string, change: (list: Checklist) => Checklist, more?: { goes?: boolean; close?: () => void }) => void;
  /** Moves something: the button that did it (`data-move`) keeps the keyboard. */
  move: (said: string, button: string, change: (list: Checklist) => Checklist) => void;
}

/** The tools of a checklist's page. */
export function useListTools(id: string, list: Checklist, own: OwnChecklist | null, topics: TopicCatalogue, done: Done): ListTools {
  const { language } = usePreferences();
  const drafts = useOpenDrafts();
  const opened = useOpened(list);
  const staying = useStep(done, true);
  const going = useStep(done);
  const moved = useKeptInSight(list);
  const edit: ListTools['edit'] = useCallback((said, change, { goes = false, close } = {}) => {
    (goes ? going : staying)(said, (at) => editChecklist(db, id, change, at).then((changed) => (changed ? id : null)), close);
  }, [id, staying, going]);
  return {
    ...opened, id, list, topics, language, drafts, done, editable: own !== null && isEditable(own), edit,
    move: (said, button, change) => { moved(button); edit(said, change); },
  };
}

/** What takes another place keeps the keyboard (React sees to that), and may be out of sight there: the page follows, unless somebody has gone elsewhere. */
function useKeptInSight(list: Checklist): (button: string) => void {
  const pressed = useRef('');
  useEffect(() => {
    if (pressed.current === '') return;
    const button = document.querySelector<HTMLElement>(`[data-move="${CSS.escape(pressed.current)}"]`);
    // Pressed again before the list was read: the next place is followed as well.
    if (button !== null && document.activeElement === button) button.scrollIntoView({ block: 'nearest' });
    else pressed.current = '';
  }, [list]);
  return useCallback((button) => { pressed.current = button; }, []);
}

/** Where an item stands gets the keyboard. */
export function goToItem(id: string): void {
  document.querySelector<HTMLElement>(`[data-item-row="${CSS.escape(id)}"]`)?.focus();
}
