import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPacket } from '@/utils/packet/build';
import { contentHashOf } from '@/utils/packet/build/canonical';
import { exportPacket } from '@/utils/packet/export';
import type { ExportedPacket } from '@/utils/packet/export';
import type { Packet } from '@/utils/packet/schema';
import { ALSO, answer, answers, CHECKLIST, commitment, contradiction, gap, gaps, itemOn, note, packetInput, START } from '../fixture';

// Whole packets are rendered: slow only on a loaded machine.
vi.setConfig({ testTimeout: 30_000 });

const of = (packet: Packet, topic: string) => {
  const found = packet.answers.find((a) => a.topic === topic);
  if (!found) throw new Error(`no answer on ${topic}`);
  return found;
};

describe('answers', () => {
  let packet: Packet;
  beforeAll(() => { packet = buildPacket(packetInput()); });

  it('hold one entry for every item of the pinned checklist, in its order', () => {
    expect(packet.answers.map((a) => a.itemId)).toEqual(CHECKLIST.items.map((i) => i.id));
  });

  it('keep the truth about what was never asked', () => {
    expect(of(packet, 'pain.impact')).toMatchObject({ state: 'not_asked', value: null, saidBy: null, at: null, history: [] });
  });

  it('keep who said it, how sure, and the earlier value', () => {
    const users = of(packet, 'users.count');
    expect(users).toMatchObject({ saidBy: '최영호', confidence: 'stated', value: { kind: 'number', parts: [{ value: 60, unit: '명' }] } });
    expect(users.history).toMatchObject([{ saidBy: '이수민', value: { parts: [{ value: 45 }] } }]);
  });

  it('count hearsay as partial and an assumption as nothing secured', () => {
    expect(of(packet, 'data.migration')).toMatchObject({ state: 'partial', standing: 'unowned' });
    expect(of(packet, 'infra.hosting')).toMatchObject({ state: 'partial', standing: 'owned' });
    expect(packet.raid.assumptions.map((a) => a.text)).toEqual(['사내 서버로 추정', '서버를 누가 준비하는지 → 고객이 준비한다고 가정']);
  });

  it('show a conflict with both sides', () => {
    expect(of(packet, 'scope.platforms').state).toBe('conflict');
    expect(packet.contradictions).toMatchObject([{ a: { saidBy: '이수민' }, b: { saidBy: '최영호' }, status: 'open' }]);
  });

  it('stand by what was kept when a contradiction was settled after the answer', () => {
    const settled = contradiction('users.count', '45명', '80명', { status: 'resolved', kept: '80명', why: 'IT 담당이 확인', resolvedAt: START + 20 * 86_400_000 });
    const built = buildPacket(packetInput({}, { contradictions: [settled] }));
    expect(of(built, 'users.count')).toMatchObject({ state: 'answered', value: { kind: 'number', parts: [{ value: 80, unit: '명' }] }, saidBy: '최영호' });
  });

  it('that corrected an earlier one stay typed as they were given', () => {
    const rows = packetInput().answers;
    const current = rows.filter((a) => a.topic === 'users.count').at(-1);
    const base = contradiction('users.count', '45명', '60명', { status: 'resolved', kept: '60명', at: current?.at ?? 0, resolvedAt: current?.at ?? 0 });
    const corrected = { ...base, b: { ...base.b, answerId: current?.id ?? '' } };
    const built = buildPacket(packetInput({}, { answers: rows, contradictions: [corrected] }));
    expect(of(built, 'users.count')).toMatchObject({ value: { kind: 'number', parts: [{ value: 60, unit: '명' }] }, raw: '협력사 포함 60명', confidence: 'stated' });
  });

  it('of further checklists get the state of their topic', () => {
    const built = buildPacket(packetInput({}, { alsoChecklists: [ALSO] }));
    expect(built.alsoAnswers.map((a) => a.itemId)).toEqual(ALSO.items.map((i) => i.id));
    expect(built.alsoAnswers.find((a) => a.topic === 'pain.primary')).toMatchObject({ checklistId: ALSO.id, state: 'answered' });
    // Readiness is measured against the checklist that the deal pins, as in the panel.
    expect(built.readiness.estimate.minimum).toBe(packet.readiness.estimate.minimum);
  });
});

describe('off the record', () => {
  const secret = 'QX-SECRET';
  const item = itemOn('acceptance.criteria');
  const input = packetInput({}, {
    answers: [
      ...answers().filter((a) => a.topic !== 'acceptance.criteria'),
      answer('acceptance.criteria', { id: 'old', value: { kind: 'text', text: `${secret} 1` }, raw: `${secret} 1`, at: START }),
      answer('acceptance.criteria', { id: 'off', value: { kind: 'text', text: `${secret} 2` }, remark: secret, saidBy: secret, offRecord: true, at: START + 1e9 }),
      answer('users.roles', { id: 'off-2', value: { kind: 'text', text: secret }, offRecord: true, at: START }),
      answer('users.roles', { value: { kind: 'text', text: '관리자와 작업자' }, at: START + 5 }),
    ],
    contradictions: [
      contradiction('acceptance.criteria', `${secret} a`, `${secret} b`, { status: 'resolved', kept: secret, why: secret }),
      contradiction('users.roles', secret, '관리자', { status: 'resolved', kept: secret, a: { text: secret, saidBy: secret, at: START, answerId: 'off-2' } }),
    ],
    notes: [note('note', secret, { itemId: item.id, topic: item.topic }), note('pain', secret, { itemId: item.id, topic: null })],
    gaps: [gap('검수는 누가 하는지', { itemId: item.id, topic: item.topic, outcome: secret, state: 'closed' })],
  });
  let out: ExportedPacket;
  beforeAll(() => { out = exportPacket(input); });

  it('leaves the state and no content, in any file', () => {
    expect(out.packet.answers.find((a) => a.itemId === item.id)).toMatchObject({ state: 'answered', offRecord: true, value: null, history: [] });
    for (const [name, text] of [...Object.entries(out.files), ['rich text', out.richText]]) expect(text, name).not.toContain(secret);
  });

  it('keeps on-record answers of a topic that has an off-record row', () => {
    const roles = out.packet.answers.find((a) => a.topic === 'users.roles');
    expect(roles).toMatchObject({ offRecord: false, value: { text: '관리자와 작업자' } });
    expect(roles?.history).toMatchObject([{ offRecord: true, value: null }]);
  });
});

describe('determinism', () => {
  it('gives the same bytes for the same rows in any order', () => {
    const input = packetInput();
    const turned = { ...packetInput(), answers: [...input.answers].reverse(), gaps: [...input.gaps].reverse(), notes: [...input.notes].reverse(), commitments: [...input.commitments].reverse(), meetings: [...input.meetings].reverse() };
    const [a, b] = [exportPacket(input), exportPacket(turned)];
    expect(b.files).toEqual(a.files);
    expect(Buffer.from(b.zip).equals(Buffer.from(a.zip))).toBe(true);
  });

  it('hashes the content without the hash, and every change of content changes it', () => {
    const packet = buildPacket(packetInput());
    expect(packet.packet.contentHash).toBe(contentHashOf(packet));
    expect(contentHashOf({ ...packet, packet: { ...packet.packet, contentHash: 'x' } })).toBe(packet.packet.contentHash);
    expect(contentHashOf({ ...packet, account: { ...packet.account, name: '다른 회사' } })).not.toBe(packet.packet.contentHash);
  });
});

describe('what we ask', () => {
  let request: Packet['request'];
  let deal: Packet['deal'];
  beforeAll(() => ({ request, deal } = buildPacket(packetInput())));

  it('asks delivery its gaps first, then, for a meeting, the blocking ones', () => {
    const built = buildPacket(packetInput({ purpose: 'join' }, { gaps: [gap('막는 것', { blocksEstimate: true, route: 'ask_customer' }), ...gaps(), gap('추정', { state: 'assumed', blocksEstimate: true, owner: '박' })] }));
    expect(built.request.questions.map((q) => q.text)).toEqual(['기존 ERP에 품목 코드를 읽어 올 수 있는 API가 있는지', '막는 것']);
  });

  it('brings the roles that need the open answers, each with its why', () => {
    expect(request.rolesToBring.map((r) => r.role)).toEqual(['architect', 'commercial']);
    expect(request.rolesToBring.every((r) => r.why !== '')).toBe(true);
    const free = buildPacket(packetInput({}, { gaps: [gap('하루에 몇 건까지 처리되나', { route: 'ask_delivery' })] }));
    expect(free.request.rolesToBring).toMatchObject([{ role: 'delivery', itemIds: [] }]);
  });

  it("lets the rep's own words stand", () => {
    const own = buildPacket(packetInput({ request: { questions: ['공수만 봐 주세요'], respondBy: '2026-12-08', lateReason: '', rolesToBring: [] } }));
    expect(own.request).toMatchObject({ questions: [{ text: '공수만 봐 주세요' }], respondBy: '2026-12-08', rolesToBring: [] });
  });

  it('counts the dates back from the customer date', () => {
    expect(deal).toMatchObject({ customerDue: '2026-12-10', leadTime: { latest: '2026-12-07', recommended: '2026-12-03', class: 'comfortable' } });
    expect(request.respondBy).toBe('2026-12-09');
  });
});

describe('changes', () => {
  let first: Packet;
  beforeAll(() => { first = buildPacket(packetInput()); });

  it('are null in a first packet', () => expect(first.changes).toBeNull());

  it('do not take what a redacted packet left out for a change', () => {
    for (const redaction of ['customer_safe', 'anonymised'] as const) {
      const previous = buildPacket(packetInput({ redaction, createdAt: START + 4e9 }));
      const same = buildPacket({ ...packetInput({ id: 'packet-2', number: 2 }), previous });
      expect(same.changes).toMatchObject({ answered: [], changed: [], newGaps: [], closedGaps: [], newCommitments: [] });
    }
  });

  it('name what was answered, changed, newly asked, settled and promised', () => {
    const base = packetInput({ id: 'packet-2', number: 2 });
    const next = buildPacket({
      ...base, previous: first,
      answers: [...base.answers, answer('pain.impact', { at: START + 2e9, value: { kind: 'text', text: '월 200만 원' } }), answer('users.count', { at: START + 2e9, relation: 'updates', value: { kind: 'text', text: '70명' } })],
      gaps: [...base.gaps.map((g) => (g.question.startsWith('예산 품의') ? { ...g, state: 'closed' as const } : g)), gap('새로 생긴 것', { id: 'gap-new', at: START + 3e9 })],
      commitments: [...base.commitments, commitment('교육을 무료로', { id: 'promise-new', at: START + 3e9 })],
    });
    expect(next.packet.supersedes).toBe('packet-1');
    expect(next.changes).toEqual({
      since: 'packet-1', sinceNumber: 1, answered: [itemOn('pain.impact').id], changed: [itemOn('users.count').id], newGaps: ['gap-new'],
      closedGaps: [first.gaps.find((g) => g.question.startsWith('예산 품의'))?.id], newCommitments: ['promise-new'],
    });
  });
});

describe('the rest of the record', () => {
  let packet: Packet;
  beforeAll(() => { packet = buildPacket(packetInput()); });

  it('puts promises made in the name of delivery first', () => {
    expect(packet.commitments.map((c) => c.onBehalfOfDelivery)).toEqual([true, false]);
  });

  it('names everybody once, with side, role and attendance; sides are never guessed', () => {
    expect(packet.people.find((p) => p.name === '이수민')).toMatchObject({ side: 'customer', attended: ['meeting-1', 'meeting-2'] });
    expect(packet.people.find((p) => p.name === '한미경')).toMatchObject({ side: 'unknown', role: '대표이사' });
  });

  it('tells who does what', () => {
    expect(packet.actions[0]).toMatchObject({ side: 'customer', owner: '이수민', text: '예산 품의가 언제 통과되는지' });
    expect(packet.actions.filter((a) => a.side === 'us').every((a) => a.owner === '박지훈')).toBe(true);
  });

  it('tells things in the order in which they happened', () => {
    const lines = ['z-first', 'a-last'].map((id, i) => note('decision', id, { id, at: START + i }));
    expect(buildPacket(packetInput({}, { notes: [...lines].reverse() })).decisions.map((d) => d.id)).toEqual(['z-first', 'a-last']);
  });

  it('sums up in at most eight lines, unknown ones included', () => {
    expect(packet.summary.map((l) => l.key)).toEqual(['trigger', 'pain', 'goal', 'want', 'deadline', 'money', 'decider']);
    const empty = buildPacket(packetInput({}, { answers: [], contradictions: [], wants: [] }));
    expect(empty.summary.find((l) => l.key === 'pain')).toMatchObject({ text: '', state: 'not_asked' });
  });

  it('masks resident and card numbers, and no other digits', () => {
    const built = buildPacket(packetInput({}, { notes: [note('note', '주민 900101-1234567, 카드 4111-1111-1111-1111, 품번 1234-5678-9012-3456')] }));
    expect(built.notes[0]?.text).toBe('주민 900101-*******, 카드 4111-****-****-****, 품번 1234-5678-9012-3456');
  });

  it('keeps the offset of the place where it happened', () => {
    expect(packet.meetings[0]?.startedAt).toBe('2026-11-24T14:00:00+09:00');
  });
});
