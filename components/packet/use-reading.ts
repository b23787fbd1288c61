import { useCallback } from 'react';
import { useFailureOf } from '../hooks/use-saver';

/** Runs what only reads: nothing is "saved" by it, and what failed before stays said. Resolves to what was read, or to why it could not be, for the place that asked. */
export function useReading(): <R>(read: () => Promise<R>) => Promise<{ value: R } | { reason: string }> {
  const failureOf = useFailureOf();
  return useCallback(async (read) => {
    try {
      return { value: await read() };
    } catch (error) {
      return { reason: (await failureOf(error))[0] };
    }
  }, [failureOf]);
}
