/** What a keyboard command asks of the panel. Kept for the session: the panel may still be opening. */
import { storedItem } from './stored-item';

export interface PanelIntent { tabId: number; want: 'note' | 'gap'; at: number }

export const panelIntent = storedItem<PanelIntent | null>('session', 'panelIntent', null);
