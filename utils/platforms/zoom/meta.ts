/** Zoom's web client: where it lives and what a room is called. Data only; the service worker reads it too. */
import type { PlatformMeta } from '../signals';

const HOST = /^(?:[\w-]+\.)?zoom\.us$/;
const DIGITS = /^\d{9,11}$/;
/** The shell around the client, not a call. */
const SHELL = new Set(['home', 'meetings', 'team-chat', 'calendar', 'leave']);

/** `/wc/<id>/join`, `/wc/join/<id>`, `/wc/start/videomeeting?mn=<id>`, `/wc/my/<name>`; the id is the room. */
function roomOf(url: string): string | null {
  const { hostname, pathname, searchParams } = new URL(url);
  const [wc, first, second] = pathname.split('/').filter(Boolean);
  if (!HOST.test(hostname) || wc !== 'wc' || !first || SHELL.has(first)) return null;
  const query = ['confno', 'mn', 'mid'].map((key) => searchParams.get(key) ?? '');
  const digits = [first, second ?? '', ...query].find((part) => DIGITS.test(part));
  if (digits) return `zoom:${digits}`;
  // With a slash: not the room's real name yet (`call-state.ts`).
  if (first === 'start' && (second === 'videomeeting' || second === 'webmeeting')) return `zoom:start/${second}`;
  return first === 'my' && second ? `zoom:my/${second.slice(0, 100)}` : null;
}

export const zoomMeta: PlatformMeta = {
  id: 'zoom',
  label: 'Zoom',
  // The invitation page `/j/<id>` and the rest of zoom.us are not the web client.
  matches: ['https://*.zoom.us/wc*'],
  allFrames: true,
  roomOf,
};
