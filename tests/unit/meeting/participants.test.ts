/** Who is in the room, and who must still be told that something is kept (domain.md §6 no. 12). */
import { describe, expect, it } from 'vitest';
import type { Consent, Participant } from '@/utils/meeting/meeting';
import { consentsOnRecord } from '@/utils/meeting/consent-record';
import { currentConsents, mergeParticipants, MOST_PARTICIPANTS, namesBySide, peopleToTell, untoldSince } from '@/utils/meeting/participants';

function person(name: string, part: Partial<Participant> = {}): Participant {
  return { name, side: 'customer', role: '', self: false, joinedAt: 0, leftAt: null, ...part };
}
function consent(who: string, part: Partial<Consent> = {}): Consent {
  return { id: `c-${who}`, who, notes: true, captions: 'off', audio: false, condition: '', note: '', wording: '', at: 50, untoldFrom: null, ...part };
}

describe('people', () => {
  it('are named by side, each once; whose side is not known is none of ours', () => {
    const first = [person('이수민'), person('박서연', { side: 'sales' }), person('누구', { side: 'unknown' }), person('나', { side: 'unknown', self: true })];
    expect(namesBySide([{ participants: first }, { participants: [person('이수민'), person('정하늘', { side: 'delivery' })] }])).toEqual({ customer: ['이수민', '누구'], ours: ['박서연', '나', '정하늘'] });
  });

  it('adds, keeps sides, marks who left only when the list is complete', () => {
    const one = mergeParticipants([], [{ name: '김도현', self: false }, { name: '박서연', self: true }], false, 10);
    expect(one).toEqual([person('김도현', { side: 'unknown', joinedAt: 10 }), person('박서연', { side: 'sales', self: true, joinedAt: 10 })]);
    const sided = one.map((p) => (p.self ? p : { ...p, side: 'customer' as const, role: '팀장' }));
    expect(mergeParticipants(sided, [{ name: '박서연', self: true }], false, 20)[0]?.leftAt).toBeNull();
    const left = mergeParticipants(sided, [{ name: '박서연', self: true }], true, 20);
    expect(left[0]).toMatchObject({ leftAt: 20, side: 'customer' });
    expect(mergeParticipants(left, [{ name: '김도현', self: false }], false, 30)[0]).toMatchObject({ leftAt: null, joinedAt: 10, role: '팀장' });
  });

  it('stops growing when a page makes up names without end, and forgets nobody who was there', () => {
    const names = (from: number, count: number) => Array.from({ length: count }, (_, i) => ({ name: `n${String(from + i)}`, self: false }));
    let list = mergeParticipants([], names(0, 1_000), false, 1);
    for (let i = 1; i < 5; i += 1) list = mergeParticipants(list, names(i * 1_000, 1_000), false, i);
    expect(list).toHaveLength(MOST_PARTICIPANTS);
    expect(list[0]?.name).toBe('n0');
    expect(mergeParticipants(list, names(0, 1), true, 9).filter((p) => p.leftAt === null).map((p) => p.name)).toEqual(['n0']);
  });

  it('lists nobody twice, and keeps the moment at which someone left', () => {
    const here = mergeParticipants([], [{ name: 'Kim', self: false }], true, 10);
    expect(mergeParticipants(here, [{ name: 'Kim', self: false }], true, 20)).toEqual(here);
    expect(mergeParticipants([], [{ name: 'Kim', self: false }, { name: 'Kim', self: false }], true, 10)).toHaveLength(1);
    const left = mergeParticipants(here, [], true, 20);
    expect(mergeParticipants(left, [], true, 30)[0]?.leftAt).toBe(20);
  });

  it('knows the rep once the page has named them, and takes nobody else for the rep', () => {
    const once = mergeParticipants([person('박서연'), person('Kim')], [{ name: '박서연', self: true }, { name: 'Kim', self: false }], true, 1);
    expect(once.map((p) => p.self)).toEqual([true, false]);
    expect(mergeParticipants(once, [{ name: '박서연', self: false }], false, 2)[0]?.self).toBe(true);
  });

  it('knows people of earlier meetings by their name, and what is unknown of them stays so', () => {
    const known = [{ name: 'Sofia', side: 'customer' as const, role: 'IT' }, { name: '박서연', side: 'unknown' as const, role: 'AE' }];
    expect(mergeParticipants([], [{ name: 'Sofia', self: false }], false, 1, known)[0]).toMatchObject({ side: 'customer', role: 'IT' });
    expect(mergeParticipants([], [{ name: 'Emma', self: false }], false, 1, known)[0]).toMatchObject({ side: 'unknown', role: '' });
    expect(mergeParticipants([], [{ name: '박서연', self: true }], false, 1, known)[0]).toMatchObject({ side: 'sales', role: 'AE' });
  });
});

describe('consents', () => {
  it('count by the newest of each person, in whatever order they were kept', () => {
    const [yes, no, other] = [consent('Kim', { id: '1', audio: true, at: 50 }), consent('Kim', { id: '2', at: 60 }), consent('Lee', { id: '3', at: 55 })];
    for (const list of [[yes, other, no], [no, other, yes], [other, no, yes]]) expect(currentConsents(list).map((c) => c.id).sort()).toEqual(['2', '3']);
    expect(currentConsents([])).toEqual([]);
  });

  it('stay on record with their time where the same person took something back', () => {
    const list = [
      consent('Kim', { id: '1', audio: true, captions: 'stored', at: 50 }), consent('Kim', { id: '2', audio: false, captions: 'stored', at: 60 }), consent('Lee', { id: '3', captions: 'off', at: 55 }), consent('Lee', { id: '4', captions: 'stored', at: 70 }),
      consent('Choi', { id: '5', captions: 'stored', at: 52 }), consent('Choi', { id: '6', captions: 'display_only', at: 80 }),
    ];
    expect(consentsOnRecord([...list].reverse()).map((c) => c.id)).toEqual(['1', '5', '2', '4', '6']);
    expect(consentsOnRecord([])).toEqual([]);
  });
});

describe('who came in before being told', () => {
  const people = [person('Kim'), person('Choi', { joinedAt: 100 })];

  it.each<[string, Partial<Consent>, number | null]>([
    ['stored captions', { captions: 'stored' }, 100], ['sound', { audio: true }, 100], ['both', { captions: 'stored', audio: true }, 100],
    ['captions only shown', { captions: 'display_only' }, null], ['notes alone', {}, null], ['sound from the moment they came in', { audio: true, at: 100 }, null],
  ])('%s', (_what, part, since) => { expect(untoldSince('Choi', people, [consent('Kim', part)])).toBe(since); });

  it('is nobody who was asked, who is not there, or who came when all had withdrawn', () => {
    const kept = consent('Kim', { audio: true });
    expect(untoldSince('Kim', people, [kept])).toBeNull();
    expect(untoldSince('Choi', people, [kept, consent('Choi', { at: 120 })])).toBeNull();
    expect(untoldSince('Nobody', people, [kept])).toBeNull();
    expect(untoldSince('Choi', people, [])).toBeNull();
    expect(untoldSince('Choi', people, [kept, consent('Kim', { at: 80 })])).toBeNull();
    expect(untoldSince('Choi', people, [kept, consent('Kim', { at: 150 })])).toBe(100);
    expect(untoldSince('Choi', people, [consent('Lee'), kept])).toBe(100);
  });
});

describe('whom to tell', () => {
  it('names who is present and not ours, while something is kept', () => {
    const room = [person('Kim'), person('Choi'), person('Guest', { side: 'unknown' }), person('박서연', { side: 'sales' }), person('Dev', { side: 'delivery' }), person('Gone', { leftAt: 9 })];
    expect(peopleToTell(room, [consent('Kim', { audio: true })])).toEqual(['Choi', 'Guest']);
    expect(peopleToTell(room, [consent('Choi'), consent('Kim', { captions: 'stored' })])).toEqual(['Guest']);
  });

  it('names nobody when nothing is kept, or no longer', () => {
    const room = [person('Kim'), person('Choi')];
    expect(peopleToTell(room, [])).toEqual([]);
    expect(peopleToTell(room, [consent('Kim', { captions: 'display_only' })])).toEqual([]);
    expect(peopleToTell(room, [consent('Kim', { audio: true }), consent('Kim', { at: 70 })])).toEqual([]);
  });
});
