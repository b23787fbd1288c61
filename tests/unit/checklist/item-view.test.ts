import { describe, expect, it } from 'vitest';
import { viewItem } from '@/utils/checklist/item-view';
import { answer, contradiction, item } from './builders';

describe('what stands for an item', () => {
  it('is not asked before anything was recorded', () => {
    expect(viewItem(item(), [], []).state).toBe('not_asked');
  });

  it('is the newest answer; earlier ones stay as history, newest first', () => {
    const rows = [answer({ id: 'old', at: 1, raw: '32' }), answer({ id: 'new', at: 3, raw: '27' }), answer({ id: 'mid', at: 2 })];
    const view = viewItem(item(), rows, []);
    expect(view.current?.id).toBe('new');
    expect(view.earlier.map((a) => a.id)).toEqual(['mid', 'old']);
  });

  it('shares the answer of its topic, recorded on another checklist’s item', () => {
    const view = viewItem(item({ id: 'D-01' }), [answer({ itemId: 'A-01' }), answer({ id: 'b', topic: 'pain.primary', at: 9 })], []);
    expect(view.state).toBe('answered');
    expect(view.current?.itemId).toBe('A-01');
  });

  it.each(['indirect', 'assumed'] as const)('counts an answer that is %s only as partial', (confidence) => {
    expect(viewItem(item(), [answer({ confidence })], []).state).toBe('partial');
  });

  it('is a conflict while a contradiction is open, whatever was recorded', () => {
    expect(viewItem(item(), [answer()], [contradiction()]).state).toBe('conflict');
    expect(viewItem(item(), [], [contradiction({ topic: 'other.topic' })]).state).toBe('not_asked');
  });

  it('is answered once the conflict is settled', () => {
    const recorded = answer({ state: 'conflict' });
    expect(viewItem(item(), [recorded], [contradiction({ status: 'resolved', kept: '10 March' })]).state).toBe('answered');
    expect(viewItem(item(), [recorded], []).state).toBe('conflict');
  });

  it('says what it says by itself once what it differed from is deleted, and the record of that with it', () => {
    expect(viewItem(item(), [answer({ state: 'conflict', relation: 'differs' })], []).state).toBe('answered');
    expect(viewItem(item(), [answer({ state: 'conflict', relation: 'differs', confidence: 'indirect' })], []).state).toBe('partial');
    expect(viewItem(item(), [answer({ state: 'conflict', relation: 'differs' })], [contradiction()]).state).toBe('conflict');
  });

  it('can stop applying even while a contradiction is open', () => {
    expect(viewItem(item(), [answer({ state: 'not_applicable', reason: 'no website' })], [contradiction()]).state).toBe('not_applicable');
  });
});
