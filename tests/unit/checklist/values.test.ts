/** Typed answers, word by word: what they are read as, how they are shown, and when two of them say the same. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue, MoneyPart } from '@/utils/checklist/answer';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { parseValue, sameValue, valueText } from '@/utils/checklist/parse-value';
import { parsePeople } from '@/utils/checklist/value/parse-people';
import { labelsAround } from '@/utils/checklist/value/value-labels';

type Shape = Pick<ChecklistItem, 'type' | 'options' | 'multi' | 'unit'>;
const KO = { baseDate: '2026-11-24', currency: 'KRW', language: 'ko' } as const;
const EN = { baseDate: '2026-11-24', currency: 'GBP', language: 'en' } as const;
const ko = (type: Shape['type'], raw: string): AnswerValue => parseValue({ type }, raw, KO);
const en = (type: Shape['type'], raw: string): AnswerValue => parseValue({ type }, raw, EN);
const text = (words: string): AnswerValue => ({ kind: 'text', text: words });
const money = (part: Partial<MoneyPart>): AnswerValue => ({ kind: 'money', parts: [{ min: 1000, currency: 'KRW', vat: 'excluded', per: 'once', ...part }] });
const number = (...parts: [value: number, unit: string, max?: number][]): AnswerValue => ({ kind: 'number', parts: parts.map(([value, unit, max]) => ({ value, unit, ...(max === undefined ? {} : { max }) })) });
const date = (...parts: [date: string, time?: string][]): AnswerValue => ({ kind: 'date', parts: parts.map(([day, time]) => ({ date: day, firm: 'unknown', ...(time === undefined ? {} : { time }) })) });

describe('two answers', () => {
  it.each<[AnswerValue | null, AnswerValue | null, boolean | null]>([
    [money({}), money({ currency: 'USD' }), false], [money({}), money({ max: 2000 }), false], [money({ max: 3000 }), money({ max: 2000 }), false], [money({}), money({ vat: 'included' }), false], [money({}), money({ vat: 'unknown' }), null], [money({}), money({ per: 'year' }), null],
    [number([20, '명', 30]), number([20, '명']), false], [number([20, '명', 30]), number([20, '명', 30]), true], [number([27, '곳'], [32, '곳']), number([32, '곳'], [27, '곳']), true], [number([27, '곳'], [32, '곳']), number([32, '곳'], [28, '곳']), null], [number([27, '곳'], [27, '곳']), number([27, '곳'], [32, '곳']), null], [number([27, '곳'], [32, '곳']), number([27, '곳']), null],
    [number([27, '곳'], [32, '곳'], [33, '곳']), number([27, '곳'], [32, '곳'], [32, '곳']), null], [number([27, '곳'], [27, '곳'], [32, '곳']), number([27, '곳'], [32, '곳']), null], [number([27, '곳'], [1, '명']), number([27, '곳'], [2, '명']), false], [number([27, '곳'], [1, '명']), number([1, '명'], [27, '곳']), true],
    [date(['2027-03-01', '14:00']), date(['2027-03-01', '15:00']), false], [date(['2027-03-01', '14:00']), date(['2027-03-01']), true], [date(['2027-03-01', '14:00']), date(['2027-03-01', '14:00']), true], [date(['2027-03-01'], ['2027-04-01']), date(['2027-04-01'], ['2027-03-01']), true], [date(['2027-03-01'], ['2027-04-01']), date(['2027-03-01']), null],
    [{ kind: 'choice', options: ['a', 'b'] }, { kind: 'choice', options: ['b', 'a'] }, true], [{ kind: 'choice', options: ['a'] }, { kind: 'choice', options: ['a', 'b'] }, false], [{ kind: 'choice', options: ['a'], other: 'x' }, { kind: 'choice', options: ['a'] }, null], [{ kind: 'choice', options: ['a'], other: 'x y' }, { kind: 'choice', options: ['a'], other: 'X-Y' }, true],
    [{ kind: 'yesno', yes: true }, { kind: 'yesno', yes: true, text: 'x' }, true], [text('?'), text('!'), null], [text('?'), text('?'), null], [text('120 명'), number([120, '명']), true], [text('121명'), number([120, '명']), null], [text('x'), null, null], [null, text('x'), null],
  ])('%#: %j and %j', (a, b, same) => { expect([sameValue(a, b), sameValue(b, a)]).toEqual([same, same]); });

  it('of two kinds are for a person to compare', () => {
    const kinds = [text('x'), { kind: 'choice', options: ['a'] }, { kind: 'yesno', yes: true }, number([1, '명']), money({}), date(['2027-03-01']), { kind: 'people', people: [{ name: '이수진', role: '대리' }] }] satisfies AnswerValue[];
    for (const a of kinds) for (const b of kinds) expect([a.kind, b.kind, sameValue(a, b)]).toEqual([a.kind, b.kind, a === b ? true : null]);
  });
});

describe('shown on one line', () => {
  it.each<[AnswerValue | null, string, string]>([
    [null, '', ''], [text(' as typed '), ' as typed ', ' as typed '], [{ kind: 'choice', options: ['웹', '앱'], other: '키오스크' }, '웹, 앱, 키오스크', '웹, 앱, 키오스크'], [{ kind: 'choice', options: ['웹'] }, '웹', '웹'],
    [{ kind: 'yesno', yes: true }, '예', 'Yes'], [{ kind: 'yesno', yes: false }, '아니요', 'No'], [{ kind: 'yesno', yes: true, text: 'SSO' }, '예: SSO', 'Yes: SSO'],
    [{ kind: 'date', parts: [{ date: '2027-03-01', time: '14:00', firm: 'fixed', label: '감사' }, { date: '2027-03-10', firm: 'unknown' }] }, '2027. 3. 1. (월) 14:00 감사, 2027. 3. 10. (수)', 'Mon 1 Mar 2027 14:00 감사, Wed 10 Mar 2027'],
    [{ kind: 'people', people: [{ name: '이수진', role: '대리', note: '주 1일' }, { name: '한지민', role: '' }] }, '이수진 (대리) 주 1일, 한지민', '이수진 (대리) 주 1일, 한지민'],
    [money({ min: 50_000, max: 60_000, currency: 'GBP', per: 'year' }), '50,000~60,000 GBP/년 (부가세 별도)', '50,000~60,000 GBP a year (excl. VAT)'], [money({ per: 'month', vat: 'included', label: '구독' }), '1,000 KRW/월 (부가세 포함) — 구독', '1,000 KRW a month (incl. VAT) — 구독'], [money({ vat: 'unknown' }), '1,000 KRW (부가세 미확인)', '1,000 KRW (VAT unknown)'],
    [number([1500, 'users'], [3, '곳']), '1,500 users, 3곳', '1,500 users, 3곳'], [number([0.5, 'FTE', 1.25]), '0.5~1.25 FTE', '0.5~1.25 FTE'], [{ kind: 'number', parts: [{ value: 3, unit: '곳', label: '지점 3곳' }, { value: 9, unit: '명', label: '직원 9명' }] }, '지점 3곳; 직원 9명', '지점 3곳; 직원 9명'],
  ])('%j is %s and %s', (value, inKo, inEn) => { expect([valueText(value, 'ko'), valueText(value, 'en')]).toEqual([inKo, inEn]); });

  it.each([
    ['전체 1,200명, 동시 30명', '전체 1,200명, 동시 30명'], ['전체 천이백 명, 동시 30명', '1,200명, 30명 — 전체 천이백 명, 동시 30명'], ['약 20~30명', '약 20~30명'], ['약 스무 명에서 30명', '20명, 30명 — 약 스무 명에서 30명'], ['대략 3만 건', '30,000건 — 대략 3만 건'], ['약 1.5일', '약 1.5일'], ['하루 12,345건 정도', '하루 12,345건 정도'],
  ])('%s keeps its words, and gets its digits where the words don’t show them', (raw, shown) => { expect(valueText(ko('number', raw), 'ko')).toBe(shown); });
});

describe('words beside what was read', () => {
  const around = (words: string, ...found: string[]): string[] => labelsAround(words, found.map((one) => [words.indexOf(one), words.indexOf(one) + one.length] as const));

  it.each<[string, string[], string[]]>([
    ['A1 first', ['A1'], ['first']], ['first A1', ['A1'], ['first']], ['one A1 two', ['A1'], ['one  two']], ['A1', ['A1'], ['']],
    ['A1 one B2 two', ['A1', 'B2'], ['one', 'two']], ['one A1 two B2', ['A1', 'B2'], ['one', 'two']], ['one A1, two B2', ['A1', 'B2'], ['one', 'two']], ['A1 one; two B2', ['A1', 'B2'], ['one', 'two']], ['A1 one\ntwo B2', ['A1', 'B2'], ['one', 'two']], ['A1 one / two B2', ['A1', 'B2'], ['one', 'two']],
    ['one, two A1', ['A1'], ['one, two']], ['A1 one /two B2', ['A1', 'B2'], ['one /two', '']], ['A1 ((one), two) B2', ['A1', 'B2'], ['((one), two)', '']], ['A1 a/b B2', ['A1', 'B2'], ['a/b', '']], ['A1 (one, two) B2', ['A1', 'B2'], ['(one, two)', '']], ['A1 ) one, two B2', ['A1', 'B2'], [') one', 'two']], ['A1 (one), two B2', ['A1', 'B2'], ['(one)', 'two']], ['  A1 one B2', ['A1', 'B2'], ['one', '']], ['A1,B2', ['A1', 'B2'], ['', '']], ['A1 one, B2 two', ['A1', 'B2'], ['one', 'two']], ['A1 one, two, three B2', ['A1', 'B2'], ['one', 'two, three']],
  ])('%j with %j are %j', (words, found, labels) => { expect(around(words, ...found)).toEqual(labels); });
});

describe('people', () => {
  it.each<[string, ReturnType<typeof parsePeople>]>([
    ['이수진 대리님; 최민재 과장', [{ name: '이수진', role: '대리' }, { name: '최민재', role: '과장' }]], ['이수진 대리,최민재 과장,', [{ name: '이수진', role: '대리' }, { name: '최민재', role: '과장' }]], ['이수진 대리(기획, 운영)\n정 상무', [{ name: '이수진', role: '대리', note: '기획, 운영' }, { name: '정 상무', role: '' }]],
    ['기술: 정 상무(물류본부장) - 결재', [{ name: '정 상무', role: '물류본부장', note: '기술; 결재' }]], ['IT: Marcus Webb (CFO, acting), signs', null], ['IT: Marcus Webb (CFO) signs', [{ name: 'Marcus Webb', role: 'CFO', note: 'IT; signs' }]], ['Hanna de Vries (PM): weekly', [{ name: 'Hanna de Vries', role: 'PM', note: 'weekly' }]],
    ['이수진 대리 , 아직 모름', null], ['', null], [' , ;', null],
  ])('%j', (raw, people) => { expect(parsePeople(raw)).toEqual(people); });

  it('are not looked for in prose', () => {
    const one = `이수진 대리: ${'가'.repeat(992)}`;
    expect([one.length, parsePeople(one)?.length, parsePeople(`${one}가`)]).toEqual([1000, 1, null]);
  });
});

describe('an answer of many words', () => {
  it('stays text, whole', () => {
    const raw = `120명${' '.repeat(1996)}`;
    expect([raw.length, ko('number', raw).kind, ko('number', `${raw} `)]).toEqual([2000, 'number', text(`${raw} `)]);
  });
});

describe('numbers', () => {
  it.each<[string, AnswerValue]>([
    ['20~30명', number([20, '명', 30])], [' 120명, 3곳 ', number([120, '명'], [3, '곳'])], ['12월 10일 120명', { kind: 'number', parts: [{ value: 120, unit: '명', label: '12월 10일 120명' }] }], ['120명 12월 10일', { kind: 'number', parts: [{ value: 120, unit: '명', label: '120명 12월 10일' }] }], ['  약 3곳 ', { kind: 'number', parts: [{ value: 3, unit: '곳', label: '약 3곳' }] }],
  ])('%j', (raw, value) => { expect(ko('number', raw)).toEqual(value); });
});

describe('money', () => {
  const labels = (raw: string): (string | undefined)[] => { const value = ko('money', raw); return value.kind === 'money' ? value.parts.map((p) => p.label) : ['text']; };

  it.each<[string, (string | undefined)[]]>([
    ['8천만 원 (부가세 별도)', [undefined]], ['8천만 원, 부가세 별도인지 확인', ['부가세 별도인지 확인']], ['8천만 원 부가세 포함?', ['부가세 포함?']], ['8천만 원 부가세 별도, 유지보수 1천만 원 부가세 포함', ['부가세 별도', '유지보수 부가세 포함']], ['8천만 원 부가세 미확인', [undefined]], ['구축  8천만 원 ( )', ['구축']], ['구축 8천만 원 ()', ['구축']], ['8천만 원 = 총액', ['총액']], ['8천만 원 부가세', ['부가세']],
  ])('%j keeps the words %j', (raw, words) => { expect(labels(raw)).toEqual(words); });

  it('in English leaves out what its VAT says, and keeps a range', () => {
    expect(en('money', '£50,000-60,000 plus VAT for licences')).toEqual({ kind: 'money', parts: [{ min: 50_000, max: 60_000, currency: 'GBP', vat: 'excluded', per: 'once', label: 'for licences' }] });
  });
});

describe('dates', () => {
  const parts = (value: AnswerValue): unknown => (value.kind === 'date' ? value.parts.map((p) => [p.date, p.firm, p.label].filter((one) => one !== undefined).join(' ')) : 'text');

  it.each([
    ['3월 1일까지', ['2027-03-01 unknown']], ['3월 1일까지는 꼭', ['2027-03-01 unknown 꼭']], ['3월 1일 까지', ['2027-03-01 unknown']], ['오픈 3월 1일까지 가능', ['2027-03-01 unknown 오픈 까지 가능']], ['3월 1일 고정', ['2027-03-01 fixed 고정']], ['3월 1일 고정 아님', ['2027-03-01 unknown 고정 아님']], ['3월 1일 못움직임', ['2027-03-01 fixed 못움직임']], ['3월 1일 변경 불가', ['2027-03-01 fixed 변경 불가']], ['3월 1일 변경불가', ['2027-03-01 fixed 변경불가']], ['3월 1일 목표', ['2027-03-01 wished 목표']], ['고정 희망 3월 1일', ['2027-03-01 unknown 고정 희망']],
    ['3월 1일 고정아님', ['2027-03-01 unknown 고정아님']], ['3월 1일(감사 3월 16일)', ['2027-03-01 unknown (감사 3월 16일)']], ['3월 1일 (감사 (3월 16일) 3월 20일)', ['2027-03-01 unknown (감사 (3월 16일) 3월 20일)']], ['1) 3월 1일, 2) 3월 16일', ['2027-03-01 unknown 1)', '2027-03-16 unknown 2)']], ['((3월 1일)) 3월 16일', ['2027-03-01 unknown', '2027-03-16 unknown']], ['(3월 1일) 3월 16일', ['2027-03-01 unknown', '2027-03-16 unknown']], ['3월 1일까지만', ['2027-03-01 unknown 까지만']],
  ])('%s', (raw, read) => { expect(parts(ko('date', raw))).toEqual(read); });

  it.each([
    ['by 1 March 2027', ['2027-03-01 unknown']], ['Go live on 1 March 2027', ['2027-03-01 unknown Go live']], ['1 March 2027, cannot move', ['2027-03-01 fixed cannot move']], ['1 March 2027, can’t  move', ['2027-03-01 fixed can’t move']], ['1 March 2027 is fixed', ['2027-03-01 fixed is fixed']], ['1 March 2027 is not  fixed', ['2027-03-01 unknown is not fixed']], ['1 March 2027 cant move', ['2027-03-01 fixed cant move']], ['we would  like 1 March 2027', ['2027-03-01 wished we would like']], ['ideally 1 March 2027', ['2027-03-01 wished ideally']], ['1 March 2027 until 5 March 2027', 'text'],
  ])('%s', (raw, read) => { expect(parts(en('date', raw))).toEqual(read); });
});

describe('yes and no', () => {
  it.each<[string, boolean, string?]>([['네', true], [' 있음 ', true], ['y', true], ['아니오', false], ['아뇨', false], ['n', false], ['Yes , SSO', true, 'SSO'], ['YES\nSSO', true, 'SSO'], ['no –  later', false, 'later'], ['no  —  later', false, 'later'], ['예 (확인)', true, '(확인)'], ['없음: 확인함 ', false, '확인함'], ['no.   later', false, 'later']])('%j', (raw, yes, rest) => {
    expect(ko('yesno', raw)).toEqual({ kind: 'yesno', yes, ...(rest === undefined ? {} : { text: rest }) });
  });

  it.each(['yes-man', 'no–later', '네가', 'nope', 'maybe yes', ''])('%j is neither', (raw) => { expect(ko('yesno', raw)).toEqual(text(raw)); });
});

describe('choices', () => {
  const one: Shape = { type: 'choice', options: { ko: ['날짜', '범위'], en: ['Date', 'Scope'] } };
  const many: Shape = { type: 'choice', multi: true, options: { ko: ['웹', '앱', '기타(직접, 입력)'], en: ['Web', 'App', 'Other (typed, in)'] } };

  it.each<[Shape, string, 'ko' | 'en', AnswerValue]>([
    [one, '날짜', 'en', { kind: 'choice', options: ['Date'] }], [one, 'Date', 'en', { kind: 'choice', options: ['Date'] }], [one, ' date! ', 'ko', { kind: 'choice', options: ['날짜'] }], [one, '날짜; 확실함; 팀장 의견', 'ko', { kind: 'choice', options: ['날짜'], other: '확실함, 팀장 의견' }],
    [one, '날짜(고정, 확정)', 'ko', { kind: 'choice', options: ['날짜'], other: '고정, 확정' }], [one, '날짜 : 고정', 'ko', { kind: 'choice', options: ['날짜'], other: '고정' }], [one, '!!', 'ko', text('!!')], [one, '', 'ko', text('')], [one, '날짜, !!', 'ko', { kind: 'choice', options: ['날짜'] }],
    [many, 'App, 웹', 'ko', { kind: 'choice', options: ['웹', '앱'] }], [many, '기타(직접, 입력), 웹', 'ko', { kind: 'choice', options: ['웹', '기타(직접, 입력)'] }], [many, '웹, 키오스크', 'ko', { kind: 'choice', options: ['웹'], other: '키오스크' }], [{ type: 'choice', options: { ko: ['클라우드, 관리형', '사내'], en: ['Cloud, managed', 'On site'] } }, '클라우드, 관리형', 'ko', { kind: 'choice', options: ['클라우드, 관리형'] }], [{ type: 'choice' }, '웹', 'ko', text('웹')],
  ])('%#: %j, %j', (item, raw, language, value) => { expect(parseValue(item, raw, { ...KO, language })).toEqual(value); });
});
