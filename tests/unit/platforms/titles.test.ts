/** What of a tab's title is the meeting's. */
import { describe, expect, it } from 'vitest';
import { meetTitle } from '@/utils/platforms/meet/adapter';
import { zoomTitle } from '@/utils/platforms/zoom/adapter';

describe('meetTitle', () => {
  it.each([
    ['Meet - Order intake', 'Order intake'],
    ['Meet – Order intake', 'Order intake'],
    ['Meet — Order intake', 'Order intake'],
    ['(3) Meet - 주문 접수 첫 미팅', '주문 접수 첫 미팅'],
    ['(12) Meet - (2) of 3', '(2) of 3'],
    ['Meet - Meet the team', 'Meet the team'],
    ['Meet the team', 'Meet the team'],
    ['Meet - Q3 - plan', 'Q3 - plan'],
  ])('%s', (raw, title) => {
    expect(meetTitle(raw)).toBe(title);
  });

  it.each(['Meet', 'Google Meet', 'Meet - abc-defg-hij', '(1) Meet - abc-defg-hij', 'Meet – abc-defg-hij', 'Meet - ', '', '   '])('%j is none', (raw) => {
    expect(meetTitle(raw)).toBe('');
  });
});

describe('zoomTitle', () => {
  it.each([
    ['Order intake', 'Order intake'],
    ['(Locked) Order intake', 'Order intake'],
    ['Order intake - Zoom', 'Order intake'],
    ['(Locked) 주문 접수 - Zoom', '주문 접수'],
    ['Zoom in on costs', 'Zoom in on costs'],
  ])('%s', (raw, title) => {
    expect(zoomTitle(raw)).toBe(title);
  });

  it.each(['Zoom', 'Zoom Meeting', 'Zoom meeting on web', 'Error - Zoom', 'Launch Meeting - Zoom', '(Locked) Zoom Meeting', '', ' '])('%j is none', (raw) => {
    expect(zoomTitle(raw)).toBe('');
  });
});
