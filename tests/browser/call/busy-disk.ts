import { db } from '@/utils/db/database';

/** Nobody reads or writes a draft until it is let go: a disk that is busy. Returns how. */
export async function busyDisk(): Promise<() => Promise<void>> {
  let free = false;
  let held: () => void = () => undefined;
  const holding = new Promise<void>((resolve) => { held = resolve; });
  const done = db.transaction('rw', db.drafts, async () => {
    while (!free) {
      await db.drafts.get('nothing');
      held();
    }
  });
  await holding;
  return async () => { free = true; await done; };
}
