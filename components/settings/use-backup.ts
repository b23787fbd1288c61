import { useEffect, useState } from 'react';
import { db } from '@/utils/db/database';
import { lastBackup } from '@/utils/settings/last-backup';
import { preferencesOrDefaults } from '@/utils/settings/preferences';
import { downloadParts } from './download';

/** Makes a backup, offers it as a download and remembers when. Throws what went wrong. */
export async function downloadBackup(): Promise<{ file: string; count: number; aside: number; tooLarge: boolean }> {
  const { makeBackup } = await import('@/utils/services/backup/make-backup');
  const at = Date.now();
  const made = await makeBackup(db, await preferencesOrDefaults(), at);
  downloadParts(made.parts, made.fileName);
  // The file is made: a storage that takes no note of it only reminds too early.
  await lastBackup.setValue({ at, fileName: made.fileName }).catch(() => undefined);
  return { file: made.fileName, count: made.rows, aside: made.aside, tooLarge: made.tooLarge };
}

/** When the last backup was made: undefined while that loads, null for never. */
export function useLastBackup(): number | null | undefined {
  const [at, setAt] = useState<number | null>();
  useEffect(() => {
    let alive = true;
    void lastBackup.getValue().then((v) => { if (alive) setAt(v?.at ?? null); }, () => undefined);
    const stop = lastBackup.watch((v) => { setAt(v?.at ?? null); });
    return () => { alive = false; stop(); };
  }, []);
  return at;
}
