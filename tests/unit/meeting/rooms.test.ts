/** One room, one key: from the page being watched and from the link in an invitation (docs/platforms.md). */
import { describe, expect, it } from 'vitest';
import { meetRoomOf, roomOfLink, zoomRoomOf } from '@/utils/meeting/rooms';

const LONG = 'x'.repeat(150);

describe('a room of Meet', () => {
  it.each([
    ['abc-defg-hij', 'meet:abc-defg-hij'], ['ABC-defg-HIJ', 'meet:abc-defg-hij'], ['_meet/abc-defg-hij?ijlm=1', 'meet:abc-defg-hij'], ['abc-defg-hij/', 'meet:abc-defg-hij'], ['abc-defg-hij?authuser=1#x', 'meet:abc-defg-hij'],
    ['lookup/weekly-sync', 'meet:lookup/weekly-sync'], ['_meet/lookup/Sync_1/', 'meet:lookup/Sync_1'],
  ])('%s', (path, room) => { expect(meetRoomOf(`https://meet.google.com/${path}`)).toBe(room); });

  it.each(['', 'new', 'abc-defg-hijk', 'abcd-defg-hij', 'abc-def-hij', 'ab1-defg-hij', 'abc-d3fg-hij', 'abc-defg-h1j', 'x/abc-defg-hij', 'lookup/', 'lookup/a/b', 'lookup/a b', 'x/lookup/sync', `lookup/${LONG}`])('%s is none', (path) => {
    expect(meetRoomOf(`https://meet.google.com/${path}`)).toBeNull();
  });

  it('is on no other host, and a text is no address', () => {
    for (const host of ['evil.example', 'meet.google.com.evil.example', 'notmeet.google.com', 'google.com']) expect(meetRoomOf(`https://${host}/abc-defg-hij`)).toBeNull();
    expect(() => meetRoomOf('abc-defg-hij')).toThrow(TypeError);
  });
});

describe('a room of Zoom’s web client', () => {
  it.each([
    ['app.zoom.us/wc/98765432100/join?pwd=x', 'zoom:98765432100'], ['zoom.us/wc/join/987654321', 'zoom:987654321'], ['us02web.zoom.us/wc/9876543210/start', 'zoom:9876543210'], ['my-firm.zoom.us//wc//98765432100', 'zoom:98765432100'],
    ['app.zoom.us/wc/start/videomeeting?mn=98765432100', 'zoom:98765432100'], ['app.zoom.us/wc/start/webmeeting?confno=98765432100', 'zoom:98765432100'], ['app.zoom.us/wc/join?mid=98765432100', 'zoom:98765432100'],
    ['app.zoom.us/wc/start/videomeeting', 'zoom:start/videomeeting'], ['app.zoom.us/wc/start/webmeeting?mn=1', 'zoom:start/webmeeting'], ['app.zoom.us/wc/my/jane.doe', 'zoom:my/jane.doe'], [`app.zoom.us/wc/my/${LONG}`, `zoom:my/${LONG.slice(0, 100)}`],
  ])('%s', (address, room) => { expect(zoomRoomOf(`https://${address}`)).toBe(room); });

  it.each([
    'app.zoom.us/wc', 'app.zoom.us/wc/home?mn=98765432100', 'app.zoom.us/wc/meetings/98765432100', 'app.zoom.us/wc/team-chat?mn=98765432100', 'app.zoom.us/wc/calendar?mn=98765432100', 'app.zoom.us/wc/leave?mn=98765432100', 'app.zoom.us/wc/my', 'app.zoom.us/wc/start', 'app.zoom.us/wc/start/other',
    'app.zoom.us/wc/other/videomeeting', 'app.zoom.us/wc/other/jane', 'app.zoom.us/wc/12345678/join', 'app.zoom.us/wc/123456789012/join', 'app.zoom.us/wc/x987654321/join', 'app.zoom.us/j/98765432100', 'app.zoom.us/', 'app.zoom.us/wc/join?other=98765432100',
    'evil-zoom.us/wc/98765432100/join', 'zoom.us.evil.example/wc/98765432100/join', 'a.b.zoom.us/wc/98765432100', 'zoomxus.example/wc/98765432100', 'meet.google.com/wc/98765432100',
  ])('%s is none', (address) => { expect(zoomRoomOf(`https://${address}`)).toBeNull(); });
});

describe('a link in an invitation', () => {
  it.each([
    ['https://meet.google.com/abc-defg-hij', 'meet:abc-defg-hij'], ['http://meet.google.com/abc-defg-hij', 'meet:abc-defg-hij'], ['https://app.zoom.us/wc/98765432100/join', 'zoom:98765432100'],
    ['https://us02web.zoom.us/j/98765432100?pwd=x', 'zoom:98765432100'], ['https://zoom.us/s/987654321', 'zoom:987654321'], ['https://zoom.us/w/987654321', 'zoom:987654321'], ['https://zoom.us//j//987654321', 'zoom:987654321'],
    ['https://zoom.us/my/jane.doe', 'zoom:my/jane.doe'], [`https://zoom.us/my/${LONG}`, `zoom:my/${LONG.slice(0, 100)}`],
  ])('%s', (url, room) => { expect(roomOfLink(url)).toBe(room); });

  it.each([
    '', 'no address', 'https://meet.google.com/new', 'https://zoom.us/', 'https://zoom.us/j', 'https://zoom.us/j/', 'https://zoom.us/j/abc', 'https://zoom.us/j/12345678', 'https://zoom.us/x/987654321', 'https://zoom.us/my', 'https://zoom.us/my/', 'https://zoom.us/pricing/jane',
    'https://evil.example/j/987654321', 'https://evil.example/my/jane', 'https://evil-zoom.us/j/987654321', 'ftp://meet.google.com/abc-defg-hij', 'chrome://zoom.us/j/987654321', 'javascript:alert(1)',
  ])('%s is none', (url) => { expect(roomOfLink(url)).toBeNull(); });
});
