/** What the parts of a reply make of the deal's rows. */
import { describe, expect, it } from 'vitest';
import { gapOf, ruledCommitment, ruledWant, weakened, withoutWords } from '@/utils/reply/outcome';
import type { Answer } from '@/utils/checklist/answer';
import type { CustomClass, Want } from '@/utils/notes/records';
import type { Reply } from '@/utils/reply/schema';
import { weighReply } from '@/utils/reply/weigh';
import { anAnswer, aPromise, aWant, DAY, T0 } from '../packet/small';
import { aReply, kept, now, sent } from './small-reply';

const AT = T0 + 5;
const rows = { answers: [anAnswer('scope.must', '재고 조회')], wants: [aWant('w1', { words: '알아서 추천' })], commitments: [aPromise('p1')] };
const effectsOf = (more: Partial<Reply>) => weighReply(aReply(more), 'r', sent(rows), now(rows)).effects;
const gaps = (more: Partial<Reply>, owner = '박지훈') => effectsOf(more).map((effect) => gapOf(effect, { id: 'g', dealId: 'deal-1', owner, repliedBy: '정하늘', at: AT, needInfo: (want) => `${want}: 무엇?` }));

describe('gaps that delivery asks for', () => {
  it('stand for the item, in their words, with whoever brought the reply in', () => {
    expect(gaps({ items: [{ itemId: 'A-02', verdict: 'question', text: ' 창고는 몇 곳? ' }] })).toEqual([{
      id: 'g', dealId: 'deal-1', meetingId: '', itemId: 'A-02', topic: 'scope.must', at: AT, offsetMs: null, updatedAt: AT, question: '창고는 몇 곳?', origin: 'delivery', route: null, owner: '박지훈',
      askWhom: '', due: null, blocksEstimate: false, state: 'open', askedOn: [], outcome: '',
    }]);
  });

  it('are owned only when all of route, date and owner are there', () => {
    const question = { text: 'ERP?', itemId: null, route: 'ask_customer' as const, due: '2026-12-03' };
    expect(gaps({ questions: [question] })).toMatchObject([{ state: 'routed', route: 'ask_customer', due: '2026-12-03', itemId: null, topic: null }]);
    expect([gaps({ questions: [{ ...question, due: null }] }), gaps({ questions: [{ ...question, route: null }] }), gaps({ questions: [question] }, ' ')].map(([gap]) => gap?.state)).toEqual(['open', 'open', 'open']);
  });

  it('stand for the item that a further question names', () => {
    expect(gaps({ questions: [{ text: '몇 대?', itemId: 'A-02', route: null, due: null }, { text: '?', itemId: 'Z-99', route: null, due: null }] })).toMatchObject([{ itemId: 'A-02', topic: 'scope.must' }, { itemId: null, topic: null }]);
  });

  it('are assumptions in the name of who replied, where delivery accepts or estimates on a condition', () => {
    const estimate = { class: 'rough' as const, effort: [], durationWeeks: null, assumptions: ['망 분리 없음'] };
    expect(gaps({ verdict: 'accepted_with_conditions', summary: ' 서버는 고객이 준비 ', estimate })).toMatchObject([
      { question: '서버는 고객이 준비', state: 'assumed', owner: '정하늘', origin: 'delivery', outcome: '' }, { question: '망 분리 없음', state: 'assumed', owner: '정하늘' },
    ]);
    expect([gaps({ verdict: 'accepted', summary: '좋습니다' }), gaps({ verdict: 'returned', summary: '더 필요' })]).toEqual([[], []]);
  });

  it('come of a want only when they must know more, and of a promise never', () => {
    expect(gaps({ wants: [{ wantId: 'w1', feasibility: 'need_info', conditions: [], alternative: '' }] })).toMatchObject([{ question: '알아서 추천: 무엇?', itemId: null }]);
    expect(gaps({ wants: [{ wantId: 'w1', feasibility: 'feasible', conditions: [], alternative: '' }], commitments: [{ commitmentId: 'p1', verdict: 'can', condition: '', alternative: '' }] })).toEqual([null, null]);
  });

  it('block the estimate where their item does', () => {
    const [effect] = effectsOf({ items: [{ itemId: 'A-02', verdict: 'question', text: '?' }] });
    if (effect?.kind !== 'item' || !effect.view) throw new Error('no item');
    const blocking = { ...effect, view: { ...effect.view, item: { ...effect.view.item, estimate: 'blocks' as const } } };
    expect(gapOf(blocking, { id: 'g', dealId: 'd', owner: '', repliedBy: '', at: AT, needInfo: String })?.blocksEstimate).toBe(true);
  });
});

describe('an answer that delivery cannot use', () => {
  const view = (more: Parameters<typeof anAnswer>[2]) => { const [one] = now({ answers: [anAnswer('scope.must', '재고 조회', more)] }).views.filter((v) => v.item.id === 'A-02'); if (!one) throw new Error('no item'); return one; };
  it('is partial again, the same words as a row of its own', () => {
    expect(weakened(view({ raw: '재고' }), 'new')).toEqual({ ...anAnswer('scope.must', '재고 조회', { raw: '재고' }), id: 'new', state: 'partial', relation: 'updates', at: T0 + 60_001 });
  });
  it('is of the meeting in which its words were first said, not of one that only confirmed them', () => {
    const other = anAnswer('scope.must', '실사', { id: 'a0', meetingId: 'before', at: T0 });
    const said = anAnswer('scope.must', '재고 조회', { id: 'a1', meetingId: 'first', offsetMs: 7, at: T0 + 1 });
    const again = { ...said, id: 'a2', meetingId: 'second', offsetMs: 9, at: T0 + DAY };
    const of = (...answers: Answer[]) => { const made = now({ answers }).views.find((v) => v.item.id === 'A-02'); return made && weakened(made, 'new'); };
    expect([of(other, said, again), of(said, again), of(said)]).toMatchObject([{ meetingId: 'first', offsetMs: 7, at: T0 + DAY + 1 }, { meetingId: 'first' }, { meetingId: 'first' }]);
    expect(of(said, { ...again, raw: '조회만' })).toMatchObject({ meetingId: 'second', offsetMs: 9 });
  });
  it('stays what it is where it was not complete, or is off the record', () => {
    expect([weakened(view({ state: 'declined' }), 'n'), weakened(view({ confidence: 'assumed' }), 'n'), weakened(view({ offRecord: true }), 'n')]).toEqual([null, null, null]);
  });
});

describe('rulings', () => {
  const ruling = { wantId: 'w', conditions: ['API'], alternative: '메일' };
  const want = aWant('w', { thenHow: '전', conditions: ['전'] });
  it('say of a want what delivery says, and nothing that no longer holds', () => {
    expect(ruledWant(want, { ...ruling, feasibility: 'feasible' }, '한지우', AT)).toEqual({ ...want, feasibility: 'feasible', conditions: [], thenHow: '', updatedAt: AT });
    expect(ruledWant(want, { ...ruling, feasibility: 'feasible_if' }, '한지우', AT)).toMatchObject({ feasibility: 'with_conditions', conditions: ['API'], thenHow: '' });
    expect(ruledWant(want, { ...ruling, feasibility: 'not_feasible_but' }, '한지우', AT)).toMatchObject({ feasibility: 'not_as_asked', conditions: [], thenHow: '메일' });
    expect(ruledWant(want, { ...ruling, feasibility: 'need_info' }, '한지우', AT)).toBe(want);
  });
  it('set how a want is met, in the name of who says so; what is possible is no longer what sales called unavailable', () => {
    const proposed = aWant('w', { customClass: 'customisation', customWhy: '법' });
    const as = (row: Want, feasibility: 'feasible' | 'not_feasible_but', customClass?: CustomClass | null) => ruledWant(row, { ...ruling, feasibility, customClass }, '한지우', AT);
    expect(as(proposed, 'feasible', 'configuration')).toMatchObject({ customClass: 'configuration', classedBy: '한지우', customWhy: '법' });
    for (const nothing of [null, undefined]) expect(as(proposed, 'feasible', nothing)).toMatchObject({ customClass: 'customisation' });
    expect(as(proposed, 'feasible')).not.toHaveProperty('classedBy');
    const refused = aWant('w', { customClass: 'not_available', thenHow: '링크' });
    expect([as(refused, 'feasible'), as(refused, 'not_feasible_but')]).toMatchObject([{ customClass: null, thenHow: '' }, { customClass: 'not_available', thenHow: '메일' }]);
  });
  it('say of a promise whether it can be kept', () => {
    const promise = aPromise('p');
    const words = { commitmentId: 'p', condition: '2주 뒤면', alternative: '메일로' };
    expect((['can', 'can_if', 'cannot_but'] as const).map((verdict) => ruledCommitment(promise, { ...words, verdict }, AT))).toEqual([
      { ...promise, confirmation: 'confirmed', deliveryNote: '' }, { ...promise, confirmation: 'changed', deliveryNote: '2주 뒤면' }, { ...promise, confirmation: 'cannot', deliveryNote: '메일로' },
    ].map((ruled) => ({ ...ruled, heardVerdict: null, updatedAt: AT })));
  });
});

it('leaves of a reply without words who, when and the verdict', () => {
  const reply = aReply({
    by: { name: '정하늘', role: '비밀' }, verdict: 'returned', summary: '비밀', items: [{ itemId: 'A-01', verdict: 'question', text: '비밀' }], wants: [{ wantId: 'w', feasibility: 'feasible_if', conditions: ['비밀'], alternative: '' }],
    commitments: [{ commitmentId: 'p', verdict: 'can_if', condition: '비밀', alternative: '' }], questions: [{ text: '비밀', itemId: null, route: null, due: null }], ideas: ['비밀'],
    estimate: { class: 'rough', effort: [], durationWeeks: null, assumptions: ['비밀'] },
  });
  const bare = withoutWords(kept(reply, { applied: ['item:A-01'] }));
  expect(JSON.stringify(bare)).not.toContain('비밀');
  expect(bare.reply).toMatchObject({ items: [], wants: [], commitments: [], questions: [], ideas: [], estimate: null, summary: '' });
  expect(bare).toMatchObject({ id: 'kept', applied: ['item:A-01'], reply: { verdict: 'returned', by: { name: '정하늘' }, at: reply.at } });
});
