/** How wants fit the pains, and where the first release ends: what delivery scopes from. */
import { describe, expect, it } from 'vitest';
import { packetLabels } from '@/utils/packet/labels/labels';
import { renderHtml } from '@/utils/packet/render/html';
import { renderMarkdown } from '@/utils/packet/render/markdown';
import type { Language, Redaction } from '@/utils/packet/schema';
import { aNote, aWant, small } from '../small';

const ROWS = {
  notes: [aNote('pain', 'served', { text: '월말마다 밤샘' }), aNote('pain', 'alone', { text: '전화가 안 닿음' })],
  wants: [
    aWant('later', { words: 'AI 발주', priority: 'later', needBehind: '품절 줄이기' }), aWant('loose', { words: '다크 모드', priority: null, needBehind: '', painId: null }),
    aWant('must', { words: '바코드 실사', priority: 'must', needBehind: '', painId: 'served' }), aWant('should', { words: '재고 알림', priority: 'should', needBehind: '미리 알기' }),
  ],
};

function out(language: Language, redaction: Redaction = 'internal'): { md: string; html: string; order: string[] } {
  const packet = small(ROWS, { language, redaction });
  const labels = packetLabels(language);
  return { md: renderMarkdown(packet, labels).replaceAll('\\', ''), html: renderHtml(packet, labels, 'x.zip'), order: packet.wants.map(({ id }) => id) };
}

describe.each([['ko', '여기부터는 1차에 넣지 않음', '어떤 Pain Point나 필요를 위한 것인지 적지 않음', '이를 위한 고객 요청이 아직 없음'], ['en', 'Not in the first release', 'Neither a pain point nor a need is named for it', 'No want serves it yet']] as const)('wants in a packet (%s)', (language, cut, loose, unserved) => {
  it('come by priority, with what is for later behind the cut', () => {
    const { md, html, order } = out(language);
    expect(order).toEqual(['must', 'should', 'loose', 'later']);
    for (const text of [md, html]) {
      const [before = '', after = ''] = text.split(cut);
      for (const words of ['바코드 실사', '재고 알림', '다크 모드']) expect(before).toContain(words);
      expect(before).not.toContain('AI 발주');
      expect(after).toContain('AI 발주');
    }
  });

  it('say which serves nothing, and which pain nothing serves, once each', () => {
    for (const text of Object.values(out(language)).filter((one) => typeof one === 'string')) {
      expect(text.split(loose)).toHaveLength(2);
      expect(text.split(unserved)).toHaveLength(2);
      expect(text.indexOf('다크 모드')).toBeLessThan(text.indexOf(loose));
      expect(text.slice(0, text.indexOf(unserved))).toContain('전화가 안 닿음');
    }
  });

  it.each(['customer_safe', 'anonymised'] as const)('tell no customer what does not fit (%s)', (redaction) => {
    const { md, html } = out(language, redaction);
    for (const text of [md, html]) for (const words of [loose, unserved]) expect(text).not.toContain(words);
  });
});
