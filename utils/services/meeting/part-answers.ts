/** Answers of two deals that were held against each other while a meeting was filed under the wrong one. */
import type { Answer } from '../../checklist/answer';
import type { BatonDatabase } from '../../db/database';
import type { ChangeWriter } from '../../db/undo/change';

/** The answer as it reads with nothing before it that it could differ from. */
export function asFirst(answer: Answer): Answer {
  return { ...answer, relation: 'first', state: answer.relation === 'differs' && answer.state === 'conflict' ? 'answered' : answer.state };
}

/**
 * `moved` are the answers that went from one deal to the other. A contradiction between one of them and one that stayed tells each
 * customer what the other said: it goes, and the later of the two answers says what it says by itself. Call it inside the change that moved them.
 */
export async function partAnswers(database: BatonDatabase, writer: ChangeWriter, [from, to]: readonly [string, string], moved: ReadonlySet<string>): Promise<void> {
  const mixed = await database.contradictions.where('dealId').anyOf([from, to]).filter(({ a, b }) => {
    const cited = [a.answerId, b.answerId].filter((id) => id !== null);
    return cited.some((id) => moved.has(id)) && cited.some((id) => !moved.has(id));
  }).toArray();
  for (const { id, b } of mixed) {
    await writer.remove('contradictions', id);
    const later = b.answerId === null ? undefined : await database.answers.get(b.answerId);
    if (!later) continue;
    const { dealId, topic, at } = later;
    const before = await database.answers.where({ dealId, topic }).filter((one) => one.at < at).count();
    await writer.put('answers', { ...asFirst(later), relation: before === 0 ? 'first' : 'updates' });
  }
}
