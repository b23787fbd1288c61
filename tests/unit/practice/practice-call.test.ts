/** The practice format: both own calls parse, other files of the format too, and a bad one is told in a sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zoneOf } from '@/tests/harness/browser-flags';
import { BadPracticeFile } from '@/tests/practice/describe-issues';
import { forOther, otherChecklist } from '@/tests/practice/other-deal';
import { offsetMinutes } from '@/tests/practice/check-call';
import { callEnd, joinTime, parsePracticeCall } from '@/tests/practice/practice-call';
import { repOf } from '@/tests/practice/sides';

const CALLS = join(import.meta.dirname, '../../practice/calls');
const own = (name: string): Record<string, unknown> => JSON.parse(readFileSync(join(CALLS, name), 'utf8')) as Record<string, unknown>;
const S1 = 's1-ko-meet-first-meeting.json';
const MINIMAL = { format: 'baton.practice-call', formatVersion: 1, id: 'x', language: 'en', checklist: 'C', start: '2026-11-24T14:00:00Z', stage: 'first', platform: [{ from: '00:00', to: '05:00', name: 'Google Meet' }], account: 'A', deal: 'D' };

function faultOf(change: Record<string, unknown>): string {
  try {
    parsePracticeCall(JSON.stringify({ ...MINIMAL, ...change }));
  } catch (error) {
    if (error instanceof BadPracticeFile) return error.message;
    throw error;
  }
  return '';
}

describe('practice calls of the project', () => {
  it.each(readdirSync(CALLS))('%s parses', (name) => {
    const call = parsePracticeCall(JSON.stringify(own(name)));
    expect(call.rep.length).toBeGreaterThan(30);
    expect(call.expect?.gaps.length).toBeGreaterThan(5);
  });

  it('reads times, offset, late joiners and the end of s1', () => {
    const call = parsePracticeCall(JSON.stringify(own(S1)));
    expect(offsetMinutes(call)).toBe(540);
    expect(call.people.map((one) => joinTime(one.role))).toEqual([0, 0, 0, 620_000]);
    expect(joinTime('CFO (joins 09:12)')).toBe(552_000);
    expect(['Advisor, joins at 4:00', '후임, 03:10 입장', '차장 (05:00)', 'leaves 05:00', ''].map(joinTime)).toEqual([240_000, 190_000, 300_000, 0, 0]);
    expect(callEnd(call)).toBe(825_000);
    expect(call.platform[0]).toMatchObject({ platform: 'meet', from: 0, to: 825_000 });
  });
});

describe('other files of the format', () => {
  it('takes the least there can be', () => {
    expect(parsePracticeCall(JSON.stringify(MINIMAL))).toMatchObject({ rep: [], lines: [], alsoChecklist: null, expect: null });
  });

  it('takes several platforms, hours, times out of order, another deal and fields it does not know', () => {
    const call = parsePracticeCall(
      JSON.stringify({
        ...MINIMAL,
        more: { anything: 1 },
        platform: [{ from: '00:00', to: '30:00', name: 'Google Meet' }, { from: '30:10', to: '01:15:00', name: 'Zoom web' }, { from: '75:30', name: 'phone' }],
        otherDeal: 'Old system upkeep',
        rep: [
          { t: '01:10:00', do: 'line', text: '? 언제', deal: 'Old system upkeep', mood: 'good' },
          { t: '00:10', do: 'answer', item: 'C-01', state: 'answered', value: 12 },
        ],
        brief: null,
        prior: [],
      }),
    );
    expect(call.platform.map((one) => one.platform)).toEqual(['meet', 'zoom', 'manual']);
    expect(call.rep.map((action) => action.t)).toEqual([10_000, 4_200_000]);
    expect(call.rep[0]).toMatchObject({ value: '12', by: '', confidence: null, lines: [] });
    expect(call.otherDeal).toMatchObject({ deal: 'Old system upkeep' });
  });

  it('takes a mark in front, another deal by its lines or a name in two languages, and actions out of order', () => {
    const call = parsePracticeCall(`\uFEFF${JSON.stringify({
      ...MINIMAL,
      otherDeal: { name: { ko: '신규 구축', en: 'New site' }, lines: [1] },
      lines: [{ t: '01:00', speaker: 'A', text: 'about the other' }, { t: '01:00', speaker: 'A', text: 'about this' }],
      rep: [{ t: '02:05', do: 'line', text: 'other', lines: [1] }, { t: '02:06', do: 'line', text: 'both', lines: [1, 2] }, { t: '02:07', do: 'line', text: 'own', lines: [1], deal: 'D' }],
    })}`);
    expect(call.otherDeal?.deal).toBe('신규 구축');
    expect(call.rep.map((action) => forOther(call, action))).toEqual([true, false, false]);
  });
});

describe('a stranger’s file', () => {
  const parse = (change: Record<string, unknown>) => parsePracticeCall(JSON.stringify({ ...MINIMAL, ...change }));

  it('has its names composed, however it was written', () => {
    const call = parse({ people: [{ name: 'Zoë Müller'.normalize('NFD') }, { name: '김하늘'.normalize('NFD') }], rep: [{ t: '00:01', do: 'line', text: '가나'.normalize('NFD') }] });
    expect(call.people.map((one) => one.name)).toEqual(['Zoë Müller', '김하늘']);
    expect(call.rep[0]).toMatchObject({ text: '가나' });
  });

  it('may name its pages in Korean, and its brief in one sentence', () => {
    const names = ['구글 미트', '줌 웹', 'Google Meet', 'Zoom', '전화', 'Meeting room 4', 'Microsoft Teams'];
    const call = parse({ brief: '재계약 확인', platform: names.map((name) => ({ name, from: '00:00', to: '00:00' })) });
    expect(call.platform.map((one) => one.platform)).toEqual(['meet', 'zoom', 'meet', 'zoom', 'manual', 'manual', 'manual']);
    expect(call.brief).toEqual({ aim: '재계약 확인' });
  });

  it('may sit in any time zone of the world', () => {
    const zones = (start: string): string | null => zoneOf(offsetMinutes({ start }), Date.parse(start));
    expect(['2026-12-03T10:00:00-03:30', '2026-07-03T10:00:00-02:30', '2026-12-03T10:00:00+05:45', '2026-12-03T10:00:00-05:00', '2026-12-03T10:00:00Z', '2026-07-03T10:00:00-03:30', '2026-07-03T10:00:00+15:00'].map(zones)).toEqual([
      'America/St_Johns', 'America/St_Johns', 'Asia/Kathmandu', 'Etc/GMT+5', 'UTC', null, null,
    ]);
  });

  it('may write its sides large, and has a rep of ours however they are named', () => {
    const rep = (...people: [name: string, side: string, role: string][]): string | undefined => repOf(parse({ people: people.map(([name, side, role]) => ({ name, side, role })) }))?.name;
    expect(rep(['Q', 'Customer', ''], ['P', 'Us', 'delivery lead'], ['S', 'US', 'AE'])).toBe('S');
    expect(rep(['Q', 'client', ''], ['P', 'partner', ''], ['D', 'delivery', ''])).toBe('D');
    expect([rep(['Q', 'customer', ''], ['P', 'partner', '']), rep(['Q', '고객', '']), rep()]).toEqual(['P', undefined, undefined]);
  });

  it('may call the purpose of its packet as people do', () => {
    const words = ['estimate-request', '견적 검토 요청', 'handoff', '수행 인계', 'join request', '미팅 동석 요청', 'update', 'change note'];
    expect(parse({ atEnd: words.map((purpose) => ({ do: 'export', purpose })) }).atEnd).toMatchObject(['estimate', 'estimate', 'handoff', 'handoff', 'join', 'join', 'estimate', 'estimate'].map((purpose) => ({ purpose })));
  });

  it('may leave it to its items which checklist the other deal has', () => {
    const about = { otherDeal: { deal: 'Second plant', lines: [1] }, lines: [{ t: '00:01', speaker: 'A', text: 'x' }] };
    expect(otherChecklist(parse({ ...about, rep: [{ t: '00:02', do: 'answer', item: 'A-07', state: 'answered', value: '400', lines: [1] }] }))).toBe('A');
    expect(otherChecklist(parse(about))).toBe('C');
    expect(otherChecklist(parse({ ...about, otherDeal: { deal: 'Second plant', checklist: 'D' } }))).toBe('D');
  });
});

describe('a file that is not one', () => {
  it.each([
    [{ rep: [{ t: '00:01', do: 'line', text: 'x' }, { t: "9 o'clock", do: 'line', text: 'y' }] }, "rep[1].t must be mm:ss, found 9 o'clock"],
    [{ rep: [{ t: '00:01', do: 'dance' }] }, 'rep[0].do must be one of "line", "promise", "answer", "consent", "off-record", found dance'],
    [{ rep: [{ t: '00:01', do: 'answer', item: 'A-01', state: 'fine' }] }, 'rep[0].state must be one of "answered"'],
    [{ lines: [{ t: '00:01', speaker: 'A', text: 'x' }], rep: [{ t: '00:01', do: 'answer', item: 'A-01', state: 'answered', lines: [7] }] }, 'rep[0].lines[0] must be a line from 1 to 1, found 7'],
    [{ rep: [{ t: '00:01', do: 'answer', item: 'A-99', state: 'answered' }] }, 'rep[0].item must be an item of checklist C, found A-99'],
    [{ lines: [], rep: [{ t: '00:01', do: 'answer', item: 'C-01', state: 'answered', lines: [1] }] }, 'rep[0].lines[0] must be left out, since the file has no lines, found 1'],
    [{ rep: [{ t: '00:01', do: 'consent', who: 'A', line: 2 }], lines: [{ t: '00:01', speaker: 'A', text: 'x' }] }, 'rep[0].line must be a line from 1 to 1, found 2'],
    [{ otherDeal: { name: 'O', lines: [3] }, lines: [{ t: '00:01', speaker: 'A', text: 'x' }] }, 'otherDeal.lines[0] must be a line from 1 to 1, found 3'],
    [{ atEnd: [{ do: 'review', contradictions: [{ item: 'C-01', a: 1, b: 9, status: 'open' }] }], lines: [{ t: '00:01', speaker: 'A', text: 'x' }] }, 'atEnd[0].contradictions[0].b must be a line from 1 to 1, found 9'],
    [{ expect: { contradictions: [{ item: 'C-01', a: 'prior', b: 'prior', status: 'resolved', by_line: 4 }] }, lines: [{ t: '00:01', speaker: 'A', text: 'x' }] }, 'expect.contradictions[0].by_line must be a line from 1 to 1, found 4'],
    [{ rep: [{ t: '00:01', do: 'off-record', lines: [], item: 'A-01' }] }, 'rep[0].item must be an item of checklist C, found A-01'],
    [{ expect: { items: { 'C-99': 'answered' } } }, 'expect.items must be an item of a checklist, found C-99'],
    [{ expect: { gaps: [{ item: '__proto__', q: 'why' }] } }, 'expect.gaps[0].item must be an item of a checklist, found __proto__'],
    [{ lines: [{ t: '00:09', speaker: 'A', text: 'x' }, { t: '00:08', speaker: 'A', text: 'y' }] }, 'lines[1].t must not be before the line before it'],
    [{ alsoChecklist: 'C' }, 'alsoChecklist must be another one than checklist, found C'],
    [{ account: '  ' }, 'account must be text that is not empty'],
    [{ start: '2026-02-30T10:00:00+09:00' }, 'start must be a time with its offset'],
    [{ start: '2026-11-24T14:00:00+09:07' }, 'start must have the offset of a time zone, found 2026-11-24T14:00:00+09:07'],
    [{ prior: [{ topic: 'budget.range' }] }, 'prior[0].value is missing: it must be what was known'],
    [{ rep: [{ t: '00:01', do: 'consent', who: [] }] }, 'rep[0].who must be a name or a list of names'],
    [{ atEnd: [{ do: 'export', purpose: 'party' }] }, 'atEnd[0].purpose must be "estimate-request", "handoff" or "join", found party'],
    [{ expect: { derived: { minimumFirst: 7 } } }, 'expect.derived.minimumFirst must be a list of two numbers, found 7'],
    [{ brief: 7 }, 'brief must be text, an object or null, found 7'],
    [{ atEnd: [{ do: 'review', gaps: [{ item: 'D-01', q: 'why' }] }] }, 'atEnd[0].gaps[0].item must be an item of checklist C, found D-01'],
    [{ rep: [{ t: '00:01', do: 'promise', text: 'x', due: '2026-02-31' }] }, 'rep[0].due must be a date like 2026-12-10, found 2026-02-31'],
    [{ start: '2026-13-45T14:00:00Z' }, 'start must be a time with its offset'],
    [{ platform: [{ from: '05:00', to: '04:00', name: 'Zoom' }] }, 'platform[0].to must not be before its from'],
    [{ platform: [{ from: '00:00', to: '05:00', name: 'Zoom' }, { from: '04:00', name: 'phone' }] }, 'platform[1].from must not be before the end of the part before it'],
    [{ lines: [{ t: '99:00:00', speaker: 'A', text: 'x' }] }, 'lines[0].t must be within 24 hours: the call must be over by then'],
    [{ rep: 'none' }, 'rep must be a list of actions, found none'],
    [{ format: 'baton.packet' }, 'format must be "baton.practice-call", found baton.packet'],
    [{ formatVersion: 2 }, 'formatVersion must be 1, found 2'],
    [{ checklist: 'E' }, 'checklist must be one of "A", "B", "C", "D", found E'],
    [{ start: '2026-11-24 14:00' }, 'start must be a time with its offset'],
    [{ platform: [] }, 'platform must name at least one platform'],
    [{ account: undefined }, 'account is missing: it must be text'],
    [{ people: [{ side: 'us' }] }, 'people[0].name is missing: it must be text'],
  ])('%j', (change, sentence) => {
    expect(faultOf(change)).toContain(sentence);
  });

  it('says so when it is no JSON at all, or no object', () => {
    expect(() => parsePracticeCall('Dear team,')).toThrow('the file must be JSON');
    expect(() => parsePracticeCall('[1]')).toThrow('one JSON object');
    expect(() => parsePracticeCall('\uFEFF')).toThrow('the file must be JSON');
    expect(() => parsePracticeCall('{"__proto__": {"format": "baton.practice-call"}, "constructor": 1}')).toThrow('format is missing');
  });
});
