/** When everything was last backed up on this machine. */
import { storedItem } from './stored-item';

export const lastBackup = storedItem<{ at: number; fileName: string } | null>('local', 'lastBackup', null);
