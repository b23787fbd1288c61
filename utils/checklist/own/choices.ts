/** Which checklists a deal may have: the team's own first, then ours, and whatever it has already. */
import type { ChecklistPin } from '../../deal/deal';
import { pinKey } from '../../deal/deal';
import { CATALOGUE } from '../catalogue';
import type { Bilingual, ChecklistStatus } from '../checklist';
import type { OwnChecklist } from './own';
import { offered } from './own';

export interface ChecklistChoice extends ChecklistPin {
  key: string;
  code: string;
  name: Bilingual;
  status: ChecklistStatus;
  own: boolean;
}

function choiceOf({ list }: OwnChecklist): ChecklistChoice {
  const { id, version, code, name, status, agreement } = list;
  // A retired one says what it was.
  const stands = status === 'retired' && agreement === null ? 'draft' : status === 'retired' ? 'agreed' : status;
  return { key: pinKey(list), id, version, code, name, status: stands, own: true };
}

/** `pinned`: keys that the deal has; they stay choices when they are retired or older. */
export function choicesOf(rows: readonly OwnChecklist[], pinned: readonly string[]): ChecklistChoice[] {
  const now = offered(rows);
  const kept = rows.filter((row) => pinned.includes(row.id) && !now.includes(row));
  return [...[...now, ...kept].map(choiceOf), ...CATALOGUE.map(({ id, version, code, name, status }) => ({ key: pinKey({ id, version }), id, version, code, name, status, own: false }))];
}

/** What a new deal begins with: the team's agreed one, the newest if there are several; else ours for development. */
export function firstChoice(rows: readonly OwnChecklist[]): ChecklistPin {
  const own = offered(rows).find(({ list }) => list.status === 'agreed')?.list;
  return own ? { id: own.id, version: own.version } : { id: 'custom-development', version: 1 };
}

/** The version that was agreed after the one chosen, or null. */
export function newerAgreed(choices: readonly ChecklistChoice[], chosen: ChecklistPin): number | null {
  return choices.find((one) => one.id === chosen.id && one.status === 'agreed' && one.version > chosen.version)?.version ?? null;
}
