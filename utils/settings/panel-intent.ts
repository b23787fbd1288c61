/** What a keyboard command asks of the panel. Kept for the session: the panel may still be opening. */
import { storage } from 'wxt/utils/storage';

export interface PanelIntent { tabId: number; want: 'note' | 'gap'; at: number }

export const panelIntent = storage.defineItem<PanelIntent | null>('session:panelIntent', { fallback: null });
