import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageMessenger } from '@/utils/messaging/page-signals';
import { observeMeet } from '@/utils/platforms/meet/adapter';
import { meetMeta } from '@/utils/platforms/meet/meta';
import { startPlatform } from '@/utils/platforms/start';

export default defineContentScript({
  matches: [...meetMeta.matches],
  runAt: 'document_idle',
  // WXT would post a message to the page with the extension's id in it.
  noScriptStartedPostMessage: true,
  main: (ctx) => { startPlatform(document, observeMeet, pageMessenger, ctx.signal); },
});
