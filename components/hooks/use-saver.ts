import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { troubleOf } from '@/utils/db/trouble';
import { pageNow } from '@/utils/settings/page-clock';
import { usePanelStore } from '../app/panel-store';

/** A failure in the user's words; an error that isn't the database's says its own. */
export function useFailureText(): (error: unknown) => string {
  const t = useTranslations('trouble.write');
  return useCallback((error) => {
    const trouble = troubleOf(error);
    if (trouble && trouble !== 'unknown') return t(trouble);
    return error instanceof Error ? error.message : String(error);
  }, [t]);
}

/** Says that something written on the side, a draft, could not be kept. */
export function useRefusal(): (error: unknown) => void {
  const refuse = usePanelStore((s) => s.refuse);
  const textOf = useFailureText();
  return useCallback((error) => { refuse(textOf(error)); }, [refuse, textOf]);
}

/**
 * Runs a write with the app's time and shows its fate: "Saved 14:02:07" only after it resolved
 * (strict durability), else what went wrong. Resolves to the write's result, or null when it failed.
 */
export function useSaver(): <R>(write: (at: number) => Promise<R>) => Promise<R | null> {
  const begin = usePanelStore((s) => s.beginSave);
  const done = usePanelStore((s) => s.endSave);
  const fail = usePanelStore((s) => s.failSave);
  const textOf = useFailureText();
  return useCallback(
    async (write) => {
      begin();
      try {
        const at = await pageNow();
        const result = await write(at);
        done(await pageNow());
        return result;
      } catch (error) {
        fail(textOf(error));
        return null;
      }
    },
    [begin, done, fail, textOf],
  );
}
