import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { troubleOf } from '@/utils/db/trouble';
import { now } from '@/utils/settings/clock';
import { usePanelStore } from '../app/panel-store';

/**
 * Runs a write with the app's time and shows its fate: "Saved 14:02:07" only after it resolved
 * (strict durability), else what went wrong. Resolves to the write's result, or null when it failed.
 */
export function useSaver(): <R>(write: (at: number) => Promise<R>) => Promise<R | null> {
  const begin = usePanelStore((s) => s.beginSave);
  const done = usePanelStore((s) => s.endSave);
  const fail = usePanelStore((s) => s.failSave);
  const t = useTranslations('trouble.write');
  return useCallback(
    async (write) => {
      begin();
      try {
        const at = await now();
        const result = await write(at);
        done(await now());
        return result;
      } catch (error) {
        const trouble = troubleOf(error);
        fail(trouble && trouble !== 'unknown' ? t(trouble) : error instanceof Error ? error.message : String(error));
        return null;
      }
    },
    [begin, done, fail, t],
  );
}
