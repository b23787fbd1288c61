import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseReply } from '@/utils/reply/parse';
import { aReply } from './small-reply';

const full = aReply({
  verdict: 'returned', summary: '두 가지가 더 필요합니다', items: [{ itemId: 'A-01', verdict: 'ok', text: '' }, { itemId: 'A-02', verdict: 'question', text: '창고는 몇 곳인가요?' }],
  wants: [{ wantId: 'w1', feasibility: 'feasible_if', conditions: ['API 제공'], alternative: '' }, { wantId: 'w2', feasibility: 'not_feasible_but', conditions: [], alternative: '메일 알림', customClass: 'not_available' }],
  commitments: [{ commitmentId: 'p1', verdict: 'can_if', condition: '2주 뒤', alternative: '' }],
  estimate: { class: 'rough', effort: [{ role: '백엔드', low: 2, likely: 3, high: 5 }], durationWeeks: { low: 8, high: 12 }, assumptions: ['망 분리 없음'] },
  questions: [{ text: 'ERP 버전은?', itemId: null, route: 'ask_customer', due: '2026-12-03' }], ideas: ['조회부터'],
});
const read = (reply: unknown) => parseReply(JSON.stringify(reply));
const problemOf = (reply: unknown) => { const made = read(reply); return made.ok ? 'ok' : `${made.problem} ${made.path}`.trim(); };

describe('a reply that comes in', () => {
  it('is read as the form wrote it, whatever is around it in a chat, and is known again by what it says', () => {
    const made = read(full);
    expect(made).toMatchObject({ ok: true, reply: full });
    const text = JSON.stringify(full, null, 2);
    const shuffled = JSON.stringify(Object.fromEntries(Object.entries(full).reverse()));
    for (const sent of [`\uFEFF${text}\n`, `회신 드립니다.\n\`\`\`json\n${text}\n\`\`\`\n감사합니다`, `{팀장}님께:\n${text}\n{끝} :}`, shuffled]) expect(parseReply(sent)).toEqual(made);
    expect(made.ok && read(aReply()).ok && (read(aReply()) as { id: string }).id !== (made as { id: string }).id).toBe(true);
  });

  it('needs no words for what is plain, and takes an estimate without a range', () => {
    const plain = aReply({
      wants: [{ wantId: 'w1', feasibility: 'feasible', conditions: [], alternative: '' }, { wantId: 'w2', feasibility: 'need_info', conditions: [], alternative: '' }], commitments: [{ commitmentId: 'p1', verdict: 'can', condition: '', alternative: '' }],
      estimate: { class: 'definitive', effort: [{ role: 'PM', low: 1, likely: 1, high: 1 }], durationWeeks: { low: 4, high: 4 }, assumptions: [] },
    });
    expect(read(plain)).toMatchObject({ ok: true, reply: plain });
  });

  it('leaves alone what a later version adds', () => {
    expect(read({ ...full, mood: 'good', by: { ...full.by, team: 'A' } })).toEqual(read(full));
  });

  it.each<[string, unknown]>([
    ['a_packet', { format: 'baton.packet' }], ['not_a_reply', { format: 'baton.backup' }], ['not_json', []], ['newer_format', { ...full, formatVersion: 2 }], ['invalid formatVersion', { ...full, formatVersion: '1' }],
    ['invalid summary', { ...full, summary: ' ' }], ['invalid items.1.text', { ...full, items: [full.items[0], { ...full.items[1], text: ' \n' }] }],
    ['invalid wants.0.customClass', { ...full, wants: [{ ...full.wants[0], customClass: 'not_available' }] }], ['invalid wants.0.customClass', { ...full, wants: [{ ...full.wants[0], customClass: 'magic' }] }],
    ['invalid wants.0.conditions', { ...full, wants: [{ ...full.wants[0], conditions: [] }] }], ['invalid wants.0.alternative', { ...full, wants: [{ ...full.wants[1], alternative: '' }] }],
    ['invalid commitments.0.condition', { ...full, commitments: [{ ...full.commitments[0], condition: '' }] }],
    ['invalid commitments.0.alternative', { ...full, commitments: [{ ...full.commitments[0], verdict: 'cannot_but' }] }],
    ['invalid items.1.itemId', { ...full, items: [full.items[0], { ...full.items[1], itemId: 'A-01' }] }], ['invalid wants.1.wantId', { ...full, wants: [full.wants[0], { ...full.wants[1], wantId: 'w1' }] }],
    ['invalid questions.0.due', { ...full, questions: [{ ...full.questions[0], due: '2026-02-30' }] }], ['invalid questions.0.route', { ...full, questions: [{ ...full.questions[0], route: 'guess' }] }],
    ['invalid estimate.effort.0.low', { ...full, estimate: { ...full.estimate, effort: [{ role: 'x', low: 5, likely: 3, high: 4 }] } }],
    ['invalid estimate.effort.0.low', { ...full, estimate: { ...full.estimate, effort: [{ role: 'x', low: 1, likely: 5, high: 4 }] } }],
    ['invalid estimate.durationWeeks.low', { ...full, estimate: { ...full.estimate, durationWeeks: { low: 9, high: 3 } } }], ['invalid estimate.class', { ...full, estimate: { ...full.estimate, class: 'exact' } }],
    ['invalid by.name', { ...full, by: { name: ' ', role: '' } }], ['invalid at', { ...full, at: 'yesterday' }], ['invalid contentHash', { ...full, contentHash: 'x' }], ['invalid verdict', { ...full, verdict: 'rejected' }],
    ['invalid questions.0.text', { ...full, questions: [{ ...full.questions[0], text: '\u200B\u3164' }] }],
    ['invalid ideas.0', { ...full, ideas: ['x'.repeat(20_001)] }],
  ])('is refused whole, with the field: %s', (problem, reply) => { expect(problemOf(reply)).toBe(problem); });

  it('is refused when it is nothing, too much, or damaged', () => {
    expect([parseReply(' \n'), parseReply('x'.repeat(2_000_001)), parseReply('{"format": "baton.reply", '), parseReply('hello')].map((made) => made.ok || made.problem))
      .toEqual(['empty', 'too_large', 'not_json', 'not_json']);
    expect(problemOf(JSON.parse('{"__proto__": {"format": "baton.reply"}}'))).toBe('not_a_reply');
  });

  it('never throws, and what it takes can be read again', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map((json) => `{"format":"baton.reply","formatVersion":1,"items":${json}}`)), (text) => {
      const made = parseReply(text);
      if (made.ok) expect(parseReply(JSON.stringify(made.reply))).toEqual(made);
    }));
  });
});
