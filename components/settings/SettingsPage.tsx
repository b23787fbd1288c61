import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { changePreferences } from '@/utils/settings/preferences';
import { usePreferences } from '../hooks/use-preferences';
import { useRefusal } from '../hooks/use-saver';
import { ChipChoice, TextField } from '../ui/Field';
import { BackupSection } from './BackupSection';
import { KeepSection } from './KeepSection';
import { KeysSection } from './KeysSection';
import { ResetSection } from './ResetSection';
import { RestoreSection } from './RestoreSection';
import { StorageSection } from './StorageSection';
import { WorkSection } from './WorkSection';
import './settings.css';

/** Everything that can be chosen, and the care of the data; each change holds in every window at once. */
export function SettingsPage() {
  const t = useTranslations('settings');
  return (
    <div className="settings">
      <h1>{t('title')}</h1>
      <GeneralSection />
      <WorkSection />
      <KeysSection />
      <KeepSection />
      <BackupSection />
      <RestoreSection />
      <StorageSection />
      <ResetSection />
    </div>
  );
}

function GeneralSection() {
  const t = useTranslations('start');
  const ts = useTranslations('settings');
  const chosen = usePreferences();
  const refuse = useRefusal();
  // What is being typed; left, the field shows what is kept, also when a restore or another window changed it.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <section aria-labelledby="general-title">
      <h2 id="general-title">{ts('general')}</h2>
      <div className="narrow">
        <TextField label={t('name')} help={t('nameHelp')} maxLength={200} value={typed ?? chosen.name} onBlur={() => { setTyped(null); }} onChange={(e) => { setTyped(e.target.value); void changePreferences({ name: e.target.value.normalize('NFC') }).catch(refuse); }} />
      </div>
      <ChipChoice label={t('language')} name="language" value={chosen.language} onChange={(language) => { void changePreferences({ language }).catch(refuse); }} options={[{ value: 'ko', label: '한국어' }, { value: 'en', label: 'English' }]} />
      <ChipChoice label={t('theme')} name="theme" value={chosen.theme} onChange={(theme) => { void changePreferences({ theme }).catch(refuse); }} options={(['system', 'light', 'dark'] as const).map((v) => ({ value: v, label: t(`themes.${v}`) }))} />
    </section>
  );
}
