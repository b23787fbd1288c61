import { useTranslations } from 'use-intl';
import { closedGates } from '@/utils/packet/choices';
import { packetLabels, reasonText, ruleText } from '@/utils/packet/labels/labels';
import type { PacketRule } from '@/utils/packet/schema';
import { showSafely } from '@/utils/text/normalize';
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
          const name = showSafely(ruleText(labels, rule, language));
          const weight = rule.hard ? labels.rules.hard : rule.must ? labels.rules.must : '';
          const place = rule.pass ? null : whereToMend(rule.reason);
          return (
            <li key={rule.id} className={rule.pass ? 'pass' : 'fail'}>
              <span className="rule-mark" aria-hidden>{rule.pass ? '✓' : '•'}</span>
              <span className="grow">
                {name} {weight === '' ? null : <span className="soft">({weight})</span>} <span className="visually-hidden">{rule.pass ? labels.rules.pass : labels.rules.fail}</span>
                {rule.own ? <span className="soft"><br />{labels.rules.own}: {showSafely(rule.own.why[language])}</span> : null}
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
