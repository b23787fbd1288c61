/** From looks at a page to "joined" and "left": the rules alone, with a clock of our own. */
import { describe, expect, it } from 'vitest';
import type { CallOptions, Stage } from '@/utils/platforms/call-state';
import { CallState } from '@/utils/platforms/call-state';
import type { LeftCause, PlatformSignal } from '@/utils/platforms/signals';

const ROOM = 'meet:abc-defg-hij';
const NEXT = 'meet:fix-next-one';

function watch(options: Partial<CallOptions> = {}) {
  const said: PlatformSignal[] = [];
  const state = new CallState((signal) => { said.push(signal); }, { graceMs: 12_000, ...options });
  let now = 1_000_000;
  return {
    state,
    said,
    now: () => now,
    /** So many looks, a second apart. */
    look(stage: Stage, times = 1, room: string | null = ROOM, cause?: LeftCause): void {
      for (let i = 0; i < times; i += 1) {
        state.update({ room, stage, ...(cause ? { cause } : {}) }, now);
        now += 1_000;
      }
    },
    sleep(ms: number): void { now += ms; },
    brief: () => said.map((signal) => `${signal.type} ${signal.room}`),
  };
}

describe('joining', () => {
  it.each(['lobby', 'outside', 'unclear', 'away'] as const)('%s is no call', (stage) => {
    const page = watch();
    page.look(stage, 30);
    expect(page.said).toEqual([]);
  });

  it('is told once, at the first look that shows it', () => {
    const page = watch();
    page.look('outside', 3);
    const at = page.now();
    page.look('incall', 10);
    expect(page.said).toEqual([{ type: 'joined', room: ROOM, at }]);
  });

  it('needs a room in the address', () => {
    const page = watch();
    page.look('incall', 5, null);
    expect(page.said).toEqual([]);
  });
});

describe('leaving', () => {
  it('takes two looks that agree, and is dated to the first', () => {
    const page = watch();
    page.look('incall', 5);
    const at = page.now();
    page.look('outside', 1, ROOM, 'ended');
    expect(page.brief()).toHaveLength(1);
    page.look('outside', 1, ROOM, 'ended');
    expect(page.said[1]).toEqual({ type: 'left', room: ROOM, at, cause: 'ended' });
  });

  it('one odd look is no end', () => {
    const page = watch();
    for (let i = 0; i < 10; i += 1) {
      page.look('incall', 2);
      page.look('outside', 1);
    }
    expect(page.brief()).toEqual([`joined ${ROOM}`]);
  });

  it('two looks in one moment are one, also after a sleep', () => {
    const page = watch();
    page.look('incall', 5);
    page.state.update({ room: ROOM, stage: 'outside' }, page.now());
    page.state.update({ room: ROOM, stage: 'outside' }, page.now() + 20);
    page.sleep(1_000);
    page.look('incall', 1);
    page.sleep(3_600_000);
    page.look('outside', 1);
    page.look('incall', 3);
    expect(page.brief()).toEqual([`joined ${ROOM}`]);
  });

  it('without a reason it waits 12 s, then dates back', () => {
    const page = watch();
    page.look('incall', 5);
    const at = page.now();
    page.look('unknown', 12);
    expect(page.said).toHaveLength(1);
    page.look('unknown', 1);
    expect(page.said[1]).toEqual({ type: 'left', room: ROOM, at, cause: 'lost' });
  });

  it('a line that comes back in 11 s was never gone', () => {
    const page = watch();
    page.look('incall', 5);
    page.look('unknown', 11);
    page.look('incall', 20);
    page.look('unknown', 11);
    page.look('incall', 5);
    expect(page.brief()).toEqual([`joined ${ROOM}`]);
  });

  it('moving to a breakout room takes as long as it takes, within reason', () => {
    const page = watch();
    page.look('incall', 5);
    page.look('away', 120);
    page.look('incall', 5);
    expect(page.brief()).toEqual([`joined ${ROOM}`]);
    page.look('away', 400);
    expect(page.said.at(-1)).toMatchObject({ type: 'left', cause: 'lost' });
  });

  it('a page that goes away has left now, or when its controls went', () => {
    const page = watch();
    page.look('incall', 5);
    page.state.close(page.now());
    expect(page.said[1]).toMatchObject({ type: 'left', at: page.now(), cause: 'navigated' });
    page.look('incall', 5);
    const gone = page.now();
    page.look('unclear', 5);
    page.state.close(page.now());
    expect(page.said.at(-1)).toMatchObject({ type: 'left', at: gone });
    page.state.close(page.now());
    expect(page.said).toHaveLength(4);
  });

  it('a computer that slept through the end dates it to when it was awake', () => {
    const page = watch();
    page.look('incall', 5);
    const awake = page.now() - 1_000;
    page.sleep(3_600_000);
    page.look('outside', 2);
    expect(page.said[1]).toMatchObject({ type: 'left', at: awake });
  });

  it('the platform has the last word on when it was over', () => {
    const page = watch({ ending: (at, cause) => ({ at: at - 20_000, cause: cause === 'lost' ? 'ended' : cause }) });
    page.look('incall', 5);
    const at = page.now();
    page.look('unclear', 13);
    expect(page.said[1]).toEqual({ type: 'left', room: ROOM, at: at - 20_000, cause: 'ended' });
  });
});

describe('the next room in the same tab', () => {
  it('is left and joined', () => {
    const page = watch();
    page.look('incall', 5);
    page.look('outside', 3, NEXT);
    page.look('incall', 3, NEXT);
    expect(page.brief()).toEqual([`joined ${ROOM}`, `left ${ROOM}`, `joined ${NEXT}`]);
  });

  it('is not joined on the controls of the call before', () => {
    const page = watch();
    page.look('incall', 5);
    page.state.update({ room: NEXT, stage: 'incall' }, page.now());
    page.state.update({ room: NEXT, stage: 'incall' }, page.now() + 20);
    page.state.update({ room: NEXT, stage: 'incall' }, page.now() + 40);
    page.sleep(1_000);
    page.look('outside', 3, NEXT);
    expect(page.brief()).toEqual([`joined ${ROOM}`, `left ${ROOM}`]);
  });

  it('a room that gets its real name while the call runs is the same call', () => {
    const page = watch();
    page.look('incall', 3, 'zoom:start/videomeeting');
    page.look('incall', 3, 'zoom:98765432100');
    expect(page.brief()).toEqual(['joined zoom:start/videomeeting']);
  });
});

describe('being blind', () => {
  it.each([['unknown', 'controls_not_found'], ['empty', 'page_empty']] as const)('%s for 12 s is said once, and taken back', (stage, reason) => {
    const page = watch();
    page.look(stage, 12);
    expect(page.said).toEqual([]);
    page.look(stage, 20);
    expect(page.said).toEqual([{ type: 'blind', room: ROOM, reason }]);
    page.look('outside', 2);
    expect(page.said.slice(1)).toEqual([{ type: 'sighted', room: ROOM }]);
  });

  it('outside a room nothing is missed', () => {
    const page = watch();
    page.look('unknown', 60, null);
    expect(page.said).toEqual([]);
  });

  it('what a page shows after its call is nobody\'s loss, until the next one', () => {
    const page = watch();
    page.look('incall', 5);
    page.look('outside', 3);
    page.look('unknown', 60);
    expect(page.brief()).toEqual([`joined ${ROOM}`, `left ${ROOM}`]);
    page.look('unclear', 2);
    page.look('unknown', 20);
    expect(page.said.at(-1)).toMatchObject({ type: 'blind' });
  });

  it('a call without readable names says so, and again when they come', () => {
    const page = watch();
    page.look('incall', 1);
    for (let i = 0; i < 20; i += 1) {
      page.state.names(false);
      page.look('incall', 1);
    }
    page.state.names(true);
    page.look('incall', 3);
    expect(page.said.slice(1)).toEqual([{ type: 'blind', room: ROOM, reason: 'people_not_found' }, { type: 'sighted', room: ROOM }]);
  });
});
