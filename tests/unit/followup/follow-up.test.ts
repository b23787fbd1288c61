import { describe, expect, it } from 'vitest';
import type { FollowUp } from '@/utils/followup/follow-up';
import { isDue, isUntouched, lacksOfFollowUp, lacksReason, orderFollowUps, urgencyOf } from '@/utils/followup/follow-up';

const row = (id: string, dueOn: string, part: Partial<FollowUp> = {}): FollowUp => ({ id, dealId: 'd', step: 'own', text: id, dueOn, state: 'scheduled', closedOn: null, outcome: '', at: 1, updatedAt: 1, ...part });

describe('a follow-up', () => {
  it.each([['2026-11-30', 'overdue'], ['2026-12-01', 'today'], ['2026-12-02', 'week'], ['2026-12-08', 'week'], ['2026-12-09', 'later']])('due on %s is %s on 1 December', (dueOn, urgency) => {
    expect(urgencyOf({ dueOn }, '2026-12-01')).toBe(urgency);
  });

  it('is due from its day on, until it is over', () => {
    const due = (dueOn: string, state: FollowUp['state'] = 'scheduled') => isDue({ dueOn, state }, '2026-12-01');
    expect([due('2026-11-30'), due('2026-12-01'), due('2026-12-02'), due('2026-11-30', 'done'), due('2026-11-30', 'skipped')]).toEqual([true, true, false, false, false]);
  });

  it('stands by its day, then what is over, newest first', () => {
    const rows = [
      row('over', '2026-01-01', { state: 'done', closedOn: '2026-11-01' }), row('late', '2026-12-09'), row('second', '2026-12-03', { at: 2 }), row('first', '2026-12-03'),
      row('newest', '2026-01-01', { state: 'skipped', closedOn: '2026-11-02' }), row('rewritten', '2026-01-01', { state: 'done', closedOn: '2026-11-01', updatedAt: 9 }),
    ];
    expect(orderFollowUps(rows).map((one) => one.id)).toEqual(['first', 'second', 'late', 'newest', 'rewritten', 'over']);
  });

  it('of one’s own needs words and a day; about a want it has its words', () => {
    expect(lacksOfFollowUp({ text: ' ', dueOn: '' })).toEqual(['text', 'dueOn']);
    expect(lacksOfFollowUp({ text: '', dueOn: '2026-12-01', wantId: 'w' })).toEqual([]);
    expect(lacksOfFollowUp({ text: 'a', dueOn: '0002-12-01' })).toEqual(['dueOn']);
  });

  it('is untouched only as it was written: no words, nothing that came of it, never moved', () => {
    const plain = row('a', '2026-12-01', { text: '' });
    expect([plain, { ...plain, text: 'x' }, { ...plain, outcome: 'x' }, { ...plain, updatedAt: 2 }].map(isUntouched)).toEqual([true, false, false, false]);
  });

  it('is skipped only with a reason (R-03)', () => {
    expect([lacksReason('skipped', ' '), lacksReason('skipped', '합병'), lacksReason('done', ''), lacksReason('scheduled', '')]).toEqual([true, false, false, false]);
  });
});
