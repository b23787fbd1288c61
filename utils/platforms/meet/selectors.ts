/**
 * Everything Baton knows of Google Meet's page. Strategies stand in the order in which they are tried,
 * from what lasts to what rotates; labels are translated and never read as words. Sources: platforms.md §1.
 */
import { byIcon, bySelector, iconWords } from '../find-element';
import type { Strategy } from '../find-element';

/** Mic and camera toggles, in green room, lobby and call (since 2017, seen September 2026). */
export const MUTE_TOGGLE = '[data-is-muted]';
/** A tile, a row of the people panel, and the effects preview of the green room (2020 to 2026). */
export const PERSON = '[data-participant-id]';
/** One's own tile; the value is one's name (seen live June 2026). */
export const SELF = '[data-self-name]';
/** A row of the open people panel; its label is the bare name (November 2025). */
export const PEOPLE_ROW = '[role=listitem][data-participant-id]';
/** What Google marks as not to be translated inside a tile: the name. Icons carry it too. */
export const TILE_NAME = '.notranslate:not(i),[translate=no]:not(i)';
/** Box of the join button in the green room, for guests and for the host (September 2026). */
export const JOIN_BOX = '[jsname=Qx7uuf],[jsname=z0F4cd]';
/** The exit hall: its heading (September 2026), and an attribute of 2020 to 2022 that may still be there. */
export const EXIT_HALL = '[jsname=r4nke],[data-call-ended=true]';
/** The second press where leaving must be confirmed (2021 to 2026). */
export const CONFIRM_LEAVE = '[data-mdc-dialog-action=Pd96ce]';

/** Hangs up. Also there while knocking, so never enough by itself (VX, June 2026). */
export const LEAVE: readonly Strategy[] = [
  byIcon('call_end'), // 2024 to 2026
  bySelector('data', '[data-should-confirm-hangup] button'), // wrapper, 2026
  bySelector('jsname', 'button[jsname=CQylAd]'), // 2021 to September 2026
];

/** Captions and chat toggles: only a call has them. */
export const CALL_ONLY: readonly Strategy[] = [
  byIcon('closed_caption_off', 'closed_caption', 'closed_caption_disabled', 'chat', 'chat_bubble'), // February 2026; chat since 2024
  bySelector('data', '[data-panel-id="2"]'), // chat, 2024 to 2026
  bySelector('jsname', 'button[jsname=RrG0hf],button[jsname=r8qRAd],[jsname=A5il2e]'), // captions 2026 and before, chat
  { name: 'hint', find: (root) => buttonWithShortcut(root, CALL_SHORTCUT) },
];

/** The people toggle, with the head count in its label or badge: "People - 3 joined". */
export const PEOPLE_TOGGLE: readonly Strategy[] = [
  byIcon('group', 'people', 'people_alt', 'people_outline'),
  bySelector('data', 'button[data-panel-id="1"]'),
  bySelector('jsname', '[jsname=QbKf1d] button,button[jsname=QbKf1d]'),
];

/** `(c)` for captions, `(ctrl + alt + c)` for chat, `(ctrl + ⌘ + h)` for the hand: brackets at the label's end. */
const CALL_SHORTCUT = /[（(]\s*(?:c|[^()（）]*(?:ctrl|strg|control|cmd|⌃|⌘)[^()（）]*[+\s⌘⌥]\s*[ch])\s*[)）]\s*$/iu;

/** Not inside a tile, a row or a dialog: those labels hold what people call themselves. */
function buttonWithShortcut(root: Document, shortcut: RegExp): Element | null {
  for (const button of root.querySelectorAll('button[aria-label]')) {
    if (shortcut.test(button.getAttribute('aria-label') ?? '') && !button.closest(`${PERSON},[role=list],[role=dialog]`)) return button;
  }
  return null;
}

/** Icons of the effects preview, and of a presentation: those are no people. */
const NOT_A_PERSON = /^(?:visual_effects|computer_arrow_up|present_to_all|screen_share|cancel_presentation|stop_screen_share)/;

/** Tiles of people: neither effects preview nor presentation nor panel row. */
export function personTiles(root: Document): Element[] {
  return [...root.querySelectorAll(`${PERSON}:not([role=listitem])`)].filter((tile) => !iconWords(tile).some((word) => NOT_A_PERSON.test(word)));
}
