/** What was accepted as the contract was signed, as the page, the Markdown and the clipboard tell it. */
import { describe, expect, it } from 'vitest';
import type { AcceptedRisk } from '@/utils/deal/accepted-risk';
import { contentHashOf } from '@/utils/packet/build/canonical';
import { filesOf } from '@/utils/packet/export';
import { packetLabels } from '@/utils/packet/labels/labels';
import { parsePacket } from '@/utils/packet/parse';
import { renderHtml } from '@/utils/packet/render/html';
import { renderMarkdown } from '@/utils/packet/render/markdown';
import { renderRichText } from '@/utils/packet/render/rich-text';
import type { Language, Packet } from '@/utils/packet/schema';
import { aContradiction, aGap, anAnswer, aPromise, DAY, signedDeal, small, T0 } from '../small';
import { outline, sectionsOf } from './html/outline';

const risk = (kind: AcceptedRisk['kind'], ref: string, by: string, why: string): AcceptedRisk => ({ kind, ref, by, why, at: T0 + DAY });
const RISKS = [risk('gap', 'g', '박서연', '납기 *우선*'), risk('conflict', 'conflict:scope.must', '김대리', '착수 때 정함'), risk('promise', 'p', '', ''), risk('acceptance', '', '박서연', '')];
const rows = {
  gaps: [aGap('g', { blocksEstimate: true, itemId: 'A-04' })], contradictions: [aContradiction('scope.must')], commitments: [aPromise('p', { confirmation: 'confirmed' })], answers: [anAnswer('scope.must', null, { offRecord: true })],
};
const signed = (language: Language = 'ko', risks = RISKS): Packet => small({ ...rows, deal: signedDeal(risks) }, { language });
const print = (packet: Packet) => {
  const labels = packetLabels(packet.packet.language);
  return { page: renderHtml(packet, labels, 'x.baton.zip'), markdown: renderMarkdown(packet, labels), rich: renderRichText(packet, labels) };
};
const markdownUnder = (text: string, heading: string): string[] => (text.split(`## ${heading}\n\n`)[1]?.split('\n\n## ')[0] ?? '').split('\n');
const HEADINGS = ['계약할 때 안고 가기로 한 것', 'Accepted when the contract was signed'];

describe('what was accepted at the signature', () => {
  it('stands on the page behind the promises and in its contents, with name, reason and how it stands now', () => {
    const { page } = print(signed());
    const ids = Object.keys(sectionsOf(page));
    expect(ids.slice(ids.indexOf('promises'), ids.indexOf('pains') + 1)).toEqual(['promises', 'accepted', 'pains']);
    expect(page).toContain('<li><a href="#accepted">계약할 때 안고 가기로 한 것</a></li>');
    expect(sectionsOf(page)['accepted']).toEqual([
      'g? {plain: 미확인} {warn: 남아 있음}', '책임지는 사람: 박서연 · 이유: 납기 *우선* · [A-04 예산](#item-4)', '기록하지 않기로 한 내용 {plain: 답이 다름} {warn: 남아 있음}', '책임지는 사람: 김대리 · 기록하지 않기로 한 내용 · [A-02 필수 범위](#item-2)',
      'p! {plain: 약속} {good: 정리됨}', '수행팀 확인 · 담당 없음 · 이유 없음', '무엇으로 검수할지 정하지 않고 계약함 {plain: 검수 기준} {warn: 남아 있음}', '책임지는 사람: 박서연 · 이유 없음',
    ]);
    expect(outline(page)).toContain('계약일: 2026. 11. 25. (수)');
  });

  it('stands in the Markdown and on the clipboard too', () => {
    const { markdown, rich } = print(signed());
    expect(markdownUnder(markdown, '계약할 때 안고 가기로 한 것')).toEqual([
      '- **미확인** · g? · 책임지는 사람: 박서연 · 이유: 납기 \\*우선\\* · A-04 예산 · 남아 있음', '- **답이 다름** · 기록하지 않기로 한 내용 · 책임지는 사람: 김대리 · 기록하지 않기로 한 내용 · A-02 필수 범위 · 남아 있음',
      '- **약속** · p! · 수행팀 확인 · 담당 없음 · 이유 없음 · 정리됨', '- **검수 기준** · 무엇으로 검수할지 정하지 않고 계약함 · 책임지는 사람: 박서연 · 이유 없음 · 남아 있음',
    ]);
    expect(markdown).toContain('\n- 계약일 · 2026. 11. 25. (수)\n');
    expect(markdown.indexOf('## 약속')).toBeLessThan(markdown.indexOf('## 계약할 때'));
    expect(markdown.indexOf('## 계약할 때')).toBeLessThan(markdown.indexOf('## Pain Point'));
    expect(rich.split('\n').at(-1)).toBe(
      '<h3>계약할 때 안고 가기로 한 것</h3><ul><li>g? (미확인 · 책임지는 사람: 박서연 · 이유: 납기 *우선* · 남아 있음)</li><li>기록하지 않기로 한 내용 (답이 다름 · 책임지는 사람: 김대리 · 기록하지 않기로 한 내용 · 남아 있음)</li>' +
      '<li>p! (약속 · 수행팀 확인 · 담당 없음 · 이유 없음 · 정리됨)</li><li>무엇으로 검수할지 정하지 않고 계약함 (검수 기준 · 책임지는 사람: 박서연 · 이유 없음 · 남아 있음)</li></ul>',
    );
  });

  it('reads in English', () => {
    const { page, markdown, rich } = print(signed('en'));
    expect(sectionsOf(page)['accepted']?.slice(4)).toEqual(['p! {plain: Promise} {good: Settled since}', 'Confirmed by delivery · No owner · No reason given', 'Signed without acceptance criteria {plain: Acceptance} {warn: Still open}', 'Who answers for it: 박서연 · No reason given']);
    expect(outline(page)).toContain('Contract signed: Wed 25 Nov 2026');
    expect(markdownUnder(markdown, 'Accepted when the contract was signed')[0]).toBe('- **Open question** · g? · Who answers for it: 박서연 · Reason: 납기 \\*우선\\* · A-04 Budget · Still open');
    expect(rich).toContain('<h3>Accepted when the contract was signed</h3><ul><li>g? (Open question · Who answers for it: 박서연');
  });

  it('is said by the rules that warn of it', () => {
    const rules = (language: Language) => print(small({ ...rows, deal: signedDeal(RISKS) }, { purpose: 'handoff', language }));
    expect(rules('ko').markdown).toContain('견적을 막는 미확인 1건 (계약할 때 안고 가기로 한 1건 포함)');
    expect(sectionsOf(rules('en').page)['rules']).toContain('Open questions that block the estimate: 1 (accepted at the signature: 1)');
  });

  it('has no section before the signature, and none when nothing was open', () => {
    for (const packet of [small(rows), signed('ko', []), small({ ...rows, deal: { ...signedDeal([]), course: [] } })]) {
      for (const text of Object.values(print(packet))) expect(text).not.toContain('안고 가기로');
    }
    for (const text of Object.values(print(small(rows)))) expect(text).not.toContain('계약일');
  });

  it.each(['customer_safe', 'anonymised'] as const)('is printed in no copy for others, whatever its data say: %s', (redaction) => {
    for (const language of ['ko', 'en'] as const) {
      const packet = signed(language);
      for (const text of Object.values(print({ ...packet, packet: { ...packet.packet, redaction } }))) {
        for (const word of [...HEADINGS, '박서연', '김대리']) expect(text).not.toContain(word);
      }
    }
  });

  it.each(['ko', 'en'] as const)('is text, whatever is typed as a name or a reason: %s', (language) => {
    const hostile = '<img src=x onerror="alert(1)">[x](javascript:alert(1))\u202e';
    const { page, markdown, rich } = print(signed(language, [risk('gap', 'g', hostile, hostile)]));
    for (const text of [page, rich]) {
      expect(text.split('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;')).toHaveLength(3);
      expect(text).not.toContain('<img');
    }
    expect(markdown.split('&lt;img src=x onerror="alert(1)"&gt;\\[x\\](')).toHaveLength(3);
    for (const text of [page, markdown, rich]) expect(text).not.toContain('\u202e');
  });
});

describe('a packet from before this was kept', () => {
  it('is read and printed as it was', () => {
    const { acceptedRisks: _risks, deal: { signedOn: _day, ...deal }, ...rest } = small(rows);
    const bare = { ...rest, deal };
    const older = { ...bare, packet: { ...bare.packet, contentHash: contentHashOf(bare) } };
    expect(parsePacket(JSON.parse(JSON.stringify(older)))).toEqual({ ok: true, packet: older });
    expect(Object.keys(sectionsOf(filesOf(older).files['packet.html'] ?? ''))).not.toContain('accepted');
  });
});
