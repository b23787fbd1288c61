import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import type { ChecklistChoice } from '@/utils/checklist/own/choices';
import { choicesOf, firstChoice, newerAgreed } from '@/utils/checklist/own/choices';
import { pinKey } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import type { ChecklistPin } from '@/utils/deal/deal';
import { showSafely } from '@/utils/text/normalize';
import { usePreferences } from '../hooks/use-preferences';
import { Select } from '../ui/Field';

export interface Choices {
  list: ChecklistChoice[];
  /** The one that a new deal begins with. */
  first: string;
  /** The pin behind a chosen text: a key, or only an id in drafts of earlier versions. */
  pinOf: (chosen: string) => ChecklistPin;
}

/** The checklists to pick from, the team's own first; `pinned` are those that the deal has. */
export function useChoices(pinned: readonly string[]): Choices {
  const rows = useLiveQuery(() => db.checklists.toArray(), []) ?? [];
  const list = choicesOf(rows, pinned);
  const first = pinKey(firstChoice(rows));
  const pinOf = (chosen: string): ChecklistPin => {
    const found = list.find((one) => one.key === chosen) ?? list.find((one) => one.id === chosen);
    if (found) return { id: found.id, version: found.version };
    // Of a checklist that is not here (any more): it stays what it was.
    const [, id = chosen, version = '1'] = /^(.+)\.v(\d+)$/u.exec(chosen) ?? [];
    return { id, version: Number(version) };
  };
  return { list, first, pinOf };
}

/** `beside`: the other one of the deal, which is not offered twice. */
export function ChecklistSelect({ label, value, choices, beside, none, onChange }: { label: string; value: string; choices: Choices; beside?: string; none?: string; onChange: (key: string) => void }) {
  const t = useTranslations('start');
  const { language } = usePreferences();
  const other = choices.list.find((one) => one.key === beside);
  // Two lists under one code would have items of the same name.
  const shown = choices.list.filter((one) => one.code !== other?.code || one.key === value);
  const pin = choices.pinOf(value);
  const key = value === '' ? '' : pinKey(pin);
  const newer = newerAgreed(choices.list, pin);
  return (
    <Select label={label} value={key} help={newer === null ? undefined : t('newerChecklist', { version: newer })} onChange={(e) => { onChange(e.target.value); }}>
      {none ? <option value="">{none}</option> : null}
      {key !== '' && !shown.some((one) => one.key === key) ? <option value={key}>{key}</option> : null}
      {shown.map((c) => (
        <option key={c.key} value={c.key}>{`${c.code}. ${showSafely(c.name[language])} ${t('version', { version: c.version })} (${t(c.status === 'agreed' ? 'agreedChecklist' : 'draftChecklist')})`}</option>
      ))}
    </Select>
  );
}
