/** Facts of a page that change slowly, sent only when they changed and never faster than twice a second. */
import type { Emit, PagePerson } from './signals';
import { pageText } from './text';

export const MAX_PEOPLE = 500;

export interface PageFacts {
  title: (room: string, title: string) => void;
  people: (room: string, people: PagePerson[], complete: boolean) => void;
}

/** Remembers what was sent last for a room, so that the same again costs nothing. */
export function pageFacts(emit: Emit): PageFacts {
  let lastTitle = '';
  let lastPeople = '';
  return {
    title: (room, title) => {
      const key = `${room}\n${title}`;
      if (title === '' || key === lastTitle) return;
      lastTitle = key;
      emit({ type: 'title', room, title });
    },
    people: (room, found, complete) => {
      const people = uniquePeople(found);
      const key = JSON.stringify([room, people, complete]);
      if (people.length === 0 || key === lastPeople) return;
      lastPeople = key;
      emit({ type: 'participants', room, people, complete });
    },
  };
}

/** One entry a name, cleaned, at most MAX_PEOPLE. */
function uniquePeople(found: PagePerson[]): PagePerson[] {
  const byName = new Map<string, PagePerson>();
  for (const p of found) {
    const name = pageText(p.name);
    if (name === '' || (!byName.has(name) && byName.size >= MAX_PEOPLE)) continue;
    byName.set(name, { name, self: p.self || (byName.get(name)?.self ?? false) });
  }
  return [...byName.values()];
}
