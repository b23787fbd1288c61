import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { CaptureTrouble } from '@/utils/settings/capture-news';
import { callTrouble, captureTrouble } from '@/utils/settings/capture-news';
import type { StoredItem } from '@/utils/settings/stored-item';
import { Button } from '../ui/Button';

function useStored<T>(item: StoredItem<T | null>): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    void item.getValue().then(setValue, () => undefined);
    return item.watch(setValue);
  }, [item]);
  return value;
}

/** What the worker could not keep while nobody was looking, until it was read. */
export function WorkerTrouble() {
  return (
    <>
      <Line item={callTrouble} words="callFailed" />
      <Line item={captureTrouble} words="menuFailed" />
    </>
  );
}

function Line({ item, words }: { item: StoredItem<CaptureTrouble | null>; words: 'callFailed' | 'menuFailed' }) {
  const t = useTranslations('trouble');
  const trouble = useStored(item);
  if (!trouble) return null;
  return (
    <div className="banner unowned row" role="alert">
      <p className="grow">{t(words, { reason: t(`reasons.${trouble.reason}`) })}</p>
      <Button look="quiet" onClick={() => { void item.setValue(null); }}>{t('dismiss')}</Button>
    </div>
  );
}
