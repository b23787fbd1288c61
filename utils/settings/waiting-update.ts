/** A new version that waits for the end of the meeting. Kept for the session: a restart installs it anyway. */
import { storedItem } from './stored-item';

export const waitingUpdate = storedItem<string | null>('session', 'waitingUpdate', null);
