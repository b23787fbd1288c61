import { useTranslations } from 'use-intl';
import { closedGates } from '@/utils/packet/choices';
import { labelOf, packetLabels, reasonText } from '@/utils/packet/labels/labels';
import type { PacketRule } from '@/utils/packet/schema';
import { usePreferences } from '../../hooks/use-preferences';
import { Button } from '../../ui/Button';
import type { MendPlace } from './mend';
import { whereToMend } from './mend';

interface Props {
  rules: readonly PacketRule[];
  tried: boolean;
  mend: (place: MendPlace) => void;
}

/** The rules of the purpose, met or not, each with its reason and a way to mend it. Never a score. */
export function Rules({ rules, tried, mend }: Props) {
  const t = useTranslations('packet');
  const { language } = usePreferences();
  const labels = packetLabels(language);
  return (
    <section className="stack" aria-labelledby="packet-rules">
      <h2 id="packet-rules">{t('readiness')}</h2>
      <p className="soft" aria-live="polite">{t('rulesPassed', { passed: rules.filter((r) => r.pass).length, total: rules.length })}</p>
      {tried && closedGates(rules).length > 0 ? <p className="field-error" role="alert">{t('gate')}</p> : null}
      <ul className="rules">
        {rules.map((rule) => {
          const name = labelOf(labels.rule, rule.id);
          const place = rule.pass ? null : whereToMend(rule.reason);
          return (
            <li key={rule.id} className={rule.pass ? 'pass' : 'fail'}>
              <span className="rule-mark" aria-hidden>{rule.pass ? '✓' : '•'}</span>
              <span className="grow">
                {name} {rule.hard ? <span className="soft">({labels.rules.hard})</span> : null} <span className="visually-hidden">{rule.pass ? labels.rules.pass : labels.rules.fail}</span>
                {rule.pass ? null : <span className="soft"><br />{reasonText(labels, rule.reason)}</span>}
              </span>
              {place ? <Button look="quiet" data-problem={rule.reason.code === 'no_pain' ? 'pain' : undefined} aria-label={t('jump', { rule: name })} onClick={() => { mend(place); }}>{t('jumpShort')}</Button> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
