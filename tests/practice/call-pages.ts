/** The pages on which a practice call runs: people join, captions appear, it moves on, it ends. */
import type { Frame, Page } from 'playwright-core';
import type { BrowserSession } from '../harness/browser-session';
import { until } from '../harness/until';
import type { PlatformName, PracticeCall } from './practice-call';
import { joinTime } from './practice-call';
import { repOf } from './sides';

/** What the fixture pages offer to a runner (tests/fixtures/sites). */
interface Fx {
  join: () => unknown;
  leave: () => unknown;
  people: (list: { name: string; self?: boolean }[]) => unknown;
  captions: (on: boolean) => unknown;
  say: (id: string, text: string, options?: { pace?: number }) => unknown;
}

export interface CallPages {
  /** The page of the running part of the call, or null where there is none (phone, in person). */
  page: () => Page | null;
  /** Opens the page of a part of the call, without joining yet. */
  open: (part: number) => Promise<Page | null>;
  join: (offset: number) => Promise<void>;
  /** Lets everything happen that happens up to this time of the call. */
  playUpTo: (offset: number) => Promise<void>;
  leave: () => Promise<void>;
}

const ROOM = 'bat-onpr-act';
const ZOOM_ID = '81234567890';

function address(platform: PlatformName, call: PracticeCall, speed: number): string | null {
  const title = typeof call.title === 'string' ? call.title : (call.title?.[call.language] ?? call.deal);
  const self = repOf(call)?.name ?? '';
  const query = new URLSearchParams({ lang: call.language, n: '1', self, title, speed: String(speed), idle: '0' }).toString();
  if (platform === 'meet') return `https://meet.google.com/${ROOM}?${query}`;
  return platform === 'zoom' ? `https://app.zoom.us/wc/${ZOOM_ID}/join?${query}` : null;
}

/** Runs in the frame that holds the call; Zoom keeps it in an iframe. */
async function callFrame(page: Page): Promise<Frame> {
  return until(
    async () => {
      for (const frame of page.frames().reverse()) {
        const here = await frame.evaluate(() => typeof (globalThis as { __fx?: { join?: unknown } }).__fx?.join === 'function').catch(() => false);
        if (here) return frame;
      }
      return undefined;
    },
    { what: 'the call page to load' },
  );
}

type Call = [name: keyof Fx, ...args: unknown[]];

/** Calls functions of the page, in their order. Their results are not awaited: captions take as long as they take. */
async function fx(page: Page, last: Frame | null, ...calls: Call[]): Promise<Frame> {
  // The frame of the time before, unless another page or a part of this one took its place.
  const frame = last && !last.isDetached() && last.page() === page ? last : await callFrame(page);
  const done = await frame.evaluate((calls) => {
    const { __fx } = globalThis as unknown as { __fx?: Record<string, (...args: unknown[]) => unknown> };
    if (typeof __fx?.join !== 'function') return false;
    for (const [name, ...args] of calls) void __fx[name]?.(...args);
    return true;
  }, calls);
  return done ? frame : fx(page, null, ...calls);
}

export function callPages(session: BrowserSession, call: PracticeCall, pageSpeed: number): CallPages {
  let current: Page | null = null;
  // Numbers of lines count as they stand in the file; they are spoken by time.
  const spoken = [...call.lines].sort((a, b) => a.t - b.t);
  let played = 0;
  let shown = 0;
  let frame: Frame | null = null;
  const us = repOf(call);
  const present = (offset: number): { name: string; self: boolean }[] =>
    call.people.filter((one) => joinTime(one.role) <= offset).map((one) => ({ name: one.name, self: one === us }));
  const tell = async (...calls: Call[]): Promise<void> => {
    if (current && calls.length > 0) frame = await fx(current, frame, ...calls);
  };
  const showPeople = async (offset: number): Promise<void> => {
    const people = present(offset);
    if (!current || people.length === shown) return;
    shown = people.length;
    await tell(['people', people]);
  };
  return {
    page: () => current,
    open: async (part) => {
      const segment = call.platform[part];
      const url = segment ? address(segment.platform, call, pageSpeed) : null;
      current = url ? await session.open(url) : null;
      frame = current ? await callFrame(current) : null;
      return current;
    },
    join: async (offset) => {
      if (!current) return;
      shown = 0;
      await tell(['join']);
      await showPeople(offset);
      await tell(['captions', true]);
    },
    playUpTo: async (offset) => {
      await showPeople(offset);
      const due = spoken.slice(played).filter((line) => line.t <= offset);
      played += due.length;
      await tell(...due.map((line): Call => ['say', line.speaker, line.caption ?? line.text, {}]));
    },
    leave: async () => {
      await tell(['leave']);
    },
  };
}
