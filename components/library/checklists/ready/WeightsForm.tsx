import { useTranslations } from 'use-intl';
import { withWeights } from '@/utils/checklist/own/rules';
import type { ReadyPurpose, RuleWeight } from '@/utils/checklist/ready-rules';
import { GATE_RULES, RULE_WEIGHTS, weightOf } from '@/utils/checklist/ready-rules';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { labelOf, packetLabels } from '@/utils/packet/labels/labels';
import { ruleIds } from '@/utils/packet/rules';
import { useFormDraft } from '../../../hooks/use-form-draft';
import { Select } from '../../../ui/Field';
import { enterForm, leaveByEscape } from '../../../ui/form-keys';
import { FormEnd } from '../../../ui/FormEnd';
import type { ListTools } from '../use-lists';
import { LockedForm } from './LockedForm';

/** What is half chosen about Baton's rules for a purpose. */
export function weightsDraft(listId: string, purpose: ReadyPurpose): DraftKey {
  return draftKey('form:checklist', listId, 'ready', purpose);
}

/** How much each of Baton's rules counts for a purpose; the gate is not asked. `locked`: the version was agreed meanwhile. */
export function WeightsForm({ tools, purpose, locked }: { tools: ListTools; purpose: ReadyPurpose; locked: boolean }) {
  const t = useTranslations('checklists.ready');
  const name = useTranslations('packet.purposes')(purpose);
  const { list, language, edit, close } = tools;
  const labels = packetLabels(language);
  const ids = ruleIds(purpose).filter((id) => !GATE_RULES.includes(id));
  const start: Record<string, RuleWeight> = Object.fromEntries(ids.map((id) => [id, weightOf(list.rules, id)]));
  const { value, changed, set, clear, restored } = useFormDraft(weightsDraft(tools.id, purpose), '', start);
  const done = (): void => { clear(); close(); };
  const send = (): void => {
    if (locked) return;
    // Only what was chosen here: the others stay as another window has them.
    const weights = Object.fromEntries(Object.entries(changed).filter((one): one is [string, RuleWeight] => RULE_WEIGHTS.some((weight) => weight === one[1])));
    if (Object.keys(weights).length === 0) { done(); return; }
    edit(t('editSaid', { purpose: name }), (now) => withWeights(now, weights), { close: done });
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t('edit', { purpose: name })} onKeyDown={leaveByEscape(close)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      {ids.map((id) => (
        <Select key={id} label={labelOf(labels.rule, id)} value={value[id] ?? 'wish'} onChange={(e) => { set({ [id]: e.target.value as RuleWeight }); }}>
          {RULE_WEIGHTS.map((weight) => <option key={weight} value={weight}>{t(`weights.${weight}`)}</option>)}
        </Select>
      ))}
      {locked ? <LockedForm why="locked" onDiscard={done} onClose={close} /> : <FormEnd restored={restored} onCancel={done} />}
    </form>
  );
}
