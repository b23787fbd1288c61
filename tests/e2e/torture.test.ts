/** The short form of `npm run torture`: a few rounds with kills; the long one is docs/reliability.md. */
import { describe, expect, it } from 'vitest';
import { draftBehind, Ledger } from '../torture/ledger';
import { torture } from '../torture/rounds';

describe('nothing is lost', () => {
  it('when the browser is killed and panels, pages and the worker go', async () => {
    const report = await torture({ rounds: 4, seed: 3 });
    expect({ lost: report.lost, doubled: report.doubled }).toEqual({ lost: [], doubled: [] });
    expect(report.draftBehind).toBeLessThanOrEqual(1);
    // Without lines for which "Saved" was shown nothing would be tested; how many there are is the machine's speed.
    expect(report.promised).toBeGreaterThanOrEqual(report.troubles.kill);
    expect(report.troubles.kill).toBe(2);
  });

  it('is a judgement that can fail', () => {
    const ledger = new Ledger();
    ['tok1x', 'tok2x', 'tok3x'].forEach((token) => { ledger.typed(token); });
    ledger.confirmed('tok1x');
    ledger.confirmed('tok2x');
    expect(ledger.judge(['{"text":"tok2x once"}', '{"text":"tok3x"}', '{"text":"tok3x again"}'])).toEqual({ lost: ['tok1x'], doubled: ['tok3x'] });
    ledger.confirmed('tok3x', '"state":"partial"');
    expect(ledger.judge(['{"text":"tok1x"}', '{"text":"tok2x"}', '{"text":"tok3x","state":"answered"}']).lost).toEqual(['tok3x']);
    expect(draftBehind('abcd', ['abc', 'x'])).toBe(1);
    expect(draftBehind('abcd', [])).toBe(4);
    expect(draftBehind('abcd', ['abcde'])).toBe(0);
  });
});
