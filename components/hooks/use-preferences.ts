import { createContext, useContext, useEffect, useState } from 'react';
import type { Language, Preferences } from '@/utils/settings/preferences';
import { DEFAULT_PREFERENCES, languageFor, preferences } from '@/utils/settings/preferences';

export interface Chosen extends Omit<Preferences, 'language'> { language: Language }

/** The chosen preferences of this context, live; null while they load. */
export function useStoredPreferences(): Chosen | null {
  const [value, setValue] = useState<Preferences | null>(null);
  useEffect(() => {
    let alive = true;
    void preferences.getValue().then((v) => { if (alive) setValue(v); });
    const stop = preferences.watch((v) => { setValue(v); });
    return () => { alive = false; stop(); };
  }, []);
  return value && { ...value, language: languageFor(value.language, navigator.language) };
}

export const PreferencesContext = createContext<Chosen>({ ...DEFAULT_PREFERENCES, language: 'en' });

/** The chosen preferences; language is always decided. */
export function usePreferences(): Chosen {
  return useContext(PreferencesContext);
}
