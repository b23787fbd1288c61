/** `npm start -- --auto`: whole calls through the real panel of the built extension, held against their scripts. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild, ROOT } from '../harness/build-extension';
import { start } from '../practice/start-in-test';
import { readPacket } from '../practice/unpack';

let out = '';

beforeAll(async () => {
  await ensureBuild('test');
  out = mkdtempSync(join(tmpdir(), 'baton-practice-'));
});

afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

describe('practice calls', () => {
  // The first meeting on Meet, in Korean, is played in privacy.test.ts.
  it('the second meeting on Zoom, in English, ends in the packet that the script expects', () => {
    const folder = join(out, 'zoom');
    const { status, output } = start(ROOT, '--auto', '--headless', '--script', join(ROOT, 'tests/practice/calls/s2-en-zoom-second-meeting.json'), '--out', folder);
    expect(output).toContain('Everything is as the script expects.');
    expect(output).not.toContain('promises that wait for delivery');
    expect(status).toBe(0);
    const packet = readPacket(folder);
    expect(packet.meetings.map((meeting) => meeting.segments.map((one) => one.platform))).toEqual([['zoom']]);
    expect(packet.notes.concat().sort((a, b) => (a.offsetMs ?? 0) - (b.offsetMs ?? 0))[0]?.offsetMs).toBe(40_000);
  });
});

describe('a wrong file or flag', () => {
  it.each([
    // Each kind once, for the exit code; all others in tests/unit/practice/choices.test.ts.
    [['--colour'], "Unknown option '--colour'"],
    [['--script', 'broken.json'], "rep[0].t must be mm:ss, found 9 o'clock"],
  ])('%j is told in a sentence, with exit code 2 and nothing written', (args, sentence) => {
    writeFileSync(join(out, 'broken.json'), JSON.stringify({ format: 'baton.practice-call', formatVersion: 1, id: 'x', language: 'en', checklist: 'C', start: '2026-11-24T14:00:00Z', stage: 'first', platform: [{ name: 'phone' }], account: 'A', deal: 'D', rep: [{ t: "9 o'clock", do: 'line', text: 'x' }] }));
    const before = readdirSync(out);
    const { status, output } = start(out, '--auto', '--headless', ...args);
    expect(output).toContain(sentence);
    expect(output).not.toMatch(/^\s+at /m);
    expect(status).toBe(2);
    expect(readdirSync(out)).toEqual(before);
    expect(existsSync(join(out, 'handoff'))).toBe(false);
  });
});
