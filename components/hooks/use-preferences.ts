import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Country, Language, Preferences } from '@/utils/settings/preferences';
import { countryFor, DEFAULT_PREFERENCES, languageFor, preferences, preferencesOrDefaults } from '@/utils/settings/preferences';

export interface Chosen extends Omit<Preferences, 'language' | 'country'> { language: Language; country: Country }

/** The chosen preferences of this context, live; null while they load. Where they can't be read, an empty window would say nothing: the defaults. */
export function useStoredPreferences(): Chosen | null {
  const [value, setValue] = useState<Preferences | null>(null);
  useEffect(() => {
    let alive = true;
    void preferencesOrDefaults().then((v) => { if (alive) setValue(v); });
    const stop = preferences.watch((v) => { setValue(v); });
    return () => { alive = false; stop(); };
  }, []);
  return useMemo(() => {
    if (!value) return null;
    const language = languageFor(value.language, navigator.language);
    return { ...value, language, country: countryFor(value.country, language) };
  }, [value]);
}

export const PreferencesContext = createContext<Chosen>({ ...DEFAULT_PREFERENCES, language: 'en', country: 'none' });

/** The chosen preferences; language is always decided. */
export function usePreferences(): Chosen {
  return useContext(PreferencesContext);
}
