import { describe, expect, it } from 'vitest';
import { leadTime } from '@/utils/time/lead-time';
import { addBusinessDays, isBusinessDay } from '@/utils/time/plain-date';
import type { WorkChoices } from '@/utils/time/work-calendar';
import { HOLIDAYS_UNTIL, leadPolicyOf } from '@/utils/time/work-calendar';

const CHOICES: WorkChoices = { workdays: [1, 2, 3, 4, 5], country: 'KR', daysOff: [], latestWorkdays: 3, recommendedDays: 7 };

describe('working days', () => {
  it('skip the week of 설날', () => {
    // 2026-02-20 is a Friday; Monday to Wednesday before it are off.
    expect(leadTime('2026-02-20', '2026-02-01', leadPolicyOf(CHOICES))).toMatchObject({ respondBy: '2026-02-19', latest: '2026-02-12' });
    expect(leadTime('2026-02-20', '2026-02-01', leadPolicyOf({ ...CHOICES, country: 'none' }))).toMatchObject({ respondBy: '2026-02-19', latest: '2026-02-17' });
  });

  it('follow the week that is worked, and days off of one’s own', () => {
    const sunToThu = new Set([0, 1, 2, 3, 4]);
    expect(isBusinessDay('2026-11-22', new Set(), sunToThu)).toBe(true);
    expect(isBusinessDay('2026-11-20', new Set(), sunToThu)).toBe(false);
    expect(addBusinessDays('2026-11-23', -2, new Set(), sunToThu)).toBe('2026-11-19');
    expect(leadTime('2026-12-10', '2026-11-24', leadPolicyOf({ ...CHOICES, daysOff: ['2026-12-08'], latestWorkdays: 2 })).latest).toBe('2026-12-07');
    expect(() => addBusinessDays('2026-11-23', 1, new Set(), new Set())).toThrow(RangeError);
  });

  it('are only a week and days off of one’s own where no country is chosen', () => {
    expect(leadPolicyOf({ ...CHOICES, country: 'none', daysOff: ['2026-12-08'], latestWorkdays: 4, recommendedDays: 9 })).toEqual({ latestBusinessDays: 4, recommendedDays: 9, holidays: new Set(['2026-12-08']), workdays: new Set([1, 2, 3, 4, 5]) });
    expect(leadPolicyOf({ ...CHOICES, country: 'none' }).holidays.size).toBe(0);
  });

  it('hold for every year that is said to be known', () => {
    const { holidays } = leadPolicyOf(CHOICES);
    for (const fixed of ['01-01', '03-01', '05-05', '06-06', '08-15', '10-03', '10-09', '12-25']) for (const year of ['2026', HOLIDAYS_UNTIL]) expect(holidays.has(`${year}-${fixed}`), `${year}-${fixed}`).toBe(true);
  });
});
