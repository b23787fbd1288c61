import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ITEM_STATES } from '@/utils/checklist/answer';
import { buildPacket } from '@/utils/packet/build';
import { packetJson } from '@/utils/packet/build/canonical';
import { packetSchemaText } from '@/utils/packet/export';
import { parsePacket } from '@/utils/packet/parse';
import { packetJsonSchema, PURPOSES, REDACTIONS } from '@/utils/packet/schema';
import type { PacketInput } from '@/utils/packet/input';
import { ALSO, answer, CHECKLIST, commitment, contradiction, gap, note, packetInput, want } from './fixture';

// Whole packets are rendered: slow only on a loaded machine.
vi.setConfig({ testTimeout: 30_000 });

let validate: ValidateFunction;
beforeAll(() => { validate = new Ajv2020({ strict: false, allErrors: true }).compile(packetJsonSchema()); });

describe('packet.schema.json', () => {
  it('is what the code checks (to update: write packetSchemaText() into the file)', () => {
    const file = readFileSync(new URL('../../../utils/packet/packet.schema.json', import.meta.url), 'utf8');
    expect(file === packetSchemaText()).toBe(true);
  });

  it.each(REDACTIONS.flatMap((redaction) => PURPOSES.map((purpose) => ({ redaction, purpose }))))('accepts a built packet: $redaction, $purpose', (options) => {
    const packet = buildPacket(packetInput(options, { alsoChecklists: [ALSO], previous: buildPacket(packetInput()) }));
    validate(packet);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('refuses a packet with a state that does not exist', () => {
    const packet = buildPacket(packetInput());
    const bad = { ...packet, answers: packet.answers.map((a) => ({ ...a, state: 'known' })) };
    expect(validate(bad)).toBe(false);
  });
});

const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom('', '<script>', '=1+1', '900101-1234567', '\u202eabc', '이수민 팀장'));
// A short checklist: many rows meet on one topic, and a round is cheap.
const SHORT = { ...CHECKLIST, items: CHECKLIST.items.filter((_item, i) => i % 5 === 0) };
const topic = fc.constantFrom(...CHECKLIST.items.filter((_item, i) => i % 4 === 0).map((i) => i.topic));
const at = fc.integer({ min: 0, max: 4_000_000_000_000 });
const day = fc.constantFrom('2026-12-10', '2027-02-28');

const inputs = fc.record({
  redaction: fc.constantFrom(...REDACTIONS), purpose: fc.constantFrom(...PURPOSES), language: fc.constantFrom('ko' as const, 'en' as const), name: text,
  answers: fc.array(fc.record({ topic, state: fc.constantFrom(...ITEM_STATES), text, saidBy: text, at, offRecord: fc.boolean() })),
  gaps: fc.array(fc.record({ question: text, owner: text, due: fc.option(day), topic: fc.option(topic), route: fc.constantFrom('ask_customer' as const, 'ask_delivery' as const, null), at })),
  lines: fc.array(text), conflicts: fc.array(fc.record({ topic, a: text, b: text })),
}).map((g): PacketInput => {
  const base = packetInput({ redaction: g.redaction, purpose: g.purpose, language: g.language });
  return {
    ...base, checklist: SHORT, account: { ...base.account, name: g.name },
    answers: g.answers.map((a) => answer(a.topic, { state: a.state, value: { kind: 'text', text: a.text }, raw: a.text, saidBy: a.saidBy, at: a.at, offRecord: a.offRecord })),
    gaps: g.gaps.map((x) => gap(x.question, { owner: x.owner, due: x.due, topic: x.topic, route: x.route, at: x.at })),
    notes: g.lines.map((l) => note('pain', l)), commitments: g.lines.map((l) => commitment(l)), wants: g.lines.map((l) => want(l, { priority: 'must' })),
    contradictions: g.conflicts.map((c) => contradiction(c.topic, c.a, c.b)),
  };
});

describe('parsePacket', () => {
  it('reads back exactly what was built, through its file', () => {
    fc.assert(fc.property(inputs, (input) => {
      const packet = buildPacket(input);
      expect(parsePacket(JSON.parse(packetJson(packet)))).toEqual({ ok: true, packet });
    }), { numRuns: 60 });
  });

  it('says what is wrong, where, and never throws', () => {
    const packet = buildPacket(packetInput());
    expect(parsePacket({ hello: 1 })).toEqual({ ok: false, problems: [{ path: 'format', code: 'not_a_packet' }] });
    expect(parsePacket({ ...packet, formatVersion: 2 })).toMatchObject({ problems: [{ code: 'newer_format' }] });
    const { account: _gone, ...rest } = packet;
    expect(parsePacket(rest)).toMatchObject({ problems: [{ path: 'account', code: 'missing' }] });
    expect(parsePacket({ ...packet, deal: { ...packet.deal, stage: 'won' } })).toMatchObject({ problems: [{ path: 'deal.stage', code: 'invalid' }] });
    fc.assert(fc.property(fc.anything(), (raw) => { expect(parsePacket(raw).ok).toBe(false); }));
  });

  it('notices that a packet was changed after it was made', () => {
    const packet = buildPacket(packetInput());
    expect(parsePacket({ ...packet, account: { ...packet.account, name: '다른 이름' } })).toEqual({ ok: false, problems: [{ path: 'packet.contentHash', code: 'changed_after_export' }] });
  });

  it('accepts fields that a later version added, when they were hashed with the rest', async () => {
    const { contentHashOf } = await import('@/utils/packet/build/canonical');
    const packet = buildPacket(packetInput());
    const later = { ...packet, extra: { a: 1 } };
    const sealed = { ...later, packet: { ...later.packet, contentHash: contentHashOf(later) } };
    expect(parsePacket(sealed).ok).toBe(true);
  });
});
