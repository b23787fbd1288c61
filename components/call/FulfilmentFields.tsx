import { useTranslations } from 'use-intl';
import type { Commitment, Fulfilment } from '@/utils/notes/records';
import { fulfilmentsFrom, missingForFulfilment } from '@/utils/notes/promise-rules';
import { DateField } from '../ui/DateField';
import { Select, TextField } from '../ui/Field';

type Fields = Pick<Commitment, 'fulfilment' | 'fulfilmentNote' | 'fulfilledOn' | 'due'>;

/** What became of a promise; what a state needs is asked for beside it. `from` is the state it was opened with. */
export function FulfilmentFields({ from, value, tried, onChange }: { from: Fulfilment; value: Fields; tried: boolean; onChange: (part: Partial<Fields>) => void }) {
  const t = useTranslations();
  const { fulfilment, fulfilmentNote = '', fulfilledOn = null } = value;
  const missing = tried ? missingForFulfilment(value) : null;
  const dated = fulfilment === 'done' || fulfilment === 'repaired';
  const noted = fulfilment !== 'open' && fulfilment !== 'late';
  return (
    <>
      <div className="pair">
        <Select
          label={t('call.promises.fulfilment')} value={fulfilment} error={missing === 'date' && fulfilment === 'late' ? t('call.promises.needNewDate') : null}
          onChange={(e) => { onChange({ fulfilment: e.target.value as Fulfilment }); }}
        >
          {fulfilmentsFrom(from).map((state) => <option key={state} value={state}>{t(`common.fulfilment.${state}`)}</option>)}
        </Select>
        {dated ? <DateField label={t('call.promises.fulfilledOn')} value={fulfilledOn ?? ''} tried={tried} error={missing === 'date' ? t('call.promises.needDate') : null} onDay={(day) => { onChange({ fulfilledOn: day || null }); }} /> : null}
      </div>
      {noted ? <TextField label={t(fulfilment === 'withdrawn' ? 'call.promises.agreed' : 'call.promises.said')} value={fulfilmentNote} error={missing === 'note' ? t('call.promises.needNote') : null} onChange={(e) => { onChange({ fulfilmentNote: e.target.value }); }} /> : null}
    </>
  );
}
