/** Meet pages with less than our own fixture shows: drawn icons, and neither a call's shortcut in a label nor any label at all. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdapterStage, Call } from './adapter-stage';
import { setAdapterStage } from './adapter-stage';

const ROOM = 'https://meet.google.com/abc-defg-hij';
const NEAR_MS = 3_200;

let stage: AdapterStage;
beforeAll(async () => { stage = await setAdapterStage(); });
afterAll(async () => { await stage.stop(); });

/** Opens the bare variant; what `labels` and `attributes` name is taken away as soon as it appears. */
async function bare(less: { labels: 'shortcuts' | 'all'; attributes: string[] }): Promise<Call> {
  const call = await stage.call(`${ROOM}?variant=bare`);
  await call.page.evaluate(({ labels, attributes }) => {
    const shortcut = / *[(](?:c|[^()]*(?:ctrl|⌘)[^()]*[+ ][ch])[)]$/iu;
    const strip = (): void => {
      for (const button of document.querySelectorAll('button[aria-label]')) {
        const label = button.getAttribute('aria-label') ?? '';
        const rest = labels === 'all' ? '' : label.replace(shortcut, '');
        if (rest !== label) button.setAttribute('aria-label', rest);
      }
      for (const name of attributes) for (const one of document.querySelectorAll(`[${name}]`)) one.removeAttribute(name);
    };
    new MutationObserver(strip).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['aria-label', ...attributes] });
    strip();
  }, less);
  return call;
}

describe.concurrent('a bare Meet page', () => {
  it('is known as a call by its people, and as over when they are gone; neither green room nor knocking is one', async () => {
    const call = await bare({ labels: 'shortcuts', attributes: [] });
    await call.pass(4);
    await call.fx('knock');
    await call.pass(4);
    expect(call.told).toEqual([]);
    const admitted = await call.fx('admit');
    expect(Math.abs((await call.wait('joined')).at - admitted)).toBeLessThan(NEAR_MS);
    const ended = await call.fx('endByHost');
    expect(Math.abs((await call.wait('left')).at - ended)).toBeLessThan(NEAR_MS);
    await call.close();
  });

  it.each([['without any label', 'all'], ['with labels that only a reader understands', 'shortcuts']] as const)('%s is said to be unreadable when nobody can be told on it', async (_what, labels) => {
    const call = await bare({ labels, attributes: ['data-participant-id', 'data-self-name'] });
    await call.fx('join');
    const shown = await call.now();
    expect((await call.wait('blind')).reason).toBe('controls_not_found');
    expect(call.saidAfter('blind', shown)).toBeLessThan(20);
    expect(call.of('joined')).toEqual([]);
    await call.close();
  });
});
