/**
 * `npm run audit`: asks the registry for known vulnerabilities of what is shipped. Exit code 0: none that is high or critical;
 * 1: there are; 3: the registry did not answer, so nothing is known either way.
 */
import { spawnSync } from 'node:child_process';
import { z } from 'zod';
import { ROOT } from './harness/build-extension';

export const NOT_ANSWERED = 3;

const report = z.object({ metadata: z.object({ vulnerabilities: z.object({ high: z.number(), critical: z.number(), total: z.number() }) }), vulnerabilities: z.record(z.string(), z.unknown()) });

/** Exit code for what `npm audit --json` printed. */
export function verdictOf(printed: string): { code: number; said: string } {
  let raw: unknown;
  try { raw = JSON.parse(printed); } catch { raw = null; }
  const read = report.safeParse(raw);
  if (!read.success) return { code: NOT_ANSWERED, said: 'The registry did not answer: nothing is known about vulnerabilities.' };
  const { high, critical, total } = read.data.metadata.vulnerabilities;
  const names = Object.keys(read.data.vulnerabilities).join(', ');
  return high + critical > 0
    ? { code: 1, said: `${String(high + critical)} high or critical vulnerabilities: ${names}` }
    : { code: 0, said: `No high or critical vulnerability known (${String(total)} lower).` };
}

if (process.argv[1]?.endsWith('audit.ts')) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32', timeout: 60_000 });
  const { code, said } = verdictOf(stdout);
  console.log(said);
  process.exit(code);
}
