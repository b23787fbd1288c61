import { useTranslations } from 'use-intl';
import type { ContractDays } from '@/utils/deal/course';
import { DateField } from '../../ui/DateField';

/** Days of a contract as date fields hold them: '' for one that is not known. */
export type DayFields = Record<keyof ContractDays, string>;

export const NO_DAY_FIELDS: DayFields = { goLiveOn: '', warrantyEndsOn: '', endsOn: '' };

/** The days that the fields say. */
export function daysOf({ goLiveOn, warrantyEndsOn, endsOn }: DayFields): ContractDays {
  return { goLiveOn: goLiveOn || null, warrantyEndsOn: warrantyEndsOn || null, endsOn: endsOn || null };
}

interface Props { value: DayFields; tried: boolean; onDays: (part: Partial<DayFields>) => void }

/** The days from which follow-ups are planned; none has to be known. */
export function DaysFields({ value, tried, onDays }: Props) {
  const t = useTranslations('after.course');
  return (
    <fieldset className="stack tight">
      <legend>{t('days')}</legend>
      <p className="soft">{t('daysHelp')}</p>
      <div className="pair">
        <DateField label={t('goLive')} value={value.goLiveOn} tried={tried} onDay={(goLiveOn) => { onDays({ goLiveOn }); }} />
        <DateField label={t('warranty')} value={value.warrantyEndsOn} tried={tried} onDay={(warrantyEndsOn) => { onDays({ warrantyEndsOn }); }} />
      </div>
      <DateField label={t('ends')} value={value.endsOn} tried={tried} onDay={(endsOn) => { onDays({ endsOn }); }} />
    </fieldset>
  );
}
