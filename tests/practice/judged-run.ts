/** A whole run by itself: the script is played, the packet delivered, and all that is wrong with it found. */
import { rmSync } from 'node:fs';
import type { Packet } from '@/utils/packet/schema';
import { runAuto } from './auto-run';
import type { Finding } from './compare';
import type { RunOptions, Stage } from './stage';
import { setStage } from './stage';
import { deliver, everythingStored, judge, scrubbed } from './verdict';

export interface Judged { files: string[]; packet: Packet; findings: Finding[] }

/** `meanwhile` is done after the export, while the browser is still there; it gets the path of the ZIP. Throws when the script could not be played to its end. */
export async function judgedRun(options: RunOptions, meanwhile: (stage: Stage, zip: string) => Promise<void> = async () => Promise.resolve()): Promise<Judged> {
  const stage = await setStage(options);
  let zip: string;
  let stored: string;
  try {
    zip = await runAuto(options, stage);
    await scrubbed(stage.session);
    stored = await everythingStored(stage.session);
    await meanwhile(stage, zip);
  } catch (error) {
    await stage.shotOfFailure();
    await stage.close();
    throw error;
  }
  await stage.close({ keepProfile: true });
  const { profile } = stage.session;
  try {
    const { files, packet } = deliver(zip, options.out);
    return { files, packet, findings: await judge(options.call, packet, { out: options.out, profile, stored }) };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
