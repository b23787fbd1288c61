/** The command line of a browser of our own. */
import type { SessionOptions } from './browser-session';
import { quietFlags } from './find-browser';

const HALF_HOURS: Record<number, string> = {
  210: 'Asia/Tehran', 270: 'Asia/Kabul', 330: 'Asia/Kolkata', 345: 'Asia/Kathmandu', 390: 'Asia/Yangon', 570: 'Australia/Darwin',
};

/** A time zone without summer time for an offset; POSIX signs are the other way round. */
export function zoneOf(utcOffset: number): string {
  const named = HALF_HOURS[utcOffset];
  if (named) return named;
  const hours = Math.round(utcOffset / 60);
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${String(Math.abs(hours))}`;
}

/** How a browser of ours is started: quiet, on its own profile, with the extension in it and the fixture sites in place of the web. */
export function flags(options: SessionOptions, profile: string): string[] {
  const { width, height } = options.size ?? { width: 1300, height: 850 };
  return [
    ...quietFlags(),
    ...(options.headless ? ['--headless=new', '--hide-scrollbars'] : []),
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    `--disable-extensions-except=${options.extension}`,
    `--load-extension=${options.extension}`,
    `--host-resolver-rules=${options.resolverRules}`,
    '--ignore-certificate-errors',
    // The address bar's suggestions are pages of their own in newer Chromium: a third of what starting costs.
    '--disable-features=Translate,MediaRouter,OptimizationHints,DialMediaRouteProvider,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-session-crashed-bubble',
    '--hide-crash-restore-bubble',
    '--password-store=basic',
    '--use-mock-keychain',
    `--lang=${options.language ?? 'en-US'}`,
    `--window-size=${String(width)},${String(height)}`,
    ...(options.extraFlags ?? []),
    'about:blank',
  ];
}
