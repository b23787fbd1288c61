import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { StorageState } from '@/utils/settings/browser-storage';
import { askForSafeStorage, readStorageState } from '@/utils/settings/browser-storage';
import { Button } from '../ui/Button';

/** How much is used, and whether the browser may clear it. */
export function StorageSection() {
  const t = useTranslations('settings.storage');
  const format = useFormatter();
  const [state, setState] = useState<StorageState | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => { void readStorageState().then(setState); }, []);
  const size = (bytes: number): string => (bytes >= 2 ** 30
    ? format.number(bytes / 2 ** 30, { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 })
    : format.number(bytes / 2 ** 20, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }));
  const ask = async (): Promise<void> => {
    setRefused(!(await askForSafeStorage()));
    setState(await readStorageState());
  };
  if (!state) return null;
  const used = state.used === null ? t('unknown') : state.quota === null ? t('usedOnly', { used: size(state.used) }) : t('used', { used: size(state.used), quota: size(state.quota) });
  return (
    <section aria-labelledby="storage-title">
      <h2 id="storage-title">{t('title')}</h2>
      <p>{used}</p>
      <div className="row">
        <p className="grow" role="status">{refused ? t('refused') : state.safe === null ? t('unknown') : t(state.safe ? 'safe' : 'unsafe')}</p>
        {state.safe === false ? <Button onClick={() => { void ask(); }}>{t('ask')}</Button> : null}
      </div>
    </section>
  );
}
