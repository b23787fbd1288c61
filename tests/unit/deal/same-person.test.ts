import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Contact } from '@/utils/deal/contact';
import { INFLUENCES } from '@/utils/deal/contact';
import { doubles, samePerson, united } from '@/utils/deal/same-person';
import { SIDES } from '@/utils/meeting/meeting';
import { compareKey } from '@/utils/text/normalize';

let serial = 0;
const person = (more: Partial<Contact> = {}): Contact => ({ id: `c${String(serial += 1)}`, accountId: 'a', name: '이수민', role: '', influence: '', side: 'unknown', email: '', phone: '', remark: '', createdAt: 1, updatedAt: serial, ...more });
const said = (field: string, value: string): string => `${field}:${value}`;

describe('two contacts', () => {
  it.each<[string, Partial<Contact>, Partial<Contact>, 'same' | 'maybe' | 'other']>([
    ['the same mail address', { email: 'Lee@corp.kr ' }, { email: 'lee@corp.kr', role: '팀장' }, 'same'],
    ['the same mail address, the title in one name', { email: 'lee@corp.kr', name: '이수민 팀장' }, { email: 'lee@corp.kr' }, 'same'],
    ['the same mail address, other roles', { email: 'lee@corp.kr', role: '팀장' }, { email: 'lee@corp.kr', role: '이사' }, 'same'],
    ['a mail address of a team', { email: 'info@corp.kr' }, { email: 'info@corp.kr', name: '김도현' }, 'maybe'],
    ['the same name', {}, {}, 'same'],
    ['the same name, written apart', { name: '이 수민' }, {}, 'same'],
    ['the same name, the role longer', { role: '팀장' }, { role: '물류팀 팀장' }, 'same'],
    ['the same name, one with an address', { email: 'lee@corp.kr' }, { phone: '010-1234-5678' }, 'same'],
    ['the same number in two ways', { phone: '+82 10-1234-5678' }, { phone: '01012345678' }, 'same'],
    ['the same name and two addresses', { email: 'lee@corp.kr' }, { email: 'sm@corp.kr' }, 'maybe'],
    ['the same name and two roles', { role: '팀장' }, { role: '회계사' }, 'maybe'],
    ['the same name, a role within a word of the other', { role: 'IT' }, { role: 'Audit' }, 'maybe'],
    ['the same name, the role longer and written together', { role: 'IT팀' }, { role: '본사 IT 팀 과장' }, 'same'],
    ['the same mail address, the name within a word of the other', { email: 'lee@corp.kr', name: 'Lee' }, { email: 'lee@corp.kr', name: 'Kathleen' }, 'maybe'],
    ['the same mail address, the name apart in the longer one', { email: 'lee@corp.kr', name: '이수민' }, { email: 'lee@corp.kr', name: '이 수민 팀장' }, 'same'],
    ['the same number, once with words', { phone: '010-1234-5678 (오전만)' }, { phone: '01012345678' }, 'same'],
    ['the same name and two numbers', { phone: '010-1111-1111' }, { phone: '010-2222-2222' }, 'maybe'],
    ['the same name on two sides', { side: 'customer' }, { side: 'sales' }, 'maybe'],
    ['the same name, judged in two ways', { influence: 'decides' }, { influence: 'blocks', email: 'lee@corp.kr' }, 'maybe'],
    ['other names', {}, { name: '김도현' }, 'other'],
    ['a name within another', { name: '김도' }, { name: '김도현' }, 'other'],
    ['names without a letter', { name: '!' }, { name: '?' }, 'other'],
  ])('%s', (_what, a, b, verdict) => {
    expect([samePerson(person(a), person(b)), samePerson(person(b), person(a))]).toEqual([verdict, verdict]);
  });

  it('that somebody said are two stay two', () => {
    const [a, b] = [person({ id: 'x', apart: ['y'] }), person({ id: 'y' })];
    expect([samePerson(a, b), samePerson(b, a)]).toEqual(['other', 'other']);
    expect(doubles([a, b, person({ id: 'z' })]).map((pair) => [pair.a.id, pair.b.id])).toEqual([['x', 'z']]);
  });
});

describe('united', () => {
  const word = fc.constantFrom('', '이수민', '이수민 팀장', 'Lee', '팀장', 'IT', 'Audit', 'lee@corp.kr', '010-1', '010-2', '010-1 (오전만)', '0101 (안내)', '둘째 말');
  const any = fc.record({ name: word, role: word, email: word, phone: word, remark: word, influence: fc.constantFrom('' as const, ...INFLUENCES), side: fc.constantFrom(...SIDES), createdAt: fc.nat(9), updatedAt: fc.nat(9) });

  it('no field is lost, whoever stays', () => {
    fc.assert(fc.property(any, any, (one, two) => {
      const [a, b] = [person(one), person(two)];
      const both = united(a, b, said, 20);
      const text = Object.values(both).join(' · ');
      for (const { name, role, email, phone, remark, influence, side } of [a, b]) {
        const figures = (number: string): string => number.replace(/\D/gu, '');
        for (const part of [name, role, email, remark]) expect(compareKey(text)).toContain(compareKey(part));
        // Word by word, also what stands beside a number.
        const words = (said: string): string[] => said.toLowerCase().match(/\p{L}+/gu) ?? [];
        expect(words(text)).toEqual(expect.arrayContaining(words([name, role, email, phone, remark].join(' '))));
        expect(figures(text)).toContain(figures(phone));
        expect(influence === '' || both.influence === influence || both.remark.includes(said('influence', influence))).toBe(true);
        expect(side === 'unknown' || both.side === side || both.remark.includes(said('side', side))).toBe(true);
      }
      expect(both).toMatchObject({ id: a.id, createdAt: Math.min(a.createdAt, b.createdAt), updatedAt: 20 });
    }));
  });

  it('has the later word where both say something, and the longer of two that say the same', () => {
    const both = united(person({ role: '팀장', phone: '010-1', updatedAt: 1, remark: '골프' }), person({ role: '물류팀 팀장', phone: '010-2', updatedAt: 2, remark: '골프' }), said, 3);
    expect(both).toMatchObject({ role: '물류팀 팀장', phone: '010-2', remark: '골프 · 010-1' });
  });

  it.each<[string, Partial<Contact>, Partial<Contact>, Partial<Contact>]>([
    ['words beside the earlier number', { phone: '010-1234-5678 (오전만)' }, { phone: '010-1234-5678' }, { phone: '010-1234-5678 (오전만)', remark: '' }],
    ['words beside both', { phone: '010-1234-5678 (오전만)' }, { phone: '010-1234-5678 (안내)' }, { phone: '010-1234-5678 (오전만)', remark: '010-1234-5678 (안내)' }],
    ['a role within a word of the other', { role: 'IT' }, { role: 'Audit' }, { role: 'Audit', remark: 'IT' }],
    ['a name written apart', { name: '이 수민' }, { name: '이수민 팀장' }, { name: '이수민 팀장', remark: '' }],
  ])('%s', (_what, one, other, expected) => {
    const pair = [person({ ...one, updatedAt: 1 }), person({ ...other, updatedAt: 2 })] as const;
    expect(united(...pair, said, 3)).toMatchObject(expected);
    expect(united(pair[1], pair[0], said, 3)).toMatchObject(expected);
  });
});
