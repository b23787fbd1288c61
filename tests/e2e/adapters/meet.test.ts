/** The Meet adapter on our own Meet: when a call begins and ends, who is in it, and what it costs. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AdapterStage, Call } from './adapter-stage';
import { setAdapterStage } from './adapter-stage';

const ROOM = 'https://meet.google.com/abc-defg-hij';
const KEY = 'meet:abc-defg-hij';
const READABLE = ['now', 'y2025', 'y2024', 'rot', 'bare'];
/** How far the time in a signal may be from what happened: three seconds (platforms.md §6.4 no. 6), and a beat of its time on both ends. */
const NEAR_MS = 3_200;
/** Seconds until an end is said: less than three on a quiet machine. */
const PROMPT = 9;

vi.setConfig({ maxConcurrency: 16 });

let stage: AdapterStage;
beforeAll(async () => { stage = await setAdapterStage(); });
afterAll(async () => { await stage.stop(); });

async function inCall(query = '', speed?: number): Promise<Call> {
  const call = await stage.call(`${ROOM}?${query}`, speed ? { speed } : {});
  await call.fx('join');
  await call.wait('joined');
  return call;
}

describe.concurrent('a call on Meet begins', () => {
  it.each(READABLE)('when one is in it, not in the green room and not while knocking (%s)', async (variant) => {
    const call = await stage.call(`${ROOM}?variant=${variant}`);
    await call.pass(4);
    expect(call.told).toEqual([]);
    await call.fx('knock');
    await call.pass(4);
    expect(call.told).toEqual([]);
    const admitted = await call.fx('admit');
    const joined = await call.wait('joined');
    expect(joined.room).toBe(KEY);
    expect(Math.abs(joined.at - admitted)).toBeLessThan(NEAR_MS);
    await call.close();
  });

  it('and nothing is said on the home page', async () => {
    const call = await stage.call('https://meet.google.com/landing');
    await call.pass(16);
    expect(call.told).toEqual([]);
    await call.close();
  });
});

describe.concurrent('a call on Meet goes on', () => {
  it.each(['now', 'rot', 'bare'])('while the bar hides, dialogs stand over it and the line drops for seconds (%s)', async (variant) => {
    const call = await inCall(`variant=${variant}&idle=100`);
    await call.pass(3);
    expect(await call.page.evaluate(() => getComputedStyle(document.querySelector('[data-is-muted]') ?? document.body).visibility)).toBe('hidden');
    await call.fx('dialog', 'recording');
    await call.pass(3);
    await call.fx('drop', 5_000);
    await call.pass(9);
    await call.fx('captions', true);
    await call.fx('translatePage');
    await call.pass(3);
    expect(call.of('joined')).toHaveLength(1);
    expect(call.of('left')).toEqual([]);
    await call.close();
  });
});

describe.concurrent('a call on Meet ends', () => {
  it.each([...READABLE.map((variant) => ['endByHost', variant] as const), ['removeMe', 'now'], ['removeMe', 'bare']] as const)('by %s, at the right time (%s)', async (way, variant) => {
    const call = await inCall(`variant=${variant}`);
    const ended = await call.fx(way);
    const left = await call.wait('left');
    expect(left).toMatchObject({ room: KEY, cause: 'ended' });
    expect(call.saidAfter('left', ended)).toBeLessThan(PROMPT);
    expect(Math.abs(left.at - ended)).toBeLessThan(NEAR_MS);
    await call.pass(16);
    expect(call.told.filter((one) => ['joined', 'blind'].includes(one.signal.type))).toHaveLength(1);
    await call.close();
  });

  it.each(['en', 'ko', 'ja', 'de'])('by hanging up, in every language the same (%s)', async (lang) => {
    const call = await inCall(`lang=${lang}&idle=0`);
    await call.page.locator('[data-should-confirm-hangup] button').click();
    expect(await call.wait('left')).toMatchObject({ cause: 'hangup' });
    await call.close();
  });

  it('when the line is lost for good, dated back to the loss', async () => {
    const call = await inCall();
    const lost = await call.fx('goto', 'reconnecting');
    const left = await call.wait('left');
    expect(left.cause).toBe('lost');
    expect(Math.abs(left.at - lost)).toBeLessThan(NEAR_MS);
    await call.close();
  });

  it('when the tab goes to another page, at that moment', async () => {
    const call = await inCall();
    const gone = await call.leaveFor('https://meet.google.com/landing');
    const left = await call.wait('left');
    expect(left.cause).toBe('navigated');
    expect(Math.abs(left.at - gone)).toBeLessThan(NEAR_MS);
    await call.close();
  });

  it('and a reload is an end and a new beginning in the same room', async () => {
    const call = await stage.call(`${ROOM}?autojoin=1`);
    await call.wait('joined');
    await call.page.reload();
    await call.wait('joined', 2);
    expect(call.told.map((one) => one.signal).filter((one) => one.type === 'joined' || one.type === 'left').map((one) => `${one.type} ${one.room}`)).toEqual([`joined ${KEY}`, `left ${KEY}`, `joined ${KEY}`]);
    await call.close();
  });

  it('straight into the next call of the same tab: two calls', async () => {
    const call = await inCall();
    await call.page.evaluate(() => { history.pushState(null, '', `/fix-next-one${location.search}`); });
    expect(await call.wait('left')).toMatchObject({ room: KEY, cause: 'navigated' });
    await call.wait('joined', 2);
    expect(call.of('joined').map((one) => one.room)).toEqual([KEY, 'meet:fix-next-one']);
    await call.close();
  });

  it('and the next one through home and a green room counts only once joined', async () => {
    const call = await inCall();
    await call.fx('leave');
    await call.wait('left');
    await call.fx('openRoom', 'fix-next-one');
    await call.pass(4);
    expect(call.of('joined')).toHaveLength(1);
    await call.fx('join');
    expect((await call.wait('joined', 2)).room).toBe('meet:fix-next-one');
    await call.close();
  });
});

describe.concurrent('the title of a call on Meet', () => {
  it('comes late, without decoration; the bare code is none', async () => {
    const call = await inCall();
    const title = await call.wait('title');
    expect(title).toEqual({ type: 'title', room: KEY, title: 'Order intake, first call' });
    expect(call.of('title')).toHaveLength(1);
    await call.close();
  });

  it('is told at most twice a second, and the last one always', async () => {
    const call = await inCall('title=Steady', 1);
    await call.wait('title');
    await call.page.evaluate(async () => {
      for (let i = 0; i < 200; i += 1) {
        document.title = `(3) Meet – Title ${String(i)}`;
        await new Promise((done) => { setTimeout(done, 10); });
      }
    });
    await call.pass(1.5);
    const titles = call.of('title').map((one) => one.title).filter((title) => title.startsWith('Title'));
    const times = call.told.filter((one) => one.signal.type === 'title').map((one) => one.at);
    expect(titles.length).toBeGreaterThan(1);
    expect(Math.min(...times.slice(1).map((at, i) => at - (times[i] ?? 0)))).toBeGreaterThanOrEqual(490);
    expect(titles.at(-1)).toBe('Title 199');
    await call.close();
  });
});

const PEOPLE = [{ name: '박서연', self: true }, { name: '김도현' }, { name: '<img src=x onerror="window.__hacked=1">', muted: true }, { name: 'Chat (c)' }];
const AS_READ = PEOPLE.map(({ name, self = false }) => ({ name, self }));

describe.concurrent('people in a call on Meet', () => {
  it.each([...READABLE.map((variant) => ['tiles', variant] as const), ['panel', 'now'], ['panel', 'bare']] as const)('are read from %s, oneself among them (%s)', async (from, variant) => {
    const call = await stage.call(`${ROOM}?variant=${variant}`);
    await call.fx('people', PEOPLE);
    await call.fx('join');
    if (from === 'panel') await call.fx('panel', 'people');
    const first = await call.wait('participants');
    expect(first.complete).toBe(true);
    expect(first.people.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(AS_READ.toSorted((a, b) => a.name.localeCompare(b.name)));
    await call.fx('people', [...PEOPLE.slice(0, 2), { name: '최민재' }]);
    const second = await call.wait('participants', 2);
    expect(second.people.map((one) => one.name).toSorted()).toEqual(['김도현', '박서연', '최민재']);
    expect(await call.page.evaluate(() => '__hacked' in window)).toBe(false);
    await call.close();
  });

  it.each(['now', 'y2024', 'rot'])('do not include a presentation, on a tile or in the panel (%s)', async (variant) => {
    const call = await inCall(`variant=${variant}&n=3`);
    await call.fx('present', 2);
    await call.fx('panel', 'people');
    await call.pass(5);
    const last = call.of('participants').at(-1);
    expect(last?.people).toHaveLength(3);
    expect(last?.complete).toBe(true);
    await call.close();
  });

  it('are not said to be all when the page counts more than it shows', async () => {
    const call = await inCall('n=9');
    await call.page.evaluate(() => { document.querySelector('main > :last-child')?.remove(); });
    await call.pass(5);
    expect(call.of('participants').at(-1)).toMatchObject({ complete: false });
    expect(call.of('participants').at(-1)?.people).toHaveLength(8);
    await call.close();
  });

  it('survive page translation, also where names are not marked', async () => {
    const call = await stage.call(`${ROOM}?variant=now`);
    await call.fx('people', PEOPLE);
    await call.fx('join');
    await call.page.evaluate(() => { document.querySelectorAll('main .notranslate').forEach((name) => { name.removeAttribute('class'); }); });
    await call.fx('translatePage');
    // The browser may also translate a name piece by piece.
    await call.page.evaluate(() => {
      for (const piece of document.querySelectorAll('main font font')) {
        const rest = document.createElement('font');
        rest.textContent = piece.textContent.slice(2);
        piece.textContent = piece.textContent.slice(0, 2);
        piece.after(rest);
      }
    });
    expect(await call.page.evaluate(() => document.querySelectorAll('main font').length)).toBeGreaterThan(3);
    await call.pass(5);
    expect(call.of('participants').at(-1)?.people).toEqual(AS_READ);
    await call.close();
  });

  it('are at most 500, with names of at most 200 characters', async () => {
    const call = await stage.call(`${ROOM}?n=1`);
    await call.fx('people', Array.from({ length: 620 }, (_, i) => ({ name: `${String(i)} ${'가'.repeat(400)}` })));
    await call.fx('join');
    await call.fx('panel', 'people');
    const { people, complete } = await call.wait('participants');
    expect(people).toHaveLength(500);
    expect(Math.max(...people.map((one) => one.name.length))).toBe(200);
    expect(complete).toBe(false);
    await call.close();
  });
});

describe.concurrent('a Meet page that cannot be read', () => {
  it('is said to be unreadable within 20 s when all hooks are gone', async () => {
    const call = await stage.call(`${ROOM}?variant=hostile&autojoin=1`);
    const shown = await call.now();
    expect(await call.wait('blind')).toEqual({ type: 'blind', room: KEY, reason: 'controls_not_found' });
    expect(call.saidAfter('blind', shown)).toBeLessThan(20);
    await call.pass(5);
    expect(call.told).toHaveLength(1);
    await call.close();
  });

  it('is said to be empty when it is, and seen again when it comes', async () => {
    const call = await stage.call(ROOM);
    await call.page.evaluate(() => {
      const kept = [...document.body.children];
      document.body.replaceChildren();
      Object.assign(window, { __back: () => { document.body.append(...kept); } });
    });
    const emptied = await call.now();
    expect((await call.wait('blind')).reason).toBe('page_empty');
    expect(call.saidAfter('blind', emptied)).toBeLessThan(20);
    await call.page.evaluate(() => { (window as unknown as { __back: () => void }).__back(); });
    expect(await call.wait('sighted')).toEqual({ type: 'sighted', room: KEY });
    await call.close();
  });

  it('says when only names are missing; the call is still known', async () => {
    const call = await stage.call(ROOM);
    await call.page.addStyleTag({ content: 'main { display: none }' });
    await call.fx('join');
    await call.page.evaluate(() => { document.querySelector('main')?.remove(); });
    expect((await call.wait('blind')).reason).toBe('people_not_found');
    expect(call.of('left')).toEqual([]);
    await call.close();
  });
});

describe('what reading Meet costs', () => {
  it('is next to nothing at full churn, with no observer but the title', async () => {
    const call = await inCall('n=25&churn=3', 1);
    const before = await call.cost();
    await call.pass(3);
    const after = await call.cost();
    expect(after.observed.every((name) => name === 'TITLE')).toBe(true);
    expect(after.timers).toBeLessThanOrEqual(2);
    // Three looks; what each costs, `npm run bench` says.
    expect(after.runs - before.runs).toBeLessThanOrEqual(4);
    await call.close();
  });

  it('is one timer a second and no observer in the green room, and nothing after the stop', async () => {
    const call = await stage.call(ROOM, { speed: 1 });
    const before = await call.cost();
    await call.pass(2);
    const after = await call.cost();
    expect(after).toMatchObject({ timers: 1, observed: [] });
    expect(after.runs - before.runs).toBeLessThanOrEqual(3);
    await call.fx('join');
    await call.wait('joined');
    await call.page.evaluate(() => { window.__stopAdapter(); });
    const told = call.told.length;
    const stopped = await call.cost();
    await call.fx('title', 'After the stop');
    await call.fx('leave');
    await call.pass(2.5);
    expect(call.told).toHaveLength(told);
    expect(await call.cost()).toMatchObject({ timers: 0, runs: stopped.runs });
    await call.close();
  });

  it('leaves nothing on the page', async () => {
    const call = await stage.call(ROOM);
    const shape = async (): Promise<string[]> => call.page.evaluate(() => [...Object.keys(window), ...document.documentElement.getAttributeNames(), ...document.body.getAttributeNames()].filter((name) => !name.startsWith('__')));
    const before = await shape();
    await call.fx('join');
    await call.wait('joined');
    expect(await shape()).toEqual(before);
    await call.close();
  });
});
