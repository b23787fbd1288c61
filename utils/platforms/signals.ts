/**
 * What a platform adapter tells the rest of Baton. Nothing else in the product touches a page.
 * Plain JSON: it crosses from the content script to the service worker.
 */

/** Why the page cannot be read; each has a sentence in the panel with what to do. */
export const BLIND_REASONS = [
  /** In a room, but none of the known controls could be found (new layout, all hooks changed). */
  'controls_not_found',
  /** The page stayed empty or without a body. */
  'page_empty',
  /** In a call, but no names could be read; clock and notes work. */
  'people_not_found',
  /** The extension was updated or removed under the page. */
  'orphaned',
] as const;
export type BlindReason = (typeof BLIND_REASONS)[number];

/** How a call ended, as far as the page shows it without reading translated text. */
export const LEFT_CAUSES = ['hangup', 'ended', 'navigated', 'closed', 'lost'] as const;
export type LeftCause = (typeof LEFT_CAUSES)[number];

export interface PagePerson { name: string; self: boolean }

/** `room` is a room key such as `meet:abc-defg-hij` or `zoom:1234567890`. `at`: epoch ms. */
export type PlatformSignal =
  | { type: 'joined'; room: string; at: number }
  | { type: 'left'; room: string; at: number; cause: LeftCause }
  | { type: 'title'; room: string; title: string }
  | { type: 'participants'; room: string; people: PagePerson[]; complete: boolean }
  | { type: 'blind'; room: string; reason: BlindReason }
  | { type: 'sighted'; room: string };

export type Emit = (signal: PlatformSignal) => void;

export interface PlatformMeta {
  id: 'meet' | 'zoom';
  label: string;
  /** Match patterns of the content script, exactly as in the manifest. */
  matches: readonly string[];
  allFrames: boolean;
  /** Room key of an address, or null when the address is not a room. */
  roomOf: (url: string) => string | null;
}
