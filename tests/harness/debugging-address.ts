/** Where a browser that was just started listens. */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until';

export async function debuggingAddress(profile: string, child: ChildProcess): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  const port = await until(
    () => {
      if (child.exitCode !== null) throw new Error(`The browser ended at once with code ${String(child.exitCode)}.`);
      // The file is there before its first line is: half a port is none.
      const [first = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
      return /^\d+$/u.test(first) && readFileSync(file, 'utf8').includes('\n') ? first : undefined;
    },
    { what: 'the browser to start', timeout: 30_000 },
  );
  return `http://127.0.0.1:${port}`;
}
