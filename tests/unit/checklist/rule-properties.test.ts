/** Gap rules and conflict rules hold for whatever rows there are, in whatever order they come. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCES, ITEM_STATES } from '@/utils/checklist/answer';
import { gapsOfItem, isOpenGap, isOwnedGap, needsGap, stateByOwnership } from '@/utils/checklist/gap-rules';
import { isSecured, viewItem } from '@/utils/checklist/item-view';
import { stageReadiness } from '@/utils/checklist/readiness';
import { STAGES } from '@/utils/deal/deal';
import { GAP_ROUTES, GAP_STATES } from '@/utils/notes/records';
import { answer, contradiction, gap, item } from './builders';

const topic = fc.constantFrom('t.a', 't.b');
const answers = fc.array(fc.record({ topic, state: fc.constantFrom(...ITEM_STATES), confidence: fc.constantFrom(...CONFIDENCES, null), at: fc.integer({ min: 0, max: 5 }) }), { maxLength: 8 })
  .map((rows) => rows.map((row, i) => answer({ ...row, id: `a${String(i)}` })));
const conflicts = fc.array(fc.record({ topic, status: fc.constantFrom('open' as const, 'resolved' as const, 'both_true' as const), at: fc.integer({ min: 0, max: 5 }) }), { maxLength: 4 })
  .map((rows) => rows.map((row, i) => contradiction({ ...row, id: `c${String(i)}` })));
const gaps = fc.array(fc.record({
  topic: fc.option(topic), itemId: fc.constantFrom('A-01', 'A-02', null), state: fc.constantFrom(...GAP_STATES), owner: fc.constantFrom('', ' ', '박'),
  route: fc.option(fc.constantFrom(...GAP_ROUTES)), due: fc.option(fc.constant('2026-12-03')), at: fc.integer({ min: 0, max: 50 }),
}), { maxLength: 8 }).map((rows) => rows.map((row, i) => gap({ ...row, id: `g${String(i)}` })));
const asked = fc.record({ need: fc.constantFrom('minimum' as const, 'nice' as const), by: fc.constantFrom(...STAGES) }).map((part) => item({ ...part, topic: 't.a' }));

describe('a conflict', () => {
  it('is there exactly while one is open, or was recorded and never settled; "does not apply" beats it', () => {
    fc.assert(fc.property(asked, answers, conflicts, (it, rows, both) => {
      const view = viewItem(it, rows, both);
      const open = view.contradictions.some((c) => c.status === 'open');
      const recorded = view.current?.state === 'conflict' && view.contradictions.length === 0;
      expect(view.state === 'conflict').toBe(view.current?.state !== 'not_applicable' && (open || recorded));
      if (view.state === 'conflict') expect(isSecured(view)).toBe(false);
    }), { numRuns: 500 });
  });

  it('loses no answer: the newest stands, all others are its history, each once, in whatever order the rows come', () => {
    fc.assert(fc.property(asked, answers, conflicts, (it, rows, both) => {
      const view = viewItem(it, rows, both);
      const own = rows.filter((row) => row.topic === 't.a');
      const seen = [...(view.current ? [view.current] : []), ...view.earlier];
      expect(seen.map((row) => row.id).toSorted()).toEqual(own.map((row) => row.id).toSorted());
      expect(Math.max(-1, ...own.map((row) => row.at))).toBe(view.current?.at ?? -1);
      expect(viewItem(it, rows.toReversed(), both.toReversed())).toMatchObject({ state: view.state, current: view.current, earlier: view.earlier });
    }), { numRuns: 500 });
  });

  it('settling one never makes more conflict than there was', () => {
    fc.assert(fc.property(asked, answers, conflicts, (it, rows, both) => {
      const settled = viewItem(it, rows, both.map((c) => ({ ...c, status: 'resolved' as const })));
      const recorded = settled.current?.state === 'conflict' && settled.contradictions.length === 0;
      expect(settled.state === 'conflict').toBe(recorded);
    }));
  });

  it('hearsay and guesses secure nothing', () => {
    fc.assert(fc.property(asked, answers, (it, rows) => {
      const weak = rows.map((row) => ({ ...row, confidence: 'indirect' as const }));
      const view = viewItem(it, weak, []);
      expect(view.state).not.toBe('answered');
    }));
  });
});

describe('a gap', () => {
  it('is needed by every due minimum item that is not secured, and never less at a later stage', () => {
    fc.assert(fc.property(asked, answers, conflicts, (it, rows, both) => {
      const view = viewItem(it, rows, both);
      const needs = STAGES.map((stage) => needsGap(view, stage));
      for (const [i, stage] of STAGES.entries()) {
        const { minimum, secured } = stageReadiness([view], [], stage);
        if (minimum > secured) expect(needs[i]).toBe(true);
        if (needs[i]) expect(needs.slice(i)).not.toContain(false);
      }
      if (isSecured(view)) expect(needs).not.toContain(true);
    }), { numRuns: 500 });
  });

  it('is owned with exactly an owner, a route and a date while somebody has to look after it; its state follows and settles at once', () => {
    fc.assert(fc.property(gaps, (rows) => {
      for (const row of rows) {
        const whole = row.owner.trim() !== '' && row.route !== null && row.due !== null;
        expect(isOwnedGap(row)).toBe(isOpenGap(row) && whole);
        const state = stateByOwnership(row);
        expect(stateByOwnership({ ...row, state })).toBe(state);
        // It neither ends a gap nor brings one back.
        expect(isOpenGap({ state })).toBe(isOpenGap(row));
        if (row.state === 'open' || row.state === 'routed') expect(state).toBe(whole ? 'routed' : 'open');
      }
    }), { numRuns: 500 });
  });

  it('stands for its item by topic, by number where it has none, open ones only, oldest first', () => {
    fc.assert(fc.property(asked, gaps, (it, rows) => {
      const found = gapsOfItem(viewItem(it, [], []), rows);
      expect(found.map((g) => g.id).toSorted()).toEqual(rows.filter((g) => isOpenGap(g) && (g.topic === null ? g.itemId === it.id : g.topic === it.topic)).map((g) => g.id).toSorted());
      expect(found.map((g) => g.at)).toEqual(found.map((g) => g.at).toSorted((a, b) => a - b));
      const { owned, unowned } = stageReadiness([viewItem(item({ topic: 't.a' }), [], [])], rows, 'contract');
      expect([owned, unowned]).toEqual(found.some(isOwnedGap) ? [1, 0] : [0, 1]);
    }), { numRuns: 500 });
  });
});
