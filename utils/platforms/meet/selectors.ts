/**
 * Everything Baton knows of Meet's DOM, in ordered strategies: ligature, structure and role, data
 * attributes, jsname, shortcut hint. Names in comments: what, where, since when (platforms.md §1.2).
 */

/** Icon ligatures: the text of an `<i>` inside a control, the same in every language, since 2024. */
const LIGATURE = {
  leave: ['call_end'],
  captions: ['closed_caption', 'closed_caption_off'],
  chat: ['chat', 'chat_bubble'],
  people: ['people', 'group', 'people_outline'],
  effects: ['visual_effects'],
  present: ['present_to_all', 'computer_arrow_up'],
} as const;

/** Obfuscated but long-lived names: leave since 2021, captions Feb 2026 and before, chat, join wrapper, exit heading. */
const JSNAME = {
  leave: 'button[jsname="CQylAd"]',
  captions: 'button[jsname="RrG0hf"], button[jsname="r8qRAd"]',
  chat: '[jsname="A5il2e"], [data-panel-id="2"]',
  join: '[jsname="Qx7uuf"], [jsname="z0F4cd"]',
} as const;

/** Mic and camera toggles, green room and call, since 2017. */
export const MUTE_TOGGLE = '[data-is-muted]';
/** Tiles and people rows; the value ends in /devices/N for a real person. */
export const PERSON = '[data-participant-id]';
export const SELF = '[data-self-name]';
/** An open people panel: a list of rows that carry a participant id. */
export const PEOPLE_ROW = '[role="listitem"][data-participant-id]';
/** A heading: the exit hall has one and no media toggles (2026). */
export const HEADING = 'h1';
/** Toolbar buttons of the `bare` kind: labels carry a shortcut in brackets, whatever the language. */
const SHORTCUT = /\((?:ctrl|strg|⌘|cmd|control)[^)]*\)\s*$/iu;

/** The icon words of a control; page translation leaves them alone (`notranslate`). */
function hasLigature(el: Element, words: readonly string[]): boolean {
  for (const icon of el.querySelectorAll('i')) if (words.includes((icon.textContent ?? '').trim())) return true;
  return false;
}

function buttonWith(root: ParentNode, words: readonly string[]): Element | null {
  for (const icon of root.querySelectorAll('button i, [role="button"] i')) {
    if (words.includes((icon.textContent ?? '').trim())) return icon.closest('button, [role="button"]');
  }
  return null;
}

/** The hang-up control. Also there while knocking, so it is never enough by itself. */
export function leaveControl(root: ParentNode): Element | null {
  return buttonWith(root, LIGATURE.leave) ?? root.querySelector(JSNAME.leave) ?? bareLeave(root);
}

/**
 * Without icons and names: the toolbar is the smallest box around the media toggles that has buttons
 * whose label carries no media shortcut; in a call there are several of those, in the green room few.
 */
function bareLeave(root: ParentNode): Element | null {
  const toggles = root.querySelectorAll(`button${MUTE_TOGGLE}[aria-label]`);
  if (toggles.length < 2 || !SHORTCUT.test(toggles[0]?.getAttribute('aria-label') ?? '')) return null;
  const bar = toolbarOf(root);
  const others = bar ? [...bar.querySelectorAll('button[aria-label]:not([data-is-muted])')].filter((b) => (b.getAttribute('aria-label') ?? '') !== '') : [];
  return others.length >= 4 ? (others.at(-1) ?? null) : null;
}

/** The nearest common box of the media toggles with more buttons than they are. */
function toolbarOf(root: ParentNode): Element | null {
  const toggles = root.querySelectorAll(MUTE_TOGGLE);
  let box = toggles[0]?.parentElement ?? null;
  while (box && !(box.contains(toggles[1] ?? null) && box.querySelectorAll('button').length > toggles.length)) box = box.parentElement;
  return box;
}

/** Something only a call has: captions or chat toggle. */
export function callOnlyControl(root: ParentNode): Element | null {
  return buttonWith(root, LIGATURE.captions) ?? buttonWith(root, LIGATURE.chat) ?? root.querySelector(JSNAME.captions) ?? root.querySelector(JSNAME.chat);
}

/** The join button of the green room. */
export function joinControl(root: ParentNode): Element | null {
  return root.querySelector(JSNAME.join);
}

/** Tiles of real people: not the effects preview of the green room, not a presentation. */
export function personTiles(root: ParentNode): Element[] {
  return [...root.querySelectorAll(PERSON)].filter((tile) => tile.getAttribute('role') !== 'listitem' && !hasLigature(tile, LIGATURE.effects) && !hasLigature(tile, LIGATURE.present));
}
