import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { changePreferences, COUNTRIES } from '@/utils/settings/preferences';
import { isPlainDate } from '@/utils/time/plain-date';
import { HOLIDAYS_UNTIL } from '@/utils/time/work-calendar';
import { usePreferences } from '../hooks/use-preferences';
import { useRefusal } from '../hooks/use-saver';
import { ChipChoice, TextArea, TextField } from '../ui/Field';

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Which days are worked and how early delivery is asked: the lead-time rule counts with these. */
export function WorkSection() {
  const t = useTranslations('settings.work');
  const chosen = usePreferences();
  const refuse = useRefusal();
  const toggle = (day: number): void => {
    const workdays = chosen.workdays.includes(day) ? chosen.workdays.filter((d) => d !== day) : [...chosen.workdays, day].sort((a, b) => a - b);
    if (workdays.length > 0) void changePreferences({ workdays }).catch(refuse);
  };
  return (
    <section aria-labelledby="work-title">
      <h2 id="work-title">{t('title')}</h2>
      <p className="soft">{t('help')}</p>
      <fieldset className="field">
        <legend className="field-label">{t('days')}</legend>
        <div className="chips">
          {WEEK.map((day) => (
            <label key={day} className="chip" title={chosen.workdays.length === 1 && chosen.workdays.includes(day) ? t('oneDay') : undefined}>
              <input type="checkbox" checked={chosen.workdays.includes(day)} onChange={() => { toggle(day); }} />
              {t(`day.${DAY_NAMES[day]}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <ChipChoice label={t('country')} name="country" value={chosen.country} onChange={(country) => { void changePreferences({ country }).catch(refuse); }} options={COUNTRIES.map((c) => ({ value: c, label: t(`countries.${c}`) }))} />
      {chosen.country === 'none' ? null : <p className="soft">{t('until', { year: HOLIDAYS_UNTIL })}</p>}
      <DaysOff key={chosen.daysOff.join()} />
      <div className="pair">
        <Days label={t('latest')} max={60} value={chosen.latestWorkdays} onSave={(latestWorkdays) => { void changePreferences({ latestWorkdays }).catch(refuse); }} />
        <Days label={t('recommended')} max={120} value={chosen.recommendedDays} onSave={(recommendedDays) => { void changePreferences({ recommendedDays }).catch(refuse); }} />
      </div>
    </section>
  );
}

function DaysOff() {
  const t = useTranslations('settings.work');
  const chosen = usePreferences();
  const refuse = useRefusal();
  const [text, setText] = useState(chosen.daysOff.join('\n'));
  const lines = [...new Set(text.split(/[\n,]/).map((line) => line.trim()).filter(Boolean))];
  const wrong = lines.find((line) => !isPlainDate(line));
  // Half a date is no mistake yet: it is judged, and kept, when the field is left.
  const [left, setLeft] = useState(false);
  const leave = (): void => {
    setLeft(true);
    if (wrong === undefined && lines.join() !== chosen.daysOff.join()) void changePreferences({ daysOff: lines.sort() }).catch(refuse);
  };
  return (
    <div className="narrow dates">
      <TextArea label={t('daysOff')} help={t('daysOffHelp')} error={left && wrong !== undefined ? t('daysOffWrong', { line: wrong.slice(0, 40) }) : null} rows={3} value={text} onChange={(e) => { setText(e.target.value); setLeft(false); }} onBlur={leave} />
    </div>
  );
}

function Days({ label, value, max, onSave }: { label: string; value: number; max: number; onSave: (n: number) => void }) {
  const t = useTranslations('settings.work');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? String(value);
  const number = Number(text);
  const good = /^\d+$/.test(text) && number >= 1 && number <= max;
  return (
    <TextField
      label={label} inputMode="numeric" value={text} error={good ? null : t('wrongNumber', { max })}
      onBlur={() => { if (good) setTyped(null); }}
      onChange={(e) => {
        setTyped(e.target.value);
        const next = Number(e.target.value);
        if (/^\d+$/.test(e.target.value) && next >= 1 && next <= max) onSave(next);
      }}
    />
  );
}
