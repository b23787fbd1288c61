import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { withoutOwnRule } from '@/utils/checklist/own/rules';
import type { OwnRule, ReadyPurpose } from '@/utils/checklist/ready-rules';
import { GATE_RULES, READY_PURPOSES, weightOf } from '@/utils/checklist/ready-rules';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { labelOf, packetLabels } from '@/utils/packet/labels/labels';
import { ruleIds } from '@/utils/packet/rules';
import { showSafely } from '@/utils/text/normalize';
import { Begun } from '../../../ui/Begun';
import { Button } from '../../../ui/Button';
import type { ListTools } from '../use-lists';
import { OwnRuleForm, ruleDraft } from './OwnRuleForm';
import { useRuleText } from './rule-text';
import { WeightsForm, weightsDraft } from './WeightsForm';

/** What makes a packet ready, as delivery wrote it: Baton's rules with how much each counts, by purpose, and the team's own. */
export function ReadySection({ tools }: { tools: ListTools }) {
  const t = useTranslations('checklists.ready');
  const { list: { rules }, open, close } = tools;
  const plain = rules === undefined;
  // A form that is open, or whose rule the agreement points at, is not behind a closed fold.
  const [unfolded, setUnfolded] = useState(!plain);
  const writing = open.startsWith('rule:') || open.startsWith('ready:');
  const shown = unfolded || writing;
  const toggle = (now: boolean): void => {
    setUnfolded(now);
    // Folded away, a form is left as by Escape: what was typed stays as its draft.
    if (!now && writing) close();
  };
  return (
    <details className="fold ready-rules" open={shown} onToggle={(event) => { toggle(event.currentTarget.open); }}>
      <summary><h2>{t('title')}</h2></summary>
      <div className="stack">
        <p className="soft">{t('lead')}</p>
        {plain ? <p className="soft">{t('asItComes')}</p> : null}
        {READY_PURPOSES.map((purpose) => <OfPurpose key={purpose} tools={tools} purpose={purpose} />)}
        <OwnRules tools={tools} />
      </div>
    </details>
  );
}

function OfPurpose({ tools, purpose }: { tools: ListTools; purpose: ReadyPurpose }) {
  const t = useTranslations('checklists.ready');
  const tp = useTranslations('packet.purposes');
  const { list, language, editable, open, was, show, drafts } = tools;
  const labels = packetLabels(language);
  const name = tp(purpose);
  const key = `ready:${purpose}`;
  const begun = drafts.has(weightsDraft(tools.id, purpose));
  return (
    <section className="stack tight" aria-labelledby={`ready-${purpose}`}>
      <div className="row nowrap section-line">
        <h3 id={`ready-${purpose}`} className="grow">{name}</h3>
        {editable && open !== key ? <Button look="icon" autoFocus={was === key} aria-label={t('edit', { purpose: name })} title={t('edit', { purpose: name })} onClick={() => { show(key); }}><Pencil size={15} aria-hidden /></Button> : null}
      </div>
      {purpose === 'join' ? <p className="soft">{t('gate')}</p> : null}
      {open === key ? <WeightsForm tools={tools} purpose={purpose} locked={!editable} /> : (
        <ul className="weights">
          {ruleIds(purpose).map((id) => {
            const gate = GATE_RULES.includes(id);
            const weight = weightOf(list.rules, id);
            return <li key={id}><span className={`tag ${gate || weight === 'must' ? 'owned' : ''}`}>{gate ? t('always') : t(`weights.${weight}`)}</span> <span className={weight === 'off' ? 'soft' : ''}>{labelOf(labels.rule, id)}</span></li>;
          })}
        </ul>
      )}
      {begun && open !== key ? <div className="row"><Begun />{editable ? null : <Button look="quiet" onClick={() => { show(key); }}>{t('edit', { purpose: name })}</Button>}</div> : null}
    </section>
  );
}

function OwnRules({ tools }: { tools: ListTools }) {
  const t = useTranslations('checklists.ready');
  const { list, editable, open, was, show, drafts } = tools;
  const own = list.rules?.own ?? [];
  // Another window may remove the rule whose form is open: what was typed in it is still there.
  const [last, setLast] = useState<OwnRule | null>(null);
  const now = own.find(({ id }) => open === `rule:${id}`);
  if (now && now !== last) setLast(now);
  const lost = open.startsWith('rule:own.') && !now;
  const begun = drafts.has(ruleDraft(tools.id, null));
  return (
    <section className="stack tight" aria-labelledby="ready-own">
      <h3 id="ready-own">{t('own')} <span className="soft">({own.length})</span></h3>
      {own.length === 0 ? <p className="soft">{t('noOwn')}</p> : null}
      <ol className="review-list">{own.map((rule) => <OwnRuleLine key={rule.id} tools={tools} rule={rule} />)}</ol>
      {lost ? <OwnRuleForm tools={tools} rule={last} locked="removed" /> : null}
      {open === 'rule:new' ? <OwnRuleForm tools={tools} rule={null} locked={editable ? null : 'locked'} /> : null}
      {open !== 'rule:new' && (editable || begun) ? (
        <div className="row">
          <Button look="quiet" autoFocus={was === 'rule:new'} onClick={() => { show('rule:new'); }}><Plus size={15} aria-hidden /> {t('add')}</Button>
          {begun ? <Begun /> : null}
        </div>
      ) : null}
    </section>
  );
}

function OwnRuleLine({ tools, rule }: { tools: ListTools; rule: OwnRule }) {
  const t = useTranslations('checklists.ready');
  const tp = useTranslations('packet.purposes');
  const { id } = rule;
  const { language, editable, open, was, show, edit, drafts } = tools;
  const name = useRuleText(tools)(rule);
  if (open === `rule:${id}`) return <li className="review-item checklist-item"><OwnRuleForm tools={tools} rule={rule} locked={editable ? null : 'locked'} /></li>;
  return (
    <li className="review-item checklist-item">
      <div className="row nowrap item-line">
        <p className="grow preline">{name}</p>
        {editable ? (
          <span className="item-tools">
            <Button look="icon" autoFocus={was === `rule:${id}`} aria-label={t('change', { rule: name })} title={t('change', { rule: name })} onClick={() => { show(`rule:${id}`); }}><Pencil size={15} aria-hidden /></Button>
            <Button look="icon" aria-label={t('remove', { rule: name })} title={t('remove', { rule: name })} onClick={() => { edit(t('removeSaid'), (list) => withoutOwnRule(list, id), { goes: true }); }}><Trash2 size={15} aria-hidden /></Button>
          </span>
        ) : null}
      </div>
      <p className="soft"><span className={`tag ${rule.weight === 'must' ? 'owned' : ''}`}>{t(`weights.${rule.weight}`)}</span> {rule.purposes.map((purpose) => tp(purpose)).join(' · ')}</p>
      <p className="soft preline">{showSafely(rule.why[language])}</p>
      {drafts.has(draftKey('form:checklist', tools.id, 'rule', id)) ? <div className="row"><Begun />{editable ? null : <Button look="quiet" onClick={() => { show(`rule:${id}`); }}>{t('change', { rule: name })}</Button>}</div> : null}
    </li>
  );
}
