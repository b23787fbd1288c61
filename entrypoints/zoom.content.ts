import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageMessenger } from '@/utils/messaging/page-signals';
import { startPlatform } from '@/utils/platforms/start';
import { observeZoom } from '@/utils/platforms/zoom/adapter';
import { zoomMeta } from '@/utils/platforms/zoom/meta';

export default defineContentScript({
  matches: [...zoomMeta.matches],
  allFrames: true,
  runAt: 'document_idle',
  // WXT would post a message to the page with the extension's id in it.
  noScriptStartedPostMessage: true,
  main: (ctx) => { startPlatform(document, observeZoom, pageMessenger, ctx.signal); },
});
