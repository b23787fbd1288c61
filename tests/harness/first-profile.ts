/**
 * A profile in which Baton was installed and its welcome closed, to begin with: making one takes a second of the processor
 * each time, and a run of all tests starts thirty browsers. Whoever looks at the first minute starts without it.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ensureBrowser } from './find-browser';

/** Beside the build that was installed in it; another browser makes one of its own. */
function placeOf(extension: string, browser: string): string {
  const age = Math.round(statSync(browser).mtimeMs).toString(36);
  return join(dirname(extension), `profile-${basename(browser)}-${age}`);
}

/** Whether nothing was ever kept in this folder. */
export function unused(profile: string): boolean {
  return !existsSync(profile) || readdirSync(profile).length === 0;
}

/** The folder of the profile; the first to ask has it made: `once` starts a browser on the folder that it gets, and ends it. */
export async function ensureFirstProfile(extension: string, once: (profile: string) => Promise<void>): Promise<string> {
  const place = placeOf(extension, ensureBrowser());
  if (existsSync(place)) return place;
  const draft = `${place}.${String(process.pid)}`;
  mkdirSync(draft, { recursive: true });
  try {
    await once(draft);
    rmSync(join(draft, 'DevToolsActivePort'), { force: true });
    renameSync(draft, place);
  } catch (error) {
    // Another worker may have been first: its profile is as good.
    if (!existsSync(place)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return place;
}
