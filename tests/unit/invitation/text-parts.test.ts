/** What is taken from a pasted text: which day and hours, in whose clock, what it is about, who comes, and how one gets in. */
import { describe, expect, it } from 'vitest';
import type { Invitation } from '@/utils/invitation/invitation';
import { callLink, findLinks } from '@/utils/invitation/links';
import { cleanAddress, MOST_PEOPLE, PeopleList } from '@/utils/invitation/people';
import { MOST_PASTED, readInvitation } from '@/utils/invitation/read-invitation';
import { zoneAfter, zoneLine } from '@/utils/invitation/zone-beside';
import { zoneOf } from '@/utils/invitation/zones';
import { SEOUL } from './samples';

const WHEN = '2026년 11월 26일 오후 2:00~3:00';
const read = (text: string): Invitation => {
  const reading = readInvitation(text, SEOUL);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.invitation;
};
const iso = (at: number | null): string => (at === null ? '-' : new Date(at + 540 * 60_000).toISOString().slice(5, 16));
const times = (text: string): string => { const one = read(text); return `${iso(one.startsAt)} ${iso(one.endsAt)}`; };

describe('hours', () => {
  it.each([
    ['Nov 26, 2026 10:00 – 11:30am', '11-26T10:00 11-26T11:30'], ['Nov 26, 2026 9-10am', '11-26T09:00 11-26T10:00'], ['Nov 26, 2026 12:30-1:30pm', '11-26T12:30 11-26T13:30'], ['Nov 26, 2026 11-12pm', '11-26T11:00 11-26T12:00'], ['Nov 26, 2026 12-1am', '11-26T00:00 11-26T01:00'], ['Nov 26, 2026 2:05-3:10 pm', '11-26T14:05 11-26T15:10'],
    ['Nov 26, 2026 10:00-9:00', '11-26T10:00 11-26T21:00'], ['Nov 26, 2026 22:00-21:00', '11-26T22:00 11-27T21:00'], ['Nov 26, 2026 14:00-14:00', '11-26T14:00 11-27T14:00'], ['Nov 26, 2026 23:59-00:01', '11-26T23:59 11-27T00:01'], ['Nov 26, 2026 14:00', '11-26T14:00 -'], ['Nov 26, 2026 14:00 - later', '11-26T14:00 -'],
    ['11월 26일 오전 11시~1시', '11-26T11:00 11-26T13:00'], ['11월 26일 오후 2시 30분~4시 10분', '11-26T14:30 11-26T16:10'], ['11월 26일 오후 2시부터 오후 4시', '11-26T14:00 11-26T16:00'], ['11월 26일 14:00 until 16:00', '11-26T14:00 11-26T16:00'], ['11월 26일 오후 2시~두 시간', '11-26T14:00 11-26T16:00'],
    ['from 14:00 to 15:00 on 26 Nov 2026', '11-26T14:00 11-26T15:00'], ['2pm on Nov 26, 2026', '11-26T14:00 -'], ['2-3pm, Nov 26, 2026', '11-26T14:00 11-26T15:00'], ['14:00-15:00 on Nov 26, 2026 (SGT)', '11-26T15:00 11-26T16:00'],
    ['Nov 26, 2026 at 14:00', '11-26T14:00 -'], ['Nov 26, 2026 | 14:00 - 15:00', '11-26T14:00 11-26T15:00'], ['Nov 26, 2026 @ 2pm', '11-26T14:00 -'], ['Nov 26, 2026 from 2pm to 3pm', '11-26T14:00 11-26T15:00'],
    ['Nov 26, 2026\n2:00 PM - 3:00 PM', '11-26T14:00 11-26T15:00'], ['11월 26일\n안건: 견적\n시간: 14:00~15:00', '11-26T14:00 11-26T15:00'], ['11월 26일\n오후 2시', '11-26T14:00 -'], ['11월 26일\n하나\n둘\n셋\n시간: 14:00', '11-26T00:00 -'], ['11월 26일\n견적 14:00 기준', '11-26T00:00 -'],
    ['Nov 26, 2026 10:00 PM - Nov 27, 2026 1:00 AM', '11-26T22:00 11-27T01:00'], ['Nov 26, 2026 2:00 PM to Nov 26, 2026 3:00 PM (SGT)', '11-26T15:00 11-26T16:00'], ['Nov 26, 2026 2:00 PM, not Nov 27, 2026 3:00 PM', '11-26T14:00 -'], ['Nov 26, 2026 2:00 PM; Nov 27, 2026 3:00 PM', '11-26T14:00 -'],
    ['Nov 26, 2026 22:30-23:30', '11-26T22:30 11-26T23:30'], ['Nov 26, 2026 10:59-11:59am', '11-26T10:59 11-26T11:59'], ['Nov 26, 2026 12:00-12:30', '11-26T12:00 11-26T12:30'], ['Nov 26, 2026 11:00-12:59pm', '11-26T11:00 11-26T12:59'], ['Nov 26, 2026 1:00-1:00pm', '11-26T01:00 11-26T13:00'], ['Nov 26, 2026 25:00-26:00', '11-26T00:00 -'], ['Nov 26, 2026 2:00 PM - 25:00', '11-26T14:00 -'], ['Nov 26, 2026 2:00 PM - 3:75', '11-26T14:00 -'],
    ['Nov 26, 2026 9-10am SGT', '11-26T10:00 11-26T11:00'], ['Nov 26, 2026 10:00-9:00 SGT', '11-26T11:00 11-26T22:00'], ['Nov 26, 2026 14:00-15:00 (SGT)', '11-26T15:00 11-26T16:00'], ['Nov 26, 2026 2pm SGT', '11-26T15:00 -'], ['Nov 26, 2026 14:00-13:00 SGT', '11-26T15:00 11-27T14:00'],
    ['11월 26일\n오전 9시', '11-26T09:00 -'], ['11월 26일\n2pm', '11-26T14:00 -'], ['11월 26일\n2 pm - 3 pm', '11-26T14:00 11-26T15:00'], ['11월 26일\n 09:30', '11-26T09:30 -'], ['11월 26일\n견적\n10:30-11:30', '11-26T10:30 11-26T11:30'], ['11월 26일\n12시 30분', '11-26T12:30 -'], ['11월 26일 14:00\n15:00-16:00 기준', '11-26T14:00 -'], ['11월 26일\n14개 안건', '11-26T00:00 -'],
    ['Nov 26, 2026 2:00 PM - Nov 25, 2026 3:00 PM', '11-26T14:00 -'], ['Nov 26, 2026 2:00 PM - or perhaps Nov 27, 2026 3:00 PM', '11-26T14:00 -'], ['Nov 26, 2026 2:00 PM - Nov 27, 2026', '11-26T14:00 -'],
  ])('%j are %s', (text, expected) => { expect(times(text)).toBe(expected); });
});

describe('of several dates', () => {
  it.each([
    ['the labelled one is meant', '견적 기한 11월 25일 오후 6:00\n일시: 11월 26일 오후 2:00', '11-26T14:00 -'], ['the one below its label', '견적 기한 11월 25일 오후 6:00\n일시\n11월 26일 오후 2:00', '11-26T14:00 -'], ['the one with a time', '기한 11월 25일, 미팅 11월 26일 오후 2:00', '11-26T14:00 -'],
    ['the one to come', '지난 미팅 2026년 11월 20일 오후 2:00\n다음 미팅 2026년 11월 26일 오후 3:00', '11-26T15:00 -'], ['the first of equals', '11월 26일 오후 2:00 또는 11월 27일 오후 2:00', '11-26T14:00 -'], ['today counts as to come', '2026년 11월 20일 오후 3:00\n2026년 11월 24일 오후 3:00', '11-24T15:00 -'],
    ['never the one of the mail', 'Sent: Nov 27, 2026 2:00 PM\nLet us meet Nov 26, 2026', '11-26T00:00 -'], ['nor that of a quoted mail', 'On Nov 27, 2026 at 2:00 PM Kim wrote:\nNov 26, 2026', '11-26T00:00 -'], ['a date line counts where no mail is quoted', 'Date: Nov 26, 2026 2:00 PM\nor Nov 25, 2026 3:00 PM', '11-26T14:00 -'],
  ])('%s', (_what, text, expected) => { expect(times(text)).toBe(expected); });

  it('none is left where all are those of mails', () => {
    expect(read('From: Kim\nDate: Nov 26, 2026 2:00 PM\n\nhttps://meet.google.com/abc-defg-hij').notes).toEqual(['no_date']);
  });
});

describe('what is said about it', () => {
  const notes = (text: string): string[] => read(`${text}\nhttps://meet.google.com/abc-defg-hij`).notes;

  it.each<[string, string[]]>([
    ['Nov 26, 2026 2:00 PM', ['no_end']], ['Nov 26, 2026', ['no_time']], ['Nov 24, 2026', ['no_time']], ['Nov 23, 2026', ['past', 'no_time']], ['Nov 24, 2026 9:00 AM', ['past', 'no_end']], ['Nov 24, 2026 9:00 AM - 10:00 AM', []], ['Nov 24, 2026 9:00 AM - 9:59 AM', ['past']], ['Nov 24, 2026 10:00 AM', ['no_end']],
    [`Canceled event: x\n${WHEN}`, ['cancelled']], [`[취소] x\n${WHEN}`, ['cancelled']], [`매주 회의\n${WHEN}`, ['recurring_unclear']], [`every week\n${WHEN}`, ['recurring_unclear']], [WHEN, []],
  ])('%j has %j', (text, expected) => { expect(notes(text)).toEqual(expected); });

  it('is a whole day without an hour', () => { expect([read('Nov 26, 2026').allDay, read(WHEN).allDay]).toEqual([true, false]); });

  it('names no more people than a mailing list starts with', () => {
    const one = read(`${WHEN}\nTo: ${Array.from({ length: MOST_PEOPLE + 1 }, (_, i) => `p${String(i)}@a.example`).join(', ')}`);
    expect([one.people.length, one.notes.includes('people_cut')]).toEqual([MOST_PEOPLE, true]);
    expect(readInvitation(' '.repeat(MOST_PASTED - WHEN.length) + WHEN, SEOUL)).toEqual({ ok: false, reason: 'not_an_invitation' });
    expect(readInvitation(' '.repeat(MOST_PASTED), SEOUL)).toEqual({ ok: false, reason: 'empty' });
  });
});

describe('the title', () => {
  it.each([
    [`견적 협의\n${WHEN}`, '견적 협의'], [`${WHEN}\n견적 협의`, '견적 협의'], [`제목: 견적 협의\n머리말\n${WHEN}`, '견적 협의'], [`머리말\nSubject: RE: FW: 견적 협의\n${WHEN}`, '견적 협의'], [`초대: 견적 협의 @ 2026년 11월 26일\n${WHEN}`, '견적 협의'], [`[초대] 견적 협의\n${WHEN}`, '견적 협의'], [`Invitation: Quote @ Thu Nov 26, 2026 2pm - 3pm (KST)\n${WHEN}`, 'Quote'], [`주제:  \n견적 협의\n${WHEN}`, '견적 협의'], [`Kim @ Hanbit\n${WHEN}`, 'Kim @ Hanbit'], [`제목: 2차 @ 한빛 3층\n${WHEN}`, '2차 @ 한빛 3층'], [`Invitation: Quote @ Hanbit @ Thu Nov 26, 2026 2pm (KST) (jane@a.example)\n${WHEN}`, 'Quote @ Hanbit'],
    [`안녕하세요, 팀장님.\n견적 협의\n${WHEN}`, '견적 협의'], [`Hi Jane,\nQuote\n${WHEN}`, 'Quote'], [`====\n견적 협의\n${WHEN}`, '견적 협의'], [`장소: 7층\n견적 협의\n${WHEN}`, '견적 협의'], [`When\nQuote\n${WHEN}`, 'Quote'], [`meet.google.com/abc-defg-hij\nQuote\n${WHEN}`, 'Quote'], [`jane@a.example\nQuote\n${WHEN}`, 'Quote'], [`https://a.example/x\nQuote\n${WHEN}`, 'Quote'], [`Google Meet으로 참여\nQuote\n${WHEN}`, 'Quote'],
    [`박서연님이 초대합니다\n견적\n${WHEN}`, '견적'], [`11월 26일 한빛식품 재고 시스템 구축 견적 협의 미팅 안내\n${WHEN}`, '11월 26일 한빛식품 재고 시스템 구축 견적 협의 미팅 안내'], [`11월 26일 미팅\n견적\n${WHEN}`, '견적'], [WHEN, ''],
  ])('of %j is %j', (text, title) => { expect(read(text).title).toBe(title); });
});

describe('people', () => {
  const people = (text: string): string[] => read(`${WHEN}\n${text}`).people.map((p) => `${p.name}|${p.email}${p.organizer ? '|o' : ''}`);

  it.each<[string, string[]]>([
    ['참석자: 김민수, 박준/이영', ['김민수|', '박준|', '이영|']], ['김민수, 박준', []], ['To: "Park, Jun" <jun@a.example>; Jane Lee <jane@a.example>', ['Park, Jun|jun@a.example', 'Jane Lee|jane@a.example']], ['jane@a.example - organizer', ['|jane@a.example|o']], ['jane@a.example (organiser)', ['|jane@a.example|o']], ['jane@a.example -주최자 ', ['|jane@a.example|o']], ['jane@a.example organizer later', ['|jane@a.example']],
    ['주최자: 김민수', ['김민수||o']], ['From: Kim <kim@a.example>', ['Kim|kim@a.example|o']], ['• Jane <jane@a.example>', ['Jane|jane@a.example']], ['** Jane <mailto:jane@a.example>', ['Jane|jane@a.example']], ['no-reply@a.example', []], ['room@resource.calendar.google.com', []], ['JANE@A.example\njane@a.example', ['|jane@a.example']], ['“Jane” <jane@a.example>', ['Jane|jane@a.example']], ['jane@a.example <jane@a.example>', ['|jane@a.example']],
    [`참석자: ${'가'.repeat(40)}, ${'나'.repeat(41)}`, [`${'가'.repeat(40)}|`]], ['참석자: Kim, KIM, 박준', ['Kim|', '박준|']],
  ])('of %j are %j', (text, expected) => { expect(people(text)).toEqual(expected); });

  it('of an address that is none are nobody', () => {
    expect(['MAILTO:a@b.example?subject=x', 'a@b.example', 'a@b', '@b.example', 'a b@c.example', 'see mailto:a@b.example', `${'a'.repeat(65)}@b.example`, `${'a'.repeat(64)}@b.example`].map(cleanAddress)).toEqual(['a@b.example', 'a@b.example', '', '', '', '', '', `${'a'.repeat(64)}@b.example`]);
    const list = new PeopleList();
    list.add('"Kim"', 'x');
    list.add('', '');
    list.add('kim', '', true);
    list.add("''Lee''", 'lee@b.example');
    list.add("O'Neil", 'neil@b.example');
    expect([list.people, list.cut]).toEqual([[{ name: 'Kim', email: '', organizer: true }, { name: 'Lee', email: 'lee@b.example', organizer: false }, { name: "O'Neil", email: 'neil@b.example', organizer: false }], false]);
  });
});

describe('links', () => {
  const way = (text: string): string | null => callLink(findLinks(text))?.url ?? null;

  it.each([
    ['http://meet.google.com/abc-defg-hij', 'https://meet.google.com/abc-defg-hij'], ['meet.google.com/lookup/team and meet.google.com/abc-defg-hij', 'https://meet.google.com/abc-defg-hij'], ['meet.google.com/lookup/team', 'https://meet.google.com/lookup/team'], ['https://teams.microsoft.com/meetingOptions/?x=1 https://teams.microsoft.com/l/meetup-join/1', 'https://teams.microsoft.com/l/meetup-join/1'], ['https://teams.microsoft.com/l/meetup-join/1 https://zoom.us/j/987654321', 'https://zoom.us/j/987654321'], ['https://docs.example/x', null], ['http://whereby.com/acme', 'http://whereby.com/acme'],
    ['(https://zoom.us/j/987654321).', 'https://zoom.us/j/987654321'], ['https://eu.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F987654321&data=1', 'https://zoom.us/j/987654321'], ['https://www.google.com/url?q=http://zoom.us/j/987654321', 'https://zoom.us/j/987654321'], ['https://www.google.com/url?q=javascript:https://zoom.us/j/987654321', null], ['https://www.google.com/search', null], ['https://www.google.com/url?q=https://user:pw@zoom.us/j/987654321', null], ['https://user@zoom.us/j/987654321', null], ['https://zoom.us:99999/j/987654321', null],
  ])('%j leads to %j', (text, url) => { expect(way(text)).toBe(url); });

  it('stand in the order of the text, two hundred at most, none of them endless', () => {
    expect(findLinks('meet.google.com/abc-defg-hij https://b.example/x zoom.us/j/987654321').map((l) => l.url)).toEqual(['https://meet.google.com/abc-defg-hij', 'https://b.example/x', 'https://zoom.us/j/987654321']);
    expect(findLinks('https://a.example/x '.repeat(250))).toHaveLength(200);
    const long = (length: number): string => `https://a.example/${'x'.repeat(length - 18)}`;
    expect([findLinks(long(2000)).length, findLinks(`https://www.google.com/url?q=${long(1900)}`).length, findLinks(`https://a.example/${'가'.repeat(400)}`).length]).toEqual([1, 1, 0]);
  });
});

describe('the zone beside a time', () => {
  const wall = Date.UTC(2026, 10, 26, 14);
  const hours = (zone: ReturnType<typeof zoneAfter>): number | 'unknown' | null => (zone === null || zone === 'unknown' ? zone : zone.zone.offsetAtWall(wall) / 60);

  it.each<[string, number | 'unknown' | null]>([
    [' KST', 9], [', PST', -8], ['(KST)', 9], ['[SGT]', 8], ['(UTC+09:00) Seoul', 9], ['(UTC-08:00) Pacific Time', -8], ['(GMT) London', 0], ['(GMT+1)', 1], ['UTC+8', 8], ['GMT-3:30 etc', -3.5], ['UTC+99', 'unknown'], ['Asia/Seoul', 9], ['Nowhere/Land', 'unknown'], ['Seoul.', 9], ['singapore time', 8], ['Seoulite', null], ['CST', 'unknown'], ['NST', 'unknown'], ['est. length', null], ['et al', null], ['ABC', null], ['', null], ['\nKST', null],
    ['(한국 표준시 - 서울)', 9], ['(Time zone: Seoul)', 9], ['(in Seoul)', 9], ['(xseoul)', null], ['(Narnia Standard Time)', 'unknown'], ['(나르니아 표준시)', 'unknown'], ['(나르니아 시간)', 'unknown'], ['(시간 엄수)', null], ['(Room 7)', null], ['(Korean Standard Time (KST))', 9], ['( KST )', 9],
  ])('%j is %j', (text, expected) => { expect(hours(zoneAfter(text))).toBe(expected); });

  it.each<[string, number | 'unknown' | null]>([['Time zone: Asia/Seoul', 9], ['x\n> 시간대： 싱가포르', 8], ['Time zone: (UTC+09:00) Seoul', 9], ['Time zone: Narnia', 'unknown'], ['Time zone:', null], ['my time zone: KST', null], ['timezone: EST', -5]])('a line %j is %j', (text, expected) => { expect(hours(zoneLine(text))).toBe(expected); });

  it.each<[string, number | null]>([['UTC+14', 14], ['UTC+14:01', null], ['UTC−5', -5], ['(UTC ) London', 0], ['(UTC+99) Seoul', null], ['  korea   standard  time ', 9], ['"Asia/Seoul', 9], ['x"Asia/Seoul"', 9], ['Asia/Seoul/x', null], ['/a/b/Asia/Seoul', 9]])('the name %j is %j', (name, expected) => {
    const zone = zoneOf(name);
    expect(zone && zone.offsetAtWall(wall) / 60).toBe(expected);
  });
});
