/** A new version that waits for the end of the meeting. Kept for the session: a restart installs it anyway. */
import { storage } from 'wxt/utils/storage';

export const waitingUpdate = storage.defineItem<string | null>('session:waitingUpdate', { fallback: null });
