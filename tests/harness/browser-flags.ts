/** The command line of a browser of our own. */
import type { SessionOptions } from './browser-session';
import { quietFlags } from './find-browser';

/** Zones off the whole hour; some are so for half of the year. */
const ODD_ZONES = [
  'Asia/Tehran', 'Asia/Kabul', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Yangon', 'Australia/Darwin', 'Australia/Adelaide', 'Australia/Eucla', 'Australia/Lord_Howe',
  'America/St_Johns', 'Pacific/Marquesas', 'Pacific/Chatham',
];

function offsetIn(timeZone: string, at: number): number {
  const shown = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).format(at);
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(shown) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/** A time zone that has this offset at an instant, or null where there is none. POSIX signs are the other way round. */
export function zoneOf(utcOffset: number, at: number): string | null {
  const hours = utcOffset / 60;
  if (!Number.isInteger(hours)) return ODD_ZONES.find((zone) => offsetIn(zone, at) === utcOffset) ?? null;
  if (hours < -12 || hours > 14) return null;
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
