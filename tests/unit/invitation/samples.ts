/** Invitations for tests, our own writing in the form of the usual programs. */

/** Tue 24 November 2026, 10:00 in Seoul. */
export const SEOUL = { now: Date.UTC(2026, 10, 24, 1, 0), utcOffset: 540 };

export const calendar = (events: string, more = ''): string => `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${more}${events}END:VCALENDAR\r\n`;
export const event = (...lines: string[]): string => `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\n`;

export const FULL = calendar(event(
  'UID:a1@cal', 'SUMMARY:한빛식품 2차 미팅\\, 견적', 'DTSTART;TZID=Asia/Seoul:20261126T140000', 'DTEND;TZID=Asia/Seoul:20261126T150000',
  'ORGANIZER;CN=김민수:mailto:Minsu@Hanbit.co.kr', 'ATTENDEE;CN="Lee; Jane";ROLE=REQ-PARTICIPANT:mailto:jane@baton.example', 'ATTENDEE;CN=jane@baton.example:MAILTO:JANE@baton.example',
  'ATTENDEE;CUTYPE=ROOM;CN=7층 회의실:mailto:room7@hanbit.co.kr', 'DESCRIPTION:참여: https://meet.google.com/abc-defg-hij?hs=1\\n감사합니다', 'LOCATION:https://maps.example/7f',
));

/** A zone with its own rules, as Outlook writes them. */
export const CUSTOM = 'BEGIN:VTIMEZONE\r\nTZID:Office\r\nBEGIN:STANDARD\r\nDTSTART:16011104T020000\r\nRRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11\r\nTZOFFSETFROM:-0700\r\nTZOFFSETTO:-0800\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010311T020000\r\nRRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3\r\nTZOFFSETFROM:-0800\r\nTZOFFSETTO:-0700\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n';

export const ZOOM = '김민수님이 예약된 Zoom 회의에 귀하를 초대합니다.\n\n주제: 한빛식품 2차 데모\n시간: 2026년 11월 26일 02:00 오후 서울\n\nZoom 회의 참가\nhttps://us02web.zoom.us/j/81234567890?pwd=AbC.1\n\n회의 ID: 812 3456 7890\n암호: 123456';
export const GOOGLE = '한빛식품 견적 협의\n2026년 11월 26일 목요일⋅오후 2:00~3:00\n\nGoogle Meet으로 참여\nmeet.google.com/abc-defg-hij\n\n참석자:\n김민수 <minsu@hanbit.co.kr> (주최자)\njane@baton.example';
export const OUTLOOK = 'From: Kim Minsu <minsu@hanbit.co.kr>\nSent: Tuesday, November 24, 2026 9:00 AM\nTo: Jane Lee <jane@baton.example>; "Park, Jun" <jun@baton.example>\nSubject: RE: Second call: quote\nWhen: Thursday, November 26, 2026 2:00 PM-3:00 PM (UTC+09:00) Seoul.\nWhere: Microsoft Teams Meeting\n\nHello all,\nhttps://teams.microsoft.com/l/meetup-join/19%3ameeting';
