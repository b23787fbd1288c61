/** Loaded when a write failed: pages open faster without it. */
import type { useTranslations } from 'use-intl';
import type { Trouble } from '@/utils/db/trouble';
import { nameTrouble } from '@/utils/services/trouble/name-trouble';
import { refusalOf, TOLD } from '@/utils/services/trouble/refusal';

type Words = ReturnType<typeof useTranslations<'trouble'>>;

/** What nobody foresaw, for whoever is asked for help: longer says no more. */
function detailOf(error: unknown): string {
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 200);
}

/** A failure in the user's words and its kind. What nobody foresaw is said as such, with the error's own words for support. `before`: what the last failure was. */
export async function describeFailure(error: unknown, before: Trouble | null, t: Words): Promise<[reason: string, trouble: Trouble | null]> {
  if (error instanceof Error && error.cause === TOLD) return [error.message, null];
  const refusal = refusalOf(error);
  if (refusal) return [t(`refused.${refusal}`), null];
  const trouble = await nameTrouble(error, before);
  if (trouble && trouble !== 'unknown') return [t(`write.${trouble}`), trouble];
  return [`${t(trouble ? 'write.unknown' : 'unforeseen')} ${t('detail', { detail: detailOf(error) })}`, trouble];
}
