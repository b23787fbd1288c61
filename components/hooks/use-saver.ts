import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Trouble } from '@/utils/db/trouble';
import { pageNow } from '@/utils/settings/clock';
import { usePanelStore } from '../app/panel-store';

function useFailureOf(): (error: unknown) => Promise<[reason: string, trouble: Trouble | null]> {
  const t = useTranslations('trouble.write');
  return useCallback(async (error) => (await import('../trouble/describe-failure')).describeFailure(error, usePanelStore.getState().trouble, t), [t]);
}

/** Says that something written on the side, a draft, could not be kept. */
export function useRefusal(): (error: unknown) => void {
  const refuse = usePanelStore((s) => s.refuse);
  const failureOf = useFailureOf();
  return useCallback((error) => { void failureOf(error).then((found) => { refuse(...found); }); }, [refuse, failureOf]);
}

/**
 * Runs a write with the app's time and shows its fate: "Saved 14:02:07" only after it resolved
 * (strict durability), else what went wrong. Resolves to the write's result, or null when it failed.
 */
export function useSaver(): <R>(write: (at: number) => Promise<R>) => Promise<R | null> {
  const begin = usePanelStore((s) => s.beginSave);
  const done = usePanelStore((s) => s.endSave);
  const fail = usePanelStore((s) => s.failSave);
  const failureOf = useFailureOf();
  return useCallback(
    async (write) => {
      begin();
      try {
        const at = await pageNow();
        const result = await write(at);
        done(await pageNow());
        return result;
      } catch (error) {
        fail(...(await failureOf(error)));
        return null;
      }
    },
    [begin, done, fail, failureOf],
  );
}
