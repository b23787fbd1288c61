import { expect, it } from 'vitest';
import type { Participant } from '@/utils/meeting/meeting';
import { peopleOf } from '@/utils/meeting/people-of';

const person = (name: string, role = ''): Participant => ({ name, role, side: 'customer', self: false, joinedAt: 1, leftAt: null });
const OLD = { startedAt: 1, participants: [person('김도현', '과장'), person('이수민')] };
const NEW = { startedAt: 2, participants: [person('최민재'), person('김도현', '부장')] };

it('in a meeting only its own people may be named', () => {
  expect(peopleOf(OLD, [NEW, OLD])).toEqual(OLD.participants);
});

it('between meetings everybody, once, the newest meeting first and as it knew them', () => {
  expect(peopleOf(null, [OLD, NEW]).map((p) => `${p.name} ${p.role}`.trim())).toEqual(['최민재', '김도현 부장', '이수민']);
  expect(peopleOf(null, [])).toEqual([]);
});
