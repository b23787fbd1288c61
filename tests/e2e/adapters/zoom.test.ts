/** The Zoom adapter on our own Zoom: which frame speaks, when a call begins and ends, who is in it. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AdapterStage, Call } from './adapter-stage';
import { setAdapterStage } from './adapter-stage';

vi.setConfig({ maxConcurrency: 16 });

const ID = '98765432100';
const KEY = `zoom:${ID}`;
const FRAMED = `https://app.zoom.us/wc/${ID}/join`;
const TAB = `${FRAMED}?mode=tab`;
const VANITY = `https://acme.zoom.us/wc/${ID}/join`;
const PLACES = [['in the shell', FRAMED], ['in a tab', TAB], ['on a company host', VANITY], ['through the redirect', `https://zoom.us/wc/join/${ID}`]] as const;
/** How far the time in a signal may be from what happened: three seconds (platforms.md §6.4 no. 6, 25), and a beat of its time on both ends. */
const NEAR_MS = 3_200;
/** Seconds until an end is said: less than three on a quiet machine. */
const PROMPT = 9;

let stage: AdapterStage;
beforeAll(async () => { stage = await setAdapterStage(); });
afterAll(async () => { await stage.stop(); });

async function inCall(url: string = FRAMED): Promise<Call> {
  const call = await stage.call(url);
  await call.fx('join');
  await call.wait('joined');
  return call;
}

const story = (call: Call): string[] => call.told.map((one) => one.signal).filter((one) => one.type === 'joined' || one.type === 'left').map((one) => (one.type === 'left' ? `left ${one.room} ${one.cause}` : `joined ${one.room}`));

describe.concurrent('a call on Zoom begins', () => {
  it.each(PLACES)('when one is in it, not in preview or waiting room, and once (%s)', async (_where, url) => {
    const call = await stage.call(url);
    await call.pass(4);
    await call.fx('waiting');
    await call.pass(4);
    expect(call.told).toEqual([]);
    const admitted = await call.fx('admit');
    const joined = await call.wait('joined');
    expect(joined.room).toBe(KEY);
    expect(Math.abs(joined.at - admitted)).toBeLessThan(NEAR_MS);
    await call.wait('title');
    await call.pass(4);
    expect(story(call)).toEqual([`joined ${KEY}`]);
    expect(new Set(call.told.map((one) => one.frame)).size).toBe(1);
    await call.close();
  });

  it.each(['home', 'meetings', 'team-chat'])('not in the shell at /wc/%s', async (path) => {
    const call = await stage.call(`https://app.zoom.us/wc/${path}`);
    await call.pass(18);
    expect(call.told).toEqual([]);
    await call.close();
  });
});

describe.concurrent('a call on Zoom goes on', () => {
  it.each([['in the shell', FRAMED], ['in a tab', TAB]])('under dialogs, hidden bars, all sentences in a script, a lost line and page translation (%s)', async (_where, url) => {
    const call = await inCall(`${url}${url.includes('?') ? '&' : '?'}idle=500&churn=1`);
    await call.fx('modal', true);
    await call.pass(8);
    await call.fx('modal', false);
    await call.fx('drop', 8_000);
    await call.pass(10);
    await call.fx('captions', true);
    await call.fx('translatePage');
    await call.pass(4);
    expect(story(call)).toEqual([`joined ${KEY}`]);
    await call.close();
  });

  it('through a breakout room and back: one meeting', async () => {
    const call = await inCall();
    await call.fx('breakout', true);
    await call.pass(9);
    await call.fx('breakout', false);
    await call.pass(14);
    expect(call.of('title').length).toBeGreaterThan(1);
    expect(story(call)).toEqual([`joined ${KEY}`]);
    await call.close();
  });

  it.each([['20 s, without a reason', 20, ''], ['45 s, on the way to a breakout room', 45, 'loading-layer loading-layer--reset-webclient loading-layer--bo-room'], ['45 s, reconnecting', 45, 'dialog-reconnect-container']] as const)('while the footer is gone for %s', async (_why, seconds, layer) => {
    const call = await inCall(TAB);
    // By the page's own time: on a busy machine it would be gone for longer.
    await call.page.evaluate(([name, ms]) => {
      const footer = document.querySelector('#wc-footer');
      const parent = footer?.parentElement;
      const over = document.createElement('div');
      over.className = name;
      if (name) parent?.append(over);
      footer?.remove();
      window.__time.after(ms, () => { over.remove(); if (footer) parent?.append(footer); });
    }, [layer, seconds * 1000] as const);
    await call.pass(seconds + 3);
    expect(story(call)).toEqual([`joined ${KEY}`]);
    await call.close();
  });
});

describe.concurrent('a call on Zoom ends', () => {
  it.each([['in the shell', FRAMED], ['in a tab', TAB]])('when the host ends it, dated back to the dialog (%s)', async (_where, url) => {
    const call = await inCall(`${url}${url.includes('?') ? '&' : '?'}churn=0`);
    await call.pass(4);
    const ended = await call.fx('endByHost');
    const left = await call.wait('left');
    expect(left).toMatchObject({ room: KEY, cause: 'ended' });
    expect(Math.abs(left.at - ended)).toBeLessThan(NEAR_MS);
    expect(call.saidAfter('left', ended)).toBeGreaterThan(15);
    await call.pass(16);
    expect(story(call)).toHaveLength(2);
    await call.close();
  });

  it('later than an ordinary dialog that stood over a lively call', async () => {
    const call = await inCall(`${FRAMED}?churn=2`);
    await call.fx('modal', true);
    await call.pass(15);
    const gone = await call.leaveFor('https://app.zoom.us/wc/home');
    const left = await call.wait('left');
    expect(Math.abs(left.at - gone)).toBeLessThan(NEAR_MS);
    await call.close();
  });

  it.each(PLACES.slice(0, 3))('by the leave button, by the path of the call frame alone (%s)', async (_where, url) => {
    const call = await inCall(`${url}${url.includes('?') ? '&' : '?'}idle=0`);
    const gone = await call.fx('leave');
    const left = await call.wait('left');
    expect(left).toMatchObject({ room: KEY, cause: 'hangup' });
    expect(call.saidAfter('left', gone)).toBeLessThan(PROMPT);
    expect(Math.abs(left.at - gone)).toBeLessThan(NEAR_MS);
    await call.pass(16);
    expect(story(call)).toHaveLength(2);
    expect(call.of('blind')).toEqual([]);
    await call.close();
  });

  it('when the shell goes home under it', async () => {
    const call = await inCall();
    const gone = await call.page.evaluate(() => {
      const at = (window.frames[0] ?? window).__time.now();
      history.pushState(null, '', '/wc/home');
      return at;
    });
    expect(await call.wait('left')).toMatchObject({ room: KEY, cause: 'ended' });
    expect(call.saidAfter('left', gone)).toBeLessThan(PROMPT);
    await call.close();
  });

  it('when the connection is given up, and when one is put back into the waiting room', async () => {
    const call = await inCall();
    await call.fx('disconnect');
    expect(await call.wait('left')).toMatchObject({ cause: 'lost' });
    await call.fx('reconnect');
    await call.wait('joined', 2);
    const waits = await call.fx('waiting');
    await call.wait('left', 2);
    expect(call.saidAfter('left', waits, 2)).toBeLessThan(PROMPT);
    expect(story(call)).toHaveLength(4);
    await call.close();
  });

  it('for the next one in the same tab', async () => {
    const call = await inCall();
    await call.fx('openRoom', '91234567890');
    await call.wait('left');
    await call.fx('join');
    await call.wait('joined', 2);
    expect(story(call).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([`joined ${KEY}`, `left ${KEY}`, 'joined zoom:91234567890']);
    await call.close();
  });

  it('and a reload is an end and a new beginning in the same room', async () => {
    const call = await stage.call(`${TAB}&autojoin=1`);
    await call.wait('joined');
    await call.page.reload();
    await call.wait('joined', 2);
    expect(story(call)).toEqual([`joined ${KEY}`, `left ${KEY} navigated`, `joined ${KEY}`]);
    await call.close();
  });
});

const PEOPLE = [{ name: '박서연', self: true }, { name: 'Kim, Do-hyun (Host)', muted: true }, { name: '<img src=x onerror="window.__hacked=1">' }];

describe.concurrent('people and title of a call on Zoom', () => {
  it.each(['en', 'ko', 'ja', 'de'])('are read from tiles, oneself by the name given in the preview (%s)', async (lang) => {
    const call = await stage.call(`${FRAMED}?lang=${lang}`);
    await call.fx('people', PEOPLE);
    await call.pass(3);
    await call.fx('join');
    const { people, complete } = await call.wait('participants');
    expect(people).toEqual(PEOPLE.map(({ name, self = false }) => ({ name, self })));
    expect(complete).toBe(true);
    expect(call.page.frames()).toHaveLength(2);
    await call.close();
  });

  it('are never said to be all when only the rows in view exist', async () => {
    const call = await inCall(`${FRAMED}?n=30`);
    const inner = call.page.frames().find((frame) => frame.parentFrame() !== null);
    // As in a gallery of several pages: most tiles are not there.
    await inner?.evaluate(() => { [...document.querySelectorAll('.video-avatar__avatar')].slice(5).forEach((tile) => { tile.parentElement?.remove(); }); });
    await call.pass(5);
    expect(call.of('participants').at(-1)).toMatchObject({ complete: false });
    expect(call.of('participants').at(-1)?.people).toHaveLength(5);
    await call.fx('panel', 'people');
    await call.pass(5);
    const last = call.of('participants').at(-1);
    expect(last?.complete).toBe(false);
    expect(last?.people.length).toBeGreaterThan(5);
    expect(last?.people.length).toBeLessThan(30);
    await call.close();
  });

  it('the topic is the title, without what the client adds; its own names are none', async () => {
    const call = await stage.call(`${FRAMED}?title=${encodeURIComponent('(Locked) 가온식자재 1차 - Zoom')}`);
    await call.pass(2);
    await call.fx('join');
    expect(await call.wait('title')).toEqual({ type: 'title', room: KEY, title: '가온식자재 1차' });
    await call.close();
  });
});

describe.concurrent('a Zoom page that cannot be read', () => {
  it.each([['in a tab', TAB], ['in the shell', FRAMED]])('is said so once, within 20 s (%s)', async (_where, url) => {
    const call = await stage.call(url);
    const target = call.page.frames().at(-1);
    const gone = await call.now();
    await target?.evaluate(() => { document.body.replaceChildren(document.createElement('section')); });
    expect(await call.wait('blind')).toEqual({ type: 'blind', room: KEY, reason: 'controls_not_found' });
    expect(call.saidAfter('blind', gone)).toBeLessThan(20);
    await target?.evaluate(() => { document.body.replaceChildren(); });
    expect((await call.wait('blind', 2)).reason).toBe('page_empty');
    await call.pass(5);
    expect(call.told).toHaveLength(2);
    await call.close();
  });
});

describe('what reading Zoom costs', () => {
  it('is next to nothing at full churn, with no observer but the title, and nothing after the stop', async () => {
    const call = await stage.call(`${TAB}&n=25&churn=3`, { speed: 1 });
    await call.fx('join');
    await call.wait('joined');
    const before = await call.cost();
    await call.pass(3);
    const after = await call.cost();
    expect(after.observed.every((name) => name === 'TITLE')).toBe(true);
    // Three looks; what each costs, `npm run bench` says.
    expect(after.runs - before.runs).toBeLessThanOrEqual(4);
    await call.page.evaluate(() => { window.__stopAdapter(); });
    const told = call.told.length;
    await call.fx('endByHost');
    await call.pass(2);
    expect(call.told).toHaveLength(told);
    expect(await call.cost()).toMatchObject({ timers: 0, runs: (await call.cost()).runs });
    await call.close();
  });
});
