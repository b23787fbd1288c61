/** Invitations pasted as text, as mail programs and calendars show them. */
import { describe, expect, it } from 'vitest';
import type { Invitation } from '@/utils/invitation/invitation';
import { readInvitation } from '@/utils/invitation/read-invitation';
import { GOOGLE, OUTLOOK, SEOUL, ZOOM } from './samples';

const read = (text: string): Invitation => {
  const reading = readInvitation(text, SEOUL);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.invitation;
};
/** In Seoul's clock. */
const iso = (at: number | null): string => (at === null ? '-' : new Date(at + 540 * 60_000).toISOString().slice(0, 16));
const times = (text: string): string => `${iso(read(text).startsAt)} ${iso(read(text).endsAt).slice(-5)}`;

describe('times', () => {
  it.each([
    '2026년 11월 26일 (목) 오후 2:00~3:00', '2026년 11월 26일 (목) 오후 2:00 ~ 오후 3:00', '2026년 11월 26일 목요일 오후 2시~3시', '일시: 2026. 11. 26.(목) 14:00 ~ 15:00', '11월 26일 오후 2:00–3:00',
    'Thursday, November 26, 2026 2:00pm – 3:00pm (KST)', 'Thursday, November 26, 2026 2:00 PM-3:00 PM (UTC+09:00) Seoul.', 'Thursday Nov 26, 2026 ⋅ 2pm – 3pm (Korean Standard Time - Seoul)', '회의 11/26 14:00-15:00',
    'When: Thu 26 Nov 2026 1pm - 2pm (Singapore Standard Time)', 'Nov 26, 2026 2:00 – 3:00pm', '2026-11-26 05:00-06:00 UTC', 'Nov 25, 2026 9:00 PM - 10:00 PM PST', '14:00-15:00, 26 Nov 2026', 'Date: Nov 26, 2026\nTime: 2:00 PM - 3:00 PM',
    '일시: 11월 26일\n시간: 14:00~15:00', 'November 26, 2026 13:00-14:00 GMT+8', 'Nov 26, 2026 2:00 PM to Nov 26, 2026 3:00 PM', '날짜: 2026년 11월 26일\n시간: 오후 2시 ~ 오후 3시', '2026년 11월 26일 목요일⋅오후 2:00~3:00\n시간대: 한국 표준시',
    'Nov 26, 2026 2:00 PM - 3:00 PM\nTime zone: Asia/Seoul', '일시：２０２６년 １１월 ２６일（목） １４：００～１５：００', '일시: 2026년 11월 26일 오후 2:00~3:00'.normalize('NFD'), "일시: '26. 11. 26.(목) 14:00 ~ 15:00", '■ 일 시 : 11.26(목) 14시~15시',
    '11/26(목) PM 2:00~3:00', '2026-11-26T14:00:00+09:00/2026-11-26T15:00:00+09:00', 'Start: 2026-11-26T05:00:00Z\nEnd: 2026-11-26T06:00:00Z', '시작: 2026-11-26 14:00\n종료: 2026-11-26 15:00', '11/26/2026 2:00 PM - 3:00 PM',
    '14:00–15:00 KST, Thursday 26 November', '2:00 PM – 3:00 PM (GMT+9), Thursday, November 26, 2026', '14:00-15:00 on Thu 26 Nov 2026', '26.11.2026 14:00 - 15:00', 'Termin: 26.11.2026, 14:00–15:00 Uhr', '日時: 2026年11月26日(木) 14:00〜15:00', '2026年11月26日 午後2時〜3時',
  ])('%s', (text) => {
    expect(times(text)).toBe('2026-11-26T14:00 15:00');
  });

  it.each([
    ['Time: Nov 26, 2026 02:00 PM Seoul', '2026-11-26T14:00 -'], ['11월 26일 오전 11:30~1:00', '2026-11-26T11:30 13:00'], ['Nov 26 11:30-1pm', '2026-11-26T11:30 13:00'], ['Nov 26, 2026 23:30-00:30', '2026-11-26T23:30 00:30'],
    ['내일 오후 3시 미팅', '2026-11-25T15:00 -'], ['11월 26일', '2026-11-26T00:00 -'],
    ['11월 26일 정오', '2026-11-26T12:00 -'], ['Nov 26 at noon', '2026-11-26T12:00 -'], ['11월 26일 22:00~익일 01:00', '2026-11-26T22:00 01:00'], ['2026-11-26T14:00:00-05:00', '2026-11-27T04:00 -'],
  ])('%s', (text, expected) => {
    expect(times(text)).toBe(expected);
  });

  it('says what was in doubt', () => {
    const notes = (text: string): string[] => read(`${text}\nhttps://meet.google.com/abc-defg-hij`).notes;
    expect(notes('Nov 26, 2026 2:00 PM - 3:00 PM CST')).toEqual(['unknown_zone']);
    expect(notes('Nov 26, 2026 2:00 PM - 3:00 PM Singapore')).toEqual(['other_zone']);
    expect(notes('Nov 26, 2026')).toEqual(['no_time']);
    expect(notes('let us talk')).toEqual(['no_date']);
    expect(notes('Nov 20, 2026 2:00 PM - 3:00 PM')).toContain('past');
    expect(notes('Weekly sync, Nov 26, 2026 2:00 PM - 3:00 PM')).toEqual(['recurring_unclear']);
    expect(notes('취소됨: 회의\n2026년 11월 26일 오후 2:00~3:00')).toEqual(['cancelled']);
    expect(read('Nov 26, 2026 2:00 PM - 3:00 PM').notes).toEqual(['no_room']);
  });

  it('is not when the mail was sent', () => {
    expect(times('From: Kim <kim@x.example>\nSent: Monday, November 30, 2026 10:12 AM\nSubject: Next call\n\nThursday, November 26, 2026 2:00 PM - 3:00 PM')).toBe('2026-11-26T14:00 15:00');
    expect(times('보낸 사람: 김민수\n날짜: 2026년 11월 30일 오전 10:12\n\n11월 26일 오후 2:00~3:00에 뵙겠습니다.')).toBe('2026-11-26T14:00 15:00');
  });
});


describe('titles', () => {
  const DAY = '\n2026년 11월 26일 오후 2:00~3:00';
  it.each([
    [`일정명 : 제안 설명회${DAY}`, '제안 설명회'], [`취소된 일정: 2차 미팅 @ 2026년 11월 26일 (목) 오후 2시 - 오후 3시 (KST)`, '2차 미팅'], [`변경됨: 2차 미팅${DAY}`, '2차 미팅'], [`Canceled event: Second call${DAY}`, 'Second call'],
    [`This event has been updated\nChanged: time\n\nSecond call${DAY}`, 'Second call'], [`이 일정이 변경되었습니다\n2차 미팅${DAY}`, '2차 미팅'], [`A new event has been scheduled.\n\nEvent Type:\n30 Minute Call${DAY}`, '30 Minute Call'],
    // A mail is no calendar entry: none of its sentences is a title, nor who signed it.
    [`한빛식품 김민수입니다.\n미팅은 화요일에 진행하면 어떨까요?${DAY}\n감사합니다.\n김민수 드림\n한빛식품 IT팀 과장`, ''], [`See you then${DAY}\nBest regards,\nDana Fox`, 'See you then'],
    [`Thanks to all partners${DAY}`, 'Thanks to all partners'],
  ])('%j', (text, title) => { expect(read(text).title).toBe(title); });
});

describe('whole invitations', () => {
  it('of Zoom', () => {
    expect(read(ZOOM)).toMatchObject({ title: '한빛식품 2차 데모', room: 'zoom:81234567890', url: 'https://us02web.zoom.us/j/81234567890?pwd=AbC.1', startsAt: Date.UTC(2026, 10, 26, 5) });
    expect(read(ZOOM.replace('2026년 11월 26일 02:00 오후 서울', 'Nov 26, 2026 02:00 PM Seoul')).startsAt).toBe(Date.UTC(2026, 10, 26, 5));
  });

  it('of Google Calendar', () => {
    expect(read(GOOGLE)).toEqual({
      title: '한빛식품 견적 협의', startsAt: Date.UTC(2026, 10, 26, 5), endsAt: Date.UTC(2026, 10, 26, 6), allDay: false, recurring: false, room: 'meet:abc-defg-hij', url: 'https://meet.google.com/abc-defg-hij',
      people: [{ name: '김민수', email: 'minsu@hanbit.co.kr', organizer: true }, { name: '', email: 'jane@baton.example', organizer: false }], notes: [],
    });
  });

  it('of Outlook', () => {
    expect(read(OUTLOOK)).toMatchObject({
      title: 'Second call: quote', startsAt: Date.UTC(2026, 10, 26, 5), endsAt: Date.UTC(2026, 10, 26, 6), room: null, url: 'https://teams.microsoft.com/l/meetup-join/19%3ameeting', notes: ['no_room'],
      people: [{ name: 'Kim Minsu', email: 'minsu@hanbit.co.kr', organizer: true }, { name: 'Jane Lee', email: 'jane@baton.example', organizer: false }, { name: 'Park, Jun', email: 'jun@baton.example', organizer: false }],
    });
  });

  it('of Google Calendar, whose guests stand one a line, by name or by address', () => {
    const one = read('Dana Fox has invited you to Baton <> Acme\nThursday Nov 26, 2026 ⋅ 2pm – 3pm Korean Standard Time\n\nJoin with Google Meet\nmeet.google.com/qqq-wwww-eee\n\nOrganizer\nDana Fox\ndana@acme.example\nGuests\nDana Fox - organizer\n박서연\nseoyeon@baton.example\nkim@acme.example - optional\nView all guest info');
    expect(one).toMatchObject({ title: 'Baton <> Acme', startsAt: Date.UTC(2026, 10, 26, 5), room: 'meet:qqq-wwww-eee' });
    expect(one.people).toEqual([{ name: 'Dana Fox', email: 'dana@acme.example', organizer: true }, { name: '박서연', email: '', organizer: false }, { name: '', email: 'seoyeon@baton.example', organizer: false }, { name: '', email: 'kim@acme.example', organizer: false }]);
  });

  it('with bullets, as notices are written in Korea', () => {
    const one = read('■ 회의명 : 미래유통 2차 미팅\n■ 일 시 : 2026. 11. 26.(목) 14:00 ~ 15:00\n■ 장 소 : https://us02web.zoom.us/j/81234567890\n■ 참석자 : 이지은 팀장, 박서연(바통)');
    expect(one).toMatchObject({ title: '미래유통 2차 미팅', startsAt: Date.UTC(2026, 10, 26, 5), endsAt: Date.UTC(2026, 10, 26, 6), room: 'zoom:81234567890' });
    expect(one.people.map(({ name }) => name)).toEqual(['이지은 팀장', '박서연(바통)']);
  });

  it('takes nobody out of a link', () => {
    expect(read('11월 26일 14:00\nhttps://teams.microsoft.com/l/meetup-join/19:meeting_NjQ@thread.v2/0?context=x').people).toEqual([]);
  });

  it('of a series that lists its dates: the next one', () => {
    const list = (first: string): string => `Topic: Weekly sync\nTime: ${first} 02:00 PM Seoul\n   Every week on Thu, 4 occurrence(s)\n   Nov 12, 2026 02:00 PM\n   Nov 19, 2026 02:00 PM\n   Nov 26, 2026 02:00 PM\n   Dec 3, 2026 02:00 PM\nhttps://zoom.us/j/95555544444`;
    expect(read(list('Nov 12, 2026'))).toMatchObject({ startsAt: Date.UTC(2026, 10, 26, 5), recurring: true, notes: ['recurring_first', 'no_end'] });
  });

  it('of a mail', () => {
    const one = read('안녕하세요, 이 팀장님.\n\n다음 미팅은 11월 26일(목) 오후 2시~3시입니다.\n참석자: 김민수, 박준\nhttps://meet.google.com/abc-defg-hij');
    expect([iso(one.startsAt), iso(one.endsAt), one.people.map(({ name }) => name)]).toEqual(['2026-11-26T14:00', '2026-11-26T15:00', ['김민수', '박준']]);
  });
});

describe('the title', () => {
  it.each([
    'Webex meeting invitation: Order intake\n\nHana Kim is inviting you to a scheduled Webex meeting.\n\nThursday, November 26, 2026\n2:00 PM  |  (UTC+09:00) Seoul  |  1 hr',
    'Hana Kim invites you to an online meeting using Webex.\n\nMeeting: Order intake\nDate: Thursday, November 26, 2026\nTime: 2:00 PM', 'Order intake\n26.11.2026 14:00', '14:00-15:00 KST, Thursday 26 November\nOrder intake',
  ])('is found in %j', (text) => {
    expect([read(text).title, iso(read(text).startsAt)]).toEqual(['Order intake', '2026-11-26T14:00']);
  });

  it('is left as it is where numbers before a date are no times, and hours are a length', () => {
    const titled = (text: string): string => read(`${text}\n26.11.2026 14:00`).title;
    expect(['Kickoff, team of 3-5 devs, December 1 and later', '24時間対応システムのご相談'].map(titled)).toEqual(['Kickoff, team of 3-5 devs, December 1 and later', '24時間対応システムのご相談']);
  });

  it('is no link and no day with points that there isn’t', () => {
    expect(read('Meeting: https://meet.google.com/abc-defg-hij\nNov 26, 2026 2:00 PM').title).toBe('');
    expect(read('26.13.2026 14:00\nhttps://meet.google.com/abc-defg-hij').notes).toContain('no_date');
  });
});

describe('anything else', () => {
  it.each(['hello', 'https://example.com/', '김민수 <minsu@hanbit.co.kr>', '{"a": 1}'])('%s is none', (text) => {
    expect(readInvitation(text, SEOUL)).toEqual({ ok: false, reason: 'not_an_invitation' });
  });
});
