/** What the context menu could not keep: read in the popup, gone when the browser closes. */
import { storedItem } from './stored-item';

export interface CaptureTrouble { reason: string; at: number }

export const captureTrouble = storedItem<CaptureTrouble | null>('session', 'captureTrouble', null);
