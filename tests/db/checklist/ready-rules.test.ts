/** The packet of a deal follows what its version of the checklist says makes it ready. */
import { beforeEach, expect, it } from 'vitest';
import { ruleFormOf } from '@/utils/checklist/own/rules';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import { withWeights } from '@/utils/checklist/own/rules';
import { agreeChecklist, beginNextVersion, copyChecklist, editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { saveRule } from '@/utils/services/checklist/own/save-rule';
import { createDeal, editDeal } from '@/utils/services/deal/create-deal';
import { makePacket } from '@/utils/services/packet/make-packet';
import { previewPacket } from '@/utils/services/packet/preview-packet';
import { freshDatabase } from '../rows';

const AT = Date.UTC(2026, 10, 27, 3);
const SIGNED = { sales: '박서연', delivery: '한지우', on: '2026-11-27', note: '' };
const CHOICES = { purpose: 'estimate', language: 'ko', redaction: 'internal', createdBy: '박서연', sendAnywayReason: null, request: DEFAULT_REQUEST } as const;
const FORM = { ...ruleFormOf(null, 'ko'), check: 'answered' as const, topic: 'pain.primary', estimate: true, weight: 'must' as const, whyKo: '무엇을 푸는지 모르면 공수를 못 잡음' };
let db: BatonDatabase;
let id: string;
let dealId: string;
const pin = (version: number) => ({ id: id.replace(/\.v\d+$/u, ''), version });
const rulesNow = async () => (await previewPacket(db, dealId, CHOICES, AT)).packet.readiness.rules;
const refusal = async (run: Promise<unknown>): Promise<unknown> => run.then(() => 'done', (error: unknown) => (error as Error).cause);

beforeEach(async () => {
  db = freshDatabase();
  id = await copyChecklist(db, { id: 'first-call', version: 1 }, { ko: '우리 첫 통화', en: '' }, AT);
  await agreeChecklist(db, id, SIGNED, AT);
  dealId = await createDeal(db, { accountName: '가온', dealName: '구축', stage: 'estimate', customerDue: null, checklist: pin(1), alsoChecklists: [] }, AT);
});

it('a rule that a new version changes is followed by the next packet of a deal on that version, and of no other', async () => {
  const before = await rulesNow();
  const next = await beginNextVersion(db, pin(1).id, AT + 1);
  await editChecklist(db, next, (list) => withWeights(list, { 'estimate.due': 'must', 'estimate.vague': 'off' }), AT + 2);
  expect(await saveRule(db, next, { ruleId: null, changed: FORM, language: 'ko' }, AT + 3)).toBe(true);
  await agreeChecklist(db, next, SIGNED, AT + 4);
  expect(await rulesNow()).toEqual(before);
  await editDeal(db, dealId, { checklist: pin(2) }, '', AT + 5);
  const after = await rulesNow();
  expect(after.map(({ id: rule }) => rule)).not.toContain('estimate.vague');
  expect(after.filter(({ must }) => must).map(({ id: rule, own }) => [rule, own?.why.ko])).toEqual([['estimate.due', undefined], [after.at(-1)?.id, FORM.whyKo]]);
});

it('what is required and not met leaves with a reason only, whoever asks for the packet', async () => {
  const next = await beginNextVersion(db, pin(1).id, AT + 1);
  await saveRule(db, next, { ruleId: null, changed: FORM, language: 'ko' }, AT + 2);
  await editDeal(db, dealId, { checklist: pin(2) }, '', AT + 3);
  for (const sendAnywayReason of [null, ' ']) expect(await refusal(makePacket(db, dealId, null, { ...CHOICES, sendAnywayReason }, AT + 4))).toBe('no_reason');
  expect(await db.packets.count()).toBe(0);
  await makePacket(db, dealId, null, { ...CHOICES, sendAnywayReason: '오늘 꼭 필요' }, AT + 5);
  // A copy for the customer has no rules, and none of our reasons.
  await makePacket(db, dealId, null, { ...CHOICES, redaction: 'customer_safe' }, AT + 6);
  expect((await db.packets.orderBy('id').toArray()).map(({ number }) => number).toSorted()).toEqual([1, 2]);
});

it('a rule is changed by what was changed of it only, can be undone, and is not brought back once it is removed', async () => {
  const draft = await beginNextVersion(db, pin(1).id, AT + 1);
  await saveRule(db, draft, { ruleId: null, changed: FORM, language: 'ko' }, AT + 2);
  const rule = async () => (await db.checklists.get(draft))?.list.rules?.own[0];
  const ruleId = (await rule())?.id ?? '';
  await saveRule(db, draft, { ruleId, changed: { weight: 'wish' }, language: 'ko' }, AT + 3);
  await saveRule(db, draft, { ruleId, changed: { whyEn: 'No effort without it' }, language: 'ko' }, AT + 4);
  expect(await rule()).toMatchObject({ id: ruleId, weight: 'wish', why: { ko: FORM.whyKo, en: 'No effort without it' } });
  expect(await saveRule(db, draft, { ruleId, changed: {}, language: 'ko' }, AT + 5)).toBe(false);
  await undoNewest(db, '', { holds: draft });
  expect((await rule())?.why.en).toBe(FORM.whyKo);
  for (let i = 0; i < 2; i += 1) await undoNewest(db, '', { holds: draft });
  // As it was: a list that says nothing of rules.
  expect((await db.checklists.get(draft))?.list).not.toHaveProperty('rules');
  expect(await refusal(saveRule(db, draft, { ruleId, changed: { weight: 'must' }, language: 'ko' }, AT + 6))).toBe('gone');
  expect(await refusal(saveRule(db, id, { ruleId: null, changed: FORM, language: 'ko' }, AT + 6))).toBe('list_agreed');
});
