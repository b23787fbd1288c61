/** The plan of a meeting as the fields of its form, and what of it is written. */
import { describe, expect, it } from 'vitest';
import type { PlanFields } from '@/components/deal/plan-fields';
import { fieldsOf, filledBy, partOf, problemOf } from '@/components/deal/plan-fields';
import type { PlannedMeeting } from '@/utils/deal/planned-meeting';
import type { Invitation } from '@/utils/invitation/invitation';

/** Of this machine's clock, as the form's times are. */
const at = (text: string): number => new Date(text).getTime();
const PLAN: PlannedMeeting = { title: '2차 미팅', aim: '범위', startsAt: at('2026-12-03T14:00'), endsAt: at('2026-12-03T15:00'), room: 'meet:abc-defg-hij', url: 'https://meet.google.com/abc-defg-hij', people: [{ name: '이수민', email: 'sumin@hanbit.example' }, { name: '', email: 'it@hanbit.example' }, { name: '박준', email: '' }] };
const INVITATION: Invitation = { title: '', startsAt: null, endsAt: null, allDay: false, recurring: false, people: [], room: null, url: null, notes: [] };
const fields = (part: Partial<PlanFields> = {}): PlanFields => ({ ...fieldsOf(null, null), ...part });

describe('the fields of a plan', () => {
  it('are what it says, or the day that was agreed', () => {
    expect(fieldsOf(PLAN, '2027-01-01')).toEqual({ title: '2차 미팅', aim: '범위', date: '2026-12-03', from: '14:00', toDate: '', to: '15:00', url: PLAN.url, people: '이수민 <sumin@hanbit.example>\nit@hanbit.example\n박준', assumed: false });
    expect([fieldsOf(null, '2027-01-01').date, fieldsOf(null, null).date, fieldsOf(null, '20271-01-01').date]).toEqual(['2027-01-01', '', '']);
  });

  it.each([
    ['2026-12-03T14:00', '2026-12-04T17:00', '2026-12-04'], ['2026-12-03T23:00', '2026-12-04T01:00', ''], ['2026-12-03T14:00', '2026-12-04T14:00', ''], ['2026-12-03T23:00', '2026-12-05T01:00', '2026-12-05'],
  ])('from %s until %s end on %j, and come back as they were', (from, to, toDate) => {
    const plan = { ...PLAN, startsAt: at(from), endsAt: at(to) };
    const shown = fieldsOf(plan, null);
    expect(shown.toDate).toBe(toDate);
    expect(partOf(shown, shown)).toEqual(plan);
  });

  it.each([[null, null], [at('2026-12-03T14:00'), null]])('without an end or a time are empty there', (startsAt, endsAt) => {
    const plan = { ...PLAN, startsAt, endsAt };
    expect(partOf(fieldsOf(plan, null), fieldsOf(plan, null))).toEqual(plan);
  });
});

describe('an invitation', () => {
  it('of two days fills both', () => {
    expect(filledBy({ ...INVITATION, title: 'Workshop', url: 'https://zoom.us/j/1234567890', startsAt: at('2026-12-03T14:00'), endsAt: at('2026-12-04T17:00'), people: [{ name: 'Sue', email: '', organizer: true }] }))
      .toEqual({ title: 'Workshop', url: 'https://zoom.us/j/1234567890', date: '2026-12-03', from: '14:00', toDate: '2026-12-04', to: '17:00', assumed: false, people: 'Sue' });
  });

  it('of a whole day gets an hour that is marked as nobody’s', () => {
    expect(filledBy({ ...INVITATION, startsAt: at('2026-12-10T00:00'), endsAt: at('2026-12-11T00:00'), allDay: true })).toEqual({ date: '2026-12-10', from: '09:00', toDate: '', to: '', assumed: true });
  });

  it('leaves alone what it does not say', () => { expect(filledBy(INVITATION)).toEqual({}); });
});

describe('what is written', () => {
  it('is what was touched, and nothing else', () => {
    const form = fieldsOf({ ...PLAN, title: ' new ', aim: ' aim ' }, null);
    expect(partOf(form, {})).toEqual({});
    expect(partOf(form, { title: 'x' })).toEqual({ title: 'new' });
    expect(partOf(form, { aim: '' })).toEqual({ aim: 'aim' });
    expect(partOf(form, { people: 'x' })).toEqual({ people: PLAN.people });
    expect(partOf(form, { url: 'x' })).toEqual({ url: PLAN.url, room: PLAN.room });
    expect(partOf(form, { assumed: true })).toEqual({});
    for (const time of ['date', 'from', 'toDate', 'to'] as const) expect(partOf(form, { [time]: '' })).toEqual({ startsAt: PLAN.startsAt, endsAt: PLAN.endsAt });
  });

  it('is no time where a field of it is empty', () => {
    expect(partOf(fields({ date: '2026-12-03', to: '15:00' }), { date: '' })).toEqual({ startsAt: null, endsAt: null });
    expect(partOf(fields({ url: 'call me' }), { url: '' })).toEqual({ url: 'call me', room: null });
    expect(partOf(fields({ people: ' \nSue sue@acme.com\n<it@acme.com>\n' }), { people: '' })).toEqual({ people: [{ name: 'Sue', email: 'sue@acme.com' }, { name: '', email: 'it@acme.com' }] });
  });
});

describe('times that cannot be saved', () => {
  it.each<[Partial<PlanFields>, ReturnType<typeof problemOf>]>([
    [{}, null], [{ date: '2026-12-03', from: '14:00' }, null], [{ date: '2026-12-03', from: '14:00', to: '13:00' }, null], [{ date: '2026-12-03', from: '14:00', toDate: '2026-12-04', to: '13:00' }, null],
    [{ date: '2026-12-03' }, 'need_time'], [{ from: '14:00' }, 'need_date'], [{ date: '20261-12-03', from: '14:00' }, 'wrong_date'], [{ date: '2026-12-03', from: '14:00', toDate: '0202-12-03', to: '15:00' }, 'wrong_date'],
    [{ date: '2026-12-03', from: '14:00', toDate: '2026-12-04' }, 'need_end'], [{ date: '2026-12-03', from: '14:00', toDate: '2026-12-02', to: '15:00' }, 'end_before'], [{ date: '2026-12-03', from: '14:00', toDate: '2026-12-03', to: '14:00' }, 'end_before'], [{ toDate: '2026-12-03' }, null],
  ])('%j: %s', (part, problem) => { expect(problemOf(fields(part))).toBe(problem); });
});
