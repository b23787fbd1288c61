/** What can be done to the rules of readiness of a draft, and what its form asks. Pure: ids are arguments. */
import { sameContent } from '../../backup/same-content';
import type { Checklist } from '../checklist';
import type { OwnRule, ReadyPurpose, ReadyRules, RuleCheck, RuleWeight } from '../ready-rules';
import { GATE_RULES, READY_PURPOSES, weightOf } from '../ready-rules';
import { wordsIn } from './item-form';
import { bothLanguages } from './own';

/** A list without a rule that differs says nothing of rules: it is the same as before there were any. */
function withRules({ rules: _before, ...list }: Checklist, rules: ReadyRules): Checklist {
  return Object.keys(rules.set).length === 0 && rules.own.length === 0 ? list : { ...list, rules };
}

/** How much Baton's rules count from now on; what counts as it comes (a wish) is not kept, and the gate stays what it is. */
export function withWeights(list: Checklist, weights: Readonly<Record<string, RuleWeight>>): Checklist {
  const { set = {}, own = [] } = list.rules ?? {};
  const all = Object.entries({ ...set, ...weights }).filter(([id, weight]) => weight !== 'wish' && !GATE_RULES.includes(id));
  return withRules(list, { set: Object.fromEntries(all), own });
}

/** Writes a rule of one's own: in its place, or as the last one. */
export function withOwnRule(list: Checklist, rule: OwnRule): Checklist {
  const { set = {}, own = [] } = list.rules ?? {};
  const known = own.some(({ id }) => id === rule.id);
  return withRules(list, { set, own: known ? own.map((one) => (one.id === rule.id ? rule : one)) : [...own, rule] });
}

/** Takes a rule of one's own away. */
export function withoutOwnRule(list: Checklist, id: string): Checklist {
  const { set = {}, own = [] } = list.rules ?? {};
  return own.some((one) => one.id === id) ? withRules(list, { set, own: own.filter((one) => one.id !== id) }) : list;
}

/** What the form of a rule asks, flat, so that each field keeps a draft of its own. */
export interface RuleForm extends Record<ReadyPurpose, boolean> {
  check: RuleCheck;
  topic: string;
  /** As typed. */
  most: string;
  weight: OwnRule['weight'];
  whyKo: string; whyEn: string;
}

/** A rule as the form shows it; `null`: one that is being made. */
export function ruleFormOf(rule: OwnRule | null, language: 'ko' | 'en'): RuleForm {
  const why = wordsIn(rule?.why ?? { ko: '', en: '' }, language);
  const serves = (purpose: ReadyPurpose): boolean => rule?.purposes.includes(purpose) ?? purpose === 'handoff';
  return {
    check: rule?.check ?? 'answered', topic: rule?.topic ?? '', most: rule?.most == null ? '' : String(rule.most), weight: rule?.weight ?? 'wish',
    join: serves('join'), estimate: serves('estimate'), handoff: serves('handoff'), whyKo: why.ko, whyEn: why.en,
  };
}

export type RuleLack = 'topic' | 'most' | 'purposes' | 'why';

/** What keeps a rule from being saved. */
export function lacksOfRule(form: RuleForm): RuleLack[] {
  const lacks: RuleLack[] = [];
  if (form.check === 'few_blocking' ? !/^\d{1,2}$/u.test(form.most.trim()) : form.topic === '') lacks.push(form.check === 'few_blocking' ? 'most' : 'topic');
  if (READY_PURPOSES.every((purpose) => !form[purpose])) lacks.push('purposes');
  if (form.whyKo.trim() === '' && form.whyEn.trim() === '') lacks.push('why');
  return lacks;
}

/** What the form says; only what its kind asks for is kept. */
export function ruleOf(id: string, form: RuleForm): OwnRule {
  const counts = form.check === 'few_blocking';
  return {
    id, check: form.check, topic: counts ? null : form.topic, most: counts ? Number(form.most.trim()) : null, purposes: READY_PURPOSES.filter((purpose) => form[purpose]),
    weight: form.weight, why: bothLanguages({ ko: form.whyKo, en: form.whyEn }),
  };
}

export const RULE_PARTS = ['what', 'purposes', 'weight', 'why'] as const;
export type RulePart = (typeof RULE_PARTS)[number];

export type RuleDifference =
  | { kind: 'weight'; id: string; before: RuleWeight; after: RuleWeight }
  | { kind: 'added' | 'removed'; rule: OwnRule }
  | { kind: 'changed'; rule: OwnRule; before: OwnRule; parts: RulePart[] };

/** What a version asks otherwise of a packet than the one before: Baton's rules first, then one's own, what was removed at the end. */
export function ruleDifferences(before: Checklist, after: Checklist): RuleDifference[] {
  const ids = [...new Set([before, after].flatMap(({ rules }) => Object.keys(rules?.set ?? {})))].sort();
  const weights = ids.map((id) => ({ kind: 'weight' as const, id, before: weightOf(before.rules, id), after: weightOf(after.rules, id) })).filter((one) => one.before !== one.after);
  const [was, is] = [before.rules?.own ?? [], after.rules?.own ?? []];
  const own = is.flatMap((rule): RuleDifference[] => {
    const old = was.find(({ id }) => id === rule.id);
    if (!old) return [{ kind: 'added', rule }];
    const parts = RULE_PARTS.filter((part) => !sameContent(partOf(old, part), partOf(rule, part)));
    return parts.length === 0 ? [] : [{ kind: 'changed', rule, before: old, parts }];
  });
  return [...weights, ...own, ...was.filter((rule) => !is.some(({ id }) => id === rule.id)).map((rule) => ({ kind: 'removed' as const, rule }))];
}

function partOf({ check, topic, most, purposes, weight, why }: OwnRule, part: RulePart): unknown {
  return { what: [check, topic, most], purposes, weight, why }[part];
}
