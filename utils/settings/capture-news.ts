/** What the context menu could not keep: read in the popup, gone when the browser closes. */
import { storage } from 'wxt/utils/storage';

export interface CaptureTrouble { reason: string; at: number }

export const captureTrouble = storage.defineItem<CaptureTrouble | null>('session:captureTrouble', { fallback: null });
