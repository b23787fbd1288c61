/** Every platform, as data. No adapter is imported here: the service worker stays small. */
import { meetMeta } from './meet/meta';
import type { PlatformMeta } from './signals';
import { zoomMeta } from './zoom/meta';

export const PLATFORMS: readonly PlatformMeta[] = [meetMeta, zoomMeta];

/** `*.zoom.us` of `https://*.zoom.us/wc*`: the host itself and every name below it. */
function hostFits(pattern: string, hostname: string): boolean {
  const host = pattern.split('/')[2] ?? '';
  const base = host.replace(/^\*\./, '');
  return hostname === base || (host !== base && hostname.endsWith(`.${base}`));
}

/** The platform of an address by its host, in a room or not (an invitation page too); null elsewhere. */
export function platformOf(url: string): PlatformMeta | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') return null;
  return PLATFORMS.find((platform) => platform.matches.some((pattern) => hostFits(pattern, hostname))) ?? null;
}
