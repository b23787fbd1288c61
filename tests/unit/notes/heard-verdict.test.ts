/** What delivery said on the phone: written down by sales, and never taken for their own reply. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeardFields } from '@/utils/notes/promise-rules';
import { heardRuling, lacksOfVerdict, unruled } from '@/utils/notes/promise-rules';
import { packetLabels } from '@/utils/packet/labels/labels';
import { renderHtml } from '@/utils/packet/render/html';
import { renderMarkdown } from '@/utils/packet/render/markdown';
import { ruledCommitment } from '@/utils/reply/outcome';
import { aPromise, small } from '../packet/small';
import { sectionsOf } from '../packet/render/html/outline';

const FIELDS: HeardFields = { verdict: 'cannot_but', note: ' 12월 20일 ', by: ' 정하늘 ', on: '2026-11-27', where: ' 전화 ' };
const HEARD = { by: '정하늘', on: '2026-11-27', where: '전화' };

describe('a verdict that was heard', () => {
  it('lacks what it lacks, in the order of the form; a plain yes needs no words', () => {
    expect(lacksOfVerdict({ verdict: null, note: '', by: ' ', on: null, where: '' })).toEqual(['verdict', 'by', 'on', 'where']);
    expect(lacksOfVerdict({ ...FIELDS, note: ' ' })).toEqual(['note']);
    expect(lacksOfVerdict({ ...FIELDS, verdict: 'can', note: '' })).toEqual([]);
    expect(lacksOfVerdict({ ...FIELDS, on: '2026-02-30' })).toEqual(['on']);
  });

  it('rules as the reply would, in somebody’s name; what was typed before a plain yes is not kept', () => {
    expect(heardRuling(FIELDS)).toEqual({ confirmation: 'cannot', deliveryNote: '12월 20일', heardVerdict: HEARD });
    expect(heardRuling({ ...FIELDS, verdict: 'can_if' })).toMatchObject({ confirmation: 'changed' });
    expect(heardRuling({ ...FIELDS, verdict: 'can' })).toMatchObject({ confirmation: 'confirmed', deliveryNote: '' });
  });

  it('is saved only with all of it', () => {
    const some = fc.constantFrom('', ' ', '무엇');
    fc.assert(fc.property(fc.record({ verdict: fc.constantFrom('can', 'can_if', 'cannot_but', null), note: some, by: some, on: fc.constantFrom('2026-11-27', null), where: some }), (fields: HeardFields) => {
      expect(heardRuling(fields) === null).toBe(lacksOfVerdict(fields).length > 0);
    }));
  });

  it('falls with the words it was about, and gives way to their reply', () => {
    const ruled = aPromise('견적', { confirmation: 'confirmed', heardVerdict: HEARD });
    expect(unruled(ruled, { ...ruled, words: '다른 것' })).toMatchObject({ confirmation: 'unconfirmed', heardVerdict: null });
    expect(unruled(ruled, { ...ruled, saidBy: '이수민' })).toMatchObject({ confirmation: 'confirmed', heardVerdict: HEARD });
    expect(ruledCommitment(ruled, { commitmentId: ruled.id, verdict: 'can_if', condition: '인원 추가', alternative: '' }, 9)).toMatchObject({ confirmation: 'changed', deliveryNote: '인원 추가', heardVerdict: null });
  });

  it('is printed as what sales heard, and in no copy for others', () => {
    const input = { commitments: [aPromise('견적', { confirmation: 'confirmed', heardVerdict: HEARD })] };
    const words = '영업이 들은 답: 정하늘, 2026. 11. 27. (금), 전화';
    expect(sectionsOf(renderHtml(small(input), packetLabels('ko'), 'x.zip'))['promises']?.join(' ')).toContain(words);
    expect(renderMarkdown(small(input), packetLabels('ko')).replaceAll('\\', '')).toContain(words);
    for (const redaction of ['customer_safe', 'anonymised'] as const) expect(JSON.stringify(small(input, { redaction }).commitments)).not.toMatch(/전화|정하늘/u);
    expect(small({ commitments: [aPromise('견적')] }).commitments[0]?.heardVerdict).toBeNull();
  });
});
