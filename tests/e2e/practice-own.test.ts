/** Two practice calls of our own: one that moves from platform to platform beside another deal, and one without names. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../harness/build-extension';
import type { Packet } from '@/utils/packet/schema';
import type { Finding } from '../practice/compare';
import { judgedRun } from '../practice/judged-run';
import { parsePracticeCall } from '../practice/practice-call';

let out = '';

beforeAll(() => { out = mkdtempSync(join(tmpdir(), 'baton-practice-own-')); });

afterAll(() => { rmSync(out, { recursive: true, force: true }); });

/** What `npm start -- --auto --headless --script` does, without a process of its own: practice.test.ts starts the command itself. */
async function played(script: string): Promise<{ faults: Finding[]; packet: Packet }> {
  const call = parsePracticeCall(readFileSync(join(ROOT, 'tests/fixtures/calls', script), 'utf8'));
  const { findings, packet } = await judgedRun({ call, headless: true, speed: null, out: join(out, script), screenshots: null, say: () => undefined });
  return { faults: findings.filter((one) => one.kind === 'fault'), packet };
}

describe('practice calls of our own', () => {
  it('a call that moves from Meet to Zoom to the phone is one meeting, and another deal stays apart', async () => {
    const { faults, packet } = await played('moves-and-mixes.json');
    expect(faults).toEqual([]);
    expect(packet.meetings.map((meeting) => meeting.segments.map((one) => one.platform))).toEqual([['meet', 'zoom', 'manual']]);
    expect(packet.packet).toMatchObject({ purpose: 'handoff', language: 'ko', sendAnywayReason: 'Sent early on purpose' });
  });

  it('a copy without names is held against the deal behind it, and names nobody', async () => {
    const { faults, packet: { packet, account, gaps, answers } } = await played('anonymised-by-phone.json');
    expect(faults).toEqual([]);
    expect(packet).toMatchObject({ purpose: 'estimate', redaction: 'anonymised' });
    expect(account.name).toBe('고객사');
    expect(gaps.map((gap) => gap.owner)).toEqual(gaps.map(() => ''));
    expect(answers.find((answer) => answer.itemId === 'D-06')?.value).toMatchObject({ kind: 'number', parts: [{ value: 12, unit: '명' }, { value: 3000, unit: '명' }] });
  });
});
