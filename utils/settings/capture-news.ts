/** What the worker could not keep (read in the popup and the panel), and what its menu may offer (told by the panel). */
import { storedItem } from './stored-item';

/** Why the worker kept nothing; texts in the messages of `trouble`. */
export const CAPTURE_TROUBLES = ['no_address', 'nothing_there', 'no_space', 'database'] as const;
export interface CaptureTrouble { reason: (typeof CAPTURE_TROUBLES)[number]; at: number }

/** The last right click that kept nothing. */
export const captureTrouble = storedItem<CaptureTrouble | null>('session', 'captureTrouble', null);

/** What a call page reported and could not be written; null again once something was. */
export const callTrouble = storedItem<CaptureTrouble | null>('session', 'callTrouble', null);

/** Items of the deal in the panel, for "evidence for an item": the worker has no checklists of its own. */
export interface MenuItems { dealId: string; sections: { name: string; items: { id: string; topic: string; name: string }[] }[] }

export const menuItems = storedItem<MenuItems | null>('session', 'menuItems', null);

/** What the names in the menu were made of, or a ticket that asks for making them anew. Wakes the worker when it changes. */
export const menuNews = storedItem<string | null>('session', 'menuNews', null);
