import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { db } from '@/utils/db/database';
import { useDraft } from './use-draft';

export interface FormDraft<T> {
  value: T;
  /** The fields that were changed by hand. */
  changed: Partial<T>;
  set: (part: Partial<T>) => void;
  clear: () => void;
  /** What was being typed was found on opening. */
  restored: boolean;
}

/** Only fields that the form has: a draft may come from an older version. */
function fieldsOf<T extends object>(text: string, start: T): Partial<T> {
  if (text === '') return {};
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([key]) => key in start)) as Partial<T>;
  } catch {
    return {};
  }
}

/** A form whose fields survive everything while it is not sent: what was changed is a draft, the rest follows `start`. */
export function useFormDraft<T extends object>(key: string, meetingId: string, start: T): FormDraft<T> {
  const { text, setText, restored } = useDraft(key, meetingId);
  const changed = fieldsOf(text, start);
  return {
    value: { ...start, ...changed },
    changed,
    set: (part) => { setText(JSON.stringify({ ...changed, ...part })); },
    clear: () => { setText(''); },
    restored,
  };
}

/** Keys of the meeting's drafts: what was being written and is not saved. The same set as long as they are the same. */
export function useOpenDrafts(meetingId: string): ReadonlySet<string> {
  const keys = useLiveQuery(() => db.drafts.where({ meetingId }).primaryKeys(), [meetingId]);
  const listed = JSON.stringify(keys ?? []);
  return useMemo(() => new Set(JSON.parse(listed) as string[]), [listed]);
}
