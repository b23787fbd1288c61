/**
 * Finds a browser that can load an unpacked extension by flag: Chromium, Chrome for Testing or Edge.
 * Stock Google Chrome ignores `--load-extension` since version 137, so it is never picked.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'chrome-for-testing', 'microsoft-edge', 'microsoft-edge-stable', 'msedge'];

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/opt/microsoft/msedge/msedge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
  'C:\\Program Files\\Chromium\\Application\\chrome.exe',
];

/** Chrome for Testing as Playwright or Puppeteer keep it in their caches. */
function cachedBrowsers(home: string): string[] {
  const caches = [join(home, '.cache/ms-playwright'), join(home, 'Library/Caches/ms-playwright'), join(home, '.cache/puppeteer/chrome')];
  const inside = [
    'chrome-linux/chrome',
    'chrome-linux64/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win64/chrome.exe',
  ];
  return caches
    .filter((cache) => existsSync(cache))
    .flatMap((cache) => readdirSync(cache).sort().reverse().flatMap((version) => inside.map((path) => join(cache, version, path))));
}

function onPath(): string[] {
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))));
}

const ADVICE = [
  'Baton needs a browser that loads unpacked extensions by flag. Install one of:',
  '  - Chromium            Debian/Ubuntu: sudo apt-get install chromium    macOS: brew install --cask chromium',
  '  - Chrome for Testing  npx @puppeteer/browsers install chrome@stable   (then set BATON_BROWSER to its path)',
  '  - Microsoft Edge      https://www.microsoft.com/edge',
  'or point BATON_BROWSER at one. Stock Google Chrome does not do: it no longer loads unpacked extensions by flag.',
].join('\n');

/** The path of a usable browser. @throws Error that says exactly what to install. */
export function findBrowser(): string {
  const chosen = process.env.BATON_BROWSER;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`BATON_BROWSER is "${chosen}", but there is no such file.\n${ADVICE}`);
  }
  const found = [...onPath(), ...USUAL_PLACES, ...cachedBrowsers(homedir())].find((path) => existsSync(path));
  if (!found) throw new Error(`No usable browser found.\n${ADVICE}`);
  return found;
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

function aptInstall(packages: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log(`Installing ${packages.join(', ')} through apt …`);
  execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: ['ignore', 'ignore', 'inherit'], env });
}

function hasKoreanFont(): boolean {
  return existsSync('/usr/share/fonts/opentype/noto') || existsSync('/usr/share/fonts/truetype/nanum');
}

/** As `findBrowser`; on Debian as root what is missing (browser, a Korean font) is installed first. */
export function ensureBrowser(): string {
  if (canInstall()) {
    const missing = [...(browserIsThere() ? [] : ['chromium']), ...(hasKoreanFont() ? [] : ['fonts-noto-cjk'])];
    try {
      if (missing.length > 0) aptInstall(missing);
    } catch (error) {
      console.error(`apt could not install ${missing.join(', ')}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return findBrowser();
}

function browserIsThere(): boolean {
  try {
    return Boolean(findBrowser());
  } catch {
    return false;
  }
}

/** Whether a window can be shown here at all. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Flags for a quiet browser that never talks to its vendor. `--no-sandbox` only where root needs it. */
export function quietFlags(): string[] {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}
