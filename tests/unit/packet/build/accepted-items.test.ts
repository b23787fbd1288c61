/** Minimum items that nobody knew at the signature: in packets of every purpose and in everything that is written of them, and in no copy for others. */
import { describe, expect, it } from 'vitest';
import { labelsEn } from '@/utils/packet/labels/labels-en';
import { exportPacket } from '@/utils/packet/export';
import { packetSchema, PURPOSES, REDACTIONS } from '@/utils/packet/schema';
import type { AcceptedItem } from '@/utils/deal/accepted-risk';
import { aGap, anAnswer, DAY, LIST, signedDeal, small, smallInput, T0 } from '../small';

const item = (topic: string, more: Partial<AcceptedItem> = {}): AcceptedItem => ({ topic, by: ' 박서연 ', why: ' 착수 뒤 확인 ', at: T0 + DAY, ...more });
const signed = (items: AcceptedItem[]) => ({ ...signedDeal([]), itemsAccepted: items });
const accepted = (items: AcceptedItem[], rows: Parameters<typeof small>[0] = {}, options: Parameters<typeof small>[1] = {}) => small({ deal: signed(items), ...rows }, options).acceptedItems;

describe('minimum items that were accepted', () => {
  it('are told by their item, with who answers for them, since when, and whether they are open', () => {
    expect(accepted([item('scope.must'), item('people.decider', { by: '', why: '' })], { answers: [anAnswer('people.decider', '대표')] })).toEqual([
      { topic: 'scope.must', itemId: 'A-02', acceptedBy: '박서연', why: '착수 뒤 확인', on: '2026-11-25', open: true, offRecord: false },
      { topic: 'people.decider', itemId: 'A-05', acceptedBy: '', why: '', on: '2026-11-25', open: false, offRecord: false },
    ]);
  });

  it('stay open while they are only looked after, known in part or contradicted', () => {
    const gaps = [aGap('g', { topic: 'scope.must', owner: '박지훈', route: 'ask_customer', due: '2026-12-01', state: 'routed' })];
    expect(accepted([item('scope.must')], { gaps })?.[0]?.open).toBe(true);
    expect(accepted([item('scope.must')], { answers: [anAnswer('scope.must', '조회', { confidence: 'assumed' })] })?.[0]?.open).toBe(true);
  });

  it('give no reason about what is off the record, and are left out where no checklist asks them any more', () => {
    expect(accepted([item('scope.must'), item('no.such')], { answers: [anAnswer('scope.must', null, { state: 'partial', offRecord: true })] })).toMatchObject([{ topic: 'scope.must', why: '', offRecord: true }]);
  });

  it('are none before the signature, and a field that older packets do without', () => {
    expect(small({ deal: { ...smallInput().deal, itemsAccepted: [item('scope.must')] } }).acceptedItems).toEqual([]);
    const { acceptedItems: _none, ...older } = small();
    expect(packetSchema.safeParse(older).success).toBe(true);
  });

  it.each(PURPOSES)('are in a packet to %s', (purpose) => expect(accepted([item('scope.must')], {}, { purpose })).toHaveLength(1));

  describe('in what leaves', () => {
    const deal = signed([item('scope.must'), item('people.decider'), item('budget.range', { by: '김대리' }), item('schedule.deadline')]);
    const out = (options: Parameters<typeof smallInput>[1]) => exportPacket(smallInput({ deal, answers: [anAnswer('schedule.deadline', '12월')] }, options));

    it('stand together where name and reason are the same, what is settled apart', () => {
      const { files, richText } = out({});
      const lines = (files['packet.md'] ?? '').toString().split('\n').filter((line) => line.startsWith('- **확인하지 못한 항목**'));
      expect(lines).toEqual([
        '- **확인하지 못한 항목** · A-02 필수 범위, A-05 결정권자 · 책임지는 사람: 박서연 · 이유: 착수 뒤 확인 · 남아 있음', '- **확인하지 못한 항목** · A-04 예산 · 책임지는 사람: 김대리 · 이유: 착수 뒤 확인 · 남아 있음',
        '- **확인하지 못한 항목** · A-06 기한 · 책임지는 사람: 박서연 · 이유: 착수 뒤 확인 · 정리됨',
      ]);
      expect(richText).toContain('<li>A-02 필수 범위, A-05 결정권자 (확인하지 못한 항목 · 책임지는 사람: 박서연 · 이유: 착수 뒤 확인 · 남아 있음)</li>');
      expect(files['packet.html']).toContain('<section id="accepted"');
      expect(files['packet.html']).toContain('<a href="#item-2">A-02 필수 범위</a>, <a href="#item-5">A-05 결정권자</a> <span class="tag plain">확인하지 못한 항목</span> <span class="tag warn">남아 있음</span>');
    });

    it('read in English too', () => expect(out({ language: 'en' }).files['packet.md']).toContain(`- **${labelsEn.risk.kind.item}** · A-02 Must scope, A-05 Decider · Who answers for it: 박서연`));

    it.each(REDACTIONS.filter((one) => one !== 'internal'))('are in no copy (%s)', (redaction) => {
      const { packet, files, richText } = out({ redaction });
      expect(packet.acceptedItems).toEqual([]);
      expect(JSON.stringify([files['packet.md'], files['packet.html'], files['packet.json'], files['minutes.md'], richText])).not.toMatch(/박서연|김대리|착수 뒤|확인하지 못한/u);
    });
  });

  it('are as many as the checklist has, when nothing was asked', () => {
    const all = LIST.items.filter((one) => one.need === 'minimum');
    expect(accepted(all.map(({ topic }) => item(topic)))).toHaveLength(all.length);
  });
});
