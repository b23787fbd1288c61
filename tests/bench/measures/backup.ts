/** The library's backup button, from the click until it says that it is done. */
import type { Figure } from '../kit/figures';
import { figure } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { address, fill, openTools, withBrowser } from '../kit/stage';

const AMOUNT = { deals: 40, meetings: 200, notes: 20_000, gaps: 2_000 };
const SECTION = 'section[aria-labelledby="backup-title"]';

/** In the page: presses the button and waits until it may be pressed again, as the person does. */
async function backUp(section: string): Promise<{ ms: number; said: string; failed: boolean }> {
  const button = document.querySelector<HTMLButtonElement>(`${section} button`);
  const said = document.querySelector(`${section} .said`);
  if (!button || !said) throw new Error('There is no backup button.');
  const done = new Promise<number>((resolve) => {
    let busy = false;
    const observer = new MutationObserver(() => {
      busy ||= button.disabled;
      if (!busy || button.disabled) return;
      observer.disconnect();
      resolve(performance.now());
    });
    observer.observe(button, { attributes: true });
  });
  const began = performance.now();
  button.click();
  return { ms: (await done) - began, said: said.textContent, failed: said.classList.contains('bad') };
}

export async function measureBackup(bench: Bench): Promise<Figure[]> {
  const whole: number[] = [];
  const alone: number[] = [];
  let words = '';
  await withBrowser(bench, async (session) => {
    await fill(session, { ...AMOUNT, live: false, now: Date.now() });
    const tools = await openTools(session);
    const library = await session.open(address('library.html#/settings'));
    await library.locator(`${SECTION} button`).first().waitFor();
    for (let run = -1; run < bench.runs; run += 1) {
      const { ms, said, failed } = await library.evaluate(backUp, SECTION);
      if (failed) throw new Error(`The backup failed: ${said}`);
      words = said;
      const stringify = await tools.evaluate(async () => window.benchTools.stringifyAll());
      if (run < 0) continue;
      whole.push(ms);
      alone.push(stringify);
    }
  });
  const shared = { unit: 'ms', statistic: 'median', values: whole, baseline: { name: 'JSON.stringify of the rows', values: alone } } as const;
  return [figure({ ...shared, name: 'backup of 200 meetings, 20,000 notes', bar: { of: 'value', atMost: 2_000 }, note: `and 2,000 gaps; from the click in the settings; it said "${words}"` })];
}
