/** Rules of readiness in a draft: changed, compared, carried on, read from outside. */
import { describe, expect, it } from 'vitest';
import type { Checklist } from '@/utils/checklist/checklist';
import { isUnchanged, listDifferences } from '@/utils/checklist/own/differences';
import { checklistFileText, readChecklistFile } from '@/utils/checklist/own/file';
import { agreed, copyOf, nextVersion, ownTopics } from '@/utils/checklist/own/own';
import { draftProblems } from '@/utils/checklist/own/problems';
import type { RuleForm } from '@/utils/checklist/own/rules';
import { lacksOfRule, ruleDifferences, ruleFormOf, ruleOf, withOwnRule, withoutOwnRule, withWeights } from '@/utils/checklist/own/rules';
import type { OwnRule } from '@/utils/checklist/ready-rules';
import { weightOf } from '@/utils/checklist/ready-rules';
import { checklistProblems, checklistSchema } from '@/utils/checklist/schema';
import { checklistRow } from '@/utils/backup/row-schemas';
import { FIRST_CALL, TOPICS } from './lists';

const OWN = copyOf(FIRST_CALL, TOPICS, { id: 'own-a', code: 'E', name: { ko: '우리 것', en: '' } }, 5);
const SIGNED = { sales: '박서연', delivery: '한지우', on: '2026-11-27', note: '' };
const RULE: OwnRule = { id: 'own.r1', check: 'number', topic: 'pain.primary', most: null, purposes: ['estimate'], weight: 'must', why: { ko: '이유', en: 'Why' } };
const FORM: RuleForm = { check: 'answered', topic: 'pain.primary', most: '', weight: 'wish', join: false, estimate: true, handoff: true, whyKo: '이유', whyEn: '' };
const ruled = withOwnRule(OWN.list, RULE);

it('a list is as it was before there were rules when none differs any more', () => {
  const set = withWeights(OWN.list, { 'estimate.due': 'must', 'estimate.vague': 'off', 'join.meeting': 'wish', 'join.pain': 'off' });
  expect(set.rules).toEqual({ set: { 'estimate.due': 'must', 'estimate.vague': 'off' }, own: [] });
  expect(withWeights(set, { 'estimate.due': 'wish', 'estimate.vague': 'wish' })).toEqual(OWN.list);
  expect(withoutOwnRule(ruled, 'own.r1')).toEqual(OWN.list);
  expect(withoutOwnRule(ruled, 'own.r9')).toBe(ruled);
  expect(withWeights(ruled, { 'estimate.due': 'must' }).rules?.own).toEqual([RULE]);
  expect([weightOf(set.rules, 'estimate.due'), weightOf(undefined, 'estimate.due'), weightOf(set.rules, 'constructor'), weightOf(set.rules, 'join.pain')]).toEqual(['must', 'wish', 'wish', 'must']);
});

it('a rule is written in its place, or as the last one', () => {
  const two = withOwnRule(ruled, { ...RULE, id: 'own.r2' });
  expect(withOwnRule(two, { ...RULE, weight: 'wish' }).rules?.own.map(({ id, weight }) => [id, weight])).toEqual([['own.r1', 'wish'], ['own.r2', 'must']]);
});

describe('the form of a rule', () => {
  it('says what is missing of what its kind asks', () => {
    expect(lacksOfRule(FORM)).toEqual([]);
    expect(lacksOfRule({ ...FORM, topic: '', estimate: false, handoff: false, whyKo: ' ' })).toEqual(['topic', 'purposes', 'why']);
    expect(lacksOfRule({ ...FORM, whyKo: '', whyEn: 'Why' })).toEqual([]);
    for (const most of ['', '-1', '1.5', '100', 'two', '１']) expect(lacksOfRule({ ...FORM, check: 'few_blocking', topic: '', most })).toEqual(['most']);
    expect(lacksOfRule({ ...FORM, check: 'few_blocking', topic: '', most: ' 0 ' })).toEqual([]);
  });

  it('keeps only what its kind asks for, both languages filled in, and comes back as it was', () => {
    expect(ruleOf('own.x', { ...FORM, most: '3' })).toEqual({ id: 'own.x', check: 'answered', topic: 'pain.primary', most: null, purposes: ['estimate', 'handoff'], weight: 'wish', why: { ko: '이유', en: '이유' } });
    expect(ruleOf('own.x', { ...FORM, check: 'few_blocking', most: ' 3' })).toMatchObject({ topic: null, most: 3 });
    for (const rule of [RULE, { ...RULE, check: 'few_blocking' as const, topic: null, most: 2 }]) for (const language of ['ko', 'en'] as const) expect(ruleOf(rule.id, ruleFormOf(rule, language))).toEqual(rule);
    expect(ruleFormOf({ ...RULE, why: { ko: '이유', en: '이유' } }, 'ko')).toMatchObject({ whyKo: '이유', whyEn: '' });
    expect(lacksOfRule(ruleFormOf(null, 'ko'))).toEqual(['topic', 'why']);
  });
});

describe('a version', () => {
  it('names what it asks otherwise than the one before', () => {
    const after = withWeights(withOwnRule(withOwnRule(ruled, { ...RULE, weight: 'wish', purposes: ['handoff'], topic: 'scope.must', why: { ko: '이유', en: 'Because' } }), { ...RULE, id: 'own.r2' }), { 'estimate.due': 'must' });
    expect(ruleDifferences(ruled, after)).toEqual([
      { kind: 'weight', id: 'estimate.due', before: 'wish', after: 'must' },
      { kind: 'changed', rule: after.rules?.own[0], before: RULE, parts: ['what', 'purposes', 'weight', 'why'] },
      { kind: 'added', rule: { ...RULE, id: 'own.r2' } },
    ]);
    expect(ruleDifferences(ruled, OWN.list)).toEqual([{ kind: 'removed', rule: RULE }]);
    expect(ruleDifferences(ruled, withOwnRule(ruled, { ...RULE, why: { ko: '이유', en: 'Because' } }))).toMatchObject([{ parts: ['why'] }]);
    expect([isUnchanged(listDifferences(ruled, after)), isUnchanged(listDifferences(ruled, ruled))]).toEqual([false, true]);
  });

  it('goes on with the rules of the one before, and so does a copy', () => {
    expect(nextVersion(agreed({ ...OWN, list: ruled }, SIGNED, 9), 11).list.rules).toEqual(ruled.rules);
    expect(copyOf(ruled, TOPICS, { id: 'own-b', code: 'F', name: { ko: '둘', en: '' } }, 5).list.rules).toEqual(ruled.rules);
  });

  it('is not agreed while a rule is about what no item asks', () => {
    const lost = { ...ruled, items: ruled.items.filter(({ topic }) => topic !== 'budget.range'), rules: { set: {}, own: [RULE, { ...RULE, id: 'own.r2', topic: 'own.secret' }] } };
    expect(draftProblems(ruled, TOPICS)).toEqual([]);
    expect(draftProblems(lost, TOPICS)).toEqual([{ code: 'rule_topic', ruleId: 'own.r2', topic: 'own.secret' }]);
    // Its name stays with the draft, to be read in what is missing.
    const name = { ko: '비밀', en: 'Secret', packetSection: 'plan' };
    expect(ownTopics(lost, { ...TOPICS, 'own.secret': name })).toEqual({ 'own.secret': name });
  });
});

describe('from outside', () => {
  const read = (list: Checklist) => readChecklistFile(checklistFileText({ ...OWN, list }), TOPICS);
  const bad = (rule: object): boolean => checklistSchema.safeParse({ ...ruled, rules: { set: {}, own: [{ ...RULE, ...rule }] } }).success;

  it('rules come as they were, and a list without any has none', () => {
    expect(read(ruled)).toMatchObject({ ok: true, list: { rules: ruled.rules } });
    const plain = read(OWN.list);
    expect(plain.ok && 'rules' in plain.list).toBe(false);
    expect(checklistRow.parse(OWN)).toEqual(OWN);
    expect(checklistRow.parse({ ...OWN, list: ruled })).toEqual({ ...OWN, list: ruled });
  });

  it('a draft may have a rule that nobody asks for, an agreed one not; nobody may open the gate', () => {
    const lost = { ...ruled, rules: { set: {}, own: [{ ...RULE, topic: 'ops.incidents' }] } };
    expect(read(lost).ok).toBe(true);
    expect(read(agreed({ ...OWN, list: lost }, SIGNED, 9).list)).toMatchObject({ ok: false, problem: 'invalid' });
    for (const list of [ruled, agreed({ ...OWN, list: ruled }, SIGNED, 9).list]) expect(read({ ...list, rules: { set: { 'join.pain': 'off' }, own: [] } })).toMatchObject({ ok: false, problem: 'invalid' });
    expect(checklistProblems({ ...ruled, rules: { set: {}, own: [RULE, RULE] } }, TOPICS)).toEqual(['own.r1: appears twice']);
    // What else is wrong is found behind what a draft may lack.
    expect(read({ ...lost, items: [...lost.items, ...lost.items.slice(0, 1).map((item) => ({ ...item, topic: 'nowhere.known' }))] })).toMatchObject({ ok: false, problem: 'invalid' });
  });

  it.each([
    [{ id: 'join.pain' }], [{ check: 'anything' }], [{ topic: null }], [{ topic: 'No topic' }], [{ check: 'few_blocking', most: null }], [{ check: 'few_blocking', most: 1.5 }], [{ check: 'few_blocking', most: -1 }],
    [{ purposes: [] }], [{ purposes: ['update'] }], [{ weight: 'off' }], [{ why: { ko: '', en: '' } }],
  ])('%j is no rule', (rule) => {
    expect(bad({})).toBe(true);
    expect(bad(rule)).toBe(false);
  });
});
