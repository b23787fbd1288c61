/**
 * Everything Baton knows of Google Meet's page. Strategies stand in the order in which they are tried,
 * from what lasts to what rotates; sources in platforms.md §1.
 */
import { bySelector, byIcon, iconWords } from '../find-element';
import type { Strategy } from '../find-element';

/** Mic and camera toggles, in the green room and in the call (since 2017, seen September 2026). */
export const MUTE_TOGGLE = '[data-is-muted]';
/** A tile, a row of the people panel, and the effects preview of the green room (2020 to 2026). */
export const PERSON = '[data-participant-id]';
/** One's own tile; the value is one's name (seen live June 2026). */
export const SELF = '[data-self-name]';
/** A row of the open people panel; its label is the name (November 2025). */
export const PEOPLE_ROW = '[role=listitem][data-participant-id]';
/** Box of the join button in the green room, for guests and for the host (September 2026). */
export const JOIN_BOX = '[jsname=Qx7uuf],[jsname=z0F4cd]';
/** The exit hall: its heading, and an attribute of 2020 to 2022 that may still be there. */
export const EXIT_HALL = 'h1,[jsname=r4nke],[data-call-ended=true]';
/** Buttons of a bar carry a tooltip; fewer than this are the green room or the knocking bar. */
const FULL_BAR = 6;

/** Bar of a call: the nearest box around the media toggles with buttons besides them. */
function lastOfFullBar(root: Document): Element | null {
  const toggles = root.querySelectorAll(MUTE_TOGGLE);
  const [first, second] = toggles;
  let box = first?.parentElement ?? null;
  while (box && !(second && box.contains(second) && box.querySelectorAll('button').length > toggles.length)) box = box.parentElement;
  const buttons = box?.querySelectorAll('button') ?? [];
  return buttons.length >= FULL_BAR ? (buttons[buttons.length - 1] ?? null) : null;
}

/** Hangs up. Also there while knocking, so never enough by itself (VX, June 2026). */
export const LEAVE: readonly Strategy[] = [
  byIcon('call_end'), // 2024 to 2026
  bySelector('data', '[data-should-confirm-hangup] button'), // wrapper, 2026
  bySelector('jsname', 'button[jsname=CQylAd]'), // 2021 to September 2026
  { name: 'structure', find: lastOfFullBar },
];

/** Captions and chat toggles: only a call has them. */
export const CALL_ONLY: readonly Strategy[] = [
  byIcon('closed_caption_off', 'closed_caption', 'chat'), // February 2026; chat since 2024
  bySelector('data', 'button[data-panel-id="2"]'), // chat, 2024 to 2026
  bySelector('jsname', 'button[jsname=RrG0hf],button[jsname=r8qRAd],[jsname=A5il2e]'), // captions 2026 and before, chat
  bySelector('hint', 'button[aria-label$="(c)"]'), // the captions shortcut, in every language
];

/** The people toggle, with the head count in its label or badge: "People - 3 joined". */
export const PEOPLE_TOGGLE: readonly Strategy[] = [
  byIcon('group', 'people', 'people_outline'),
  bySelector('data', 'button[data-panel-id="1"]'),
  bySelector('jsname', '[jsname=QbKf1d] button'),
];

const NOT_A_PERSON = ['visual_effects', 'computer_arrow_up', 'present_to_all'];

/** Tiles of people: with a picture, and neither effects preview nor presentation nor panel row. */
export function personTiles(root: Document): Element[] {
  return [...root.querySelectorAll(`${PERSON}:not([role=listitem])`)].filter(
    (tile) => tile.querySelector('img,video,canvas') && !iconWords(tile).some((word) => NOT_A_PERSON.includes(word)),
  );
}
