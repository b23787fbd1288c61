import { describe, expect, it } from 'vitest';
import { viewItem } from '@/utils/checklist/item-view';
import { sameRisk } from '@/utils/deal/accepted-risk';
import { contractRisks } from '@/utils/deal/contract-risks';
import type { Commitment } from '@/utils/notes/records';
import { answer, contradiction, gap, item } from '../checklist/builders';

const promise = (id: string, part: Partial<Commitment>): Commitment => ({
  id, dealId: 'd', meetingId: '', itemId: null, topic: null, at: 1, offsetMs: null, updatedAt: 1, words: id, kind: 'deliver', saidBy: '', onBehalfOfDelivery: true,
  due: null, confirmation: 'unconfirmed', fulfilment: 'open', ...part,
});
const criteria = item({ id: 'A-30', topic: 'acceptance.criteria' });
const NOTHING = { gaps: [], contradictions: [], commitments: [], views: [viewItem(criteria, [answer({ topic: criteria.topic, state: 'answered', confidence: 'confirmed' })], [])] };
const risks = (part: Partial<Parameters<typeof contractRisks>[0]>) => contractRisks({ ...NOTHING, ...part }).map(({ kind, ref }) => `${kind} ${ref}`);

describe('what is open when a contract is signed', () => {
  it('is nothing where nothing is', () => { expect(risks({})).toEqual([]); });

  it('is a "?" that blocks and that somebody still looks after', () => {
    const gaps = [
      gap({ id: 'blocks', blocksEstimate: true }), gap({ id: 'waits', blocksEstimate: true, state: 'waiting' }), gap({ id: 'small' }),
      gap({ id: 'assumed', blocksEstimate: true, state: 'assumed' }), gap({ id: 'closed', blocksEstimate: true, state: 'closed' }), gap({ id: 'dropped', blocksEstimate: true, state: 'dropped' }),
    ];
    expect(risks({ gaps })).toEqual(['gap blocks', 'gap waits']);
  });

  it('is two answers that nobody has settled', () => {
    expect(risks({ contradictions: [contradiction({ id: 'open' }), contradiction({ id: 'settled', status: 'resolved' }), contradiction({ id: 'both', status: 'both_true' })] })).toEqual(['conflict open']);
  });

  it('is a promise that delivery does not stand behind, unless it was kept or taken back', () => {
    const commitments = [
      promise('unconfirmed', {}), promise('cannot', { confirmation: 'cannot' }), promise('late', { fulfilment: 'late' }), promise('broken', { fulfilment: 'broken' }),
      promise('confirmed', { confirmation: 'confirmed' }), promise('changed', { confirmation: 'changed' }), promise('ours', { confirmation: 'not_needed' }),
      promise('kept', { fulfilment: 'done' }), promise('repaired', { fulfilment: 'repaired' }), promise('withdrawn', { fulfilment: 'withdrawn' }),
    ];
    expect(risks({ commitments })).toEqual(['promise unconfirmed', 'promise cannot', 'promise late', 'promise broken']);
  });

  it('is that nobody knows when the work is done: not asked, only assumed, or on no checklist', () => {
    const view = (part: Parameters<typeof answer>[0]) => [viewItem(criteria, [answer({ topic: criteria.topic, ...part })], [])];
    expect([risks({ views: [] }), risks({ views: [viewItem(criteria, [], [])] }), risks({ views: view({ state: 'answered', confidence: 'assumed' }) })]).toEqual([['acceptance '], ['acceptance '], ['acceptance ']]);
    expect(risks({ views: view({ state: 'not_applicable', reason: '시범' }) })).toEqual([]);
  });

  it('is nothing else that is known: another item’s answer is no criterion', () => {
    const other = item({ id: 'A-01', topic: 'scope.must' });
    expect(risks({ views: [viewItem(other, [answer({ topic: other.topic, state: 'answered', confidence: 'confirmed' })], [])] })).toEqual(['acceptance ']);
  });

  it('comes in the order in which it is weighed', () => {
    expect(risks({ gaps: [gap({ id: 'g', blocksEstimate: true })], contradictions: [contradiction({ id: 'c' })], commitments: [promise('p', {})], views: [] })).toEqual(['gap g', 'conflict c', 'promise p', 'acceptance ']);
  });

  it('is the same by what it points at', () => {
    expect([sameRisk({ kind: 'gap', ref: 'a' }, { kind: 'gap', ref: 'a' }), sameRisk({ kind: 'gap', ref: 'a' }, { kind: 'promise', ref: 'a' }), sameRisk({ kind: 'gap', ref: 'a' }, { kind: 'gap', ref: 'b' })]).toEqual([true, false, false]);
  });
});
