import { describe, expect, it, vi } from 'vitest';
import type { Costing } from '@/utils/deal/costing/costing';
import type { DeliveryEstimate } from '@/utils/deal/costing/costing-summary';
import { buildPacket } from '@/utils/packet/build';
import { exportPacket } from '@/utils/packet/export';
import type { PacketInput } from '@/utils/packet/input';
import { packetInput } from './fixture';

// Whole packets are rendered: slow only on a loaded machine.
vi.setConfig({ testTimeout: 30_000 });

const COSTING: Costing = {
  currency: 'KRW', effort: null, rates: [{ role: '백엔드', rate: 7_111_000 }, { role: '비서', rate: 1 }], direct: 1_000_000, subcontract: 0, contingency: 10, price: 51_234_000, targetMargin: 37, inHandoff: true,
};
const ESTIMATE: DeliveryEstimate = { by: '정하늘', on: '2026-11-27', class: 'rough', effort: [{ role: '백엔드', low: 2, likely: 3, high: 5 }], durationWeeks: null, packetNumber: 2 };
/** What nobody outside may read. */
const FIGURES = ['51,234,000', '51234000', '7,111,000', '7111000', '25,9', 'costing":{"', '원가와 마진', 'Cost and margin', '37%'];

function rows(costing: Partial<Costing> = {}, estimate: DeliveryEstimate | null = ESTIMATE): Partial<PacketInput> {
  return { deal: { ...packetInput().deal, costing: { ...COSTING, ...costing } }, estimate };
}
const costRule = (more: Partial<PacketInput>) => buildPacket(packetInput({ purpose: 'handoff' }, more)).readiness.rules.find((one) => one.id === 'handoff.cost_margin')?.pass;

describe('cost and margin in a packet', () => {
  it.each([['ko', '원가와 마진(사내)', '수행팀 견적: 정하늘', '개산(ROM)'], ['en', 'Cost and margin (internal)', 'delivery’s estimate: 정하늘', 'rough, −25 to +75%']] as const)('stand in an internal handoff with whose effort it is (%s)', (language, title, whose, estimateClass) => {
    const { packet, files } = exportPacket(packetInput({ purpose: 'handoff', language }, rows()));
    // (2 + 4 × 3 + 5) / 6 person-months, a tenth more for what nobody thought of.
    expect(packet.costing).toMatchObject({ source: 'delivery', by: '정하늘', on: '2026-11-27', class: 'rough', months: { low: 2, expected: 3.17, high: 5 }, cost: { low: 16_744_200, expected: 25_869_983, high: 40_210_500 }, margin: { low: 21.5, expected: 49.5, high: 67.3 } });
    for (const text of [files['packet.html'], files['packet.md']].map((one) => (one ?? '').replaceAll('\\', ''))) {
      for (const words of [title, whose, estimateClass, '25,869,983 KRW', '49.5%', '51,234,000 KRW']) expect(text).toContain(words);
      // What our people cost by the month is nobody's to pass on.
      expect(text).not.toMatch(/7,?111,?000/u);
    }
    expect(JSON.stringify(packet)).not.toContain('7111000');
  });

  it('is marked as a guess of sales where no reply gave the effort, and says which rate is missing', () => {
    const guess = rows({ effort: [{ role: 'QA', low: 1, likely: 1, high: 1 }] });
    const { packet, files } = exportPacket(packetInput({ purpose: 'handoff', language: 'ko' }, guess));
    expect(packet.costing).toMatchObject({ source: 'sales', on: null, class: null, cost: null, margin: null, missing: ['QA'] });
    expect(files['packet.html']).toContain('영업팀이 어림한 값(수행팀 확인 전)');
    expect(files['packet.html']).toContain('단가가 없어 계산하지 못함: QA');
    expect(costRule(guess)).toBe(false);
  });

  it('keeps its figures with sales where they say so, and the rule of the handoff is met all the same', () => {
    const { packet, files } = exportPacket(packetInput({ purpose: 'handoff', language: 'ko' }, rows({ inHandoff: false })));
    expect(packet.costing).toMatchObject({ withheld: true, effort: [], cost: null, price: null, margin: null, targetMargin: null });
    expect(files['packet.html']).toContain('금액은 영업팀이 가지고 있습니다');
    expect(`${files['packet.html'] ?? ''}${JSON.stringify(packet)}`).not.toMatch(/51,?234,?000|25,?869,?983/u);
    expect([costRule(rows({ inHandoff: false })), costRule(rows()), costRule({}), costRule(rows({ price: null })), costRule(rows({ price: null, inHandoff: false }))]).toEqual([true, true, false, false, false]);
  });

  it.each(['estimate', 'join', 'update'] as const)('is in no packet for %s', (purpose) => {
    expect(buildPacket(packetInput({ purpose }, rows())).costing).toBeNull();
  });

  it.each(['customer_safe', 'anonymised'] as const)('leaves the house in no file of a copy (%s)', (redaction) => {
    for (const language of ['ko', 'en'] as const) {
      const { files, richText } = exportPacket(packetInput({ purpose: 'handoff', language, redaction }, rows()));
      // The schema beside it names every field there can be.
      for (const [name, text] of Object.entries({ ...files, richText })) if (name !== 'packet.schema.json') expect(FIGURES.filter((one) => text.includes(one)), name).toEqual([]);
    }
  });
});
