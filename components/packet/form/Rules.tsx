import { useTranslations } from 'use-intl';
import type { Meeting } from '@/utils/meeting/meeting';
import { closedGates } from '@/utils/packet/choices';
import { labelOf, packetLabels, reasonText } from '@/utils/packet/labels/labels';
import type { PacketRule } from '@/utils/packet/schema';
import { usePanelStore } from '../../app/panel-store';
import { usePreferences } from '../../hooks/use-preferences';
import { Button } from '../../ui/Button';

/** Where a reason can be mended; null when it cannot be in Baton. */
type Place = { to: 'review' | 'deals' } | { to: 'field'; field: string } | { to: 'tab'; tab: 'lines' | 'gaps' | 'people' } | { to: 'item'; itemId: string };

function placeOf({ code, itemIds }: PacketRule['reason']): Place | null {
  switch (code) {
    case 'unowned_items': case 'conflict_without_gap': case 'promises_unsettled': case 'next_date_unknown': return { to: 'review' };
    case 'due_unknown': return { to: 'deals' };
    case 'no_question': case 'no_aim': return { to: 'field', field: 'aim' };
    case 'no_roles': case 'role_without_why': return { to: 'field', field: 'roles' };
    case 'late_without_reason': return { to: 'field', field: 'late' };
    case 'no_customer_attendees': return { to: 'tab', tab: 'people' };
    case 'blocking_gaps': return { to: 'tab', tab: 'gaps' };
    case 'want_without_need': case 'vague_words': case 'no_promises_recorded': case 'no_pain': return { to: 'tab', tab: 'lines' };
    default: return itemIds[0] ? { to: 'item', itemId: itemIds[0] } : null;
  }
}

/** Goes there. The call view of an ended meeting is its own screen. */
function useJump(meeting: Meeting): (place: Place) => void {
  const { go, setTab, setFilter, openEditor } = usePanelStore.getState();
  const toCall = (): void => { go(meeting.state === 'live' ? 'call' : 'call-after-end'); };
  return (place) => {
    if (place.to === 'field') document.querySelector<HTMLElement>(`[data-problem="${place.field}"]`)?.focus();
    else if (place.to === 'tab') { setTab(place.tab); toCall(); }
    else if (place.to === 'item') { setFilter('all'); openEditor(place.itemId); toCall(); }
    else go(place.to);
  };
}

/** The rules of the purpose, met or not, each with its reason and a way to mend it. Never a score. */
export function Rules({ rules, meeting, tried }: { rules: readonly PacketRule[]; meeting: Meeting; tried: boolean }) {
  const t = useTranslations('packet');
  const { language } = usePreferences();
  const jump = useJump(meeting);
  const labels = packetLabels(language);
  return (
    <section className="stack" aria-labelledby="packet-rules">
      <h2 id="packet-rules">{t('readiness')}</h2>
      <p className="soft" aria-live="polite">{t('rulesPassed', { passed: rules.filter((r) => r.pass).length, total: rules.length })}</p>
      {tried && closedGates(rules).length > 0 ? <p className="field-error" role="alert">{t('gate')}</p> : null}
      <ul className="rules">
        {rules.map((rule) => {
          const name = labelOf(labels.rule, rule.id);
          const place = rule.pass ? null : placeOf(rule.reason);
          return (
            <li key={rule.id} className={rule.pass ? 'pass' : 'fail'}>
              <span className="rule-mark" aria-hidden>{rule.pass ? '✓' : '•'}</span>
              <span className="grow">
                {name} {rule.hard ? <span className="soft">({labels.rules.hard})</span> : null} <span className="visually-hidden">{rule.pass ? labels.rules.pass : labels.rules.fail}</span>
                {rule.pass ? null : <span className="soft"><br />{reasonText(labels, rule.reason)}</span>}
              </span>
              {place ? <Button look="quiet" data-problem={rule.reason.code === 'no_pain' ? 'pain' : undefined} aria-label={t('jump', { rule: name })} onClick={() => { jump(place); }}>{t('jumpShort')}</Button> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
