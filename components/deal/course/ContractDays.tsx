import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { NO_DAYS } from '@/utils/deal/course';
import type { Deal } from '@/utils/deal/deal';
import { setContractDays } from '@/utils/services/deal/take-step';
import { isWrongDay } from '@/utils/time/field-day';
import { useWorkTime } from '../../followup/use-work-time';
import { useDayText } from '../../hooks/use-day-text';
import { useFormDraft, useOpenDrafts } from '../../hooks/use-form-draft';
import { useSaver } from '../../hooks/use-saver';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { enterForm, leaveByEscape } from '../../ui/form-keys';
import { FormEnd } from '../../ui/FormEnd';
import type { DayFields } from './DaysFields';
import { DaysFields, daysOf } from './DaysFields';

interface Props { deal: Deal; onSaved: (said: string, at: number) => void }

/** The days of a signed contract: most become known later, and then they change. */
export function ContractDays({ deal, onSaved }: Props) {
  const t = useTranslations('after.course');
  const day = useDayText();
  const begun = useOpenDrafts();
  const [open, setOpen] = useState<'no' | 'open' | 'was'>('no');
  const { goLiveOn, warrantyEndsOn, endsOn } = deal.contract ?? NO_DAYS;
  if (open === 'open') return <DaysForm deal={deal} onSaved={onSaved} onClose={() => { setOpen('was'); }} />;
  const known = ([['goLive', goLiveOn], ['warranty', warrantyEndsOn], ['ends', endsOn]] as const).flatMap(([which, date]) => (date === null ? [] : [{ which, date }]));
  return (
    <>
      {known.length === 0 ? null : <dl className="known-list">{known.map(({ which, date }) => <div key={which}><dt>{t(which)}</dt><dd>{day(date)}</dd></div>)}</dl>}
      <div className="row"><Button look="quiet" autoFocus={open === 'was'} onClick={() => { setOpen('open'); }}>{known.length === 0 ? t('daysAdd') : t('daysChange')}</Button>{begun.has(draftKey('form:contract', deal.id)) ? <Begun /> : null}</div>
    </>
  );
}

function DaysForm({ deal, onSaved, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('after.course');
  const save = useSaver();
  const { when } = useWorkTime();
  const { goLiveOn, warrantyEndsOn, endsOn } = deal.contract ?? NO_DAYS;
  const { value, set, clear, restored } = useFormDraft<DayFields>(draftKey('form:contract', deal.id), '', { goLiveOn: goLiveOn ?? '', warrantyEndsOn: warrantyEndsOn ?? '', endsOn: endsOn ?? '' });
  const [tried, setTried] = useState(false);
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (Object.values(value).some(isWrongDay)) {
      requestAnimationFrame(() => { form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); });
      return;
    }
    let written = 0;
    void save((at) => { written = at; return setContractDays(db, deal.id, daysOf(value), when(at)).then(() => true); }).then((saved) => {
      if (!saved) return;
      clear();
      onClose();
      onSaved(t('daysSaid'), written);
    });
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t('days')} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <DaysFields value={value} tried={tried} onDays={set} />
      <FormEnd restored={restored} onCancel={() => { clear(); onClose(); }} />
    </form>
  );
}
