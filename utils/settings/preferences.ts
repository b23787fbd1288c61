/** What the user chose, versioned, the same in every context. */
import { storedItem } from './stored-item';

const LANGUAGES = ['ko', 'en'] as const;
const THEMES = ['system', 'light', 'dark'] as const;
export const COUNTRIES = ['KR', 'none'] as const;
/** How often to be reminded of a backup, in days; 0 = never. */
export const BACKUP_INTERVALS = [0, 7, 14, 30] as const;
/** After how many months the text of a meeting is deleted; 0 = never. */
export const RETENTIONS = [0, 6, 12, 24, 36] as const;

export type Language = (typeof LANGUAGES)[number];
export type Theme = (typeof THEMES)[number];

export interface Preferences {
  /** Null until chosen: the browser's language decides once, the user's choice stays. */
  language: Language | null;
  theme: Theme;
  /** The rep's own name: default owner of gaps and author of packets. */
  name: string;
  /** Days on which people work, 0 = Sunday … 6 = Saturday; never empty. */
  workdays: number[];
  /** Whose public holidays don't count as working days; null until chosen: Korea's for Korean, else none. */
  country: (typeof COUNTRIES)[number] | null;
  /** Further days off, ISO dates. */
  daysOff: string[];
  /** Working days before the customer's date by which delivery must be asked at the latest. */
  latestWorkdays: number;
  /** Days before the customer's date by which it is better asked. */
  recommendedDays: number;
  backupEvery: (typeof BACKUP_INTERVALS)[number];
  retentionMonths: (typeof RETENTIONS)[number];
}

function oneOf<T, F>(options: readonly T[], value: unknown, otherwise: F): T | F {
  return options.find((option) => option === value) ?? otherwise;
}

function wholeBetween(value: unknown, from: number, to: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
}

function listOf<T>(value: unknown, fits: (one: unknown) => one is T, least: number, most: number, otherwise: T[]): T[] {
  return Array.isArray(value) && value.length >= least && value.length <= most && value.every(fits) ? [...(value)] : otherwise;
}

/** A day of the calendar; without date-fns, which the first page of all would carry for this. */
function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
}

/**
 * Preferences from anything: what doesn't fit falls back to the default, one by one. By hand: every page
 * of Baton loads this first, and a schema library would be a third of the popup.
 */
export function readPreferences(stored: unknown): Preferences {
  const of = (typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {}) as Record<string, unknown>;
  return {
    language: oneOf(LANGUAGES, of.language, null),
    theme: oneOf(THEMES, of.theme, 'system' as const),
    name: typeof of.name === 'string' ? of.name.slice(0, 200) : '',
    workdays: listOf(of.workdays, (d): d is number => wholeBetween(d, 0, 6), 1, 7, [1, 2, 3, 4, 5]),
    country: oneOf(COUNTRIES, of.country, null),
    daysOff: listOf(of.daysOff, isDay, 0, 400, []),
    latestWorkdays: wholeBetween(of.latestWorkdays, 1, 60) ? of.latestWorkdays : 3,
    recommendedDays: wholeBetween(of.recommendedDays, 1, 120) ? of.recommendedDays : 7,
    backupEvery: oneOf(BACKUP_INTERVALS, of.backupEvery, 14 as const),
    retentionMonths: oneOf(RETENTIONS, of.retentionMonths, 0 as const),
  };
}

export const DEFAULT_PREFERENCES: Preferences = readPreferences({});

const stored = storedItem<Partial<Preferences>>('local', 'preferences', {});

/** The stored preferences, always whole. */
export const preferences = {
  getValue: async (): Promise<Preferences> => readPreferences(await stored.getValue()),
  setValue: async (value: Partial<Preferences>): Promise<void> => stored.setValue(readPreferences(value)),
  watch: (seen: (value: Preferences) => void): (() => void) => stored.watch((value) => { seen(readPreferences(value)); }),
};

/**
 * The preferences, or the defaults where the browser's storage can't be read (a damaged profile): for what must
 * go on without them, such as a backup. Never to be written back.
 */
export async function preferencesOrDefaults(): Promise<Preferences> {
  return preferences.getValue().catch(() => DEFAULT_PREFERENCES);
}

/** The language to use before one was chosen. */
export function languageFor(chosen: Language | null, browserLanguage: string): Language {
  return chosen ?? (browserLanguage.toLowerCase().startsWith('ko') ? 'ko' : 'en');
}

export type Country = (typeof COUNTRIES)[number];

/** Whose holidays to use before that was chosen. */
export function countryFor(chosen: Country | null, language: Language): Country {
  return chosen ?? (language === 'ko' ? 'KR' : 'none');
}

/** Changes some preferences and keeps the rest. */
export async function changePreferences(part: Partial<Preferences>): Promise<void> {
  await preferences.setValue({ ...(await preferences.getValue()), ...part });
}
