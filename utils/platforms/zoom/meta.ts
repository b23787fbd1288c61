/** Zoom's web client: where it lives and what a room is called. Data only; the service worker reads it too. */
import { zoomRoomOf } from '../../meeting/rooms';
import type { PlatformMeta } from '../signals';

export const zoomMeta: PlatformMeta = {
  id: 'zoom',
  label: 'Zoom',
  // The invitation page `/j/<id>` and the rest of zoom.us are not the web client.
  matches: ['https://*.zoom.us/wc*'],
  allFrames: true,
  roomOf: zoomRoomOf,
};
