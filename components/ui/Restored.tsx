import { useTranslations } from 'use-intl';

/** Says that a form stands as it was left: what was typed came back as a draft. */
export function Restored({ shown }: { shown: boolean }) {
  const t = useTranslations('call');
  return shown ? <p className="soft" role="status">{t('draftBack')}</p> : null;
}
