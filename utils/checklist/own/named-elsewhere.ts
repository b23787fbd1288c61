/** Topics that two checklists of a team name or file in different ways, for whoever writes one of them: what a page loads first goes without. Pure. */
import { sameContent } from '../../backup/same-content';
import type { Bilingual } from '../checklist';
import type { OwnChecklist } from './own';

type Row = Pick<OwnChecklist, 'list' | 'topics'>;

/** A topic that another checklist names or files otherwise; `place` when it is filed otherwise. */
export interface NamedElsewhere { topic: string; name: Bilingual; other: Bilingual; list: Bilingual; version: number; place: boolean }

/** Where other checklists name a topic of this one otherwise: each wording once, of its newest version. Versions of the same checklist tell their changes themselves. */
export function namedElsewhere(own: Row, rows: readonly Row[]): NamedElsewhere[] {
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
