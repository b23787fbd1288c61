/** Typed answers: only what can be read without loss; the practice calls' answers decide what is sensible. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '@/utils/checklist/answer';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { ITEM_TYPES } from '@/utils/checklist/checklist';
import { parseValue, sameValue, valueText } from '@/utils/checklist/parse-value';
import { dayText } from '@/utils/time/day-text';
import { isPlainDate } from '@/utils/time/plain-date';

type Shape = Pick<ChecklistItem, 'type' | 'options' | 'multi' | 'unit'>;
const KO = { baseDate: '2026-11-24', currency: 'KRW', language: 'ko' } as const;
const EN = { baseDate: '2026-12-04', currency: 'GBP', language: 'en' } as const;
const FLEX: Shape = { type: 'choice', options: { ko: ['날짜', '범위', '예산'], en: ['Date', 'Scope', 'Budget'] } };
const PLACES: Shape = { type: 'choice', multi: true, options: { ko: ['웹', 'Android 앱', '관리자 웹', 'Entra ID(Azure AD)'], en: ['Web', 'Android app', 'Admin web', 'Entra ID (Azure AD)'] } };
const ko = (type: Shape['type'], raw: string): AnswerValue => parseValue({ type }, raw, KO);
const en = (type: Shape['type'], raw: string): AnswerValue => parseValue({ type }, raw, EN);

describe('money', () => {
  it.each([
    ['8천에서 1억', '80,000,000~100,000,000 KRW (부가세 미확인)'], ['8천에서 1억, 부가세 별도', '80,000,000~100,000,000 KRW (부가세 별도)'], ['월 180만 원, VAT 포함', '1,800,000 KRW/월 (부가세 포함)'],
    ['80,000,000~100,000,000원 / 품의 70,000,000원, 부가세 미확인', '80,000,000~100,000,000 KRW (부가세 미확인), 70,000,000 KRW (부가세 미확인) — 품의'],
    ['8천만 원 (하드웨어 제외), 부가세 포함 여부 확인', '80,000,000 KRW (부가세 미확인) — (하드웨어 제외), 부가세 포함 여부 확인'],
  ])('%s', (raw, text) => { expect(valueText(ko('money', raw), 'ko')).toBe(text); });

  it('keeps words and periods of several parts', () => {
    expect(en('money', 'GBP 50,000/year subscription cap; GBP 30,000 one-off; excl. VAT')).toEqual({ kind: 'money', parts: [{ min: 50_000, currency: 'GBP', vat: 'excluded', per: 'year', label: 'subscription cap' }, { min: 30_000, currency: 'GBP', vat: 'excluded', per: 'once', label: 'one-off' }] });
  });

  it.each(['fifty', '50', '8천', 'no idea', '3개사 비교'])('%s stays as it is', (raw) => { expect(ko('money', raw)).toEqual({ kind: 'text', text: raw }); });
});

describe('dates', () => {
  it.each([
    ['목요일까지', [{ date: '2026-11-26', firm: 'unknown' }]], ['내년 3월 1일, 이건 못 움직여요', [{ date: '2027-03-01', firm: 'fixed', label: '이건 못 움직여요' }]], ['희망 12월 10일 오후 2시', [{ date: '2026-12-10', time: '14:00', firm: 'wished', label: '희망' }]],
    ['2027-03-01(팀장) / 2027-03-10(전산, 감사 3/16)', [{ date: '2027-03-01', firm: 'unknown', label: '(팀장)' }, { date: '2027-03-10', firm: 'unknown', label: '(전산, 감사 3/16)' }]],
  ])('%s', (raw, parts) => { expect(ko('date', raw)).toEqual({ kind: 'date', parts }); });

  it.each(['다음 달까지', '3월 1일에서 3월 10일 사이', '3월 1일~3월 10일', '조만간'])('%s stays as it is', (raw) => { expect(ko('date', raw)).toEqual({ kind: 'text', text: raw }); });
  it('reads an English day', () => {
    expect(valueText({ kind: 'date', parts: [{ date: '2026-12-09', time: '14:00', firm: 'fixed', label: '개략 견적' }] }, 'ko')).toBe('2026. 12. 9. (수) 14:00 개략 견적');
    expect(en('date', 'by Wed 9 Dec')).toEqual({ kind: 'date', parts: [{ date: '2026-12-09', firm: 'unknown' }] });
    expect([ko('date', '12/3'), ko('date', '12/3 14:00')]).toEqual([{ kind: 'date', parts: [{ date: '2026-12-03', firm: 'unknown' }] }, { kind: 'date', parts: [{ date: '2026-12-03', time: '14:00', firm: 'unknown' }] }]);
    expect(en('date', '12/10')).toEqual({ kind: 'text', text: '12/10' });
    expect(en('date', '2027-04-01 fixed; first team mid-March 2027')).toMatchObject({ kind: 'date', parts: [{ date: '2027-04-01' }] });
  });
});

describe('numbers', () => {
  it.each([
    ['120명', { kind: 'number', parts: [{ value: 120, unit: '명' }] }, '120명'], ['한 백이십 명', { kind: 'number', parts: [{ value: 120, unit: '명', label: '한 백이십 명' }] }, '120명 — 한 백이십 명'],
    ['3만5천 건', { kind: 'number', parts: [{ value: 35_000, unit: '건' }] }, '35,000건'], ['동시 접속 모름', { kind: 'text', text: '동시 접속 모름' }, '동시 접속 모름'], ['3월 1일', { kind: 'text', text: '3월 1일' }, '3월 1일'], ['전체 120명, 동시 30명', { kind: 'number', parts: [{ value: 120, unit: '명', label: '전체 120명, 동시 30명' }, { value: 30, unit: '명' }] }, '전체 120명, 동시 30명'],
  ])('%s', (raw, value, text) => {
    expect(ko('number', raw)).toEqual(value);
    expect(valueText(ko('number', raw), 'ko')).toBe(text);
  });
});

describe('yes or no', () => {
  it.each([['예', true, undefined], ['아니요', false, undefined], ['예: 거래처 담당자 이름·휴대폰. 주민번호 없음', true, '거래처 담당자 이름·휴대폰. 주민번호 없음'], ['No.', false, undefined], ['Yes - names', true, 'names'], ['없음(확인함)', false, '(확인함)']])('%s', (raw, yes, text) => {
    expect(ko('yesno', raw)).toEqual({ kind: 'yesno', yes, ...(text ? { text } : {}) });
  });
  it.each(['No idea, sorry', '네 군데', 'n/a', '예정', 'Nobody', 'no-one', 'yes and no'])('%s is neither', (raw) => { expect(ko('yesno', raw)).toEqual({ kind: 'text', text: raw }); });
});

describe('choices', () => {
  it.each<[Shape, string, AnswerValue]>([
    [FLEX, '범위', { kind: 'choice', options: ['범위'] }], [FLEX, 'scope', { kind: 'choice', options: ['범위'] }], [FLEX, '범위, 날짜는 고정', { kind: 'choice', options: ['범위'], other: '날짜는 고정' }], [FLEX, '범위 (합의)', { kind: 'choice', options: ['범위'], other: '합의' }],
    [PLACES, '관리자 웹, Android 앱', { kind: 'choice', options: ['Android 앱', '관리자 웹'] }], [PLACES, 'Entra ID (Azure AD)', { kind: 'choice', options: ['Entra ID(Azure AD)'] }], [PLACES, '웹: 크롬만', { kind: 'choice', options: ['웹'], other: '크롬만' }],
    [FLEX, '날짜, 범위', { kind: 'text', text: '날짜, 범위' }], [FLEX, '아직 모름', { kind: 'text', text: '아직 모름' }],
  ])('%# %s', (item, raw, value) => { expect(parseValue(item, raw, KO)).toEqual(value); });
});

describe('people', () => {
  it.each<[string, AnswerValue]>([
    ['이수진 대리(주 1일), 기술: 최민재 과장', { kind: 'people', people: [{ name: '이수진', role: '대리', note: '주 1일' }, { name: '최민재', role: '과장', note: '기술' }] }],
    ['정 상무(물류본부장): 현장이 안 쓸까 봐 걱정', { kind: 'people', people: [{ name: '정 상무', role: '물류본부장', note: '현장이 안 쓸까 봐 걱정' }] }],
    ['Marcus Webb (CFO)', { kind: 'people', people: [{ name: 'Marcus Webb', role: 'CFO' }] }],
  ])('%s', (raw, value) => { expect(ko('people', raw)).toEqual(value); });
  it.each(['미정', 'TBD', 'Marcus (CFO) signs; Sofia can veto on security', 'Hanna de Vries, 10 h/week', '재무팀'])('%s stays as it is', (raw) => { expect(ko('people', raw)).toEqual({ kind: 'text', text: raw }); });
});

describe('same or not', () => {
  const pairs: [AnswerValue, AnswerValue, boolean | null][] = [
    [ko('number', '지점 32곳'), ko('number', '27곳'), false], [ko('number', '27곳'), ko('number', '스물일곱 곳'), true], [ko('number', '120명'), ko('number', '27곳'), null], [en('number', '300 users'), en('number', '485 users'), false], [ko('number', '27곳, 120명'), ko('number', '27곳'), null],
    [ko('money', '8천만 원'), ko('money', '7천만 원'), false], [ko('money', '8천만 원'), ko('money', '80,000,000원'), true], [ko('money', '8천만 원'), ko('money', '8천만 원 부가세 별도'), null], [en('money', '£50k a year'), en('money', '£50k'), null],
    [ko('date', '3월 1일'), ko('date', '2027-03-01'), true], [ko('date', '3월 1일'), ko('date', '3월 10일'), false], [ko('text', '사내 IDC'), ko('text', '사내IDC'), true], [ko('text', '사내 IDC'), ko('text', '클라우드'), null], [ko('yesno', '예'), ko('yesno', '아니요'), false],
    [parseValue(PLACES, '웹, 관리자 웹', KO), parseValue(PLACES, '관리자 웹, 웹', KO), true], [parseValue(FLEX, '범위', KO), parseValue(FLEX, '날짜', KO), false], [ko('money', 'fifty'), ko('money', '8천만 원'), null],
  ];
  it.each(pairs)('%# %j %j', (a, b, same) => {
    expect(sameValue(a, b)).toBe(same);
    expect(sameValue(b, a)).toBe(same);
    expect(sameValue(a, a)).toBe(true);
  });
  it('cannot tell against nothing', () => { expect([sameValue(null, null), sameValue(null, ko('text', 'x'))]).toEqual([null, null]); });
});

interface Call { start: string; rep: { do: string; item?: string; value?: string | string[] | null }[] }
interface Template { items: { id: string; type: Shape['type']; options?: Shape['options']; multi?: boolean }[] }

describe('the answers of the practice calls', () => {
  const root = join(import.meta.dirname, '../..');
  const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
  const items = new Map(templates(root, json).map((item) => [item.id, item]));
  const cases = (['s1-ko-meet-first-meeting', 's2-en-zoom-second-meeting'] as const).flatMap((name, i) => {
    const call = json(join(root, 'practice/calls', `${name}.json`)) as Call;
    return call.rep.flatMap((r) => (r.do === 'answer' && r.value && r.item ? [[r.item, [r.value].flat().join(', '), { ...(i === 0 ? KO : EN), baseDate: call.start.slice(0, 10) }] as const] : []));
  });

  it('are many', () => { expect(cases.length).toBeGreaterThan(40); });
  it.each(cases)('%s %s', (id, raw, context) => {
    const item = items.get(id);
    if (!item) throw new Error(`no item ${id}`);
    const value = parseValue(item, raw, context);
    // Nothing goes: every letter is still there, but for what became digits, currency, VAT or a date.
    const shown = valueText(value, context.language);
    const words = raw.replace(/부가세|미확인|excl\. VAT|GBP|\/year|one-off/gu, ' ').match(/\p{L}{2,}/gu) ?? [];
    for (const word of words) expect(shown).toContain(word);
    const asShown = raw.replace(/\d{4}-\d\d-\d\d/gu, (day) => dayText(day, context.language));
    for (const number of asShown.replace(/(?<=\d),(?=\d{3})/gu, '').match(/\d+/gu) ?? []) expect(shown.replace(/,/gu, '')).toContain(number);
    if (value.kind === 'date') for (const day of raw.match(/\d{4}-\d\d-\d\d/gu) ?? []) expect(shown).toContain(dayText(day, context.language));
    const prose = item.type === 'text' || ['A-28', 'A-20', 'B-26', 'B-25'].includes(id);
    expect(value.kind).toBe(prose ? 'text' : item.type);
  });
});

function templates(root: string, json: (path: string) => unknown): Template['items'] {
  const folder = join(root, '../utils/checklist/data');
  return ['custom-development', 'solution-saas', 'first-call'].flatMap((name) => (json(join(folder, `${name}.v1.json`)) as Template).items);
}

describe('invariants', () => {
  const raws = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('8천', '1억', '에서', ' 원', '12월 10일', '목요일', '120명', ', ', '; ', '(', ')', ' / ', '부가세 별도', '£50k', '네', 'no', '.', '이수진 대리', '웹', '코끼리')).map((p) => p.join('')));
  it('never throws, keeps plain text exactly, and writes real dates', () => {
    fc.assert(fc.property(raws, fc.constantFrom(...ITEM_TYPES), (raw, type) => {
      const value = parseValue({ ...PLACES, type }, raw, KO);
      if (value.kind === 'text') expect(value.text).toBe(raw);
      else expect(value.kind).toBe(type);
      if (value.kind === 'date') for (const p of value.parts) expect(isPlainDate(p.date)).toBe(true);
      expect(typeof valueText(value, 'ko')).toBe('string');
      expect(sameValue(value, value)).not.toBe(false);
    }), { numRuns: 700 });
  });

  it('a word that is no part of a reading is never lost, wherever it stands', () => {
    fc.assert(fc.property(raws, fc.nat({ max: 40 }), fc.constantFrom(...ITEM_TYPES), (raw, at, type) => {
      const cut = Math.min(at, raw.length);
      const marked = `${raw.slice(0, cut)} 코끼리 ${raw.slice(cut)}`;
      expect(valueText(parseValue({ ...PLACES, type }, marked, KO), 'ko')).toContain('코끼리');
    }), { numRuns: 700 });
  });
});
