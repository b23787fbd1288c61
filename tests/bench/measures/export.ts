/** Making and storing a packet of a long meeting. */
import type { Figure } from '../kit/figures';
import { figure } from '../kit/figures';
import type { Bench } from '../kit/stage';
import { clearTable, fill, openTools, withBrowser } from '../kit/stage';

const AMOUNT = { notes: 1_000, gaps: 500 };

export async function measureExport(bench: Bench): Promise<Figure[]> {
  const taken: { whole: number; longest: number; plain: number; kb: number }[] = [];
  await withBrowser(bench, async (session) => {
    const { deals: [deal], meetings: [meeting] } = await fill(session, { ...AMOUNT, deals: 1, meetings: 1, live: false, now: Date.now() });
    if (!deal || !meeting) throw new Error('There is no deal to export.');
    const tools = await openTools(session);
    for (let run = -1; run < bench.runs; run += 1) {
      const one = await tools.evaluate(async ([dealId, meetingId]) => window.benchTools.exportPacket(dealId, meetingId), [deal.id, meeting.id] as const);
      // The packet before is compared with the next one: each is to be the deal's first.
      await clearTable(session, 'packets');
      if (run >= 0) taken.push(one);
    }
  });
  const kb = taken[0]?.kb ?? 0;
  return [
    figure({
      name: 'packet of a long meeting', unit: 'ms', statistic: 'median', values: taken.map(({ whole }) => whole), baseline: { name: 'JSON.stringify + zip', values: taken.map(({ plain }) => plain) }, bar: { of: 'value', atMost: 1_000 },
      note: `${String(AMOUNT.notes)} notes and ${String(AMOUNT.gaps)} gaps in place of 10,000 captions, which Baton does not store; the packet screen’s service in a page of the extension, without the screen; ${kb.toFixed(0)} thousand characters in all files`,
    }),
    figure({ name: 'longest task while it is made', unit: 'ms', statistic: 'max', values: taken.map(({ longest }) => longest), bar: { of: 'value', atMost: 50 }, note: 'PerformanceObserver’s long tasks; 0 is none over 50 ms' }),
  ];
}
