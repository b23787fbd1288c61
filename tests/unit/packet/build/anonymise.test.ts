/** Names out of a copy: which forms of a name are found, and that nothing else is touched. */
import { describe, expect, it } from 'vitest';
import type { Packet } from '@/utils/packet/schema';
import { aContradiction, aGap, aMeeting, anAnswer, aNote, aPromise, aWant, FURTHER, LIST, small, smallInput, T0 } from '../small';

const person = (name: string, role = '') => ({ name, side: 'customer' as const, role, self: false, joinedAt: T0, leftAt: null });
const account = { ...smallInput().account, name: '㈜ 한빛 물류' };

/** How a decision reads in the anonymised copy of a deal with these people. */
function read(text: string, names: string[], language: 'ko' | 'en' = 'ko', accountName = '㈜ 한빛 물류'): string {
  const packet = small({ account: { ...account, name: accountName }, meetings: [aMeeting({ participants: names.map((n) => person(n)) })], notes: [aNote('decision', 'd', { text })] }, { redaction: 'anonymised', language, createdBy: '' });
  return packet.decisions[0]?.text ?? '';
}

describe('whoever answers for something is known by name', () => {
  const notes = [aNote('decision', 'd', { text: '문재웅이 범위를 맡음' })];
  const signed = (more: object) => ({ deal: { ...smallInput().deal, course: [{ to: 'contracted' as const, on: '2026-11-25', why: '', at: T0 }], ...more } });
  const costing = { currency: 'KRW' as const, effort: null, rates: [], direct: 1, subcontract: 0, contingency: 0, price: 2, targetMargin: 20, inHandoff: true };
  const estimate = { by: '문재웅', on: '2026-11-25', class: 'rough' as const, effort: [{ role: 'PM', low: 1, likely: 1, high: 1 }], durationWeeks: null, packetNumber: 1 };
  it.each<[string, Parameters<typeof small>[0]]>([
    ['items at the signature', signed({ itemsAccepted: [{ topic: 'scope.must', by: '문재웅', why: '', at: T0 }] })], ['risks at the signature', signed({ risksAccepted: [{ kind: 'acceptance', ref: '', by: '문재웅', why: '', at: T0 }] })],
    ['an estimate', { deal: { ...smallInput().deal, costing }, estimate }], ['how a want is met', { wants: [aWant('w', { customClass: 'standard', classedBy: '문재웅' })] }],
  ])('%s', (_what, rows) => {
    const purpose = 'handoff';
    expect(JSON.stringify(small({ notes, ...rows }, { purpose }))).toContain('"문재웅"');
    expect(small({ notes, ...rows }, { redaction: 'anonymised', purpose }).decisions[0]?.text).toMatch(/^사람 \d+이 범위를 맡음$/u);
  });
});

describe('a Korean name is found', () => {
  it.each([
    ['whole', '김민수가 정함', '사람 1가 정함'], ['with a space', '김 민수가 정함', '사람 1가 정함'], ['by the given name and a title', '민수 과장이, 민수님이, 민수씨가', '사람 1 과장이, 사람 1님이, 사람 1씨가'],
    ['by the surname and a title', '김 과장이 김부장에게, 김씨도', '사람 1 과장이 사람 1부장에게, 사람 1씨도'], ['with a space and a title', '김 민수 과장이', '사람 1 과장이'], ['beside Latin letters', 'PM김민수PM', 'PM사람 1PM'], ['inside a longer text, again and again', '김민수,김민수/김민수', '사람 1,사람 1/사람 1'],
  ])('%s', (_how, text, shown) => expect(read(text, ['김민수'])).toBe(shown));

  it('not inside another word, and not without a title where only a part stands', () => {
    expect(read('민수기 보고, 민수 자원, 김 한 장, 김치, 별김 과장, 이민수 대리', ['김민수'])).toBe('민수기 보고, 민수 자원, 김 한 장, 김치, 별김 과장, 이민수 대리');
  });

  it('of two letters: whole and by the surname and a title', () => {
    expect(read('오민이 말함, 오 대리, 민 대리, 오 민', ['오민'])).toBe('사람 1이 말함, 사람 1 대리, 민 대리, 오 민');
  });

  it('as it was recorded with a title, a company or a role in brackets', () => {
    for (const name of ['김민수 팀장', '김민수팀장', '김민수 (영업)', '김민수(영업)', '김민수（영업）', '김민수 수석 연구원', '김민수  팀장', ' 김민수 ']) expect(read('김민수가 정함', [name]), name).toBe('사람 1가 정함');
    expect(read('김민수 팀장이 정함', ['김민수 팀장'])).toBe('사람 1이 정함');
  });

  it('even when the name is nothing but a title', () => expect(read('팀장, 과장, 대리', ['팀장', '과장'])).toBe('사람 1, 사람 2, 대리'));

  it('a guest is not taken for somebody called so', () => expect(read('손님이 손 과장과 옴', ['손민수'])).toBe('손님이 사람 1 과장과 옴'));

  it('a blank name is nobody', () => expect(read('가 나', [' ', '김민수'])).toBe('가 나'));

  it('the longest first: one name inside another does not break it', () => {
    expect(read('남궁민수와 궁민이', ['궁민', '남궁민수'])).toBe('사람 2와 사람 1이');
  });
});

describe('a name in Latin letters is found', () => {
  it.each([
    ['whole, in any case', 'JANE DOE, jane doe and Jane Doe', 'Person 1, Person 1 and Person 1'], ['by one of its parts, as written', 'Jane agreed, Doe too; jane did not', 'Person 1 agreed, Person 1 too; jane did not'],
    ['not inside a word', 'Janet, Doen, xJane, 1Jane, Jane1', 'Janet, Doen, xJane, 1Jane, Jane1'],
  ])('%s', (_how, text, shown) => expect(read(text, ['Jane Doe'], 'en')).toBe(shown));

  it('of one word by whole words only, initials left alone', () => {
    expect(read('Al called, also ALL; al too', ['Al'], 'en')).toBe('Person 1 called, also ALL; Person 1 too');
    expect(read('J and Doe', ['J. Doe'], 'en')).toBe('J and Person 1');
    expect(read('A plan; plan B', ['A (sales)', 'B'], 'en')).toBe('A plan; plan Person 2');
    expect(read('J 과장, ane 과장', ['Jane'])).toBe('J 과장, ane 과장');
  });

  it('with signs that mean something in a pattern', () => {
    expect(read('a+b (x) met A.B; axb did not', ['a+b', 'A.B'], 'en')).toBe('Person 1 (x) met Person 2; axb did not');
  });

  it('of one word in two scripts: as it was recorded, Hangul with particles, Latin as a whole word', () => {
    expect(read('Kim민수가, xKim민수, K 과장', ['Kim민수'])).toBe('사람 1가, xKim민수, K 과장');
    expect(read('그민수Kim, 민수Kimx, 민 과장', ['민수Kim'])).toBe('그사람 1, 민수Kimx, 민 과장');
  });

  it('written in two scripts: each part by itself', () => expect(read('Jane 또는 미경이', ['Jane 미경'])).toBe('사람 1 또는 사람 1이'));

  it('that reads like a label is not replaced twice', () => {
    expect(read('Person and Jane', ['Jane', 'Person'], 'en')).toBe('Person 2 and Person 1');
    expect(read('Alexander and Person', ['Alexander', 'Person'], 'en')).toBe('Person 1 and Person 2');
  });
});

describe('the customer is found', () => {
  it.each([['㈜ 한빛 물류가', '고객사가'], ['한빛 물류와 한빛물류', '고객사와 고객사'], ['한빛의', '한빛의']])('%s', (text, shown) => expect(read(text, [])).toBe(shown));

  it('in English, without Inc., Ltd and the like, in any case', () => {
    for (const name of ['Acme Inc.', 'Acme, Inc.', 'Acme, Ltd', 'Acme Co., Ltd.', 'ACME GmbH', 'acme Corp.', 'Acme LLC', 'Acme Corporation', 'Acme (Co)']) {
      expect(read('acme pays, Income stays', [], 'en', name), name).toBe('Customer pays, Income stays');
    }
    for (const [name, text] of [['한빛(주)물류', '한빛 물류'], ['Acme  Logistics Ltd', 'Acme Logistics'], ['(Co.) Acme', 'Acme']] as const) expect(read(`${text}!`, [], 'en', name), name).toBe('Customer!');
    for (const name of ['(주)한빛', '한빛(주)', '주식회사 한빛', '유한회사 한빛', '㈜한빛', '(주) (주) 한빛']) expect(read('한빛이', [], 'ko', name), name).toBe('고객사이');
  });

  it('not by a single letter, which stands everywhere', () => expect(read('A plan', [], 'en', 'A Inc')).toBe('A plan'));
});

describe('addresses', () => {
  it('of mail and telephone are masked whosever they are; dates, amounts and versions stay', () => {
    expect(read('soo.min+x@hanbit.co.kr, 010-1234-5678, 02-123-4567, +82 10 1234 5678, (031) 123-4567, 010.1234.5678', [])).toBe('***@***, ***-****-****, ***-****-****, ***-****-****, ***-****-****, ***-****-****');
    expect(read('2026-12-10 10:30, 1,000,000원, v1.2.3, 3-4명, 12-3456-78901', [])).toBe('2026-12-10 10:30, 1,000,000원, v1.2.3, 3-4명, 12-3456-78901');
  });
});

describe('wherever a name is recorded', () => {
  const names = ['가참석', '나동의', '다작성', '라발언', '마결정', '바담당', '사답변', '아약속', '자먼저', '차나중', '카전말', '타전결', '파합의', '하합의'];
  const [attends, consents, writes, says, decides, owns, asked, promises, first, second, saidBefore, decidedBefore] = names as [string, string, string, string, string, string, string, string, string, string, string, string];
  const people = (name: string) => ({ kind: 'people' as const, people: [{ name, role: '' }] });
  const make = (redaction: 'internal' | 'anonymised'): Packet => small({
    checklist: { ...LIST, agreement: { sales: { name: '파합의', at: '2026-11-01' }, delivery: { name: '하합의', at: '2026-11-01' } } }, alsoChecklists: [FURTHER],
    meetings: [aMeeting({ participants: [person(attends)], aim: names.join(' '), consents: [{ id: 'c', who: consents, notes: true, captions: 'off', audio: false, condition: names.join(' '), note: '', wording: '', at: T0, untoldFrom: null }] })],
    answers: [
      anAnswer('scope.must', names.join(' '), { saidBy: says }), anAnswer('people.decider', null, { saidBy: '', value: people(decides) }), anAnswer('people.decider', null, { id: 'before', at: T0, saidBy: saidBefore, value: people(decidedBefore) }),
    ],
    // Of some things nobody is known: that is nobody, and takes no number.
    gaps: [aGap('g', { question: names.join(' '), owner: owns, askWhom: asked, route: 'ask_customer' }), aGap('h')], commitments: [aPromise('o', { saidBy: '' }), aPromise('p', { words: names.join(' '), saidBy: promises })],
    contradictions: [aContradiction('users.count', { a: { text: '', saidBy: '', at: T0, answerId: null }, b: { text: '', saidBy: '', at: T0, answerId: null }, at: T0 }), aContradiction('scope.must', { a: { text: names.join(' '), saidBy: first, at: T0, answerId: null }, b: { text: '', saidBy: second, at: T0, answerId: null } })],
    notes: [aNote('decision', 'd', { text: names.join(' ') })], wants: [aWant('w', { words: names.join(' ') })],
  }, { redaction, createdBy: writes });

  it('it is found in every text of the copy', () => {
    expect(names.filter((n) => !JSON.stringify(make('internal')).includes(n))).toEqual([]);
    expect(names.filter((n) => JSON.stringify(make('anonymised')).includes(n))).toEqual([]);
    expect(make('anonymised').decisions[0]?.text.match(/\d+/g)?.map(Number).sort((a, b) => a - b)).toEqual(names.map((_name, i) => i + 1));
  });

  it('people get numbers in the order in which they appear, the same for one person recorded twice', () => {
    const packet = small({ meetings: [aMeeting({ participants: [person('김민수'), person('이영희'), person('김민수 팀장')] })] }, { redaction: 'anonymised', createdBy: '이영희' });
    expect(packet.meetings[0]?.participants.map((p) => p.name)).toEqual(['사람 1', '사람 2', '사람 1']);
    expect(packet.packet.createdBy).toBe('사람 2');
  });
});

describe('what is no name stays', () => {
  it('codes, ids and dates, even where one reads like a name', () => {
    const names = ['A-02', 'scope.must', 'ask_customer', 'text', 'm1', 'd', 'answered', '2026-12-10', 'customer'];
    const packet = small({
      meetings: [aMeeting({ participants: names.map((n) => person(n)) })], answers: [anAnswer('scope.must', '조회')], notes: [aNote('decision', 'd', { itemId: 'A-02', topic: 'scope.must' })],
      gaps: [aGap('g', { itemId: 'A-02', topic: 'scope.must', route: 'ask_customer', due: '2026-12-10' })],
    }, { redaction: 'anonymised' });
    expect(packet.decisions[0]).toMatchObject({ id: 'd', itemId: 'A-02', topic: 'scope.must', meetingId: 'm1' });
    expect(packet.gaps[0]).toMatchObject({ itemId: 'A-02', route: 'ask_customer', due: '2026-12-10', state: 'open' });
    expect(packet.answers[1]).toMatchObject({ itemId: 'A-02', state: 'answered', value: { kind: 'text' } });
    expect(packet.people.every((p) => p.side === 'customer')).toBe(true);
  });

  it('the words of the checklists, which are ours; who agreed to them is left out', () => {
    const packet = small({ account: { ...account, name: '예산' }, meetings: [aMeeting({ participants: [person('맞춤 개발'), person('불편')] })], alsoChecklists: [{ ...LIST, id: 'list-2' }] }, { redaction: 'anonymised' });
    expect([packet.checklist, ...packet.alsoChecklists].map((c) => [c.name.ko, c.agreement])).toEqual([['맞춤 개발', null], ['맞춤 개발', null]]);
    for (const list of [packet.answers, packet.alsoAnswers]) expect(list.map((a) => [a.question.ko, a.topicName.ko]).slice(0, 4)).toEqual([['불편?', '불편'], ['필수 범위?', '필수 범위'], ['사용자 수?', '사용자 수'], ['예산?', '예산']]);
  });
});
