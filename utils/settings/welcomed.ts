/** Whether the welcome was opened by itself, once, after installing. */
import { storage } from 'wxt/utils/storage';

export const welcomed = storage.defineItem<boolean>('local:welcomed', { fallback: false });
