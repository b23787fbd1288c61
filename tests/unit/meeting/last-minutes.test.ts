import { describe, expect, it } from 'vitest';
import { viewChecklist } from '@/utils/checklist/item-view';
import { lastMinutes, lastToAsk } from '@/utils/meeting/last-minutes';
import type { Meeting } from '@/utils/meeting/meeting';
import { answer, gap, itemOn, packetInput } from '../packet/fixture';

const MINUTE = 60_000;
const END = Date.UTC(2026, 10, 24, 6);
const plan = { title: '', startsAt: null, endsAt: END, aim: '', room: null, url: '', people: [] };
const call = (more: Partial<Pick<Meeting, 'state' | 'tookPlan'>> = {}) => ({ state: 'live' as const, tookPlan: plan, ...more });

describe('the last minutes of a call', () => {
  it('begin five minutes before the planned end, count down, and stay half an hour if it runs over', () => {
    expect([-5.01, -5, -4.5, -1, -0.2, 0, 12, 29.9, 31.1].map((minutes) => lastMinutes(call(), END + minutes * MINUTE))).toEqual([null, 5, 5, 1, 1, 0, 0, 0, null]);
  });

  it('are of a running call whose plan says when it ends', () => {
    for (const more of [{ state: 'wrap_up' as const }, { tookPlan: null }, { tookPlan: { ...plan, endsAt: null } }]) expect(lastMinutes(call(more), END)).toBeNull();
  });
});

describe('what is to be asked in them', () => {
  const { checklist } = packetInput();
  const views = (answers: Parameters<typeof viewChecklist>[1] = []) => viewChecklist(checklist.items, answers, []);

  it('is the minimum of the stage that nobody answers for, five at most, in asking order', () => {
    const { first, count } = lastToAsk(views(), [], 'first');
    const due = checklist.items.filter((item) => item.need === 'minimum' && item.by === 'first');
    expect(first.map(({ item }) => item.id)).toEqual(due.slice(0, 5).map((item) => item.id));
    expect(count).toBe(due.length);
  });

  it('leaves out what is secured and what has an owner, a way and a day', () => {
    const [one, two] = checklist.items.filter((item) => item.need === 'minimum' && item.by === 'first');
    if (!one || !two) throw new Error('no items');
    const owned = gap('?', { itemId: two.id, topic: two.topic, owner: '박지훈', route: 'ask_customer', due: '2026-12-04', state: 'routed' });
    const ids = lastToAsk(views([answer(one.topic, { raw: '예', value: { kind: 'text', text: '예' } })]), [owned], 'first').first.map(({ item }) => item.id);
    expect(ids).not.toContain(one.id);
    expect(ids).not.toContain(two.id);
    expect(lastToAsk(views(), [{ ...owned, due: null }], 'first').first.map(({ item }) => item.id)).toContain(itemOn(two.topic).id);
  });
});
