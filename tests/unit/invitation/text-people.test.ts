/** Whom a pasted text names: nobody gets an address that stands on another's line. */
import { describe, expect, it } from 'vitest';
import { peopleOfText } from '@/utils/invitation/text-people';

const people = (text: string): string[] => peopleOfText(text).people.map((p) => `${p.name}<${p.email}>${p.organizer ? '*' : ''}`);

describe('a list of guests, one a line', () => {
  it.each<[string, string[]]>([
    // What calendars print: names of those they know, addresses of the others.
    ['Guests\nKim Minsu - organizer\nsue@acme.com\njane@baton.example - optional\nView all guest info', ['Kim Minsu<>*', '<sue@acme.com>', '<jane@baton.example>']],
    ['참석자\n김민수 - 주최자\n박서연\njane@baton.example', ['김민수<>*', '박서연<>', '<jane@baton.example>']],
    ['Guests\nsue@acme.com - organizer\nKim Minsu', ['<sue@acme.com>*', 'Kim Minsu<>']],
    ['Guests\nKim Minsu\nLee Jun\nsue@acme.com', ['Kim Minsu<>', 'Lee Jun<>', '<sue@acme.com>']],
    ['참가자\n김민수 – 선택사항\n이제인 - 선택\n박준 - creator\n최유리 - 작성자', ['김민수<>', '이제인<>', '박준<>', '최유리<>']],
    // One entry: name and address on one line.
    ['Guests\nKim Minsu <kim@acme.com>\nsue@acme.com', ['Kim Minsu<kim@acme.com>', '<sue@acme.com>']],
    ['Guests\n- Kim Minsu\n* Lee Jun\n• <sue@acme.com>\n> mailto:jun@acme.com', ['Kim Minsu<>', 'Lee Jun<>', '<sue@acme.com>', '<jun@acme.com>']],
    // Below a heading about one person, name and address are his.
    ['Organizer\nDana Fox\ndana@acme.example', ['Dana Fox<dana@acme.example>*']],
    ['주최자:\ndana@acme.example\nDana Fox', ['Dana Fox<dana@acme.example>*']],
    ['이끌이\n김민수\n참석자\n박서연', ['김민수<>*', '박서연<>']],
    ['Host\nDana Fox\nSue Park\nsue@acme.com\njun@acme.com', ['Sue Park<>', '<jun@acme.com>', 'Dana Fox<sue@acme.com>*']],
    ['Organizer\n\nGuests\nSue Park', ['Sue Park<>']],
    // Headings as they are printed.
    ['참석자 (2명)\n김민수\n박서연', ['김민수<>', '박서연<>']], ['Guests (2)\nSue Park', ['Sue Park<>']], ['3 people\nSue Park', []], ['Attendees: \nSue Park', ['Sue Park<>']], ['게스트 2명\n김민수', ['김민수<>']],
    ['> participants\n> Sue Park', ['Sue Park<>']], ['Required Attendees:\nJane Lee\nOptional attendees\nJun Park', ['Jane Lee<>', 'Jun Park<>']], ['필수 참석자\n이제인\n선택참석자:\n박준', ['이제인<>', '박준<>']],
    ['Guestsof honour\nSue Park', []], ['our guests\nSue Park', []],
    // Where it ends.
    ['Guests\nSue Park\n\nSee you there\nKim Minsu', ['Sue Park<>']], ['Guests\n\nSue Park\nKim Minsu', ['Sue Park<>', 'Kim Minsu<>']], ['Guests\nSue Park\n\nKim Minsu - organizer\nsue@acme.com', ['Sue Park<>', 'Kim Minsu<>*', '<sue@acme.com>']],
    ['Guests\nSue Park\n\nOur new office\nKim Minsu', ['Sue Park<>']], ['Guests\nSue Park\n\nsue@acme.com\nKim Minsu', ['Sue Park<>', '<sue@acme.com>', 'Kim Minsu<>']], ['Guests\nSue Park\n  \nOur new office', ['Sue Park<>']], ['Guests\n>> Sue Park ', ['Sue Park<>']], [`Guests\n${'Annabella '.repeat(4)}Fox`, []], ['Guests\nsue@acme.com\nLocation: room 7\nKim Minsu', ['<sue@acme.com>']],
    ['Guests\nSue Park\nLocation: room 7\nKim Minsu', ['Sue Park<>']], ['참석자\n김민수\n예 아니요 미정\n박서연', ['김민수<>']], ['참석자\n2명 예, 1명 대기 중\n박서연', ['박서연<>']], ['Guests\nReply\nSue Park', []], ['Guests\nYes No Maybe', []], ['Guests\nMoreau Claire', ['Moreau Claire<>']],
    ['참석자\n김민수\n감사합니다', ['김민수<>']], ['Guests\nThe room is on the 7th floor of it', []], ['Guests\nWe start at nine.', []], ['Guests\nhttps://acme.example/x', []], [`Guests\n${'a'.repeat(40)}`, [`${'a'.repeat(40)}<>`]], [`Guests\n${'a'.repeat(41)}`, []],
    // The calendar's own window: how many come, and what each is on the line below.
    ['참석자 4명\n예 2명, 답변 대기 중 2명\n김민수\n주최자\njane@baton.example\n박 팀장\n이영희\n20분 전\n홍길동', ['김민수<>*', '<jane@baton.example>', '박 팀장<>', '이영희<>']],
    ['3 guests\n1 yes, 2 awaiting\nDana Fox\nOrganizer\nraj@acme.com\nOptional\nEmma Stone\n30 minutes before\nSue Park', ['Dana Fox<>*', '<raj@acme.com>', 'Emma Stone<>']],
    ['Organizer\nDana Fox\nOptional\nSue Park', ['Sue Park<>', 'Dana Fox<>*']], ['Guests\nOrganizer\nDana Fox\ndana@acme.example', ['Dana Fox<dana@acme.example>*']], ['our 3 guests\nSue Park', []],
    // Machines.
    ['Guests\nroom7@resource.calendar.google.com\nSue Park', ['Sue Park<>']], ['Guests\nnoreply@acme.com\nsue@acme.com', ['<sue@acme.com>']],
    // Twice.
    ['Guests\nSue Park\nsue park - organizer', ['Sue Park<>*']], ['Guests\nSue Park\nSue Park <sue@acme.com>', ['Sue Park<sue@acme.com>']], ['Guests\nSue Park <sue@acme.com>\nSue Park', ['Sue Park<sue@acme.com>']],
    ['Guests\nSue Park <sue@acme.com>\nSue Park <park@acme.com>', ['Sue Park<sue@acme.com>', 'Sue Park<park@acme.com>']],
  ])('%j names %j', (text, expected) => { expect(people(text)).toEqual(expected); });
});

describe('a line with its label', () => {
  it.each<[string, string[]]>([
    ['Organizer: Kim Minsu\nRequired Attendees: Jane Lee; Jun Park', ['Kim Minsu<>*', 'Jane Lee<>', 'Jun Park<>']],
    ['Required Attendees:\tJane Lee; Park, Jun\nOptional Attendees: Sue', ['Jane Lee<>', 'Park, Jun<>', 'Sue<>']],
    ['이끌이: 김민수\n필수 참석자: 이제인; 박준\n선택 참석자: 최유리', ['김민수<>*', '이제인<>', '박준<>', '최유리<>']],
    ['필수: 이제인 <jane@baton.example>', ['이제인<jane@baton.example>']], ['선택: 박준', ['박준<>']], ['필수참석자: 이제인', ['이제인<>']],
    ['주최: 김민수', ['김민수<>*']], ['주관: 김민수', ['김민수<>*']], ['호스트： 김민수', ['김민수<>*']], ['host: Sue', ['Sue<>*']], ['Organiser: Sue', ['Sue<>*']], ['보낸 사람: 김민수 <kim@a.example>', ['김민수<kim@a.example>*']], ['보낸사람: 김민수', ['김민수<>*']], ['From: Sue', ['Sue<>*']],
    ['참가자: 가, 나', ['가<>', '나<>']], ['참여자: 가、나', ['가<>', '나<>']], ['초대 대상: 가/나', ['가<>', '나<>']], ['게스트: 가', ['가<>']], ['받는 사람: 가', ['가<>']], ['수신: 가', ['가<>']], ['참조: 가', ['가<>']],
    ['guest: A', ['A<>']], ['Guests: A', ['A<>']], ['attendees: A', ['A<>']], ['participants: A', ['A<>']], ['invitees: A', ['A<>']], ['to: A', ['A<>']], ['cc: A', ['A<>']], ['required: A', ['A<>']], ['optional: A', ['A<>']],
    ['> * 참석자: 가', ['가<>']], ['Where: A', []], ['our guests: A', []], ['가, 나', []],
    ['To: sue@acme.com, Kim <kim@acme.com>', ['<sue@acme.com>', 'Kim<kim@acme.com>']], ['To: "Lee; Jane" <mailto:jane@acme.com>', ['Lee; Jane<jane@acme.com>']],
    ['Kim <kim@acme.com> (organizer)', ['Kim<kim@acme.com>*']], ['Kim <kim@acme.com> (주최자)', ['Kim<kim@acme.com>*']], ['Kim <kim@acme.com> - organiser', ['Kim<kim@acme.com>*']], ['- Kim <kim@acme.com>', ['Kim<kim@acme.com>']],
    ['no-reply@acme.com', []], ['calendar-notification@google.com', []], ['notification@acme.com', []], ['unsubscribe@acme.com', []], ['mailer-daemon@acme.com', []], ['x@group.calendar.google.com', []], ['x@t.lync.com', ['<x@t.lync.com>']], ['x@lync.com', []], ['1.2.3@zoomcrc.com', []], ['reply@acme.com', ['<reply@acme.com>']],
    ['참석자 : 김민수(minsu@naver.com), 이제인 (jane@naver.com)', ['김민수<minsu@naver.com>', '이제인<jane@naver.com>']], ['Acme call @ 2pm (KST) (jane@baton.example)', ['<jane@baton.example>']], ['답장 jane@baton.example님 대신', ['<jane@baton.example>']], ['김@한국.한국', ['<김@한국.한국>']],
    ['sue@acme.com - organizer from next week', ['<sue@acme.com>']], [`참석자:   ${'가'.repeat(40)}   , 나`, [`${'가'.repeat(40)}<>`, '나<>']], ['참석자: 가, , 나', ['가<>', '나<>']], ['see you, organizer', []],
    // Some with an address and some without: nobody is lost.
    ['Required Attendees: Emma Stone; Raj Patel (raj@acme.com); Lee, Sumin', ['Raj Patel<raj@acme.com>', 'Emma Stone<>', 'Lee, Sumin<>']], ['참석자: 김민수 <minsu@a.example>, 이제인, 박 준', ['김민수<minsu@a.example>', '이제인<>', '박 준<>']], ['To: Fox, Dana <dana@acme.com>', ['Dana<dana@acme.com>']],
    ['To: "Park, Jun" <jun@acme.com>; Sue', ['Park, Jun<jun@acme.com>', 'Sue<>']], ['주최자: 김민수 <minsu@a.example> 과장', ['김민수<minsu@a.example>*']],
    // As groupware writes them: whom it knows by a word of its own, and the others as a number.
    ['등록자 : 김민수(minsu)\n참석자 : 이제인(jane), 박준(jun) 외 3명', ['김민수<>*', '이제인<>', '박준<>']], ['예약자: 김민수', ['김민수<>*']], ['참석자: 박서연(바통)', ['박서연(바통)<>']], ['참석 대상: 가 / 나', ['가<>', '나<>']], ['참석: 가', ['가<>']], ['참석인원: 가', ['가<>']],
    // Without a colon, in Korean only and where nothing but names follows.
    ['주최자 김민수 과장\n참석자 이제인, 박준 부장, 최수행(SI사업부)', ['김민수 과장<>*', '이제인<>', '박준 부장<>', '최수행(SI사업부)<>']], ['참석자 모두 확인 바랍니다', []], ['참석자 명단은 아래와 같습니다', []], ['참석자 이제인, 늦지 않게 와 주세요', []], ['참석자 30명', []], ['guests Sue Park', []],
    ['see https://acme.example/?to=sue@acme.com', []],
    [`참석자: ${'가'.repeat(40)}, ${'나'.repeat(41)}`, [`${'가'.repeat(40)}<>`]],
  ])('%j names %j', (text, expected) => { expect(people(text)).toEqual(expected); });
});
