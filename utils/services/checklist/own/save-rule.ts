/** Saves the form of a rule of readiness into a draft of a team's own checklist. */
import type { Checklist } from '../../../checklist/checklist';
import type { RuleForm } from '../../../checklist/own/rules';
import { ruleFormOf, ruleOf, withOwnRule } from '../../../checklist/own/rules';
import type { BatonDatabase } from '../../../db/database';
import { newId } from '../../../db/new-id';
import type { Refusal } from '../../trouble/refusal';
import { editChecklist } from './keep-checklist';

export interface RuleEdit {
  /** Null: a new one. */
  ruleId: string | null;
  /** The fields that were changed by hand: the others stay as another window has them. All of them for a new one. */
  changed: Partial<RuleForm>;
  /** In which the form was shown. */
  language: 'ko' | 'en';
}

/** Writes what was changed into the rule as it is by then. Resolves to false when that changes nothing. Throws `gone` when it was removed meanwhile, and whatever `editChecklist` throws. */
export async function saveRule(database: BatonDatabase, listId: string, { ruleId, changed, language }: RuleEdit, at: number): Promise<boolean> {
  const id = ruleId ?? `own.${newId().toLowerCase()}`;
  return editChecklist(database, listId, (list: Checklist) => {
    const now = list.rules?.own.find((one) => one.id === ruleId) ?? null;
    if (ruleId !== null && now === null) throw new Error('gone', { cause: 'gone' satisfies Refusal });
    if (Object.keys(changed).length === 0) return list;
    return withOwnRule(list, ruleOf(id, { ...ruleFormOf(now, language), ...changed }));
  }, at);
}
