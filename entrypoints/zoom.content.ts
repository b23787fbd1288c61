import { defineContentScript } from 'wxt/utils/define-content-script';
import { pageMessenger } from '@/utils/messaging/page-signals';
import { observeZoom } from '@/utils/platforms/zoom/adapter';
import { startPlatform } from '@/utils/platforms/start';

export default defineContentScript({
  matches: ['https://*.zoom.us/*'],
  allFrames: true,
  runAt: 'document_idle',
  main: (ctx) => { startPlatform(document, observeZoom, pageMessenger, ctx.signal); },
});
