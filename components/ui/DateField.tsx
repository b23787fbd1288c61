import type { ComponentProps } from 'react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FIRST_DAY, isWrongDay, LAST_DAY } from '@/utils/time/field-day';
import { TextField } from './Field';

type Props = Omit<ComponentProps<typeof TextField>, 'type' | 'value' | 'onChange' | 'max'> & {
  /** ISO date, '' without one. */
  value: string;
  /** What stands in the field now: whoever saves it asks `isWrongDay` first. */
  onDay: (day: string) => void;
  /** Somebody wanted to save: what is wrong is said at once, and not only when the field is left. */
  tried?: boolean;
};

/** A day. Every date field of Baton is this one: a year has four digits, and what is no date is said at the field. */
export function DateField({ value, onDay, tried = false, error, min = FIRST_DAY, onFocus, onBlur, ...rest }: Props) {
  const t = useTranslations('common');
  const [inside, setInside] = useState(false);
  // A year that is being typed is no mistake yet.
  const wrong = isWrongDay(value) && (tried || !inside);
  return (
    <TextField
      {...rest} type="date" min={min} max={LAST_DAY} value={value} error={error ?? (wrong ? t('wrongDate') : null)}
      onChange={(e) => { onDay(e.target.value); }}
      onFocus={(e) => { setInside(true); onFocus?.(e); }} onBlur={(e) => { setInside(false); onBlur?.(e); }}
    />
  );
}
