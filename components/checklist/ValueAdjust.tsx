import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { AnswerValue, Currency, Firmness, Period, Person, Vat } from '@/utils/checklist/answer';
import { CURRENCIES } from '@/utils/checklist/answer';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { Button } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
import type { AnswerForm } from './answer-form';

interface Props {
  form: AnswerForm;
  item: ChecklistItem;
  value: AnswerValue | null;
  people: string[];
  onChange: (part: Partial<AnswerForm>) => void;
}

/** Typed controls beside the words: what was read can be set right before it is saved. */
export function ValueAdjust(props: Props) {
  const { item, value } = props;
  if (value?.kind === 'money') return <MoneyAdjust {...props} money={value} />;
  if (value?.kind === 'date') return <DateAdjust {...props} dates={value} />;
  if (item.type === 'people') return <PeopleRows {...props} />;
  return null;
}

function MoneyAdjust({ money, onChange }: Props & { money: Extract<AnswerValue, { kind: 'money' }> }) {
  const t = useTranslations('call.answer');
  const first = money.parts[0];
  if (!first) return null;
  return (
    <div className="triple">
      <Select label={t('currency')} value={first.currency} onChange={(e) => { onChange({ currency: e.target.value as Currency }); }}>
        {CURRENCIES.map((c) => <option key={c} value={c}>{c}</option>)}
      </Select>
      <Select label={t('vatLabel')} value={first.vat} onChange={(e) => { onChange({ vat: e.target.value as Vat }); }}>
        {(['unknown', 'excluded', 'included'] as const).map((v) => <option key={v} value={v}>{t(`vat.${v}`)}</option>)}
      </Select>
      <Select label={t('periodLabel')} value={first.per} onChange={(e) => { onChange({ per: e.target.value as Period }); }}>
        {(['once', 'month', 'year'] as const).map((v) => <option key={v} value={v}>{t(`period.${v}`)}</option>)}
      </Select>
    </div>
  );
}

function DateAdjust({ dates, onChange }: Props & { dates: Extract<AnswerValue, { kind: 'date' }> }) {
  const t = useTranslations('call.answer');
  return (
    <Select label={t('firmLabel')} value={dates.parts[0]?.firm ?? 'unknown'} onChange={(e) => { onChange({ firm: e.target.value as Firmness }); }}>
      {(['unknown', 'fixed', 'wished'] as const).map((f) => <option key={f} value={f}>{t(`firm.${f}`)}</option>)}
    </Select>
  );
}

/** One row a person; a new empty row is one press away. */
function PeopleRows({ form, people, onChange }: Props) {
  const t = useTranslations('call.answer');
  const id = useId();
  const rows: Person[] = form.people ?? [];
  const set = (at: number, part: Partial<Person>): void => { onChange({ people: rows.map((p, i) => (i === at ? { ...p, ...part } : p)) }); };
  return (
    <fieldset className="stack">
      <legend className="field-label">{t('people')}</legend>
      {rows.map((p, i) => (
        <div className="pair" key={String(i)}>
          <TextField label={t('personName', { number: i + 1 })} list={`${id}-names`} value={p.name} onChange={(e) => { set(i, { name: e.target.value }); }} />
          <TextField label={t('personRole', { number: i + 1 })} value={p.role} onChange={(e) => { set(i, { role: e.target.value }); }} />
        </div>
      ))}
      <datalist id={`${id}-names`}>{people.map((n) => <option key={n} value={n} />)}</datalist>
      <div><Button look="quiet" onClick={() => { onChange({ people: [...rows, { name: '', role: '' }] }); }}>{t('addPerson')}</Button></div>
    </fieldset>
  );
}
