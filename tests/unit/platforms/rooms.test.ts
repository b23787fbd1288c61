/** Which addresses are a platform's, and which are a room. */
import { describe, expect, it } from 'vitest';
import { meetMeta } from '@/utils/platforms/meet/meta';
import { PLATFORMS, platformOf } from '@/utils/platforms/registry';
import { zoomMeta } from '@/utils/platforms/zoom/meta';

describe('platformOf', () => {
  it.each([
    ['https://meet.google.com/abc-defg-hij', 'meet'],
    ['https://meet.google.com/', 'meet'],
    ['https://zoom.us/j/12345678901', 'zoom'],
    ['https://app.zoom.us/wc/12345678901/join', 'zoom'],
    ['https://us02web.zoom.us/wc/12345678901/join?pwd=x', 'zoom'],
  ])('%s is %s', (url, id) => {
    expect(platformOf(url)?.id).toBe(id);
  });

  it.each(['https://meet.google.com.evil.example/abc-defg-hij', 'https://evil-zoom.us/wc/1', 'https://zoom.us.evil.example/', 'http://meet.google.com/', 'chrome://newtab', 'about:blank', '', 'no address', 'https://notmeet.google.com/'])('%s is nobody\'s', (url) => {
    expect(platformOf(url)).toBeNull();
  });

  it('knows each platform once', () => {
    expect(PLATFORMS.map((platform) => platform.id)).toEqual(['meet', 'zoom']);
  });
});

describe('rooms of Meet', () => {
  it.each([
    ['/abc-defg-hij', 'meet:abc-defg-hij'],
    ['/abc-defg-hij?authuser=1&hl=ko', 'meet:abc-defg-hij'],
    ['/abc-defg-hij/', 'meet:abc-defg-hij'],
    ['/lookup/weekly-sync', 'meet:lookup/weekly-sync'],
  ])('%s', (path, room) => {
    expect(meetMeta.roomOf(`https://meet.google.com${path}`)).toBe(room);
  });

  it.each(['/', '/home', '/landing?pli=1', '/new', '/abc-defg-hijk', '/abcdefghij', '/ab1-defg-hij', '/lookup/', '/tel/abc-defg-hij'])('%s is none', (path) => {
    expect(meetMeta.roomOf(`https://meet.google.com${path}`)).toBeNull();
  });
});

describe('rooms', () => {
  it('are only on their own host', () => {
    expect(meetMeta.roomOf('https://evil.example/abc-defg-hij')).toBeNull();
    expect(zoomMeta.roomOf('https://evil-zoom.us/wc/98765432100/join')).toBeNull();
    expect(zoomMeta.roomOf('https://zoom.us.evil.example/wc/98765432100/join')).toBeNull();
  });
});

describe('rooms of Zoom', () => {
  it.each([
    ['app.zoom.us/wc/98765432100/join?pwd=x', 'zoom:98765432100'],
    ['app.zoom.us/wc/join/987654321', 'zoom:987654321'],
    ['acme.zoom.us/wc/98765432100/start', 'zoom:98765432100'],
    ['app.zoom.us/wc/start/videomeeting?mn=98765432100', 'zoom:98765432100'],
    ['app.zoom.us/wc/start/98765432100', 'zoom:98765432100'],
    ['app.zoom.us/wc/my/jane.doe', 'zoom:my/jane.doe'],
  ])('%s', (address, room) => {
    expect(zoomMeta.roomOf(`https://${address}`)).toBe(room);
  });

  it.each(['app.zoom.us/wc', 'app.zoom.us/wc/', 'app.zoom.us/wc/home', 'app.zoom.us/wc/meetings', 'app.zoom.us/wc/team-chat', 'app.zoom.us/wc/leave?meetingNumber=98765432100&feedback=false', 'zoom.us/j/98765432100', 'zoom.us/postattendee?mn=98765432100', 'app.zoom.us/wc/my'])('%s is none', (address) => {
    expect(zoomMeta.roomOf(`https://${address}`)).toBeNull();
  });
});
