/**
 * `npm start`: opens a browser with Baton beside a practice call. With `--auto` the script's rep does
 * everything through the real panel, and a packet is left on disk. Exit code 0 only if all was right;
 * 2 for a wrong flag or file.
 */
import { hasDisplay } from '../harness/find-browser';
import { BadUsage, choicesOf, readScript, USAGE } from './choices';
import { BadPracticeFile } from './describe-issues';
import type { RunOptions } from './stage';

function counts(title: string, part: { minimum: number; secured: number; owned: number; unowned: number }): string {
  return `  ${title.padEnd(14)} ${String(part.secured)} of ${String(part.minimum)} secured, ${String(part.owned)} owned gaps, ${String(part.unowned)} nobody's`;
}

// What drives the browser is loaded when flags and file are right: a wrong one is told at once.
async function auto(options: RunOptions): Promise<number> {
  const { judgedRun } = await import('./judged-run');
  const { files, packet, findings } = await judgedRun(options);
  console.log(`\nReadiness\n${[counts('first meeting', packet.readiness.first), counts('estimate', packet.readiness.estimate), counts('contract', packet.readiness.contract)].join('\n')}`);
  console.log(`\nPacket no. ${String(packet.packet.number)} in ${options.out}\n${files.map((name) => `  ${name}`).join('\n')}`);
  for (const kind of ['note', 'fault'] as const) for (const one of findings.filter((finding) => finding.kind === kind)) console.log(`${kind}: ${one.text}`);
  const count = (kind: 'note' | 'fault'): number => findings.filter((one) => one.kind === kind).length;
  const [faults, notes] = [count('fault'), count('note')];
  const but = notes === 0 ? '' : ` ${notes === 1 ? 'The note above is' : `The ${String(notes)} notes above are`} about what no action of the script brings about.`;
  console.log(faults === 0 ? `\nEverything is as the script expects.${but}` : `\n${faults === 1 ? '1 difference' : `${String(faults)} differences`} from what the script expects.${but}`);
  return faults === 0 ? 0 : 1;
}

async function live(options: RunOptions): Promise<number> {
  const [{ setStage }, { runLive }] = await Promise.all([import('./stage'), import('./live-run')]);
  const stage = await setStage(options);
  try {
    await runLive(options, stage);
  } finally {
    await stage.close();
  }
  return 0;
}

async function main(): Promise<number> {
  const choices = choicesOf(process.argv.slice(2));
  if (choices.help) {
    console.log(USAGE);
    return 0;
  }
  const call = readScript(choices.script);
  if (!hasDisplay()) console.log('No display here: the script plays the rep by itself (--headless --auto).');
  const options: RunOptions = { ...choices, call, say: (text) => { console.log(text); } };
  return choices.auto ? auto(options) : live(options);
}

main().then(
  (code) => { process.exit(code); },
  (error: unknown) => {
    const sentence = error instanceof BadPracticeFile ? `Not a practice call: ${error.message}` : error instanceof BadUsage ? `${error.message}\n${USAGE}` : null;
    console.error(sentence ?? error);
    process.exit(sentence ? 2 : 1);
  },
);
