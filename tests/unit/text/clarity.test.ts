/** Clarity hints (domain.md §3.5, R-24): every listed word fires, plain facts are left in peace. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ITEM_TYPES } from '@/utils/checklist/checklist';
import { clarityHints, promiseHints, vagueWords, wordHints } from '@/utils/text/clarity';

describe('vague words', () => {
  it.each('적당히, 대충, 알아서, 최대한, 되도록, 가능하면, 웬만하면, 빨리, 조만간, 나중에, 어느 정도, 등등, 기존처럼, 일반적인, 간단하게, 이쁘게, 유연하게, 추후 협의'.split(', '))('%s', (word) => { expect(vagueWords(`그건 ${word} 해 주세요`)).toEqual([word]); });
  it.each('asap, soon, simple, user-friendly, flexible, as needed, etc, some, robust, seamless, similar to, roughly, TBD, if possible, and/or'.split(', '))('%s', (word) => { expect(vagueWords(`We want it ${word}.`)).toEqual([word]); });
  it('fires on the two risky wants of s1', () => {
    expect(vagueWords('AI가 알아서 발주까지 해 주고, 카카오톡처럼 채팅도')).toEqual(['알아서', '처럼']);
  });
  it('knows a standard with a name and a later with a date', () => {
    expect([vagueWords('keep it standard'), vagueWords('standard screens'), vagueWords('나중에 해도 됩니다'), vagueWords('데이터가 쌓이면 이후 나중에'), vagueWords('someone handsome')]).toEqual([['standard'], [], ['나중에'], [], []]);
  });
});

describe('hints by type', () => {
  it.each<[string, (typeof ITEM_TYPES)[number], string[]]>([
    ['다음 달까지', 'date', ['relative_date']], ['목요일까지', 'date', ['relative_date']], ['next Friday', 'date', ['relative_date']], ['2026-12-10', 'date', []], ['2027년 3월 1일 월요일', 'date', []], ['12월 10일', 'date', []], ['mid-March', 'date', ['relative_date']],
    ['많이', 'number', ['no_number']], ['이건 모릅니다', 'number', ['no_number']], ['열두 건', 'number', []], ['120명', 'number', []], ['sixty hours', 'number', []],
    ['fifty', 'money', ['no_number']], ['50', 'money', ['money_unclear']], ['8천만 원', 'money', ['money_unclear']], ['8천만 원 부가세 별도', 'money', []], ['8천만 원, 부가세 미확인', 'money', ['money_unclear']], ['GBP 50,000/year, excl. VAT', 'money', []], ['80,000,000 VAT 별도', 'money', ['money_unclear']],
    ['A; B; C', 'choice', ['several_facts']], ['A; B; C', 'text', []], ['', 'money', []], ['지점 카톡 사진 → 엑셀 입력', 'text', []],
  ])('%s as %s', (text, type, codes) => { expect(clarityHints(text, type).map((h) => h.code)).toEqual(codes); });

  it.each(['$50,000 excl. VAT', '5천 달러 부가세 별도', '5,000 유로 VAT 포함', '£5,000 incl. VAT', '5,000 won VAT 포함', '5,000 파운드 VAT 포함', 'KRW 5,000 VAT 포함'])('has nothing to ask about %s', (text) => { expect(clarityHints(text, 'money')).toEqual([]); });
  it('asks when one amount of several leaves its VAT open', () => {
    expect(clarityHints('8천만 원 부가세 별도 / 100만 원 포함 여부', 'money').map((h) => h.code)).toEqual(['money_unclear']);
    expect(clarityHints('£5 excl. VAT; £6 incl. VAT; £7', 'money').map((h) => h.code)).toContain('money_unclear');
  });

  it.each<[string, (typeof ITEM_TYPES)[number], string[]]>([
    ['A. B. C', 'choice', ['several_facts']], ['A\nB\nC', 'choice', ['several_facts']], ['가。 나。 다', 'choice', ['several_facts']], ['A; B', 'choice', []], ['A;;B', 'choice', []], ['1.5 2.5 3.5', 'choice', []], ['A; B; C', 'people', []],
    ['목요일 2026-12-10', 'date', []], ['10 Dec 2026, Thursday', 'date', []], ['다음 주', 'text', []], ['다음 주', 'choice', []], [' \n', 'number', []], [' ', 'money', []], ['알아서', 'text', ['vague']],
  ])('%j as %s: counts facts, and asks for a date only where one is wanted', (text, type, codes) => { expect(clarityHints(text, type).map((h) => h.code)).toEqual(codes); });

  it('asks which is the month where an English reader cannot tell', () => {
    const codes = (text: string, language?: 'ko' | 'en'): string[] => clarityHints(text, 'date', language).map((h) => `${h.code} ${h.word ?? ''}`);
    for (const text of ['12/3', 'demo 12/3 14:00', '03/04', '12/3/2027']) expect(codes(text, 'en'), text).toEqual([`date_order ${/[\d]+\/\d+/u.exec(text)?.[0] ?? ''}`]);
    for (const text of ['25/12', '12/25', '5/5', '24/7', '3/4/5', '12/3.5', '견적 12/3', '2026/12/3']) expect(codes(text, 'en'), text).toEqual([]);
    expect([codes('12/3', 'ko'), codes('12/3'), clarityHints('12/3', 'text', 'en')]).toEqual([[], [], []]);
  });

  it('looks at the first 5,000 characters', () => {
    expect([vagueWords(`${'가'.repeat(4990)} 알아서`), vagueWords(`${'가'.repeat(5000)} 알아서`)]).toEqual([['알아서'], []]);
    expect(clarityHints(`${'가'.repeat(5000)} 120명`, 'number').map((h) => h.code)).toEqual(['no_number']);
    expect(vagueWords('3월 이후 알아서')).toEqual(['알아서']);
    expect(vagueWords('알아서, 대충, 알아서 soon, soon')).toEqual(['알아서', '대충', 'soon']);
  });

  it('names the word, as it stands in the text', () => {
    expect(clarityHints('다음 주 ASAP', 'date')).toEqual([{ code: 'vague', word: 'ASAP' }, { code: 'relative_date', word: '다음 주' }]);
    fc.assert(fc.property(fc.string(), fc.constantFrom(...ITEM_TYPES), (text, type) => {
      for (const hint of clarityHints(text, type)) if (hint.word) expect(text.normalize('NFC')).toContain(hint.word);
    }));
  });
});

describe('hints at a promise, a want, a question', () => {
  it.each<[string, string | null, string[]]>([
    ['다음 주까지 견적 보냄', null, ['relative_date 다음 주']], ['다음 주까지 견적 보냄', '2026-12-01', []], ['2026-12-01(다음 주)까지 견적', null, []], ['다음 주까지 최대한 빨리', null, ['relative_date 다음 주', 'vague 최대한']], ['최대한 빨리', '2026-12-01', ['vague 최대한']], ['견적 보냄', null, []], ['send it by Friday', null, ['relative_date Friday']], ['', null, []],
  ])('the promise %j, due %j, has %j', (words, due, hints) => { expect(promiseHints(words, due).map((h) => `${h.code} ${h.word ?? ''}`)).toEqual(hints); });

  it.each<[string, string[]]>([['알아서 발주', ['vague 알아서']], ['재고가 맞을 것', []], ['다음 주까지', []], ['simple and robust', ['vague simple']]])('the words %j have %j', (words, hints) => { expect(wordHints(words).map((h) => `${h.code} ${h.word ?? ''}`)).toEqual(hints); });

  it('look at no more than a person would read', () => {
    const far = `${' '.repeat(5_000)}최대한 다음 주`;
    expect([promiseHints(far, null), wordHints(far), clarityHints(far, 'date')]).toEqual([[], [], []]);
  });
});
