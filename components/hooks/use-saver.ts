import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { Trouble } from '@/utils/db/trouble';
import { pageNow } from '@/utils/settings/clock';
import { usePanelStore } from '../app/panel-store';

/** Why something could not be done, in the reader's words. */
export function useFailureOf(): (error: unknown) => Promise<[reason: string, trouble: Trouble | null]> {
  const t = useTranslations('trouble');
  return useCallback(async (error) => (await import('../trouble/describe-failure')).describeFailure(error, usePanelStore.getState().trouble, t), [t]);
}

/** Says that something written on the side, a draft, could not be kept. */
export function useRefusal(): (error: unknown) => void {
  const refuse = usePanelStore((s) => s.refuse);
  const failureOf = useFailureOf();
  return useCallback((error) => { void failureOf(error).then((found) => { refuse(...found); }); }, [refuse, failureOf]);
}

/** What a write resolves to that wrote nothing: a blank line, an undo with nothing to undo, a row that another window had changed. */
function isNothing(result: unknown): boolean {
  return result === null || result === false;
}

/**
 * Runs a write with the app's time and shows its fate: "Saved 14:02:07" only after it resolved
 * (strict durability), or as soon as it called `durable`; else what went wrong. A write that resolves to null or false
 * wrote nothing: nothing is said then. Resolves to the write's result, or null when it failed.
 */
export function useSaver(): <R>(write: (at: number, durable: () => void) => Promise<R>) => Promise<R | null> {
  const begin = usePanelStore((s) => s.beginSave);
  const done = usePanelStore((s) => s.endSave);
  const drop = usePanelStore((s) => s.dropSave);
  const fail = usePanelStore((s) => s.failSave);
  const refuse = usePanelStore((s) => s.refuse);
  const failureOf = useFailureOf();
  return useCallback(
    async (write) => {
      const count = once(begin);
      // "Saving…" is said of what takes longer than most: drawn before, it would hold the write up, and the news of it.
      const soon = setTimeout(count, SLOW_MS);
      const settled = (): void => { clearTimeout(soon); count(); };
      let saved = false;
      const durable = async (): Promise<void> => {
        if (saved) return;
        saved = true;
        const at = await pageNow();
        settled();
        done(at);
      };
      try {
        const result = await write(await pageNow(), () => { void durable(); });
        if (saved || !isNothing(result)) await durable();
        else {
          settled();
          drop();
        }
        return result;
      } catch (error) {
        const found = await failureOf(error);
        settled();
        if (saved) refuse(...found);
        else fail(...found);
        return null;
      }
    },
    [begin, done, drop, fail, refuse, failureOf],
  );
}

/** What is saved by then was never "being saved" to anybody's eye. */
const SLOW_MS = 40;

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    work();
  };
}
