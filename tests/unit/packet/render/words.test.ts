/** How the facts of a packet read, in both languages. */
import { describe, expect, it } from 'vitest';
import { packetLabels } from '@/utils/packet/labels/labels';
import { fill, labelOf } from '@/utils/packet/labels/labels';
import {
  answerContent, answerGroups, answerText, clipName, clockOf, dueText, instantText, isInternal, itemName, meetingName, openGaps, packetKind, packetTitle, placesText, promiseEnd, roleText, routeText, sourceText, spanText,
  stageItems, standText, viewOf,
} from '@/utils/packet/render/words';
import { painOf } from '@/utils/packet/render/wants/want-words';
import type { View } from '@/utils/packet/render/words';
import { dayText } from '@/utils/time/day-text';
import { aContradiction, aGap, aMeeting, anAnswer, aNote, aPromise, aWant, aClip, DAY, FURTHER, small, T0 } from '../small';

function view(rows: Parameters<typeof small>[0] = {}, options: Parameters<typeof small>[1] = {}): View {
  const packet = small(rows, options);
  return viewOf(packet, packetLabels(packet.packet.language));
}
function on(v: View, id: string) {
  const found = v.byItem.get(id);
  if (!found) throw new Error(`no ${id}`);
  return found;
}
function meetingOf(v: View) {
  const [first] = v.packet.meetings;
  if (!first) throw new Error('no meeting');
  return first;
}

describe('days and times', () => {
  it.each([
    ['2026-12-10', '2026. 12. 10. (목)', 'Thu 10 Dec 2026'], ['2026-01-04', '2026. 1. 4. (일)', 'Sun 4 Jan 2026'], ['2026-02-02', '2026. 2. 2. (월)', 'Mon 2 Feb 2026'], ['2026-03-03', '2026. 3. 3. (화)', 'Tue 3 Mar 2026'],
    ['2026-04-01', '2026. 4. 1. (수)', 'Wed 1 Apr 2026'], ['2026-05-01', '2026. 5. 1. (금)', 'Fri 1 May 2026'], ['2026-06-06', '2026. 6. 6. (토)', 'Sat 6 Jun 2026'], ['2026-07-01', '2026. 7. 1. (수)', 'Wed 1 Jul 2026'],
    ['2026-08-01', '2026. 8. 1. (토)', 'Sat 1 Aug 2026'], ['2026-09-01', '2026. 9. 1. (화)', 'Tue 1 Sep 2026'], ['2026-10-01', '2026. 10. 1. (목)', 'Thu 1 Oct 2026'], ['2026-11-01', '2026. 11. 1. (일)', 'Sun 1 Nov 2026'],
  ])('%s', (iso, ko, en) => expect([dayText(iso, 'ko'), dayText(iso, 'en')]).toEqual([ko, en]));

  it('of an instant are those of the place where it happened', () => {
    expect([instantText('2026-11-24T23:05:00-05:00', 'ko'), instantText('2026-11-24T23:05:00-05:00', 'en')]).toEqual(['2026. 11. 24. (화) 23:05', 'Tue 24 Nov 2026 23:05']);
  });

  it('of a meeting go from start to end with the zone, or are going on', () => {
    const v = view({ meetings: [aMeeting({ endedAt: null })] });
    expect(spanText(meetingOf(view()), view())).toBe('2026. 11. 24. (화) 14:00–14:42 (UTC+09:00)');
    expect(spanText(meetingOf(v), v)).toBe('2026. 11. 24. (화) 14:00–진행 중 (UTC+09:00)');
    expect(spanText({ ...meetingOf(v), startedAt: '2026-11-24T14:00:00Z', endedAt: '2026-11-24T15:10:00Z' }, v)).toBe('2026. 11. 24. (화) 14:00–15:10');
    expect(spanText({ ...meetingOf(v), startedAt: '2026-11-24T14:00:00-03:30' }, view({}, { language: 'en' }))).toBe('Tue 24 Nov 2026 14:00–ongoing (UTC-03:30)');
  });

  it('a due date says when there is none', () => expect([dueText('2026-12-03', view()), dueText(null, view()), dueText(null, view({}, { language: 'en' }))]).toEqual(['2026. 12. 3. (목)', '기한 없음', 'No date']));

  it('the clock of the call stands where there was one', () => expect([clockOf({ offsetMs: 61_000 }), clockOf({ offsetMs: 0 }), clockOf({ offsetMs: null })]).toEqual(['01:01', '00:00', '']));
});

describe('names', () => {
  it('of a meeting are its number and title; without either what is left', () => {
    const name = (more: Parameters<typeof aMeeting>[0]) => { const v = view({ meetings: [aMeeting(more)] }); return meetingName(meetingOf(v), v); };
    expect([name({}), name({ title: ' ' }), name({ ordinal: 0 }), name({ ordinal: 0, title: '' }), name({ ordinal: 12 })]).toEqual(['1차 미팅 · 첫 미팅', '1차 미팅', '미팅 · 첫 미팅', '미팅', '12차 미팅 · 첫 미팅']);
  });

  it('of the places of a meeting stand once, in their order', () => {
    const segment = (platform: 'meet' | 'zoom' | 'manual') => ({ platform, room: null, from: T0, to: null });
    const v = view({ meetings: [aMeeting({ segments: [segment('zoom'), segment('manual'), segment('zoom'), segment('meet')] })] });
    expect(placesText(meetingOf(v), v)).toBe('Zoom → 대면·전화 → Google Meet');
  });

  it('of an item are code and topic in the language of the packet; an unknown code stays; none is nothing', () => {
    expect([itemName('A-04', view()), itemName('A-04', view({}, { language: 'en' })), itemName('X-1', view()), itemName(null, view())]).toEqual(['A-04 예산', 'A-04 Budget', 'X-1', '']);
  });

  it('of a route and of a role are words, or as typed', () => {
    expect([routeText({ route: null }, view()), routeText({ route: 'ask_manager' }, view()), roleText('pm', view()), roleText('대표', view())]).toEqual(['방법 미정', '팀장에게', '수행 PM', '대표']);
    const asked = (options: Parameters<typeof view>[1]): string => routeText({ route: 'ask_customer' }, view({}, options));
    expect([asked({}), asked({ redaction: 'customer_safe' }), asked({ redaction: 'customer_safe', language: 'en' }), asked({ redaction: 'anonymised' })]).toEqual(['고객에게', '귀사에 여쭙니다', 'We ask you', '고객에게']);
  });

  it('of a page are its title, or its address where it has none', () => {
    const [a, b] = view({ clips: [aClip('a', { title: ' ' }), aClip('b', { title: '기사' })] }).packet.clips.map(clipName);
    expect([a, b]).toEqual(['https://hanbit.example/a', '기사']);
  });

  it('of the document: its purpose and number; a copy for others asks for nothing', () => {
    const title = (options: Parameters<typeof small>[1]) => { const v = view({}, options); return [packetTitle(v), packetKind(v), isInternal(v)]; };
    expect(title({ number: 2 })).toEqual(['견적·공수 검토 요청 2호', '견적·공수 검토 요청', true]);
    expect(title({ purpose: 'handoff', language: 'en' })).toEqual(['Handoff packet No. 1', 'Handoff packet', true]);
    for (const redaction of ['customer_safe', 'anonymised'] as const) expect(title({ redaction })).toEqual(['확인 내용 정리 1호', '확인 내용 정리', false]);
  });

  it('fill their places by name; what nobody knows stays readable', () => {
    expect([fill('{n}호 {n} {x}', { n: 0 }), labelOf({ a: '가' }, 'a'), labelOf({ a: '가' }, 'b'), labelOf({ a: '가' }, 'constructor')]).toEqual(['0호 0 {x}', '가', 'b', 'constructor']);
  });
});

describe('an answer reads', () => {
  const number = { kind: 'number' as const, parts: [{ value: 45, unit: '명' }] };
  const read = (row: ReturnType<typeof anAnswer> | null, more: Parameters<typeof small>[0] = {}, options: Parameters<typeof small>[1] = {}) => { const v = view({ answers: row === null ? [] : [row], ...more }, options); return answerText(on(v, 'A-04'), v); };

  it('as its value; a value that was read keeps the words it was read from, unless they say the same', () => {
    expect(read(anAnswer('budget.range', '1억', { raw: '한 1억' }))).toBe('1억');
    expect(read(anAnswer('budget.range', null, { value: number, raw: ' 마흔다섯쯤 ' }))).toBe('45명 (“마흔다섯쯤”)');
    expect(read(anAnswer('budget.range', null, { value: number, raw: '45명 ' }))).toBe('45명');
    expect(read(anAnswer('budget.range', null, { value: number, raw: '  ' }))).toBe('45명');
  });

  it('as what was typed, why it does not apply, or its state, where there is no value', () => {
    expect(read(anAnswer('budget.range', null, { state: 'asked_unknown', raw: '모른대요' }))).toBe('모른대요');
    expect(read(anAnswer('budget.range', null, { state: 'not_applicable', reason: '무료' }))).toBe('무료');
    expect([read(anAnswer('budget.range', null, { state: 'declined' })), read(null), read(null, {}, { language: 'en' })]).toEqual(['답하지 않음', '아직 안 물음', 'Not asked yet']);
  });

  it('as off the record, or as left out of the copy', () => {
    expect(read(anAnswer('budget.range', 'QX', { offRecord: true }))).toBe('기록하지 않기로 한 내용');
    expect(read(anAnswer('budget.range', 'QX'), {}, { redaction: 'customer_safe' })).toBe('공유용에서 제외');
    expect(answerContent({ value: { kind: 'text', text: 'QX' }, raw: 'QX', offRecord: true }, view())).toBe('');
  });

  it('as both sides while it differs, each open one with who said it', () => {
    const b = { text: '2억', saidBy: '', at: T0, answerId: null };
    const contradictions = [aContradiction('budget.range', { b }), aContradiction('budget.range', { id: 'settled', status: 'resolved', kept: '옛', a: b }), aContradiction('scope.must'), aContradiction('budget.range', { id: 'z', at: T0 + 9 * DAY })];
    expect(read(anAnswer('budget.range', '1억'), { contradictions })).toBe('먼저 (이수민) ↔ 2억 (말한 사람 모름)\n먼저 (이수민) ↔ 나중 (최영호)');
  });

  it('as why it does not apply, even where two answers differ', () => {
    expect(read(anAnswer('budget.range', null, { state: 'not_applicable', reason: '무료' }), { contradictions: [aContradiction('budget.range')] })).toBe('무료');
  });

  it('as what is known where a difference may not be shown, and not as a difference that is settled', () => {
    const secret = anAnswer('budget.range', 'QX', { id: 'secret', offRecord: true, at: T0 });
    const a = { text: 'QX', saidBy: 'QX', at: T0, answerId: 'secret' };
    expect(read(anAnswer('budget.range', '1억'), { answers: [secret, anAnswer('budget.range', '1억')], contradictions: [aContradiction('budget.range', { a })] })).toBe('1억');
    expect(read(anAnswer('budget.range', '1억', { at: T0 + 9 * DAY }), { contradictions: [aContradiction('budget.range', { status: 'both_true' })] })).toBe('1억');
  });

  it('with who said it and how sure; an assumption is ours', () => {
    const source = (more: Partial<ReturnType<typeof anAnswer>>) => { const v = view({ answers: [anAnswer('budget.range', '1억', more)] }); return sourceText(on(v, 'A-04'), v); };
    expect([source({}), source({ saidBy: '' }), source({ confidence: null }), source({ confidence: 'assumed' }), source({ confidence: 'assumed', saidBy: '' })]).toEqual(['이수민 · 들음', '말한 사람 모름 · 들음', '이수민', '우리 추정', '우리 추정']);
    expect([source({ value: null, saidBy: '' }), source({ value: null })]).toEqual(['', '이수민 · 들음']);
  });

  it('says it once where two answers stand with their names', () => {
    const answers = [anAnswer('budget.range', '1억', { state: 'conflict', saidBy: '' })];
    const both = view({ answers, contradictions: [aContradiction('budget.range')] });
    expect(sourceText(on(both, 'A-04'), both)).toBe('');
    const bare = view({ answers });
    expect(sourceText(on(bare, 'A-04'), bare)).toBe('말한 사람 모름 · 들음');
  });
});

describe('lists', () => {
  it('of open gaps: blocking ones first, then by date, those without a date last, ties as they came', () => {
    const v = view({ gaps: [aGap('a'), aGap('b', { due: '2026-12-02' }), aGap('c', { due: '2026-12-01' }), aGap('d', { blocksEstimate: true }), aGap('e', { blocksEstimate: true, due: '2026-12-09' }), aGap('f', { state: 'closed' }), aGap('g')] });
    expect(openGaps(v).map((g) => g.id)).toEqual(['e', 'd', 'c', 'b', 'a', 'g']);
    expect(v.packet.gaps.map((g) => g.id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('of minimum items due at the stage, a topic once, without those left out of the copy', () => {
    const items = (options: Parameters<typeof small>[1], rows: Parameters<typeof small>[0] = {}) => stageItems(view({ alsoChecklists: [FURTHER], ...rows }, options)).map((a) => a.itemId);
    expect(items({})).toEqual(['A-01', 'A-02', 'A-04', 'A-06', 'B-02']);
    expect(items({ purpose: 'handoff' })).toEqual(['A-01', 'A-02', 'A-04', 'A-05', 'A-06', 'B-02']);
    expect(items({ redaction: 'customer_safe' })).toEqual(['A-01', 'A-02', 'A-06', 'B-02']);
  });

  it('of answers under the headings of their checklist, in its order, empty headings left out', () => {
    const groups = (options: Parameters<typeof small>[1]) => answerGroups(view({ alsoChecklists: [{ ...FURTHER, sections: [{ id: 'none', ko: '빈 칸', en: 'Empty' }, ...FURTHER.sections] }] }, options)).map((g) => [g.title, g.answers.map((a) => a.itemId)]);
    expect(groups({})).toEqual([['업무', ['A-01', 'A-02', 'A-03', 'A-07']], ['조건', ['A-04', 'A-05', 'A-06']], ['운영', ['B-02']]]);
    expect(groups({ redaction: 'customer_safe', language: 'en' })).toEqual([['Work', ['A-01', 'A-02', 'A-03', 'A-07']], ['Terms', ['A-05', 'A-06']], ['Running it', ['B-02']]]);
  });

  it('under a heading of the same name in two checklists keep to their own', () => {
    const twin = { ...FURTHER, sections: [{ id: 's1', ko: '업무', en: 'Work' }], items: FURTHER.items.map((i) => ({ ...i, section: 's1' })) };
    expect(answerGroups(view({ alsoChecklists: [twin, { ...twin, id: 'list-3', items: twin.items.map((i) => ({ ...i, id: `C${i.id}`, topic: `new.${i.id}` })) }] })).map((g) => g.answers.map((a) => a.itemId))).toEqual([
      ['A-01', 'A-02', 'A-03', 'A-07'], ['A-04', 'A-05', 'A-06'], ['B-02'], ['CB-01', 'CB-02'],
    ]);
  });

  it('give every item, gap and page a place to link to, made from its position', () => {
    const v = view({ alsoChecklists: [FURTHER], gaps: [aGap('g'), aGap('h')], clips: [aClip('c')] });
    expect([...v.anchors.entries()]).toEqual([
      ...['A-01', 'A-02', 'A-03', 'A-04', 'A-05', 'A-06', 'A-07', 'B-02'].map((id, i) => [`item:${id}`, `item-${i + 1}`]), ['gap:g', 'gap-1'], ['gap:h', 'gap-2'], ['clip:c', 'clip-1'],
    ]);
    expect(itemName('B-01', v)).toBe('B-01 예산');
  });
});

describe('a promise and a want', () => {
  it('says when and how a promise ended, and nothing while it is open', () => {
    const end = (more: Parameters<typeof aPromise>[1], options: Parameters<typeof small>[1] = {}) => { const v = view({ commitments: [aPromise('p', more)] }, options); return v.packet.commitments.map((c) => promiseEnd(c, v))[0]; };
    expect(end({ fulfilment: 'repaired', fulfilledOn: '2026-12-02', fulfilmentNote: '다시 드림' })).toBe('지킨 날 2026. 12. 2. (수) · 다시 드림');
    expect([end({ fulfilment: 'done' }), end({ fulfilment: 'done', fulfilledOn: '2026-12-02' }), end({ fulfilment: 'withdrawn', fulfilmentNote: '합의' })]).toEqual(['', '지킨 날 2026. 12. 2. (수)', '합의']);
    expect([end({ fulfilledOn: '2026-12-02', fulfilmentNote: 'x' }), end({ fulfilment: 'done', fulfilledOn: '2026-12-02' }, { redaction: 'customer_safe' })]).toEqual(['', '']);
  });

  it('names the pain that a want serves', () => {
    const v = view({ notes: [aNote('pain', 'p', { text: '매번 다름' })], wants: [aWant('a', { painId: 'p' }), aWant('b')] });
    expect(v.packet.wants.map((w) => painOf(w, v))).toEqual(['매번 다름', '']);
  });
});

describe('the three counts', () => {
  it('read as secured of minimum, owned, unowned; a copy for others tells the first only', () => {
    const rows = { answers: [anAnswer('pain.primary', 'x')], gaps: [aGap('g', { itemId: 'A-02', owner: '박지훈', route: 'ask_customer' as const, due: '2026-12-01' })] };
    expect(standText(view(rows))).toBe('확보 1/4 · 담당 있는 미확인 1 · 담당 없는 미확인 2');
    expect(standText(view(rows, { purpose: 'handoff', language: 'en' }))).toBe('Secured 1/5 · Owned unknowns 1 · Unowned 3');
    expect(standText(view(rows, { redaction: 'customer_safe' }))).toBe('확보 1/3');
  });
});
