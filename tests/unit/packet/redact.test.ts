import { beforeAll, describe, expect, it, vi } from 'vitest';
import { exportPacket } from '@/utils/packet/export';
import type { ExportedPacket } from '@/utils/packet/export';
import type { PacketInput } from '@/utils/packet/input';
import type { Language, Redaction } from '@/utils/packet/schema';
import { ALSO, answer, answers, commitment, contradiction, gap, gaps, itemOn, meeting, note, packetInput, START, want } from './fixture';

// Whole packets are rendered: slow only on a loaded machine.
vi.setConfig({ testTimeout: 30_000 });

const INSIDE = [
  'INS-budget', 'INS-competitor', 'INS-remark', 'INS-attitude', 'INS-manager', 'INS-study', 'INS-delivery', 'INS-unrouted', 'INS-risk', 'INS-note', 'INS-anyway',
  'INS-late', 'INS-question', 'INS-role', 'INS-assumption', 'INS-why', 'INS-edit', 'INS-raw', 'INS-owner', 'INS-consent', 'INS-issue-budget', 'INS-wish-budget', 'INS-old', 'INS-accepted-by', 'INS-accepted-why',
];

function rows(): Partial<PacketInput> {
  const money = itemOn('budget.range');
  return {
    alsoChecklists: [ALSO],
    deal: { ...packetInput().deal, course: [{ to: 'contracted', on: '2026-12-01', why: '', at: START }], risksAccepted: [{ kind: 'acceptance', ref: '', by: 'INS-accepted-by', why: 'INS-accepted-why', at: START }] },
    answers: [
      ...answers().filter((a) => !['budget.range', 'decision.process', 'people.decider', 'goal.metric'].includes(a.topic)),
      answer('budget.range', { value: { kind: 'text', text: 'INS-budget' }, at: START + 9 }), answer('budget.range', { value: { kind: 'text', text: 'INS-old' }, at: START }),
      answer('decision.process', { value: { kind: 'text', text: 'INS-competitor' } }), answer('goal.metric', { remark: 'INS-remark', raw: 'INS-raw', value: { kind: 'number', parts: [{ value: 2, unit: '시간' }] } }),
      answer('people.decider', { value: { kind: 'people', people: [{ name: '한미경', role: '대표이사', note: 'INS-attitude' }] } }),
    ],
    gaps: [
      ...gaps(), gap('INS-manager', { route: 'ask_manager', owner: 'INS-owner', due: '2026-12-03' }), gap('INS-study', { route: 'self_study' }), gap('INS-delivery', { route: 'ask_delivery' }), gap('INS-unrouted'),
      gap('서버 준비', { route: 'ask_customer', owner: 'INS-owner', state: 'assumed', outcome: 'INS-assumption' }), gap('INS-budget?', { route: 'ask_customer', itemId: money.id }),
    ],
    notes: [note('risk', 'INS-risk'), note('note', 'INS-note'), note('pain', 'INS-issue-budget', { topic: 'budget.range' })],
    wants: [want('알림'), want('INS-wish-budget', { itemId: money.id })],
    contradictions: [contradiction('scope.platforms', '웹', '앱', { status: 'resolved', kept: '앱', why: 'INS-why' }), contradiction('budget.range', 'INS-budget 1', 'INS-budget 2')],
    meetings: [meeting(1, { minutesEdits: { notes: 'INS-edit', answers: 'INS-edit', decisions: '결정 고침' }, consents: meeting(1).consents.map((c) => ({ ...c, note: 'INS-consent' })) }), meeting(2)],
  };
}

function texts(out: ExportedPacket): [string, string][] {
  return [...Object.entries(out.files).filter(([name]) => name !== 'packet.schema.json'), ['rich text', out.richText], ['file name', out.fileName]];
}

function made(redaction: Redaction, language: Language = 'ko'): ExportedPacket {
  const request = { questions: ['INS-question'], respondBy: null, lateReason: 'INS-late', rolesToBring: [{ role: 'pm', why: 'INS-role', itemIds: [] }] };
  return exportPacket(packetInput({ redaction, language, sendAnywayReason: 'INS-anyway', request }, rows()));
}

describe('internal', () => {
  let all = '';
  beforeAll(() => { all = texts(made('internal')).map(([, t]) => t).join('\n'); });
  it.each(INSIDE.filter((word) => word !== 'INS-owner'))('holds %s: the search below proves something', (word) => expect(all).toContain(word));
});

describe.each(['customer_safe', 'anonymised'] as const)('%s', (redaction) => {
  let out: ExportedPacket;
  beforeAll(() => { out = made(redaction); });

  it('holds nothing of our inside, in any file', () => {
    for (const [name, text] of texts(out)) expect(INSIDE.filter((word) => text.includes(word)), name).toEqual([]);
  });

  it("keeps the customer's own answers, promises, decisions and open questions", () => {
    expect(out.files['packet.html']).toContain('월말마다 이틀씩');
    expect(out.files['packet.md']).toContain('결정');
    expect(out.files['minutes.md']).toContain('결정 고침');
    expect(out.packet.gaps.every((g) => g.route === 'ask_customer' && g.owner === '')).toBe(true);
    expect(out.packet.commitments).toHaveLength(2);
    expect(out.packet.commitments.every((c) => c.confirmation === null && c.onBehalfOfDelivery === null)).toBe(true);
  });

  it('still has one entry for every item', () => {
    expect(out.packet.answers).toHaveLength(made('internal').packet.answers.length);
  });

  it('counts what it shows: no list behind a number is longer or shorter', () => {
    const shown = exportPacket(packetInput({ redaction }));
    const { readiness, answers: all } = shown.packet;
    const minimum = all.filter((a) => a.need === 'minimum' && a.by !== 'contract' && !a.withheld);
    expect(readiness.estimate).toEqual({ minimum: minimum.length, ...Object.fromEntries(['secured', 'owned', 'unowned'].map((s) => [s, minimum.filter((a) => a.standing === s).length])) });
    expect(shown.files['packet.html']).not.toMatch(/견적·공수 검토 요청|담당 없는 미확인|담당 있는 미확인|신규/);
  });

  it('carries no reply form and no script', () => {
    expect(out.files['packet.html']).not.toMatch(/<script|<form/);
  });

  it('says which profile it is, also in its name', () => {
    expect(out.fileName).toMatch(redaction === 'customer_safe' ? /_customer\.baton\.zip$/ : /_anonymised\.baton\.zip$/);
  });
});

describe('anonymised names', () => {
  const people = ['박지훈', '이수민', '최영호', '정하늘', '한미경'];
  const spoken = [
    note('decision', '이수민 팀장님과 최 과장이 정하고 수민님이 알림'), note('decision', '한빛물류 창고에서 박지훈이 설명. 연락: soomin.lee@hanbit.co.kr, 010-1234-5678'),
  ];
  const input = (language: Language): PacketInput => packetInput({ redaction: 'anonymised', language }, {
    notes: spoken, commitments: [commitment('정하늘 PM이 주마다 한빛물류(주)에 보고')], contradictions: [contradiction('scope.platforms', '이수민: 웹', '최영호: 앱')],
  });
  let out: ExportedPacket;
  beforeAll(() => { out = exportPacket(input('ko')); });

  it('stand in no file', () => {
    for (const [name, text] of texts(out)) expect([...people, '한빛물류', '수민님', '최 과장', 'hanbit', '1234-5678'].filter((word) => text.includes(word)), name).toEqual([]);
  });

  it('gives the same person the same label everywhere', () => {
    const soomin = out.packet.people.find((p) => p.role === '물류팀장')?.name ?? '?';
    expect(soomin).toMatch(/^사람 \d$/);
    expect(out.packet.decisions.find((d) => d.text.includes('정하고'))?.text).toContain(`${soomin} 팀장님`);
    expect(out.packet.contradictions[0]?.a.text).toBe(`${soomin}: 웹`);
    expect(out.packet.answers.find((a) => a.topic === 'context.trigger')?.saidBy).toBe(soomin);
    expect(out.packet.account.name).toBe('고객사');
  });

  it('does so in English, by whole words, without touching other words', () => {
    const base = packetInput({ redaction: 'anonymised', language: 'en' });
    const built = exportPacket({
      ...base, account: { ...base.account, name: 'Acme Logistics Ltd' }, meetings: [meeting(1, { participants: ['Will Park', 'Al'].map((name) => ({ name, side: 'customer', role: '', self: false, joinedAt: START, leftAt: null })) })],
      notes: [note('decision', 'Will said ACME LOGISTICS will also pay; Park, Will agreed with Al.')],
    });
    expect(built.packet.decisions[0]?.text).toBe('Person 1 said Customer will also pay; Person 1, Person 1 agreed with Person 2.');
  });

  it('leaves the words of the checklist alone', () => {
    const named = exportPacket(packetInput({ redaction: 'anonymised' }, { account: { ...packetInput().account, name: '창고' } }));
    expect(named.packet.answers.map((a) => a.question)).toEqual(exportPacket(packetInput()).packet.answers.map((a) => a.question));
  });
});
