import { useState } from 'react';
import { db } from '@/utils/db/database';
import type { Deletable } from '@/utils/services/bin/delete-to-bin';
import { deleteToBin, DeleteRefused } from '@/utils/services/bin/delete-to-bin';
import { restoreFromBin } from '@/utils/services/bin/restore-from-bin';
import { useSaver } from '../hooks/use-saver';

/** What happened last in a list: said where it happened, with the way back. */
export type Deleted = { kind: 'deleted'; title: string; binId: string } | { kind: 'refused' } | { kind: 'restored' } | { kind: 'failed'; reason: string } | null;

export interface Deleter {
  said: Deleted;
  remove: (what: Deletable, id: string, title: string) => Promise<boolean>;
  undo: () => void;
}

/** Deletes into the bin and brings back. No "are you sure?": undo is one press away. */
export function useDeleter(): Deleter {
  const save = useSaver();
  const [said, setSaid] = useState<Deleted>(null);
  const remove = async (what: Deletable, id: string, title: string): Promise<boolean> => {
    let refused = false;
    const binId = await save((at) => deleteToBin(db, what, id, title, at).catch((error: unknown) => {
      if (!(error instanceof DeleteRefused)) throw error;
      refused = true;
      return null;
    }));
    if (binId !== null) setSaid({ kind: 'deleted', title, binId });
    else if (refused) setSaid({ kind: 'refused' });
    return binId !== null;
  };
  const undo = (): void => {
    if (said?.kind !== 'deleted') return;
    void save((at) => restoreFromBin(db, said.binId, at)).then((done) => { if (done) setSaid({ kind: 'restored' }); });
  };
  return { said, remove, undo };
}
