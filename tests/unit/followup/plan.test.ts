import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FollowUp, FollowUpStep } from '@/utils/followup/follow-up';
import { PLAN_STEPS } from '@/utils/followup/follow-up';
import type { SignedContract, WorkDays } from '@/utils/followup/plan';
import { followDays, followUpPlan, nextReview } from '@/utils/followup/plan';
import { addDays, isBusinessDay } from '@/utils/time/plain-date';

const DAYS: WorkDays = { holidays: new Set(['2026-12-25', '2027-01-01']), workdays: new Set([1, 2, 3, 4, 5]) };
const SIGNED: SignedContract = { signedOn: '2026-12-01', goLiveOn: null, warrantyEndsOn: null, endsOn: null };
const FULL: SignedContract = { signedOn: '2026-12-01', goLiveOn: '2027-03-01', warrantyEndsOn: '2028-02-29', endsOn: '2028-12-31' };
const row = (step: FollowUpStep, dueOn: string, part: Partial<FollowUp> = {}): FollowUp => ({
  id: `${step} ${dueOn}`, dealId: 'd', step, text: '', dueOn, state: 'scheduled', closedOn: null, outcome: '', at: 1, updatedAt: 1, ...part,
});
const planned = (contract: SignedContract) => followUpPlan(contract, contract.signedOn, DAYS).map(({ step, dueOn }) => row(step, dueOn));

describe('the follow-ups of a contract', () => {
  it('of which only the signature is known are thanks, an introduction, what is owed and a first review', () => {
    expect(followUpPlan(SIGNED, '2026-12-01', DAYS)).toEqual([
      { step: 'thanks', dueOn: '2026-12-02' }, { step: 'introduce', dueOn: '2026-12-08' }, { step: 'owed', dueOn: '2026-12-15' }, { step: 'review', dueOn: '2027-03-02' },
    ]);
  });

  it('with all its days go on until it is renewed, in the order of their days', () => {
    const plan = followUpPlan(FULL, '2026-12-01', DAYS);
    expect(plan.map(({ step, dueOn }) => `${step} ${dueOn}`)).toEqual([
      'thanks 2026-12-02', 'introduce 2026-12-08', 'owed 2026-12-15', 'settled 2027-03-08', 'goal 2027-03-31', 'review 2027-05-31',
      'warranty_soon 2027-12-31', 'warranty 2028-01-31', 'renewal_talk 2028-09-04', 'renewal_options 2028-10-02', 'renewal 2028-11-01',
    ]);
    expect(new Set(plan.map((one) => one.step))).toEqual(new Set(PLAN_STEPS));
  });

  it('fall on days that are worked, where any are', () => {
    // The 25th is a holiday and a Friday.
    expect(followUpPlan({ ...SIGNED, signedOn: '2026-12-24' }, '2026-12-24', DAYS)[0]).toEqual({ step: 'thanks', dueOn: '2026-12-28' });
    expect(followUpPlan({ ...SIGNED, signedOn: '2026-12-24' }, '2026-12-24', { ...DAYS, workdays: new Set() })[0]).toEqual({ step: 'thanks', dueOn: '2026-12-25' });
  });

  it('leave out what is over when a contract is written down late', () => {
    expect(followUpPlan(SIGNED, '2026-12-15', DAYS).map((one) => one.step)).toEqual(['owed', 'review']);
  });

  it('have a review ahead however late they are written down: the first of its quarters that is not over', () => {
    expect(followUpPlan(SIGNED, '2027-03-03', DAYS)).toEqual([{ step: 'review', dueOn: '2027-06-01' }]);
    expect(followUpPlan({ ...SIGNED, goLiveOn: '2025-01-06' }, '2026-12-01', DAYS).filter((one) => one.step === 'review')).toEqual([{ step: 'review', dueOn: '2027-01-04' }]);
  });

  it('leave days alone that somebody typed for "never": behind them are days that no calendar knows', () => {
    const never = { goLiveOn: '9999-12-31', warrantyEndsOn: '9999-12-31', endsOn: '9999-12-31' };
    expect(followUpPlan({ ...SIGNED, ...never }, '2026-12-01', DAYS)).toEqual(followUpPlan(SIGNED, '2026-12-01', DAYS));
    expect(followUpPlan({ ...never, signedOn: '9999-12-31' }, '2026-12-01', DAYS)).toEqual([]);
    expect(followDays(planned(FULL), FULL, { ...FULL, endsOn: '9999-12-31' }, '2026-12-05', DAYS).drop).toEqual(['renewal_talk 2028-09-04', 'renewal_options 2028-10-02', 'renewal 2028-11-01']);
  });

  it('go on with a review a quarter, on the same day of the week', () => {
    expect(nextReview('2026-12-02', DAYS)).toBe('2027-03-03');
    expect(nextReview('2026-10-02', DAYS)).toBe('2027-01-04');
  });
});

describe('days of a contract that become known or change', () => {
  it('bring what hangs on them, and move the review that was counted from the signature', () => {
    const changes = followDays(planned(SIGNED), SIGNED, FULL, '2026-12-05', DAYS);
    expect(changes.add.map((one) => one.step)).toEqual(['settled', 'goal', 'warranty_soon', 'warranty', 'renewal_talk', 'renewal_options', 'renewal']);
    expect([changes.move, changes.drop]).toEqual([[{ id: 'review 2027-03-02', dueOn: '2027-05-31' }], []]);
  });

  it('take along only what still stands where it was planned', () => {
    const rows = planned(FULL).map((one) => {
      if (one.step === 'warranty') return { ...one, dueOn: '2028-01-10' };
      return one.step === 'warranty_soon' ? { ...one, state: 'done' as const, closedOn: '2027-12-30' } : one;
    });
    expect(followDays(rows, FULL, { ...FULL, warrantyEndsOn: '2028-03-31' }, '2026-12-05', DAYS)).toEqual({ add: [], move: [], drop: [] });
    const moved = followDays(planned(FULL), FULL, { ...FULL, warrantyEndsOn: '2028-03-31' }, '2026-12-05', DAYS);
    expect(moved).toEqual({ add: [], drop: [], move: [{ id: 'warranty_soon 2027-12-31', dueOn: '2028-01-31' }, { id: 'warranty 2028-01-31', dueOn: '2028-03-01' }] });
  });

  it('that are not known any more take their follow-ups away, but for those that were done', () => {
    const rows = planned(FULL).map((one) => (one.step === 'renewal_talk' ? { ...one, state: 'done' as const } : one));
    expect(followDays(rows, FULL, { ...FULL, endsOn: null }, '2026-12-05', DAYS)).toEqual({ add: [], move: [], drop: ['renewal_options 2028-10-02', 'renewal 2028-11-01'] });
  });

  it('leave a review where somebody put it, and take no other step for one that falls on its day', () => {
    const late = { ...SIGNED, signedOn: '2026-01-05' };
    const today = '2026-12-07';
    const rows = followUpPlan(late, today, DAYS).map(({ step, dueOn }) => row(step, dueOn));
    expect(rows.map((one) => one.step)).toEqual(['review']);
    // In its later quarter it still stands where it was planned; a day further it does not.
    expect(followDays(rows, late, { ...late, goLiveOn: '2026-12-01' }, today, DAYS).move).toHaveLength(1);
    expect(followDays(rows.map((one) => ({ ...one, dueOn: addDays(one.dueOn, 1) })), late, { ...late, goLiveOn: '2026-12-01' }, today, DAYS).move).toEqual([]);
    const thanks = row('thanks', rows[0]?.dueOn ?? '');
    expect(followDays([...rows, thanks], late, { ...late, signedOn: '2026-12-04' }, today, DAYS)).toMatchObject({ drop: [], move: [{ id: rows[0]?.id }] });
  });

  it('that lead to today are still to be done', () => {
    const rows = [row('renewal', '2027-11-01')];
    const ends = (endsOn: string) => ({ ...SIGNED, endsOn });
    expect(followDays(rows, ends('2027-12-31'), ends('2027-12-30'), '2027-11-01', DAYS)).toMatchObject({ drop: [], add: [] });
    expect(followDays(rows, ends('2027-12-31'), ends('2028-01-03'), '2027-11-04', DAYS).move).toEqual([{ id: rows[0]?.id, dueOn: '2027-11-04' }]);
  });

  it('of one day stand in the order of a customer’s life', () => {
    const same = followUpPlan({ signedOn: '2026-12-01', goLiveOn: '2026-12-01', warrantyEndsOn: '2027-02-06', endsOn: '2027-04-07' }, '2026-12-01', DAYS).filter((one) => one.dueOn === '2026-12-08');
    expect(same.map((one) => one.step)).toEqual(['introduce', 'settled', 'warranty_soon', 'renewal_talk']);
  });

  it('bring back nothing that somebody deleted, and nothing whose day is over', () => {
    const rows = planned(FULL).filter((one) => one.step !== 'renewal');
    expect(followDays(rows, FULL, { ...FULL, endsOn: '2029-12-31' }, '2026-12-05', DAYS).add).toEqual([]);
    expect(followDays(planned(SIGNED), SIGNED, { ...SIGNED, goLiveOn: '2027-01-04' }, '2027-02-10', DAYS).add).toEqual([]);
  });

  it('move the review to the next of their quarters where the first is over, and leave it when they stay as they were', () => {
    const late = followDays(planned(SIGNED), SIGNED, { ...SIGNED, goLiveOn: '2026-03-02' }, '2026-12-05', DAYS);
    expect([late.move, late.drop]).toEqual([[{ id: 'review 2027-03-02', dueOn: '2027-03-01' }], []]);
    // One that was planned for a later quarter stands where the plan had put it, too.
    const rows = followUpPlan(SIGNED, '2027-03-03', DAYS).map(({ step, dueOn }) => row(step, dueOn));
    expect(followDays(rows, SIGNED, { ...SIGNED, goLiveOn: '2027-04-01' }, '2027-03-03', DAYS).move).toEqual([{ id: 'review 2027-06-01', dueOn: '2027-07-01' }]);
    // Overdue, it is not moved because another day became known.
    expect(followDays(planned(SIGNED), SIGNED, { ...SIGNED, endsOn: '2029-12-31' }, '2027-03-10', DAYS).move).toEqual([]);
  });

  const day = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-12-02', n));
  const contract = fc.record({ goLiveOn: fc.option(day), warrantyEndsOn: fc.option(day), endsOn: fc.option(day) }).map((days) => ({ ...days, signedOn: '2026-12-01' }));

  it('lead to the rows that a contract signed with them has, as long as nobody touched any', () => {
    fc.assert(fc.property(contract, contract, (before, after) => {
      const apply = (rows: readonly FollowUp[], from: SignedContract | null, to: SignedContract): FollowUp[] => {
        const { add, move, drop } = followDays(rows, from, to, '2026-12-01', DAYS);
        const kept = rows.filter((one) => !drop.includes(one.id)).map((one) => ({ ...one, dueOn: move.find((m) => m.id === one.id)?.dueOn ?? one.dueOn }));
        return [...kept, ...add.map(({ step, dueOn }) => row(step, dueOn))];
      };
      const rows = apply(apply([], null, before), before, after).map(({ step, dueOn }) => `${step} ${dueOn}`);
      expect(rows.sort()).toEqual(followUpPlan(after, '2026-12-01', DAYS).map(({ step, dueOn }) => `${step} ${dueOn}`).sort());
      expect(followDays(planned(after), after, after, '2026-12-01', DAYS)).toEqual({ add: [], move: [], drop: [] });
    }));
  });

  it('plan no day off, never a day before today, and each step once', () => {
    fc.assert(fc.property(contract, day, (days, today) => {
      const plan = followUpPlan(days, today, DAYS);
      expect(plan.every(({ dueOn }) => dueOn >= today && isBusinessDay(dueOn, DAYS.holidays, DAYS.workdays))).toBe(true);
      expect(new Set(plan.map((one) => one.step)).size).toBe(plan.length);
    }));
  });
});
