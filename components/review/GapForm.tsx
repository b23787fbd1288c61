import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import type { Gap } from '@/utils/notes/records';
import { isWrongDay } from '@/utils/time/field-day';
import type { GapFieldsValue } from '../call/GapEditor';
import { GapFields } from '../call/GapEditor';
import { Button } from '../ui/Button';
import { useFormDraft } from '../hooks/use-form-draft';
import { useDayText } from '../hooks/use-day-text';

export type MissingField = 'owner' | 'route' | 'due';

/** What keeps a gap from being owned. */
export function missingOf({ owner, route, due }: Pick<Gap, 'owner' | 'route' | 'due'>): MissingField[] {
  return [...(owner.trim() ? [] : ['owner' as const]), ...(route ? [] : ['route' as const]), ...(due ? [] : ['due' as const])];
}

/** Owner, way and date on one line; what is missing is said. */
export function GapLine({ gap }: { gap: Pick<Gap, 'owner' | 'route' | 'due'> }) {
  const t = useTranslations('review.items');
  const tc = useTranslations('common');
  const day = useDayText();
  const owned = missingOf(gap).length === 0;
  return (
    <p className={`soft ${owned ? 'is-owned' : 'is-unowned'}`}>
      {t('owned', { owner: gap.owner || t('noOwner'), route: gap.route ? tc(`route.${gap.route}`) : t('noRoute'), due: gap.due ? day(gap.due) : t('noDue') })}
    </p>
  );
}

const FIELD: Record<MissingField, string> = { owner: 'input[list]', route: 'select', due: 'input[type="date"]' };

interface Props {
  label: string;
  /** The draft's key: what is typed here survives the panel. */
  draftKey: DraftKey;
  /** Where older versions kept it. */
  former: DraftKey;
  start: GapFieldsValue;
  /** The meeting in which it is typed; '' in none. */
  meetingId: string;
  people: string[];
  /** Resolves to whether it was saved: only then the draft goes. */
  onSave: (value: GapFieldsValue, form: HTMLElement) => Promise<boolean>;
  onClose: () => void;
}

/** The fields of a gap as a form in a review row; the caret goes to what is missing. */
export function GapForm({ label, draftKey, former, start, meetingId, people, onSave, onClose }: Props) {
  const t = useTranslations();
  const { value, set, clear } = useFormDraft(draftKey, meetingId, start, former);
  const form = useRef<HTMLFormElement>(null);
  const first = useRef(missingOf(start)[0]);
  const [tried, setTried] = useState(false);
  const missing = missingOf(value);
  useEffect(() => { form.current?.querySelector<HTMLElement>(first.current ? FIELD[first.current] : 'textarea')?.focus(); }, []);
  const close = (): void => { clear(); onClose(); };
  const send = async (): Promise<void> => {
    setTried(true);
    if (value.question.trim() === '' || isWrongDay(value.due) || !form.current) return;
    if (await onSave(value, form.current)) close();
  };
  return (
    <form ref={form} className="stack gap-form" noValidate aria-label={label} onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <GapFields value={value} onChange={set} people={people} tried={tried} />
      <div role="status" className="stack tight">
        {missing.map((m) => <p key={m} className="field-error">{t(`review.items.missing.${m}`)}</p>)}
        {value.question.trim() === '' ? <p className="field-error">{t('review.items.missing.question')}</p> : null}
      </div>
      <div className="row end">
        <Button look="quiet" onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">{t('call.gaps.save')}</Button>
      </div>
    </form>
  );
}
