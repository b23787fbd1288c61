/** Questions of the rep's own keep the gap that they came from, and what delivery answers stays among us. */
import { describe, expect, it } from 'vitest';
import { exportPacket } from '@/utils/packet/export';
import { REDACTIONS } from '@/utils/packet/schema';
import { aContradiction, aGap, anAnswer, small, smallInput, T0 } from '../small';

describe("the rep's own questions", () => {
  const gaps = [
    aGap('erp', { question: 'ERP 버전은?', route: 'ask_delivery', itemId: 'A-07', topic: 'tech.api_access', due: '2026-12-03', at: T0 }), aGap('card', { question: '카드 4111-1111-1111-1111은\n되나요?', route: 'ask_delivery' }),
    aGap('ours', { question: '예산은 얼마인가요?', route: 'ask_customer' }), aGap('guess', { question: '망은?', state: 'assumed' }), aGap('ended', { question: '서버는?', state: 'answered', outcome: '있음' }),
  ];
  const asked = (...questions: string[]) => small({ gaps }, { request: { questions, respondBy: null, lateReason: '', rolesToBring: null } }).request.questions;

  it('keep item, gap and date when another line of them is changed', () => {
    expect(asked('ERP 버전은?', '공수는 얼마나 드나요?')).toEqual([
      { id: 'q:erp', text: 'ERP 버전은?', itemId: 'A-07', gapId: 'erp', neededBy: '2026-12-03' }, { id: 'q:2', text: '공수는 얼마나 드나요?', itemId: null, gapId: null, neededBy: null },
    ]);
  });

  it('keep them also when they are put otherwise, in the words that the rep chose', () => {
    expect(asked('ERP 버전은 무엇인가요?')).toEqual([{ id: 'q:erp', text: 'ERP 버전은 무엇인가요?', itemId: 'A-07', gapId: 'erp', neededBy: '2026-12-03' }]);
  });

  it('are known with their numbers masked and on one line, as the form shows them', () => {
    const [shown] = small({ gaps: gaps.slice(1, 2) }).request.questions;
    expect(asked((shown?.text ?? '').replace('\n', ' '))).toEqual([shown]);
    expect(shown?.text).toBe('카드 4111-****-****-****은\n되나요?');
  });

  it('stand for any open gap word for word, but for none that was only put like it, is assumed or has ended', () => {
    expect(asked('예산은 얼마인가요?', '망은?', '서버는?').map((one) => one.gapId)).toEqual(['ours', null, null]);
    expect(asked('예산이 얼마인가요?').map((one) => one.gapId)).toEqual([null]);
  });
});

describe('what delivery answered in a reply', () => {
  const by = '한지우';
  const WORDS = 'INS-저희는 API를 못 씁니다';
  const rows = {
    gaps: [aGap('g', { question: 'API는 되나요?', route: 'ask_customer', itemId: 'A-07', topic: 'tech.api_access', state: 'answered', outcome: WORDS, answeredBy: by })],
    answers: [
      anAnswer('tech.api_access', WORDS, { raw: WORDS, confidence: 'indirect', saidBy: by, fromDelivery: true }), anAnswer('pain.primary', WORDS, { id: 'was', raw: WORDS, fromDelivery: true }),
      anAnswer('pain.primary', '재고가 안 맞음', { id: 'is', raw: '재고가 안 맞음', at: T0 + 120_000 }), anAnswer('users.count', WORDS, { id: 'theirs', raw: WORDS, fromDelivery: true }),
      // Edited in the form of the item, which knows no more than the words.
      anAnswer('users.count', WORDS, { id: 'again', raw: WORDS, confidence: 'stated', at: T0 + 120_000 }),
    ],
    contradictions: [aContradiction('scope.must', { a: { text: WORDS, saidBy: by, at: T0, answerId: null } })],
  } satisfies Parameters<typeof small>[0];
  const files = (redaction: (typeof REDACTIONS)[number]) => exportPacket({ ...smallInput(rows, { redaction }), previous: small({ gaps: [aGap('g', { question: 'API는 되나요?', route: 'ask_customer' })] }) });

  it('is in the packet for colleagues, as hearsay in their name', () => {
    const { packet, files: made } = files('internal');
    expect(packet.gaps[0]).toMatchObject({ outcome: WORDS, answeredBy: by, open: false });
    expect(packet.answers.find((one) => one.itemId === 'A-07')).toMatchObject({ state: 'partial', confidence: 'indirect', saidBy: by, fromDelivery: true });
    expect(made['gaps.csv']).toContain(`${WORDS}(수행팀 ${by})`);
  });

  it.each(REDACTIONS.filter((one) => one !== 'internal'))('is in no file of a copy for others (%s)', (redaction) => {
    const { packet, files: made } = files(redaction);
    expect(packet.gaps.map((one) => one.question)).toEqual(['API는 되나요?']);
    for (const [name, text] of Object.entries(made)) expect([name, text.includes('INS-'), text.includes(by)]).toEqual([name, false, false]);
    expect(packet.answers.find((one) => one.itemId === 'A-01')?.value).toEqual({ kind: 'text', text: '재고가 안 맞음' });
    expect(packet.answers.filter((one) => one.withheld).map((one) => one.itemId)).toEqual(expect.arrayContaining(['A-03', 'A-07']));
  });

  it('is not there once its topic is off the record', () => {
    const covered = small({ gaps: rows.gaps, answers: [anAnswer('tech.api_access', null, { offRecord: true })] });
    expect(covered.gaps[0]).toMatchObject({ outcome: '', answeredBy: '' });
  });
});
