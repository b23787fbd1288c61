import { describe, expect, it, vi } from 'vitest';
import { buildPacket } from '@/utils/packet/build';
import type { PacketInput } from '@/utils/packet/input';
import { packetLabels } from '@/utils/packet/labels/labels';
import { RULE_IDS } from '@/utils/packet/rules';
import type { Purpose } from '@/utils/packet/schema';
import { answer, commitment, gap, itemOn, meeting, packetInput, want } from './fixture';

// Whole packets are rendered: slow only on a loaded machine.
vi.setConfig({ testTimeout: 30_000 });

function rule(id: string, rows: Partial<PacketInput> = {}, options: Partial<PacketInput['options']> = {}) {
  const purpose = id.split('.')[0] as Purpose;
  const found = buildPacket(packetInput({ purpose, ...options }, rows)).readiness.rules.find((r) => r.id === id);
  if (!found) throw new Error(`no rule ${id}`);
  return found;
}
const deal = packetInput().deal;

describe('rules', () => {
  it('are all reported for their purpose, passed or not; only join has hard ones', () => {
    const ids = (['join', 'estimate', 'handoff', 'update'] as const).flatMap((purpose) => buildPacket(packetInput({ purpose })).readiness.rules);
    expect(ids.map((r) => r.id)).toEqual(RULE_IDS);
    expect(ids.filter((r) => r.hard).map((r) => r.id)).toEqual(['join.roles', 'join.aim', 'join.pain']);
  });

  it('join needs role, aim and pain', () => {
    expect(['join.roles', 'join.aim', 'join.pain'].map((id) => rule(id).pass)).toEqual([true, true, true]);
    expect(rule('join.roles', { gaps: [] })).toMatchObject({ pass: false, reason: { code: 'no_roles' } });
    expect(rule('join.roles', {}, { request: { questions: null, respondBy: null, lateReason: '', rolesToBring: [{ role: 'pm', why: ' ', itemIds: [] }] } }).reason).toMatchObject({ code: 'role_without_why', params: { roles: 'pm' } });
    expect(rule('join.aim', { gaps: [] })).toMatchObject({ pass: false, reason: { code: 'no_aim' } });
    expect(rule('join.pain', { notes: [], answers: [] })).toMatchObject({ pass: false, reason: { code: 'no_pain' } });
  });

  it('join warns about date, attendees and lead time', () => {
    expect(rule('join.meeting').pass).toBe(true);
    expect(rule('join.meeting', { meetings: [meeting(1, { nextDate: null })] }).reason.code).toBe('next_date_unknown');
    expect(rule('join.lead_time').pass).toBe(true);
    // Of the meeting they are to come to: the customer's own date is not what is near.
    expect(rule('join.lead_time', { deal: { ...deal, customerDue: null } }).pass).toBe(true);
    expect(rule('join.lead_time', { meetings: [meeting(1, { nextDate: null })] }).reason.code).toBe('next_date_unknown');
    expect(rule('join.lead_time', { meetings: [meeting(1, { nextDate: '2026-12-02' })] }).reason).toMatchObject({ code: 'late_without_reason', params: { latest: '2026-11-27' } });
  });

  it('estimate names the unowned items; an owned gap stands for one', () => {
    const before = rule('estimate.minimum');
    const id = itemOn('pain.impact').id;
    expect(before.reason.itemIds).toContain(id);
    const owned = gap('얼마나 손해인지', { itemId: id, topic: 'pain.impact', owner: '박지훈', route: 'ask_customer', due: '2026-12-04' });
    expect(rule('estimate.minimum', { gaps: [owned] }).reason.itemIds).not.toContain(id);
  });

  it('estimate wants a gap for each conflict, a due date, needs behind musts, a question, and clear words', () => {
    expect(rule('estimate.conflicts').reason).toMatchObject({ code: 'conflict_without_gap', itemIds: [itemOn('scope.platforms').id] });
    expect(rule('estimate.conflicts', { gaps: [gap('어느 쪽인지', { topic: 'scope.platforms' })] }).pass).toBe(true);
    // One that was answered before they differed is nobody's any more.
    expect(rule('estimate.conflicts', { gaps: [gap('어느 쪽인지', { topic: 'scope.platforms', state: 'answered' })] }).pass).toBe(false);
    expect(rule('estimate.due', { deal: { ...deal, customerDue: null } }).pass).toBe(false);
    expect(rule('estimate.wants_needs', { wants: [want('알림', { id: 'w', priority: 'must' })] }).reason.refs).toEqual(['w']);
    expect(rule('estimate.wants_needs', { wants: [want('알림', { priority: 'must', painId: 'p' })] }).pass).toBe(true);
    expect(rule('estimate.promises', { commitments: [] }).reason.code).toBe('no_promises_recorded');
    expect(rule('estimate.question', { gaps: [] }).reason.code).toBe('no_question');
    expect(rule('estimate.vague', { wants: [want('AI가 알아서 분류', { priority: 'must' })] }).pass).toBe(false);
    expect(rule('estimate.vague', { wants: [want('AI가 알아서 분류', { priority: 'could' })] }).pass).toBe(true);
  });

  it('handoff takes an assumption with a name, and no blocking gap', () => {
    const id = itemOn('infra.hosting').id;
    expect(rule('handoff.minimum').reason.itemIds).not.toContain(id);
    expect(rule('handoff.minimum', { gaps: [] }).reason.itemIds).toContain(id);
    expect(rule('handoff.blocking').reason).toMatchObject({ code: 'blocking_gaps', params: { n: 1 } });
    expect(rule('handoff.promises').reason.params).toEqual({ n: 2 });
    expect(rule('handoff.promises', { commitments: [commitment('a', { confirmation: 'confirmed' }), commitment('b', { fulfilment: 'withdrawn' })] }).pass).toBe(true);
    expect(rule('handoff.scope').reason.itemIds).toEqual([itemOn('scope.out').id]);
    expect(rule('handoff.counterpart', { answers: [answer('people.counterpart')] }).pass).toBe(true);
  });

  it('update needs a packet before and something that changed', () => {
    const previous = buildPacket(packetInput());
    expect(rule('update.previous').pass).toBe(false);
    expect(rule('update.changes', { previous })).toMatchObject({ pass: false, reason: { code: 'nothing_changed' } });
    expect(rule('update.changes', { previous, gaps: [gap('새것', { id: 'fresh' })] }).pass).toBe(true);
  });

  it.each(['ko', 'en'] as const)('have words in %s, every rule and every reason that occurs', (language) => {
    const labels = packetLabels(language);
    for (const id of RULE_IDS) expect(labels.rule).toHaveProperty([id]);
    const codes = (['join', 'estimate', 'handoff', 'update'] as const).flatMap((purpose) => [{}, { gaps: [], wants: [], commitments: [], notes: [], answers: [], meetings: [], deal: { ...deal, customerDue: null } }]
      .flatMap((rows) => buildPacket(packetInput({ purpose }, rows)).readiness.rules.map((r) => r.reason.code)));
    for (const code of new Set(codes)) expect(labels.reason).toHaveProperty([code]);
  });
});
