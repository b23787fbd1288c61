/** Google Meet: where it lives and what a room is called. Data only; the service worker reads it too. */
import { meetRoomOf } from '../../meeting/rooms';
import type { PlatformMeta } from '../signals';

export const meetMeta: PlatformMeta = {
  id: 'meet',
  label: 'Google Meet',
  matches: ['https://meet.google.com/*'],
  allFrames: false,
  roomOf: meetRoomOf,
};
