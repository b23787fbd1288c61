/** What the user chose, versioned, the same in every context. */
import { storage } from 'wxt/utils/storage';
import { z } from 'zod';

const language = z.enum(['ko', 'en']);
const theme = z.enum(['system', 'light', 'dark']);
export const COUNTRIES = ['KR', 'none'] as const;
/** How often to be reminded of a backup, in days; 0 = never. */
export const BACKUP_INTERVALS = [0, 7, 14, 30] as const;
/** After how many months the text of a meeting is deleted; 0 = never. */
export const RETENTIONS = [0, 6, 12, 24, 36] as const;
const day = z.iso.date();

const schema = z.object({
  /** Null until chosen: the browser's language decides once, the user's choice stays. */
  language: language.nullable().catch(null),
  theme: theme.catch('system'),
  /** The rep's own name: default owner of gaps and author of packets. */
  name: z.string().catch('').transform((s) => s.slice(0, 200)),
  /** Days on which people work, 0 = Sunday … 6 = Saturday; never empty. */
  workdays: z.array(z.int().min(0).max(6)).min(1).max(7).catch([1, 2, 3, 4, 5]),
  /** Whose public holidays don't count as working days; null until chosen: Korea's for Korean, else none. */
  country: z.enum(COUNTRIES).nullable().catch(null),
  /** Further days off, ISO dates. */
  daysOff: z.array(day).max(400).catch([]),
  /** Working days before the customer's date by which delivery must be asked at the latest. */
  latestWorkdays: z.int().min(1).max(60).catch(3),
  /** Days before the customer's date by which it is better asked. */
  recommendedDays: z.int().min(1).max(120).catch(7),
  backupEvery: z.union([z.literal(0), z.literal(7), z.literal(14), z.literal(30)]).catch(14),
  retentionMonths: z.union([z.literal(0), z.literal(6), z.literal(12), z.literal(24), z.literal(36)]).catch(0),
});

export type Preferences = z.output<typeof schema>;
export type Language = z.output<typeof language>;
export type Theme = z.output<typeof theme>;

/** Preferences from anything: what doesn't fit falls back to the default, one by one. */
export function readPreferences(stored: unknown): Preferences {
  return schema.parse(typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {});
}

export const DEFAULT_PREFERENCES: Preferences = readPreferences({});

const stored = storage.defineItem<Partial<Preferences>>('local:preferences', {
  fallback: {},
  version: 2,
  // Version 1 knew language, theme and name; the rest has its default.
  migrations: { 2: (old: unknown) => readPreferences(old) },
});

/** The stored preferences, always whole. */
export const preferences = {
  getValue: async (): Promise<Preferences> => readPreferences(await stored.getValue()),
  setValue: async (value: Partial<Preferences>): Promise<void> => stored.setValue(readPreferences(value)),
  watch: (seen: (value: Preferences) => void): (() => void) => stored.watch((value) => { seen(readPreferences(value)); }),
};

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
