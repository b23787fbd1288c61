import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CURRENCIES } from '@/utils/checklist/answer';
import type { Currency } from '@/utils/checklist/answer';
import { dealCurrency } from '@/utils/checklist/parse-value';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { CostingSources } from '@/utils/db/library/read-costing';
import { readCostingSources } from '@/utils/db/library/read-costing';
import { rateOf } from '@/utils/deal/costing/costing';
import { costingSummary } from '@/utils/deal/costing/costing-summary';
import { setCosting } from '@/utils/services/deal/set-costing';
import { useWorkTime } from '../../followup/use-work-time';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useFormDraft } from '../../hooks/use-form-draft';
import { usePreferences } from '../../hooks/use-preferences';
import { useSaver } from '../../hooks/use-saver';
import type { Route } from '../../library/route';
import { Button } from '../../ui/Button';
import { Check, Select, TextField } from '../../ui/Field';
import { Restored } from '../../ui/Restored';
import { WorkPage } from '../work/WorkPage';
import { CostFacts } from './CostFacts';
import type { CostFields } from './cost-form';
import { linesOf, MOST_PERCENT, readCost, shown, startOf } from './cost-form';
import { EffortFields } from './EffortFields';
import { RateFile } from './RateFile';
import './cost.css';

/** What a deal costs us and what is left of its price: delivery's effort, our rates. Ours only. */
export function CostPage({ route }: { route: Route }) {
  const t = useTranslations('cost');
  const sources = useLiveQuery(() => readCostingSources(db, route.id), [route.id]);
  return (
    <WorkPage dealId={route.id} title={t('title')} lead={t('lead')}>
      {(board) => (sources ? <Form key={route.id} board={board} sources={sources} /> : null)}
    </WorkPage>
  );
}

/** The day by which the customer wants it; null while nobody knows one. */
function deadlineOf({ views, extra }: DealBoard): string | null {
  const value = [...views, ...extra].find((view) => view.item.topic === 'schedule.deadline')?.current?.value;
  return value?.kind === 'date' ? (value.parts[0]?.date ?? null) : null;
}

function Form({ board, sources: { estimate, rates: known } }: { board: DealBoard; sources: CostingSources }) {
  const t = useTranslations('cost');
  const save = useSaver();
  const { language } = usePreferences();
  const { today } = useWorkTime();
  const { deal, answers } = board.record;
  const start = startOf(deal.costing, estimate, known, dealCurrency(answers, language));
  const { value: fields, changed, set, forget, restored } = useFormDraft<CostFields>(draftKey('form:cost', deal.id), '', start);
  const [tried, setTried] = useState(false);
  const { costing, faults } = readCost(fields, estimate, known[fields.currency] ?? []);
  const wrong = (place: string): string | null => {
    const fault = tried ? faults.get(place) : undefined;
    return fault ? t(`faults.${fault}`, { currency: fields.currency, most: MOST_PERCENT[place] ?? 100 }) : null;
  };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (faults.size > 0) {
      requestAnimationFrame(() => { form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); });
      return;
    }
    // What is typed while it is being saved stays.
    void save((at) => setCosting(db, deal.id, costing, at).then(() => true)).then((done) => {
      if (!done) return;
      forget(changed);
      setTried(false);
    });
  };
  const text = (place: 'direct' | 'subcontract' | 'contingency' | 'price' | 'target', label: string, help?: string): React.ReactNode => (
    <TextField label={label} help={help} inputMode="decimal" value={fields[place]} error={wrong(place)} onChange={(e) => { set({ [place]: e.target.value }); }} />
  );
  const takeRates = (rates: CostFields['card']): number => {
    const roles = fields.own ? fields.lines.map(({ role }) => role) : (estimate?.effort ?? []).map(({ role }) => role);
    const told = (role: string, was: string): string => { const rate = rateOf(rates, role); return rate === null ? was : shown(rate); };
    set({ card: rates, lines: fields.lines.map((line) => ({ ...line, rate: told(line.role, line.rate) })), rates: Object.fromEntries(Object.entries({ ...Object.fromEntries(linesOf(estimate?.effort ?? [], []).map(({ role }) => [role, ''])), ...fields.rates }).map(([role, was]) => [role, told(role, was)])) });
    return roles.filter((role) => rateOf(rates, role) !== null).length;
  };
  const begun = Object.keys(changed).length > 0;
  return (
    <form className="stack" noValidate aria-label={t('title')} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <Restored shown={restored} />
      <EffortFields fields={fields} estimate={estimate} wrong={wrong} set={set} />
      <RateFile currency={fields.currency} onRates={takeRates} />
      <fieldset className="stack">
        <legend>{t('other')}</legend>
        <div className="pair">{text('direct', t('direct'), t('directHelp'))}{text('subcontract', t('subcontract'))}{text('contingency', t('contingency'), t('contingencyHelp'))}</div>
      </fieldset>
      <fieldset className="stack">
        <legend>{t('price')}</legend>
        <div className="pair">
          <Select label={t('currency')} value={fields.currency} onChange={(e) => { set({ currency: e.target.value as Currency }); }}>{CURRENCIES.map((one) => <option key={one}>{one}</option>)}</Select>
          {text('price', t('priceField'))}{text('target', t('target'))}
        </div>
      </fieldset>
      <CostFacts costing={costing} summary={costingSummary(costing, estimate)} time={{ estimate, deadline: deadlineOf(board), today }} />
      <div className="field"><Check label={t('inHandoff')} checked={fields.inHandoff} aria-describedby="cost-told" onChange={(e) => { set({ inHandoff: e.target.checked }); }} /><span id="cost-told" className="field-help">{t('inHandoffHelp')}</span></div>
      <div className="row end"><span className="soft grow" role="status">{begun ? t('unsaved') : ''}</span><Button look="primary" type="submit">{t('save')}</Button></div>
    </form>
  );
}
