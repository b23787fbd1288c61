/** What the rep of a script enters, worked out from the file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tracesIn } from '@/tests/practice/forbidden';
import { byHandAtEnd, byHandBefore, relationOf, settledAfter, sidesOf, typedGap, valueToEnter, wordsMayBeKept } from '@/tests/practice/plan';
import { itemsCoveredBy, linesTaken, linesTakenBy } from '@/tests/practice/off-record';
import { gapsToEnd, planGaps } from '@/tests/practice/plan-gaps';
import type { AnswerAction, PracticeCall } from '@/tests/practice/practice-call';
import { forOther } from '@/tests/practice/other-deal';
import { parsePracticeCall } from '@/tests/practice/practice-call';

const load = (name: string): PracticeCall => parsePracticeCall(readFileSync(join(import.meta.dirname, '../../practice/calls', name), 'utf8'));
const s1 = load('s1-ko-meet-first-meeting.json');
const s2 = load('s2-en-zoom-second-meeting.json');

function answerOf(call: PracticeCall, item: string): AnswerAction {
  const found = call.rep.find((action): action is AnswerAction => action.do === 'answer' && action.item === item);
  if (!found) throw new Error(`no answer of ${item}`);
  return found;
}

describe('conflicts', () => {
  it('takes the sides from the value, with the speakers of the two lines', () => {
    expect(sidesOf(s1, answerOf(s1, 'A-24'))).toEqual({ a: { text: '2027-03-01(팀장)', saidBy: '김도현' }, b: { text: '2027-03-10(전산, 감사 3/16)', saidBy: '최민재' } });
  });

  it('or from the remark, when the value does not fall into two', () => {
    expect(sidesOf(s2, answerOf(s2, 'B-19'))).toMatchObject({ a: { text: 'EU region only' }, b: { text: 'EU or UK; IP allow-listing' } });
  });

  it('calls an answer that replaces what was known a correction', () => {
    expect(['B-07', 'B-28', 'B-19', 'B-02'].map((item) => relationOf(s2, answerOf(s2, item)))).toEqual(['corrects', 'corrects', 'updates', 'updates']);
  });

  it('settles an answer in conflict that the review knows as both true or resolved', () => {
    const lines = [{ t: '00:10', speaker: 'A', text: '90 with hardware' }, { t: '00:20', speaker: 'B', text: '70 without' }];
    const rep = [{ t: '00:25', do: 'answer', item: 'D-08', state: 'conflict', value: '90 / 70', lines: [1, 2] }];
    const settled = (contradictions: object[]) => {
      const call = small({ lines, rep, atEnd: [{ do: 'review', contradictions }] });
      return [byHandBefore(call, answerOf(call, 'D-08'), '').length, settledAfter(call, answerOf(call, 'D-08'), '')];
    };
    expect(settled([{ item: 'D-08', a: 1, b: 2, status: 'both_true' }])).toEqual([0, { a: { text: '90', saidBy: 'A' }, b: { text: '70', saidBy: 'B' }, status: 'both_true', keep: 'B, 00:20', why: '' }]);
    expect(settled([{ item: 'D-08', a: 1, b: 2, status: 'resolved', by_line: 2, keep: '70' }])).toMatchObject([0, { status: 'resolved', keep: '70', why: 'B' }]);
    expect(settled([{ item: 'D-08', a: 'prior', b: 1, status: 'resolved' }, { item: 'D-08', a: 1, b: 2, status: 'open' }])).toEqual([1, null]);
  });

  it('enters by hand what no answer carries, in words only where words may be kept', () => {
    expect(wordsMayBeKept(s1)).toBe(true);
    expect(wordsMayBeKept(s2)).toBe(false);
    expect(byHandBefore(s1, answerOf(s1, 'A-07'), 'users.count')).toEqual([
      { a: { text: s1.lines[19]?.text, saidBy: '김도현' }, b: { text: '지점 27곳', saidBy: '최민재' }, status: 'resolved', keep: '지점 27곳', why: '김도현' },
    ]);
    expect(byHandBefore(s2, answerOf(s2, 'B-19'), 'infra.hosting')).toMatchObject([{ a: { text: 'any cloud is fine' }, b: { text: 'restricted region' }, status: 'resolved' }]);
    expect(byHandBefore(s1, answerOf(s1, 'A-24'), 'schedule.deadline')).toEqual([]);
    const silent = { ...s1, rep: s1.rep.map((action) => (action.do === 'consent' ? { ...action, captions: 'display_only' as const } : action)) };
    expect(byHandBefore(silent, answerOf(silent, 'A-07'), 'users.count')[0]?.a.text).toBe('김도현, 03:22');
    expect(byHandAtEnd({ ...s1, rep: [] }, () => '').map((one) => one.item)).toEqual(['A-07', 'A-24', 'A-27']);
  });
});

describe('"?" lines', () => {
  it('reads which lines become gaps', () => {
    expect(['? 언제', '？언제', 'how many?', '! really?', 'plain'].map(typedGap)).toEqual(['언제', '언제', 'how many?', null, null]);
  });

  it('finds the gap of the review that each belongs to', () => {
    expect(planGaps(s1).map((one) => [one.gap.item, one.typed])).toEqual([
      ['A-05', null], ['A-07', '오전 9시 동시 접속 인원'], ['A-17', '더존 버전, API'], ['A-18', null], ['A-20', null], ['A-24', null],
      ['A-27', '예산 부가세 포함 여부'], ['A-31', null], [null, '기존 메신저로 알림 보내기 가능한지 (수행팀)'], [null, '태블릿 모델·OS 버전'],
    ]);
    expect(planGaps(s2).map((one) => one.typed)).toEqual([null, 'which bank for card feed', null, 'EU only, or EU+UK', 'pilot pass criteria - Raj', 'can approval limits differ per entity (product team)']);
  });
});

/** A call of the least there can be, with what matters to a test. */
function small(change: Record<string, unknown>): PracticeCall {
  return parsePracticeCall(JSON.stringify({
    format: 'baton.practice-call', formatVersion: 1, id: 'x', language: 'ko', checklist: 'D', start: '2026-12-02T14:00:00+09:00', stage: 'first', platform: [{ name: 'Zoom' }], account: 'A', deal: 'D', ...change,
  }));
}
const LINES = [{ t: '00:10', speaker: '원장', text: '이건 적지 말아 주세요. 옆 팀장이 곧 그만둡니다.' }, { t: '00:20', speaker: '원장', text: '학생은 한 삼백 명?' }, { t: '00:30', speaker: '원장', text: '연체율 얘기도 빼 주세요.' }];

describe('"?" lines that share no words with a gap of the review', () => {
  const review = (gaps: object[]): object[] => [{ do: 'review', gaps }];

  it('are the gap that was typed, or the one whose item is talked about then', () => {
    const call = small({
      rep: [{ t: '01:00', do: 'line', text: '? SSO' }, { t: '02:00', do: 'line', text: '? 매뉴얼' }, { t: '02:10', do: 'answer', item: 'D-11', state: 'asked_will_send' }],
      atEnd: review([{ item: 'D-11', origin: 'asked_will_send', q: 'When do we get it?' }, { item: null, origin: 'note', q: 'Do they sign in with company accounts?' }]),
    });
    expect(planGaps(call).map((one) => one.typed)).toEqual(['매뉴얼', 'SSO']);
    expect(gapsToEnd(call, () => [])).toEqual([]);
  });

  it('end as answered or as part of another question, and stay open where neither can be seen', () => {
    const call = small({
      lines: LINES,
      rep: [
        { t: '00:12', do: 'line', text: '? 학생 수' }, { t: '00:22', do: 'answer', item: 'D-06', state: 'answered', value: '약 300명', lines: [2] }, { t: '00:24', do: 'line', text: '? 교사 수' },
        { t: '00:25', do: 'line', text: '? 동시 접속' }, { t: '00:26', do: 'line', text: '? xyz' }, { t: '00:27', do: 'line', text: '? 주차' },
      ],
      atEnd: review([{ item: 'D-07', q: '교사 수와 동시 접속 인원은?' }]),
      expect: { gaps: [{ item: null, q: '주차' }] },
    });
    expect(gapsToEnd(call, (action) => [String(action.value), ...action.lines.map((n) => call.lines[n - 1]?.text ?? '')])).toEqual([
      { typed: '학생 수', how: 'answered', outcome: '약 300명' }, { typed: '교사 수', how: 'dropped', outcome: '교사 수와 동시 접속 인원은?' },
    ]);
  });
});

describe('off the record', () => {
  const call = small({
    lines: LINES,
    rep: [
      { t: '00:11', do: 'line', text: '? 옆 팀장 퇴사 후 담당자' }, { t: '00:12', do: 'answer', item: 'D-05', state: 'partial', value: '팀장이 그만둠', lines: [1] }, { t: '00:13', do: 'off-record', lines: [1] },
      { t: '00:31', do: 'promise', text: '빼기로 한 연체율', lines: [3] }, { t: '00:32', do: 'off-record', lines: [3], item: 'D-08' },
      { t: '00:33', do: 'off-record', lines: [3], item: 'D-10' }, { t: '00:34', do: 'answer', item: 'D-10', state: 'declined', value: null, offRecord: true },
    ],
    expect: { items: { 'D-05': 'partial', 'D-08': 'answered' }, mustNotContain: ['옆 팀장'] },
  });
  const actions = call.rep.flatMap((one) => (one.do === 'off-record' ? [one] : []));

  it('takes each typed line once, and none of them becomes a gap', () => {
    expect(actions.map((one) => linesTakenBy(call, one).map((line) => line.text))).toEqual([['? 옆 팀장 퇴사 후 담당자'], ['빼기로 한 연체율'], []]);
    expect(linesTaken(call)).toHaveLength(2);
    expect(planGaps({ ...call, atEnd: [{ do: 'review', gaps: [{ item: null, origin: 'note', q: '담당자는?', route: null, owner: '', ask_whom: '', due: null, blocks: false }], contradictions: [] }] }).map((one) => one.typed)).toEqual([null]);
  });

  it('leaves alone what was answered anew after an earlier one', () => {
    const twice = small({
      lines: LINES,
      rep: [
        { t: '00:12', do: 'answer', item: 'D-05', state: 'answered', value: '옆 팀장이 정리', lines: [1] }, { t: '00:13', do: 'off-record', lines: [1] }, { t: '00:14', do: 'answer', item: 'D-05', state: 'answered', value: '종이', lines: [2] },
        { t: '00:32', do: 'off-record', lines: [3] },
      ],
      expect: { mustNotContain: ['옆 팀장'] },
    });
    expect(twice.rep.flatMap((one) => (one.do === 'off-record' ? [itemsCoveredBy(twice, one)] : []))).toEqual([[{ item: 'D-05', state: 'answered' }], []]);
  });

  it('covers the answer that rested on it, and the item that it names, where the script does not do so itself', () => {
    expect(actions.map((one) => itemsCoveredBy(call, one))).toEqual([[{ item: 'D-05', state: 'partial' }], [{ item: 'D-08', state: 'answered' }], []]);
    const notAsked = { ...call, expect: call.expect && { ...call.expect, items: {} } };
    expect(itemsCoveredBy(notAsked, actions[1] ?? expect.fail())).toEqual([]);
  });
});

it('has words for an answer that the script leaves without any', () => {
  const answered = answerOf(s1, 'A-01');
  expect(valueToEnter(s1, answered)).toBe(answered.value);
  expect(valueToEnter(s1, { ...answered, value: null })).toBe(s1.lines[(answered.lines[0] ?? 0) - 1]?.text);
  expect(valueToEnter(s1, { ...answered, value: null, lines: [] })).toBe('—');
  expect(valueToEnter(s1, { ...answered, value: null, state: 'declined' })).toBeNull();
});

it('knows what belongs to the other deal', () => {
  const call = { ...s1, otherDeal: { account: '', deal: '유지보수', lines: [], checklist: null, stage: null } };
  expect([{ deal: '유지보수' }, { otherDeal: true }, { deal: s1.deal }, {}].map((action) => forOther(call, action))).toEqual([true, true, false, false]);
  expect(forOther(s1, { otherDeal: true })).toBe(false);
});

it('finds a text however it is spelled in the bytes', () => {
  const secret = '재작년에 외주';
  for (const bytes of [Buffer.from(`x${secret}y`), Buffer.from(secret, 'utf16le'), Buffer.from(secret.normalize('NFD')), Buffer.from('\\uc7ac\\uc791\\ub144\\uc5d0 \\uc678\\uc8fc')]) {
    expect(tracesIn(bytes, [secret], 'here')).toEqual([{ text: secret, where: 'here' }]);
  }
  expect(tracesIn(Buffer.from('재작년'), [secret], 'here')).toEqual([]);
});
