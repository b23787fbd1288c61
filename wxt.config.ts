import { defineConfig } from 'wxt';

/** Fixed extension id, for tests and the practice browser only (never in a store build). */
const TEST_KEY = process.env.BATON_TEST_KEY;

export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    ...(TEST_KEY && browser !== 'firefox' ? { key: TEST_KEY } : {}),
    permissions: browser === 'firefox' ? ['storage'] : ['storage', 'sidePanel'],
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
