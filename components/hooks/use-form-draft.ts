import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { db } from '@/utils/db/database';
import { draftFields } from '@/utils/db/drafts/draft-fields';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { useDraft } from './use-draft';

export interface FormDraft<T> {
  value: T;
  /** The fields that were changed by hand. */
  changed: Partial<T>;
  set: (part: Partial<T>) => void;
  /** These fields are saved and follow `start` again; what was typed into them meanwhile stays. */
  forget: (saved: Partial<T>) => void;
  /** Nothing is typed any more in this form. */
  clear: () => void;
  /** What was being typed was found on opening. */
  restored: boolean;
}

/** Only fields that the form has: a draft may come from an older version, or have fields of another form over the same thing. */
function fieldsOf<T extends object>(all: Record<string, unknown>, start: T): Partial<T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in start)) as Partial<T>;
}

/** A form whose fields survive everything while it is not sent: what was changed is a draft, the rest follows `start`. */
export function useFormDraft<T extends object>(key: DraftKey, meetingId: string, start: T, former: DraftKey | null = null): FormDraft<T> {
  const { text, update, restored } = useDraft(key, meetingId, former);
  const changed = fieldsOf(draftFields(text), start);
  const drop = (gone: (name: string, typed: unknown) => boolean): void => {
    update((now) => {
      const rest = Object.entries(draftFields(now)).filter(([name, typed]) => !gone(name, typed));
      return rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest));
    });
  };
  return {
    value: { ...start, ...changed },
    changed,
    set: (part) => { update((now) => JSON.stringify({ ...draftFields(now), ...part })); },
    forget: (saved) => { drop((name, typed) => name in saved && JSON.stringify(saved[name as keyof T]) === JSON.stringify(typed)); },
    clear: () => { drop((name) => name in start); },
    restored: restored && Object.keys(changed).length > 0,
  };
}

/** Keys of all drafts: what was being written and is not saved. The same set as long as they are the same. */
export function useOpenDrafts(): ReadonlySet<string> {
  const keys = useLiveQuery(() => db.drafts.toCollection().primaryKeys(), []);
  const listed = JSON.stringify(keys ?? []);
  return useMemo(() => new Set(JSON.parse(listed) as string[]), [listed]);
}
