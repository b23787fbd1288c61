/** The "next step" answer: what is promised by when, and when we meet. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '@/utils/checklist/answer';
import { parseValue } from '@/utils/checklist/parse-value';
import { dueFromNextStep, isNoted, nextMeetingOf, promiseFromNextStep } from '@/utils/notes/promise-from-next-step';

const read = (raw: string, baseDate: string): AnswerValue => parseValue({ type: 'date' }, raw, { baseDate, currency: 'KRW', language: 'ko' });
const both = (raw: string, base = '2026-11-24'): unknown => [promiseFromNextStep(read(raw, base)), nextMeetingOf(read(raw, base))];

describe('next steps', () => {
  it('of the practice calls', () => {
    expect(both('개산 견적·1차 범위안 2026-12-10, 2차 미팅 2026-12-03 14:00 (수행 PM, 정 상무 20분)')).toEqual([{ words: '개산 견적·1차 범위안', due: '2026-12-10' }, { date: '2026-12-03', time: '14:00' }]);
    expect(both('Fit table and rough quote 2026-12-11; next meeting 2026-12-15 10:00', '2026-12-04')).toEqual([{ words: 'Fit table and rough quote', due: '2026-12-11' }, { date: '2026-12-15', time: '10:00' }]);
  });

  it.each([
    ['2차 미팅 12월 3일', null, { date: '2026-12-03' }], ['12월 10일까지 견적', { words: '견적', due: '2026-12-10' }, null], ['2026-12-10', null, null], ['회의록 11월 25일', { words: '회의록', due: '2026-11-25' }, null], ['고객 자료 송부 11월 26일', null, null],
    ['시연 2026-12-10 10:00', null, { date: '2026-12-10', time: '10:00' }], ['시연 환경 12월 10일까지', { words: '시연 환경', due: '2026-12-10' }, null], ['견적서 2026-12-15, 현장 답사 12월 9일 오후 2시', { words: '견적서', due: '2026-12-15' }, { date: '2026-12-09', time: '14:00' }],
    ['Demo 10 December 2 pm; quote 15 December', { words: 'quote', due: '2026-12-15' }, { date: '2026-12-10', time: '14:00' }], ['견적 2026-12-04 17:00까지', { words: '견적', due: '2026-12-04' }, null], ['demo account 12월 10일', { words: 'demo account', due: '2026-12-10' }, null],
    ['12월 1일 14시까지 데모 영상', { words: '데모 영상', due: '2026-12-01' }, null], ['12월 4일 15시 시연 자료 송부', { words: '시연 자료 송부', due: '2026-12-04' }, null], ['demo video by 10 December 5 pm', { words: 'demo video', due: '2026-12-10' }, null], ['10 December 5 pm training materials', { words: 'training materials', due: '2026-12-10' }, null],
    ['kick-off call 10 Dec at 10 am', null, { date: '2026-12-10', time: '10:00' }], ['meeting notes by Friday', { words: 'meeting notes', due: '2026-11-27' }, null], ['곧 연락', null, null],
  ])('%s', (raw, promise, meeting) => { expect(both(raw)).toEqual([promise, meeting]); });

  it('takes the date of our part only', () => {
    const said = '김 팀장님이 금요일까지 ERP 문서 주시기로, 우리는 다음 주 수요일까지 견적';
    expect([promiseFromNextStep(read(said, '2026-11-24')), dueFromNextStep(read(said, '2026-11-24'))]).toEqual([{ words: '견적', due: '2026-12-02' }, '2026-12-02']);
    expect(promiseFromNextStep(read('Kim will send the ERP documents by Friday, we send the quote by 2 December', '2026-11-24'))?.due).toBe('2026-12-02');
    expect(promiseFromNextStep(read('우리는 다음 주 수요일까지 견적, 김 팀장님이 금요일까지 ERP 문서 주시기로', '2026-11-24'))?.due).toBe('2026-12-02');
    expect(promiseFromNextStep(read('김 팀장님이 금요일까지 문서 주시기로 하고 우리는 다음 주 수요일까지 견적', '2026-11-24'))?.due).toBe('2026-12-02');
  });

  it.each(['김 팀장님이 금요일까지 ERP 문서 주시기로', '금요일까지 김민수 팀장님께서 회신 주실 예정', '고객사에서 12월 10일까지 승인', '12월 10일까지 문서 받기로', '이수민 12월 10일까지 자료', '이 과장이 12월 10일까지 자료', "Kim will send the documents by Friday", "they'll send it by 10 December", 'documents from Jane by Friday', 'Jane to confirm by Friday', '2차 미팅 12월 3일'])('%s is nobody’s promise of ours', (raw) => {
    const names = { customer: ['이수민 과장', 'Jane Doe'], ours: ['박서연'] };
    expect([promiseFromNextStep(read(raw, '2026-11-24'), names), dueFromNextStep(read(raw, '2026-11-24'), names)]).toEqual([null, null]);
  });

  it('is noted already where the words say so, fewer of them on the same day', () => {
    const implied = { words: 'One-page proposal', due: '2027-01-06' };
    expect([{ words: 'one page proposal', due: null }, { words: 'one-page 제안 by 내일', due: '2027-01-06' }, { words: 'one-page 제안 by 내일', due: '2027-01-07' }].map((one) => isNoted(implied, [one]))).toEqual([true, true, false]);
    expect(isNoted({ words: '개산 견적·1차 범위안', due: '2026-12-10' }, [{ words: '예산 안에서 가능한 안 두 개', due: '2026-12-10' }])).toBe(false);
  });

  it('a date said alone is due', () => {
    expect([dueFromNextStep(read('12월 10일까지', '2026-11-24')), dueFromNextStep(null), dueFromNextStep({ kind: 'text', text: '12월 10일' })]).toEqual(['2026-12-10', null, null]);
  });

  it('of nothing is nothing', () => {
    for (const value of [null, { kind: 'text', text: '견적 2026-12-10' }, { kind: 'date', parts: [] }] satisfies (AnswerValue | null)[]) expect([promiseFromNextStep(value), nextMeetingOf(value)]).toEqual([null, null]);
  });
});
