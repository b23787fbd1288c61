/** What the room behind an address is called. One place: a page being watched and a link in an invitation give the same key. */

const MEET_CODE = /^\/(?:_meet\/)?([a-z]{3}-[a-z]{4}-[a-z]{3})(?:\/|$)/i;
const MEET_NICKNAME = /^\/(?:_meet\/)?lookup\/([\w-]{1,100})\/?$/;

/**
 * Room key of a Google Meet address (`meet:abc-defg-hij`), or null. One path for green room, knocking,
 * call and exit: the address never says "in a call". Throws for a text that is no address.
 */
export function meetRoomOf(url: string): string | null {
  const { hostname, pathname } = new URL(url);
  if (hostname !== 'meet.google.com') return null;
  const code = MEET_CODE.exec(pathname)?.[1];
  if (code) return `meet:${code.toLowerCase()}`;
  const nickname = MEET_NICKNAME.exec(pathname)?.[1];
  // With a slash: not the room's real name yet (`platforms/call-state.ts`).
  return nickname ? `meet:lookup/${nickname}` : null;
}

const ZOOM_HOST = /^(?:[\w-]+\.)?zoom\.us$/;
const ZOOM_DIGITS = /^\d{9,11}$/;
/** The shell around the client, not a call. */
const ZOOM_SHELL = new Set(['home', 'meetings', 'team-chat', 'calendar', 'leave']);

/**
 * Room key of an address of Zoom's web client (`zoom:98765432100`), or null: `/wc/<id>/join`, `/wc/join/<id>`,
 * `/wc/start/videomeeting?mn=<id>`, `/wc/my/<name>`; the id is the room. Throws for a text that is no address.
 */
export function zoomRoomOf(url: string): string | null {
  const { hostname, pathname, searchParams } = new URL(url);
  const [wc, first, second] = pathname.split('/').filter(Boolean);
  if (!ZOOM_HOST.test(hostname) || wc !== 'wc' || !first || ZOOM_SHELL.has(first)) return null;
  const query = ['confno', 'mn', 'mid'].map((key) => searchParams.get(key) ?? '');
  const digits = [first, second ?? '', ...query].find((part) => ZOOM_DIGITS.test(part));
  if (digits) return `zoom:${digits}`;
  // With a slash: not the room's real name yet (`platforms/call-state.ts`).
  if (first === 'start' && (second === 'videomeeting' || second === 'webmeeting')) return `zoom:start/${second}`;
  return first === 'my' && second ? `zoom:my/${second.slice(0, 100)}` : null;
}

/** Pages that Zoom sends people to before the web client: join, start, webinar. */
const ZOOM_DOORS = new Set(['j', 's', 'w']);

/** Room key of a link as an invitation holds it: a room's own address, or Zoom's page before it. Null for anything else. */
export function roomOfLink(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const room = meetRoomOf(url) ?? zoomRoomOf(url);
  if (room !== null || !ZOOM_HOST.test(hostname)) return room;
  const [door = '', name = ''] = pathname.split('/').filter(Boolean);
  if (ZOOM_DOORS.has(door)) return ZOOM_DIGITS.test(name) ? `zoom:${name}` : null;
  return door === 'my' && name ? `zoom:my/${name.slice(0, 100)}` : null;
}
