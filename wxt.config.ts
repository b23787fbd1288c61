import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'wxt';
import type { TopicCatalogue } from './utils/checklist/checklist';
import { checklistProblems } from './utils/checklist/schema';

/** Fixed extension id, for tests and the practice browser only (never in a store build). */
const TEST_KEY = process.env.BATON_TEST_KEY;

const CHECKLISTS = 'utils/checklist/data';

/** No build with a checklist that isn't sound: delivery would get holes. */
function checkChecklists(): void {
  const read = (file: string): unknown => JSON.parse(readFileSync(`${CHECKLISTS}/${file}`, 'utf8'));
  const topics = read('topics.json') as TopicCatalogue;
  for (const file of readdirSync(CHECKLISTS).filter((f) => f !== 'topics.json')) {
    const problems = checklistProblems(read(file), topics);
    if (problems.length > 0) throw new Error(`${file}:\n  ${problems.join('\n  ')}`);
  }
}

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  hooks: { 'build:before': checkChecklists },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    ...(TEST_KEY && browser !== 'firefox' ? { key: TEST_KEY } : {}),
    permissions: browser === 'firefox' ? ['storage', 'activeTab', 'scripting'] : ['storage', 'sidePanel', 'activeTab', 'scripting'],
    host_permissions: ['https://meet.google.com/*', 'https://*.zoom.us/*'],
    action: { default_title: '__MSG_name__' },
    commands: {
      'open-panel': { suggested_key: { default: 'Alt+Shift+B' }, description: '__MSG_command_panel__' },
      'capture': { suggested_key: { default: 'Alt+Shift+N' }, description: '__MSG_command_capture__' },
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
