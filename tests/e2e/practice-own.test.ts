/** Two practice calls of our own: one that moves from platform to platform beside another deal, and one without names. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild, ROOT } from '../harness/build-extension';
import { start } from '../practice/start-in-test';
import { readPacket } from '../practice/unpack';

let out = '';

beforeAll(async () => {
  await ensureBuild('test');
  out = mkdtempSync(join(tmpdir(), 'baton-practice-own-'));
});

afterAll(() => { rmSync(out, { recursive: true, force: true }); });

describe('practice calls of our own', () => {
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

