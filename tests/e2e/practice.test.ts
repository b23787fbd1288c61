/** `npm start -- --auto`: whole calls through the real panel of the built extension, held against their scripts. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild, ROOT } from '../harness/build-extension';
import { readPacket } from '../practice/unpack';

let out = '';

beforeAll(async () => {
  await ensureBuild('test');
  out = mkdtempSync(join(tmpdir(), 'baton-practice-'));
});

afterAll(() => {
  rmSync(out, { recursive: true, force: true });
});

function start(cwd: string, ...args: string[]): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), '--tsconfig', join(ROOT, 'tsconfig.json'), join(ROOT, 'tests/practice/start.ts'), ...args], { cwd, encoding: 'utf8' });
  return { status: run.status, output: run.stdout + run.stderr };
}

describe('practice calls', () => {
  it.each([
    ['the first meeting on Meet, in Korean', 'tests/practice/calls/s1-ko-meet-first-meeting.json', 'meet'],
    ['the second meeting on Zoom, in English', 'tests/practice/calls/s2-en-zoom-second-meeting.json', 'zoom'],
  ])('%s ends in the packet that the script expects', (_name, file, platform) => {
    const folder = join(out, platform);
    const { status, output } = start(ROOT, '--auto', '--headless', '--script', join(ROOT, file), '--out', folder);
    expect(output).toContain('Everything is as the script expects.');
    expect(output).not.toContain('promises that wait for delivery');
    expect(status).toBe(0);
    const packet = readPacket(folder);
    expect(packet.meetings.map((meeting) => meeting.segments.map((one) => one.platform))).toEqual([[platform]]);
    expect(packet.notes.concat().sort((a, b) => (a.offsetMs ?? 0) - (b.offsetMs ?? 0))[0]?.offsetMs).toBe(platform === 'meet' ? 50_000 : 40_000);
  });

  it('a call that moves from Meet to Zoom to the phone is one meeting, and another deal stays apart', () => {
    const folder = join(out, 'mixed');
    const { status, output } = start(ROOT, '--auto', '--headless', '--script', join(ROOT, 'tests/fixtures/calls/moves-and-mixes.json'), '--out', folder);
    expect(output).toContain('Everything is as the script expects.');
    expect(status).toBe(0);
    const { meetings, packet } = readPacket(folder);
    expect(meetings.map((meeting) => meeting.segments.map((one) => one.platform))).toEqual([['meet', 'zoom', 'manual']]);
    expect(packet).toMatchObject({ purpose: 'handoff', language: 'ko', sendAnywayReason: 'Sent early on purpose' });
  });

  it('a copy without names is held against the deal behind it, and names nobody', () => {
    const folder = join(out, 'anonymised');
    const { status, output } = start(ROOT, '--auto', '--headless', '--script', join(ROOT, 'tests/fixtures/calls/anonymised-by-phone.json'), '--out', folder);
    expect(output).toContain('Everything is as the script expects.');
    expect(status).toBe(0);
    const { packet, account, gaps, answers } = readPacket(folder);
    expect(packet).toMatchObject({ purpose: 'estimate', redaction: 'anonymised' });
    expect(account.name).toBe('고객사');
    expect(gaps.map((gap) => gap.owner)).toEqual(gaps.map(() => ''));
    expect(answers.find((answer) => answer.itemId === 'D-06')?.value).toMatchObject({ kind: 'number', parts: [{ value: 12, unit: '명' }, { value: 3000, unit: '명' }] });
  });
});

describe('a wrong file or flag', () => {
  it.each([
    [['--script', 'no-such-file.json'], 'there is no file'],
    [['--speed', 'fast'], '--speed must be a number above 0'],
    [['--colour'], "Unknown option '--colour'"],
    [['--script', '.'], 'is no file'],
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
