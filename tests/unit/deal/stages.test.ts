/** Stages on the way to a contract: what an earlier one needs stays due at a later one (domain.md §0.2). */
import { expect, it } from 'vitest';
import { isDueAt, RELATIONSHIPS, stageRank, STAGES, strongerRelationship } from '@/utils/deal/deal';

it('ranks the stages in the order in which a deal goes through them', () => {
  expect(STAGES.map(stageRank)).toEqual([0, 1, 2]);
});

it('keeps what was due before, and asks for nothing ahead of its stage', () => {
  expect(STAGES.map((stage) => STAGES.filter((by) => isDueAt(by, stage)))).toEqual([['first'], ['first', 'estimate'], ['first', 'estimate', 'contract']]);
});

it('of two relationships the one that has come further is the stronger, whichever is named first', () => {
  const pairs = RELATIONSHIPS.flatMap((a) => RELATIONSHIPS.map((b) => [strongerRelationship(a, b), RELATIONSHIPS[Math.max(RELATIONSHIPS.indexOf(a), RELATIONSHIPS.indexOf(b))]]));
  expect(pairs.every(([found, meant]) => found === meant)).toBe(true);
});
