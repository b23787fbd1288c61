/** A zone beside a time: what calendars print in brackets names a place, and the place knows its summer. */
import { describe, expect, it } from 'vitest';
import { zoneAfter, zoneLine } from '@/utils/invitation/zone-beside';

const WALLS = [Date.UTC(2026, 0, 5, 14), Date.UTC(2026, 6, 5, 14)];
const hours = (said: ReturnType<typeof zoneAfter>): unknown => (said === null || said === 'unknown' ? said : WALLS.map((wall) => said.zone.offsetAtWall(wall) / 60));

describe('a zone in brackets', () => {
  it.each([
    ['(GMT+01:00) Amsterdam', [1, 2]], ['(GMT+01:00)Amsterdam', [1, 2]], ['[GMT+01:00] Paris', [1, 2]], ['(GMT-05:00) Eastern Time (US & Canada)', [-5, -4]], ['(UTC) Dublin, Edinburgh', [0, 1]], ['(GMT) London', [0, 1]],
    // Without a place, or with one that nobody knows, it is what stands there.
    ['(UTC+01:00)', [1, 1]], ['(utc)', [0, 0]], ['(KST) Narnia', [9, 9]], ['(x utc) London', [0, 0]], ['(KST) London', [9, 9]], ['(gmtx) London', null], ['(UTC)\nLondon', [0, 0]],
    // Brackets elsewhere are not about the zone.
    ['KST (London time)', [9, 9]], ['then (KST)', null],
  ])('%j', (text, expected) => { expect(hours(zoneAfter(text))).toEqual(expected); });
});

it.each([['시간대: KST (서울)', [9, 9]], ['Time zone: seoul', [9, 9]], ['Time zone: (GMT+01:00) Amsterdam', [1, 2]]])('a line %j', (text, expected) => { expect(hours(zoneLine(text))).toEqual(expected); });
