/** One button, and nothing of practice is left. */
import { deletePracticeDatabase } from '../../db/database';
import type { Refusal } from '../trouble/refusal';

/** Longer than any open page needs to let go. */
const PATIENCE_MS = 5_000;

/** Deletes the practice database. Throws when another page holds on to it. */
export async function removePractice(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stuck = new Promise<never>((_, reject) => { timer = setTimeout(() => { reject(new Error('in use', { cause: 'practice_open' satisfies Refusal })); }, PATIENCE_MS); });
  try {
    await Promise.race([deletePracticeDatabase(), stuck]);
  } finally {
    clearTimeout(timer);
  }
}
