/** Topics of a team's own go by id: two files may name one in different ways, and each checklist keeps its own name. Pure. */
import { sameContent } from '../../backup/same-content';
import type { Bilingual, TopicCatalogue } from '../checklist';
import type { OwnChecklist } from './own';

type Row = Pick<OwnChecklist, 'id' | 'list' | 'topics' | 'updatedAt'>;

/** What a customer may not see stays unseen, whichever row says so. */
const HIDDEN = 'commercial';

/** Names of the own topics of all rows: of one that they name differently, the name of the row changed last, and the place in the packet that shows least. */
function namesIn(rows: readonly Row[]): TopicCatalogue {
  const names: TopicCatalogue = {};
  for (const { topics } of [...rows].sort((a, b) => a.updatedAt - b.updatedAt || (a.id < b.id ? -1 : 1))) {
    for (const [id, topic] of Object.entries(topics)) names[id] = names[id]?.packetSection === HIDDEN ? { ...topic, packetSection: HIDDEN } : topic;
  }
  return names;
}

/** The same as the checklists with these row ids have it, whatever others say: those of a deal name what it asks. */
export function topicNames(rows: readonly Row[], of: readonly string[]): TopicCatalogue {
  return { ...namesIn(rows), ...namesIn(rows.filter(({ id }) => of.includes(id))) };
}

/** A topic that another checklist names or files otherwise; `place` when it is filed otherwise. */
export interface NamedElsewhere { topic: string; name: Bilingual; other: Bilingual; list: Bilingual; version: number; place: boolean }

/** Where other checklists name a topic of this one otherwise: each wording once, of its newest version. Versions of the same checklist tell their changes themselves. */
export function namedElsewhere(own: Pick<OwnChecklist, 'list' | 'topics'>, rows: readonly Row[]): NamedElsewhere[] {
  const found = new Map<string, NamedElsewhere>();
  for (const { list, topics } of [...rows].sort((a, b) => a.list.version - b.list.version)) {
    if (list.id === own.list.id) continue;
    for (const [topic, mine] of Object.entries(own.topics)) {
      const theirs = topics[topic];
      if (theirs && !sameContent(mine, theirs)) found.set(`${topic} ${list.id}`, { topic, name: mine, other: theirs, list: list.name, version: list.version, place: mine.packetSection !== theirs.packetSection });
    }
  }
  return [...found.values()];
}
