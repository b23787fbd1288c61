import { useTranslations } from 'use-intl';
import type { RuleDifference, RulePart } from '@/utils/checklist/own/rules';
import type { OwnRule } from '@/utils/checklist/ready-rules';
import { labelOf, packetLabels } from '@/utils/packet/labels/labels';
import { showSafely } from '@/utils/text/normalize';
import type { ListTools } from '../use-lists';
import { useRuleText } from './rule-text';

/** What a version asks otherwise of a packet than the one before. */
export function RuleChanges({ tools, changes }: { tools: ListTools; changes: readonly RuleDifference[] }) {
  const t = useTranslations('checklists');
  const textOf = useRuleText(tools);
  const labels = packetLabels(tools.language);
  return changes.map((one) => {
    if (one.kind === 'weight') {
      return (
        <div key={one.id}>
          <p><span className="tag">{t('changes.changed')}</span> <span className="soft">{t('ready.title')}</span> {labelOf(labels.rule, one.id)}</p>
          <ul className="soft"><li>{t('changes.line', { part: t('ready.part.weight'), before: t(`ready.weights.${one.before}`), after: t(`ready.weights.${one.after}`) })}</li></ul>
        </div>
      );
    }
    return (
      <div key={one.rule.id}>
        <p><span className="tag">{t(`changes.${one.kind}`)}</span> <span className="soft">{t('ready.title')}</span> {textOf(one.rule)}</p>
        {one.kind === 'changed' ? <ul className="soft">{one.parts.map((part) => <Part key={part} tools={tools} part={part} before={one.before} rule={one.rule} />)}</ul> : null}
      </div>
    );
  });
}

function Part({ tools, part, before, rule }: { tools: ListTools; part: RulePart; before: OwnRule; rule: OwnRule }) {
  const t = useTranslations('checklists');
  const tp = useTranslations('packet.purposes');
  const textOf = useRuleText(tools);
  const { language } = tools;
  const say = (one: OwnRule, side: 'ko' | 'en'): string => {
    switch (part) {
      case 'what': return textOf(one);
      case 'purposes': return one.purposes.map((purpose) => tp(purpose)).join(', ');
      case 'weight': return t(`ready.weights.${one.weight}`);
      case 'why': return showSafely(one.why[side]);
    }
  };
  const other = language === 'ko' ? 'en' : 'ko';
  const same = say(before, language) === say(rule, language);
  const side = same ? other : language;
  const name = t(`ready.part.${part}`);
  return <li className="preline">{t('changes.line', { part: same ? t('otherOf', { field: name }) : name, before: say(before, side), after: say(rule, side) })}</li>;
}
