/** `npm run torture -- [--rounds N] [--seed S]`: exit code 0 only if nothing was lost, doubled or more than a key behind. */
import { parseArgs } from 'node:util';
import { torture } from './rounds';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } });
const began = Date.now();
const report = await torture({ rounds: Number(values.rounds), seed: Number(values.seed), say: (line) => { console.info(line); } });
const troubles = Object.entries(report.troubles).map(([name, count]) => `${name} ${String(count)}`).join(', ');
console.info(`
rounds          ${String(report.rounds)}  (${troubles})
kills           ${String(report.troubles.kill)}
lines typed     ${String(report.lines)}
lines checked   ${String(report.promised)}  (those for which "Saved" was shown)
lines lost      ${String(report.lost.length)}  ${report.lost.join(' ')}
lines doubled   ${String(report.doubled.length)}  ${report.doubled.join(' ')}
drafts checked  ${String(report.drafts)}, at most ${String(report.draftBehind)} keystroke(s) behind
seed ${values.seed}, ${String(Math.round((Date.now() - began) / 1000))} s`);
// A rep who was stopped before anything was saved would lose nothing either: that is no run.
const idle = report.promised < report.rounds;
if (idle) console.info('too little was saved to say anything: the harness itself is broken or the machine far too busy');
process.exit(report.lost.length + report.doubled.length > 0 || report.draftBehind > 1 || idle ? 1 : 0);
