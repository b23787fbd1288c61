import { Plus, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { DeliveryEstimate } from '@/utils/deal/costing/costing-summary';
import { showSafely } from '@/utils/text/normalize';
import { useDayText } from '../../hooks/use-day-text';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import type { CostFields, LineFields } from './cost-form';
import { linesOf, NO_LINE } from './cost-form';

interface Props {
  fields: CostFields;
  estimate: DeliveryEstimate | null;
  /** What is wrong with a field of a line, in words; null while nothing is. */
  wrong: (place: string) => string | null;
  set: (part: Partial<CostFields>) => void;
}

/** The effort that counts, delivery's or a guess of one's own, and what a person-month of each role costs. */
export function EffortFields({ fields, estimate, wrong, set }: Props) {
  const t = useTranslations('cost');
  const day = useDayText();
  const change = (at: number, part: Partial<LineFields>): void => { set({ own: true, lines: fields.lines.map((line, i) => (i === at ? { ...line, ...part } : line)) }); };
  const guess = (): void => { set({ own: true, ...(fields.lines.every((line) => line.role === '') && estimate ? { lines: linesOf(estimate.effort, []).map((line) => ({ ...line, rate: fields.rates[line.role] ?? '' })) } : {}) }); };
  return (
    <fieldset className="stack">
      <legend>{t('effort')}</legend>
      {fields.own || !estimate
        ? <p className="soft">{estimate ? t('guess') : t('noEstimate')} {t('effortHelp')}</p>
        : <p className="soft">{showSafely(t('delivery', { by: estimate.by, on: day(estimate.on), number: estimate.packetNumber, class: t(`classes.${estimate.class}`) }))}</p>}
      {fields.own || !estimate ? <OwnLines fields={fields} wrong={wrong} change={change} set={set} /> : (
        <ul className="plain-list stack">
          {estimate.effort.map(({ role, low, likely, high }, at) => (
            <li key={`${role}:${String(at)}`} className="cost-line">
              <p><b>{showSafely(role)}</b> <span className="soft">{t('months', { n: low === high ? String(likely) : `${String(low)} · ${String(likely)} · ${String(high)}` })}</span></p>
              <TextField label={t('rate')} aria-label={t('rateOf', { role: showSafely(role) })} inputMode="decimal" value={fields.rates[role] ?? ''} error={wrong(`line.${String(at)}.rate`)} onChange={(e) => { set({ rates: { ...fields.rates, [role]: e.target.value } }); }} />
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {fields.own || !estimate ? <Button look="quiet" onClick={() => { set({ own: true, lines: [...fields.lines, NO_LINE] }); }}><Plus size={15} aria-hidden /> {t('add')}</Button> : <Button look="quiet" onClick={guess}>{t('useOwn')}</Button>}
        {fields.own && estimate ? <Button look="quiet" onClick={() => { set({ own: false }); }}>{t('useDelivery')}</Button> : null}
      </div>
    </fieldset>
  );
}

function OwnLines({ fields, wrong, change, set }: Pick<Props, 'fields' | 'wrong' | 'set'> & { change: (at: number, part: Partial<LineFields>) => void }) {
  const t = useTranslations('cost');
  const remove = (at: number): void => {
    const rest = fields.lines.filter((_, i) => i !== at);
    set({ own: true, lines: rest.length > 0 ? rest : [NO_LINE] });
  };
  return (
    <ol className="plain-list stack">
      {fields.lines.map((line, at) => {
        const n = at + 1;
        const name = showSafely(line.role) || t('nameless', { n });
        const place = `line.${String(at)}`;
        const number = (which: 'low' | 'likely' | 'high'): React.ReactNode => (
          <TextField label={t(which)} inputMode="decimal" value={line[which]} error={which === 'likely' ? wrong(`${place}.effort`) : null} onChange={(e) => { change(at, { [which]: e.target.value }); }} />
        );
        return (
          // A line has nothing of its own that would stay the same but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <fieldset className="cost-line">
              <legend className="visually-hidden">{t('lineOf', { n })}</legend>
              <div className="cost-role">
                <TextField label={t('role')} value={line.role} error={wrong(`${place}.role`)} onChange={(e) => { change(at, { role: e.target.value }); }} />
                <Button look="icon" aria-label={t('remove', { role: name })} title={t('remove', { role: name })} onClick={() => { remove(at); }}><X size={15} aria-hidden /></Button>
              </div>
              <div className="cost-numbers">{number('low')}{number('likely')}{number('high')}</div>
              <TextField label={t('rate')} inputMode="decimal" value={line.rate} error={wrong(`${place}.rate`)} onChange={(e) => { change(at, { rate: e.target.value }); }} />
            </fieldset>
          </li>
        );
      })}
    </ol>
  );
}
