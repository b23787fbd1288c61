/** The "next step" answer: what is promised by when, and when we meet. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '@/utils/checklist/answer';
import { parseValue } from '@/utils/checklist/parse-value';
import { nextMeetingOf, promiseFromNextStep } from '@/utils/notes/promise-from-next-step';

const read = (raw: string, baseDate: string): AnswerValue => parseValue({ type: 'date' }, raw, { baseDate, currency: 'KRW', language: 'ko' });
const both = (raw: string, base = '2026-11-24'): unknown => [promiseFromNextStep(read(raw, base)), nextMeetingOf(read(raw, base))];

describe('next steps', () => {
  it('of the practice calls', () => {
    expect(both('개산 견적·1차 범위안 2026-12-10, 2차 미팅 2026-12-03 14:00 (수행 PM, 정 상무 20분)')).toEqual([{ words: '개산 견적·1차 범위안', due: '2026-12-10' }, { date: '2026-12-03', time: '14:00' }]);
    expect(both('Fit table and rough quote 2026-12-11; next meeting 2026-12-15 10:00', '2026-12-04')).toEqual([{ words: 'Fit table and rough quote', due: '2026-12-11' }, { date: '2026-12-15', time: '10:00' }]);
  });

  it.each([
    ['2차 미팅 12월 3일', null, { date: '2026-12-03' }], ['12월 10일까지 견적', { words: '견적', due: '2026-12-10' }, null], ['2026-12-10', null, null], ['회의록 11월 25일', { words: '회의록', due: '2026-11-25' }, null], ['고객 자료 송부 11월 26일', null, null],
    ['kick-off call 10 Dec at 10 am', null, { date: '2026-12-10', time: '10:00' }], ['meeting notes by Friday', { words: 'meeting notes', due: '2026-11-27' }, null], ['곧 연락', null, null],
  ])('%s', (raw, promise, meeting) => { expect(both(raw)).toEqual([promise, meeting]); });

  it('of nothing is nothing', () => {
    for (const value of [null, { kind: 'text', text: '견적 2026-12-10' }, { kind: 'date', parts: [] }] satisfies (AnswerValue | null)[]) expect([promiseFromNextStep(value), nextMeetingOf(value)]).toEqual([null, null]);
  });
});
