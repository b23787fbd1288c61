import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { writeIcs } from '@/utils/invitation/ics/write-ics';

const BASE = { uid: 'u@baton', sequence: 3, title: '수행팀에 요청: 한빛, 창고; 2차', description: 'line 1\nline 2', url: '' };
const AT = Date.UTC(2026, 10, 27, 4, 5, 6);

it('a day on which something is due takes no time, ends the next day, and rings the morning before', () => {
  expect(writeIcs([{ ...BASE, when: { day: '2026-12-31' }, ringsBefore: 15 }], AT).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Baton//Baton//EN', 'METHOD:PUBLISH', 'BEGIN:VEVENT', 'UID:u@baton', 'DTSTAMP:20261127T040506Z', 'SEQUENCE:3',
    'SUMMARY:수행팀에 요청: 한빛\\, 창고\\; 2차', 'DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101', 'TRANSP:TRANSPARENT', 'DESCRIPTION:line 1\\nline 2', 'CLASS:PRIVATE',
    'BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:수행팀에 요청: 한빛\\, 창고\\; 2차', 'TRIGGER:-PT15H', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '',
  ]);
});

it('an hour is written in universal time, its end only where it is known; nothing rings unasked', () => {
  const text = writeIcs([{ ...BASE, description: '', url: 'https://meet.google.com/abc-defg-hij', when: { startsAt: AT, endsAt: null }, ringsBefore: null }], AT);
  expect(text).toContain('\r\nDTSTART:20261127T040506Z\r\nLOCATION:https://meet.google.com/abc-defg-hij\r\n');
  expect(text).not.toMatch(/DTEND|VALARM|DESCRIPTION|TRANSP/u);
  expect(writeIcs([{ ...BASE, when: { startsAt: AT, endsAt: AT + 1_800_000 }, ringsBefore: null }], AT)).toContain('DTEND:20261127T043506Z');
});

it('several are one calendar', () => {
  const text = writeIcs(['a', 'b'].map((uid) => ({ ...BASE, uid, when: { day: '2026-12-01' }, ringsBefore: null })), AT);
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  expect(calendar.getAllSubcomponents('vevent').map((event) => event.getFirstPropertyValue('uid'))).toEqual(['a', 'b']);
});

it('nothing that was typed begins a line of its own, whatever ends a line for whoever reads it', () => {
  const typed = 'a\rATTENDEE:mailto:x@example.com\r\nEND:VEVENT\nb';
  const text = writeIcs([{ uid: typed, sequence: 1, title: typed, description: typed, url: typed, when: { day: '2026-12-01' }, ringsBefore: 15 }], AT);
  expect(text.split(/\r\n|\r|\n/u).filter((line) => /^(?:ATTENDEE|END:VEVENT|b)/u.test(line))).toEqual(['END:VEVENT']);
  const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  expect(event?.getFirstPropertyValue('summary')).toBe(typed.replace(/\r\n?/gu, '\n'));
});

it('nor behind what only some programs take for the end of a line; what no calendar may hold is left out', () => {
  for (const end of ['\r\n', '\r', '\v', '\f', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029']) {
    const typed = `a${end}ATTENDEE:mailto:x@y.example`;
    const text = writeIcs([{ ...BASE, uid: typed, title: typed, description: typed, url: typed, when: { day: '2026-12-31' }, ringsBefore: 1 }], AT);
    expect(text).not.toContain(`${end}ATTENDEE`);
    expect(text).toContain('SUMMARY:a\\nATTENDEE:');
  }
  expect(writeIcs([{ ...BASE, title: 'a\u0000\u0007\u001b[31m\tb\u007f', when: { day: '2026-12-31' }, ringsBefore: null }], AT)).toContain('SUMMARY:a[31m\tb\r\n');
});
