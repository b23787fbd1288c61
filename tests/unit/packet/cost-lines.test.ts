/** Our cost and margin, typed as any kind of line, in copies for the customer: nothing of it leaves until the rep lets it, and nothing is left out without being told. */
import { describe, expect, it, vi } from 'vitest';
import { buildPacket, buildRedacted } from '@/utils/packet/build';
import { COST_LINE_KINDS } from '@/utils/packet/copies/cost-lines';
import { exportPacket } from '@/utils/packet/export';
import type { PacketInput } from '@/utils/packet/input';
import type { Redaction } from '@/utils/packet/schema';
import { LANGUAGES, REDACTIONS } from '@/utils/packet/schema';
import { aContradiction, aGap, aMeeting, anAnswer, aNote, aPromise, aWant, DAY, FURTHER, small, smallInput, T0 } from './small';

vi.setConfig({ testTimeout: 30_000 });

const WORDS = ['마진 18%', '이익률은 낮음', '원가 9천만', '우리 원가', 'margin 18%', 'our cost is 90', 'Margins'];
const COPIES = REDACTIONS.filter((one) => one !== 'internal');

/** The words typed into everything that somebody can type something into. */
function everywhere(words: string): Partial<PacketInput> {
  const say = (what: string): string => `${what}: ${words}`;
  const next = { title: say('next'), startsAt: T0 + 9 * DAY, endsAt: null, aim: say('next-aim'), room: null, url: '', people: [] };
  return {
    deal: { ...smallInput().deal, next, course: [{ to: 'contracted', on: '2026-11-25', why: say('course'), at: T0 + DAY }], risksAccepted: [{ kind: 'acceptance', ref: '', by: '박서연', why: say('risk'), at: T0 }], itemsAccepted: [{ topic: 'scope.must', by: '박서연', why: say('item'), at: T0 }] },
    alsoChecklists: [FURTHER], previous: buildPacket(smallInput({}, { id: 'before' })),
    meetings: [aMeeting({
      title: say('title'), aim: say('aim'), nextDate: '2026-12-01', minutesEdits: Object.fromEntries(['attendees', 'decisions', 'next', 'promises', 'answers', 'notes'].map((id) => [id, say(`edit-${id}`)])),
      consents: [{ id: 'c', who: '이수민', notes: true, captions: 'off', audio: false, condition: say('condition'), note: say('consent'), wording: say('wording'), at: T0, untoldFrom: null }],
    })],
    answers: [
      anAnswer('scope.must', say('older'), { id: 'older', at: T0 }), anAnswer('scope.must', '조회', { at: T0 + 1 }), anAnswer('pain.primary', say('answer'), { raw: say('raw'), remark: say('remark') }), anAnswer('ops.incidents', say('also')),
      anAnswer('tech.api_access', null, { state: 'not_applicable', reason: say('reason') }), anAnswer('users.count', say('guess'), { confidence: 'assumed' }), anAnswer('budget.range', say('budget')),
    ],
    contradictions: [aContradiction('schedule.deadline', { a: { text: say('side'), saidBy: '이수민', at: T0, answerId: null } }), aContradiction('people.decider', { status: 'resolved', kept: say('kept'), why: say('kept-why') })],
    gaps: [
      aGap('g', { question: say('gap'), route: 'ask_customer', origin: 'asked_will_send' }), aGap('g2', { route: 'ask_customer', state: 'closed', outcome: say('outcome') }), aGap('g3', { question: say('ours'), route: 'ask_manager' }),
      aGap('clean', { question: '서버는?', route: 'ask_customer' }),
    ],
    notes: [...(['note', 'pain', 'decision', 'risk'] as const).map((kind) => aNote(kind, kind, { text: say(kind) })), aNote('decision', 'clean', { text: '본사 먼저' })],
    commitments: [aPromise('p', { words: say('promise'), deliveryNote: say('delivery'), confirmation: 'cannot', fulfilmentNote: say('fulfilled') }), aPromise('clean', { words: '교육 제공' })],
    wants: [aWant('w', { words: say('want'), priority: 'must' }), aWant('w2', { needBehind: say('need') }), aWant('w3', { trigger: say('trigger'), priority: 'later' }), aWant('w4', { thenHow: say('offer'), customWhy: say('custom'), feasibility: 'not_as_asked', priority: 'must' })],
  };
}

const everything = (words: string, redaction: Redaction, more: Partial<PacketInput['options']> = {}) => exportPacket(smallInput(everywhere(words), { redaction, number: 2, sendAnywayReason: `why: ${words}`, request: { questions: [`question: ${words}`], respondBy: null, lateReason: words, rolesToBring: [{ role: words, why: words, itemIds: [] }] }, ...more }));
const leaves = ({ files, richText, invitation, markdown }: ReturnType<typeof everything>): [string, string][] => [
  ...Object.entries(files).filter(([name]) => name !== 'packet.schema.json').map(([name, text]): [string, string] => [name, text.replace(/<(?:style|script)>[^]*?<\/(?:style|script)>/gu, '')]), ['rich text', richText], ['invitation', invitation], ['markdown', markdown],
];

describe.each(COPIES)('a copy (%s)', (redaction) => {
  it.each(WORDS)('says nothing of "%s", in whatever line it was typed', (words) => {
    for (const language of LANGUAGES) {
      expect(leaves(everything(words, redaction, { language })).filter(([, text]) => text.includes(words)).map(([name]) => name)).toEqual([]);
    }
  });

  it('tells the rep of each line that it leaves out, in its words, and of none that stays inside anyway', () => {
    const { costLines } = everything('마진 18%', redaction);
    expect(costLines.map(({ record, kind, text, kept }) => [record, kind, text, kept])).toEqual([
      ['decision:decision', 'decision', 'decision: 마진 18%', false], ['promise:p', 'promise', 'promise: 마진 18%', false], ['gap:g', 'gap', 'gap: 마진 18%', false], ['gap:g2', 'gap', 'outcome: 마진 18%', false], ['pain:pain', 'pain', 'pain: 마진 18%', false],
      ['want:w', 'want', 'want: 마진 18%', false], ['want:w2', 'want', 'need: 마진 18%', false], ['want:w3', 'want', 'trigger: 마진 18%', false],
      ['conflict:conflict:people.decider', 'conflict', 'kept: 마진 18%', false], ['conflict:conflict:schedule.deadline', 'conflict', 'side: 마진 18%', false],
      ['answer:A-01', 'answer', 'answer: 마진 18%', false], ['answer:A-02', 'answer', 'older: 마진 18%', false], ['answer:A-07', 'answer', 'reason: 마진 18%', false], ['answer:B-02', 'answer', 'also: 마진 18%', false],
      ['meeting:m1', 'meeting', expect.stringMatching(/^title: 마진 18% \/ .*edit-next: 마진 18%/u), false], ['next:', 'next', 'next: 마진 18%', false],
    ]);
    expect(new Set(costLines.map(({ kind }) => kind))).toEqual(new Set(COST_LINE_KINDS));
  });

  it('keeps all else, and what it worked out is worked out anew', () => {
    const { packet, files } = everything('마진 18%', redaction);
    expect([packet.decisions.map((d) => d.text), packet.commitments.map((c) => c.words), packet.gaps.map((g) => g.question)]).toEqual([['본사 먼저'], ['교육 제공'], ['서버는?']]);
    expect(packet.changes?.newCommitments).toEqual(['clean']);
    expect([packet.raid.issues, packet.actions, packet.pains]).toEqual([[], [], []]);
    expect(packet.answers.find((a) => a.itemId === 'A-01')).toMatchObject({ state: 'answered', value: null, withheld: true });
    expect(files['packet.json']).not.toMatch(/costLines|keepLines/u);
  });

  it('has the lines that the rep let in, word for word, and goes on telling of them', () => {
    const records = ['decision:decision', 'promise:p', 'answer:A-01'];
    const keepLines = everything('마진 18%', redaction).costLines.filter(({ record }) => records.includes(record)).map(({ id }) => id);
    const { packet, costLines } = everything('마진 18%', redaction, { keepLines });
    expect(packet.decisions.map((d) => d.text)).toEqual(['본사 먼저', 'decision: 마진 18%']);
    expect([packet.commitments.length, packet.answers[0]?.withheld, packet.gaps.length]).toEqual([2, false, 1]);
    expect(costLines.filter(({ kept }) => kept).map(({ id }) => id)).toEqual(keepLines);
  });
});

it('a tick stands for all that it shows of a record, and for nothing that is written there later', () => {
  const want = { words: '원가 모듈', needBehind: '우리 마진 9%' };
  const of = (more: object, keepLines: string[] = []) => buildRedacted(smallInput({ wants: [aWant('w', { ...want, ...more })] }, { redaction: 'customer_safe', keepLines }));
  const [line] = of({}).costLines;
  expect(line?.text).toBe('원가 모듈 / 우리 마진 9%');
  expect(of({}, [line?.id ?? '']).packet.wants).toHaveLength(1);
  expect(of({ needBehind: '우리 마진 12%' }, [line?.id ?? '']).packet.wants).toEqual([]);
});

it('where what was worded for the customer stays out, so does the edit that it stood for', () => {
  const minutesEdits = { 'decisions': '본사 먼저. 내부: 할인 15%까지', 'decisions.customer': '원가관리 모듈은 본사 먼저', 'attendees': '이수민' };
  const { packet, files } = exportPacket(smallInput({ meetings: [aMeeting({ minutesEdits })] }, { redaction: 'customer_safe' }));
  expect(packet.meetings[0]?.minutesEdits).toEqual({ attendees: '이수민' });
  for (const text of Object.values(files)) expect(text).not.toContain('할인 15%');
});

it('an internal packet has all of it, and nothing to tell', () => {
  const { costLines, ...out } = everything('마진 18%', 'internal');
  expect(costLines).toEqual([]);
  for (const what of ['decision', 'promise', 'gap', 'pain', 'want', 'note', 'risk', 'remark', 'ours', 'edit-notes', 'risk', 'item']) expect(out.files['packet.json'], what).toContain(`${what}: 마진 18%`);
});

it('a copy is the same as ever where nobody speaks of it', () => {
  const rows = { notes: [aNote('decision', 'd', { text: '회원가입 화면부터' })], commitments: [aPromise('p')] };
  expect(buildRedacted(smallInput(rows, { redaction: 'customer_safe' })).costLines).toEqual([]);
  expect(small(rows, { redaction: 'customer_safe' }).decisions).toHaveLength(1);
});

it('job titles are names: the customer’s head of cost accounting stays in', () => {
  const people = { kind: 'people' as const, people: [{ name: '한미경', role: '원가관리팀장' }] };
  const { costLines, packet } = buildRedacted(smallInput({ answers: [anAnswer('people.decider', null, { value: people })] }, { redaction: 'customer_safe' }));
  expect([costLines, packet.people.find((p) => p.name === '한미경')?.role]).toEqual([[], '원가관리팀장']);
});
