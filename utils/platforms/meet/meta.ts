/** Google Meet: where it lives and what a room is called. Data only; the service worker reads it too. */
import type { PlatformMeta } from '../signals';

const CODE = /^\/(?:_meet\/)?([a-z]{3}-[a-z]{4}-[a-z]{3})(?:\/|$)/i;
const NICKNAME = /^\/(?:_meet\/)?lookup\/([\w-]{1,100})\/?$/;

/** One path for green room, knocking, call and exit: the address never says "in a call". */
function roomOf(url: string): string | null {
  const { hostname, pathname } = new URL(url);
  if (hostname !== 'meet.google.com') return null;
  const code = CODE.exec(pathname)?.[1];
  if (code) return `meet:${code.toLowerCase()}`;
  const nickname = NICKNAME.exec(pathname)?.[1];
  // With a slash: not the room's real name yet (`call-state.ts`).
  return nickname ? `meet:lookup/${nickname}` : null;
}

export const meetMeta: PlatformMeta = {
  id: 'meet',
  label: 'Google Meet',
  matches: ['https://meet.google.com/*'],
  allFrames: false,
  roomOf,
};
