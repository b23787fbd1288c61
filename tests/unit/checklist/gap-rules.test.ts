/** Whose gap is whose: what is still open, what belongs to an item, and what it says of where it came from (domain.md §4.4). */
import { describe, expect, it } from 'vitest';
import { ITEM_STATES } from '@/utils/checklist/answer';
import { askNext } from '@/utils/checklist/ask-next';
import { gapsOfItem, isOpenGap, isOwnedGap, needsGap, originOf, stateByOwnership } from '@/utils/checklist/gap-rules';
import { isSecured, viewChecklist, viewItem } from '@/utils/checklist/item-view';
import { GAP_STATES } from '@/utils/notes/records';
import { answer, contradiction, gap, item } from './builders';

describe('a gap', () => {
  it('is open until it has its answer or was ended; an assumption is still somebody’s to check', () => {
    expect(GAP_STATES.filter((state) => isOpenGap({ state }))).toEqual(['open', 'routed', 'waiting', 'assumed']);
    expect(GAP_STATES.filter((state) => isOwnedGap(gap({ state })))).toEqual(['open', 'routed', 'waiting', 'assumed']);
  });

  it.each([{ owner: '' }, { owner: ' \t' }, { route: null }, { due: null }])('with %j is owned by nobody, and open again where it was routed', (less) => {
    expect(isOwnedGap(gap(less))).toBe(false);
    expect([stateByOwnership(gap({ ...less, state: 'open' })), stateByOwnership(gap({ ...less, state: 'routed' }))]).toEqual(['open', 'open']);
  });

  it('keeps the state it reached, whoever owns it', () => {
    const later = GAP_STATES.filter((state) => state !== 'open' && state !== 'routed');
    expect(later.map((state) => stateByOwnership(gap({ state })))).toEqual(later);
    expect(stateByOwnership(gap({ state: 'routed' }))).toBe('routed');
  });

  it('says in which state its item was; of a settled item it is a remark', () => {
    expect(ITEM_STATES.map(originOf)).toEqual(['not_asked', 'note', 'partial', 'asked_unknown', 'asked_will_send', 'declined', 'conflict', 'note']);
  });
});

describe('the gaps of an item', () => {
  const view = viewItem(item({ id: 'A-01', topic: 'context.trigger' }), [], []);
  const ids = (...gaps: ReturnType<typeof gap>[]): string[] => gapsOfItem(view, gaps).map(({ id }) => id);

  it('are the open ones on it or on its topic, oldest first', () => {
    expect(ids(
      gap({ id: 'late', at: 9 }), gap({ id: 'topic', at: 5, itemId: 'D-01' }), gap({ id: 'item', at: 1, topic: null }),
      gap({ id: 'closed', state: 'closed' }), gap({ id: 'answered', state: 'answered' }), gap({ id: 'other', itemId: 'A-02', topic: 'pain.primary' }), gap({ id: 'free', itemId: null, topic: null }),
    )).toEqual(['item', 'topic', 'late']);
  });
});

describe('an item', () => {
  it('needs a gap whenever somebody owes us its answer, nice to have or not', () => {
    const states = ITEM_STATES.filter((state) => needsGap(viewItem(item({ need: 'nice', by: 'contract' }), [answer({ state })], []), 'first'));
    expect(states).toEqual(['asked_unknown', 'asked_will_send', 'conflict']);
  });

  it('is done with when it is answered or does not apply, and only then', () => {
    expect(ITEM_STATES.filter((state) => isSecured(viewItem(item(), [answer({ state })], [])))).toEqual(['answered', 'not_applicable']);
    expect(ITEM_STATES.filter((state) => !needsGap(viewItem(item(), [answer({ state })], []), 'first'))).toEqual(['answered', 'not_applicable']);
  });
});

describe('what stands for items', () => {
  it('is the same however the rows come, also where two were written in the same moment', () => {
    const rows = [answer({ id: 'a', at: 4 }), answer({ id: 'c', at: 4 }), answer({ id: 'b', at: 4 })];
    for (const order of [rows, [...rows].reverse(), [rows[1], rows[0], rows[2]].filter((r) => r !== undefined)]) {
      const view = viewItem(item(), order, []);
      expect([view.current?.id, ...view.earlier.map(({ id }) => id)]).toEqual(['c', 'b', 'a']);
    }
  });

  it('keeps its own contradictions, oldest first', () => {
    const all = [contradiction({ id: 'new', at: 9, status: 'resolved' }), contradiction({ id: 'old', at: 1, status: 'both_true' }), contradiction({ id: 'other', topic: 'pain.primary' })];
    const view = viewItem(item(), [answer()], all);
    expect([view.state, ...view.contradictions.map(({ id }) => id)]).toEqual(['answered', 'old', 'new']);
  });

  it('weakens hearsay and assumptions only where they answer', () => {
    expect((['confirmed', 'stated', 'indirect', 'assumed', null] as const).map((confidence) => viewItem(item(), [answer({ confidence })], []).state)).toEqual(['answered', 'answered', 'partial', 'partial', 'answered']);
    expect(viewItem(item(), [answer({ state: 'declined', confidence: 'indirect' })], []).state).toBe('declined');
  });

  it('stands in the order of the checklist, each with its own rows', () => {
    const views = viewChecklist([item({ id: 'A-02', topic: 'b.b' }), item({ id: 'A-01', topic: 'a.a' })], [answer({ topic: 'a.a' })], [contradiction({ topic: 'b.b' })]);
    expect(views.map((v) => [v.item.id, v.state, v.current?.topic ?? null])).toEqual([['A-02', 'conflict', null], ['A-01', 'answered', 'a.a']]);
  });
});

describe('what to ask next', () => {
  const open = (id: string, by: 'first' | 'estimate' | 'contract', state: (typeof ITEM_STATES)[number] = 'not_asked') =>
    viewItem(item({ id, topic: id, by }), state === 'not_asked' ? [] : [answer({ topic: id, state })], []);

  it('puts what somebody owes us already behind everything that was not asked, each in the order of the checklist', () => {
    const views = [open('e1', 'estimate'), open('d', 'first', 'declined'), open('u', 'first', 'asked_unknown'), open('f1', 'first'), open('s', 'estimate', 'asked_will_send'), open('p', 'first', 'partial'), open('f2', 'first')];
    expect(askNext(views, 'estimate').map((v) => v.item.id)).toEqual(['f1', 'p', 'f2', 'e1', 'd', 'u', 's']);
    expect(askNext(views, 'first').map((v) => v.item.id)).toEqual(['f1', 'p', 'f2', 'd', 'u']);
  });
});
