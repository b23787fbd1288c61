import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { changePreferences } from '@/utils/settings/preferences';
import { usePreferences } from '../hooks/use-preferences';
import { useRefusal } from '../hooks/use-saver';
import { ChipChoice, TextField } from '../ui/Field';
import { enterScreen } from '../ui/form-keys';
import './start.css';

/** Language, theme, name and the shortcuts; each change is live in every window. */
export function SettingsScreen() {
  const t = useTranslations('start');
  const tCall = useTranslations('call');
  const chosen = usePreferences();
  const refuse = useRefusal();
  const [name, setName] = useState(chosen.name);
  return (
    <main className="screen">
      <h1 ref={enterScreen}>{t('settings')}</h1>
      <TextField label={t('name')} help={t('nameHelp')} value={name} onChange={(e) => { setName(e.target.value); void changePreferences({ name: e.target.value.normalize('NFC') }).catch(refuse); }} />
      <ChipChoice label={t('language')} name="language" value={chosen.language} onChange={(language) => { void changePreferences({ language }).catch(refuse); }} options={[{ value: 'ko', label: '한국어' }, { value: 'en', label: 'English' }]} />
      <ChipChoice label={t('theme')} name="theme" value={chosen.theme} onChange={(theme) => { void changePreferences({ theme }).catch(refuse); }} options={(['system', 'light', 'dark'] as const).map((v) => ({ value: v, label: t(`themes.${v}`) }))} />
      <section className="stack" aria-labelledby="keys">
        <h2 id="keys">{t('shortcuts')}</h2>
        <p className="soft">{tCall('capture.help')}</p>
        <p className="soft">{tCall('item.keys')} {tCall('item.keysInCall')}</p>
        <dl className="keys">
          <dt>Alt+Z</dt><dd>{tCall('undoLast')}</dd>
          <dt>Alt+K</dt><dd>{tCall('capture.label')}</dd>
          <dt>Alt+L</dt><dd>{tCall('tabs.checklist')}</dd>
        </dl>
      </section>
    </main>
  );
}
