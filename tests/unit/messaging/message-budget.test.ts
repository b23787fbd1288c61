/** How much a page may say, and how large. */
import { describe, expect, it } from 'vitest';
import { BURST, FOR_ENDINGS, messageBudget, PER_SECOND } from '@/utils/messaging/message-budget';
import { LONGEST_MESSAGE, parsePageMessage } from '@/utils/messaging/parse-page-message';

function granted(budget: ReturnType<typeof messageBudget>, tab: number, at: number, times: number, ending = false): number {
  return Array.from({ length: times }, () => budget.take(tab, at, ending)).filter(Boolean).length;
}

describe('messageBudget', () => {
  it('stops a flood, keeps the last ones for the end of a call, and fills again', () => {
    const budget = messageBudget();
    expect(granted(budget, 1, 0, 1000)).toBe(BURST - FOR_ENDINGS);
    expect(budget.take(1, 0, true)).toBe(true);
    expect(granted(budget, 1, 0, 1000, true)).toBe(FOR_ENDINGS - 1);
    expect(granted(budget, 1, 2_000, 1000)).toBe(2 * PER_SECOND - FOR_ENDINGS);
    expect(granted(budget, 1, 3_600_000, 1000)).toBe(BURST - FOR_ENDINGS);
  });

  it('never hinders what a call really says: a title twice a second and people each second, for hours', () => {
    const budget = messageBudget();
    for (let second = 0; second < 4 * 3600; second += 1) expect(granted(budget, 1, second * 1000, 4)).toBe(4);
  });

  it('counts each tab for itself, and forgets a closed one', () => {
    const budget = messageBudget();
    granted(budget, 1, 0, 1000);
    expect(budget.take(2, 0, false)).toBe(true);
    expect(budget.take(1, 0, false)).toBe(false);
    budget.forget(1);
    expect(budget.take(1, 0, false)).toBe(true);
  });

  it('gives nothing for a clock that is set back', () => {
    const budget = messageBudget();
    granted(budget, 1, 100_000, 1000);
    expect(budget.take(1, 0, false)).toBe(false);
  });
});

describe('the size of a message', () => {
  const people = (count: number, length: number) => ({
    to: 'background', type: 'page-signal',
    signal: { type: 'participants', room: 'meet:abc-defg-hij', complete: true, people: Array.from({ length: count }, () => ({ name: '가'.repeat(length), self: false })) },
  });

  it('a call of 1000 people with long names is heard; one that is larger is not', () => {
    expect(parsePageMessage(people(1000, 100))).not.toBeNull();
    expect(JSON.stringify(people(1000, 499)).length).toBeGreaterThan(LONGEST_MESSAGE);
    expect(parsePageMessage(people(1000, 499))).toBeNull();
  });

  it('what is beside the schema counts too', () => {
    const message = { to: 'background', type: 'open-panel' };
    expect(parsePageMessage(message)).toEqual(message);
    expect(parsePageMessage({ ...message, more: 'x'.repeat(LONGEST_MESSAGE) })).toBeNull();
  });

  it('what is no JSON is no message', () => {
    const loop: Record<string, unknown> = { to: 'background', type: 'open-panel' };
    loop.self = loop;
    expect(parsePageMessage(loop)).toBeNull();
    expect(parsePageMessage(undefined)).toBeNull();
  });
});
