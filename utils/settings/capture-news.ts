/** What the context menu could not keep (read in the popup), and what it may offer (told by the panel). */
import { storedItem } from './stored-item';

/** Why a right click kept nothing; texts in the popup's messages. */
export const CAPTURE_TROUBLES = ['no_address', 'nothing_there', 'no_space', 'database'] as const;
export interface CaptureTrouble { reason: (typeof CAPTURE_TROUBLES)[number]; at: number }

export const captureTrouble = storedItem<CaptureTrouble | null>('session', 'captureTrouble', null);

/** Items of the deal in the panel, for "evidence for an item": the worker has no checklists of its own. */
export interface MenuItems { dealId: string; sections: { name: string; items: { id: string; topic: string; name: string }[] }[] }

export const menuItems = storedItem<MenuItems | null>('session', 'menuItems', null);
