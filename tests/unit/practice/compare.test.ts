/** The comparison must be able to fail: every kind of difference is seen, and a script's own hole is only a note. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Packet } from '@/utils/packet/schema';
import { comparePacket } from '@/tests/practice/compare';
import type { PracticeCall } from '@/tests/practice/practice-call';
import { parsePracticeCall } from '@/tests/practice/practice-call';

const call = (name: string): PracticeCall => parsePracticeCall(readFileSync(join(import.meta.dirname, '../../practice/calls', name), 'utf8'));
const S1 = 's1-ko-meet-first-meeting.json';

/** The parts of a packet that are compared, exactly as the script expects them. */
function perfect({ expect: wanted, checklist }: PracticeCall): Packet {
  if (!wanted) throw new Error('the script expects nothing');
  const answer = (itemId: string, state: string): object => ({ itemId, state, topic: `topic of ${itemId}` });
  const own = [...Object.entries(wanted.items), ...wanted.notAsked.map((id) => [id, 'not_asked'] as const)];
  const counts = ([secured, minimum]: [number, number] = [0, 0]): object => ({ minimum, secured, owned: 0, unowned: 0 });
  return {
    checklist,
    answers: own.map(([id, state]) => answer(id, state)),
    alsoAnswers: wanted.alsoItems.map(({ item, state }) => answer(item, state)),
    gaps: wanted.gaps.map((gap) => ({ question: gap.q, itemId: gap.item, route: gap.route, owner: gap.owner, due: gap.due, blocksEstimate: gap.blocks, open: true, owned: gap.due !== null })),
    contradictions: wanted.contradictions.map((one) => ({ itemId: one.item, topic: '', status: one.status, a: { text: 'a' }, b: { text: 'b' } })),
    commitments: (wanted.promises ?? []).map((one, i) => ({ words: one.text, due: one.due, confirmation: i < (wanted.derived.promisesWaitingForDelivery ?? 0) ? 'unconfirmed' : 'not_needed' })),
    readiness: { first: counts(wanted.derived.minimumFirst), estimate: counts(wanted.derived.minimumEstimate), contract: counts([13, 22]) },
  } as unknown as Packet;
}

function findings(script: PracticeCall, change: (packet: Packet) => void = () => undefined): string[] {
  const packet = perfect(script);
  change(packet);
  return comparePacket(script, packet).map((one) => `${one.kind}: ${one.text}`);
}

describe('comparison with the script', () => {
  it.each([S1, 's2-en-zoom-second-meeting.json'])('finds nothing in a packet that is as %s expects', (name) => {
    expect(findings(call(name))).toEqual([]);
  });

  const FAULTS: [what: string, sentence: string, change: (packet: Packet) => void][] = [
    ['an item in another state', 'fault: item A-01 is partial, expected answered', (p) => { for (const a of p.answers) if (a.itemId === 'A-01') a.state = 'partial'; }],
    ['an item that was answered though nobody asked', 'fault: item A-08 is answered, expected not_asked', (p) => { for (const a of p.answers) if (a.itemId === 'A-08') a.state = 'answered'; }],
    ['an item that is missing', 'fault: item A-35 is not in the packet', (p) => { p.answers = p.answers.filter((a) => a.itemId !== 'A-35'); }],
    ['a gap that is missing', 'fault: gap A-05', (p) => { p.gaps = p.gaps.filter((g) => g.itemId !== 'A-05'); }],
    ['a free gap that is missing', 'fault: gap (free) "태블릿 모델·OS 버전은?" is not in the packet', (p) => { p.gaps = p.gaps.filter((g) => !g.question.startsWith('태블릿')); }],
    ['a gap with another date', 'the due date is "2026-12-04", expected "2026-12-03"', (p) => { for (const g of p.gaps) if (g.itemId === 'A-05') g.due = '2026-12-04'; }],
    ['a gap with another route', 'the route is "self_study"', (p) => { for (const g of p.gaps) if (g.itemId === 'A-05') g.route = 'self_study'; }],
    ['a gap that blocks', '"blocks the estimate" is true, expected false', (p) => { for (const g of p.gaps) if (g.itemId === 'A-05') g.blocksEstimate = true; }],
    ['a gap too many', 'open gap that is not expected: A-09 "왜?"', (p) => { p.gaps.push({ question: '왜?', itemId: 'A-09', open: true } as Packet['gaps'][number]); }],
    ['a contradiction that was settled', 'contradiction X2 of A-24 (open) is not in the packet', (p) => { for (const c of p.contradictions) if (c.itemId === 'A-24') c.status = 'resolved'; }],
    ['a gap that nobody owns any more', 'open gaps without owner, way or date: 2, expected 1', (p) => { for (const g of p.gaps) if (g.itemId === 'A-05') g.owned = false; }],
    ['a promise with another date', 'promise "개산 견적과 1차 범위안" is due 2026-12-11', (p) => { for (const c of p.commitments) if (c.words.startsWith('개산')) c.due = '2026-12-11'; }],
    ['a promise that is missing', 'promise "확인 필요 목록 메일" is not in the packet', (p) => { p.commitments = p.commitments.filter((c) => !c.words.startsWith('확인')); }],
    ['other counts', 'readiness for the estimate [secured, minimum]: [12,20], expected [13,20]', (p) => { p.readiness.estimate.secured = 12; }],
  ];
  it.each(FAULTS)('sees %s', (_what, sentence, change) => {
    const found = findings(call(S1), change);
    expect(found.join('\n')).toContain(sentence);
    expect(found.some((one) => one.startsWith('fault'))).toBe(true);
  });

  it('sees another count for the contract, where the script gives one', () => {
    const script = call(S1);
    if (script.expect) script.expect.derived.minimumContract = [14, 22];
    expect(findings(script)).toEqual(['fault: readiness for the contract [secured, minimum]: [13,22], expected [14,22]']);
  });

  it('takes a gap on either of two items with one topic', () => {
    const script = call(S1);
    expect(findings(script, (p) => {
      for (const a of p.answers) if (a.itemId === 'A-05') a.topic = 'topic of D-05';
      for (const g of p.gaps) if (g.itemId === 'A-05') g.itemId = 'D-05';
    })).toEqual([]);
  });

  it('only notes what the script itself could never produce', () => {
    const script = call(S1);
    script.rep = script.rep.filter((action) => !(action.do === 'answer' && action.item === 'D-10') && !(action.do === 'promise' && action.text.startsWith('개산')));
    const found = findings(script, (p) => {
      for (const a of p.alsoAnswers) if (a.itemId === 'D-10') a.state = 'not_asked';
      p.commitments = p.commitments.filter((c) => !c.words.startsWith('개산'));
    });
    expect(found).toEqual(['note: item D-10 is not_asked, expected answered', 'note: promise "개산 견적과 1차 범위안" is not in the packet', 'note: promises that wait for delivery: 3, expected 4']);
  });
});
