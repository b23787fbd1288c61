/** What a settled contradiction leaves as the item's answer. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '@/utils/checklist/answer';
import { keptAnswer } from '@/utils/checklist/value/kept-answer';
import { answer, contradiction } from './builders';

const DATE = { type: 'date' } as const;
const CONTEXT = { baseDate: '2026-11-26', currency: 'KRW', language: 'en' } as const;
const march = (day: string): AnswerValue => ({ kind: 'date', parts: [{ date: `2027-03-${day}`, firm: 'fixed' }] });
const first = answer({ id: 'a1', raw: '1 March', value: march('01') });
const second = answer({ id: 'a2', raw: 'the tenth of March', value: march('10') });
const heard = { a: { text: '1 March', saidBy: 'Kim', at: 1, answerId: 'a1' }, b: { text: 'the tenth of March', saidBy: 'Choi', at: 2, answerId: 'a2' } };
const kept = (words: string, sides: Partial<Parameters<typeof keptAnswer>[0]> = {}) => keptAnswer(contradiction({ ...heard, ...sides, kept: words }), [first, second], DATE, CONTEXT);

describe('what was kept', () => {
  it('is the answer as it was given, with who gave it', () => {
    expect(kept('1 March')).toEqual({ value: march('01'), raw: '1 March', saidBy: 'Kim' });
    // Nothing else would read these words as a date.
    expect(kept('the tenth of March')).toEqual({ value: march('10'), raw: 'the tenth of March', saidBy: 'Choi' });
  });

  it.each([
    ['ko', '2027. 3. 10. (수)'],
    ['en', 'Wed 10 Mar 2027'],
  ])('is known by the words that the app shows for it, too (%s)', (_, shown) => {
    const value = kept(shown, { b: { ...heard.b, text: shown } });
    expect(value).toEqual({ value: march('10'), raw: 'the tenth of March', saidBy: 'Choi' });
  });

  it('in words of its own is read as the item’s type, and nobody said it', () => {
    expect(kept('5 March 2027')).toMatchObject({ value: { kind: 'date', parts: [{ date: '2027-03-05' }] }, raw: '5 March 2027', saidBy: '' });
  });

  it('is the newer side where both say the same words', () => {
    const same = { a: { ...heard.a, text: '1 March', answerId: 'a2' }, b: { ...heard.b, text: '1 March', answerId: 'a1' } };
    expect(kept('1 March', same)).toEqual({ value: march('01'), raw: '1 March', saidBy: 'Choi' });
  });

  it('is read from the words where the side’s answer says something else by now, has no value, or is gone', () => {
    const changed = keptAnswer(contradiction({ ...heard, kept: '1 March' }), [{ ...first, raw: '7 March', value: march('07') }, { ...second, raw: '1 March' }], DATE, CONTEXT);
    const covered = keptAnswer(contradiction({ ...heard, kept: '1 March' }), [{ ...first, value: null }], DATE, CONTEXT);
    const gone = keptAnswer(contradiction({ ...heard, kept: '1 March' }), [second], DATE, CONTEXT);
    for (const one of [changed, covered, gone]) expect(one).toMatchObject({ value: { kind: 'date', parts: [{ date: '2027-03-01' }] }, raw: '1 March', saidBy: 'Kim' });
  });
});
