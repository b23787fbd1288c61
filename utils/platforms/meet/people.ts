/** Who is in a Meet call: tiles, and the people panel while the user has it open. */
import { findBy, firstWords } from '../find-element';
import { numberIn, toRoster } from '../roster';
import type { ReadPerson, Roster } from '../roster';
import { PEOPLE_ROW, PEOPLE_TOGGLE, personTiles, SELF, TILE_NAME } from './selectors';

/** One person per id. Whole only if as many as the page itself counts. */
export function readPeople(root: Document): Roster {
  const tiles = personTiles(root).map((tile) => ({ ...readTile(tile), hasFace: tile.querySelector('img') !== null }));
  const people = tiles.filter((tile) => tile.self || tile.hasFace || !tiles.some((other) => showsScreenOf(tile, other)));
  return toRoster([...personRows(root).map(readRow), ...people], headCount(root));
}

const idOf = (element: Element): string => element.getAttribute('data-participant-id') ?? '';

/** "Presentation of Minh" beside "Minh" is the screen of Minh, in any language. */
function showsScreenOf(tile: ReadPerson, other: ReadPerson): boolean {
  return other.name !== '' && other.name !== tile.name && tile.name.includes(other.name);
}

export function readTile(tile: Element): ReadPerson {
  const own = tile.matches(SELF) ? tile : tile.querySelector(SELF);
  const name = own?.getAttribute('data-self-name') ?? tile.querySelector(TILE_NAME)?.textContent ?? '';
  return { id: idOf(tile), name: name.trim() || firstWords(tile), self: own !== null };
}

function readRow(row: Element): ReadPerson {
  return { id: idOf(row), name: labelOf(row) || firstWords(row), self: row.matches(SELF) || row.querySelector(SELF) !== null };
}

const labelOf = (element: Element): string => element.getAttribute('aria-label')?.trim() ?? '';
const buttonsIn = (row: Element): number => row.getElementsByTagName('button').length;

/** Somebody who presents has a second row of the same name, with fewer buttons: nobody can mute a picture. */
function personRows(root: Document): Element[] {
  const rows = [...root.querySelectorAll(PEOPLE_ROW)];
  const most = new Map<string, number>();
  for (const row of rows) most.set(labelOf(row), Math.max(most.get(labelOf(row)) ?? 0, buttonsIn(row)));
  return rows.filter((row) => buttonsIn(row) === most.get(labelOf(row)));
}

/** The number in the people toggle's label or badge. */
function headCount(root: Document): number | null {
  const toggle = findBy(root, PEOPLE_TOGGLE)?.element;
  if (toggle) return numberIn(labelOf(toggle)) ?? badgeOf(toggle);
  // No icon, id or name known: a button whose label says the very number of its badge.
  for (const button of root.querySelectorAll('button[aria-label]')) {
    const number = numberIn(labelOf(button));
    if (number !== null && number === badgeOf(button)) return number;
  }
  return null;
}

function badgeOf(button: Element): number | null {
  const box = button.closest('[data-is-tooltip-wrapper]')?.parentElement ?? button;
  for (const part of box.querySelectorAll('*')) {
    if (part.childElementCount === 0 && /^\s*\d+\s*$/.test(part.textContent) && !part.closest('[role=tooltip]')) return Number(part.textContent);
  }
  return null;
}
