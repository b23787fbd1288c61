import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemState } from '@/utils/checklist/answer';
import { ITEM_STATES } from '@/utils/checklist/answer';
import { askNext } from '@/utils/checklist/ask-next';
import { isOwnedGap, needsGap, stateByOwnership, whoToAsk } from '@/utils/checklist/gap-rules';
import { viewItem } from '@/utils/checklist/item-view';
import { classifyStage, readiness, stageReadiness } from '@/utils/checklist/readiness';
import { STAGES } from '@/utils/deal/deal';
import { answer, contradiction, gap, item } from './builders';

const items = fc.array(
  fc.record({
    need: fc.constantFrom('minimum' as const, 'nice' as const),
    by: fc.constantFrom(...STAGES),
    state: fc.constantFrom(...ITEM_STATES),
    owned: fc.boolean(),
  }),
  { maxLength: 40 },
);

function board(rows: { need: 'minimum' | 'nice'; by: (typeof STAGES)[number]; state: ItemState; owned: boolean }[]) {
  const views = rows.map((r, i) => {
    const topic = `t.t${String.fromCharCode(97 + (i % 26))}${'x'.repeat(Math.floor(i / 26))}`;
    const it = item({ id: `A-${String(i).padStart(2, '0')}`, topic, need: r.need, by: r.by });
    return viewItem(it, r.state === 'not_asked' ? [] : [answer({ id: `a${String(i)}`, topic, state: r.state })], []);
  });
  const gaps = rows.flatMap((r, i) => (r.owned ? [gap({ id: `g${String(i)}`, itemId: views[i]?.item.id ?? '', topic: views[i]?.item.topic ?? '' })] : []));
  return { views, gaps };
}

describe('readiness', () => {
  it('counts each minimum item exactly once, and stages are cumulative', () => {
    fc.assert(fc.property(items, (rows) => {
      const { views, gaps } = board(rows);
      const all = readiness(views, gaps);
      for (const stage of STAGES) {
        const { minimum, secured, owned, unowned } = all[stage];
        expect(secured + owned + unowned).toBe(minimum);
        expect(minimum).toBe(classifyStage(views, gaps, stage).length);
      }
      expect(all.first.minimum).toBeLessThanOrEqual(all.estimate.minimum);
      expect(all.estimate.minimum).toBeLessThanOrEqual(all.contract.minimum);
    }));
  });

  it('only gets better by answering', () => {
    fc.assert(fc.property(items, fc.nat(), (rows, pick) => {
      fc.pre(rows.length > 0);
      const before = board(rows);
      const at = pick % rows.length;
      const after = board(rows.map((r, i) => (i === at ? { ...r, state: 'answered' as const } : r)));
      const [a, b] = [stageReadiness(before.views, before.gaps, 'contract'), stageReadiness(after.views, after.gaps, 'contract')];
      expect(b.secured).toBeGreaterThanOrEqual(a.secured);
      expect(b.unowned).toBeLessThanOrEqual(a.unowned);
    }));
  });

  it('takes a gap with owner, route and date for the item, and nothing less', () => {
    const view = viewItem(item(), [], []);
    expect(stageReadiness([view], [gap()], 'first')).toEqual({ minimum: 1, secured: 0, owned: 1, unowned: 0 });
    for (const less of [{ owner: ' ' }, { route: null }, { due: null }, { state: 'dropped' as const }, { state: 'answered' as const }]) {
      expect(stageReadiness([view], [gap(less)], 'first').unowned).toBe(1);
    }
  });

  it('counts an answered item as secured, though a gap on it is still open', () => {
    expect(stageReadiness([viewItem(item(), [answer()], [])], [gap()], 'first')).toEqual({ minimum: 1, secured: 1, owned: 0, unowned: 0 });
  });

  it('never counts what is nice to have or due later', () => {
    const nice = viewItem(item({ need: 'nice' }), [], []);
    const later = viewItem(item({ by: 'contract' }), [], []);
    expect(stageReadiness([nice, later], [], 'estimate').minimum).toBe(0);
  });
});

describe('gaps by rule', () => {
  it('asks for a gap on unsecured minimum items that are due', () => {
    expect(needsGap(viewItem(item({ by: 'estimate' }), [], []), 'estimate')).toBe(true);
    expect(needsGap(viewItem(item({ by: 'estimate' }), [], []), 'first')).toBe(false);
    expect(needsGap(viewItem(item(), [answer()], []), 'first')).toBe(false);
    expect(needsGap(viewItem(item({ need: 'nice' }), [answer({ state: 'partial' })], []), 'contract')).toBe(false);
  });

  it.each(['asked_unknown', 'asked_will_send'] as const)('asks for one whenever an item is %s', (state) => {
    expect(needsGap(viewItem(item({ need: 'nice', by: 'contract' }), [answer({ state })], []), 'first')).toBe(true);
  });

  it('asks for one on a conflict, even on a nice item', () => {
    expect(needsGap(viewItem(item({ need: 'nice' }), [answer()], [contradiction()]), 'first')).toBe(true);
  });

  it('becomes routed when owned and stays what it is once it went on', () => {
    expect(stateByOwnership(gap({ state: 'open' }))).toBe('routed');
    expect(stateByOwnership(gap({ state: 'routed', due: null }))).toBe('open');
    expect(stateByOwnership(gap({ state: 'waiting', due: null }))).toBe('waiting');
    expect(isOwnedGap(gap({ state: 'waiting' }))).toBe(true);
  });
});

describe('ask next', () => {
  it('lists open minimum items of the stage, earlier stages first, promised ones last', () => {
    const views = [
      viewItem(item({ id: 'A-01', topic: 't.a', by: 'estimate' }), [], []),
      viewItem(item({ id: 'A-02', topic: 't.b', by: 'first' }), [answer({ topic: 't.b', state: 'asked_will_send' })], []),
      viewItem(item({ id: 'A-03', topic: 't.c', by: 'first' }), [], []),
      viewItem(item({ id: 'A-04', topic: 't.d', by: 'contract' }), [], []),
      viewItem(item({ id: 'A-05', topic: 't.e', need: 'nice' }), [], []),
      viewItem(item({ id: 'A-06', topic: 't.f' }), [answer({ topic: 't.f' })], []),
    ];
    expect(askNext(views, 'estimate').map((v) => v.item.id)).toEqual(['A-03', 'A-01', 'A-02']);
  });
});

describe('whom to ask', () => {
  const saidBy = (name: string) => [answer({ saidBy: name })];
  it.each([
    ['who spoke of it', viewItem(item(), saidBy('Kim'), []), 'Kim'],
    ['nobody of our side', viewItem(item(), saidBy('Park'), []), ''],
    ['who gave the first of two answers', viewItem(item(), saidBy(''), [contradiction()]), 'Kim'],
    ['who gave the other, where the first is ours', viewItem(item(), saidBy(''), [contradiction({ a: { text: 'x', saidBy: 'Park', at: 1, answerId: null } })]), 'Choi'],
    ['who spoke last, once they no longer differ', viewItem(item(), saidBy('Lee'), [contradiction({ status: 'resolved' })]), 'Lee'],
    ['nobody, when nobody spoke', viewItem(item(), [], []), ''],
  ])('is %s', (_who, view, expected) => {
    expect(whoToAsk(view, ['Park'])).toBe(expected);
  });
});
