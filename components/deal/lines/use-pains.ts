import { useLiveQuery } from 'dexie-react-hooks';
import { db } from '@/utils/db/database';
import { readPains } from '@/utils/db/read-deal';
import type { Note } from '@/utils/notes/records';

/** The deal's pains, live; undefined while loading. */
export function usePains(dealId: string): Note[] | undefined {
  return useLiveQuery(() => readPains(db, dealId), [dealId]);
}
