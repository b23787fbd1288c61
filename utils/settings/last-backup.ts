/** When everything was last backed up on this machine. */
import { storage } from 'wxt/utils/storage';

export const lastBackup = storage.defineItem<{ at: number; fileName: string } | null>('local:lastBackup', { fallback: null });
