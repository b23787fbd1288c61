/** Topics of a team's own go by id: two files may name one in different ways, and each checklist keeps its own name. Pure. */
import type { TopicCatalogue } from '../checklist';
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
