/** Links in an invitation: the one that leads into the call, and the room behind it. */
import { roomOfLink } from '../meeting/rooms';

export interface FoundLink { url: string; room: string | null }

const LINK = /https?:\/\/[^\s<>"'`\\^{|}\p{Cc}]{4,2000}/giu;
/** Written without a scheme, as Google Calendar shows it. */
const BARE = /(?<![\w./@-])(?:meet\.google\.com|(?:[\w-]{1,40}\.)?zoom\.us)\/[^\s<>"'`\\^{|}\p{Cc}]{1,500}/giu;
/** What stands behind a link in a sentence, and is none of it. */
const TRAILING = /[.,;:!?)\]}>…。、)」』’”·*_]+$/u;
/** Mail programs replace links by their own; the real one is in a parameter. */
const WRAPPERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:www\.)?google\.[a-z.]{2,6}$/, 'q'],
  [/\.safelinks\.protection\.outlook\.com$/, 'url'],
];
/** Calls that Baton can't watch, but that are surely where the meeting is. */
const OTHER_CALLS = /^(?:teams\.(?:microsoft|live)\.com|[\w-]+\.webex\.com|whereby\.com|meet\.jit\.si|[\w.-]+\.gotomeeting\.com)$/;
/** Of those hosts, pages that explain or manage. */
const NO_CALL = /^\/(?:meetingOptions|usp)\b/iu;
const MOST_LINKS = 200;

function unwrapped(url: URL): URL {
  const wrapper = WRAPPERS.find(([host]) => host.test(url.hostname));
  const inner = wrapper ? url.searchParams.get(wrapper[1]) : null;
  return inner !== null && /^https?:\/\//iu.test(inner) && URL.canParse(inner) ? new URL(inner) : url;
}

function read(text: string): FoundLink | null {
  const bare = text.replace(/&amp;/giu, '&').replace(TRAILING, '');
  const whole = /^https?:/iu.test(bare) ? bare : `https://${bare}`;
  if (!URL.canParse(whole)) return null;
  const url = unwrapped(new URL(whole));
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.username !== '' || url.href.length > 2000) return null;
  const room = roomOfLink(url.href);
  // A room exists over https only: an old `http:` would send the invitation's password in the clear.
  if (room !== null) url.protocol = 'https:';
  return { url: url.href, room };
}

/** All links of a text in order, at most 200. */
export function findLinks(text: string): FoundLink[] {
  const found = [...text.matchAll(LINK), ...text.matchAll(BARE)].sort((a, b) => a.index - b.index);
  return found.slice(0, MOST_LINKS).map((m) => read(m[0])).filter((link) => link !== null);
}

function isOtherCall(link: FoundLink): boolean {
  const { hostname, pathname } = new URL(link.url);
  return OTHER_CALLS.test(hostname) && !NO_CALL.test(pathname);
}

/**
 * The link that leads into the call: a room with its real name before a nickname, a known call
 * service before nothing. A link that is neither is no place to meet.
 */
export function callLink(links: readonly FoundLink[]): FoundLink | null {
  const rooms = links.filter((link) => link.room !== null);
  return rooms.find((link) => link.room?.includes('/') === false) ?? rooms[0] ?? links.find(isOtherCall) ?? null;
}
