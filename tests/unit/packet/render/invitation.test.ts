/** Asking delivery to come along: the words for a mail, the file for a calendar, and the meeting as the packet has it. */
import ICAL from 'ical.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedMeeting } from '@/utils/deal/planned-meeting';
import { readInvitation } from '@/utils/invitation/read-invitation';
import { exportPacket, filesOf } from '@/utils/packet/export';
import { packetLabels } from '@/utils/packet/labels/labels';
import { parsePacket } from '@/utils/packet/parse';
import { renderHtml } from '@/utils/packet/render/html';
import { renderRichText } from '@/utils/packet/render/rich-text';
import { renderMarkdown } from '@/utils/packet/render/markdown';
import { HOSTILE } from '../hostile-corpus';
import type { small } from '../small';
import { aGap, aMeeting, aNote, aPromise, DAY, smallInput, T0 } from '../small';
import { sectionsOf } from './html/outline';

type Options = Parameters<typeof small>[1];
const PLAN: PlannedMeeting = {
  title: '2차 미팅', startsAt: T0 + 7 * DAY, endsAt: T0 + 7 * DAY + 3_600_000, aim: '연동 방식과 일정을 정한다', room: 'meet:abc-defg-hij', url: 'https://meet.google.com/abc-defg-hij',
  people: [{ name: '이수민', email: 'sumin@example.com' }, { name: '', email: 'pm@example.com' }],
};
const input = (next: PlannedMeeting | null, more: Parameters<typeof small>[0] = {}, options: Options = {}) => smallInput(
  { deal: { ...smallInput().deal, next }, meetings: [aMeeting()], notes: [aNote('pain', '재고가 매번\n다르다')], gaps: [aGap('창고 API', { route: 'ask_delivery', itemId: 'A-02' })], ...more }, { purpose: 'join', ...options },
);
const made = (...of: Parameters<typeof input>) => exportPacket(input(...of));
const KO = packetLabels('ko');

describe('the meeting that comes next', () => {
  it('is the plan, with its hour and who is invited; the side of a stranger is not guessed', () => {
    expect(made(PLAN).packet.nextMeeting).toEqual({
      date: '2026-12-01', startsAt: '2026-12-01T14:00:00+09:00', endsAt: '2026-12-01T15:00:00+09:00', title: '2차 미팅', url: PLAN.url, aim: PLAN.aim,
      people: [{ name: '이수민', side: 'customer' }, { name: 'pm@example.com', side: 'unknown' }],
    });
  });

  it('has no hour on another day than the one that was agreed, and nothing of a plan that was the last meeting’s', () => {
    const agreed = made(PLAN, { meetings: [aMeeting({ nextDate: '2026-12-03' })] }).packet.nextMeeting;
    expect(agreed).toMatchObject({ date: '2026-12-03', startsAt: null, endsAt: null, aim: PLAN.aim });
    expect(made({ ...PLAN, startsAt: T0 }).packet.nextMeeting).toBeNull();
    expect(made(null, { meetings: [aMeeting({ nextDate: '2026-12-03' })] }).packet.nextMeeting).toMatchObject({ date: '2026-12-03', title: '', people: [] });
    expect(made({ ...PLAN, startsAt: null, endsAt: null }).packet.nextMeeting).toMatchObject({ date: null, startsAt: null, aim: PLAN.aim });
    expect(made({ ...PLAN, startsAt: null, aim: ' ', url: '', people: [] }).packet.nextMeeting).toBeNull();
  });

  it('is the plan’s when the agreed day is over and the plan is ahead: the call was put off, and delivery is asked for the new day', () => {
    const putOff = made(PLAN, { meetings: [aMeeting({ nextDate: '2026-11-25' })] }, { createdAt: T0 + 2 * DAY }).packet;
    expect(putOff.nextMeeting).toMatchObject({ date: '2026-12-01', startsAt: '2026-12-01T14:00:00+09:00' });
    expect(putOff.deal.leadTime.latest).toBe('2026-11-26');
    // What was agreed in that meeting is still what its minutes say.
    expect(putOff.meetings[0]?.nextDate).toBe('2026-11-25');
    expect(made(PLAN, { meetings: [aMeeting({ nextDate: '2026-11-25' })] }, { createdAt: T0 + 9 * DAY }).packet.nextMeeting).toMatchObject({ date: '2026-11-25', startsAt: null });
  });

  it('has the hour of the place where the rep is by then: in winter another than in the last meeting', () => {
    const { nextMeeting, meetings } = made(PLAN, {}, { nextOffset: 480 }).packet;
    expect(nextMeeting).toMatchObject({ startsAt: '2026-12-01T13:00:00+08:00', endsAt: '2026-12-01T14:00:00+08:00' });
    expect(meetings[0]?.startedAt).toMatch(/\+09:00$/u);
    const atNight = made({ ...PLAN, startsAt: T0 + 7 * DAY + 10.5 * 3_600_000, endsAt: null }, {}, { nextOffset: 480 }).packet;
    expect([atNight.nextMeeting?.date, atNight.meetings[0]?.nextDate]).toEqual(['2026-12-01', '2026-12-01']);
  });

  it('is the plan’s before the first meeting too: how soon delivery was asked is counted from it', () => {
    const { packet } = made(PLAN, { meetings: [], notes: [], gaps: [] });
    expect(packet.nextMeeting).toMatchObject({ date: '2026-12-01', startsAt: '2026-12-01T14:00:00+09:00' });
    expect(packet.deal.leadTime).toEqual({ latest: '2026-11-26', recommended: '2026-11-24', class: 'tight' });
    expect(renderHtml(packet, KO, 'x.zip').split('</header>')[0]).toContain('<dt>다음 미팅</dt><dd>2026. 12. 1. (화)');
    expect(packet.readiness.rules.find((rule) => rule.id === 'join.meeting')?.reason.code).toBe('no_customer_attendees');
  });

  it.each([{ aim: '범위' }, { url: 'https://meet.google.com/abc-defg-hij' }, { people: [{ name: '이수민', email: '' }] }])('is there with nothing but %j', (part) => {
    expect(made({ ...PLAN, startsAt: null, endsAt: null, aim: ' ', url: ' ', people: [], ...part }, { meetings: [], notes: [], gaps: [] }).packet.nextMeeting).toMatchObject({ date: null, startsAt: null });
  });

  it('is not there when nothing is said of it', () => {
    expect(made({ ...PLAN, startsAt: null, endsAt: null, aim: ' ', url: ' ', people: [] }, { meetings: [], notes: [], gaps: [] }).packet.nextMeeting).toBeNull();
  });

  it('knows whose side a guest is on whom no meeting knew from the account’s people, by name or address, and guesses nobody’s', () => {
    const people = [{ name: ' 정유진 ', email: '' }, { name: '', email: 'IT@hanbit.example' }, { name: '손님', email: '' }];
    const contacts = [{ name: '정유진', email: '', side: 'customer' as const }, { name: '전산팀', email: 'it@hanbit.example', side: 'sales' as const }, { name: '', email: '', side: 'delivery' as const }];
    const { packet } = made({ ...PLAN, people }, { meetings: [], notes: [], gaps: [], contacts });
    expect(packet.nextMeeting?.people.map((p) => p.side)).toEqual(['customer', 'sales', 'unknown']);
    expect(packet.readiness.rules.find((rule) => rule.id === 'join.meeting')).toMatchObject({ pass: true });
    // What is typed with blanks around it is the same person, and a blank line is nobody.
    const blank = made({ ...PLAN, title: ' 2차 ', aim: ' 범위 ', url: ' https://meet.google.com/abc-defg-hij ', people: [{ name: '', email: ' it@hanbit.example ' }, { name: ' ', email: ' ' }] }, { meetings: [], notes: [], gaps: [], contacts: [{ name: '', email: '', side: 'delivery' }, { name: '전산팀', email: ' IT@hanbit.example', side: 'customer' }] }).packet;
    expect(blank.nextMeeting).toMatchObject({ title: '2차', aim: '범위', url: 'https://meet.google.com/abc-defg-hij', people: [{ name: 'it@hanbit.example', side: 'customer' }] });
    // What a meeting knew stands.
    const met = made({ ...PLAN, people }, { contacts, meetings: [aMeeting({ participants: [{ name: '정유진', side: 'delivery', role: '', self: false, joinedAt: T0, leftAt: null }] })] }).packet;
    expect(met.nextMeeting?.people[0]?.side).toBe('delivery');
  });

  it('is in the page and in the summary, in every copy no more than its readers may know', () => {
    const { packet } = made(PLAN);
    expect(sectionsOf(renderHtml(packet, KO, 'x.zip'))['next']).toContain('일시: 2026. 12. 1. (화) 14:00–15:00 (UTC+09:00)');
    expect(renderRichText(packet, KO)).toContain('<h3>다음 미팅</h3><ul><li><b>제목</b>: 2차 미팅</li><li><b>일시</b>: 2026. 12. 1. (화) 14:00–15:00 (UTC+09:00)</li>');
    expect(renderRichText(made(null, { meetings: [] }).packet, KO)).not.toContain('<h3>다음 미팅</h3>');
    expect(renderMarkdown(packet, KO)).toContain('## 다음 미팅\n\n- **제목** · 2차 미팅\n- **일시** · 2026. 12. 1. (화) 14:00–15:00 (UTC+09:00)');
    const copy = (redaction: 'customer_safe' | 'anonymised') => made({ ...PLAN, title: '이수민 님과 2차' }, {}, { purpose: 'estimate', redaction }).packet.nextMeeting;
    expect(copy('customer_safe')).toMatchObject({ startsAt: '2026-12-01T14:00:00+09:00', title: '이수민 님과 2차', url: PLAN.url, aim: '', people: [] });
    expect(copy('anonymised')).toMatchObject({ date: '2026-12-01', url: '', aim: '', people: [] });
    expect(copy('anonymised')?.title).not.toContain('이수민');
    expect(made(null, {}, { purpose: 'estimate' }).files['packet.md']).not.toContain('## 다음 미팅');
  });

  it('somebody invited by address alone gives no part of it to the names that are replaced: other addresses and words stay whole', () => {
    const people = [{ name: '', email: 'kim@mail.hanbit.example' }];
    const gaps = [aGap('lee@hanbit.example 님의 example 파일과 kim@mail.hanbit.example', { route: 'ask_customer' })];
    const copy = made({ ...PLAN, people }, { gaps }, { purpose: 'estimate', redaction: 'anonymised' }).packet;
    expect(copy.gaps[0]?.question).toMatch(/^\*\*\*@\*\*\* 님의 example 파일과 사람 \d+\?$/u);
  });

  it('an aim that was written down opens the gate of the aim', () => {
    const gate = (next: PlannedMeeting | null) => made(next, { gaps: [] }).packet.readiness.rules.find((r) => r.id === 'join.aim')?.pass;
    expect([gate(PLAN), gate({ ...PLAN, aim: '' })]).toEqual([true, false]);
  });

  it('a packet that was stored before it was kept is read as it was', () => {
    const { nextMeeting: _none, ...older } = made(PLAN).packet;
    const read = parsePacket(JSON.parse(JSON.stringify(older)));
    // Its hash is another: only the shape is asked for here.
    expect(read.ok ? [] : read.problems.map((p) => p.code)).toEqual(['changed_after_export']);
    expect(filesOf(older).files['meeting.ics']).toBeUndefined();
  });
});

describe('the invitation', () => {
  it('says when, what for, in which role, what hurts, what to find out and what was promised, in either language', () => {
    const { invitation, fileName } = made(PLAN, { commitments: [aPromise('견적 초안', { due: '2026-12-02' }), aPromise('확인된 것', { confirmation: 'confirmed' })] });
    expect(invitation).toBe([
      '미팅 동석 요청 1호: 한빛물류(주) · 재고 관리', KO.redactionNote.internal, '',
      '제목: 2차 미팅', '일시: 2026. 12. 1. (화) 14:00–15:00 (UTC+09:00)', `링크: ${PLAN.url}`, '목적: 연동 방식과 일정을 정한다', '초대한 사람: 이수민 (고객), pm@example.com',
      '', '함께할 역할', `- ${KO.role.architect}: 창고 API?`, '', '고객의 Pain Point', '- “재고가 매번 다르다.”', '', '여쭙는 내용', '- 창고 API?',
      '', '이미 약속한 것(수행팀 확인 전)', '- 견적 초안! (기한 2026. 12. 2. (수))', '', '회신 요청일: 2026. 11. 30. (월)', '', `자세한 내용과 회신 양식은 함께 보내는 ${fileName}에 있습니다.`, '박지훈',
    ].join('\n'));
    expect(made(PLAN, {}, { language: 'en' }).invitation).toContain('When: Tue 1 Dec 2026 14:00–15:00 (UTC+09:00)');
  });

  it('is of a request to join alone, and short: more than seven of a kind are counted', () => {
    expect(made(PLAN, {}, { purpose: 'estimate' })).toMatchObject({ invitation: '' });
    expect(made(PLAN, {}, { purpose: 'estimate' }).files['meeting.ics']).toBeUndefined();
    const many = Array.from({ length: 9 }, (_, i) => aNote('pain', `아픔 ${String(i)}`, { id: `n${String(i)}`, at: T0 + i }));
    const { invitation } = made(PLAN, { notes: many });
    expect(invitation.match(/아픔/gu)).toHaveLength(7);
    expect(invitation).toContain('- 그 밖에 2건은 인계서에 있습니다');
  });

  it('keeps each thing on its own line, whatever was typed', () => {
    const lines = made(PLAN).invitation.split('\n').length;
    for (const text of HOSTILE) {
      const { invitation } = made({ ...PLAN, title: `t${text}`, aim: `a${text}` }, { notes: [aNote('pain', `p${text}`)] });
      expect(invitation.split('\n')).toHaveLength(lines);
      expect(invitation).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
    }
  });
});

describe('meeting.ics', () => {
  const eventOf = (text: string): ICAL.Event => new ICAL.Event(new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent') ?? new ICAL.Component('vevent'));

  it('is an appointment at that hour with the invitation in it, and the same one when it is asked again', () => {
    const { files, invitation } = made(PLAN);
    const event = eventOf(String(files['meeting.ics']));
    expect([event.startDate.toJSDate().getTime(), event.endDate.toJSDate().getTime()]).toEqual([PLAN.startsAt, PLAN.endsAt]);
    expect([event.summary, event.description, event.location]).toEqual(['미팅 동석 요청: 2차 미팅', invitation, PLAN.url]);
    const again = eventOf(String(made(PLAN, {}, { number: 2 }).files['meeting.ics']));
    expect([again.uid, again.sequence]).toEqual([event.uid, event.sequence + 1]);
    // The one after it is another appointment.
    const later = eventOf(String(made(PLAN, { meetings: [aMeeting(), aMeeting({ id: 'm2', ordinal: 2, startedAt: T0 + DAY })] }).files['meeting.ics']));
    expect([event.uid, later.uid]).toEqual(['deal-1-2@baton', 'deal-1-3@baton']);
    expect(String(files['meeting.ics'])).not.toMatch(/ATTENDEE|ORGANIZER/u);
  });

  it('is a whole day while no hour is known, and there is none without a day', () => {
    const text = String(made(null, { meetings: [aMeeting({ nextDate: '2026-12-03' })] }).files['meeting.ics']);
    expect(text).toContain('DTSTART;VALUE=DATE:20261203\r\nDTEND;VALUE=DATE:20261204\r\n');
    expect(made({ ...PLAN, startsAt: null }).files['meeting.ics']).toBeUndefined();
  });

  it('is read back by our own reader as what it says, whatever was typed', () => {
    fc.assert(fc.property(fc.constantFrom(...HOSTILE, '가,나;다\\라', 'a\r\nBEGIN:VEVENT'), (words) => {
      const text = String(made({ ...PLAN, title: `x${words}`, aim: words }).files['meeting.ics']);
      expect(text.split('\r\n').filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
      expect(text.match(/^BEGIN:VEVENT/gmu)).toHaveLength(1);
      const read = readInvitation(text, { now: T0, utcOffset: 540 });
      expect(read.ok && [read.invitation.startsAt, read.invitation.endsAt, read.invitation.url]).toEqual([PLAN.startsAt, PLAN.endsAt, PLAN.url]);
    }), { numRuns: 30 });
  });
});
