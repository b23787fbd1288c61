/** Without `--auto`: the call runs by itself beside Baton, and the user is the rep. */
import { choosePreferences } from '../harness/panel/deals';
import { button, press } from '../harness/panel/panel';
import { wait } from '../harness/until';
import { callEnd } from './practice-call';
import { repOf } from './sides';
import type { RunOptions, Stage } from './stage';

const SLICE_MS = 200;

/** Resolves when the user has closed the browser. */
export async function runLive(options: RunOptions, stage: Stage): Promise<void> {
  const { call, say } = options;
  const speed = options.speed ?? 1;
  await stage.clock.standAt(-60_000);
  const page = await stage.pages.open(0);
  const us = repOf(call);
  const panel = await choosePreferences(await stage.panelFor(page), call.language, us?.name ?? '');
  say(`The call runs now: ${call.account} · ${call.deal}. You are ${us?.name ?? 'the rep'}. Close the browser window when you are done.`);
  await stage.clock.run(0, speed);
  if (page) await stage.pages.join(0);
  else await press(button(panel.page, panel.t('start.startManual')));
  let closed = false;
  void stage.session.closed.then(() => { closed = true; });
  try {
    await play(options, stage, speed, () => closed);
  } catch (error) {
    // The user may close a tab or the whole browser at any moment: then the play is over.
    if (!closed) say(`The call page is gone (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}); Baton stays open.`);
  }
  await stage.session.closed;
}

async function play({ call, say }: RunOptions, stage: Stage, speed: number, closed: () => boolean): Promise<void> {
  const began = Date.now();
  const end = callEnd(call);
  let part = 0;
  for (;;) {
    const offset = (Date.now() - began) * speed;
    if (closed()) return;
    if (offset >= (call.platform[part + 1]?.from ?? Infinity)) {
      part += 1;
      await stage.pages.leave();
      const page = await stage.pages.open(part);
      if (page) await stage.panelFor(page);
      await stage.pages.join(offset);
    }
    await stage.pages.playUpTo(offset);
    if (offset >= end) break;
    await wait(SLICE_MS);
  }
  await stage.pages.leave();
  say('The call is over: the review is open in the panel.');
}
