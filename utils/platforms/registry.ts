/** Every platform, as data. No adapter is imported here: the service worker stays small. */
import { meetMeta } from './meet/meta';
import type { PlatformMeta } from './signals';
import { zoomMeta } from './zoom/meta';

export const PLATFORMS: readonly PlatformMeta[] = [meetMeta, zoomMeta];

/** `https://*.host/path*` as the browser reads it: `*.` also stands for no subdomain. */
function matchesPattern(pattern: string, url: URL): boolean {
  const [, host = '', path = ''] = /^https:\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const base = host.replace(/^\*\./, '');
  const hostFits = url.hostname === base || (host.startsWith('*.') && url.hostname.endsWith(`.${base}`));
  const [start = '', ...rest] = path.split('*');
  const target = url.pathname + url.search;
  return url.protocol === 'https:' && hostFits && (rest.length === 0 ? target === start : target.startsWith(start));
}

/** The platform whose content script runs on this address, in a room or not; null elsewhere. */
export function platformOf(url: string): PlatformMeta | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return PLATFORMS.find((platform) => platform.matches.some((pattern) => matchesPattern(pattern, parsed))) ?? null;
}
