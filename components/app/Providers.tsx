import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { IntlProvider } from 'use-intl';
import type { LoadTexts, Messages } from '@/utils/i18n/catalogue';
import { watchPageClock } from '@/utils/settings/clock';
import type { Language } from '@/utils/settings/preferences';
import { PreferencesContext, useStoredPreferences } from '../hooks/use-preferences';
import { TroubleBoundary } from '../trouble/TroubleBoundary';
import '../ui/tokens.css';
import '../ui/ui.css';

/** Language, theme and texts for everything below; switched live when another window changes them. */
export function Providers({ load, children }: { load: LoadTexts; children: ReactNode }) {
  const chosen = useStoredPreferences();
  const [texts, setTexts] = useState<{ language: Language; messages: Messages } | null>(null);
  const language = chosen?.language;
  useEffect(watchPageClock, []);
  useEffect(() => {
    if (!language) return;
    let alive = true;
    void load(language).then((messages) => { if (alive) setTexts({ language, messages }); });
    return () => { alive = false; };
  }, [language, load]);
  useEffect(() => {
    if (!chosen) return;
    document.documentElement.lang = chosen.language;
    if (chosen.theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen.theme;
  }, [chosen]);
  if (!chosen || !texts) return null;
  return (
    <PreferencesContext value={chosen}>
      <IntlProvider locale={texts.language} messages={texts.messages} timeZone="UTC">
        <TroubleBoundary>{children}</TroubleBoundary>
      </IntlProvider>
    </PreferencesContext>
  );
}
