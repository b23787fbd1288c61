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
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { enterForm, leaveByEscape } from '../../ui/form-keys';
import { FormEnd } from '../../ui/FormEnd';
import type { Done } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';
import type { DayFields } from './DaysFields';
import { DaysFields, daysOf } from './DaysFields';

interface Props { deal: Deal; done: Done }

/** The days of a signed contract: most become known later, and then they change. */
export function ContractDays({ deal, done }: Props) {
  const t = useTranslations('after.course');
  const day = useDayText();
  const begun = useOpenDrafts();
  const [open, setOpen] = useState<'no' | 'open' | 'was'>('no');
  const { goLiveOn, warrantyEndsOn, endsOn } = deal.contract ?? NO_DAYS;
  if (open === 'open') return <DaysForm deal={deal} done={done} onClose={() => { setOpen('was'); }} />;
  const known = ([['goLive', goLiveOn], ['warranty', warrantyEndsOn], ['ends', endsOn]] as const).flatMap(([which, date]) => (date === null ? [] : [{ which, date }]));
  return (
    <>
      {known.length === 0 ? null : <dl className="known-list">{known.map(({ which, date }) => <div key={which}><dt>{t(which)}</dt><dd>{day(date)}</dd></div>)}</dl>}
      <div className="row"><Button look="quiet" autoFocus={open === 'was'} onClick={() => { setOpen('open'); }}>{known.length === 0 ? t('daysAdd') : t('daysChange')}</Button>{begun.has(draftKey('form:contract', deal.id)) ? <Begun /> : null}</div>
    </>
  );
}

function DaysForm({ deal, done, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations('after.course');
  const keep = useKeeper(done);
  const { when } = useWorkTime();
  const { goLiveOn, warrantyEndsOn, endsOn } = deal.contract ?? NO_DAYS;
  const { value, set, clear, restored } = useFormDraft<DayFields>(draftKey('form:contract', deal.id), '', { goLiveOn: goLiveOn ?? '', warrantyEndsOn: warrantyEndsOn ?? '', endsOn: endsOn ?? '' });
  const [tried, setTried] = useState(false);
  const close = (): void => { clear(); onClose(); };
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (Object.values(value).some(isWrongDay)) {
      requestAnimationFrame(() => { form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(); });
      return;
    }
    keep((at) => setContractDays(db, deal.id, daysOf(value), when(at)).then(() => ({ text: t('daysSaid'), holds: deal.id })), close);
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t('days')} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <DaysFields value={value} tried={tried} onDays={set} />
      <FormEnd restored={restored} onCancel={close} />
    </form>
  );
}
