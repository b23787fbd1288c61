/** What the browser reads before a page shows, gzipped; of the store build. */
import { ensureBuild } from '../../harness/build-extension';
import { contentScripts, firstLoad } from '../../harness/first-load';
import type { Figure } from '../kit/figures';
import { figure } from '../kit/figures';
import type { Bench } from '../kit/stage';

/** The limits that `tests/contract/bundle.test.ts` holds, in kB of a thousand bytes. */
const LIMITS = { 'popup.html': 90, 'sidepanel.html': 150 };
const SCRIPT_KB = 6.144;

function total(sizes: Map<string, number>): number {
  return [...sizes.values()].reduce((sum, size) => sum + size, 0) / 1000;
}

export async function measureBundle(bench: Bench): Promise<Figure[]> {
  const store = await ensureBuild('store');
  const baseline = { name: 'bare React page', values: [total(firstLoad(bench.extension, 'bench-bare.html'))] };
  const shared = { unit: 'kB', statistic: 'once' } as const;
  return [
    ...Object.entries(LIMITS).map(([page, atMost]) => figure({ ...shared, name: `first load, ${page}`, values: [total(firstLoad(store, page))], baseline, bar: { of: 'value', atMost } })),
    ...[...contentScripts(store)].map(([script, size]) => figure({ ...shared, name: `content script ${script}`, values: [size / 1000], bar: { of: 'value', atMost: SCRIPT_KB } })),
  ];
}
