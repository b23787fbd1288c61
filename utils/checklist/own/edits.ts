/** What can be done to the items and sections of a draft. Each returns a new list; nothing that is unknown is touched. */
import type { Bilingual, Checklist, ChecklistItem } from '../checklist';
import { bothLanguages, freeItemId, inSections, lastNumber } from './own';

/** All of an item that a form asks; the id is the list's. */
export type ItemFields = Omit<ChecklistItem, 'id'>;

/** An item before anybody wrote into it. */
export function blankItem(section: string): ItemFields {
  return {
    section, topic: '', ask: { ko: '', en: '' }, why: { ko: '', en: '' }, type: 'text', need: 'minimum', by: 'first', estimate: 'refines', bring: 'pm',
    goodAnswer: { ko: '', en: '' }, keywords: { ko: [], en: [] }, whoCanAnswer: [],
  };
}

/** Both languages filled in, only what the type asks for kept. Options pair by position, so an empty one goes from both. */
export function tidyItem({ options, multi, unit, ...fields }: ItemFields): ItemFields {
  const { ko: korean, en: english } = options ?? { ko: [], en: [] };
  // Written in one language only, whichever: the other list is empty then.
  const pairs = Array.from({ length: Math.max(korean.length, english.length) }, (_, i) => bothLanguages({ ko: korean[i] ?? '', en: english[i] ?? '' })).filter(({ ko }) => ko !== '');
  return {
    ...fields, ask: bothLanguages(fields.ask), why: bothLanguages(fields.why), goodAnswer: bothLanguages(fields.goodAnswer),
    ...(fields.type === 'choice' ? { options: { ko: pairs.map((p) => p.ko), en: pairs.map((p) => p.en) }, ...(multi === undefined ? {} : { multi }) } : {}),
    ...(fields.type === 'number' && unit && bothLanguages(unit).ko !== '' ? { unit: bothLanguages(unit) } : {}),
  };
}

/** Another name, or another sentence on what it is for. */
export function withHead(list: Checklist, { name, purpose }: Pick<Checklist, 'name' | 'purpose'>): Checklist {
  return { ...list, name: bothLanguages(name), purpose: bothLanguages(purpose) };
}

/** Writes an item: a new one (`id` null), and one that comes from another section, at the end of its section. */
export function withItem(list: Checklist, id: string | null, fields: ItemFields): Checklist {
  const tidy = tidyItem(fields);
  if (id === null) return inSections({ ...list, items: [...list.items, { id: freeItemId(list), ...tidy }] });
  const before = list.items.find((item) => item.id === id);
  if (!before) return list;
  if (before.section !== tidy.section) return inSections({ ...list, items: [...list.items.filter((item) => item.id !== id), { id, ...tidy }] });
  return { ...list, items: list.items.map((item) => (item.id === id ? { id, ...tidy } : item)) };
}

/** The last one stays: a checklist without items is none. */
export function withoutItem(list: Checklist, id: string): Checklist {
  return list.items.length === 1 ? list : { ...list, items: list.items.filter((item) => item.id !== id), lastNumber: lastNumber(list) };
}

/** One place up (-1) or down (1), within its section; at its end it stays. */
export function movedItem(list: Checklist, id: string, by: -1 | 1): Checklist {
  const item = list.items.find((one) => one.id === id);
  const mates = list.items.filter((one) => one.section === item?.section);
  const other = mates[mates.findIndex((one) => one.id === id) + by];
  if (!item || !other) return list;
  return { ...list, items: list.items.map((one) => (one.id === id ? other : one.id === other.id ? item : one)) };
}

/** Names a section anew; `id` null adds one at the end, under the first free `s<n>`. */
export function withSection(list: Checklist, id: string | null, name: Bilingual): Checklist {
  const both = bothLanguages(name);
  if (id !== null) return { ...list, sections: list.sections.map((one) => (one.id === id ? { id, ...both } : one)) };
  const taken = new Set(list.sections.map((one) => one.id));
  let n = list.sections.length + 1;
  while (taken.has(`s${String(n)}`)) n += 1;
  return { ...list, sections: [...list.sections, { id: `s${String(n)}`, ...both }] };
}

/** Takes an empty section away; one with items stays, and so does the last. */
export function withoutSection(list: Checklist, id: string): Checklist {
  return list.sections.length === 1 || list.items.some((item) => item.section === id) ? list : { ...list, sections: list.sections.filter((one) => one.id !== id) };
}

/** A section one place up or down, with its items. */
export function movedSection(list: Checklist, id: string, by: -1 | 1): Checklist {
  const at = list.sections.findIndex((one) => one.id === id);
  const section = list.sections[at];
  const other = list.sections[at + by];
  if (!section || !other) return list;
  return inSections({ ...list, sections: list.sections.map((one, i) => (i === at ? other : i === at + by ? section : one)) });
}
