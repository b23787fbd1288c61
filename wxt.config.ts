import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import type { TopicCatalogue } from './utils/checklist/checklist';
import { checklistProblems } from './utils/checklist/schema';

/** Fixed extension id, for tests and the practice browser only (never in a store build). */
const TEST_KEY = process.env.BATON_TEST_KEY;

const CHECKLISTS = fileURLToPath(new URL('utils/checklist/data', import.meta.url));

/** No build with a checklist that isn't sound: delivery would get holes. */
function checkChecklists(): void {
  const read = (file: string): unknown => JSON.parse(readFileSync(`${CHECKLISTS}/${file}`, 'utf8'));
  const topics = read('topics.json') as TopicCatalogue;
  for (const file of readdirSync(CHECKLISTS).filter((f) => f !== 'topics.json')) {
    const problems = checklistProblems(read(file), topics);
    if (problems.length > 0) throw new Error(`${file}:\n  ${problems.join('\n  ')}`);
  }
}

function isLarge(script: string): boolean {
  return /\/(?:react|Providers|database|PanelApp|LibraryApp)-/u.test(script);
}

/** What Baton's own pages may load and reach: themselves, and nothing else (docs/permissions.md). */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "connect-src 'self'",
  "img-src 'self' data: blob:",
  // The preview of a packet is the exported page as it is, with its style sheet inside.
  "style-src 'self' 'unsafe-inline'",
  // The practice call frames the practice panel; a web page frames nothing of ours.
  "frame-src 'self'",
  "frame-ancestors 'self'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  // Every browser that Baton runs in preloads modules by itself (Chrome 66, Firefox 115).
  // Pages ask for their large scripts early and for the many small ones when they are imported: forty requests before its body
  // kept the panel from showing its box.
  vite: () => ({ build: { modulePreload: { polyfill: false, resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed.filter(isLarge) : needed) } } }),
  hooks: { 'build:before': checkChecklists },
  manifest: ({ browser, command }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    ...(TEST_KEY && browser !== 'firefox' ? { key: TEST_KEY } : {}),
    permissions: ['storage', 'contextMenus', 'activeTab', 'scripting', ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen'])],
    host_permissions: ['https://meet.google.com/*', 'https://*.zoom.us/*'],
    // The development server needs a socket and scripts of its own.
    ...(command === 'build' ? { content_security_policy: { extension_pages: PAGE_POLICY } } : {}),
    action: { default_title: '__MSG_name__' },
    commands: {
      'open-panel': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_panel__' },
      'capture': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_command_capture__' },
      'gap': { suggested_key: { default: 'Alt+Shift+G' }, description: '__MSG_command_gap__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'baton@baton.invalid',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
