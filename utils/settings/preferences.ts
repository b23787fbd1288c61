/** What the user chose, versioned, the same in every context. */
import { storage } from 'wxt/utils/storage';

export type Language = 'ko' | 'en';
export type Theme = 'system' | 'light' | 'dark';

export interface Preferences {
  /** Null until chosen: the browser's language decides once, the user's choice stays. */
  language: Language | null;
  theme: Theme;
  /** The rep's own name: default owner of gaps and author of packets. */
  name: string;
}

export const DEFAULT_PREFERENCES: Preferences = { language: null, theme: 'system', name: '' };

export const preferences = storage.defineItem<Preferences>('local:preferences', {
  fallback: DEFAULT_PREFERENCES,
  version: 1,
});

/** The language to use before one was chosen. */
export function languageFor(chosen: Language | null, browserLanguage: string): Language {
  return chosen ?? (browserLanguage.toLowerCase().startsWith('ko') ? 'ko' : 'en');
}

/** Changes some preferences and keeps the rest. */
export async function changePreferences(part: Partial<Preferences>): Promise<void> {
  await preferences.setValue({ ...(await preferences.getValue()), ...part });
}
